-- want: 3 5
local t = { "Việc nhiều" }
for i = 1, 1000000 do t[i + 1] = "việc " .. i end
task "nhieu" (t)
