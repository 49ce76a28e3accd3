-- want: 3
sen.log = print
