-- base.lua - the small base layer the frozen scripts stand on: nothing of it may change, so that what they print cannot change.
body "standing" { "Văn phòng", also = "thuong-truc", role = "Thường trực" }
body "women" { "Hội Phụ nữ", also = "phu-nu", names = { "Hội LHPN" } }
body "police" { "Công an", also = "cong-an" }
body "youth" { "Đoàn Thanh niên", also = "doan-thanh-nien" }

task "month" { "Tháng hành động của {{ unit.kind }}", also = "thang",
  lead = "standing", with = { "women", "police" }, period = "15/11 - 15/12",
  evidence = { "kế hoạch", "ảnh" },
  item "plan" { "Ban hành kế hoạch", also = "ke-hoach", who = "standing", due = "15 ngày trước khi bắt đầu" },
  item "radio" { "Phát thanh", times = 4, every = "week", needs = "plan", channel = "loudspeaker" },
}
task "report" { "Báo cáo năm", lead = "standing", due = "trước 05/12",
  item "draft" { "Dự thảo", who = "standing", due = "01/12" },
}
indicator "reached" { "Số người được truyền thông", also = "tiep-can", kind = "flow", measure = "người", by = { "sex" },
  target = { "national: 60% năm 2025", "ward: 80% năm 2026" }, direction = "at_least" }
material "leaflet" { "Tờ rơi", template = "leaflet.md", audience = { "men" }, channels = { "text", "zalo" } }
lock "task:report.due" { direction = "earlier", basis = "Kế hoạch của tỉnh" }
lock "indicator:reached.target" { "Mức quốc gia", direction = "more", basis = "Nghị quyết 28" }
