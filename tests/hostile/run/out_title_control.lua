-- want: 3
task "a" { "A\27]0;x\7" }
