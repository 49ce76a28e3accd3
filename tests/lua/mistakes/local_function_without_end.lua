-- want: 2:3007 | says: end
local function dem(ds)
  return #ds
nhiem_vu "hop" { "Họp giao ban", chu_tri = "standing" }
