-- want: 3:3106
them.viec "thang-hanh-dong/toa-dam" { "Tọa đàm",
  han = "31/11",
}
