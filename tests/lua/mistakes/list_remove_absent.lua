-- want: 2:3123
sua.nhiem_vu "thang-hanh-dong" { phoi_hop = bo { "standing" }, ly_do = "Bớt" }
