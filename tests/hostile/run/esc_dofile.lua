-- want: 3
dofile("/etc/passwd")
