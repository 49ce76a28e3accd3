-- 61-commendation.lua - khen thưởng, biểu dương (H16).

task "commendation" { "Khen thưởng, biểu dương tập thể, cá nhân làm tốt",
  also     = "khen-thuong",
  group    = "Khen thưởng",
  clause   = { find "khen thưởng" },
  lead     = "standing", with = { "culture-social", "front", "women" },
  period   = "01/9 - 20/12",
  indicators = { "nominees" },
  evidence = { "tờ trình", "báo cáo thành tích", "quyết định" },

  item "nominate" { "Mời khu dân cư, cơ quan giới thiệu người đáng khen; chú ý cả nam giới và người làm việc thầm lặng",
    who = "standing", due = "31/10", evidence = { "văn bản giới thiệu" } },
  item "dossier"  { "Soạn tờ trình và báo cáo thành tích; hỏi ý kiến người được đề nghị trước khi nêu tên",
    who = "culture-social", due = "15/11", needs = "nominate", evidence = { "tờ trình", "báo cáo thành tích" } },
  item "award"    { "Trao thưởng ở hội nghị cuối năm; khen ngay khi có việc đột xuất đáng khen",
    who = "committee", due = "15/12", needs = "dossier", evidence = { "quyết định", "ảnh" } },
}
