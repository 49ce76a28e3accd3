-- want: 3:3011
nhiem_vu "hop" { "Họp giao ban",
  chu_tri = “women”,
}
