-- want: 3
-- __name in messages: long, with line ends and escapes
local t = setmetatable({}, { __name = "x\27[31m\n" .. ("n"):rep(100000) })
local ok, e = pcall(function() return t + 1 end)
assert(not ok and #e > 100000 and tostring(t) == "table")
ok = pcall(string.rep, t, 1)
assert(not ok)
error(e)
