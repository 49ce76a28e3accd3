-- want: 3 5
local t = { "T" }
for i = 1, 100000 do t["f" .. i] = i end
task "a" (t)
