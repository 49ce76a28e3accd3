-- want: 3:3103
chi_tieu "so-cuoc" { "Số cuộc",
  loai = "phat_sin",
}
