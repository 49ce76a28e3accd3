-- want: 3
local t = {}
t.title = t
print(tasks:where(t):count())
