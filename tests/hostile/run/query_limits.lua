-- want: 0 3
print(tasks:limit(2^53):skip(2^53):count(), tasks:limit(-1):count())
