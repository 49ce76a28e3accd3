-- want: 3
_ENV = nil
task "x" { "X" }
