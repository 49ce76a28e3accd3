-- unit.lua: hồ sơ của đơn vị. Bổ sung người ký, khung giờ phát thanh, số điện thoại cần in ra.
unit "xa-tan-quy" {
  name = "Xã Tân Quy",
  kind = "xa",
  place = "Tân Quy",
}
