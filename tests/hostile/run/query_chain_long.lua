-- want: 0 3 5
local q = tasks
for i = 1, 200000 do q = q:where { title = "x" } end
print(q:count())
