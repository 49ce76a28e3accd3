-- 81-indicators-national.lua - mục tiêu, chỉ tiêu quốc gia. Tỉnh và đơn vị đặt mức riêng bằng một dòng, không sửa tệp này:
--   sua.chi_tieu "clqg-6-1" { can_dat = them { "tinh: 70% năm 2027" }, ly_do = "Kế hoạch của tỉnh" }
-- Dòng có verified = "unverified" là số nhớ lại, chưa thấy trong văn bản gốc: phải đối chiếu trước khi đưa vào văn bản.
-- clqg = Chiến lược quốc gia về bình đẳng giới giai đoạn 2021 - 2030 (Nghị quyết số 28/NQ-CP).

-- 1. Chính trị

indicator "clqg-1-1" { "Tỷ lệ cơ quan quản lý nhà nước, chính quyền địa phương có nữ là lãnh đạo chủ chốt", group = "Chính trị",
  kind = "latest", measure = "%", numerator = "Số cơ quan có ít nhất một nữ lãnh đạo chủ chốt", denominator = "Tổng số cơ quan",
  direction = "at_least", target = { "national: 60% năm 2025", "national: 75% năm 2030" },
  source = "Nghị quyết số 28/NQ-CP, mục tiêu 1", legal = { "nq-28-2021" }, every = "year", who = "party-building",
  method = "Đếm cơ quan, không đếm người: cơ quan có một nữ lãnh đạo chủ chốt là đạt" }

-- 2. Kinh tế, lao động

indicator "clqg-2-1" { "Tỷ lệ lao động nữ làm công hưởng lương", group = "Kinh tế, lao động", kind = "latest", measure = "%",
  direction = "at_least", target = { "national: 50% năm 2025", "national: 60% năm 2030" },
  source = "Nghị quyết số 28/NQ-CP, mục tiêu 2", legal = { "nq-28-2021" }, every = "year",
  note = "Mức năm 2030 là «khoảng 60%». Đơn vị không tự tính được, lấy số của cơ quan thống kê." }

indicator "clqg-2-2" { "Tỷ trọng lao động nữ trong nông nghiệp trên tổng lao động nữ có việc làm", group = "Kinh tế, lao động",
  kind = "latest", measure = "%", direction = "at_most", target = { "national: 30% năm 2025", "national: 25% năm 2030" },
  source = "Nghị quyết số 28/NQ-CP, mục tiêu 2", legal = { "nq-28-2021" }, every = "year",
  note = "Là «dưới 30%», «dưới 25%». Lấy số của cơ quan thống kê." }

indicator "clqg-2-3" { "Tỷ lệ nữ giám đốc, chủ doanh nghiệp, HTX", group = "Kinh tế, lao động", kind = "latest", measure = "%",
  numerator = "Số doanh nghiệp, HTX có nữ là giám đốc hoặc chủ", denominator = "Tổng số doanh nghiệp, HTX",
  direction = "at_least", target = { "national: 27% năm 2025", "national: 30% năm 2030" },
  source = "Nghị quyết số 28/NQ-CP, mục tiêu 2", legal = { "nq-28-2021" }, every = "year", who = "finance" }

-- 3. Gia đình, phòng ngừa bạo lực

indicator "clqg-3-1" { "Số giờ làm việc nhà, chăm sóc không lương của nữ so với nam", group = "Gia đình, phòng ngừa bạo lực",
  kind = "latest", measure = "lần", direction = "at_most", target = { "national: 1,7 lần năm 2025",
    "national: 1,4 lần năm 2030" },
  source = "Nghị quyết số 28/NQ-CP, mục tiêu 3", legal = { "nq-28-2021" }, every = "year",
  note = "Lấy từ điều tra; đơn vị không tự tính được." }

indicator "clqg-3-2a" { "Tỷ lệ người bị bạo lực được phát hiện đã tiếp cận ít nhất một dịch vụ hỗ trợ cơ bản",
  also = "nguoi-bi-bao-luc-duoc-ho-tro", group = "Gia đình, phòng ngừa bạo lực", kind = "latest", measure = "%",
  numerator = "Số người bị bạo lực được hỗ trợ", denominator = "Số người bị bạo lực được phát hiện", threshold = 5,
  direction = "at_least", target = { "national: 80% năm 2025", "national: 90% năm 2030" },
  source = "Nghị quyết số 28/NQ-CP, mục tiêu 3", legal = { "nq-28-2021" }, every = "year", who = "culture-social" }

