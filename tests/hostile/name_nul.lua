-- want: 3
task "a\0b" { "T" }
