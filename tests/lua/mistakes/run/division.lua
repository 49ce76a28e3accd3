-- want: 2:3042
print(1 // 0)
