-- want: 0
-- no function of table asks a metamethod
local asked = 0
local function ask() asked = asked + 1 return 2^62 // 1 | 0 end
local t = setmetatable({ "a", "b" }, { __len = ask, __index = ask, __newindex = ask })
assert(table.concat(t) == "ab" and select("#", table.unpack(t)) == 2)
table.insert(t, "c")
table.sort(t)
table.move(t, 1, 3, 2)
assert(table.remove(t) == "c" and asked == 0)
assert(not pcall(table.concat, { "a", {}, "b" }) and not pcall(table.concat, { 1, nil, 3 }, ",", 1, 3))
