/* actors.c - who leads, supports, is asked: names of bodies in headings, subjects, "chủ trì", "phối hợp với", table cells. */
#include <string.h>
#include "core/base/text.h"
#include "core/intake/facts.h"

/* How the name of a body begins. */
static const char *const HEADS[] = {
    "ủy ban nhân dân", "ubnd", "hội đồng nhân dân", "hđnd", "ủy ban mặt trận", "ủy ban mttq", "ubmttq", "mttq",
    "mặt trận tổ quốc", "ủy ban", "phòng", "sở", "ban", "bộ", "hội", "liên đoàn", "đoàn", "công an", "trạm",
    "trung tâm", "đài", "bệnh viện", "trường", "các trường", "văn phòng", "thường trực", "công đoàn", "tòa án", "viện",
    "đảng ủy", "tỉnh ủy", "thành ủy", "chi cục", "cục", "chi bộ", "tổ", "ngân hàng", "bảo hiểm xã hội", "kho bạc",
    "báo", "thành viên", "các thành viên", "thủ trưởng", "trưởng ban", "trưởng các", "chánh văn phòng", "giám đốc",
    "chủ tịch", "trưởng phòng", "công chức", "cán bộ", "người đứng đầu", "bí thư", "khóm", "ấp", "liên minh",
    "hợp tác xã", "câu lạc bộ", "trưởng", "quỹ", "đồng chí", "ủy viên", "doanh nghiệp", "bch", "ban chấp hành",
    "ban chỉ huy", "viện kiểm sát", "hội liên hiệp", "đơn vị sự nghiệp", "cơ sở", "chi hội", "chi đoàn", "tập thể",
    "hạt", "đội", "tỉnh đoàn", "thành đoàn", "huyện đoàn", "xã đoàn", "phường đoàn", "quận đoàn", "đoàn thanh niên",
    "tổng đài", "thanh tra", "đảng đoàn", "ban cán sự", NULL};
/* They begin many a sentence that is about no body. */
static const char *const WEAK[] = {
    "cán bộ", "công chức", "đồng chí", "đội", "cơ sở", "quỹ", "câu lạc bộ", "doanh nghiệp", "tổ", "tập thể", "hạt",
    "báo", "khóm", "ấp", "thành viên", "bộ", "đài", "hội", NULL};
/* Headings of an assigning part that are no bodies. */
static const char *const NO_BODY[] = {
    "thời gian", "kinh phí", "chế độ", "công tác", "về", "nội dung", "tiến độ", "báo cáo", "lộ trình", "giai đoạn",
    "triển khai", "các bước", "chỉ đạo", "kiểm tra", "khen thưởng", "thông tin", "nguồn", "đề nghị", "giao",
    "trách nhiệm", "hình thức", "phương thức", "địa điểm", "thành phần", "yêu cầu", "cấp", NULL};
/* Bodies without a name of their own. */
static const char *const VAGUE[] = {
    "các ban", "các phòng", "các cơ quan", "các đơn vị", "các tổ chức", "các hội", "các đoàn thể", "các sở",
    "các ngành", "các địa phương", "cơ quan", "đơn vị", "các xã", "các phường", "các khóm", "các ấp", "các chi bộ",
    "các chi hội", "các trường", "các bộ", "các cấp", "các huyện", "các doanh nghiệp", "các cơ sở", "các tổ",
    "các thành viên", "thủ trưởng", "các đồng chí", "ban", "ngành", "địa phương", "các thôn", "các khu",
    "các công chức", "các chi", "các thị xã", "các lực lượng", "các trưởng", "cấp ủy", "các cấp ủy", "trưởng các",
    "người đứng đầu", NULL};
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
    "nêu cao", "gương mẫu", "đăng ký", "mời", "tiến", "giáo dục", NULL};
static const char *const KEEPS[] = {
    "vì sự tiến bộ", "cấp xã", "cấp tỉnh", "cấp huyện", "cấp thành phố", "cấp ủy", "có liên quan", "cấp cơ sở",
    "truyền thông", "trực thuộc", "phát thanh", "thực hiện quy chế", "thông tin", "quản lý", "hđnd và ubnd",
    "hội đồng nhân dân và ủy ban nhân dân", "hđnd - ubnd", NULL};
/* A name that ends with its place ends there, whatever comes next in small letters. */
static const char *const PLACES[] = {
    "phường", "xã", "thị trấn", "thị xã", "huyện", "quận", "thành phố", "tỉnh", "khóm", "ấp", "khu phố", NULL};
