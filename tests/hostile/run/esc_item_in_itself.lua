-- want: 3
local p = item "a"
local done = p { "A", p }
task "t" { "T", done, p }
