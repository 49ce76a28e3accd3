-- want: 0
assert(1 << 64 == 0 and 1 >> -64 == 0 and 1 << math.mininteger == 0)
assert(math.mininteger // -1 == math.mininteger and math.mininteger % -1 == 0)
