-- want: 3
return loadfile("/etc/passwd")
