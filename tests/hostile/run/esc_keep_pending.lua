-- want: 3
local keep
local p = task "one"
p { "Một" }
p { "Hai" }
p { "Ba" }
