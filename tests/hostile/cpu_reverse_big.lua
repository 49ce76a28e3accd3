-- want: 5
local s = ("a"):rep(8000000)
while true do s:reverse():upper() end
