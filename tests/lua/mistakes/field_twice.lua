-- want: 4:3014
sua.nhiem_vu "thang-hanh-dong" {
  chu_tri = "women",
  chu_tri = "police",
  ly_do = "Phân công",
}
