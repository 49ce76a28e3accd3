-- violence.lua - tiếp nhận, bảo vệ, hỗ trợ khi có bạo lực gia đình, bạo lực trên cơ sở giới (H4).
-- Chỉ ghi số vụ, số người. Không nhập tên, địa chỉ, tình tiết của người bị bạo lực vào Sen.

task "violence-cases" { "Tiếp nhận, xác minh và theo dõi vụ việc bạo lực đến khi kết thúc",
  also     = "vu-viec-bao-luc",
  clause   = { find "vụ việc liên quan đến bạo lực", find "bạo lực đối với phụ nữ và trẻ em gái", find "người bị bạo lực",
               find "nạn nhân bị bạo lực", find "xử lý vụ việc bạo lực", find "xử lý bạo lực gia đình" },
  lead     = "committee", with = { "police", "women", "health", "mediation", "hamlet", "culture-social" },
  period   = "01/01 - 31/12",
  evidence = { "quy trình đã niêm yết", "sổ tiếp nhận (bảo mật)", "bảng số vụ theo quý" },

  item "process"  { "Niêm yết quy trình một trang: ai nhận tin, ai đến ngay, ai bảo vệ, chuyển đến đâu",
    who = "culture-social", due = "28/02", evidence = { "quy trình" } },
  item "duty"     { "Phân công người trực nhận tin báo, kể cả ngoài giờ; công bố số điện thoại ở bảng tin và trên loa",
    who = "committee", due = "28/02", evidence = { "bảng phân công" } },
  item "response" { "Đến nơi, xác minh, ngăn chặn và bảo vệ người bị bạo lực ngay khi nhận tin",
    who = "police", every = "quarter", times = 4, due = "31/12", needs = "process", evidence = { "số vụ đã tiếp nhận" } },
  item "support"  { "Hỏi nhu cầu và nối với y tế, tư vấn, trợ giúp pháp lý, nơi tạm lánh; tôn trọng lựa chọn của người bị bạo lực",
    who = "women", every = "quarter", times = 4, due = "31/12", evidence = { "số người được hỗ trợ" } },
  item "perpetrator" { "Góp ý, tư vấn, giáo dục người có hành vi bạo lực; theo dõi việc chấp hành cấm tiếp xúc nếu có",
    who = "police", every = "quarter", times = 4, due = "31/12", evidence = { "số người được tư vấn" } },
  item "closing"  { "Cuối mỗi quý rà lại các vụ chưa khép, ghi việc còn phải làm và người làm",
    who = "culture-social", every = "quarter", times = 4, due = "ngày làm việc cuối quý IV", evidence = { "bảng rà soát" } },
}

task "violence-statistics" { "Thống kê vụ việc bạo lực bằng số đếm, giữ bí mật thông tin cá nhân",
  also     = "thong-ke-bao-luc",
  clause   = { find "thống kê bạo lực", find "số vụ bạo lực", find "tình hình bạo hành", find "tình hình bạo lực" },
  lead     = "culture-social", with = { "police", "health", "women" },
  period   = "01/01 - 31/12",
  evidence = { "biểu số đếm theo hình thức, giới tính, nhóm tuổi" },
  note     = "Ô nào ít hơn ngưỡng của chỉ tiêu thì không công bố, vì ở địa bàn nhỏ có thể đoán ra người.",

  item "count"   { "Đếm số vụ theo hình thức bạo lực, giới tính và nhóm tuổi, theo biện pháp đã áp dụng",
    who = "culture-social", every = "quarter", times = 4, due = "ngày làm việc cuối quý IV", evidence = { "biểu số đếm" } },
  item "compare" { "Đối chiếu số đếm giữa Công an, Trạm Y tế và Hội Liên hiệp Phụ nữ trước khi gửi đi",
    who = "culture-social", due = "25/11", needs = "count", evidence = { "biên bản đối chiếu" } },
  item "lock"    { "Cất sổ tiếp nhận nơi có khóa; ai mở xem phải ghi tên và lý do",
    who = "office", due = "31/01", evidence = { "sổ giao nhận" } },
}

task "safe-places" { "Duy trì địa chỉ tin cậy, nơi tạm lánh và đường dây báo tin",
  also     = "dia-chi-tin-cay",
  clause   = { find "nơi tạm lánh", find "địa chỉ tin cậy", find "dịch vụ hỗ trợ", find "đường dây nóng" },
  lead     = "women", with = { "police", "health", "culture-social", "hamlet" },
  period   = "01/01 - 31/12",
  evidence = { "danh mục nơi hỗ trợ", "biên bản kiểm tra" },

  item "list"  { "Rà soát địa chỉ tin cậy: có người trực, có chỗ nghỉ, giữ kín địa điểm khi cần",
    who = "women", due = "31/3", evidence = { "danh mục" } },
  item "call"  { "Gọi thử từng số điện thoại báo tin; số nào không liên lạc được thì thay trong unit.lua",
    who = "media", every = "quarter", times = 4, due = "15/11", evidence = { "sổ gọi thử" } },
  item "skill" { "Hướng dẫn người trực cách lắng nghe, không phán xét, giữ bí mật và chuyển tiếp an toàn",
    who = "women", due = "31/5", needs = "list", evidence = { "danh sách dự, tách nam/nữ" } },
}
