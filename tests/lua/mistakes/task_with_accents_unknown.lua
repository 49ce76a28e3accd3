-- want: 2:3101 | says: thang-hanh-dong
sua.nhiem_vu "tháng hành độngg" { chu_tri = "women", ly_do = "Phân công" }
