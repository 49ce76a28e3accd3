-- want: 2:3114
nhiem_vu "Họp giao ban" { "Họp giao ban", chu_tri = "women" }
