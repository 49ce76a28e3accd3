-- want: 5
print(("x"):rep(1048577))
