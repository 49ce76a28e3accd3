/* targets.c - numbers the plan promises: value, unit, direction, year; money, spans, past results and ages are none. */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "core/base/text.h"
#include "core/intake/bodies.h"
#include "core/intake/facts.h"

/* What can be counted in a promise. */
static const char *const UNITS[] = {
    "lớp", "cuộc", "buổi", "hội nghị", "hội thảo", "tọa đàm", "mô hình", "câu lạc bộ", "clb", "người", "lượt người",
    "lượt", "bài", "tin", "phóng sự", "đợt", "chuyên đề", "xã", "phường", "khóm", "ấp", "đơn vị", "cơ quan",
    "doanh nghiệp", "hộ", "tờ rơi", "tờ gấp", "tờ", "pano", "pa nô", "áp phích", "băng rôn", "băng", "sản phẩm",
    "tài liệu", "cuốn", "video", "clip", "chiến dịch", "hội thi", "địa chỉ", "điểm", "cơ sở", "trường", "em", "phụ nữ",
    "nữ", "cán bộ", "chị", "lần", "tổ", "nhóm", "chuyên mục", "chuyên trang", "lao động", "học sinh", "đại biểu",
    "cộng tác viên", "tuyên truyền viên", "hội viên", "ca", "chương trình", "diễn đàn", "phiên", "kỳ", "bản tin",
    "tin bài", "tin , bài", "bộ", "khẩu hiệu", "đội", "thành viên", "giờ", "bé trai", "trẻ em", "trẻ", "nạn nhân",
    "gia đình", "thôn", "khu phố", "mô-hình", "công trình", "nhà", "buổi phát thanh", "tuyến", "đoàn", "hội đồng",
    "khu dân cư", "cặp", "lễ", "phần", "suất", "phút", "gương", "phần quà", "dự án", "đề tài", "hoạt động",
    "vụ", "huyện", "học viên", "đồng chí", "đảng viên", "đoàn viên", "chi bộ", "chi hội", "chi đoàn", "hòa giải viên",
    "thứ tiếng", "phim", "phóng viên", "nữ công nhân", "công nhân", "suất quà", "sự kiện", "bức", "thông điệp", "biển",
    "panô", "bé gái", "giáo viên", "sinh viên", "chuyên gia", "báo cáo viên", "tác phẩm", "tiểu phẩm", "kế hoạch",
    "văn bản", "báo cáo", "thủ tục", "hồ sơ", "trung tâm", "khóa", "gian hàng", "sáng kiến", "tỉnh", "bản", "làng",
    "buôn", "tổ dân phố", "vị trí", "phòng", "tập thể", "cá nhân", "hộ gia đình", "tiết", "kênh", "phiếu", "trang",
    "ngôi nhà", "căn nhà", "số", "ngư dân", "nông dân", "quần chúng", "thanh niên", "thiếu niên", "nam giới", "người dân",
    "người cao tuổi", "tiểu thương", "hộ dân", "nhà báo", "tình nguyện viên", "cặp vợ chồng", "bà mẹ", "thai phụ", "luật sư",
    "bài thi", "bài viết", "ấn phẩm", "tủ sách", "đầu sách", "quyển", "bản đăng ký", "camera", "loa", "góc", "cây", "tổ viên",
    "câu hỏi", "ý kiến", "bác sĩ", "viên chức", "công chức", "nhân viên", "trạm", "bệnh viện", "hợp tác xã", "thành phố",
    "quận", "thị xã", "nữ sinh", "điểm cầu", "gian", "phòng học", "quỹ", "máy", "đối tượng", "phướn", "cờ",
    "tiết mục", "con / phụ nữ", "cờ phướn", "gia đình văn hóa", "ghế", "bàn", "bình chữa cháy", "tủ thuốc", NULL};
static const char *const LEAST[] = {
    "ít nhất", "tối thiểu", "trên", "từ", "không dưới", "hơn", "không ít hơn", "đạt", "phấn đấu", "đạt từ",
    "không thấp hơn", NULL};
