-- want: 2:3071
nhiem_vu "hop" { "Họp "giao ban" tháng", chu_tri = "women", ghi_chu = "Mời "Hội Phụ nữ" dự" }
