-- want: 2:3013 | says: tong
tổng = 1
