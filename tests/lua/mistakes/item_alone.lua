-- want: 2:3061
viec "toa-dam" { "Tọa đàm" }
