-- 12-membership.lua - kiện toàn tổ chức, quy chế làm việc (H9).

task "membership" { "Kiện toàn thành viên và giữ nền nếp theo quy chế làm việc",
  also     = "kien-toan",
  group    = "Tổ chức, nhân sự",
  clause   = { find "kiện toàn", find "Quy chế làm việc" },
  lead     = "standing", with = { "office", "culture-social" },
  period   = "01/01 - 31/12",
  indicators = { "vacant-days" },
  evidence = { "quyết định kiện toàn", "thông báo phân công", "quy chế" },
  note     = "Tên ban, cơ cấu thành viên theo hướng dẫn của tỉnh sau khi sắp xếp tổ chức.",

  item "check"      { "Rà soát danh sách thành viên: ai đã chuyển việc, nghỉ hưu, chưa có người thay",
    who = "standing", every = "quarter", times = 4, due = "ngày làm việc cuối quý IV", evidence = { "danh sách đã rà" } },
  item "decision"   { "Trình quyết định kiện toàn trong mười ngày làm việc kể từ khi có thay đổi",
    who = "culture-social", due = "31/3", needs = "check", evidence = { "quyết định" } },
  item "assignment" { "Thông báo phân công lại: mỗi thành viên theo dõi việc gì, khu dân cư nào",
    who = "standing", due = "15/4", needs = "decision", evidence = { "thông báo" } },
  item "rules"      { "Đọc lại quy chế làm việc; sửa chỗ còn dẫn cơ quan, chức danh không còn nữa",
    who = "justice", due = "30/4", evidence = { "quy chế đã sửa" } },
}
