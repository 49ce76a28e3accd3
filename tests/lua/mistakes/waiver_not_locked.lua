-- want: 2:3126
ngoai_le.nhiem_vu "thang-hanh-dong" { thoi_gian = "01/11 - 15/12", ly_do = "Mưa lũ", nguoi_duyet = "Chủ tịch", het_hieu_luc = "31/12/2026" }
