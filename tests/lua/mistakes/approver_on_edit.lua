-- want: 2:3143
sua.nhiem_vu "thang-hanh-dong" { chu_tri = "women", ly_do = "Phân công", nguoi_duyet = "Chủ tịch" }
