-- want: 0 3
print(pcall(sen.due, "999999999999999999999 ngày trước khi bắt đầu", { from = "15/11", to = "15/12" }))
print(pcall(sen.due, "T-2147483648", { from = "15/11", to = "15/12" }))
print(pcall(sen.due, "E+9223372036854775807w", { from = "15/11", to = "15/12" }))
