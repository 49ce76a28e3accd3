-- want: 2:3103 | says: phuong
don_vi "xa-tan-quy" { ten = "Xã Tân Quý", loai = "phuongg" }
