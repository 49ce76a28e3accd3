/* bodies.c - the tables of Vietnamese bodies and what they do, and the extent of a name; adds no facts. */
#include "core/intake/bodies.h"
#include <string.h>

/* How the name of a body begins. */
static const char *const HEADS[] = {
    "ủy ban nhân dân", "ubnd", "hội đồng nhân dân", "hđnd", "ủy ban mặt trận", "ủy ban mttq", "ubmttq", "mttq",
    "ubmttqvn", "mttqvn",
    "mặt trận tổ quốc", "ủy ban", "phòng", "sở", "ban", "bộ", "hội", "liên đoàn", "đoàn", "công an", "trạm",
    "trung tâm", "đài", "bệnh viện", "trường", "các trường", "văn phòng", "thường trực", "công đoàn", "tòa án", "viện",
    "đảng ủy", "tỉnh ủy", "thành ủy", "chi cục", "cục", "chi bộ", "tổ", "ngân hàng", "bảo hiểm xã hội", "kho bạc",
    "báo", "thành viên", "các thành viên", "thủ trưởng", "trưởng ban", "trưởng các", "chánh văn phòng", "giám đốc",
    "chủ tịch", "trưởng phòng", "công chức", "cán bộ", "người đứng đầu", "bí thư", "khóm", "ấp", "liên minh",
    "hợp tác xã", "câu lạc bộ", "trưởng", "quỹ", "đồng chí", "ủy viên", "doanh nghiệp", "bch", "ban chấp hành",
    "ban chỉ huy", "viện kiểm sát", "hội liên hiệp", "đơn vị sự nghiệp", "cơ sở", "chi hội", "chi đoàn", "tập thể",
    "hạt", "đội", "tỉnh đoàn", "thành đoàn", "huyện đoàn", "xã đoàn", "phường đoàn", "quận đoàn", "đoàn thanh niên",
    "tổng đài", "thanh tra", "đảng đoàn", "ban cán sự",
    "khối", "thống kê", "thuế", "bưu điện", "thư viện", "bảo tàng", "nhà văn hóa", "khu phố", "tổ dân phố",
    "trưởng thôn", "hội đồng", "tổng cục", "học viện", "đại học", "tạp chí", "bảo hiểm", "thị đoàn", "thị ủy",
    "huyện ủy", "quận ủy", "xã ủy", "kho bạc nhà nước", "lực lượng", "cơ quan báo chí", "cơ quan ủy ban kiểm tra",
    "nhà thiếu nhi", "thôn", "nhóm nòng cốt", "cảng vụ", "hải quan", "bộ đội biên phòng", "đồn biên phòng",
    "bộ chỉ huy", "trạm y tế", "nhà trường", "thường vụ", "đặc khu", "cổng thông tin điện tử",
    "trang thông tin điện tử", "ban thường trực", "ban tổ chức", "ủy ban kiểm tra", "phòng giáo dục", "sở giáo dục",
    "trung tâm quản lý", "hiệu trưởng", "chủ nhiệm", "phó chủ tịch", "tổ trưởng", "đội trưởng", "trạm trưởng",
    "chỉ huy trưởng", "già làng", "phó trưởng", "phó giám đốc", "chánh thanh tra", "tiểu ban", "ban công tác mặt trận",
    "chi cục quản lý", "ban quản lý", "ông", "bà", "các ông", "các bà", "các ông ( bà )", "ông ( bà )",
    "đồng chí", "đ / c", "các đ / c", "lãnh đạo", "hội đồng phối hợp phổ biến , giáo dục pháp luật",
    "ban cán sự đảng", "vụ", "vụ trưởng", "cục trưởng", "chi cục trưởng", "viện trưởng", "tổng giám đốc", "chánh", "liên hiệp",
    "công ty", "tổng công ty", "tập đoàn", "nhà máy", "xí nghiệp", "khoa", "nhà xuất bản", "thông tấn xã", "điện lực",
    "trung ương hội", "trung ương đoàn", "ủy ban trung ương", "tổng liên đoàn", "tổng hội", "hiệp hội", "ngành", "mặt trận",
    "báo và phát thanh", "báo và đài", "ub mttq", "ub mttqvn", "bhxh", "lđlđ", "tand", "vksnd", "nhcsxh", "hlhpn", "đtn",
    "xã đội", "phường đội", "trạm khuyến nông", "nhà hát", "clb", "bqt", "ubkt", "bcđ", "bql", "bgh", "đtncs", "hnd", "hccb",
    "nữ công", "phân hiệu", "chính quyền", "ban giám hiệu", "ban điều hành", "ban đại diện", "ban nhân dân", "ban bảo vệ",
    "tổ công nghệ số", "tổ hòa giải", "tổ truyền thông", "tổ tư vấn", "tổ nữ công", "tổ dân vận", "tổ liên gia", "tổ phụ nữ",
    "trưởng đoàn", "phó trưởng đoàn", "tổ chuyên môn", "tổ công tác", "tổ giúp việc", "phó hiệu trưởng", "giáo viên chủ nhiệm",
    "kế toán", "tổng phụ trách",
    NULL};
