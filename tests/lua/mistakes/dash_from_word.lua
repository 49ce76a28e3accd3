-- want: 2:3011
nhiem_vu "hop" { "Họp giao ban", ghi_chu = "a" } –- ghi thêm
