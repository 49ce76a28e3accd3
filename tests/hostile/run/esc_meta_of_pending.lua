-- want: 3
task "a" { "A" }
getmetatable(task "b").__call = print
