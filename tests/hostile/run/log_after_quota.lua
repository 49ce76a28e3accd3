-- want: 3
for _ = 1, 2000 do pcall(print, ("y"):rep(1000)) end
error("xong")
