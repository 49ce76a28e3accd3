-- want: 2:3101
them.viec "thang-hanh-dng/toa-dam" { "Tọa đàm" }