static const char *const STRONG_LEAST[] = {
    "ít nhất", "tối thiểu", "trên", "không dưới", "không ít hơn", "không thấp hơn", "hơn", NULL};
static const char *const MOST[] = {
    "dưới", "không quá", "tối đa", "không vượt quá", "giảm còn", "xuống còn", "giảm xuống", "nhiều nhất",
    "không cao hơn", "còn", "xuống", "thấp hơn", "không nhiều hơn", "không có quá", "không để quá", "không xảy ra quá",
    "xảy ra quá", "xảy ra quá", "không lớn hơn", "không quá mức", NULL};
static const char *const PROMISE[] = {
    "tổ chức", "mở", "xây dựng", "thành lập", "duy trì", "ít nhất", "tối thiểu", "phấn đấu", "đạt", "phát", "in",
    "treo", "có", "thực hiện", "biên soạn", "ra mắt", "tập huấn", "trên", "từ", "đăng", "hỗ trợ", "giúp", "viết",
    "sản xuất", "tuyên truyền", "cấp", "phát hành", "mỗi", "là", "xuống", "còn", "dưới", "không quá", "tư vấn", "thêm",
    "đăng tải", "đăng", "phát sóng", "số lượng", "nhân rộng", "lắp", "tăng", "giảm", "khoảng", "trao", "khám",
    "vận động", "phỏng vấn", "khảo sát", "tặng", "biểu dương", "tuyên dương", "khen thưởng", "tọa đàm",
    "cho", "giải quyết", "đối thoại", "kết nạp", "cử", "kiểm tra", "giám sát", "lựa chọn", "giới thiệu", "đào tạo",
    "bồi dưỡng", "tiếp tục", "trồng", "xóa", "sửa chữa", "bình quân", "trung bình", "tổng số", "tổng số lên", "bảo đảm",
    "đảm bảo",
    "hoàn thành", "thu hút", "huy động", "chọn", "công nhận", "đón", "gồm", "thời lượng", "ở mức", "mức", NULL};
/* Verbs that make things: what is counted right after them is promised, whatever it is called. */
static const char *const MAKES[] = {
    "tổ chức", "mở", "xây dựng", "thành lập", "in", "treo", "lắp", "lắp đặt", "trang bị", "tặng", "trao", "phát hành",
    "biên soạn", "sản xuất", "cấp phát", "trồng", "thiết kế", "viết", "ra mắt", "nhân rộng", "duy trì", "dựng", "chiếu",
    "trưng bày", "phát sóng", "cắm", "sửa chữa", "bàn giao", "giới thiệu", "kết nạp", "hỗ trợ", "giúp", "khám",
    "vận động", "phỏng vấn", "biểu dương", "tuyên dương", "đối thoại", "cử", "đào tạo", "bồi dưỡng", "thu hút", "tư vấn",
    "tập huấn", "thêm", "phát", "đăng tải", "đăng", "trao tặng", "tập huấn cho", "hỗ trợ cho", "bồi dưỡng cho", "khám cho", NULL};
static const char *const PAST[] = {"đã", "hiện có", "hiện nay", "năm trước", "kết quả đạt được", "hiện đang", "hiện là", NULL};
static const char *const COMPARED[] = {"so với", "từ mức", NULL};
static const char *const CONDITION[] = {
    "khi có", "nếu", "nơi có", "địa bàn có", "đơn vị có", "cơ quan có", "có tỷ lệ", "ở nơi", "trường hợp có",
    "những nơi", NULL};
static const char *const NOT_AFTER[] = {
    "tuổi", "đồng", "triệu", "tỷ", "nghìn", "ngàn", "ngày", "tháng", "năm", "tuần", "nội dung", "nhiệm vụ", "mục tiêu",
    "nhóm nhiệm vụ", "nhóm giải pháp", "chỉ tiêu", "giờ/ngày", "bước",
    "phần chính", "khâu", "vấn đề", "chương", "cấp", "lĩnh vực", "trụ cột", "nguyên tắc", "loại", "mặt", "bên", "quý",
    "văn bản này", "điều", "khoản", "kế hoạch này", "nhóm vấn đề", "nhóm mục tiêu", "nhóm chỉ tiêu", "thế hệ",
    "kế hoạch năm", NULL};
