-- 06-chi-cho-mot-so-don-vi.lua - câu dùng chung cho nhiều đơn vị nhưng chỉ có tác dụng ở nơi cần (đặt ở lớp của tỉnh).

-- Cách dễ nhất: chi_cho.
nhiem_vu "ghe-truyen-thong" { "Truyền thông trên ghe tại các chợ nổi",
  chi_cho   = { loai = "xa" },                         -- chỉ các xã
  chu_tri   = "doan-thanh-nien",
  thoi_gian = "01/6 - 30/6",
  viec "lich" { "Chọn ngày chợ đông, mượn ghe và loa", giao_cho = "doan-thanh-nien", han = "25/5" },
  viec "phat" { "Phát tờ rơi, nói chuyện với người đi chợ", giao_cho = "phu-nu", han = "30/6", can_xong = "lich" },
}

-- Khi điều kiện khó nói bằng chi_cho: viết một hàm. u là hồ sơ đơn vị.
nhiem_vu "khu-nha-tro" { "Sinh hoạt với công nhân ở khu nhà trọ",
  khi       = function(u) return u.kind == "phuong" end,
  chu_tri   = "cong-doan",
  thoi_gian = "01/5 - 30/11",
  viec "gap" { "Gặp công nhân sau giờ làm, phát số điện thoại báo tin", giao_cho = "cong-doan", han = "30/9" },
}
