-- want: 0 3
local t = setmetatable({}, { __len = function() return math.maxinteger end, __index = function() return "x" end })
assert(#table.concat(t) == 0)
assert(select("#", table.unpack(t)) == 0)
table.insert(t, 1)
table.sort(t)
assert(table.remove(t) == 1)
