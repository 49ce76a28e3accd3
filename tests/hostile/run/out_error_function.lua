-- want: 3
error(print)
