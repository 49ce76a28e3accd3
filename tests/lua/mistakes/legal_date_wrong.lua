-- want: 3:3106
van_ban "kh-17" { "Kế hoạch của tỉnh", so_hieu = "17/KH-UBND",
  ngay = "30/02/2026" }