/* Words that begin a name only before a capital: "Vụ Pháp chế". */
static const char *const NAMED_ONLY[] = {"vụ", "khoa", "chánh", "ngành", "chính quyền", "nữ công", "kế toán", NULL};
/* They begin many a sentence that is about no body. */
static const char *const WEAK[] = {
    "già làng", "tổ trưởng", "ông", "bà", "các ông", "các bà", "đ / c",
    "cán bộ", "công chức", "đồng chí", "đội", "cơ sở", "quỹ", "câu lạc bộ", "doanh nghiệp", "tổ", "tập thể", "hạt",
    "báo", "khóm", "ấp", "thành viên", "bộ", "đài", "hội",
    "lực lượng", "thôn", "khu phố", "tổ dân phố", "nhà trường", "thư viện", "thuế", "thống kê", "bảo hiểm",
    "hội đồng", "bưu điện", "cổng thông tin điện tử", "trang thông tin điện tử", NULL};
/* Headings of an assigning part that are no bodies. */
static const char *const NO_BODY[] = {
    "thời gian", "kinh phí", "chế độ", "công tác", "về", "nội dung", "tiến độ", "báo cáo", "lộ trình", "giai đoạn",
    "triển khai", "các bước", "chỉ đạo", "kiểm tra", "khen thưởng", "thông tin", "nguồn", "đề nghị", "giao",
    "trách nhiệm", "hình thức", "phương thức", "địa điểm", "thành phần", "yêu cầu", "cấp",
    "trách nhiệm chung", "nhiệm vụ", "cơ chế", "các nhiệm vụ", "đối với", "danh mục", NULL};
/* Bodies without a name of their own. */
static const char *const VAGUE[] = {
    "các ban", "các phòng", "các cơ quan", "các đơn vị", "các tổ chức", "các hội", "các đoàn thể", "các sở",
    "các ngành", "các địa phương", "cơ quan", "đơn vị", "các xã", "các phường", "các khóm", "các ấp", "các chi bộ",
    "các chi hội", "các trường", "các bộ", "các cấp", "các huyện", "các doanh nghiệp", "các cơ sở", "các tổ",
    "các thành viên", "thủ trưởng", "các đồng chí", "ban", "ngành", "địa phương", "các thôn", "các khu",
    "các công chức", "các chi", "các thị xã", "các lực lượng", "các trưởng", "cấp ủy", "các cấp ủy", "trưởng các",
    "người đứng đầu",
    "các thị trấn", "các đặc khu", "các khu phố", "các lớp", "các nhà trường", "các câu lạc bộ", "các viện",
    "các trung tâm", "các nhóm", "các hợp tác xã", "các tập thể", "các bản", "các làng", "các buôn",
    "các tổ dân phố", "các ủy ban", "các đảng ủy", "các đảng bộ", "hai ngành", "các bên", "các xã đoàn", "các ông",
    "các ủy viên", "các vị", "các huyện ủy", "các thị ủy", "các thành ủy", "các quận ủy", "các tỉnh ủy", "các đảng đoàn",
    "các ban cán sự", "các vụ", "các cục", "các liên đoàn", "các công đoàn", "các công ty", "các tỉnh", "các quận", "các khối",
    "các phường đội", "các cụm", "các khoa", "các đoàn", "các quỹ", "các ấp", "các tòa", "các báo", "các đài", "các tập đoàn",
    "các chi cục", "các bệnh viện", "các trạm", "các hộ", "các bộ phận", "các đội", "toàn thể", "lãnh đạo các",
    "các cơ sở giáo dục", "các cơ sở đào tạo",
    "các cơ sở y tế", "các cơ sở giáo dục nghề nghiệp", "các cơ sở bảo trợ", "các cơ sở khám chữa bệnh", "các trường học",
    "các cơ sở sản xuất", "các cơ sở hội", "các cơ sở đoàn", "các giáo viên", "các lãnh đạo", NULL};
