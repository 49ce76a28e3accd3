-- want: 3
local f = find "x"
for i = 1, 100 do f = find { f } end
task "t" { "T", clause = f }
