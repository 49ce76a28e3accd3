-- want: 0 3
local t = setmetatable({}, { __name = ("\27[2J"):rep(100) })
print(t)
return t + 1
