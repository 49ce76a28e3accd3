-- want: 3:3105
don_vi "xa-tan-quy" { ten = "Xã Tân Quý", loai = "xa",
  duong_day_nong = "113" }
