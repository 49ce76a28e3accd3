-- want: 0 5
local s = string.rep("", 2 ^ 53 | 0)
return #s
