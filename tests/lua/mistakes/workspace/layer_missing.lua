-- want: 3:8033
noi_lam_viec { ten = "Thử", don_vi = { "xa-tan-quy" },
  lop = { "lop-khong-co" } }
