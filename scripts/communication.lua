-- communication.lua - truyền thông quanh năm: lịch tin bài, kênh số, tin sai lệch, an toàn trên mạng (H6).

task "communication" { "Truyền thông thường xuyên về bình đẳng giới",
  also     = "truyen-thong",
  clause   = { find "tuyên truyền, phổ biến", find "truyền thông về các chủ trương", find "sản phẩm truyền thông",
               find "Chương trình truyền thông về bình đẳng giới", find "truyền thông về bình đẳng giới" },
  lead     = "culture-social", with = { "media", "women", "youth", "front", "hamlet" },
  period   = "01/01 - 31/12",
  evidence = { "lịch tin bài", "tin, bài đã duyệt", "sổ phát thanh", "ảnh" },

  item "calendar" { "Lập lịch tin bài cả năm: ngày, kênh, chủ đề, người viết, người duyệt",
    who = "culture-social", due = "31/01", evidence = { "lịch tin bài" } },
  item "news"     { "Phát, đăng ít nhất bốn tin, bài mỗi quý trên hệ thống thông tin cơ sở",
    who = "media", every = "quarter", times = 4, due = "ngày làm việc cuối quý IV", needs = "calendar", channel = "loudspeaker",
    evidence = { "tin, bài đã duyệt" } },
  item "event"    { "Tổ chức ít nhất hai sự kiện truyền thông trong năm cho người dân, cơ quan, doanh nghiệp",
    who = "culture-social", times = 2, every = "year", due = "15/12", evidence = { "ảnh", "số người dự, tách nam/nữ" } },
  item "audience" { "Mỗi quý viết một tin riêng cho nhóm ít được nghe: nam giới, công nhân, người cao tuổi, người khuyết tật",
    who = "media", every = "quarter", times = 4, due = "15/12", evidence = { "tin, bài đã duyệt" } },
  item "archive"  { "Lưu tin, bài, ảnh theo tháng vào thư mục chung; ghi số người xem, nghe, dự",
    who = "media", every = "month", times = 12, due = "31/12", evidence = { "thư mục lưu trữ" } },
}

task "digital-communication" { "Truyền thông trên trang thông tin, Zalo, Facebook của địa phương",
  also     = "truyen-thong-so",
  clause   = { find "nền tảng số", find "lĩnh vực mới", find "mạng xã hội", find "lợi thế của công nghệ thông tin" },
  lead     = "media", with = { "youth", "women", "culture-social" },
  period   = "01/01 - 31/12",
  evidence = { "đường dẫn bài đăng", "số lượt xem" },

  item "admins"   { "Chỉ định hai người quản trị trang; bật xác thực hai bước; giao cách xử lý bình luận xấu",
    who = "media", due = "31/01", evidence = { "bảng phân công" } },
  item "posts"    { "Mỗi tháng đăng ít nhất một bài về bình đẳng giới, chữ ngắn, có mô tả cho ảnh",
    who = "media", every = "month", times = 12, due = "31/12", needs = "admins", channel = "facebook", evidence = { "đường dẫn" } },
  item "new-topics" { "Viết về chủ đề mới: chuyển đổi số, thích ứng với thiên tai, chi tiêu công nhìn từ nam và nữ",
    who = "youth", times = 2, every = "year", due = "30/11", channel = "zalo", evidence = { "đường dẫn" } },
}

task "counter-misinformation" { "Phát hiện và phản hồi tin sai lệch về bình đẳng giới",
  also     = "phan-bac-tin-sai",
  clause   = { find "thông tin sai lệch", find "tin giả", find "quan điểm sai trái" },
  lead     = "front", with = { "media", "police", "youth" },
  period   = "01/01 - 31/12",
  evidence = { "sổ theo dõi tin sai", "bài phản hồi đã duyệt" },

  item "watch"  { "Phân công người theo dõi nhóm cộng đồng trên mạng; báo tin sai trong ngày",
    who = "youth", every = "month", times = 12, due = "31/12", evidence = { "sổ theo dõi" } },
  item "answer" { "Phản hồi bằng số liệu và căn cứ pháp luật, không công kích cá nhân; lãnh đạo duyệt trước khi đăng",
    who = "front", times = 2, every = "year", due = "30/11", needs = "watch", evidence = { "bài phản hồi" } },
}

task "safe-online" { "An toàn cho phụ nữ và trẻ em trên không gian mạng",
  also     = "an-toan-tren-mang",
  clause   = { find "kỷ nguyên số", find "không gian mạng", find "môi trường mạng" },
  lead     = "police", with = { "school", "youth", "women", "media" },
  period   = "01/01 - 31/12",
  evidence = { "tài liệu hướng dẫn", "danh sách buổi nói chuyện", "số người dự, tách nam/nữ" },

  item "guide"   { "Soạn hướng dẫn một trang: đặt mật khẩu, không gửi ảnh riêng tư, lưu bằng chứng và báo cho ai khi bị đe dọa",
    who = "police", due = "30/4", evidence = { "tài liệu hướng dẫn" } },
  item "school"  { "Nói chuyện với học sinh và phụ huynh mỗi trường một buổi",
    who = "school", due = "15/11", needs = "guide", evidence = { "số người dự, tách nam/nữ" } },
  item "parents" { "Đăng bài nhắc cha mẹ cách nói chuyện với con khi con bị bắt nạt trên mạng",
    who = "media", due = "30/6", channel = "zalo", evidence = { "đường dẫn" } },
}