/* "của 16 phường", "đến 16 phường": all there are, no promise. */
static const char *const WHOLE[] = {"của", "đến", "tới", "thuộc", "toàn", "cả", "trong số", "trong", "gồm có", "hơn cả",
    NULL};
/* Small words that can be no unit. */
static const char *const NO_UNIT[] = {
    "và", "của", "trong", "ở", "tại", "lên", "xuống", "đến", "vào", "so", "thì", "là", "được", "cho", "với", "theo", "từ",
    "trở", "hoặc", "x", "về", "trên", "dưới", "do", "bởi", "để", "khi", "mỗi", "các", "những", "này", "đó", "hằng", "hàng",
    "có", "mà", "như", "nếu", "sẽ", "phải", "cần", "tham gia", NULL};
/* A number after these names something: "ngày 05", "phường 1", "mục 3". */
static const char *const NAMED[] = {
    "ngày", "tháng", "năm", "số", "điều", "khoản", "mục", "phần", "quý", "tuần", "thứ", "đợt", "giai đoạn", "phụ lục", "khóa",
    "nhiệm kỳ", "chỉ tiêu", "mục tiêu", "nhóm", "chương", "biểu", "mẫu", NULL};
/* Times that are a promise only as an upper bound: "không quá 03 ngày làm việc". */
static const char *const TIMES[] = {"ngày làm việc", "ngày", "giờ làm việc", "giờ", "phút", NULL};

typedef struct Promise {
    Facts *f;
    size_t year_end;                       /* years before this token belong to earlier numbers */
    size_t end;                            /* token after the last promised number and its unit */
    int any;                               /* a number has been promised in this clause: the last one's direction and unit */
    Direction last;
    const char *last_unit;
} Promise;

typedef struct Number { double value; size_t n; int percent, padded; } Number;

/* "60", "1,7", "1.500", "04" at i */
static size_t number_at(const Toks *t, size_t i, Number *x)
{
    long v, d;
    *x = (Number){0};
    if (!phrase_number(t, i, &v)) return 0;
    x->value = (double)v;
    x->padded = t->v[i].len >= 2 && t->text[t->v[i].at] == '0';
    size_t k = i + 1;
    while (phrase_mark(t, k, '.') && k + 1 < t->n && !t->v[k].space && !t->v[k + 1].space && t->v[k + 1].len == 3 &&
        phrase_number(t, k + 1, &d)) {
        x->value = x->value * 1000 + (double)d;
        k += 2;
    }
    if ((phrase_mark(t, k, ',') || (phrase_mark(t, k, '.') && k == i + 1)) && k + 1 < t->n && !t->v[k].space &&
        !t->v[k + 1].space && t->v[k + 1].len <= 2 && phrase_number(t, k + 1, &d)) {
        x->value += (double)d / pow(10, t->v[k + 1].len);
        k += 2;
    }
    return k - i;
}

static int before(const Toks *t, size_t i, size_t far, const char *const *list)
{
    for (size_t k = i, n = 0; k > 0 && n < far; n++) {
        k--;
        if (phrase_mark(t, k, ';') || phrase_mark(t, k, '.')) return 0;
        size_t m = phrase_any(t, k, list);
        if (m && k + m <= i) return 1;
    }
    return 0;
}

/* directly before i, or with one small word between */
static int just_before(const Toks *t, size_t i, const char *const *list)
{
    for (size_t back = 1; back <= 4 && back <= i; back++) {
        size_t m = phrase_any(t, i - back, list);
        if (m && m >= back - (back > 1 && phrase_is(t, i - 1, "là")) && m <= back) return 1;
    }
    return 0;
}

