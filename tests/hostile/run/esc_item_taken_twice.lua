-- want: 0 3
local i = item "a" { "A" }
task "t" { "T", i }
task "u" { "U", i, i, i }
item "b" { "B", i }
