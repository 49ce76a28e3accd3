-- want: 3:3105
nhiem_vu "hop" { "Họp giao ban", chu_tri = "standing",
  ghi_chu = true }
