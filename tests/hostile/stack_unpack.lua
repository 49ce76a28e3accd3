-- want: 3 5
local t = {}
for i = 1, 900000 do t[i] = i end
return select("#", table.unpack(t))
