-- want: 3
return math.random(math.maxinteger, math.mininteger)