static Direction direction_of(const Toks *t, size_t i, double value, int percent, int more)
{
    if (just_before(t, i, (const char *const[]){"không dưới", "không thấp hơn", "≥", "> =", NULL})) return AT_LEAST;
    if (i && (phrase_is(t, i - 1, "≤") || phrase_mark(t, i - 1, '<') || (i > 1 && phrase_at(t, i - 2, "< =")))) return AT_MOST;
    if (i && phrase_mark(t, i - 1, '>')) return AT_LEAST;
    if (just_before(t, i, MOST)) return AT_MOST;
    if (more) return AT_LEAST;
    if (just_before(t, i, STRONG_LEAST)) return AT_LEAST;
    if (percent) return value == 100 ? EQUAL : AT_LEAST;
    if (before(t, i, 4, (const char *const[]){"mỗi", NULL}) && before(t, i, 6, (const char *const[]){"ít nhất", "tối thiểu",
    NULL}))
        return AT_LEAST;
    return just_before(t, i, LEAST) && !just_before(t, i, (const char *const[]){"đạt", "phấn đấu", NULL}) ? AT_LEAST : EQUAL;
}

/* The number of a year named at i ("năm 2025"), 0 = none; the base of a comparison is none. */
static int named_year(const Toks *t, size_t i)
{
    long v;
    if (!phrase_is(t, i, "năm") || !phrase_number(t, i + 1, &v) || v <= 2000 || v >= 2100) return 0;
    if (phrase_dash(t, i + 2) || before(t, i, 3, (const char *const[]){"so với", "giai đoạn", NULL})) return 0;
    if (before(t, i, 3, (const char *const[]){"từ", NULL}) && !phrase_is(t, i + 2, "trở") &&
        !phrase_mark(t, i + 2, ',')) return 0;
    return (int)v;
}

/* "…, ít nhất 90% và đến năm 2030, 100% …": the year at i goes with the number after it. */
static int begins_next(const Toks *t, size_t i)
{
    Number x;
    size_t k = i + 2 + (phrase_mark(t, i + 2, ',') ? 1 : 0);
    for (size_t n = 0; n < 4 && k < t->n && t->v[k].kind == TOK_WORD; n++) k++;
    return (phrase_is(t, i - 1, "đến") || phrase_mark(t, i - 1, '(')) && number_at(t, k, &x);
}

/* The year a number is promised for: the nearest one named in its sentence, before or after it, that no other number took. */
static int year_for(Promise *p, size_t from, size_t to)
{
    const Toks *t = &p->f->t;
    size_t after = 0, prior = 0, far_after = 0, far_prior = 0;
    for (size_t k = to; k < t->n && k < to + 30 && !after; k++) {
        if (phrase_mark(t, k, ';') || phrase_mark(t, k, '.') || phrase_mark(t, k, '%')) break;
        if (named_year(t, k)) after = k, far_after = k - to;
        else if (t->v[k].kind == TOK_NUMBER && !t->v[k].used) break;
    }
    for (size_t k = from; k > p->year_end && from - k < 80 && !prior; k--) {
        if (phrase_mark(t, k - 1, ';')) break;
        if (k >= 2 && named_year(t, k - 2)) prior = k - 1, far_prior = from - k;
    }
    if (after && phrase_mark(t, after - 1, '(') && begins_next(t, after)) after = 0;
    if (prior && after && (far_prior <= far_after || begins_next(t, after)) && !phrase_is(t, after - 1, "vào")) after = 0;
    if (after) {
        p->year_end = after + 2;
        return named_year(t, after);
    }
    return prior ? named_year(t, prior - 1) : 0;
}

static const char *unit_text(Facts *f, size_t i, size_t n)
{
    const Toks *t = &f->t;
    size_t at = t->v[i].at;
    return clean_text(f->r, t->text + at, t->v[i + n - 1].at + t->v[i + n - 1].len - at, 0);
}

static void add(Promise *p, double value, const char *unit, Direction d, int year)
{
    Facts *f = p->f;
    p->last = d;
    p->any = 1;
    p->last_unit = unit;

    PlanTarget *x = plan_add_target(f->r->plan);
    x->value = value;
    x->unit = unit;
    x->direction = d;
    x->year = year;
    x->node = f->node;
}

