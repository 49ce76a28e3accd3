-- want: 0 3
print(tasks:search(("a"):rep(1000000)):count())
