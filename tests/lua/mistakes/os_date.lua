-- want: 2:3059 | says: os
print(os.date())