/* "từ 70% lên 78%": the first number at i is where one stands now. */
static int is_baseline(const Toks *t, size_t i)
{
    Number x;
    size_t k = i + number_at(t, i, &x);
    if (!i || !phrase_is(t, i - 1, "từ")) return 0;
    while (k < t->n && k < i + 8 && (phrase_mark(t, k, '%') || phrase_mark(t, k, '(') || phrase_mark(t, k, ')') ||
        phrase_is(t, k, "năm") || t->v[k].kind == TOK_NUMBER)) k++;
    return (phrase_is(t, k, "lên") || phrase_is(t, k, "xuống") || phrase_is(t, k, "còn")) &&
        (number_at(t, k + 1, &x) || number_at(t, k + 2, &x));
}

/* "vào 05 giờ 30 phút": a time of the day. */
static int is_clock(const Toks *t, size_t i, size_t k)
{
    long v;
    if (phrase_is(t, k, "giờ"))
        return phrase_number(t, k + 1, &v) || (i && phrase_any(t, i - 1, (const char *const[]){"vào", "lúc", "từ", "trước",
            "đến", NULL}));
    return phrase_is(t, k, "phút") && i && phrase_is(t, i - 1, "giờ");
}

/* "nơi có từ 10 lao động nữ trở lên thành lập …": how many there must be before anything is done. */
static int is_threshold(const Toks *t, size_t i)
{
    if (!i || !phrase_is(t, i - 1, "từ") || i < 2 || !phrase_is(t, i - 2, "có")) return 0;
    for (size_t k = i + 1; k < t->n && k < i + 8; k++) {
        if (t->v[k].kind == TOK_MARK) return 0;
        if (phrase_at(t, k, "trở lên")) return bodies_act(t, k + 2) > 0 && !phrase_is(t, k + 2, "là");
    }
    return 0;
}

static int not_promised(const Facts *f, size_t i)
{
    const Toks *t = &f->t;
    if (is_threshold(t, i)) return 1;
    if (is_baseline(t, i)) return 1;
    int zero = t->v[i].len > 1 && t->text[t->v[i].at] == '0';
    if (!zero && before(t, i, 3, (const char *const[]){"đối với", NULL})) return 1;
    if (before(t, i, 6, PAST) || (i && phrase_is(t, i - 1, "tuổi"))) return 1;
    if (before(t, i, 6, COMPARED) && !just_before(t, i, MOST) && !just_before(t, i, STRONG_LEAST)) return 1;
    return before(t, i, 6, CONDITION);
}

/* "… và 25% vào năm 2030" goes on with the direction of the number before it. */
static int goes_on(const Promise *p, size_t i)
{
    const Toks *t = &p->f->t;
    return p->any && i && (phrase_is(t, i - 1, "và") || phrase_mark(t, i - 1, ',') || phrase_mark(t, i - 1, ';'));
}

static int same_unit(const Promise *p, size_t k)
{
    Toks u = {0};
    phrase_split(&u, p->last_unit, strlen(p->last_unit));
    const Tok *a = u.n ? &u.v[0] : NULL, *b = k < p->f->t.n ? &p->f->t.v[k] : NULL;
    int same = a && b && a->low_len == b->low_len && !memcmp(u.low.p + a->low, p->f->t.low.p + b->low, a->low_len);
    phrase_free(&u);
    return same;
}

/* 42/100.000 trẻ; 111 bé trai/100 bé gái has its unit first. Returns the tokens of "/100.000 trẻ đẻ sống", 0 = no ratio. */
static size_t ratio_at(const Toks *t, size_t k)
{
    Number b;
    if (!phrase_mark(t, k, '/')) return 0;
    size_t m = number_at(t, k + 1, &b);
    if (!m || b.value < 100) return 0;
    size_t u = phrase_any(t, k + 1 + m, UNITS), end = k + 1 + m + u;
    for (size_t w = 0; u && w < 2 && end < t->n && t->v[end].kind == TOK_WORD && !phrase_is(t, end, "vào") &&
        !phrase_is(t, end, "đến"); w++) end++;
    return end - k;
}

