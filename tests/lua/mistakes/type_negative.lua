-- want: 3:3111
them.viec "thang-hanh-dong/toa-dam" { "Tọa đàm",
  so_lan = -4,
}
