-- want: 3:3055
nhiem_vu "hop" { "Họp giao ban", chu_tri = "standing",
  ghi_chu = True }
