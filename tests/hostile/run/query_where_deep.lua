-- want: 0 3
local t = { title = "x" }
for i = 1, 100000 do t = { title = t } end
print(tasks:where(t):count())
