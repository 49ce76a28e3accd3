-- want: 3
return _ENV["\27[31m" .. ("x"):rep(100000)]