/* Words that begin what a body does: its name ends before them. */
static const char *const ACTS[] = {
    "chủ trì", "phối hợp", "chịu trách nhiệm", "có trách nhiệm", "có nhiệm vụ", "tham mưu", "xây dựng", "triển khai",
    "thực hiện", "hướng dẫn", "kiểm tra", "theo dõi", "đôn đốc", "căn cứ", "theo", "để", "trong", "về", "tiếp tục",
    "tăng cường", "đẩy mạnh", "lồng ghép", "bố trí", "cân đối", "thẩm định", "tổng hợp", "báo cáo", "rà soát",
    "chỉ đạo", "quan tâm", "vận động", "phát huy", "giám sát", "cùng", "là", "cử", "lập", "ban hành", "hỗ trợ",
    "thông qua", "trước", "định kỳ", "hằng", "hàng", "nghiên cứu", "đề xuất", "nâng cao", "giúp", "được", "chủ động",
    "chuẩn bị", "cung cấp", "tham gia", "phân bổ", "có", "khi", "trên cơ sở", "thường xuyên", "tập trung", "tiến hành",
    "duy trì", "đảm bảo", "bảo đảm", "xem xét", "phân công", "sử dụng", "mở", "phát", "đưa", "gửi", "làm", "lấy",
    "tiếp nhận", "quản lý", "đăng", "thông tin", "và báo", "và tổ chức", "và triển khai", "và thực hiện", "và chịu",
    "nếu", "tổ chức", "tuyên truyền", "truyền thông", "phổ biến", "đề nghị", "giao", "kịp thời", "như", "ở", "với",
    "nhằm", "cho", "tại", "đồng thời", "khẩn trương", "nghiêm túc", "dự toán", "từ", "trực tiếp", "biên soạn", "vì",
    "vào", "khuyến khích", "kiện toàn", "củng cố", "tư vấn", "khám", "giới thiệu", "ưu tiên", "hoàn thành", "đánh giá",
    "thành lập", "rút", "phát thanh", "cập nhật", "cấp", "tổ chức", "phản ánh", "xử lý", "đào tạo", "tập huấn",
    "bảo vệ", "tổng kết", "sơ kết", "lồng", "quán triệt", "nắm", "bám sát", "tăng", "xác định", "lập kế hoạch",
    "nêu cao", "gương mẫu", "đăng ký", "mời", "tiến", "giáo dục",
    "phát động", "tháo gỡ", "trình", "cụ thể hóa", "bổ sung", "điều chỉnh", "lựa chọn", "nâng", "thu hút",
    "huy động", "kết nối", "khảo sát", "thống kê", "công bố", "công khai", "in", "cấp phát", "treo", "xin",
    "huấn luyện", "bồi dưỡng", "bảo trợ", "chăm lo", "động viên", "tích cực", "sớm", "phấn đấu", "kết hợp",
    "liên hệ", "thanh tra", "xét", "đề ra", "chăm sóc", "khen thưởng", "tuyên dương", "biểu dương", "kêu gọi",
    "vận hành", "khai thác", "ứng dụng", "đổi mới", "đa dạng", "dành", "quy định", "chia sẻ", "tiếp", "tổng", "ký",
    "đối thoại", "nhân rộng", "lắng nghe", "phụ trách", "đầu tư", "chi", "thanh toán", "quyết toán", "cấp kinh phí",
    "hòa giải", "trợ giúp", "tạo", "giải quyết", "xác minh", "can thiệp", "bảo quản", "nhận", "thu thập",
    "thiết lập", "kiến nghị", "tham vấn", "góp ý", "thường trực giúp", "đưa tin", "đăng tải", "không", "sẽ", "phải",
    "cần", "đã", "đang", "kiểm soát", "giải ngân", "đồng hành", "phát hiện", "ngăn chặn", "phòng ngừa", "lan tỏa", "ghi nhận",
    "tôn vinh", "trao", "tặng", "thăm hỏi", "thăm", "hưởng ứng", "niêm yết", "dán", "lắp đặt", "phân loại", "thẩm tra",
    "truy tố", "xét xử", "điều tra", "khởi tố", "tài trợ", "đóng góp", "ủng hộ", "vận dụng", "tìm hiểu", "khuyến nghị",
    "cảnh báo", "quảng bá", "chú trọng", "đề cao", "cam kết", "ký kết", "đăng cai", "chấp hành", "tuân thủ", "phê duyệt",
    "bình xét", "bổ nhiệm", "luân chuyển", "khắc phục", "chấn chỉnh", "nhắc nhở", "xử phạt", "số hóa", "lưu trữ", "tuyển chọn",
    "đề cử", "bảo lãnh", "tự", "căn cứ vào", "mở rộng", "phát triển", "xóa", "đấu tranh", "tố giác", "thông báo", "vinh danh",
    "nhắc", "rèn luyện", "tạo điều kiện", "giữ", "đứng ra", "hiến", "góp", "nộp", "chuyển", "đón", "lưu ý", "chọn", "quyết định",
    "đặt", "gắn", "làm tốt", "khích lệ", "soạn thảo", "rút kinh nghiệm", "duyệt", "lãnh đạo thực hiện",
    "họp", "đảm nhiệm", "đảm nhận", "đỡ đầu", "nghiệm thu", "thống nhất", "tập hợp", "kết nạp", "chi trả", "cho vay",
    "bình chọn", "tuyển", "soạn", "viết", "tiếp thu", "phân tích", "giải đáp", "trả lời", "thu gom", "trồng",
    "lãnh đạo , chỉ đạo", "lãnh đạo chỉ đạo", "lãnh đạo việc", "lãnh đạo tốt", NULL};
