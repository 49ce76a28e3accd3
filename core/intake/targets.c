/* targets.c - numbers the plan promises: value, unit, direction, year; money, spans, past results and ages are none. */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "core/base/text.h"
#include "core/intake/facts.h"

/* What can be counted in a promise. */
static const char *const UNITS[] = {
    "lớp", "cuộc", "buổi", "hội nghị", "hội thảo", "tọa đàm", "mô hình", "câu lạc bộ", "clb", "người", "lượt người", "lượt", "bài", "tin", "phóng sự", "đợt", "chuyên đề", "xã", "phường",
    "khóm", "ấp", "đơn vị", "cơ quan", "doanh nghiệp", "hộ", "tờ rơi", "tờ gấp", "tờ", "pano", "pa nô", "áp phích", "băng rôn", "băng", "sản phẩm", "tài liệu", "cuốn", "video", "clip", "chiến dịch", "hội thi",
    "địa chỉ", "điểm", "cơ sở", "trường", "em", "phụ nữ", "nữ", "cán bộ", "chị", "lần", "tổ", "nhóm", "chuyên mục", "chuyên trang", "lao động", "học sinh", "đại biểu", "cộng tác viên",
    "tuyên truyền viên", "hội viên", "ca", "chương trình", "diễn đàn", "phiên", "kỳ", "bản tin", "tin bài", "tin , bài", "bộ", "khẩu hiệu", "đội", "thành viên", "giờ", "bé trai", "trẻ em", "trẻ",
    "nạn nhân", "gia đình", "thôn", "khu phố", "mô-hình", "công trình", "nhà", "buổi phát thanh", "tuyến", "đoàn", "hội đồng", "khu dân cư", "cặp", "lễ", "phần", "suất", "dự án", "đề tài", "hoạt động", NULL};
static const char *const LEAST[] = {"ít nhất", "tối thiểu", "trên", "từ", "không dưới", "hơn", "không ít hơn", "đạt", "phấn đấu", "khoảng", "đạt từ", "không thấp hơn", NULL};
static const char *const STRONG_LEAST[] = {"ít nhất", "tối thiểu", "trên", "không dưới", "không ít hơn", "không thấp hơn", "hơn", NULL};
static const char *const MOST[] = {"dưới", "không quá", "tối đa", "không vượt quá", "giảm còn", "xuống còn", "giảm xuống", "nhiều nhất", "không cao hơn", "còn", "xuống", "thấp hơn", NULL};
static const char *const PROMISE[] = {"tổ chức", "mở", "xây dựng", "thành lập", "duy trì", "ít nhất", "tối thiểu", "phấn đấu", "đạt", "phát", "in", "treo", "có", "thực hiện", "biên soạn", "ra mắt", "tập huấn",
                                      "trên", "từ", "đăng", "hỗ trợ", "giúp", "viết", "sản xuất", "tuyên truyền", "cấp", "phát hành", "mỗi", "là", "xuống", "còn", "dưới", "không quá", "tư vấn", "thêm", "đăng tải", "đăng", "phát sóng", "số lượng", "nhân rộng", "lắp", "tăng", "giảm", "khoảng", "trao", "khám", "vận động", NULL};
static const char *const PAST[] = {"đã", "hiện có", "hiện nay", "năm trước", "kết quả đạt được", "so với", "hiện", NULL};
static const char *const CONDITION[] = {"khi có", "nếu", "đối với", "nơi có", "địa bàn có", "đơn vị có", "cơ quan có", "có tỷ lệ", "ở nơi", "trường hợp có", "những nơi", NULL};
static const char *const NOT_AFTER[] = {"tuổi", "đồng", "triệu", "tỷ", "nghìn", "ngàn", "ngày", "tháng", "năm", "tuần", "nội dung", "nhiệm vụ", "mục tiêu", "nhóm nhiệm vụ", "nhóm giải pháp", "chỉ tiêu", "giờ/ngày", "bước", "phần chính", NULL};

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
    while (phrase_mark(t, k, '.') && k + 1 < t->n && !t->v[k].space && !t->v[k + 1].space && t->v[k + 1].len == 3 && phrase_number(t, k + 1, &d)) {
        x->value = x->value * 1000 + (double)d;
        k += 2;
    }
    if ((phrase_mark(t, k, ',') || (phrase_mark(t, k, '.') && k == i + 1)) && k + 1 < t->n && !t->v[k].space && !t->v[k + 1].space && t->v[k + 1].len <= 2 && phrase_number(t, k + 1, &d)) {
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
    if (just_before(t, i, MOST)) return AT_MOST;
    if (more) return AT_LEAST;
    if (just_before(t, i, STRONG_LEAST)) return AT_LEAST;
    if (percent) return value == 100 ? EQUAL : AT_LEAST;
    return just_before(t, i, LEAST) && !just_before(t, i, (const char *const[]){"đạt", "phấn đấu", NULL}) ? AT_LEAST : EQUAL;
}

