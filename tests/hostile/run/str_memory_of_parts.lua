-- want: 0 3 5
-- eight blocks of the largest size, again and again
local t = {}
for i = 1, 1000 do t[i % 9 + 1] = ("x"):rep(8 * 1024 * 1024 - 64 - i) end