static const char *const KEEPS[] = {
    "vì sự tiến bộ", "cấp xã", "cấp tỉnh", "cấp huyện", "cấp thành phố", "cấp ủy", "có liên quan", "cấp cơ sở",
    "truyền thông", "trực thuộc", "phát thanh", "thực hiện quy chế", "thông tin", "phụ trách", "hđnd và ubnd",
    "hội đồng nhân dân và ủy ban nhân dân", "hđnd - ubnd",
    "trợ giúp pháp lý", "công tác mặt trận", "thanh tra nhân dân", "kiểm tra đảng ủy", "kiểm tra thành ủy",
    "kiểm tra huyện ủy", "kiểm tra tỉnh ủy", "hòa giải cơ sở", "hòa giải ở cơ sở", "nhà nước", "cụm xã", "cấp trên",
    "liên xã", "không chuyên trách", "dịch vụ tổng hợp", "dịch vụ công", "tổng hợp xã", "tổng hợp phường", "tổng hợp huyện",
    "quản lý thị trường", "hỗ trợ nông dân", "hỗ trợ phát triển", "tư vấn pháp luật", "đào tạo nghề", "giáo dục nghề nghiệp",
    "giáo dục thường xuyên", "giới thiệu việc làm", "quản lý rừng", "quản lý khu", "chăm sóc sức khỏe", "bảo vệ trẻ em",
    "bảo trợ xã hội", "kiểm soát bệnh tật", "tổ chức cán bộ", "tổ chức hành chính", "tổ chức - hành chính", "tổ chức - cán bộ",
    "tổ chức - kiểm tra", "thi đua khen thưởng", "khen thưởng tỉnh", "xây dựng đảng", "xây dựng chính quyền",
    "tuyên truyền viên", "báo cáo viên", "xây dựng nông thôn mới", "phát triển nông thôn",
    "thông tin và truyền thông", "quản lý dự án", "quản lý chợ", "xã hội và nhân văn", "báo chí",
    "phối hợp phổ biến , giáo dục pháp luật", "phối hợp phổ biến giáo dục pháp luật", "phát triển quỹ đất", "quản lý đất đai",
    "phát triển thể thao", "phòng ngừa , ứng phó", "quản lý chất lượng", "chuyển đổi số", "phát triển nông nghiệp",
    "chi bộ", "chi hội", "chi đoàn", "chi cục", "phát triển bền vững", "bảo tồn", "thi hành án",
    "phòng , chống", "an toàn", "xúc tiến đầu tư", "chi nhánh", "giao dịch", "có công", "đbqh và hđnd", "đbqh & hđnd",
    "đại biểu quốc hội và hội đồng nhân dân", "giáo dục và đào tạo", "giáo dục - đào tạo", "giáo dục mầm non",
    "giáo dục trẻ em", "cùng cấp", "được kiểm tra", "được giám sát", "được thanh tra", "được phân công", "được giao",
    "tổng công ty", "tổng hội", "trong tỉnh", "trong huyện", "trong xã", "trong phường",
    "trong trường",
    "trong ngành", "trong toàn",
    "trong thành phố", "trong thị xã", "trong đảng bộ", "giám sát đầu tư của cộng đồng", NULL};
/* A name that ends with its place ends there, whatever comes next in small letters. */
static const char *const PLACES[] = {
    "phường", "xã", "thị trấn", "thị xã", "huyện", "quận", "thành phố", "tỉnh", "khóm", "ấp", "khu phố", "đặc khu", "thôn",
    "tổ dân phố", "buôn", "khối phố", "trung ương", NULL};
/* Names that go on in small letters as far as the work they are for. */
static const char *const FREE[] = {
    "ban chỉ đạo", "ban vì", "ban quản lý", "ban điều hành", "ban vận động", "ban tổ chức lễ", "thành viên",
    "các thành viên", "cán bộ", "công chức", "câu lạc bộ", "tổ", "đội", "trung tâm", "quỹ", "đồng chí", "các đồng chí",
    "người đứng đầu", "thủ trưởng", "trưởng các", "doanh nghiệp", "các doanh nghiệp", "cơ sở", "các cơ sở", "hội đồng",
    "nhóm nòng cốt", "lực lượng", "các lực lượng", "các cơ quan", "các đơn vị", "các tổ chức", "cơ quan", "đơn vị",
    "các ban", "các phòng", "các hội", "các ngành", "ngành", "các tổ", "các chi", "các trường", "các câu lạc bộ",
    "các nhóm", "tập thể", "trưởng ban", "chi cục", "các công chức", "nhà trường", "các đoàn thể", "toàn thể", NULL};
