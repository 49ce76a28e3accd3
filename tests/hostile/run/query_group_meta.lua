-- want: 0 3
local g = tasks:group(function(x) return setmetatable({}, { __tostring = function() return "x" end }) end)
print(g)
