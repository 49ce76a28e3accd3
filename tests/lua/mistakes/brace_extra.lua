-- want: 3:3006
nhiem_vu "hop" { "Họp giao ban" }
}
