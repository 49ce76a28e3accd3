-- 04-dat-muc-chi-tieu.lua - đặt mức cần đạt của đơn vị cho một chỉ tiêu; và thêm một chỉ tiêu riêng.

sua.chi_tieu "dan-so-duoc-tiep-can" {
  can_dat = them { "don_vi: 85% năm 2026" },           -- mức quốc gia bị khóa: chỉ thêm mức của mình, không xóa mức cũ
  ly_do = "Kế hoạch của tỉnh giao",
}

chi_tieu "nhom-nam-gioi" { "Số nhóm nam giới nòng cốt đang hoạt động",
  loai = "cuoi_ky",                                    -- phat_sinh: cộng dồn; cuoi_ky: đếm ở cuối kỳ; moi_nhat: lấy số mới nhất
  don_vi_tinh = "nhóm",
  dinh_ky = "quy",
  giao_cho = "mat-tran",
  huong = "it_nhat", can_dat = { "don_vi: 8 năm 2026" },
}
