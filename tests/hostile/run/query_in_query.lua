-- want: 0 3 5
local function f(x) return tasks:where(f):count() >= 0 end
print(tasks:where(f):count())
