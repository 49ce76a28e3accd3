-- want: 3:3058
local ten = "Họp"
prnt(ten)
