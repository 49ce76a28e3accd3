-- want: 0 3 5
local t = {}
for i = 1, 1e5 do t[i] = { table.unpack({}, 1, 9999) } end
