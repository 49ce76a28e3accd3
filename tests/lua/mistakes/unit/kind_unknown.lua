-- want: 2:3104
don_vi "xa-tan-quy" { ten = "Xã Tân Quý", loai = "lang-que" }
