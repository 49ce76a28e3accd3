-- want: 3:3113
sua.chi_tieu "people-reached" {
  can_dat = { "tỉnh: nhiều hơn năm trước" },
  ly_do = "Kế hoạch tỉnh",
}
