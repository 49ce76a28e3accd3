-- want: 3:3071
nhiem_vu "hop" { "Họp",
  ghi_chu = 'Ke hoach 'so 17' cua tinh', chu_tri = "standing" }
