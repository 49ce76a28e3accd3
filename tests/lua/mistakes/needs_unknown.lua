-- want: 3:3101
them.viec "thang-hanh-dong/toa-dam" { "Tọa đàm",
  can_xong = "plen",
}
