-- want: 0
local t = {}
for i = 1, 2000 do t[i] = (i * 7919) % 2003 end
table.sort(t, function(a, b)
  t[#t + 1] = 1
  for i = 1, 3 do t[i] = nil end
  table.remove(t)
  return a < b
end)
local u = { 3, 2, 1 }
table.sort(u, function(a, b) pcall(table.sort, u) return a < b end)
assert(u[1] == 1 and u[3] == 3)
assert(not pcall(table.sort, { 1, "x", {}, print }))
assert(not pcall(table.sort, { 1, 2, 3 }, function() error {} end))
assert(not pcall(table.sort, { 1, 2, 3 }, {}))
assert(not pcall(table.sort, { 1, 2, 3 }, setmetatable({}, { __call = function() return true end })))
