-- unit.lua: hồ sơ của đơn vị. Bổ sung người ký, khung giờ phát thanh, số điện thoại cần in ra.
unit "phuong-an-hoa" {
  name = "Phường An Hòa",
  kind = "phuong",
  place = "An Hòa",
}
