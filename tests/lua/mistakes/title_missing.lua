-- want: 2:3118
nhiem_vu "hop" { chu_tri = "women" }