static const char *const LEADS[] = {
    "chủ trì", "là cơ quan thường trực", "làm đầu mối", "là đầu mối", "là cơ quan đầu mối", "chịu trách nhiệm",
    "có trách nhiệm", NULL};
static const char *const ENFORCE[] = {"chịu trách nhiệm thi hành", "chịu trách nhiệm thực hiện quyết định", NULL};
static const char *const LABELS_LEAD[] = {
    "cơ quan chủ trì", "đơn vị chủ trì", "đơn vị thực hiện", "cơ quan thực hiện", "bộ phận chủ trì", "chủ trì",
    "cơ quan đơn vị chủ trì", "đơn vị chủ trì thực hiện", "cơ quan chủ trì thực hiện", "phân công thực hiện",
    "giao chủ trì", NULL};
static const char *const LABELS_SUPPORT[] = {
    "cơ quan phối hợp", "đơn vị phối hợp", "phối hợp thực hiện", "bộ phận phối hợp", "phối hợp",
    "cơ quan phối hợp thực hiện", "đơn vị phối hợp thực hiện", NULL};

static void add(Facts *f, size_t from, size_t to, ActorRole role)
{
    const Toks *t = &f->t;
    while (from < to && (t->v[from].kind == TOK_MARK || phrase_is(t, from, "và"))) from++;
    while (to > from && ((t->v[to - 1].kind == TOK_MARK && !phrase_mark(t, to - 1, ')')) || phrase_is(t, to - 1, "và"))) to--;
    if (from == to) return;
    size_t at = t->v[from].at, end = t->v[to - 1].at + t->v[to - 1].len;
    if (end - at > 400) return;
    const char *name = clean_text(f->r, t->text + at, end - at, 0);
    Plan *p = f->r->plan;
    for (size_t i = p->n_actors; i-- > 0 && p->actors[i].node == f->node;)
        if (p->actors[i].role == role && !strcmp(p->actors[i].name, name)) return;
    PlanActor *a = plan_add_actor(p);
    a->name = name;
    a->role = role;
    a->node = f->node;
}

static size_t head_at(const Toks *t, size_t i)
{
    size_t k = phrase_any(t, i, HEADS);
    if (!k || !(t->v[i].capital || phrase_at(t, i, "thành viên") || phrase_at(t, i, "các thành viên"))) return 0;
    if (phrase_at(t, i, "ban hành") || phrase_at(t, i, "bộ phận") || phrase_at(t, i, "tổ chức") ||
        phrase_at(t, i, "báo cáo") || phrase_at(t, i, "hội nghị") ||
        phrase_at(t, i, "hội thảo") || phrase_at(t, i, "phòng ngừa") || phrase_at(t, i, "phòng chống") ||
            phrase_at(t, i, "phòng ,") || phrase_at(t, i, "trường hợp") ||
        phrase_at(t, i, "bộ luật") || phrase_at(t, i, "hội thi") || phrase_at(t, i, "cán bộ nữ") ||
            phrase_at(t, i, "đoàn kết")) return 0;
    return k;
}

static size_t vague_at(const Toks *t, size_t i)
{
    size_t k = phrase_any(t, i, VAGUE);
    if (k == 1 && (phrase_is(t, i, "ban") || phrase_is(t, i, "ngành")) && !(phrase_mark(t, i + 1, ','))) return 0;
    if (phrase_at(t, i, "các tổ chức thực hiện")) return 0;
    return k;
}

static int is_act(const Toks *t, size_t i)
{
    if (phrase_any(t, i, KEEPS)) return 0;
    return phrase_any(t, i, ACTS) > 0 && !t->v[i].capital;
}

