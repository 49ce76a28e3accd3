-- want: 3:3073 | says: return
nhiem_vu "hop" { "Họp giao ban", chu_tri = "standing",
  khi = function(u) u.kind == "xa" end }
