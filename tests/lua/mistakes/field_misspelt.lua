-- want: 3:3115
sua.nhiem_vu "thang-hanh-dong" {
  chu_chi = "women",
  ly_do = "Phân công lại",
}
