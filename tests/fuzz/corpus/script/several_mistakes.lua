-- want: 4:3002 6:3115 7:3055 8:3011 11:3013 12:3068 | says: women
-- mỗi câu một lỗi, kể hết trong một lần
nhiem_vu "hop" { "Họp giao ban", chu_tri = "standing",
  viec "a" { "Việc A" giao_cho = "women" },
}
nhiem_vu "hop-2" { "Họp", chu_chi = "standing" }
sua.nhiem_vu "thang-hanh-dong" { chu_tri = women, ly_do = "Phân công" }
nhiem_vu "hop-3" { “Họp”, chu_tri = "standing" }
sua.nhiem_vu "hop-3" { chu_tri = "womem", ly_do = "Phân công" }
sua.nhiem_vu "hop" { chu_tri = "police", ly_do = "Phân công" }
tổng = 1
if true { print(1) }
