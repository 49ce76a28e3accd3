-- want: 5
while true do pcall(print, ("x"):rep(100000)) end
