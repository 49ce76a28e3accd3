-- want: 3:3115 | says: chu_tri
nhiem_vu "hop" { "Họp giao ban",
  chu_trii = "standing" }
