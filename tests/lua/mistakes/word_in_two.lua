-- want: 2:3016
nhiem vu "hop" { "Họp giao ban" }
