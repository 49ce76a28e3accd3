-- want: 3:3005
nhiem_vu "hop" { "Họp giao ban",
  chu_tri "women",
}
