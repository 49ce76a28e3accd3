-- want: 3 5
local function f(n) local a = n return function() return a, f(n + 1) end end
local all = {}
for i = 1, 1e9 do all[i] = f(i) end
