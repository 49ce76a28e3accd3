-- want: 2:3056
nhiem_vuu "hop" { "Họp giao ban" }
nhiem_vu "hop-2" { "Họp giao ban" }
