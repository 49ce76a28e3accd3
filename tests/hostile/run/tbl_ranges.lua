-- want: 0
local min, max = math.mininteger, math.maxinteger
local t = { 1, 2, 3 }
for _, r in ipairs { { min, max, 1 }, { 1, max, 1 }, { min, 0, 1 }, { max, max, max }, { 1, 3, max - 1 }, { 1, 3, min }, { min, min, 1 },
                     { 1, 1e6 + 1, 1 }, { -1e6 - 1, 0, 1 }, { 1, 3, 1e15 } } do
  pcall(table.move, t, r[1], r[2], r[3])
  pcall(table.move, t, r[1], r[2], r[3], {})
  pcall(table.unpack, t, r[1], r[2])
  pcall(table.concat, t, ",", r[1], r[2])
  pcall(table.insert, t, r[1], 1)
  pcall(table.remove, t, r[2])
end
assert(not pcall(table.unpack, t, min, max) and not pcall(table.unpack, t, 1, 1e7) and table.unpack(t, max, min) == nil)
assert(not pcall(table.concat, t, ",", min, max) and table.concat(t, ",", max, min) == "")
assert(not pcall(table.insert, t, 1, 1, 1) and not pcall(table.insert, t))
assert(not pcall(table.move, t, 1, 2) and not pcall(table.move, "x", 1, 2, 3) and not pcall(table.move, t, 1.5, 2, 3))
