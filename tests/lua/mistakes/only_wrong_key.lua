-- want: 3:3104
nhiem_vu "hop" { "Họp giao ban",
  chi_cho = { mau_sac = "xa" },
}
