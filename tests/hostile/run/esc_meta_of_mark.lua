-- want: 3
getmetatable(find "x").__index = nil
