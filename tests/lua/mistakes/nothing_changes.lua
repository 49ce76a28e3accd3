-- want: 2:3120
sua.nhiem_vu "thang-hanh-dong" { chu_tri = "standing", ly_do = "Phân công" }