/* Fields of work as offices that write no capitals write them within a name. */
static const char *const FIELDS[] = {
    "liên hiệp phụ nữ", "phụ nữ", "nông dân", "cựu chiến binh", "cựu thanh niên xung phong", "thanh niên", "sinh viên",
    "người cao tuổi", "chữ thập đỏ", "khuyến học", "lao động", "thương binh và xã hội", "thương binh", "xã hội",
    "văn hóa", "thông tin", "tư pháp", "nội vụ", "y tế", "đào tạo", "tài chính", "kế hoạch", "dân số", "thể thao",
    "du lịch", "truyền thanh", "truyền hình", "kinh tế", "hạ tầng", "đô thị", "công thương", "tài nguyên", "môi trường",
    "nông nghiệp", "phát triển nông thôn", "quân sự", "chính sách xã hội", "dân tộc", "tôn giáo", "dân vận",
    "tuyên giáo", "nội chính", "mầm non", "tiểu học", "trung học cơ sở", "trung học phổ thông", "thường vụ",
    "chấp hành", "nhân dân", "chỉ huy", "hành chính công", "phục vụ", "tổng hợp", "khoa học", "công nghệ", "xây dựng",
    "giao thông vận tải", "ngoại vụ", "nhà nước", "đảng ủy", "việt nam", "tổ quốc", "mặt trận", "trẻ em", "gia đình",
    "bình đẳng giới", "bảo trợ xã hội", "việc làm", "dịch vụ", "cơ sở", "khu vực", "liên quan", "các cấp", "cấp",
    "người khuyết tật", "khuyết tật", "người mù", "trẻ mồ côi", "doanh nhân nữ", "nữ doanh nhân", "nữ trí thức",
    "kế hoạch hóa gia đình", "cựu giáo chức", "giáo chức", "văn học nghệ thuật", "văn học - nghệ thuật", "chất độc da cam",
    "quyền trẻ em", "di sản văn hóa", "sinh vật cảnh", "thú y", "chăn nuôi", "bảo vệ thực vật", "kiểm lâm", "lâm nghiệp",
    "thủy sản", "thủy lợi", "phụ sản", "cao đẳng nghề", "cao đẳng", "trung cấp nghề", "trung cấp", "nội trú", "bán trú",
    "phổ thông dân tộc nội trú", "dân tộc nội trú", "chính trị", "pháp chế", "tổ chức cán bộ", "công tác chính trị",
    "công tác thanh niên", "công tác xã hội", "công tác nữ", "công tác học sinh", "người có công", "hữu nghị",
    "khu công nghiệp", "khu kinh tế", "khu chế xuất", "cộng đồng", "giám sát đầu tư của cộng đồng", "hình sự", "hành chính",
    "quản trị công", "quản trị", "phụ nữ phát triển", "nữ công", "ngoại giao", "thị trường", "thương mại", "nghề", "quân dân y",
    "khoa học kỹ thuật", "khoa học và kỹ thuật", "khoa học xã hội", "đảng", "công chức", "viên chức", "tín dụng", "hòa giải",
    "dioxin", "gia đình hạnh phúc", "mồ côi", "bảo hiểm", "nghệ thuật", "thể dục thể thao", "thông tấn", "nhi", "học sinh",
    "du kích", "cơ động", "giao thông", "trật tự", "kinh doanh", "trồng trọt", "khuyến nông", "chế biến", "công đoàn cơ sở",
    "công đoàn",
    "dân cư", "ngang bộ", "xây dựng nếp sống văn hóa", "nếp sống văn hóa", "xây dựng phong trào bảo vệ an ninh tổ quốc",
    "phong trào", "an ninh tổ quốc", "cha mẹ học sinh",
    "phụ huynh", "chuyên môn", "văn phòng", "giúp việc", NULL};
/* After a place they still belong to the name: "UBND các xã còn lại". */
static const char *const STAY[] = {
    "còn lại", "khác", "nói trên", "nêu trên", "trọng điểm", "miền núi", "vùng cao", "biên giới", "ven biển", "bãi ngang",
    "lân cận", "thí điểm", "khó khăn", "đặc biệt khó khăn", NULL};
/* Small words that join the parts of a name. */
static const char *const JOINS[] = {"các", "của", "và", "thuộc", "trên địa bàn", "trong", "ở", NULL};

/* "Thống kê", "Thanh tra" are bodies before a name or a place, else what somebody does. */
static int is_verb_too(const Toks *t, size_t i, size_t n)
{
    static const char *const BOTH[] = {"thống kê", "thanh tra", "báo", "thuế", "bảo hiểm", NULL};
    static const char *const AFTER[] = {"tỉnh", "huyện", "thành phố", "xã", "cơ sở", "nhà nước", "xã hội", "quận", NULL};
    if (phrase_any(t, i, BOTH) != n || i + n >= t->n) return 0;
    return t->v[i + n].kind == TOK_WORD && !t->v[i + n].capital && !phrase_any(t, i + n, AFTER) && !bodies_act(t, i + n);
}

