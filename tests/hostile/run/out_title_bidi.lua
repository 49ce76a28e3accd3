-- want: 3
task "a" { "A\u{202E}B" }
