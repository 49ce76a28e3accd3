/* abbrev.c - the tables. A short form with several meanings in office texts (TT, BC, PN …) is not in the first table. */
#include "core/vi/abbrev.h"
#include <stddef.h>

typedef struct Pair { const char *a, *words; } Pair;

static const Pair general[] = {
    {"ANTT", "an ninh trật tự"}, {"ATGT", "an toàn giao thông"}, {"BCĐ", "Ban Chỉ đạo"}, {"BCH", "Ban Chấp hành"},
    {"BĐG", "bình đẳng giới"}, {"BHXH", "bảo hiểm xã hội"}, {"BHYT", "bảo hiểm y tế"}, {"BLGĐ", "bạo lực gia đình"},
    {"BLTCSG", "bạo lực trên cơ sở giới"}, {"BTV", "Ban Thường vụ"}, {"BVSTBPN", "Ban Vì sự tiến bộ của phụ nữ"},
    {"CBCC", "cán bộ, công chức"}, {"CBCCVC", "cán bộ, công chức, viên chức"}, {"CCB", "Cựu chiến binh"},
    {"CĐCS", "công đoàn cơ sở"}, {"CLB", "câu lạc bộ"}, {"CNTT", "công nghệ thông tin"}, {"CSXH", "chính sách xã hội"},
    {"CTMTQG", "Chương trình mục tiêu quốc gia"}, {"ĐBQH", "đại biểu Quốc hội"}, {"Đ/c", "đồng chí"}, {"đ/c", "đồng chí"},
    {"ĐT", "điện thoại"}, {"GDĐT", "giáo dục và đào tạo"}, {"GD&ĐT", "giáo dục và đào tạo"},
    {"GD-ĐT", "giáo dục và đào tạo"}, {"HĐND", "Hội đồng nhân dân"}, {"HTX", "hợp tác xã"}, {"HLHPN", "Hội Liên hiệp Phụ nữ"},
    {"KHHGĐ", "kế hoạch hóa gia đình"}, {"KT-XH", "kinh tế - xã hội"}, {"KTXH", "kinh tế - xã hội"}, {"LHPN", "Liên hiệp Phụ nữ"},
    {"LĐTBXH", "Lao động - Thương binh và Xã hội"}, {"LĐ-TBXH", "Lao động - Thương binh và Xã hội"},
    {"LĐ-TB&XH", "Lao động - Thương binh và Xã hội"}, {"LĐTB&XH", "Lao động - Thương binh và Xã hội"},
    {"LĐLĐ", "Liên đoàn Lao động"}, {"LLVT", "lực lượng vũ trang"}, {"MTTQ", "Mặt trận Tổ quốc"},
    {"MTTQVN", "Mặt trận Tổ quốc Việt Nam"}, {"MTQG", "mục tiêu quốc gia"}, {"NCT", "người cao tuổi"},
    {"NHCSXH", "Ngân hàng Chính sách xã hội"}, {"NKT", "người khuyết tật"}, {"NLĐ", "người lao động"},
    {"NSNN", "ngân sách nhà nước"}, {"NTM", "nông thôn mới"}, {"NVH", "nhà văn hóa"}, {"PCBLGĐ", "phòng, chống bạo lực gia đình"},
    {"PCT", "Phó Chủ tịch"}, {"PTTH", "phát thanh, truyền hình"}, {"QLNN", "quản lý nhà nước"}, {"QPPL", "quy phạm pháp luật"},
    {"SĐT", "số điện thoại"}, {"TB&XH", "Thương binh và Xã hội"}, {"TBXH", "Thương binh và Xã hội"},
    {"TDTT", "thể dục, thể thao"}, {"THCS", "trung học cơ sở"}, {"THPT", "trung học phổ thông"}, {"TNCS", "Thanh niên Cộng sản"},
    {"TNHH", "trách nhiệm hữu hạn"}, {"TP", "thành phố"}, {"Tp", "thành phố"}, {"TP.HCM", "Thành phố Hồ Chí Minh"},
    {"TPHCM", "Thành phố Hồ Chí Minh"}, {"TTg", "Thủ tướng"}, {"TTHC", "thủ tục hành chính"}, {"TTTT", "thông tin, truyền thông"},
    {"TW", "Trung ương"}, {"TƯ", "Trung ương"}, {"UB", "Ủy ban"}, {"UBMTTQ", "Ủy ban Mặt trận Tổ quốc"},
    {"UBMTTQVN", "Ủy ban Mặt trận Tổ quốc Việt Nam"}, {"UBND", "Ủy ban nhân dân"}, {"UBTVQH", "Ủy ban Thường vụ Quốc hội"},
    {"VBQPPL", "văn bản quy phạm pháp luật"}, {"VHTT", "văn hóa, thông tin"}, {"VHTTDL", "Văn hóa, Thể thao và Du lịch"},
    {"VHXH", "văn hóa - xã hội"}, {"VH-XH", "văn hóa - xã hội"}, {"VSTBPN", "Vì sự tiến bộ của phụ nữ"}, {"VN", "Việt Nam"},
    {"XHCN", "xã hội chủ nghĩa"}, {"v.v", "vân vân"}, {"vv", "vân vân"},
    {"NĐ-CP", "Nghị định của Chính phủ"}, {"NQ-CP", "Nghị quyết của Chính phủ"}, {"QĐ-TTg", "Quyết định của Thủ tướng Chính phủ"},
    {"NQ/TW", "Nghị quyết của Trung ương"}, {"CT/TW", "Chỉ thị của Trung ương"},
};

