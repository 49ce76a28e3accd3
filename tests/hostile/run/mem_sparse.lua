-- want: 0 3 5
local t = {}
for i = 0, 60 do t[2 ^ i] = i end
t[math.maxinteger] = 1
table.insert(t, 1)
return #table.concat({}, "x", math.maxinteger, math.maxinteger - 1)
