-- want: 3
task "a" { "A" .. ("\u{301}"):rep(100) }
