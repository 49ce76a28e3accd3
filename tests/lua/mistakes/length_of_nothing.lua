-- want: 3:3064 | says: ds
local ds
print(#ds)
