-- want: 0 3 5
local t = {}
local s = ("x"):rep(100 * 1024)
for i = 1, 500 do t[i] = s .. (i * 7919 % 500) end
for _ = 1, 10000 do table.sort(t, function(a, b) return a > b end) table.sort(t) end