/* The second half of a range "10 - 15%" or "10% đến 15%" at k. Returns its tokens, 0 = no range. */
static size_t range_at(const Toks *t, size_t k, int *percent)
{
    Number b;
    if (!phrase_dash(t, k) && !phrase_is(t, k, "đến")) return 0;
    size_t m = number_at(t, k + 1, &b);
    if (!m || t->v[k + 1].used) return 0;
    if (phrase_mark(t, k + 1 + m, '%')) {
        *percent = 1;
        return m + 2;
    }
    return !*percent && phrase_any(t, k + 1 + m, UNITS) ? m + 1 : 0;
}

/* A verb of the table of acts ends right before i: "hướng dẫn 12 hộ". */
static int act_before(const Toks *t, size_t i)
{
    for (size_t back = 1; back <= 3 && back <= i; back++)
        if (!t->v[i - back].capital && bodies_act(t, i - back) == (int)back) return 1;
    return 0;
}

/* The unit at k of the number at i, in tokens; 0 = what is counted there is no promise. sure: any noun will do. */
static size_t unit_at(const Toks *t, size_t i, size_t k, int sure)
{
    size_t u = phrase_any(t, k, UNITS), never = phrase_any(t, k, NOT_AFTER), limit = phrase_any(t, k, TIMES);
    if (is_clock(t, i, k)) return 0;
    if (limit && !phrase_is(t, k + limit, "tháng") &&
        just_before(t, i, (const char *const[]){"không quá", "tối đa", "không vượt quá", NULL})) return limit;
    if (never >= u && never) return 0;
    if (u) return u;
    return sure && k < t->n && t->v[k].kind == TOK_WORD && !t->v[k].capital && !phrase_any(t, k, NO_UNIT);
}

/* "18/24 xã": so many of them. The tokens of "/24", 0 = none; dates are claimed already. */
static size_t out_of_at(const Toks *t, size_t k, double value)
{
    Number b;
    if (!phrase_mark(t, k, '/') || t->v[k].space || t->v[k].used) return 0;
    size_t m = number_at(t, k + 1, &b);
    if (b.value < 6 && b.value > value && value < 4) return 0;         /* "1/3 thành viên" is a share */
    return m && b.value >= value && phrase_any(t, k + 1 + m, UNITS) && !phrase_any(t, k + 1 + m, TIMES) ? m + 1 : 0;
}

/* "Biểu diễn phục vụ cơ sở 36 buổi.": a number at the end of what is to be done; its unit ends before token k. */
static int ends_order(const Toks *t, size_t i, size_t k)
{
    int end = k >= t->n || ((phrase_mark(t, k, '.') || phrase_mark(t, k, ';')) && (k + 1 >= t->n || t->v[k + 1].space));
    static const char *const WHERE[] = {"ở", "tại", "trong", "vòng", "sau", "với", "theo", "số", "trên", "cho", NULL};
    int act = bodies_begins_act(t, 0);
    if (i && (phrase_any(t, i - 1, WHERE) || phrase_any(t, k - 1, TIMES))) return 0;
    for (size_t n = 1; n < i && !act; n++) act = bodies_act(t, n);
    return end && i && t->v[i - 1].kind == TOK_WORD && act;
}

/* "Năm 2025, toàn xã có 12 trẻ em mồ côi": what was, in the years before the plan's. */
static int tells_past(const Facts *f)
{
    const Toks *t = &f->t;
    size_t i = phrase_is(t, 0, "trong") || phrase_is(t, 0, "tính") ? 1 : 0;
    long y;
    int past = phrase_is(t, i, "năm") && phrase_number(t, i + 1, &y) && y > 1990 && y < f->r->plan->plan_year;
    return past && phrase_mark(t, i + 2, ',');
}

