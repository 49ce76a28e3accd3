-- want: 3:3105
them.viec "thang-hanh-dong/toa-dam" { "Tọa đàm",
  khi = "xa",
}
