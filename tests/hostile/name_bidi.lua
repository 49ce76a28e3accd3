-- want: 3
task "x" { "Tên \u{202E}ngược" }
