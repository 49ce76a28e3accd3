-- want: 2:3056
sua.nhiemvu "thang-hanh-dong" { chu_tri = "women", ly_do = "Phân công" }
