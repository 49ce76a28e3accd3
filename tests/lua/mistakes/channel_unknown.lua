-- want: 2:6029
tai_lieu "to-roi-xa" { "Tờ rơi", mau = "leaflet.md", kenh = { "htlm" }, doi_tuong = { "nam_gioi" } }
