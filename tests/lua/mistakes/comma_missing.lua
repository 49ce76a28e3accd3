-- want: 3:3002
sua.nhiem_vu "thang-hanh-dong" {
  chu_tri = "women"
  ly_do = "Phân công lại",
}
