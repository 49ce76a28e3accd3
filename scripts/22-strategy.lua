-- 22-strategy.lua - thực hiện Chiến lược quốc gia; đánh giá giữa kỳ, dự báo (H13).

task "strategy" { "Thực hiện Chiến lược quốc gia về bình đẳng giới tại địa phương",
  also     = "chien-luoc",
  group    = "Chiến lược, chỉ tiêu",
  clause   = { find "Chiến lược quốc gia về bình đẳng giới", find "28/NQ-CP", find "mục tiêu quốc gia về bình đẳng giới" },
  lead     = "standing", with = { "culture-social", "health", "school", "party-building" },
  period   = "01/01 - 31/12",
  legal    = { "nq-28-2021" },
  evidence = { "bảng chỉ tiêu của đơn vị", "phân công theo dõi" },

  item "select"  { "Chọn những chỉ tiêu mà {{ unit.kind }} tự đếm được; chỉ tiêu không đếm được thì ghi rõ lấy số ở đâu",
    who = "culture-social", due = "28/02", evidence = { "bảng chỉ tiêu" } },
  item "owner"   { "Giao mỗi chỉ tiêu cho một người ghi số, một người kiểm số",
    who = "standing", due = "15/3", needs = "select", evidence = { "bảng phân công" } },
  item "record"  { "Ghi số liệu sau mỗi quý, nói rõ số ước hay số chính thức",
    who = "culture-social", every = "quarter", times = 4, due = "ngày làm việc cuối quý IV", needs = "owner",
    evidence = { "biểu số liệu" } },
  item "lagging" { "Với chỉ tiêu có nguy cơ không đạt, đề xuất việc làm bổ sung kèm người và hạn",
    who = "standing", due = "15/8", needs = "record", evidence = { "văn bản đề xuất" } },
}

task "strategy-review" { "Đánh giá giai đoạn và dự báo khả năng đạt các chỉ tiêu",
  also     = "danh-gia-giai-doan",
  group    = "Chiến lược, chỉ tiêu",
  clause   = { find "đánh giá kết quả thực hiện", find "dự báo khả năng", find "sơ kết", find "tổng kết" },
  lead     = "culture-social", with = { "standing", "health", "school", "police" },
  period   = "01/4 - 31/10",
  evidence = { "biểu số liệu nhiều năm", "báo cáo đánh giá" },

  item "series"   { "Ghép số liệu các năm của từng chỉ tiêu; đánh dấu năm thiếu số, không tự điền",
    who = "culture-social", due = "31/5", evidence = { "biểu số liệu" } },
  item "forecast" { "Ước khả năng đạt ở cuối giai đoạn: chắc đạt, có thể đạt, khó đạt; nêu lý do",
    who = "culture-social", due = "30/6", needs = "series", evidence = { "bảng dự báo" } },
  item "report"   { "Viết báo cáo đánh giá theo đề cương của cấp trên, gửi đúng hạn trong công văn",
    who = "culture-social", due = "31/8", needs = "forecast", evidence = { "báo cáo" } },
}
