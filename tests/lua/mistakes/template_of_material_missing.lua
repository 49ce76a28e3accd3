-- want: 2:4160 | says: khong-co.md
tai_lieu "to-roi-xa" { "Tờ rơi", mau = "khong-co.md", kenh = { "html" }, doi_tuong = { "nam_gioi" } }
