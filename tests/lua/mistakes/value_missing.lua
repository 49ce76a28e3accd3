-- want: 3:3017
nhiem_vu "hop" { "Họp giao ban",
  chu_tri = ,
}
