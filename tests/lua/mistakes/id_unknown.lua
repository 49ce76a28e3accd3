-- want: 2:3101
sua.nhiem_vu "thang-hanh-dog" { chu_tri = "women", ly_do = "Phân công" }
