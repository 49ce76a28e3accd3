-- 10-work-programme.lua - kế hoạch năm của đơn vị và văn bản hướng dẫn (H10).

task "work-programme" { "Ban hành kế hoạch năm về bình đẳng giới và vì sự tiến bộ của phụ nữ",
  also     = "ke-hoach-nam",
  group    = "Kế hoạch",
  clause   = { find "chương trình công tác", find "văn bản hướng dẫn hoạt động", find "xây dựng kế hoạch triển khai",
               find "triển khai thực hiện kế hoạch", find "xây dựng kế hoạch và triển khai",
               find "ban hành kế hoạch thực hiện", find "kế hoạch cụ thể" },
  lead     = "culture-social", with = { "office", "finance", "women" },
  period   = "01/01 - 31/3",
  due      = "31/3",
  evidence = { "kế hoạch đã ký", "văn bản gửi khu dân cư" },

  item "read"    { "Đọc kế hoạch cấp trên, ghi ra việc của {{ unit.kind }}, hạn phải nộp và chỗ cần hỏi lại",
    who = "culture-social", due = "31/01", evidence = { "bản ghi" } },
  item "adapt"   { "Điều chỉnh việc, người làm, hạn cho đúng với {{ unit.kind }}; ghi lý do từng chỗ sửa",
    who = "culture-social", due = "15/02", needs = "read", evidence = { "bảng điều chỉnh" } },
  item "consult" { "Lấy ý kiến các cơ quan, đoàn thể được giao việc",
    who = "office", due = "28/02", needs = "adapt", evidence = { "bản tổng hợp ý kiến" } },
  item "sign"    { "Trình ký, lấy số, gửi đến người thực hiện và cơ quan cấp trên",
    who = "office", due = "15/3", needs = "consult", evidence = { "kế hoạch đã ký" } },
  item "publish" { "Đăng kế hoạch trên trang thông tin; tóm tắt một trang gửi trưởng khu dân cư",
    who = "media", due = "25/3", needs = "sign", evidence = { "đường dẫn", "bản tóm tắt" } },
}
