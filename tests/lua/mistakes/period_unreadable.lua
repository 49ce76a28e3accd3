-- want: 3:3904
nhiem_vu "hop" { "Họp giao ban", chu_tri = "standing",
  thoi_gian = "lúc nào rảnh" }
