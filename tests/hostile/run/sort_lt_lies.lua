-- want: 0
local n = 0
local m = { __lt = function() n = n + 1 return n % 3 == 0 end }
local t = {}
for i = 1, 3000 do t[i] = setmetatable({}, m) end
table.sort(t)
table.sort(t, function() return true end)
table.sort(t, function() return nil end)
table.sort(t, function() return 0 / 0 end)
assert(#t == 3000)
