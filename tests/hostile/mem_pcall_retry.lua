-- want: 5
local keep = {}
while true do pcall(function() for i = 1, 1e9 do keep[#keep + 1] = ("x"):rep(100000) .. i end end) end
