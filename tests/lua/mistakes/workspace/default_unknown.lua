-- want: 3:8021
noi_lam_viec { ten = "Thử", don_vi = { "xa-tan-quy" },
  mac_dinh = "xa-khong-co" }