size_t bodies_head(const Toks *t, size_t i)
{
    size_t k = phrase_any(t, i, HEADS);
    if (!k || !(t->v[i].capital || phrase_at(t, i, "thành viên") || phrase_at(t, i, "các thành viên"))) return 0;
    if (phrase_at(t, i, "lãnh đạo")) return i + 2 < t->n && t->v[i + 2].capital && phrase_any(t, i + 2, HEADS) ? 2 : 0;
    if (phrase_any(t, i, NAMED_ONLY) == k && !(i + k < t->n && t->v[i + k].capital)) return 0;
    if (phrase_at(t, i, "bộ phận")) return i + 2 < t->n && t->v[i + 2].capital ? 2 : 0;
    if (phrase_at(t, i, "ban hành") || phrase_at(t, i, "tổ chức") ||
        phrase_at(t, i, "báo cáo") || is_verb_too(t, i, k) || phrase_at(t, i, "hội nghị") ||
        phrase_at(t, i, "hội thảo") || phrase_at(t, i, "phòng ngừa") || phrase_at(t, i, "phòng chống") ||
            phrase_at(t, i, "phòng ,") || phrase_at(t, i, "trường hợp") ||
        phrase_at(t, i, "bộ luật") || phrase_at(t, i, "hội thi") || phrase_at(t, i, "cán bộ nữ") ||
            phrase_at(t, i, "đoàn kết")) return 0;
    return k;
}

size_t bodies_vague(const Toks *t, size_t i)
{
    size_t k = phrase_any(t, i, VAGUE);
    if (k == 1 && (phrase_is(t, i, "ban") || phrase_is(t, i, "ngành")) && !(phrase_mark(t, i + 1, ','))) return 0;
    static const char *const POSTS[] = {
        "cơ quan thường trực", "cơ quan đầu mối", "đơn vị thường trực", "đơn vị đầu mối", "các tổ chức thực hiện", NULL};
    size_t post = phrase_any(t, i, POSTS);
    if (post && !(i + post < t->n && t->v[i + post].capital)) return 0;
    return k;
}

int bodies_act(const Toks *t, size_t i)
{
    if (i >= t->n || t->v[i].capital || phrase_any(t, i, KEEPS)) return 0;
    return (int)phrase_any(t, i, ACTS);
}

int bodies_begins_act(const Toks *t, size_t i)
{
    static const char *const SMALL[] = {
        "trong", "theo", "để", "về", "với", "là", "ở", "cho", "tại", "từ", "vì", "vào", "như", "in", "có", "cấp", "chi", "tổng",
        "tiếp", "thông tin", "thống kê", "thanh tra", "truyền thông", "ký", "báo", NULL};
    return i < t->n && phrase_any(t, i, ACTS) && !bodies_head(t, i) && phrase_any(t, i, SMALL) != phrase_any(t, i, ACTS);
}

int bodies_is_weak(const Toks *t, size_t i)
{
    size_t n = phrase_any(t, i, WEAK), h = phrase_any(t, i, HEADS);
    if (h == 1 && i + 1 < t->n && bodies_act(t, i + 1)) return 1;      /* "Đoàn làm việc …": a word without a name */
    if (n == 0 || h > n) return 0;
    return i + n >= t->n || !t->v[i + n].capital;                       /* "Đài Truyền thanh" has one */
}

int bodies_is_topic(const Toks *t, size_t i) { return phrase_any(t, i, NO_BODY) > 0; }

size_t bodies_colon(const Toks *t, size_t i)
{
    static const char *const KINDS[] = {
        "các sở", "sở", "giám đốc các sở", "các phòng", "các ban", "các hội", "thủ trưởng các sở", "các đoàn thể",
        "trưởng các phòng", "các cơ quan", "các đơn vị", "các sở , ngành", "các bộ", "các xã", "các phường", "các trường",
        "các phòng , ban", "các ngành", "các cơ quan , đơn vị", "ủy ban nhân dân các xã", "ủy ban nhân dân các phường",
        "ubnd các xã", "ubnd các phường", "ủy ban nhân dân các huyện", "ubnd các huyện", "các thôn", "các khu phố", NULL};
    size_t n = phrase_any(t, i, KINDS);
    if (!n || !phrase_mark(t, i + n, ':') || i + n + 1 >= t->n || !t->v[i + n + 1].capital) return 0;
    size_t first = i + n + 1, act = bodies_begins_act(t, first) ? phrase_any(t, first, ACTS) : 0;
    if (act && first + act < t->n && t->v[first + act].kind == TOK_WORD && !phrase_is(t, first + act, "và")) return 0;
    for (size_t k = i + n + 1; k < t->n && k < i + 60; k++) {          /* names, then what they do */
        if (bodies_act(t, k) || (t->v[k].kind == TOK_WORD && !t->v[k].capital && bodies_act(t, k + 1)))
            return bodies_act(t, i + n + 1) ? 0 : n + 1;
        if (phrase_mark(t, k, '.') || phrase_mark(t, k, ':')) return 0;
        if (phrase_mark(t, k, ';') || k + 1 == t->n) return n + 1;
    }
    return 0;
}

