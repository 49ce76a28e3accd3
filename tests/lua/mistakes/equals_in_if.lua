-- want: 3:3069 | says: ==
local loai = "xa"
if loai = "xa" then print(loai) end
