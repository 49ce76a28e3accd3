-- want: 0 3 5
local t = {}
for i = 1, 2000 do t[i] = i end
table.sort(t, function(a, b) t[#t + 1] = a; t[1] = nil; return true end)
assert(#t >= 0)
