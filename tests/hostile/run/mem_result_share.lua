-- want: 0 3 5
local big = {}
for i = 1, 5000 do big[i] = ("x"):rep(1000) .. i end
local t = {}
for i = 1, 100 do t[i] = big end
return t
