-- want: 3:3144
nhiem_vu "hop" { "Họp giao ban", chu_tri = "standing",
  muc = "IX.99.1" }
