-- want: 3
_G.task = nil
