-- want: 3
task "a\27[31m\nlỗi giả" { "A" }
