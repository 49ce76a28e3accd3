-- want: 3:3116
sua.nhiem_vu "thang-hanh-dong" {
  xyzxyzxyz = "women",
  ly_do = "Phân công lại",
}