/* The year a number at `from` (ending at `to`) is promised for: named right after it, else the last one named before it. */
static int year_for(const Toks *t, size_t from, size_t to)
{
    long v;
    for (size_t k = to; k < t->n && k < to + 30; k++) {
        if (phrase_mark(t, k, ';') || phrase_mark(t, k, '.')) break;
        if (phrase_mark(t, k, '%') || (t->v[k].kind == TOK_NUMBER && !(k && phrase_is(t, k - 1, "năm")))) break;
        if (phrase_is(t, k, "năm") && phrase_number(t, k + 1, &v) && v > 2000 && v < 2100 && !before(t, k, 2, (const char *const[]){"so với", "giai đoạn", NULL})) return (int)v;
    }
    for (size_t k = from; k > 1; k--) {
        if (from - k > 80) break;
        if (phrase_is(t, k - 1, "năm") && phrase_number(t, k, &v) && v > 2000 && v < 2100 && !before(t, k - 1, 2, (const char *const[]){"so với", NULL}) && !t->v[k].used) return (int)v;
    }
    return 0;
}

static const char *unit_text(Facts *f, size_t i, size_t n)
{
    const Toks *t = &f->t;
    size_t at = t->v[i].at;
    return clean_text(f->r, t->text + at, t->v[i + n - 1].at + t->v[i + n - 1].len - at, 0);
}

static void add(Facts *f, double value, const char *unit, Direction d, int year)
{
    PlanTarget *x = plan_add_target(f->r->plan);
    x->value = value;
    x->unit = unit;
    x->direction = d;
    x->year = year;
    x->node = f->node;
}

static int not_promised(const Facts *f, size_t i)
{
    const Toks *t = &f->t;
    return before(t, i, 6, PAST) || before(t, i, 6, CONDITION) || (i && phrase_is(t, i - 1, "tuổi"));
}

/* A number, or a range of two: its lower bound counts. Returns the tokens taken, 0 = no promise. */
static size_t target_at(Facts *f, size_t i)
{
    const Toks *t = &f->t;
    Number a, b;
    size_t n = number_at(t, i, &a), k = i + n;
    int range = 0;
    if (!n || t->v[i].used) return 0;
    if (i && !t->v[i].space && t->v[i - 1].kind != TOK_MARK) return 0;
    if (i && !t->v[i].space && (phrase_mark(t, i - 1, '/') || phrase_mark(t, i - 1, '.'))) return 0;
    int percent = phrase_mark(t, k, '%');
    if (percent) k++;
    if (phrase_dash(t, k) || phrase_is(t, k, "đến")) {
        size_t m = number_at(t, k + 1, &b);
        if (m && !t->v[k + 1].used && (phrase_mark(t, k + 1 + m, '%') || (!percent && phrase_any(t, k + 1 + m, UNITS)))) {
            range = 1;
            k += 1 + m;
            percent = phrase_mark(t, k, '%');
            if (percent) k++;
        } else if (m && !percent && phrase_dash(t, k)) return k + 1 + m - i;
    }
    int more = range || phrase_at(t, k, "trở lên") || before(t, i, 3, (const char *const[]){"tăng", NULL});
    for (size_t j = k; j < t->n && j < k + 4 && !more; j++) more = phrase_at(t, j, "trở lên") > 0;
    if (not_promised(f, i)) return k - i;
    if (percent) {
        add(f, a.value, "%", direction_of(t, i, a.value, 1, more), year_for(t, i, k));
        return k - i;
    }
    if (phrase_mark(t, k, '/') && !t->v[k].space) {             /* 42/100.000 trẻ, 111 bé trai/100 bé gái is below */
        size_t m = number_at(t, k + 1, &b);
        if (!m || b.value < 100) return k - i;
        size_t u = phrase_any(t, k + 1 + m, UNITS);
        add(f, a.value, unit_text(f, k, 1 + m + u), just_before(t, i, MOST) || before(t, i, 4, MOST) ? AT_MOST : AT_LEAST, year_for(t, i, k + 1 + m));
        return k + 1 + m - i;
    }
    if (phrase_any(t, k, NOT_AFTER)) return k - i;
    size_t u = phrase_any(t, k, UNITS);
    if (!u || (t->v[k].capital && !range && !a.padded)) return k - i;
    if (!a.padded && !range && !just_before(t, i, STRONG_LEAST) && !just_before(t, i, MOST) && !before(t, i, 4, PROMISE)) return k - i;
    if (a.value == 0) return k - i;
    add(f, a.value, unit_text(f, k, u), direction_of(t, i, a.value, 0, more), year_for(t, i, k + u));
    return k + u - i;
}

void targets_scan(Facts *f)
{
    const Toks *t = &f->t;
    if (f->in_results) return;
    for (size_t i = 0; i < t->n;) {
        size_t n = t->v[i].kind == TOK_NUMBER ? target_at(f, i) : 0;
        i += n ? n : 1;
    }
}
