-- want: 3:3104
tai_lieu "to-roi-xa" { "Tờ rơi", mau = "leaflet.md", kenh = { "html" },
  doi_tuong = { "nguoi-hanh-tinh-khac" } }
