-- want: 0 3 5
local t = {}
for i = 1, 9000 do t[i] = pcall end
return pcall(table.unpack(t))
