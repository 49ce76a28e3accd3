-- want: 0 3
local t = {}
for i = 1, 300 do t[i] = { [i] = function() end, ["k\27" .. i] = "\27[2J", x = 0.1, y = 1e300, z = -0.0 } end
return t, setmetatable({}, { __tostring = function() error "x" end, __pairs = error }), print, find "x", task
