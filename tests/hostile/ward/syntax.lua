task "a" { "A"
