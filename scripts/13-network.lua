-- 13-network.lua - tổ chức công việc quản lý; mạng lưới cộng tác viên ở khu dân cư (H14).

task "state-management" { "Củng cố công tác quản lý nhà nước trong lĩnh vực bình đẳng giới",
  also     = "quan-ly-nha-nuoc",
  group    = "Tổ chức, nhân sự",
  clause   = { find "năng lực quản lý nhà nước", find "hiệu quả quản lý nhà nước", find "bố trí công chức",
               find "công chức theo dõi" },
  lead     = "culture-social", with = { "committee", "party-building", "office" },
  period   = "01/01 - 31/12",
  legal    = { "tt-10-2025-bnv" },
  evidence = { "phân công nhiệm vụ", "hồ sơ công việc" },

  item "officer"  { "Giao bằng văn bản một công chức chính và một người thay khi vắng",
    who = "committee", due = "31/01", evidence = { "văn bản phân công" } },
  item "folder"   { "Lập hồ sơ chung: kế hoạch, báo cáo, biểu số liệu, danh sách đầu mối, có thể bàn giao trong một buổi",
    who = "culture-social", due = "28/02", needs = "officer", evidence = { "hồ sơ công việc" } },
  item "agenda"   { "Đưa công tác bình đẳng giới vào phiên họp của Ủy ban nhân dân ít nhất hai lần trong năm",
    who = "office", times = 2, every = "year", due = "15/12", evidence = { "thông báo kết luận" } },
}

task "network" { "Xây dựng mạng lưới cộng tác viên và tình nguyện viên ở khu dân cư",
  also     = "doi-ngu-cong-tac-vien",
  group    = "Tổ chức, nhân sự",
  clause   = { find "cộng tác viên, tình nguyện viên", find "mạng lưới cộng tác viên", find "đội ngũ cán bộ phụ trách" },
  lead     = "culture-social", with = { "hamlet", "women", "youth", "health" },
  period   = "01/01 - 31/12",
  indicators = { "hamlets-with-collaborator" },
  evidence = { "danh sách cộng tác viên", "sổ sinh hoạt" },

  item "recruit" { "Mỗi khu dân cư có ít nhất một cộng tác viên; cố gắng có cả nam và nữ",
    who = "hamlet", due = "31/3", evidence = { "danh sách" } },
  item "guide"   { "Phát sổ tay ngắn: việc cần làm, số điện thoại cần gọi, điều không được kể ra ngoài",
    who = "culture-social", due = "30/4", needs = "recruit", evidence = { "sổ tay" } },
  item "meet"    { "Sinh hoạt cộng tác viên, nghe khó khăn và trả lời ngay việc trả lời được",
    who = "culture-social", every = "quarter", times = 4, due = "15/12", needs = "recruit", evidence = { "sổ sinh hoạt" } },
  item "thanks"  { "Ghi nhận, động viên cộng tác viên làm tốt vào cuối năm",
    who = "women", due = "15/12", evidence = { "danh sách biểu dương" } },
}
