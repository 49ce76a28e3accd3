-- want: 0 3
local t = setmetatable({}, { __tostring = function() error("inside") end })
assert(not pcall(string.format, "%s %s", "x", t) and not pcall(print, t) and not pcall(tostring, t))
for _ = 1, 10000 do pcall(string.format, ("x"):rep(1000) .. "%s", t) end
