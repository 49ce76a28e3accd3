-- want: 3:3118 | says: việc
nhiem_vu "hop" { "Họp giao ban", chu_tri = "standing",
  viec "a" { giao_cho = "women" } }
