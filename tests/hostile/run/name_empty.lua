-- want: 3
task "" { "T" }
