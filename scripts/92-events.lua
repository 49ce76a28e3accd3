-- 92-events.lua - ngày kỷ niệm và sự kiện trong năm. Ngày, giờ, nơi tổ chức thật: đơn vị sửa ở lớp của mình.

event "women-day" { "Ngày Quốc tế Phụ nữ", also = "ngay-8-3", on = "08/3", task = "commemorative-days", lead = "women" }

event "june-launch" { "Hưởng ứng Tháng hành động quốc gia về phòng, chống bạo lực gia đình", also = "phat-dong-thang-sau",
  on = "01/6",
  task = "june-month", lead = "culture-social" }

event "family-day" { "Ngày Gia đình Việt Nam", also = "ngay-28-6", on = "28/6", task = "june-month", lead = "culture-social",
  audience = { "couples", "parents", "children" } }

event "vietnamese-women-day" { "Ngày Phụ nữ Việt Nam", also = "ngay-20-10", on = "20/10", task = "commemorative-days",
  lead = "women" }

event "action-month-launch" { "Lễ phát động Tháng hành động", also = "le-phat-dong", on = "16/11", task = "action-month",
  lead = "standing", with = { "women", "youth", "police" }, audience = { "public", "men", "youth" }, expected = 120,
  agenda = { "Đón khách, văn nghệ chào mừng", "Tuyên bố lý do, giới thiệu đại biểu", "Lãnh đạo phát động",
             "Đại diện nam giới và thanh niên phát biểu hưởng ứng", "Ký cam kết của các khu dân cư",
             "Diễu hành, treo khẩu hiệu" } }

event "end-violence-day" { "Ngày Quốc tế xóa bỏ bạo lực đối với phụ nữ", also = "ngay-25-11", on = "25/11",
  task = "action-month",
  lead = "women" }

event "sixteen-days-end" { "Kết thúc 16 ngày hành động (25/11 - 10/12)", also = "muoi-sau-ngay", on = "10/12",
  task = "action-month",
  lead = "standing" }

event "review-meeting" { "Hội nghị tổng kết, khen thưởng", also = "tong-ket", on = "15/12", task = "commendation",
  lead = "committee",
  audience = { "officials", "hamlets" }, agenda = { "Báo cáo kết quả năm", "Ý kiến khu dân cư", "Khen thưởng",
    "Việc của năm sau" } }
