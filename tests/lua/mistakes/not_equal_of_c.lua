-- want: 3:3070 | says: !=; ~=
local loai = "xa"
if loai != "xa" then print(loai) end
