-- want: 5
for _ = 1, 1e9 do print(("x"):rep(1000)) end
