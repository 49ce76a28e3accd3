-- want: 3
error(("x"):rep(5000000))
