-- want: 2:3105
sua.nhiem_vu "thang-hanh-dong" { chu_tri = "women", ly_do = "" }
