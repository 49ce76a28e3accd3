-- want: 2:3130
sua.nhiem_vu "thang-hanh-dong" { ly_do = "Phân công" }
