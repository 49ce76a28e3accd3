-- want: 0
local n = 0
for i = math.maxinteger - 1, math.maxinteger do n = n + 1 end
for i = 1, 0, -math.maxinteger do n = n + 1 end
assert(n == 3)
