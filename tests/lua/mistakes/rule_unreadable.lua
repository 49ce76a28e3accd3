-- want: 3:3901
them.viec "thang-hanh-dong/toa-dam" { "Tọa đàm",
  han = "khi nào tiện thì làm",
}
