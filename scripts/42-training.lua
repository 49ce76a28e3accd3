-- 42-training.lua - tập huấn, bồi dưỡng, trao đổi kinh nghiệm (H8).

task "training" { "Tập huấn kiến thức, kỹ năng cho người làm công tác bình đẳng giới",
  also     = "tap-huan",
  group    = "Tập huấn",
  clause   = { find "bồi dưỡng nghiệp vụ", find "Tập huấn nâng cao năng lực", find "tổ chức tập huấn",
               find "hoạt động tập huấn",
               find "cán bộ giúp việc" },
  lead     = "culture-social", with = { "health", "school", "women", "hamlet" },
  period   = "01/3 - 30/11",
  indicators = { "people-trained", "courses" },
  evidence = { "kế hoạch lớp", "danh sách dự, tách nam/nữ", "phiếu đánh giá" },

  item "needs"   { "Hỏi người sẽ học cần gì: lồng ghép giới, tiếp nhận vụ việc, viết tin, lập biểu số liệu",
    who = "culture-social", due = "15/3", evidence = { "phiếu nhu cầu" } },
  item "plan"    { "Chốt lớp, ngày, nơi học, giảng viên, tài liệu; gửi giấy mời trước bảy ngày",
    who = "culture-social", due = "15/4", needs = "needs", evidence = { "kế hoạch lớp", "giấy mời" } },
  item "class"   { "Mở lớp cho cán bộ giúp việc, y tế, giáo dục và trưởng khu dân cư; dành nửa thời gian làm bài tập tình huống",
    who = "culture-social", due = "30/9", needs = "plan", evidence = { "danh sách dự, tách nam/nữ" } },
  item "result"  { "Đánh giá trước và sau lớp; ghi số người dự theo nam, nữ và chức danh",
    who = "culture-social", due = "15/10", needs = "class", evidence = { "bảng kết quả" } },
}

task "exchange" { "Tọa đàm, hội thảo, trao đổi cách làm hay giữa các đơn vị",
  also     = "trao-doi-kinh-nghiem",
  group    = "Tập huấn",
  clause   = { find "hội thảo chuyên đề", find "chia sẻ kinh nghiệm", find "trao đổi kinh nghiệm", find "học tập kinh nghiệm" },
  lead     = "standing", with = { "women", "front" },
  period   = "01/4 - 30/11",
  evidence = { "chương trình", "bản ghi ý kiến" },

  item "topic"   { "Chọn một vấn đề thật của {{ unit.kind }} để bàn, mời đúng người đang làm việc đó",
    who = "standing", due = "30/4", evidence = { "giấy mời" } },
  item "seminar" { "Tổ chức tọa đàm nửa ngày; ghi lại ba việc sẽ làm khác đi",
    who = "standing", due = "31/8", needs = "topic", evidence = { "bản ghi ý kiến" } },
  item "share"   { "Gửi bản ghi và việc cần làm cho các cơ quan đã dự; nhắc lại ở cuộc giao ban quý sau",
    who = "office", due = "30/9", needs = "seminar", evidence = { "công văn" } },
}
