-- want: 2:3139
bo.viec "thang-hanh-dong/radio" { so_lan = 2, ly_do = "Đài hỏng" }
