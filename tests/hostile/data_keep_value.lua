-- want: 0
local f = find "x"
kept = f
task "a" { "T", clause = kept }
