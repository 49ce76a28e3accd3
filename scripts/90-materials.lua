-- 90-materials.lua - tài liệu làm ra từ các mẫu trong content/, và các bảng xuất từ số liệu.
-- Mọi bài đăng, bản tin đều là dự thảo cho đến khi lãnh đạo duyệt.

-- Văn bản của đơn vị

material "ward-plan" { "Kế hoạch năm", also = "ke-hoach", template = "ward-plan.md", audience = { "officials" },
  channels = { "html", "md", "docx", "pdf" }, approval = "draft", approver = "Chủ tịch Ủy ban nhân dân", task = { "work-programme" } }

material "checklist" { "Danh mục việc để in", also = "danh-muc-viec", template = "checklist.md", audience = { "officials" },
  channels = { "html", "docx", "pdf", "xlsx" }, data = "items" }

material "activity-report" { "Báo cáo kết quả năm", also = "bao-cao", template = "activity-report.md", audience = { "leaders" },
  channels = { "html", "md", "docx", "pdf" }, approval = "draft", approver = "Chủ tịch Ủy ban nhân dân", task = { "reporting" } }

material "indicator-report" { "Bảng theo dõi chỉ tiêu", also = "bang-chi-tieu", template = "indicator-report.md",
  audience = { "officials" },
  channels = { "html", "docx", "xlsx" }, data = "indicators", task = { "strategy" } }

material "invitation" { "Giấy mời lễ phát động", also = "giay-moi", template = "invitation.md", audience = { "leaders",
  "hamlets" },
  channels = { "html", "docx" }, valid = "01/11 - 20/11", approval = "draft", approver = "Phó Chủ tịch Ủy ban nhân dân",
    task = { "action-month" } }

-- Cho người dân

material "bulletin" { "Bản tin loa Tháng hành động", also = "ban-tin-loa", template = "loudspeaker.md", audience = { "public",
  "men", "boys" },
  channels = { "loudspeaker", "html" }, valid = "15/11 - 15/12", approval = "draft", approver = "Phó Chủ tịch Ủy ban nhân dân",
  task = { "action-month" } }

material "bulletin-june" { "Bản tin loa tháng 6", also = "ban-tin-thang-sau", template = "loudspeaker-june.md",
  audience = { "public", "men", "parents" }, channels = { "loudspeaker", "html" }, valid = "01/6 - 30/6", approval = "draft",
  approver = "Phó Chủ tịch Ủy ban nhân dân", task = { "june-month" } }

material "zalo-post" { "Bài Zalo Tháng hành động", also = "bai-zalo", template = "zalo.md", audience = { "public", "men",
  "youth" },
  channels = { "zalo" }, valid = "15/11 - 15/12", approval = "draft", approver = "Trưởng phòng", task = { "action-month" } }

material "zalo-online-safety" { "Bài Zalo an toàn trên mạng", also = "bai-zalo-an-toan", template = "zalo-online-safety.md",
  audience = { "youth", "parents", "boys", "girls" }, channels = { "zalo" }, approval = "draft", approver = "Trưởng phòng",
  task = { "safe-online" } }

material "facebook-post" { "Bài Facebook Tháng hành động", also = "bai-facebook", template = "facebook.md",
  audience = { "public", "men", "couples" }, channels = { "facebook" }, valid = "15/11 - 15/12", approval = "draft",
    approver = "Trưởng phòng",
  task = { "action-month" } }

material "leaflet" { "Tờ rơi cho nam giới", also = "to-roi", template = "leaflet.md", audience = { "men", "boys" },
  channels = { "html", "zalo" }, approval = "draft", approver = "Trưởng phòng", task = { "men-engagement" } }

material "slogans" { "Khẩu hiệu, băng rôn", also = "khau-hieu", template = "slogans.md", audience = { "public" },
  channels = { "html", "text" }, approval = "draft", approver = "Phó Chủ tịch Ủy ban nhân dân", task = { "action-month",
    "june-month" } }

material "qa" { "Hỏi đáp", also = "hoi-dap", template = "qa.md", audience = { "public", "hamlets" },
  channels = { "html", "text" }, approval = "draft", approver = "Trưởng phòng", task = { "communication" } }

-- Bảng để mở bằng Excel

material "tasks-table" { "Bảng nhiệm vụ", also = "bang-nhiem-vu", data = "tasks", channels = { "csv" } }

material "items-table" { "Bảng việc", also = "bang-viec", data = "items", channels = { "csv" } }

material "indicators-table" { "Bảng chỉ tiêu", also = "bang-chi-tieu-csv", data = "indicators", channels = { "csv" } }

-- Biểu mẫu số liệu: điền vào ô màu vàng rồi nhập lại bằng sen nhap

material "form-year" { "Biểu mẫu số liệu năm", also = "bieu-mau-nam", data = "form", channels = { "xlsx" },
  options = { period = "nam" } }

material "form-q1" { "Biểu mẫu số liệu quý I", also = "bieu-mau-quy-1", data = "form", channels = { "xlsx" },
  options = { period = "Q1" } }

material "form-q2" { "Biểu mẫu số liệu quý II", also = "bieu-mau-quy-2", data = "form", channels = { "xlsx" },
  options = { period = "Q2" } }

material "form-q3" { "Biểu mẫu số liệu quý III", also = "bieu-mau-quy-3", data = "form", channels = { "xlsx" },
  options = { period = "Q3" } }

material "form-q4" { "Biểu mẫu số liệu quý IV", also = "bieu-mau-quy-4", data = "form", channels = { "xlsx" },
  options = { period = "Q4" } }

-- Nhập vào điện thoại hoặc Outlook: hạn, việc, sự kiện, lịch phát; nhập lại là cập nhật. Máy chưa có libical thì tài liệu này bỏ qua.
material "calendar" { "Lịch công tác", also = "lich-cong-tac", data = "calendar", channels = { "ics" } }
