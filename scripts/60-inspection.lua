-- 60-inspection.lua - kiểm tra, giám sát (H15).

task "inspection" { "Kiểm tra, giám sát việc thực hiện bình đẳng giới và công tác cán bộ nữ",
  also     = "kiem-tra-giam-sat",
  group    = "Kiểm tra, giám sát",
  clause   = { find "kiểm tra, giám sát", find "công tác kiểm tra", find "tự kiểm tra" },
  lead     = "standing", with = { "council", "front", "party-inspection", "women" },
  period   = "01/4 - 30/11",
  indicators = { "inspections", "findings-closed" },
  evidence = { "kế hoạch kiểm tra", "biên bản", "thông báo kết luận" },

  item "plan"   { "Chọn nội dung và nơi kiểm tra; báo trước cho nơi được kiểm tra ít nhất bảy ngày",
    who = "standing", due = "15/4", evidence = { "kế hoạch kiểm tra" } },
  item "visit"  { "Kiểm tra tại chỗ: đọc hồ sơ, hỏi người dân cả nam và nữ, ghi điều làm tốt và điều phải sửa",
    who = "standing", times = 2, every = "year", due = "30/9", needs = "plan", evidence = { "biên bản" } },
  item "watch"  { "Giám sát của Mặt trận và Hội đồng nhân dân về quy hoạch, bổ nhiệm cán bộ nữ và việc xử lý bạo lực",
    who = "front", due = "31/10", evidence = { "báo cáo giám sát" } },
  item "remedy" { "Theo dõi việc khắc phục: mỗi điều phải sửa có người chịu trách nhiệm và ngày xong",
    who = "office", due = "30/11", needs = "visit", evidence = { "bảng theo dõi" } },
}
