-- want: 3:3016
sua.nhiem_vu "thang-hanh-dong" {
  chu tri = "women",
  ly_do = "Phân công lại",
}
