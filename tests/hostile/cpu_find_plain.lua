-- want: 3 5
local s, n = ("a"):rep(8000000), ("a"):rep(4000000) .. "b"
while true do s:find(n, 1, true) end
