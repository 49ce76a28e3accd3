-- want: 2:3070 | says: #; --
# ghi chu
nhiem_vu "hop" { "Họp giao ban", chu_tri = "standing" }
