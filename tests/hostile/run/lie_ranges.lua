-- want: 3
pcall(table.move, {}, math.mininteger, math.maxinteger, 1)
pcall(table.unpack, {}, math.mininteger, math.maxinteger)
pcall(table.concat, {}, "", math.mininteger, math.maxinteger)
pcall(string.rep, "x", math.maxinteger, ("y"):rep(100))
pcall(string.sub, "x", math.mininteger, math.maxinteger)
return table.unpack({}, math.maxinteger - 1, math.maxinteger)
