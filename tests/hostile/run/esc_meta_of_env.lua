-- want: 3
getmetatable(_ENV).__index = nil