/* "xã có 11 thôn", "trong đó 04 thôn đồng bào dân tộc": how a place is made up. */
static int describes_place(const Toks *t, size_t i, size_t k)
{
    static const char *const PLACE[] = {"xã", "phường", "tỉnh", "huyện", "thành phố", "quận", "thị xã", "đặc khu", NULL};
    static const char *const MADE_OF[] = {
        "thôn", "ấp", "khóm", "khu phố", "bản", "làng", "buôn", "tổ dân phố", "xã", "phường", "nhân khẩu", "dân tộc", NULL};
    if (!phrase_any(t, k, MADE_OF)) return 0;
    if (i > 1 && phrase_is(t, i - 1, "có") && phrase_any(t, i - 2, PLACE)) return 1;
    for (size_t n = i; n > 1; n--)
        if (phrase_is(t, n - 1, "có") && phrase_any(t, n - 2, PLACE) && t->v[n].kind == TOK_NUMBER)
            return phrase_any(t, n + 1, MADE_OF) > 0;
    return 0;
}

static size_t count_at(Promise *p, size_t i, size_t k, const Number *a, int more)
{
    Facts *f = p->f;
    const Toks *t = &f->t;
    int bound = just_before(t, i, STRONG_LEAST) || just_before(t, i, MOST);
    size_t u = unit_at(t, i, k, bound || a->padded || just_before(t, i, MAKES));
    /* "mỗi quý 01 số" */
    int rate = i > 1 && phrase_any(t, i - 2, (const char *const[]){"mỗi", "hằng", "hàng", "một", NULL});
    if (a->value == 0 || (i && a->padded && !rate && phrase_any(t, i - 1, NAMED) == 1)) return k - i;
    int list = p->any && i && phrase_mark(t, i - 1, ';');
    int next = goes_on(p, i) && (same_unit(p, k) || (!list && i - 1 - p->end <= 3 && phrase_any(t, k, UNITS)));
    if (!u || (t->v[k].capital && !a->padded && !label_is_capitals(t->text + t->v[k].at, t->v[k].len) &&
        !label_is_capitals(t->text, strlen(t->text)))) return k - i;
    if (!bound && describes_place(t, i, k)) return k - i;
    int asked = i > 2 && phrase_at(t, i - 3, "ý kiến của");
    int promised = asked || list || a->padded || bound || more || next || i == 0 || phrase_mark(t, i - 1, ':') ||
        phrase_is(t, i - 1, "x") || ends_order(t, i, k + u) || just_before(t, i, MAKES) || before(t, i, 6, PROMISE) ||
        act_before(t, i);
    if (!bound && !a->padded && !asked && i && phrase_any(t, i - 1, WHOLE)) promised = 0;
    if (!promised) return k - i;
    size_t r = ratio_at(t, k + u);
    Direction d = next && !just_before(t, i, LEAST) ? p->last : direction_of(t, i, a->value, 0, more);
    add(p, a->value, unit_text(f, k, u), d, year_for(p, i, k + u + r));
    return k + u + r - i;
}

/* "20% trở lên" */
static int raised(const Toks *t, size_t k)
{
    for (size_t j = k; j < t->n && j < k + 4; j++)
        if (phrase_at(t, j, "trở lên")) return 1;
    return 0;
}

