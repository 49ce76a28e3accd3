-- 91-schedule.lua - lịch phát, lịch đăng của hai tháng cao điểm. Giờ phát đổi theo quy định của địa phương.

-- Tháng 6

schedule "june-radio" { "Phát thanh thứ Hai hằng tuần trong tháng 6", also = "loa-thang-sau", material = { "bulletin-june" },
  task = { "june-month" }, channel = "loudspeaker", period = "01/6 - 30/6", due = "thứ Hai hằng tuần", at = { "06:00",
    "17:00" },
  who = "media" }

schedule "june-banners" { "Treo khẩu hiệu tháng 6", also = "bang-ron-thang-sau", material = { "slogans" },
  task = { "june-month" },
  channel = "banner", period = "28/5 - 30/6", days = { "28/5" }, who = "media", note = "Gỡ vào ngày 01/7." }

schedule "june-online-safety" { "Bài Zalo đầu kỳ nghỉ hè", also = "zalo-nghi-he", material = { "zalo-online-safety" },
  task = { "safe-online" }, channel = "zalo", period = "01/6 - 30/6", days = { "02/6", "16/6" }, at = { "19:30" },
    who = "youth" }

-- 15/11 - 15/12

schedule "am-banners" { "Treo băng rôn Tháng hành động", also = "bang-ron-thang-hanh-dong", material = { "slogans" },
  task = { "action-month" },
  channel = "banner", period = "12/11 - 15/12", days = { "12/11" }, who = "media", note = "Gỡ vào ngày 16/12." }

schedule "am-invitation" { "Gửi giấy mời lễ phát động", also = "gui-giay-moi", material = { "invitation" },
  task = { "action-month" },
  channel = "direct", days = { "10/11" }, who = "office" }

schedule "am-radio" { "Phát thanh thứ Hai hằng tuần trong Tháng hành động", also = "loa-thang-hanh-dong",
  material = { "bulletin" },
  task = { "action-month" }, channel = "loudspeaker", period = "15/11 - 15/12", due = "thứ Hai hằng tuần", at = { "06:00",
    "17:00" },
  who = "media" }

schedule "am-zalo" { "Bài Zalo Tháng hành động", also = "zalo-thang-hanh-dong", material = { "zalo-post" },
  task = { "action-month" },
  channel = "zalo", period = "15/11 - 15/12", days = { "17/11", "01/12" }, at = { "19:30" }, who = "youth" }

schedule "am-zalo-safety" { "Bài Zalo an toàn trên mạng, nhân ngày 25/11", also = "zalo-25-11",
  material = { "zalo-online-safety" },
  task = { "action-month" }, channel = "zalo", days = { "25/11" }, at = { "19:30" }, who = "youth" }

schedule "am-facebook" { "Bài Facebook Tháng hành động", also = "facebook-thang-hanh-dong", material = { "facebook-post" },
  task = { "action-month" }, channel = "facebook", days = { "20/11" }, at = { "19:30" }, who = "media" }

schedule "am-leaflets" { "Phát tờ rơi ở chợ, bến xe, quán nước, nơi làm việc", also = "phat-to-roi", material = { "leaflet" },
  task = { "action-month", "men-engagement" }, channel = "direct", period = "16/11 - 10/12", days = { "18/11", "25/11",
    "02/12" },
  who = "youth" }

schedule "am-qa" { "Hỏi đáp trong sinh hoạt khu dân cư", also = "hoi-dap-khu-dan-cu", material = { "qa" },
  task = { "action-month" },
  channel = "direct", period = "20/11 - 10/12", due = "10/12", who = "hamlet" }
