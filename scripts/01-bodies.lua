-- 01-bodies.lua - các đầu mối (vai trò) nhận nhiệm vụ và công việc; tên thật do từng tỉnh, từng đơn vị đặt lại.
-- Đổi tên ở đơn vị mình, không sửa tệp này:
--   sua.co_quan "van-hoa-xa-hoi" { ten = "Phòng Văn hóa và Xã hội", ly_do = "Tên theo quyết định của tỉnh" }

-- Cấp ủy, chính quyền

body "party" { "Đảng ủy {{ unit.kind }}", also = "dang-uy",
  names = { "Đảng ủy", "Ban Thường vụ Đảng ủy" },
  note = "Lãnh đạo chung; cho chủ trương về công tác cán bộ nữ." }

body "party-building" { "Ban Xây dựng Đảng của Đảng ủy", also = "xay-dung-dang",
  succeeds = { "Ban Tổ chức Thành ủy", "Ban Tổ chức Huyện ủy" },
  note = "Theo dõi quy hoạch, bồi dưỡng cán bộ nữ. Nơi không có ban này thì gắn với văn phòng Đảng ủy." }

body "party-inspection" { "Ủy ban Kiểm tra Đảng ủy", also = "kiem-tra-dang" }

body "council" { "Thường trực Hội đồng nhân dân {{ unit.kind }}", also = "hdnd",
  note = "Giám sát; chủ trì việc của đại biểu dân cử." }

body "committee" { "Ủy ban nhân dân {{ unit.kind }}", also = "ubnd",
  names = { "Ủy ban nhân dân", "UBND" },
  note = "Người đứng đầu ký kế hoạch, báo cáo và chịu trách nhiệm chung." }

body "standing" { "Cơ quan thường trực công tác bình đẳng giới", also = "thuong-truc",
  names = { "Ban Vì sự tiến bộ của phụ nữ", "Ban VSTBPN" },
  succeeds = { "Ban Vì sự tiến bộ của phụ nữ Thành phố" },
  note = "Là một vai trò, không phải tên một cơ quan cố định. Nhiều nơi giao cho phòng văn hóa, xã hội." }

body "culture-social" { "Phòng Văn hóa - Xã hội", also = "van-hoa-xa-hoi",
  succeeds = { "Phòng Lao động - Thương binh và Xã hội", "Phòng Văn hóa và Thông tin", "Phòng Nội vụ" },
  note = "Tham mưu về nội vụ, lao động, gia đình, văn hóa và bình đẳng giới. Tên phòng do tỉnh quy định." }

body "office" { "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân", also = "van-phong",
  note = "Văn thư, lịch họp, đôn đốc thời hạn." }

body "finance" { "Phòng phụ trách kinh tế, tài chính", also = "tai-chinh",
  succeeds = { "Phòng Tài chính - Kế hoạch", "Phòng Kinh tế" },
  note = "Tên đầy đủ khác nhau giữa nơi đô thị và nơi nông thôn." }

body "justice" { "Công chức phụ trách tư pháp", also = "tu-phap", succeeds = { "Phòng Tư pháp" },
  note = "Thẩm định, góp ý văn bản; theo dõi hòa giải ở cơ sở." }

body "public-service" { "Trung tâm Phục vụ hành chính công", also = "hanh-chinh-cong" }

body "media" { "Bộ phận truyền thanh và thông tin cơ sở", also = "truyen-thanh",
  succeeds = { "Đài Truyền thanh", "Trung tâm Văn hóa, Thể thao và Truyền thanh" },
  note = "Đọc bản tin loa, đăng trang thông tin, giữ bảng tin." }

-- Lực lượng chức năng, đơn vị sự nghiệp

body "police" { "Công an {{ unit.kind }}", also = "cong-an",
  names = { "Công an" }, succeeds = { "Công an Thành phố" } }
body "military" { "Ban Chỉ huy Quân sự {{ unit.kind }}", names = { "Ban Chỉ huy Quân sự" }, also = "quan-su" }
body "health" { "Trạm Y tế {{ unit.kind }}", also = "y-te",
  names = { "Trạm Y tế" }, succeeds = { "Trung tâm Y tế", "Phòng Y tế" } }
body "school" { "Các cơ sở giáo dục trên địa bàn", also = "truong-hoc",
  succeeds = { "Phòng Giáo dục và Đào tạo" } }

-- Mặt trận và đoàn thể: hầu hết văn bản dùng cách nói «đề nghị», không «giao»

body "front" { "Ủy ban Mặt trận Tổ quốc Việt Nam {{ unit.kind }}", also = "mat-tran",
  names = { "Ủy ban Mặt trận Tổ quốc Việt Nam", "Ủy ban MTTQ", "Mặt trận Tổ quốc" } }
body "women" { "Hội Liên hiệp Phụ nữ {{ unit.kind }}", also = "phu-nu",
  names = { "Hội Liên hiệp Phụ nữ", "Hội LHPN" }, succeeds = { "Hội Liên hiệp Phụ nữ Thành phố" } }
body "youth" { "Đoàn Thanh niên Cộng sản Hồ Chí Minh {{ unit.kind }}", also = "doan-thanh-nien",
  names = { "Đoàn Thanh niên", "Đoàn TNCS Hồ Chí Minh" } }
body "farmers" { "Hội Nông dân {{ unit.kind }}", names = { "Hội Nông dân" }, also = "nong-dan" }
body "veterans" { "Hội Cựu chiến binh {{ unit.kind }}", names = { "Hội Cựu chiến binh" }, also = "cuu-chien-binh" }
body "labour" { "Tổ chức công đoàn trên địa bàn", also = "cong-doan",
  names = { "Liên đoàn Lao động", "Công đoàn" }, succeeds = { "Liên đoàn Lao động Thành phố" } }
body "elderly" { "Hội Người cao tuổi {{ unit.kind }}", names = { "Hội Người cao tuổi" }, also = "nguoi-cao-tuoi" }

-- Ở khu dân cư

body "hamlet" { "Ban điều hành khu dân cư", also = "khu-dan-cu",
  note = "Nơi gọi là khóm, ấp, thôn, tổ dân phố …: đặt từ này ở mục hamlet của unit.lua." }
body "mediation" { "Tổ hòa giải ở cơ sở", also = "hoa-giai" }
body "collaborators" { "Cộng tác viên, tình nguyện viên ở khu dân cư", also = "cong-tac-vien" }
body "enterprises" { "Doanh nghiệp, cơ sở sản xuất trên địa bàn", also = "doanh-nghiep" }
