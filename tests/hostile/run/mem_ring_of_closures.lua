-- want: 0 3 5
local f = function() end
while true do local g = f f = function() return g, f end end
