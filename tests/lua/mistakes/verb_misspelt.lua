-- want: 2:3056
suaa.nhiem_vu "thang-hanh-dong" { chu_tri = "women", ly_do = "Phân công" }
