-- want: 3:3103
nhiem_vu "hop" { "Họp giao ban",
  chi_cho = { loai = "phuongg" },
}
