-- want: 4:3142
nhiem_vu "hop" { "Họp giao ban", chu_tri = "standing",
  viec "a" { "Việc A", giao_cho = "women", han = "20/11", can_xong = "b" },
  viec "b" { "Việc B", giao_cho = "women", han = "20/11", can_xong = "a" } }
