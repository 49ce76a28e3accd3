-- want: 3:3113
chi_tieu "ty-le" { "Tỷ lệ", loai = "moi_nhat", don_vi_tinh = "%",
  can_dat = { "don_vi: tăng dần năm 2026" } }
