-- want: 3
return table.move({}, 1, math.maxinteger - 1, 2)
