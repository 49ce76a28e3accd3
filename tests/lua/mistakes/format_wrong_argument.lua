-- want: 2:3045
print(string.format("%d", "mười hai"))
