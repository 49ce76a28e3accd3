-- want: 2:3003 4:3003 6:3007
nhiem_vu "hop" { "Họp giao ban", chu_tri = "standing"
nhiem_vu "hop-2" { "Họp hai", chu_tri = "standing" }
nhiem_vu "hop-3" { "Họp ba", chu_tri = "standing"
nhiem_vu "hop-4" { "Họp bốn", chu_tri = "standing" }
local function f(x)
  return x
nhiem_vu "hop-5" { "Họp năm", chu_tri = "standing" }
