-- want: 3
error()
