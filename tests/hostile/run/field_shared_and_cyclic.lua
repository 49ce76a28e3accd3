-- want: 3
local t = { "Vòng" }
t.evidence = t
t.with = { t, { t } }
for i = 1, 500 do task("v" .. i) (t) end
