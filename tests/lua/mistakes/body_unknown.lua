-- want: 3:3101
sua.nhiem_vu "thang-hanh-dong" {
  chu_tri = "womem",
  ly_do = "Phân công",
}