/* A comma in a list ends a name unless what follows in small letters is a part of it: "các xã, phường". */
static int goes_on_after_comma(const Toks *t, size_t next)
{
    static const char *const PARTS[] = {
        "phường", "xã", "ngành", "đoàn", "thị", "thành", "đơn", "đảng", "tỉnh", "quận", "vụ", "cục", "sở", "trường", "phòng",
        "ban", "tổ", "ấp", "địa", "huyện", "cơ", "thôn", "khóm",
        "khu", "đặc", "bí", "trưởng", "phó", "chi", "bản", "làng", "buôn", "quận", "hội", "báo", "cộng tác", "cán bộ",
        "công chức", "viên chức", NULL};
    return t->v[next].capital || phrase_any(t, next, PARTS);
}

/* The same in a list of bodies without names: "các trường mầm non, tiểu học", "các tập đoàn, tổng công ty", "các ngành, các
    cấp". */
static int goes_on_vague(const Toks *t, size_t next)
{
    static const char *const PARTS[] = {
        "tổng", "công ty", "viện", "bệnh viện", "doanh nghiệp", "hợp tác xã", "trung tâm", "câu lạc bộ", "nhóm", "giáo viên",
        "nhân viên", "trạm", "lực lượng", "đảng viên", "đoàn viên", "hội viên", NULL};
    return phrase_any(t, next, PARTS) || phrase_any(t, next, FIELDS) || bodies_vague(t, next);
}

typedef struct Extent { size_t start; int many, free, room; } Extent;

/* A comma or "và" at k: 1 = the name ends here. */
static int ends_at_join(const Toks *t, const Extent *x, size_t k)
{
    size_t next = k + 1;
    int comma = phrase_mark(t, k, ',');
    if (comma && phrase_is(t, next, "và")) next++;
    static const char *const LABELS[] = {
        "cơ quan phối hợp", "đơn vị phối hợp", "cơ quan chủ trì", "đơn vị chủ trì", "đơn vị thực hiện", "đơn vị tham gia",
        "thời gian", "thời hạn", "kinh phí", "sản phẩm", NULL};
    size_t label = phrase_any(t, next, LABELS);
    if (next >= t->n || bodies_act(t, next) || (label && phrase_mark(t, next + label, ':'))) return 1;
    if (!x->many) return 0;
    if (bodies_head(t, next)) return 1;
    if (comma && bodies_vague(t, x->start) && goes_on_vague(t, next)) return 0;
    if (bodies_vague(t, next) && t->v[next].low_len > 3 && !bodies_vague(t, x->start)) return 1;
    return comma && !goes_on_after_comma(t, next);
}

/* "(Công an phường)" stays with the name only when short and in capitals. Returns where it closes, 0 = it does not stay. */
static size_t aside_at(const Toks *t, size_t k)
{
    size_t c = k;
    while (c < t->n && c < k + 4 && !phrase_mark(t, c, ')')) c++;
    return c < t->n && c < k + 4 && phrase_mark(t, c, ')') && t->v[k + 1].capital ? c : 0;
}

/* A title in quotes within a name at k: 'Ban Chỉ đạo phong trào "…" phường'. Returns where it closes, 0 = none. */
static size_t quoted_at(const Toks *t, size_t k)
{
    int straight = phrase_mark(t, k, '"');
    if (!straight && !phrase_is(t, k, "“")) return 0;
    for (size_t c = k + 1; c < t->n && c < k + 24; c++)
        if (straight ? phrase_mark(t, c, '"') : phrase_is(t, c, "”")) return c;
    return 0;
}

/* A mark at k that may stand within a name. */
static int inner_mark(const Toks *t, const Extent *x, size_t k)
{
    if (phrase_dash(t, k) || phrase_mark(t, k, '&') || phrase_mark(t, k, '/')) return 1;
    if (phrase_mark(t, k, '.')) return k + 1 < t->n && !t->v[k + 1].space;
    return !x->many && phrase_mark(t, k, ';') && (bodies_head(t, k + 1) || phrase_at(t, k + 1, "các"));
}