static const Pair kind[] = {
    {"BB", "Biên bản"}, {"BC", "Báo cáo"}, {"CT", "Chỉ thị"}, {"CTr", "Chương trình"}, {"CTR", "Chương trình"},
    {"CV", "Công văn"},
    {"ĐA", "Đề án"}, {"GM", "Giấy mời"}, {"HD", "Hướng dẫn"}, {"KH", "Kế hoạch"}, {"KL", "Kết luận"}, {"L", "Luật"},
    {"NĐ", "Nghị định"}, {"NQ", "Nghị quyết"}, {"PA", "Phương án"}, {"QC", "Quy chế"}, {"QĐ", "Quyết định"},
    {"QyĐ", "Quy định"}, {"TB", "Thông báo"}, {"TC", "Thông cáo"}, {"TT", "Thông tư"}, {"TTLT", "Thông tư liên tịch"},
    {"TTr", "Tờ trình"}, {"TTR", "Tờ trình"},
};

static const Pair issuer[] = {
    {"BCA", "Bộ Công an"}, {"BDTTG", "Bộ Dân tộc và Tôn giáo"}, {"BGDĐT", "Bộ Giáo dục và Đào tạo"},
    {"BKHĐT", "Bộ Kế hoạch và Đầu tư"}, {"BLĐTBXH", "Bộ Lao động - Thương binh và Xã hội"}, {"BNV", "Bộ Nội vụ"},
    {"BQP", "Bộ Quốc phòng"}, {"BTC", "Bộ Tài chính"}, {"BTNMT", "Bộ Tài nguyên và Môi trường"}, {"BTP", "Bộ Tư pháp"},
    {"BTTTT", "Bộ Thông tin và Truyền thông"}, {"BVHTTDL", "Bộ Văn hóa, Thể thao và Du lịch"}, {"BYT", "Bộ Y tế"},
    {"BVSTBPN", "Ban Vì sự tiến bộ của phụ nữ"}, {"CP", "Chính phủ"}, {"CTN", "Chủ tịch nước"}, {"ĐU", "Đảng ủy"},
    {"HĐND", "Hội đồng nhân dân"}, {"HU", "Huyện ủy"}, {"MTTQ", "Mặt trận Tổ quốc"}, {"QH", "Quốc hội"}, {"SNV", "Sở Nội vụ"},
    {"ThU", "Thành ủy"}, {"TU", "Tỉnh ủy"}, {"TTg", "Thủ tướng Chính phủ"}, {"TW", "Trung ương"}, {"UBND", "Ủy ban nhân dân"},
    {"UBTVQH", "Ủy ban Thường vụ Quốc hội"}, {"VPCP", "Văn phòng Chính phủ"},
};

static const Pair measure[] = {
    {"km", "ki-lô-mét"}, {"km2", "ki-lô-mét vuông"}, {"km²", "ki-lô-mét vuông"}, {"m", "mét"}, {"m2", "mét vuông"},
    {"m²", "mét vuông"}, {"m3", "mét khối"}, {"m³", "mét khối"}, {"cm", "xăng-ti-mét"}, {"mm", "mi-li-mét"}, {"kg", "ki-lô-gam"},
    {"g", "gam"}, {"ha", "héc-ta"}, {"l", "lít"}, {"đ", "đồng"}, {"VNĐ", "đồng"}, {"VND", "đồng"}, {"tr", "triệu"},
};

static const char *find(const Pair *p, size_t n, Str a)
{
    for (size_t i = 0; i < n; i++)
        if (str_is(a, p[i].a)) return p[i].words;
    return NULL;
}

#define FIND(table, a) find(table, sizeof table / sizeof *table, a)

const char *abbrev_words(Str a) { return FIND(general, a); }
const char *abbrev_kind(Str a) { return FIND(kind, a); }
const char *abbrev_issuer(Str a) { return FIND(issuer, a); }
const char *abbrev_measure(Str a) { return FIND(measure, a); }

const char *abbrev_at(size_t i, const char **words)
{
    if (i >= sizeof general / sizeof *general) return NULL;
    *words = general[i].words;
    return general[i].a;
}
