-- want: 3:3013
sua.nhiem_vu "thang-hanh-dong" {
  chủ_trì = "women",
  ly_do = "Phân công lại",
}
