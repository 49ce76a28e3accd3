-- want: 0 3
local m = {}
local t = setmetatable({}, m)
m.__index = function() return 1 end
m.__gc = function() while true do end end
assert(t.x == nil)
