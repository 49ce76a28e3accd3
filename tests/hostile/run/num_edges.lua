-- want: 0
local min, max = math.mininteger, math.maxinteger
assert(min // -1 == min and min % -1 == 0 and -min == min and max + 1 == min and max * 2 == -2)
assert(not pcall(function() return 1 // 0 end) and not pcall(function() return 1 % 0 end))
assert(math.fmod(min, -1) == 0 and not pcall(math.fmod, 1, 0))
assert(1 << 64 == 0 and 1 << -1 == 0 and 1 << min == 0 and min >> 63 == 1 and 1 << max == 0)
assert(math.tointeger(2^63) == nil and not pcall(function() return 1 << 2^63 end) and not pcall(function() return 1 | 0.5 end))
assert(math.abs(min) == min and math.ult(1, -1) and not pcall(math.random, 2, 1) and not pcall(math.random, 0 / 0))
for _ = 1, 1000 do local r = math.random(min, max) assert(r >= min and r <= max) end
local n = 0
for i = max - 1, max do n = n + 1 assert(i > 0) end
for i = min, min + 1 do n = n + 1 assert(i < 0) end
for _ = min, max, max do n = n + 1 end
for _ = max, min, min do n = n + 1 end
assert(n == 9, n)
