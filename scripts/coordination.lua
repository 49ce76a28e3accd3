-- coordination.lua - phối hợp giữa các cơ quan, đoàn thể; vận động nam giới cùng làm (H1).

task "coordination" { "Giữ nhịp phối hợp giữa các cơ quan, đoàn thể về bình đẳng giới",
  also     = "phoi-hop-lien-nganh",
  clause   = { find "phối hợp liên ngành", find "chính sách đặc thù", find "cơ chế phối hợp", find "quy chế phối hợp" },
  lead     = "standing", with = { "front", "women", "police", "culture-social", "youth" },
  period   = "01/01 - 31/12",
  evidence = { "danh sách đầu mối", "thông báo kết luận", "công văn đôn đốc" },

  item "partners"  { "Lập danh sách đầu mối: cơ quan, người phụ trách, số điện thoại công vụ",
    who = "standing", due = "31/01", evidence = { "danh sách" } },
  item "agreement" { "Rà soát quy chế phối hợp; ký lại nếu có cơ quan đổi tên hoặc đổi việc",
    who = "standing", due = "28/02", needs = "partners", evidence = { "quy chế phối hợp" } },
  item "meeting"   { "Họp giao ban liên ngành, có kết luận giao rõ người và ngày xong",
    who = "standing", every = "quarter", times = 4, due = "ngày làm việc cuối quý IV", evidence = { "thông báo kết luận" } },
  item "follow-up" { "Theo dõi các việc đã kết luận; nhắc bằng văn bản những việc quá hạn",
    who = "office", every = "month", times = 12, due = "31/12", evidence = { "công văn đôn đốc" } },
  item "proposal"  { "Đề xuất ít nhất một chính sách hoặc cách làm riêng có lợi cho phụ nữ tại {{ unit.kind }}, kèm số liệu",
    who = "women", due = "30/9", evidence = { "văn bản đề xuất" } },
}

task "men-engagement" { "Vận động nam giới và trẻ em trai cùng thực hiện bình đẳng giới",
  also     = "nam-gioi-tham-gia",
  clause   = { find "tham gia của nam giới", find "nam giới, trẻ em trai", find "nam giới và trẻ em trai",
               find "vai trò của nam giới" },
  lead     = "front", with = { "farmers", "veterans", "youth", "school", "women" },
  period   = "01/01 - 31/12",
  evidence = { "danh sách nhóm nòng cốt", "ảnh buổi sinh hoạt", "số người dự, tách nam/nữ" },

  item "core-group" { "Chọn ở mỗi khu dân cư một nhóm nam giới nòng cốt, sẵn lòng nói chuyện với nam giới khác",
    who = "front", due = "30/4", evidence = { "danh sách nhóm" } },
  item "talk"       { "Nói chuyện với nam giới về chia sẻ việc nhà, giữ bình tĩnh khi mâu thuẫn và không dùng bạo lực",
    who = "veterans", times = 2, every = "year", due = "10/12", needs = "core-group", evidence = { "ảnh", "số người dự" } },
  item "boys"       { "Sinh hoạt lớp hoặc câu lạc bộ với học sinh nam về tôn trọng bạn bè, nói không với bắt nạt",
    who = "school", due = "31/10", evidence = { "kế hoạch bài dạy", "ảnh" } },
  item "role-model" { "Giới thiệu một gương người cha, người chồng biết sẻ chia; chỉ đăng khi người đó đồng ý bằng văn bản",
    who = "women", due = "20/10", channel = "zalo", evidence = { "bài đăng", "văn bản đồng ý" } },
}
