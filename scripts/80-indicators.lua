-- 80-indicators.lua - chỉ tiêu đơn vị tự đếm được (số người, số cuộc, tỷ lệ); chỉ tiêu quốc gia ở 81-indicators-national.lua.
-- Số liệu về bạo lực chỉ là số đếm: số nhỏ hơn ngưỡng không đưa lên tài liệu công khai.

-- Truyền thông

indicator "people-reached" { "Số người được truyền thông về bình đẳng giới", also = "so-nguoi-truyen-thong",
  group = "Truyền thông",
  kind = "flow", measure = "người", by = { "sex" }, every = "quarter", who = "media",
  method = "Đếm số người dự mỗi buổi; người nghe loa, xem bài ghi riêng, không cộng vào đây" }

indicator "events-held" { "Số sự kiện truyền thông đã tổ chức", also = "so-su-kien", group = "Truyền thông",
  kind = "flow", measure = "cuộc", every = "quarter", who = "culture-social",
  direction = "at_least", target = { "national: 2 năm 2026", "national: 2 năm 2030" },
  source = "Quyết định số 1790/QĐ-TTg", legal = { "qd-1790-2021" } }

indicator "news-items" { "Số tin, bài về bình đẳng giới trên hệ thống thông tin cơ sở", also = "so-tin-bai",
  group = "Truyền thông",
  kind = "flow", measure = "tin, bài", by = { "channel" }, every = "quarter", who = "media",
  method = "Mỗi tin, bài đếm một lần, dù phát hay đăng lại nhiều lần" }

indicator "bulletins" { "Số bản tin loa đã phát", also = "so-ban-tin-loa", group = "Truyền thông",
  kind = "flow", measure = "bản tin", every = "month", who = "media" }

indicator "posts" { "Số bài đăng trên mạng xã hội", also = "so-bai-dang", group = "Truyền thông",
  kind = "flow", measure = "bài", every = "month", who = "youth" }

indicator "leaflets" { "Số tờ rơi, áp phích đã phát, đã treo", also = "so-to-roi", group = "Truyền thông",
  kind = "flow", measure = "tờ", every = "quarter", who = "media" }

indicator "action-month-people" { "Số người dự các hoạt động Tháng hành động", also = "so-nguoi-thang-hanh-dong",
  group = "Truyền thông",
  kind = "flow", measure = "người", by = { "sex" }, every = "year", who = "culture-social" }

-- Phối hợp, lồng ghép, kinh phí

indicator "meetings" { "Số cuộc giao ban liên ngành", also = "so-giao-ban", group = "Phối hợp",
  kind = "flow", measure = "cuộc", every = "quarter", who = "standing", direction = "at_least", target = { "ward: 4 năm 2026" },
  source = "Nhịp làm việc gợi ý của Sen; đơn vị đặt lại theo quy chế của mình" }

indicator "tasks-on-time" { "Tỷ lệ việc hoàn thành đúng hạn", also = "viec-dung-han", group = "Phối hợp",
  kind = "latest", measure = "%", numerator = "Số việc đã xong đúng hạn", denominator = "Số việc đến hạn trong kỳ",
  every = "quarter", who = "office", direction = "at_least", target = { "ward: 90% năm 2026" },
  source = "Mức gợi ý của Sen; đơn vị đặt lại khi cần" }

indicator "plans-with-gender" { "Tỷ lệ kế hoạch có nội dung bình đẳng giới", also = "ke-hoach-co-long-ghep",
  group = "Lồng ghép",
  kind = "latest", measure = "%", numerator = "Số kế hoạch có ít nhất một mục tiêu hoặc việc về giới",
  denominator = "Số kế hoạch ban hành trong năm", every = "year", who = "culture-social", direction = "at_least" }

indicator "community-rules-clean" { "Tỷ lệ hương ước, quy ước không còn điều phân biệt đối xử về giới", also = "huong-uoc-sach",
  group = "Lồng ghép", kind = "latest", measure = "%", numerator = "Số hương ước, quy ước đã rà, không còn điều phân biệt",
  denominator = "Tổng số hương ước, quy ước", every = "year", who = "justice",
  direction = "at_least", target = { "national: 95% năm 2025", "national: 100% năm 2030" },
  source = "Quyết định số 1790/QĐ-TTg", legal = { "qd-1790-2021" } }

