-- want: 3
return os.getenv("HOME")
