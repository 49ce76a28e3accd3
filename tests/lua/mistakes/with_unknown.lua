-- want: 3:3102
nhiem_vu "hop" { "Họp giao ban", chu_tri = "standing",
  phoi_hop = { "women", "khong-co-dau-moi-nay" } }
