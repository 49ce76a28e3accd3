-- want: 2:3016
ghi chu cua phuong
nhiem_vu "hop" { "Họp giao ban", chu_tri = "standing" }
