-- want: 4:3110
nhiem_vu "hop" { "Họp giao ban", chu_tri = "standing",
  viec "a" { "Việc A", giao_cho = "women", han = "20/11" },
  viec "a" { "Việc B", giao_cho = "women", han = "20/11" } }
