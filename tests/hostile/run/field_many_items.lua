-- want: 3 5
local t = { "Nhiệm vụ có triệu việc" }
for i = 1, 1000000 do t[#t + 1] = item("v" .. i) { "Việc" } end
task "nhieu" (t)
