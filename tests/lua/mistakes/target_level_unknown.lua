-- want: 3:3113
chi_tieu "ty-le" { "Tỷ lệ", loai = "moi_nhat", don_vi_tinh = "%",
  can_dat = { "huyen: 60% năm 2026" } }
