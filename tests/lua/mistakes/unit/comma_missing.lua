-- want: 2:3002
don_vi "xa-tan-quy" { ten = "Xã Tân Quý"
  loai = "xa" }
