-- want: 2:3050
nhiem_vu { "Họp giao ban", chu_tri = "women" }
