-- want: 3
task "task:a.b" { "T" }
