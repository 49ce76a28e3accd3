-- want: 3
pcall(utf8.char, 0x7FFFFFFF, -1)
pcall(utf8.codepoint, "\xff", 1, -1)
pcall(utf8.offset, "abc", math.mininteger, math.maxinteger)
return utf8.len("abc", math.mininteger)
