-- want: 2:3124
sua.nhiem_vu "thang-hanh-dong" { phoi_hop = them { "women" }, ly_do = "Thêm" }
