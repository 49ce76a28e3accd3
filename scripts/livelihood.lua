-- livelihood.lua - việc làm, thu nhập, an sinh; quan tâm phụ nữ khuyết tật, phụ nữ nghèo, phụ nữ đơn thân (H3).

task "livelihood" { "Hỗ trợ phụ nữ có việc làm và tăng thu nhập",
  also     = "sinh-ke",
  clause   = { find "tạo việc làm", find "tăng thu nhập", find "khởi nghiệp", find "phát triển kinh tế cho phụ nữ",
               find "phụ nữ phát triển kinh tế" },
  lead     = "women", with = { "culture-social", "finance", "farmers" },
  period   = "01/01 - 31/12",
  evidence = { "bảng nhu cầu", "danh sách vay vốn (lưu nội bộ)", "báo cáo mô hình" },

  item "needs"  { "Hỏi nhu cầu học nghề, vay vốn, tìm việc của phụ nữ; tổng hợp thành số lượng theo từng khu dân cư",
    who = "women", due = "31/3", evidence = { "bảng tổng hợp" } },
  item "match"  { "Giới thiệu người có nhu cầu với lớp nghề, ngân hàng chính sách, doanh nghiệp đang tuyển",
    who = "culture-social", every = "quarter", times = 4, due = "30/11", needs = "needs", evidence = { "sổ giới thiệu" } },
  item "model"  { "Giúp một mô hình kinh tế do phụ nữ làm chủ: kế hoạch, đăng ký, bán hàng qua mạng",
    who = "women", due = "30/9", evidence = { "báo cáo mô hình", "ảnh" } },
  item "review" { "Đếm số phụ nữ có việc làm mới, có thu nhập khá hơn so với đầu năm",
    who = "women", due = "25/11", needs = { "match", "model" }, evidence = { "biểu số liệu" } },
}

task "vulnerable-women" { "Chăm lo an sinh cho phụ nữ yếu thế: khuyết tật, nghèo, đơn thân, cao tuổi",
  also     = "phu-nu-yeu-the",
  clause   = { find "phụ nữ khuyết tật", find "phụ nữ nghèo", find "đối tượng yếu thế", find "phụ nữ yếu thế",
               find "phụ nữ dân tộc thiểu số" },
  lead     = "culture-social", with = { "women", "health", "elderly", "hamlet" },
  period   = "01/01 - 31/12",
  evidence = { "biểu số lượng theo nhóm", "sổ thăm hỏi (lưu nội bộ)" },
  note     = "Danh sách người được giúp là dữ liệu cá nhân: chỉ lưu ở cơ quan, không đính kèm báo cáo, không đăng lên mạng.",

  item "count"   { "Rà soát số phụ nữ yếu thế theo nhóm; chỉ đưa số lượng vào báo cáo",
    who = "hamlet", due = "31/3", evidence = { "biểu số lượng" } },
  item "rights"  { "Kiểm tra từng trường hợp đã được hưởng đủ trợ cấp, thẻ bảo hiểm y tế, hỗ trợ nhà ở theo quy định",
    who = "culture-social", due = "30/6", needs = "count", evidence = { "bảng đối chiếu" } },
  item "access"  { "Bảo đảm buổi họp, buổi truyền thông có lối đi, chỗ ngồi, phiên dịch phù hợp cho người khuyết tật",
    who = "culture-social", every = "quarter", times = 4, due = "15/12", evidence = { "phiếu kiểm tra trước buổi họp" } },
  item "visit"   { "Thăm hỏi, giúp đỡ vào các dịp lễ, Tết và khi có thiên tai, dịch bệnh",
    who = "women", times = 2, every = "year", due = "31/12", evidence = { "sổ thăm hỏi" } },
}
