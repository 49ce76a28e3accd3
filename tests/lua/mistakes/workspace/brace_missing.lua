-- want: 2:3003
noi_lam_viec { ten = "Thử", don_vi = { "xa-tan-quy" }
