-- want: 3
error("\xff\xfe\27[2J\0tail")
