-- want: 0 3
local t = {}
for i = 1, 100000 do t["k" .. i] = i end
print(tasks:where(t):count())
