-- want: 2:3122
sua.nhiem_vu "thang-hanh-dong" { chu_tri = them { "women" }, ly_do = "Thêm" }
