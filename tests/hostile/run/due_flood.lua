-- want: 0 3 5
for i = 1, 1e8 do pcall(sen.due, ("1 ngày trước khi "):rep(50) .. i) end
