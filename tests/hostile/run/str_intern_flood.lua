-- want: 0 3 5
local t = {}
for i = 1, 1e9 do t[i % 100000] = "k" .. i end
