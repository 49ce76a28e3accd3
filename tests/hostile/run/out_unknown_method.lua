-- want: 3
return sen["\27]0;" .. ("y"):rep(100000)]
