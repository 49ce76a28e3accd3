-- want: 2:3119
sua.nhiem_vu "thang-hanh-dong" { chu_tri = "women" }
