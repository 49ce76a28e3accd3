-- want: 3:3116
chi_tieu "so-nguoi" { "Số người dự", loai = "phat_sinh", don_vi_tinh = "người",
  kinh_phi = 5 }
