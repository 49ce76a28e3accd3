-- want: 3 5
return #("x"):rep(1000000):gsub("x", ("y"):rep(1000))
