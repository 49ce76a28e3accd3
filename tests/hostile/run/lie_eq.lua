-- want: 0 3
local m = { __eq = function() return 1 end, __lt = function() return "x" end, __le = function() return nil end }
local a, b = setmetatable({}, m), setmetatable({}, m)
assert(a == b and a < b and not (a <= b))
table.sort({ a, b, a })
