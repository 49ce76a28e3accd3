-- sectors.lua - bình đẳng giới theo lĩnh vực: lao động, y tế - dân số, giáo dục, vùng đồng bào dân tộc.

task "workers" { "Bình đẳng giới tại nơi làm việc, trong công nhân lao động",
  also     = "nguoi-lao-dong",
  group    = "Lĩnh vực",
  clause   = { find "công nhân, người lao động", find "người lao động", find "Bộ luật Lao động", find "doanh nghiệp" },
  lead     = "labour", with = { "enterprises", "women", "health" },
  period   = "01/5 - 15/12",
  evidence = { "danh sách doanh nghiệp", "ảnh", "số người dự, tách nam/nữ" },

  item "list"    { "Lập danh sách doanh nghiệp có đông lao động nữ; hỏi về ca làm, phòng vắt sữa, chỗ gửi con",
    who = "labour", due = "31/5", evidence = { "danh sách" } },
  item "talk"    { "Nói chuyện tại nơi làm việc về tiền lương bình đẳng, thai sản, chống quấy rối; mời cả tổ trưởng nam",
    who = "labour", due = "10/12", needs = "list", evidence = { "ảnh", "số người dự, tách nam/nữ" } },
  item "contest" { "Hội thi hoặc đố vui trong ca nghỉ, câu hỏi gắn với quyền của người lao động",
    who = "enterprises", due = "10/12", evidence = { "kịch bản", "ảnh" } },
  item "rules"   { "Đề nghị doanh nghiệp đưa quy định chống quấy rối tình dục vào nội quy lao động",
    who = "labour", due = "30/9", needs = "list", evidence = { "công văn" } },
}

task "health-population" { "Chăm sóc sức khỏe sinh sản, giảm mất cân bằng giới tính khi sinh",
  also     = "suc-khoe-dan-so",
  group    = "Lĩnh vực",
  clause   = { find "sức khỏe sinh sản", find "mất cân bằng giới tính khi sinh", find "tỷ số giới tính khi sinh" },
  lead     = "health", with = { "women", "hamlet", "school" },
  period   = "01/01 - 31/12",
  indicators = { "births" },
  evidence = { "sổ khám", "bài truyền thông" },

  item "clinic" { "Ngày khám và tư vấn sức khỏe cho phụ nữ; có giờ riêng cho các cặp vợ chồng",
    who = "health", times = 2, every = "year", due = "30/11", evidence = { "số lượt khám" } },
  item "birth"  { "Theo dõi số trẻ sinh trai, gái; nhắc cơ sở y tế, nhà thuốc không tiết lộ giới tính thai nhi",
    who = "health", every = "quarter", times = 4, due = "31/12", evidence = { "biểu số đếm" } },
  item "teen"   { "Tư vấn cho vị thành niên, kín đáo và không phán xét", who = "school", due = "31/10", evidence = { "số buổi" } },
}

task "education" { "Bình đẳng giới trong nhà trường",
  also     = "giao-duc",
  group    = "Lĩnh vực",
  clause   = { find "trong trường học", find "trong nhà trường", find "cơ sở giáo dục", find "bình đẳng giới trong giáo dục" },
  lead     = "school", with = { "youth", "women", "police" },
  period   = "01/01 - 31/12",
  indicators = { "clqg-5-2a", "clqg-5-2b" },
  evidence = { "kế hoạch nhà trường", "ảnh" },

  item "plan"    { "Mỗi trường có một hoạt động về bình đẳng giới trong kế hoạch năm học",
    who = "school", due = "30/9", evidence = { "kế hoạch nhà trường" } },
  item "counsel" { "Có người tiếp nhận khi học sinh bị bắt nạt, xâm hại; học sinh biết tên và chỗ ngồi của người đó",
    who = "school", due = "15/10", evidence = { "bảng phân công" } },
  item "attend"  { "Đến nhà vận động học sinh gái và trai có nguy cơ bỏ học trở lại lớp",
    who = "school", every = "quarter", times = 4, due = "31/12", evidence = { "số học sinh" } },
}

task "ethnic-areas" { "Bình đẳng giới trong vùng đồng bào dân tộc thiểu số",
  also     = "dan-toc-thieu-so",
  group    = "Lĩnh vực",
  clause   = { find "đồng bào dân tộc thiểu số", find "tảo hôn", find "hôn nhân cận huyết" },
  lead     = "front", with = { "culture-social", "women", "health", "school" },
  period   = "01/01 - 31/12",
  evidence = { "tin phát bằng tiếng dân tộc", "số buổi vận động" },
  note     = "Nơi không có đồng bào dân tộc thiểu số: bỏ nhiệm vụ này bằng một dòng bo.nhiem_vu kèm lý do.",

  item "elders"   { "Gặp già làng, người có uy tín, chức sắc để cùng vận động",
    who = "front", due = "31/5", evidence = { "danh sách buổi gặp" } },
  item "language" { "Phát tin bằng tiếng dân tộc ở nơi cần, nhờ người trong cộng đồng đọc",
    who = "media", every = "quarter", times = 4, due = "15/12", channel = "loudspeaker", evidence = { "bản ghi âm" } },
  item "marriage" { "Vận động không tảo hôn; báo sớm trường hợp có nguy cơ",
    who = "women", every = "quarter", times = 4, due = "31/12", evidence = { "số buổi vận động" } },
}
