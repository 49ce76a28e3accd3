-- want: 3:3104
noi_lam_viec { ten = "Thử", don_vi = { "xa-tan-quy" },
  ngon_ngu = "pháp" }
