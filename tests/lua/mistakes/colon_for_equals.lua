-- want: 3:3009
nhiem_vu "hop" { "Họp giao ban",
  chu_tri: "women",
}
