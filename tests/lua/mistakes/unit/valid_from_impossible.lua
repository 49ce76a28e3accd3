-- want: 3:3106
don_vi "xa-tan-quy" { ten = "Xã Tân Quý", loai = "xa",
  tu_ngay = "31/06/2025" }
