-- want: 5
local s = ("a"):rep(1000000)
for _ = 1, 1e9 do for _ in s:gmatch("a-b") do end end
