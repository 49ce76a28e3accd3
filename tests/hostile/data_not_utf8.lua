-- want: 3
task "a" { "T\xff\xfe" }
