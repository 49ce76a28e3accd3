-- want: 0 3
sen.lint.term { ("x"):rep(1000000), why = ("y"):rep(1000000) }
