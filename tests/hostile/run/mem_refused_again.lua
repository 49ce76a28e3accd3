-- want: 0 3 5
-- at the cap, caught, and straight on
local keep = {}
while true do pcall(function() for i = 1, 1e6 do keep[#keep + 1] = ("x"):rep(100000) .. i end end) end
