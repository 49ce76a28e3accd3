-- want: 0
assert(getmetatable(find "x") == false)
assert(getmetatable(print) == false)
assert(getmetatable(string) == false)
assert(getmetatable(sua) == false)
