-- want: 0 3
local t = setmetatable({}, { __len = function() return 2 ^ 52 | 0 end })
table.insert(t, 1)
table.remove(t)
table.sort(t)
table.concat(t)
return #table.pack(table.unpack(t))
