-- want: 2:3118 | says: tên
don_vi "xa-tan-quy" { loai = "xa" }
