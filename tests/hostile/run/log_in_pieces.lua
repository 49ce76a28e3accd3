-- want: 0 3 5
-- many empty lines, many empty arguments: all of it counts
local none = {}
for i = 1, 9000 do none[i] = "" end
while true do print(table.unpack(none)) end
