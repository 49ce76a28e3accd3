-- want: 3
return select(math.mininteger, 1, 2, 3)
