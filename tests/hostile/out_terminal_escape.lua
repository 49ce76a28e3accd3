-- want: 0 3
print("\27[2J\27]0;owned\7")
error("\27[31mred")
