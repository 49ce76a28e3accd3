-- want: 3:3101 | says: police
sua.nhiem_vu "thang-hanh-dong" {
  chu_tri = "polcie", ly_do = "Phân công" }
