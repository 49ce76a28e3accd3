-- 21-mainstreaming.lua - đưa yêu cầu bình đẳng giới vào kế hoạch, chương trình, ngân sách của địa phương (H2).

task "mainstreaming" { "Lồng ghép bình đẳng giới vào kế hoạch phát triển kinh tế - xã hội và kế hoạch ngành",
  also     = "long-ghep",
  group    = "Lồng ghép giới",
  clause   = { find "lồng ghép các mục tiêu, chỉ tiêu", find "bình đẳng giới trong xây dựng",
               find "lồng ghép nội dung bình đẳng giới", find "lồng ghép giới" },
  lead     = "culture-social", with = { "finance", "office", "justice" },
  period   = "01/01 - 31/12",
  indicators = { "plans-with-gender" },
  evidence = { "sổ theo dõi kế hoạch", "phiếu rà soát", "công văn góp ý" },

  item "register" { "Mở sổ theo dõi kế hoạch của {{ unit.kind }}: đã có nội dung, chỉ tiêu, kinh phí cho bình đẳng giới chưa",
    who = "culture-social", due = "31/3", evidence = { "sổ theo dõi" } },
  item "screen"   { "Soát từng dự thảo kế hoạch trước khi trình ký bằng phiếu một trang",
    who = "culture-social", every = "quarter", times = 4, due = "31/12", needs = "register", evidence = { "phiếu rà soát" } },
  item "annual"   { "Góp ý dự thảo kế hoạch kinh tế - xã hội năm sau: ít nhất một mục tiêu giới có số, có người phụ trách",
    who = "culture-social", due = "15/10", evidence = { "công văn góp ý" } },
  item "result"   { "Thống kê bao nhiêu kế hoạch đã có nội dung bình đẳng giới, gửi cơ quan thường trực",
    who = "office", due = "25/11", needs = "screen", evidence = { "bảng thống kê" } },
}

task "target-programmes" { "Thực hiện nội dung bình đẳng giới trong các chương trình mục tiêu quốc gia",
  also     = "chuong-trinh-muc-tieu",
  group    = "Lồng ghép giới",
  clause   = { find "Chương trình mục tiêu quốc gia" },
  lead     = "finance", with = { "culture-social", "women", "farmers" },
  period   = "01/01 - 31/12",
  evidence = { "danh mục dự án", "biểu người thụ hưởng tách nam/nữ" },
  note     = "Các chương trình giai đoạn 2021 - 2025 đã hết hạn; giai đoạn sau theo văn bản hướng dẫn của cấp trên.",

  item "guidance"      { "Đọc văn bản hướng dẫn mới nhất, ghi lại điều khoản nói về phụ nữ và trẻ em gái",
    who = "finance", due = "28/02", evidence = { "bản ghi tóm tắt" } },
  item "projects"      { "Lập danh mục dự án, tiểu dự án trên địa bàn có hoạt động về bình đẳng giới",
    who = "finance", due = "31/3", needs = "guidance", evidence = { "danh mục" } },
  item "beneficiaries" { "Ghi số người được hưởng lợi theo nam, nữ; hộ có chủ hộ là nữ",
    who = "culture-social", every = "quarter", times = 4, due = "30/11", evidence = { "biểu số liệu" } },
}

task "gender-budget" { "Từng bước lập ngân sách có trách nhiệm giới",
  also     = "ngan-sach-gioi",
  group    = "Lồng ghép giới",
  clause   = { find "ngân sách có trách nhiệm giới" },
  lead     = "finance", with = { "culture-social", "council" },
  period   = "01/6 - 31/12",
  evidence = { "phụ lục dự toán", "ý kiến góp ý" },

  item "questions" { "Thêm vào hồ sơ dự toán hai câu hỏi: ai được hưởng, phụ nữ và nam giới hưởng khác nhau thế nào",
    who = "finance", due = "31/7", evidence = { "phụ lục dự toán" } },
  item "sample"    { "Chọn một khoản chi lớn, tách thử số người được hưởng theo nam và nữ",
    who = "finance", due = "30/9", needs = "questions", evidence = { "bảng tách số liệu" } },
  item "council"   { "Trình bày kết quả với đại biểu Hội đồng nhân dân khi bàn dự toán năm sau",
    who = "council", due = "15/12", needs = "sample", evidence = { "tài liệu kỳ họp" } },
}