indicator "documents-reviewed" { "Số văn bản đã rà soát về bình đẳng giới", also = "van-ban-da-ra-soat", group = "Lồng ghép",
  kind = "flow", measure = "văn bản", every = "year", who = "justice" }

indicator "documents-proposed" { "Số văn bản đã kiến nghị sửa đổi", also = "van-ban-kien-nghi", group = "Lồng ghép",
  kind = "flow", measure = "văn bản", every = "year", who = "justice" }

indicator "budget-planned" { "Kinh phí được giao cho công tác bình đẳng giới", also = "kinh-phi-giao", group = "Kinh phí",
  kind = "latest", measure = "đồng", every = "year", who = "finance" }

indicator "budget-spent" { "Kinh phí đã sử dụng", also = "kinh-phi-da-chi", group = "Kinh phí",
  kind = "flow", measure = "đồng", every = "quarter", who = "finance" }

-- Việc làm, an sinh

indicator "women-supported" { "Số phụ nữ yếu thế được hỗ trợ", also = "phu-nu-duoc-ho-tro", group = "Việc làm, an sinh",
  kind = "flow", measure = "người", by = { "disability" }, every = "quarter", who = "women", threshold = 5 }

indicator "jobs-created" { "Số người có việc làm mới", also = "viec-lam-moi", group = "Việc làm, an sinh",
  kind = "flow", measure = "người", by = { "sex" }, every = "quarter", who = "culture-social" }

indicator "loans" { "Số người được vay vốn tín dụng chính sách", also = "vay-von", group = "Việc làm, an sinh",
  kind = "flow", measure = "người", by = { "sex" }, every = "quarter", who = "women" }

indicator "women-models" { "Số mô hình kinh tế do phụ nữ làm chủ đang hoạt động", also = "mo-hinh-phu-nu",
  group = "Việc làm, an sinh",
  kind = "stock", measure = "mô hình", every = "year", who = "women" }

-- Bạo lực: chỉ số đếm

indicator "violence-cases" { "Số vụ bạo lực được phát hiện", also = "so-vu-bao-luc", group = "Phòng ngừa, ứng phó với bạo lực",
  kind = "flow", measure = "vụ", by = { "form" }, every = "quarter", who = "culture-social", threshold = 5,
  method = "Đếm vụ, không ghi người; một vụ có nhiều hình thức thì ghi hình thức nặng nhất" }

indicator "survivors" { "Số người bị bạo lực được phát hiện", also = "so-nguoi-bi-bao-luc",
  group = "Phòng ngừa, ứng phó với bạo lực",
  kind = "flow", measure = "người", by = { "sex", "age" }, every = "quarter", who = "culture-social", threshold = 5 }

indicator "support-places" { "Số địa chỉ tin cậy, nơi tạm lánh đang hoạt động", also = "so-dia-chi-tin-cay",
  group = "Phòng ngừa, ứng phó với bạo lực", kind = "stock", measure = "nơi", every = "year", who = "women" }

-- Cán bộ nữ

indicator "women-in-committee" { "Tỷ lệ nữ trong cấp ủy", also = "nu-cap-uy", group = "Cán bộ nữ", kind = "latest",
  measure = "%",
  numerator = "Số nữ cấp ủy viên", denominator = "Tổng số cấp ủy viên", every = "year", who = "party-building",
    direction = "at_least" }

indicator "women-in-council" { "Tỷ lệ nữ đại biểu Hội đồng nhân dân", also = "nu-dai-bieu", group = "Cán bộ nữ",
  kind = "latest",
  measure = "%", numerator = "Số nữ đại biểu", denominator = "Tổng số đại biểu", every = "year", who = "council",
  direction = "at_least", method = "Tính vào đầu nhiệm kỳ và khi có thay đổi" }

indicator "women-leaders" { "Tỷ lệ nữ giữ chức vụ lãnh đạo, quản lý", also = "nu-lanh-dao", group = "Cán bộ nữ",
  kind = "latest",
  measure = "%", numerator = "Số nữ giữ chức vụ từ phó phòng trở lên", denominator = "Tổng số người giữ các chức vụ đó",
  every = "year", who = "culture-social", direction = "at_least" }

