-- want: 0
local t = {}
for i = 1, 62 do t[2^i // 1 | 0] = i end
t[2^53] = 1 t[-2^53] = 2 t[0.5] = 3 t[-1] = 4 t[1 / 0] = 5
assert(not pcall(function() t[0 / 0] = 1 end) and not pcall(function() t[nil] = 1 end))
local n, last = 0, -1 / 0
for k in pairs(t) do assert(k >= last) last = k n = n + 1 end
assert(n == 66, n)
for _ = 1, 100 do assert(#t >= 0) pcall(table.insert, t, #t) pcall(table.remove, t) pcall(table.sort, t) end
