-- reporting.lua - báo cáo, tổng hợp số liệu, bảo vệ dữ liệu cá nhân (H18).

task "reporting" { "Báo cáo kết quả năm gửi cấp trên đúng hạn",
  also     = "bao-cao-nam",
  clause   = { find "báo cáo kết quả thực hiện", find "báo cáo kết quả", find "trước ngày 05/12", find "báo cáo định kỳ",
               find "tổng hợp báo cáo", find "chế độ báo cáo" },
  lead     = "culture-social", with = { "standing", "office", "women", "police" },
  period   = "01/10 - 10/12",
  due      = "trước 05/12",
  evidence = { "báo cáo đã ký", "biểu số liệu", "giấy xác nhận đã nhận" },
  note     = "Hạn của từng năm theo kế hoạch cấp trên; đơn vị chỉ được đặt sớm hơn.",

  item "template" { "Gửi mẫu báo cáo và biểu số liệu cho các nơi phải báo cáo",
    who = "culture-social", due = "15/10", evidence = { "công văn" } },
  item "remind"   { "Nhắc các nơi chưa gửi", who = "office", due = "15/11", needs = "template", evidence = { "tin nhắn, công văn nhắc" } },
  item "collect"  { "Nhận, kiểm số: cộng nam và nữ có bằng tổng không, so với năm trước có bất thường không",
    who = "culture-social", due = "25/11", needs = "template", evidence = { "biểu đã kiểm" } },
  item "draft"    { "Viết báo cáo: kết quả, chỉ tiêu, khó khăn và nguyên nhân, kiến nghị",
    who = "culture-social", due = "28/11", needs = "collect", evidence = { "dự thảo" } },
  item "send"     { "Trình ký, gửi lên trục văn bản và giữ giấy xác nhận đã nhận",
    who = "office", due = "trước 05/12", needs = "draft", evidence = { "báo cáo đã ký" } },
}

task "statistics" { "Giữ sổ số liệu tách theo giới tính",
  also     = "so-lieu-gioi",
  clause   = { find "số liệu thống kê", find "thống kê giới", find "tách theo giới tính", find "dữ liệu tách biệt giới" },
  lead     = "culture-social", with = { "office", "health", "school", "police" },
  period   = "01/01 - 31/12",
  evidence = { "sổ số liệu" },

  item "forms"  { "Thống nhất một mẫu ghi số người dự có hai cột nam, nữ cho mọi hội nghị, lớp học",
    who = "culture-social", due = "31/01", evidence = { "mẫu biểu" } },
  item "source" { "Ghi mỗi số lấy ở đâu, ngày nào, ai cung cấp",
    who = "culture-social", every = "quarter", times = 4, due = "31/12", needs = "forms", evidence = { "sổ số liệu" } },
  item "check"  { "Soát số lạ: tăng, giảm quá một nửa so với kỳ trước thì hỏi lại nơi cung cấp",
    who = "office", every = "quarter", times = 4, due = "31/12", evidence = { "bản ghi trao đổi" } },
}

task "personal-data" { "Bảo vệ dữ liệu cá nhân khi làm công tác bình đẳng giới",
  also     = "du-lieu-ca-nhan",
  clause   = { find "dữ liệu cá nhân", find "bảo mật thông tin", find "bí mật thông tin" },
  lead     = "office", with = { "police", "culture-social" },
  period   = "01/01 - 31/12",
  evidence = { "danh mục hồ sơ", "văn bản đồng ý" },

  item "inventory" { "Liệt kê danh sách, ảnh, hồ sơ có thông tin cá nhân đang giữ; bỏ cái không còn cần",
    who = "office", due = "31/3", evidence = { "danh mục hồ sơ" } },
  item "consent"   { "Xin đồng ý bằng văn bản trước khi đăng ảnh, tên; với trẻ em cần cả cha mẹ hoặc người giám hộ",
    who = "media", every = "quarter", times = 4, due = "31/12", evidence = { "văn bản đồng ý" } },
  item "share"     { "Gửi số liệu lên cấp trên chỉ bằng số đếm, không kèm danh sách người được hỗ trợ",
    who = "culture-social", every = "quarter", times = 4, due = "31/12", needs = "inventory", evidence = { "sổ gửi văn bản" } },
}
