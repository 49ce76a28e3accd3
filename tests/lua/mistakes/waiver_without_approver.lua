-- want: 2:3127
ngoai_le.nhiem_vu "thang-hanh-dong" { thoi_gian = "01/11 - 15/12", ly_do = "Mưa lũ" }
