-- want: 3:3004
nhiem_vu "hop" { "Họp giao ban",
  ghi_chu = "mời thêm công đoàn,
  chu_tri = "women",
}
