-- budget.lua - dự toán, sử dụng và quyết toán kinh phí (H11).

task "budget" { "Bảo đảm kinh phí cho hoạt động bình đẳng giới",
  also     = "kinh-phi",
  group    = "Kinh phí",
  clause   = { find "Dự toán kinh phí", find "191/2009/TT-BTC", find "dự toán chi ngân sách", find "lập dự toán", find "dự toán ngân sách",
               find "nguồn kinh phí", find "kinh phí thực hiện" },
  lead     = "finance", with = { "culture-social", "office", "women" },
  period   = "01/01 - 31/12",
  indicators = { "budget-planned", "budget-spent" },
  legal    = { "tt-191-2009" },
  evidence = { "bảng dự toán", "quyết định giao", "chứng từ", "báo cáo quyết toán" },
  note     = "Thông tư 191/2009/TT-BTC còn áp dụng hay đã được thay: cần hỏi cơ quan tài chính cấp trên.",

  item "estimate" { "Lập dự toán năm sau theo từng hoạt động, từng nguồn: ngân sách, lồng ghép, vận động",
    who = "culture-social", due = "15/7", evidence = { "bảng dự toán" } },
  item "defend"   { "Làm việc với bộ phận tài chính để bảo vệ từng dòng chi",
    who = "culture-social", due = "30/9", needs = "estimate", evidence = { "biên bản làm việc" } },
  item "allocate" { "Phân bổ kinh phí năm nay ngay khi có quyết định giao, trước hết cho việc có hạn sớm",
    who = "finance", due = "31/01", evidence = { "quyết định giao" } },
  item "track"    { "Ghi số đã chi theo hoạt động; báo cáo tỷ lệ giải ngân",
    who = "finance", every = "quarter", times = 4, due = "31/12", needs = "allocate", evidence = { "bảng theo dõi" } },
  item "settle"   { "Quyết toán với chứng từ đầy đủ", who = "finance", due = "31/12", needs = "track", evidence = { "báo cáo quyết toán" } },
}
