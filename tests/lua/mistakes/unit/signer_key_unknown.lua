-- want: 3:3103
don_vi "xa-tan-quy" { ten = "Xã Tân Quý", loai = "xa",
  nguoi_ky = { chuc = "CHỦ TỊCH" } }
