-- 01-constructors.lua - every constructor once, English names.
--$ show tasks talk --json
--$ show checklists talk --json
--$ show indicators --json
--$ show materials --json
--$ show bodies --json
--$ show legal --json
--$ check
body "union" { "Công đoàn", role = "Công đoàn cơ sở", names = { "CĐ phường" }, phone = "0277 3 123 456", succeeds = { "Công đoàn cũ" } }
legal "nq-28" { "Chiến lược quốc gia", kind = "Nghị quyết", number = "28/NQ-CP", date = "03/3/2021", issuer = "Chính phủ" }
task "talk" { "Nói chuyện chuyên đề", group = "Truyền thông", lead = "union", with = { "youth", "women" },
  period = "tháng 6", due = "30/6", every = "quarter", evidence = { "ảnh" }, note = "Hai buổi", legal = { "nq-28" }, budget = 5000000,
  source = "Kế hoạch 17", verified = "15/01/2026", indicators = { "reached" },
  item "room" { "Mượn hội trường", who = "union", due = "T-10", optional = true },
  item "speak" { "Nói chuyện", who = "women", times = 2, needs = { "room" }, material = "flyer", indicator = "reached", after = "room" },
}
checklist "meeting" { "Chuẩn bị họp", task = { "talk" }, who = "standing", item "water" { "Nước uống", who = "youth" } }
indicator "groups" { "Số nhóm", kind = "stock", measure = "nhóm", direction = "at_most", target = { "ward: 8" }, threshold = 5,
  numerator = "nhóm hoạt động", denominator = "tổng số", every = "year", who = "women", method = "đếm", scope = "toàn xã" }
material "flyer" { "Tờ gấp", template = "leaflet.md", audience = { "men", "workers" }, channels = { "text", "html" }, valid = "15/11 - 15/12",
  approval = "draft", approver = "Phó Chủ tịch", vars = { slogan = "Lên tiếng" }, options = { limit = 500 } }
schedule "air" { "Phát tờ gấp", material = { "flyer" }, channel = "loudspeaker", days = { "15/11", "25/11" }, at = { "17:00" }, who = "youth" }
event "launch" { "Phát động", task = "month", on = "15/11", at = "07:30", place = "Nhà văn hóa", lead = "women", expected = 120 }
member "chair" { "Nguyễn Văn An", position = "Phó Chủ tịch", role = "Trưởng ban", sex = "male", body = "women" }
narrative "hard" { "Khó khăn", section = "II", text = "Cán bộ còn kiêm nhiệm.", period = "2026" }
lock "indicator:groups.target" { "Mức của tỉnh", direction = "higher", basis = "Kế hoạch số 17" }
rule "ok" { "Không báo gì", check = function(m) return nil end, severity = "note" }