/* The end of the body's name that begins at i. In a list (`many`) names are split where a new one begins. */
static size_t name_end(const Toks *t, size_t i, int many)
{
    size_t k = i;
    size_t skip = phrase_any(t, i, HEADS);
    if (!skip) skip = phrase_any(t, i, VAGUE);
    for (k = i + (skip ? skip : 1); k < t->n && k < i + 90; k++) {
        size_t keep = phrase_any(t, k, KEEPS);
        if (keep) {
            k += keep - 1;
            continue;
        }
        if (phrase_mark(t, k, ',') || phrase_is(t, k, "và")) {
            size_t next = k + 1;
            if (phrase_mark(t, k, ',') && phrase_is(t, next, "và")) next++;
            if (many && head_at(t, next)) return k;
            if (many && vague_at(t, next) && t->v[next].low_len > 3 && !vague_at(t, i)) return k;
            if (is_act(t, next) || next >= t->n) return k;
            if (phrase_mark(t, k, ',') && !t->v[next].capital && many && !phrase_is(t, next, "phường") &&
                !phrase_is(t, next, "xã") && !phrase_is(t, next, "ngành") &&
                !phrase_is(t, next, "đoàn") && !phrase_is(t, next, "thị") && !phrase_is(t, next, "thành") &&
                    !phrase_is(t, next, "đơn") && !phrase_is(t, next, "ban") &&
                !phrase_is(t, next, "tổ") && !phrase_is(t, next, "ấp") && !phrase_is(t, next, "địa") &&
                    !phrase_is(t, next, "huyện") && !phrase_is(t, next, "cơ")) return k;
            continue;
        }
        size_t place = phrase_any(t, k, PLACES);
        if (place && !phrase_at(t, k, "xã hội")) {
            size_t next = k + place;
            if (next < t->n && t->v[next].kind == TOK_WORD && !t->v[next].capital && !phrase_is(t, next, "và") &&
                !phrase_any(t, next, PLACES) &&
                !phrase_is(t, next, "có") && !phrase_is(t, next, "trực") && !phrase_is(t, next, "liên")) return next;
            k = next - 1;
            continue;
        }
        if (!many && phrase_mark(t, k, ';') && (head_at(t, k + 1) || phrase_at(t, k + 1, "các"))) continue;
        if (t->v[k].kind == TOK_MARK && !phrase_dash(t, k) && !phrase_mark(t, k, '&') && !phrase_mark(t, k, '/') &&
            !(phrase_mark(t, k, '.') && k + 1 < t->n && !t->v[k + 1].space && t->v[k].at + 1 < t->v[k + 1].at + 1)) {
            if (phrase_mark(t, k,
                '(')) {                     /* "(Công an phường)": left to the name only when short and capital */
                size_t c = k;
                while (c < t->n && c < k + 8 && !phrase_mark(t, c, ')')) c++;
                if (c < t->n && phrase_mark(t, c, ')') && c < k + 4 && t->v[k + 1].capital) {
                    k = c;
                    continue;
                }
            }
            return k;
        }
        if (is_act(t, k)) return k;
    }
    return k;
}

/* Names one after another from i on, until something else begins. Vague collectives are left out unless `vague`. */
static size_t add_list(Facts *f, size_t i, ActorRole role, int vague)
{
    const Toks *t = &f->t;
    while (i < t->n) {
        while (i < t->n && (phrase_mark(t, i, ',') || phrase_mark(t, i, ';') || phrase_is(t, i, "và") ||
            phrase_is(t, i, "cùng") || phrase_mark(t, i, '-'))) i++;
        size_t h = head_at(t, i), v = vague_at(t, i);
        if (phrase_at(t, i, "thủ trưởng") || phrase_at(t, i, "các thành viên")) h = 0;
        if (!h && !v) return i;
        size_t end = name_end(t, i, 1);
        if (end <= i) return i + 1;
        if (h || vague) add(f, i, end, role);
        i = end;
        if (!phrase_mark(t, i, ',') && !phrase_is(t, i, "và") && !phrase_mark(t, i, ';')) return i;
    }
    return i;
}

void actors_cell(Facts *f, ActorRole role)
{
    const Toks *t = &f->t;
    size_t from = 0, k = 0;
    while (k <= t->n) {
        int cut = k == t->n || phrase_mark(t, k, ';');
        if (!cut && (phrase_mark(t, k, ',') || phrase_is(t, k, "và"))) {
            size_t next = k + 1;
            int council = k && (phrase_is(t, k - 1, "hđnd") || phrase_is(t, k - 1, "dân")) && (phrase_is(t, next, "ubnd") ||
                phrase_at(t, next, "ủy ban nhân dân"));
            cut = next < t->n && !council && (head_at(t, next) || (phrase_any(t, next, VAGUE) && phrase_is(t, next, "các")));
        }
        if (cut) {
            if (k > from) add(f, from, k, role);
            from = k + 1;
        }
        k++;
    }
}

/* "HĐND và UBND" is one body of two halves: true when the second half begins at i. */
static int second_half(const Toks *t, size_t i)
{
    return i > 1 && phrase_is(t, i - 1, "và") && (phrase_is(t, i - 2, "hđnd") || phrase_is(t, i - 2, "dân")) &&
           (phrase_is(t, i, "ubnd") || phrase_at(t, i, "ủy ban nhân dân"));
}

/* --- subjects --- */

