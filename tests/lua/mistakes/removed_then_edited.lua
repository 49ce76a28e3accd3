-- want: 3:3101
bo.viec "thang-hanh-dong/radio" { ly_do = "Đài hỏng" }
sua.viec "thang-hanh-dong/radioo" { so_lan = 2, ly_do = "Giảm" }
