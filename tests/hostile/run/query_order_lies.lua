-- want: 0 3
local n = 0
print(tasks:order(function(x) n = n + 1; return n % 2 == 0 and "a" or {} end):count())
