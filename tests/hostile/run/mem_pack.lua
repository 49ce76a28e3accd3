-- want: 3 5
local t = {}
for i = 1, 10000 do t[i] = i end
local all = {}
for i = 1, 1e6 do all[i] = table.pack(table.unpack(t)) end