indicator "clqg-3-2b" { "Tỷ lệ người có hành vi bạo lực (chưa đến mức hình sự) được tư vấn, tham vấn",
  also = "nguoi-gay-bao-luc-duoc-tu-van", group = "Gia đình, phòng ngừa bạo lực", kind = "latest", measure = "%",
  numerator = "Số người được tư vấn", denominator = "Số người được phát hiện, chưa đến mức xử lý hình sự", threshold = 5,
  direction = "at_least", target = { "national: 50% năm 2025", "national: 70% năm 2030" },
  source = "Nghị quyết số 28/NQ-CP, mục tiêu 3", legal = { "nq-28-2021" }, every = "year", who = "police",
  note = "Mới thấy ở một nguồn." }

indicator "clqg-3-3" { "Tỷ lệ người bị mua bán trở về có nhu cầu được hỗ trợ, hòa nhập", group = "Gia đình, phòng ngừa bạo lực",
  kind = "latest", measure = "%", numerator = "Số người được hỗ trợ",
    denominator = "Số người trở về, được phát hiện, có nhu cầu",
  threshold = 5, direction = "equal", target = { "national: 100% năm 2025", "national: 100% năm 2030" },
  source = "Nghị quyết số 28/NQ-CP, mục tiêu 3", legal = { "nq-28-2021" }, every = "year", who = "culture-social",
  note = "Mới thấy ở một nguồn." }

indicator "clqg-3-4" { "Tỷ lệ cơ sở trợ giúp xã hội công lập có hoạt động phòng ngừa, ứng phó với bạo lực trên cơ sở giới",
  group = "Gia đình, phòng ngừa bạo lực", kind = "latest", measure = "%",
  direction = "at_least", target = { "national: 70% năm 2025", "national: 100% năm 2030" },
  source = "Nghị quyết số 28/NQ-CP, mục tiêu 3", legal = { "nq-28-2021" }, every = "year",
  note = "Mới thấy ở một nguồn. Do tỉnh tính." }

-- 4. Y tế

indicator "clqg-4-1" { "Tỷ số giới tính khi sinh (bé trai trên 100 bé gái)", group = "Y tế, dân số", kind = "latest",
  measure = "bé trai/100 bé gái", direction = "at_most", target = { "national: 111 năm 2025", "national: 109 năm 2030" },
  source = "Nghị quyết số 28/NQ-CP, mục tiêu 4", legal = { "nq-28-2021" }, every = "year", who = "health",
  note = "Số sinh của một địa bàn quá ít để so với mức quốc gia; ghi số đếm trai, gái ở chỉ tiêu births." }

indicator "clqg-4-2" { "Tỷ số tử vong mẹ trên 100.000 trẻ sinh sống", group = "Y tế, dân số", kind = "latest",
  measure = "ca/100.000 trẻ", direction = "at_most", target = { "national: 42 năm 2025", "national: 42 năm 2030" },
  source = "Nghị quyết số 28/NQ-CP, mục tiêu 4", legal = { "nq-28-2021" }, every = "year",
  note = "Năm 2030 là «dưới 42». Do ngành y tế tính." }

indicator "clqg-4-3" { "Tỷ suất sinh ở vị thành niên (trên 1.000)", group = "Y tế, dân số", kind = "latest",
  measure = "ca/1.000", direction = "at_most", target = { "national: 18 năm 2025", "national: 18 năm 2030" },
  source = "Nghị quyết số 28/NQ-CP, mục tiêu 4", legal = { "nq-28-2021" }, verified = "unverified", every = "year",
    who = "health",
  note = "Giảm từ 23 xuống 18; năm 2030 là «dưới 18». Cần đối chiếu văn bản gốc." }

indicator "clqg-4-4" { "Tỷ lệ tỉnh, thành phố có cơ sở y tế thí điểm chăm sóc sức khỏe cho người LGBT",
  group = "Y tế, dân số", kind = "latest", measure = "%",
  direction = "at_least", target = { "national: 40% năm 2025", "national: 70% năm 2030" },
  source = "Nghị quyết số 28/NQ-CP, mục tiêu 4", legal = { "nq-28-2021" }, every = "year",
  note = "Mới thấy ở một nguồn. Do cấp tỉnh thực hiện." }

-- 5. Giáo dục, đào tạo

indicator "clqg-5-1" { "Nội dung về giới trong chương trình giáo dục và trong trường sư phạm", group = "Giáo dục, đào tạo",
  kind = "latest", measure = "%", direction = "equal", target = { "national: 100% năm 2025", "national: 100% năm 2030" },
  source = "Nghị quyết số 28/NQ-CP, mục tiêu 5", legal = { "nq-28-2021" }, every = "year",
  note = "Nghị quyết yêu cầu có hay không có; ở đây 100% nghĩa là có. Do ngành giáo dục thực hiện." }

