-- want: 2:3102
them.viec "thang-hanh-dong/toa-dam" { "Tọa đàm", dat_sau = "viec-khong-co" }
