-- want: 3:3106
nhiem_vu "hop" { "Họp giao ban",
  thoi_gian = "30/02 - 15/03",
}
