-- want: 3
io.open("/etc/passwd")
