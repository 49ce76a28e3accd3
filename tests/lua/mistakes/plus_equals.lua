-- want: 3:3070 | says: +=
local n = 1
n += 1
