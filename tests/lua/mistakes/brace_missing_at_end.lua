-- want: 2:3003
nhiem_vu "hop" { "Họp giao ban",
  chu_tri = "women",