static size_t count_names(const Toks *t, size_t from, size_t to)
{
    size_t n = 0;
    for (size_t k = from; k < to; k++)
        if (!second_half(t, k) && (k == from || phrase_mark(t, k - 1, ',') || phrase_is(t, k - 1, "và") ||
            phrase_mark(t, k - 1, ';')) &&
            (head_at(t, k) || (phrase_is(t, k, "các") && vague_at(t, k)))) n++;
    return n;
}

static int is_group(const Toks *t, size_t from, size_t to)
{
    if (phrase_is(t, from, "các") || (vague_at(t, from) && !head_at(t, from))) return 1;
    if (phrase_at(t, from, "thủ trưởng") || phrase_at(t, from, "thành viên") || phrase_at(t, from, "trưởng các") ||
        phrase_at(t, from, "người đứng đầu")) return 1;
    if (count_names(t, from, to) > 1) return 1;
    for (size_t k = from; k < to; k++)
        if (phrase_is(t, k, "các") && (phrase_is(t, k + 1, "xã") || phrase_is(t, k + 1, "phường") ||
            phrase_is(t, k + 1, "huyện") || phrase_is(t, k + 1, "khóm") || phrase_is(t, k + 1, "ấp") ||
                                       phrase_is(t, k + 1, "trường") || phrase_is(t, k + 1, "thị") ||
                                           phrase_is(t, k + 1, "quận") || phrase_is(t, k + 1, "thôn") ||
                                           phrase_is(t, k + 1, "cơ") ||
                                       phrase_is(t, k + 1, "đơn") || phrase_is(t, k + 1, "tổ") || phrase_is(t, k + 1, "chi") ||
                                           phrase_is(t, k + 1, "khu")))
            return k <= from + 4;
    return 0;
}

/* The subject at the start of a clause: a body whose work the clause tells. Returns its end, 0 = none. */
static size_t subject_end(const Toks *t, size_t from)
{
    if (!head_at(t, from) && !vague_at(t, from)) return 0;
    size_t end = name_end(t, from, 0);
    return end > from && end - from < 60 ? end : 0;
}

static void read_support(Facts *f, size_t i)
{
    const Toks *t = &f->t;
    for (size_t k = i; k < t->n; k++) {
        size_t n = phrase_at(t, k, "phối hợp với");
        if (!n) n = phrase_at(t, k, "phối hợp chặt chẽ với");
        if (!n) n = phrase_at(t, k, "phối hợp cùng");
        if (!n && phrase_at(t, k, "phối hợp")) {
            n = 2;
            if (phrase_is(t, k + 2, "với")) n = 3;
            else if (!head_at(t, k + 2)) continue;
        }
        if (n) k = add_list(f, k + n, ACTOR_SUPPORT, 0) - 1;
    }
}

/* "Giao X …", "Đề nghị X …" at i */
static size_t read_order(Facts *f, size_t i)
{
    const Toks *t = &f->t;
    int ask = phrase_at(t, i, "đề nghị") > 0;
    size_t from = i + (ask ? 2 : 1);
    if (phrase_is(t, from, "cho")) from++;
    if (!head_at(t, from) && !vague_at(t, from) && !phrase_at(t, from, "đồng chí")) return 0;
    size_t end = name_end(t, from, 0);
    int heading = i == 0 && f->r->plan->nodes[f->node].kind == NODE_GROUP && (end >= t->n || phrase_mark(t, end, ':'));
    if (ask && heading) add(f, from, end, ACTOR_REQUEST);
    else if (ask) add_list(f, from, ACTOR_REQUEST, i == 0);
    else if (is_group(t, from, end)) add(f, from, end, ACTOR_GROUP);
    else add(f, from, end, ACTOR_LEAD);
    return end - i;
}

static size_t read_labels(Facts *f, size_t i)
{
    const Toks *t = &f->t;
    for (size_t k = i; k < t->n && k < i + 8; k++) {
        if (!phrase_mark(t, k, ':')) continue;
        for (int side = 0; side < 2; side++) {
            size_t n = phrase_any(t, i, side ? LABELS_SUPPORT : LABELS_LEAD);
            if (phrase_at(t, i, "cơ quan , đơn vị chủ trì")) n = side ? 0 : 6;
            if (phrase_at(t, i, "cơ quan , đơn vị phối hợp")) n = side ? 6 : 0;
            if (!n || i + n != k) continue;
            return add_list(f, k + 1, side ? ACTOR_SUPPORT : ACTOR_LEAD, 1) - i;
        }
        break;
    }
    return 0;
}

