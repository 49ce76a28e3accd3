-- want: 3:3012
nhiem_vu "hop" { "Họp giao ban",
  ​chu_tri = "women",
}
