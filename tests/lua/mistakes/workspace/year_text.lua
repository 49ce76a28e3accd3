-- want: 3:3105
noi_lam_viec { ten = "Thử", don_vi = { "xa-tan-quy" },
  nam_ke_hoach = "hai nghìn hai sáu" }
