-- want: 3
return table.concat({}, "", 1, math.maxinteger)
