-- want: 2:3105 | says: lý do
bo.viec "thang-hanh-dong/radio" { ly_do = 1 }