static int starts_sentence(const Toks *t, size_t i)
{
    return i == 0 || phrase_mark(t, i - 1, '.') || phrase_mark(t, i - 1, ';') || phrase_mark(t, i - 1, ':') ||
        phrase_mark(t, i - 1, '(') || phrase_dash(t, i - 1);
}

/* Headings and items of an assigning part, and articles: the clause begins with a body. */
static void read_subject(Facts *f, int heading)
{
    const Toks *t = &f->t;
    size_t from = 0, order = phrase_at(t, 0, "đề nghị");
    if (order || (phrase_is(t, 0, "giao") && t->v[0].capital) || read_labels(f, 0)) return;
    if (phrase_at(t, 0, "trách nhiệm của")) from = 3;
    size_t end = subject_end(t, from);
    if (!end || (f->r->plan->nodes[f->node].kind == NODE_PARAGRAPH && !head_at(t, from))) return;
    for (size_t k = end; k < t->n && k < end + 8; k++)
        if (phrase_any(t, k, ENFORCE)) {
            add(f, from, end, ACTOR_GROUP);
            return;
        }
    int whole = end >= t->n || phrase_mark(t, end, ':') || phrase_mark(t, end, '(') || (phrase_mark(t, end, '.') &&
        end + 1 >= t->n);
    int acts = is_act(t, end), leads = phrase_any(t, end, LEADS) > 0;
    int strong = head_at(t, from) ? !phrase_any(t, from, WEAK) || phrase_any(t, from, HEADS) > phrase_any(t, from, WEAK)
        : f->r->plan->nodes[f->node].kind != NODE_PARAGRAPH;
    int named = f->assigns ? whole || acts || phrase_mark(t, end, ',') : leads || (acts && strong) || (heading &&
        phrase_mark(t, end, ':') && end + 1 < t->n);
    if (named) add(f, from, end, is_group(t, from, end) ? ACTOR_GROUP : ACTOR_LEAD);
}

/* A heading of an assigning part that has clauses below and looks like no other: its whole text is who does them. */
static void read_heading(Facts *f)
{
    const Toks *t = &f->t;
    const Plan *p = f->r->plan;
    size_t next = (size_t)f->node + 1;
    if (!f->assigns || p->nodes[f->node].kind != NODE_GROUP || next >= p->n_nodes || p->nodes[next].parent != f->node) return;
    if (!t->n || t->n > 14 || !t->v[0].capital || phrase_any(t, 0, NO_BODY) || head_at(t, 0) || vague_at(t, 0) ||
        phrase_any(t, 0, ACTS)) return;
    size_t end = phrase_mark(t, t->n - 1, ':') ? t->n - 1 : t->n;
    for (size_t i = 0; i < end; i++)
        if (t->v[i].kind == TOK_MARK && !phrase_dash(t, i) && !phrase_mark(t, i, ',')) return;
    add(f, 0, end, is_group(t, 0, end) ? ACTOR_GROUP : ACTOR_LEAD);
}

/* "… do Phòng X chủ trì", "X chủ trì" inside a sentence */
static size_t read_inner(Facts *f, size_t i)
{
    const Toks *t = &f->t;
    if (i == 0 || !head_at(t, i) || !t->v[i].capital) return 0;
    size_t end = name_end(t, i, 1);
    if (end <= i || !phrase_at(t, end, "chủ trì")) return 0;
    if (!(starts_sentence(t, i) || phrase_is(t, i - 1, "do") || phrase_is(t, i - 1, "giao"))) return 0;
    add(f, i, end, ACTOR_LEAD);
    return end - i;
}

void actors_scan(Facts *f)
{
    const Toks *t = &f->t;
    if (f->node < 0) return;
    const PlanNode *n = &f->r->plan->nodes[f->node];
    int labelled = n->kind == NODE_GROUP || n->kind == NODE_POINT || n->kind == NODE_ARTICLE;
    if (n->kind != NODE_ROW && n->kind != NODE_PART) read_subject(f, labelled);
    read_heading(f);
    for (size_t i = 0; i < t->n;) {
        size_t k = 0;
        if (starts_sentence(t, i) || (i && phrase_mark(t, i - 1, ','))) {
            if (phrase_at(t, i, "đề nghị") || (phrase_is(t, i, "giao") && (t->v[i].capital ||
                phrase_mark(t, i - 1, ';')))) k = read_order(f, i);
            if (!k && n->kind != NODE_PART) k = read_labels(f, i);
        }
        if (!k && t->v[i].capital) k = read_inner(f, i);
        i += k ? k : 1;
    }
    read_support(f, 0);
}
