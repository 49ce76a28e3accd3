-- want: 5
local s = ("a"):rep(500000)
while true do s:gsub("a*$", "b") end
