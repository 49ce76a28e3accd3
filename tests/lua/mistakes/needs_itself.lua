-- want: 2:3142
sua.viec "thang-hanh-dong/plan" { can_xong = "plan", ly_do = "Nhầm" }
