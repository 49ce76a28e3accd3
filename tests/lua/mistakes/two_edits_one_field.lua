-- want: 3:3121
sua.nhiem_vu "thang-hanh-dong" { chu_tri = "women", ly_do = "Lần một" }
sua.nhiem_vu "thang-hanh-dong" { chu_tri = "police", ly_do = "Lần hai" }
