-- want: 0 3
table.insert(string, 1, print)
table.move({ print, print }, 1, 2, 1, sen)
table.sort(math)
print(("x"):rep(3))