/* One or two small words that a further body follows without a mark: "Phòng Cảnh sát hình sự Công an tỉnh". */
static size_t before_body(const Toks *t, size_t k)
{
    for (size_t n = 1; n <= 3; n++) {
        if (k + n >= t->n || t->v[k + n].kind != TOK_WORD || bodies_act(t, k + n) || phrase_any(t, k + n, JOINS)) return 0;
        if (t->v[k + n].capital) return bodies_head(t, k + n) && !bodies_act(t, k) ? n : 0;
    }
    return 0;
}

/* Up to four small words that a place closes: "Hội Bảo trợ nạn nhân bom mìn tỉnh". */
static size_t before_place(const Toks *t, size_t k)
{
    for (size_t n = 0; n <= 4; n++) {
        if (k + n >= t->n || t->v[k + n].kind != TOK_WORD || t->v[k + n].capital || bodies_act(t, k + n)) return 0;
        if (n && phrase_any(t, k + n, PLACES) && !phrase_at(t, k + n, "xã hội")) return n;
        if (phrase_any(t, k + n, JOINS)) return 0;
    }
    return 0;
}

/* A word in small letters at k: how many tokens of it belong to the name, 0 = the name ends. `room` is what is left of the
 * small words that may follow: one after a capital ("Nội vụ"), more after "các" and "của". */
static size_t small_at(const Toks *t, Extent *x, size_t k)
{
    size_t n = phrase_any(t, k, FIELDS);
    if (n) {
        x->room = 0;
        return n;
    }
    if ((n = phrase_any(t, k, JOINS))) {
        x->room = 2;
        return n;
    }
    if (!x->free && (n = before_place(t, k))) return n;
    if (!x->free && x->room <= 0) return 0;
    if (!x->free && (n = before_body(t, k))) return n;
    x->room--;
    return 1;
}

/* A place at k that closes the name: the token after it, 0 = the name goes on. */
static int closes(const Toks *t, size_t next)
{
    return next < t->n && t->v[next].kind == TOK_WORD && !t->v[next].capital && !phrase_is(t, next, "và") &&
        !phrase_any(t, next, PLACES) && !phrase_is(t, next, "có") && !phrase_is(t, next, "trực") &&
        !phrase_is(t, next, "liên");
}

size_t bodies_end(const Toks *t, size_t i, int many)
{
    size_t skip = phrase_any(t, i, HEADS), k, colon = bodies_colon(t, i);
    if (!skip) skip = phrase_any(t, i, VAGUE);
    if (colon) skip = colon;
    Extent x = {i, many, phrase_any(t, i, FREE) > 0, skip ? 0 : 1};
    for (k = i + (skip ? skip : 1); k < t->n && k < i + 90; k++) {
        size_t keep = phrase_any(t, k, KEEPS), n, place;
        if (!keep && k == i + skip && !t->v[k].capital && !bodies_act(t, k)) keep = phrase_any(t, k, FIELDS);
        if (keep) {
            k += keep - 1;
            continue;
        }
        if (phrase_mark(t, k, ',') || phrase_is(t, k, "và")) {
            if (ends_at_join(t, &x, k)) return k;
            x.room = 2;
            x.free |= !many && bodies_vague(t, k + 1);
            if (!many && !bodies_head(t, k + 1)) k += bodies_vague(t, k + 1);
            if (!many && (n = bodies_head(t, k + 1))) k += n, x.room = 0, x.free = phrase_any(t, k + 1 - n, FREE) > 0;
            continue;
        }
        place = phrase_any(t, k, PLACES);
        if (place && !phrase_at(t, k, "xã hội") && !(k > i && bodies_head(t, k) && !phrase_is(t, k, "xã"))) {
            size_t stay = phrase_any(t, k + place, STAY);
            if (!stay && closes(t, k + place)) return k + place;
            k += place + stay - 1;
            x.room = 0;
            continue;
        }
        if (t->v[k].kind == TOK_MARK) {
            size_t c = phrase_mark(t, k, '(') ? aside_at(t, k) : quoted_at(t, k);
            if (c) k = c;
            else if (!inner_mark(t, &x, k)) return k;
            x.room = 2;
            continue;
        }
        if (bodies_act(t, k)) return k;
        if (t->v[k].kind != TOK_WORD || t->v[k].capital) {
            size_t head = t->v[k].capital ? phrase_any(t, k, HEADS) : 0;
            n = phrase_any(t, k, FIELDS);
            if (head > n) n = head;
            k += n ? n - 1 : 0;
            x.room = n > 1 ? 0 : 1;
            continue;
        }
        n = small_at(t, &x, k);
        if (!n) return k;
        k += n - 1;
    }
    return k;
}

int bodies_does(const Toks *t, size_t end)
{
    return end < t->n && (bodies_act(t, end) || (t->v[end].kind == TOK_WORD && !t->v[end].capital && !phrase_any(t, end, JOINS)));
}
