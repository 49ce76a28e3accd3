-- want: 3:3901
su_kien "le" { "Lễ phát động",
  ngay = "2026-31-11" }
