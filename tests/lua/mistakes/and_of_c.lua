-- want: 3:3070 | says: &&; and
local a, b = true, true
if a && b then print(a) end
