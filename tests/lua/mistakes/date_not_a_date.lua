-- want: 3:3106
van_ban "qd-1" { "Quyết định", so_hieu = "1/QĐ",
  ngay = "tháng ba",
}