/* A number, or a range of two: its lower bound counts. Returns the tokens taken, 0 = no number of its own. */
static size_t target_at(Promise *p, size_t i)
{
    Facts *f = p->f;
    const Toks *t = &f->t;
    Number a;
    size_t n = number_at(t, i, &a), k = i + n;
    if (!n || t->v[i].used) return 0;
    if (i && !t->v[i].space && (t->v[i - 1].kind != TOK_MARK || phrase_mark(t, i - 1, '/') ||
        phrase_mark(t, i - 1, '.'))) return 0;
    int percent = phrase_mark(t, k, '%');
    if (!percent && phrase_at(t, k, "phần trăm")) percent = 2;
    k += (size_t)percent;
    size_t range = range_at(t, k, &percent);
    k += range;
    if (!percent && !range && phrase_dash(t, k) && k + 1 < t->n && t->v[k + 1].kind == TOK_NUMBER) return k + 2 - i;
    int more = range || before(t, i, 3, (const char *const[]){"tăng", NULL}) || raised(t, k);
    int base = p->any && i && p->end == i - 1 && phrase_is(t, i - 1, "trên");  /* "110 bé trai trên 100 bé gái" */
    base |= p->any && i > 2 && p->end == i - 2 && phrase_at(t, i - 2, "có từ") && raised(t, k + 1);    /*
        "03 xã có từ 50 hộ trở lên" */
    if (base || not_promised(f, i)) return k - i;
    if (percent) {
        Direction d = direction_of(t, i, a.value, 1, more);
        if (goes_on(p, i) && p->last == AT_MOST && a.value != 100 && p->last_unit[0] == '%' && (!phrase_mark(t, i - 1, ';') ||
            named_year(t, k) || named_year(t, k + 1)) && !raised(t, k)) d = AT_MOST;
        add(p, a.value, "%", d, year_for(p, i, k));
        return k - i;
    }
    size_t r = ratio_at(t, k);
    if (r && !t->v[k].space) {
        add(p, a.value, unit_text(f, k, r), before(t, i, 4, MOST) ? AT_MOST : AT_LEAST, year_for(p, i, k + r));
        return k + r - i;
    }
    size_t of = out_of_at(t, k, a.value);
    if (of) a.padded = 1;
    return count_at(p, i, k + of, &a, more);
}

/* The year printed in a date at token i: "30/4/2026"; 0 = none. Dates of references are no year of a promise. */
static int dated_year(const Toks *t, size_t i)
{
    long v;
    if (t->v[i].used != TOK_OF_DATE || !i || !(phrase_mark(t, i - 1, '/') || phrase_mark(t, i - 1, '-'))) return 0;
    return phrase_number(t, i, &v) && v > 2000 && v < 2100 ? (int)v : 0;
}

/* Where one year only is named in the clause, it is the year of all its numbers; that of a date ("trước ngày 30/4/2026")
 * only of a share: how many meetings there are does not change with the day. */
static void share_year(Facts *f, size_t from, int dates)
{
    int only = 0;
    for (size_t i = 0; i < f->t.n; i++) {
        int y = named_year(&f->t, i);
        if (!y && dates) y = dated_year(&f->t, i);
        if (y && only && y != only) return;
        if (y) only = y;
    }
    for (size_t i = from; i < f->r->plan->n_targets; i++) {
        PlanTarget *x = &f->r->plan->targets[i];
        if (!x->year && (!dates || !strcmp(x->unit, "%"))) x->year = only;
    }
}

void targets_cell(Facts *f, const char *unit, int year)
{
    Promise p = {.f = f};
    Number a;
    const Toks *t = &f->t;
    size_t i = 0;
    Direction d = DIRECTIONS;
    if (phrase_is(t, i, "≥") || phrase_is(t, i, ">") || phrase_any(t, i, STRONG_LEAST)) d = AT_LEAST;
    if (phrase_is(t, i, "≤") || phrase_is(t, i, "<") || phrase_any(t, i, MOST)) d = AT_MOST;
    while (i < t->n && t->v[i].kind != TOK_NUMBER) i++;
    size_t n = number_at(t, i, &a);
    if (!n || (i + n < t->n && t->v[i + n].kind == TOK_NUMBER)) return;
    int percent = strchr(unit, '%') != NULL;
    if (d == DIRECTIONS) d = percent && a.value != 100 ? AT_LEAST : EQUAL;
    add(&p, a.value, percent ? "%" : unit, d, year);
}

void targets_scan(Facts *f)
{
    const Toks *t = &f->t;
    Promise p = {.f = f};
    size_t first = f->r->plan->n_targets;
    if (f->in_results || tells_past(f)) return;
    for (size_t i = 0; i < t->n;) {
        size_t count = f->r->plan->n_targets, n = t->v[i].kind == TOK_NUMBER ? target_at(&p, i) : 0;
        if (f->r->plan->n_targets > count) p.end = i + n;
        i += n ? n : 1;
    }
    if (f->r->plan->n_targets == first) return;
    share_year(f, first, 0);
    share_year(f, first, 1);
}
