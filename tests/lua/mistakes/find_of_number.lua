-- want: 3:3054 | says: tim_muc
nhiem_vu "hop" { "Họp giao ban", chu_tri = "standing",
  muc = tim_muc(17) }
