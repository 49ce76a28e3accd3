-- want: 3
local t = { "x" }
for _ = 1, 100000 do t = { t } end
task "sâu" { "Sâu", evidence = t, with = t, clause = t, note = t }
