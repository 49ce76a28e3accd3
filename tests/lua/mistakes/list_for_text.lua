-- want: 3:3105 | says: chủ trì
nhiem_vu "hop" { "Họp giao ban",
  chu_tri = { "standing", "women" } }
