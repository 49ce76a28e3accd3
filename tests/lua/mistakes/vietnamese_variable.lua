-- want: 2:3013 | says: tổng; tong
tổng = 1
