-- want: 3:3101
thanh_vien "mai" { "Nguyễn Thị Mai",
  co_quan = "womenn" }
