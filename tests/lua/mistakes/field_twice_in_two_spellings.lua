-- want: 4:3141
sua.nhiem_vu "thang-hanh-dong" {
  chu_tri = "women",
  lead = "police",
  ly_do = "Phân công",
}
