-- want: 0 3 5
local t = {}
for i = 1, 9000 do t[i] = "x" end
for i = 1, 20000 do task("t" .. i) { "T", with = t, evidence = t } end
