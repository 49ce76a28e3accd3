-- 20-legal-review.lua - rà soát văn bản, kiến nghị hoàn thiện pháp luật; hương ước, quy ước (H12).

task "legal-review" { "Rà soát văn bản và kiến nghị hoàn thiện pháp luật về bình đẳng giới",
  also     = "ra-soat-van-ban",
  group    = "Thể chế, văn bản",
  clause   = { find "hoàn thiện Luật Bình đẳng giới", find "hoàn thiện thể chế", find "rà soát văn bản quy phạm pháp luật",
               find "hệ thống văn bản quy phạm" },
  lead     = "justice", with = { "culture-social", "women", "council" },
  period   = "01/01 - 31/12",
  indicators = { "documents-reviewed", "documents-proposed" },
  evidence = { "danh mục văn bản", "báo cáo rà soát", "công văn kiến nghị" },

  item "list"    { "Lập danh mục văn bản của {{ unit.kind }} còn hiệu lực có liên quan đến nam, nữ",
    who = "justice", due = "31/3", evidence = { "danh mục" } },
  item "screen"  { "Đọc từng văn bản: quy định nào bất lợi hơn cho một giới, quy định nào dẫn luật đã thay",
    who = "justice", due = "31/8", needs = "list", evidence = { "phiếu rà soát" } },
  item "ask"     { "Hỏi khu dân cư, tổ hòa giải về điều luật khó áp dụng trong thực tế",
    who = "mediation", due = "30/9", evidence = { "bản ghi ý kiến" } },
  item "propose" { "Gửi kiến nghị: điều nào, vướng ở đâu, đề nghị sửa thế nào",
    who = "justice", due = "31/10", needs = { "screen", "ask" }, evidence = { "công văn kiến nghị" } },
}

task "community-rules" { "Rà soát hương ước, quy ước để không còn điều phân biệt đối xử về giới",
  also     = "huong-uoc",
  group    = "Thể chế, văn bản",
  clause   = { find "hương ước, quy ước", find "hương ước" },
  lead     = "justice", with = { "front", "hamlet", "women" },
  period   = "01/3 - 30/11",
  indicators = { "community-rules-clean" },
  evidence = { "bảng rà soát", "hương ước đã sửa" },

  item "collect" { "Thu bản hương ước, quy ước hiện hành của từng khu dân cư",
    who = "hamlet", due = "31/3", evidence = { "bản sao" } },
  item "read"    { "Đánh dấu điều khoản phân biệt nam, nữ về thừa kế, họp bàn, đóng góp, thờ cúng",
    who = "justice", due = "30/6", needs = "collect", evidence = { "bảng rà soát" } },
  item "amend"   { "Họp dân bàn sửa, mời cả vợ và chồng dự; làm thủ tục công nhận lại",
    who = "hamlet", due = "31/10", needs = "read", evidence = { "biên bản họp dân" } },
}
