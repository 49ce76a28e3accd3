-- want: 2:3055 | says: null
local x = { y = null }
print(x.y)
