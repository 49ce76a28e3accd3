-- want: 2:3003
nhiem_vu "hop" { "Họp giao ban",
  chu_tri = "women"

nhiem_vu "hop-2" { "Họp tổng kết" }
