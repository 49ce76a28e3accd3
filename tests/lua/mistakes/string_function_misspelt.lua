-- want: 2:3025 | says: fromat
print(string.fromat("%d", 1))
