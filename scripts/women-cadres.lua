-- women-cadres.lua - công tác cán bộ nữ: rà soát, quy hoạch, bồi dưỡng, truyền thông về phụ nữ tham chính (H5).

task "women-cadres" { "Rà soát, quy hoạch và tạo điều kiện cho cán bộ nữ",
  also     = "can-bo-nu",
  clause   = { find "chất lượng công tác cán bộ nữ", find "sử dụng cán bộ nữ", find "2282/QĐ-TTg",
               find "vị trí lãnh đạo và quản lý", find "vị trí quản lý, lãnh đạo", find "quy hoạch cán bộ nữ",
               find "tham gia bình đẳng của phụ nữ" },
  lead     = "party-building", with = { "culture-social", "council", "women" },
  period   = "01/01 - 31/12",
  evidence = { "bảng rà soát", "văn bản đề xuất", "quyết định quy hoạch" },

  item "review"   { "Lập bảng chức danh của {{ unit.kind }}: người giữ, nam hay nữ, người trong quy hoạch",
    who = "culture-social", due = "31/3", evidence = { "bảng rà soát" } },
  item "planning" { "Đề xuất bổ sung nữ vào quy hoạch ở nơi còn thiếu; ghi rõ chức danh và lộ trình",
    who = "party-building", due = "30/6", needs = "review", evidence = { "văn bản đề xuất" } },
  item "training-need" { "Ghi nhu cầu bồi dưỡng của từng cán bộ nữ trong quy hoạch, chuyển cho nơi mở lớp",
    who = "culture-social", due = "31/5", needs = "review", evidence = { "bảng nhu cầu" } },
  item "conditions" { "Kiểm tra việc thực hiện chế độ thai sản, nuôi con nhỏ, giờ họp, luân chuyển đối với cán bộ nữ",
    who = "front", due = "30/9", evidence = { "biên bản làm việc" } },
  item "report"   { "Cập nhật tỷ lệ nữ trong cấp ủy, Hội đồng nhân dân, lãnh đạo các cơ quan vào phần chỉ tiêu",
    who = "party-building", due = "25/11", needs = "review", evidence = { "biểu chỉ tiêu" } },
}

task "women-leader-training" { "Bồi dưỡng kỹ năng cho nữ lãnh đạo, nữ trong quy hoạch và nữ đại biểu dân cử",
  also     = "boi-duong-nu-lanh-dao",
  clause   = { find "nữ lãnh đạo, quản lý", find "nữ đại biểu Hội đồng nhân dân", find "cán bộ nữ kiến thức",
               find "bồi dưỡng cán bộ nữ" },
  lead     = "party-building", with = { "council", "culture-social", "women" },
  period   = "01/3 - 30/11",
  evidence = { "danh sách cử đi học", "chứng nhận", "bản góp ý sau lớp học" },

  item "list"   { "Chọn người đi học, ưu tiên nữ ứng cử lần đầu và nữ trẻ trong quy hoạch",
    who = "party-building", due = "15/4", evidence = { "danh sách" } },
  item "attend" { "Cử người dự lớp của tỉnh hoặc tự mở một buổi kỹ năng: phát biểu, tiếp xúc cử tri, chủ trì họp",
    who = "council", due = "30/9", needs = "list", evidence = { "công văn cử đi học" } },
  item "mentor" { "Ghép mỗi nữ cán bộ mới với một người có kinh nghiệm để kèm trong sáu tháng",
    who = "women", due = "30/6", evidence = { "danh sách ghép cặp" } },
}

task "women-in-politics" { "Truyền thông để người dân ủng hộ phụ nữ tham gia lãnh đạo, quản lý",
  also     = "phu-nu-tham-chinh",
  clause   = { find "giới trong lĩnh vực chính trị", find "phụ nữ tham chính", find "phụ nữ tham gia lãnh đạo" },
  lead     = "front", with = { "women", "media", "council" },
  period   = "01/01 - 31/12",
  evidence = { "bài đăng", "bản tin loa", "ảnh buổi gặp mặt" },

  item "story"   { "Viết một bài về công việc của một nữ cán bộ hoặc nữ trưởng khu dân cư, nói về năng lực và kết quả",
    who = "media", due = "08/3", channel = "web", evidence = { "bài đăng" } },
  item "meeting" { "Gặp mặt nữ đại biểu, nữ cán bộ với hội viên và thanh niên; mời cả nam giới dự và hỏi",
    who = "women", due = "20/10", evidence = { "ảnh", "số người dự, tách nam/nữ" } },
  item "radio"   { "Phát trên loa một chuyên mục hỏi đáp về quyền ứng cử, bầu cử của phụ nữ",
    who = "media", due = "30/9", channel = "loudspeaker", evidence = { "bản tin đã duyệt" } },
}