indicator "women-planned" { "Tỷ lệ nữ trong quy hoạch", also = "nu-quy-hoach", group = "Cán bộ nữ", kind = "latest",
  measure = "%",
  numerator = "Số nữ trong quy hoạch", denominator = "Tổng số người trong quy hoạch", every = "year", who = "party-building",
  direction = "at_least" }

-- Tập huấn, đội ngũ

indicator "people-trained" { "Số người được tập huấn", also = "so-nguoi-tap-huan", group = "Tập huấn, đội ngũ",
  kind = "flow", measure = "người", by = { "sex" }, every = "quarter", who = "culture-social" }

indicator "courses" { "Số lớp tập huấn", also = "so-lop", group = "Tập huấn, đội ngũ",
  kind = "flow", measure = "lớp", every = "quarter", who = "culture-social" }

indicator "hamlets-with-collaborator" { "Tỷ lệ khu dân cư có cộng tác viên", also = "khu-dan-cu-co-ctv",
  group = "Tập huấn, đội ngũ",
  kind = "latest", measure = "%", numerator = "Số khu dân cư có cộng tác viên", denominator = "Tổng số khu dân cư",
  every = "year", who = "hamlet", direction = "equal", target = { "ward: 100% năm 2026" },
  source = "Mức gợi ý của Sen; đơn vị đặt lại khi cần" }

indicator "vacant-days" { "Số ngày tổ chức phối hợp liên ngành thiếu thành viên", also = "so-ngay-khuyet",
  group = "Tập huấn, đội ngũ",
  kind = "max", measure = "ngày", every = "quarter", who = "standing", direction = "at_most" }

-- Kiểm tra, khen thưởng, báo cáo

indicator "inspections" { "Số cuộc kiểm tra, giám sát", also = "so-cuoc-kiem-tra", group = "Kiểm tra, báo cáo",
  kind = "flow", measure = "cuộc", every = "year", who = "standing" }

indicator "findings-closed" { "Tỷ lệ kiến nghị kiểm tra đã khắc phục", also = "kien-nghi-da-khac-phuc",
  group = "Kiểm tra, báo cáo",
  kind = "latest", measure = "%", numerator = "Số kiến nghị đã khắc phục", denominator = "Số kiến nghị đã nêu",
  every = "year", who = "office", direction = "at_least" }

indicator "nominees" { "Số cá nhân được khen thưởng, biểu dương", also = "so-ca-nhan-khen", group = "Kiểm tra, báo cáo",
  kind = "flow", measure = "người", by = { "sex" }, every = "year", who = "standing" }

indicator "partners-with-plan" { "Tỷ lệ cơ quan, trường học, khu dân cư đã có kế hoạch", also = "noi-da-co-ke-hoach",
  group = "Kiểm tra, báo cáo", kind = "latest", measure = "%", numerator = "Số nơi đã gửi kế hoạch",
    denominator = "Số nơi phải có kế hoạch",
  every = "year", who = "standing", direction = "equal", target = { "ward: 100% năm 2026" },
  source = "Mức gợi ý của Sen; đơn vị đặt lại khi cần" }

indicator "reports-on-time" { "Tỷ lệ báo cáo gửi đúng hạn", also = "bao-cao-dung-han", group = "Kiểm tra, báo cáo",
  kind = "latest", measure = "%", numerator = "Số báo cáo nhận đúng hạn", denominator = "Số báo cáo phải nhận",
  every = "year", who = "culture-social", direction = "equal", target = { "ward: 100% năm 2026" },
  source = "Mức gợi ý của Sen; đơn vị đặt lại khi cần" }

-- Dân số

indicator "births" { "Số trẻ sinh ra trong kỳ", also = "so-tre-sinh", group = "Y tế, dân số",
  kind = "flow", measure = "trẻ", by = { "sex" }, every = "quarter", who = "health",
  note = "Số sinh ở một địa bàn nhỏ dao động mạnh; không kết luận từ tỷ số của một năm." }
