-- want: 3
task = nil
