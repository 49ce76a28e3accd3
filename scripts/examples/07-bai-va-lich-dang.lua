-- 07-bai-va-lich-dang.lua - một bài đăng mới từ mẫu của mình và lịch đăng bài đó.
-- Mẫu là tệp Markdown đặt trong thư mục content/ của đơn vị; ở đây mượn mẫu có sẵn.

tai_lieu "bai-zalo-20-10" { "Bài Zalo nhân ngày 20/10",
  mau = "zalo-online-safety.md",
  doi_tuong = { "nam_gioi", "phu_nu" },
  kenh = { "zalo" },
  hieu_luc = "15/10 - 25/10",
  nguoi_duyet = "Phó Chủ tịch",
}

lich "dang-20-10" { "Đăng bài ngày 20/10",
  tai_lieu = { "bai-zalo-20-10" },
  kenh = "zalo",
  cac_ngay = { "18/10", "20/10" },
  gio = { "19:30" },
  giao_cho = "doan-thanh-nien",
}
