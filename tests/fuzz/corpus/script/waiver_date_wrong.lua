-- want: 3:3106
ngoai_le.nhiem_vu "bao-cao-nam" { han = "10/12", ly_do = "Mưa lũ", nguoi_duyet = "Chủ tịch",
  het_hieu_luc = "31/02/2027" }
