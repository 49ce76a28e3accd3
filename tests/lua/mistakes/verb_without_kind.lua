-- want: 2:3060
sua "thang-hanh-dong" { chu_tri = "women", ly_do = "Phân công" }
