-- want: 3:3110
nhiem_vu "hop" { "Họp giao ban" }
nhiem_vu "hop" { "Họp tổng kết" }