indicator "clqg-5-2a" { "Tỷ lệ trẻ em trai, trẻ em gái dân tộc thiểu số hoàn thành tiểu học", group = "Giáo dục, đào tạo",
  kind = "latest", measure = "%", by = { "sex" }, numerator = "Số trẻ hoàn thành tiểu học",
    denominator = "Số trẻ trong độ tuổi",
  direction = "at_least", target = { "national: 90% năm 2025", "national: 99% năm 2030" },
  source = "Nghị quyết số 28/NQ-CP, mục tiêu 5", legal = { "nq-28-2021" }, every = "year", who = "school",
  note = "Mới thấy ở một nguồn; năm 2030 là «khoảng 99%»." }

indicator "clqg-5-2b" { "Tỷ lệ trẻ em trai, trẻ em gái dân tộc thiểu số hoàn thành trung học cơ sở",
  group = "Giáo dục, đào tạo",
  kind = "latest", measure = "%", by = { "sex" }, numerator = "Số trẻ hoàn thành trung học cơ sở",
    denominator = "Số trẻ trong độ tuổi",
  direction = "at_least", target = { "national: 85% năm 2025", "national: 90% năm 2030" },
  source = "Nghị quyết số 28/NQ-CP, mục tiêu 5", legal = { "nq-28-2021" }, verified = "unverified", every = "year",
    who = "school",
  note = "Cần đối chiếu văn bản gốc." }

indicator "clqg-5-3" { "Tỷ lệ nữ trong số người mới tuyển học nghề", group = "Giáo dục, đào tạo", kind = "latest",
  measure = "%",
  direction = "at_least", target = { "national: 30% năm 2025", "national: 40% năm 2030" },
  source = "Nghị quyết số 28/NQ-CP, mục tiêu 5", legal = { "nq-28-2021" }, verified = "unverified", every = "year",
  note = "Cần đối chiếu văn bản gốc. Do ngành giáo dục nghề nghiệp tính." }

indicator "clqg-5-4a" { "Tỷ lệ nữ trong số người có trình độ thạc sĩ", group = "Giáo dục, đào tạo", kind = "latest",
  measure = "%",
  direction = "at_least", target = { "national: 50% năm 2025", "national: 50% năm 2030" },
  source = "Nghị quyết số 28/NQ-CP, mục tiêu 5", legal = { "nq-28-2021" }, every = "year", note = "Mới thấy ở một nguồn." }

indicator "clqg-5-4b" { "Tỷ lệ nữ trong số người có trình độ tiến sĩ", group = "Giáo dục, đào tạo", kind = "latest",
  measure = "%",
  direction = "at_least", target = { "national: 30% năm 2025", "national: 35% năm 2030" },
  source = "Nghị quyết số 28/NQ-CP, mục tiêu 5", legal = { "nq-28-2021" }, every = "year", note = "Mới thấy ở một nguồn." }

-- 6. Thông tin, truyền thông

indicator "clqg-6-1" { "Tỷ lệ dân số được tiếp cận kiến thức cơ bản về bình đẳng giới", also = "dan-so-duoc-tiep-can",
  group = "Thông tin, truyền thông", kind = "latest", measure = "%", numerator = "Số người được tiếp cận (ước)",
    denominator = "Tổng dân số",
  direction = "at_least", target = { "national: 60% năm 2025", "national: 80% năm 2030" },
  source = "Nghị quyết số 28/NQ-CP, mục tiêu 6", legal = { "nq-28-2021" }, every = "year", who = "media",
  method = "Lấy số người được tiếp cận chia tổng dân số; cộng từ báo cáo của các ngành, kể cả vùng phủ loa truyền thanh",
  note = "Cách tính theo Công văn số 2792/LĐTBXH-BĐG ngày 20/8/2021. Nhiều tỉnh đặt mức cao hơn." }

indicator "clqg-6-2" { "Tỷ lệ tổ chức Đảng, cơ quan, đoàn thể được phổ biến và cam kết thực hiện bình đẳng giới",
  group = "Thông tin, truyền thông", kind = "latest", measure = "%", numerator = "Số tổ chức đã được phổ biến và đã cam kết",
  denominator = "Tổng số tổ chức", direction = "equal", target = { "national: 100% năm 2025", "national: 100% năm 2030" },
  source = "Nghị quyết số 28/NQ-CP, mục tiêu 6", legal = { "nq-28-2021" }, verified = "unverified", every = "year",
    who = "front",
  note = "Cần đối chiếu văn bản gốc." }

indicator "clqg-6-3" { "Mỗi quý có ít nhất bốn tin, bài về bình đẳng giới trên hệ thống thông tin cơ sở",
  also = "bon-tin-bai-moi-quy",
  group = "Thông tin, truyền thông", kind = "latest", measure = "%", numerator = "Số quý đạt từ bốn tin, bài",
    denominator = "Số quý đã qua",
  direction = "equal", target = { "national: 100% năm 2025", "national: 100% năm 2030" },
  source = "Nghị quyết số 28/NQ-CP, mục tiêu 6", legal = { "nq-28-2021" }, verified = "unverified", every = "quarter",
    who = "media",
  note = "Con số bốn tin, bài mỗi quý cần đối chiếu văn bản gốc; quy định trước đó (năm 2018) là ít nhất hai chuyên mục." }

