-- want: 3:3115 | says: dia_danh
don_vi "xa-tan-quy" { ten = "Xã Tân Quý", loai = "xa",
  dia_dan = "Tân Quý" }
