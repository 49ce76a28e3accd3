-- want: 2:6017
sen.output { id = "bang-tin", suffix = "tin.txt", render = function(doc) end }
tai_lieu "tin" { "Tin", mau = "leaflet.md", doi_tuong = { "nam_gioi" },
  kenh = { "bang-tin" } }
