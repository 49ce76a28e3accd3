-- want: 3
local t
t = setmetatable({}, { __tostring = function() return tostring(t) end })
print(pcall(tostring, t) and "?" or "limited")
error(t)
