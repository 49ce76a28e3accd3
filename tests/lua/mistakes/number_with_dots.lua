-- want: 3:3019 | says: 1.250.000
nhiem_vu "hop" { "Họp giao ban", chu_tri = "standing",
  so_lan = 1.250.000 }
