-- want: 3:3052
nhiem_vu "hop" { "Họp giao ban",
  "Họp tổng kết",
}
