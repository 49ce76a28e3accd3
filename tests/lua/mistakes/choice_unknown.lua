-- want: 3:3104
chi_tieu "so-cuoc" { "Số cuộc",
  loai = "zzzzzz",
}
