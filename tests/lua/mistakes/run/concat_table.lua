-- want: 2:3043
print("Việc: " .. tasks)
