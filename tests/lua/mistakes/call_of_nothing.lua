-- want: 3:3041 | says: in_ra
local t = {}
t.in_ra("Họp")