indicator "clqg-6-4" { "Tỷ lệ đài phát thanh, truyền hình có chuyên mục về bình đẳng giới hằng tháng",
  group = "Thông tin, truyền thông",
  kind = "latest", measure = "%", direction = "equal", target = { "national: 100% năm 2025", "national: 100% năm 2030" },
  source = "Nghị quyết số 28/NQ-CP, mục tiêu 6", legal = { "nq-28-2021" }, verified = "unverified", every = "year",
  note = "Cần đối chiếu văn bản gốc. Do cấp tỉnh tính." }

-- Chương trình truyền thông về bình đẳng giới đến năm 2030 (Quyết định số 1790/QĐ-TTg)

indicator "cttt-action-month" { "Tỷ lệ địa phương có kế hoạch và tổ chức Tháng hành động hằng năm",
  group = "Thông tin, truyền thông",
  kind = "latest", measure = "%", direction = "equal", target = { "national: 100% năm 2025", "national: 100% năm 2030" },
  source = "Quyết định số 1790/QĐ-TTg", legal = { "qd-1790-2021" }, every = "year", who = "culture-social",
  note = "Với một đơn vị: 100% nghĩa là có kế hoạch và có tổ chức. Quyết định đặt mốc năm 2025; sau đó giữ nguyên." }

indicator "cttt-media-index" { "Tỷ lệ cơ quan báo chí áp dụng bộ chỉ số về giới trong truyền thông",
  group = "Thông tin, truyền thông",
  kind = "latest", measure = "%", direction = "at_least", target = { "national: 70% năm 2025", "national: 90% năm 2030" },
  source = "Quyết định số 1790/QĐ-TTg", legal = { "qd-1790-2021" }, every = "year",
    note = "Năm 2025 là thí điểm. Do cấp trên tính." }

-- Chương trình phòng, chống bạo lực gia đình đến năm 2025 (Quyết định số 45/QĐ-TTg): đã hết hạn, giữ để so sánh

indicator "ctbl-households" { "Tỷ lệ hộ gia đình dự các buổi nói chuyện do cấp cơ sở tổ chức",
  group = "Gia đình, phòng ngừa bạo lực",
  kind = "latest", measure = "%", numerator = "Số hộ có người dự", denominator = "Tổng số hộ", direction = "at_least",
  target = { "national: 40% năm 2025" }, source = "Quyết định số 45/QĐ-TTg", legal = { "qd-45-2022" }, every = "year" }

indicator "ctbl-at-risk" { "Tỷ lệ người có nguy cơ bị bạo lực được trang bị kiến thức, kỹ năng",
  group = "Gia đình, phòng ngừa bạo lực",
  kind = "latest", measure = "%", direction = "at_least", target = { "national: 70% năm 2025" },
  source = "Quyết định số 45/QĐ-TTg", legal = { "qd-45-2022" }, every = "year", note = "Là «trên 70%»." }

indicator "ctbl-protected" { "Tỷ lệ người bị bạo lực gia đình được phát hiện và được bảo vệ, trợ giúp",
  group = "Gia đình, phòng ngừa bạo lực",
  kind = "latest", measure = "%", numerator = "Số người được bảo vệ, trợ giúp", denominator = "Số người được phát hiện",
    threshold = 5,
  direction = "at_least", target = { "national: 95% năm 2025" }, source = "Quyết định số 45/QĐ-TTg", legal = { "qd-45-2022" },
  every = "year" }

indicator "ctbl-perpetrators" { "Tỷ lệ người có hành vi bạo lực gia đình được tư vấn", group = "Gia đình, phòng ngừa bạo lực",
  kind = "latest", measure = "%", numerator = "Số người được tư vấn", denominator = "Số người được phát hiện", threshold = 5,
  direction = "at_least", target = { "national: 80% năm 2025" }, source = "Quyết định số 45/QĐ-TTg", legal = { "qd-45-2022" },
  every = "year", note = "Là «trên 80%»." }

indicator "ctbl-channels" { "Tỷ lệ kênh truyền thông có chuyên mục thường xuyên về phòng, chống bạo lực gia đình",
  group = "Gia đình, phòng ngừa bạo lực", kind = "latest", measure = "%", direction = "at_least",
    target = { "national: 50% năm 2025" },
  source = "Quyết định số 45/QĐ-TTg", legal = { "qd-45-2022" }, every = "year", note = "Do cấp trên tính." }
