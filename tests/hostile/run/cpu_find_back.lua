-- want: 5
local s = ("a"):rep(1000000)
for i = 1, 1e6 do s:match("(.-)%1b") end
