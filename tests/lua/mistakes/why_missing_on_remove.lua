-- want: 2:3119
bo.viec "thang-hanh-dong/radio" { }
