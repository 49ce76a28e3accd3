-- want: 3:3069 | says: =
sua.nhiem_vu "thang-hanh-dong" {
  chu_tri == "women", ly_do = "Phân công" }
