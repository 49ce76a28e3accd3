-- want: 3:3102
sua.nhiem_vu "thang-hanh-dong" {
  phoi_hop = "women, police", ly_do = "Phân công" }
