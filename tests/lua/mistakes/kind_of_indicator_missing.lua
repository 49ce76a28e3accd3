-- want: 2:3118 | says: loại
chi_tieu "so-nguoi" { "Số người dự", don_vi_tinh = "người" }
