-- want: 0
local mt = {}
local t = setmetatable({}, mt)
mt.__gc = function() while true do end end
mt.__concat = function() return "x" end
mt.__mode = "kv"
mt.__index = function() return 1 end
assert(t.x == nil)
assert(not pcall(function() return t .. t end))
assert(getmetatable(t) == mt)
getmetatable(t).__concat = function() return "x" end
assert(not pcall(function() return t .. t end))
