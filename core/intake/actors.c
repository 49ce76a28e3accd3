/* actors.c - who leads, supports, is asked: names of bodies in headings, subjects, "chủ trì", "phối hợp với", table cells. */
#include <string.h>
#include "core/base/text.h"
#include "core/intake/bodies.h"
#include "core/intake/facts.h"

static const char *const LEADS[] = {
    "chủ trì", "là cơ quan thường trực", "làm đầu mối", "là đầu mối", "là cơ quan đầu mối", "chịu trách nhiệm",
    "có trách nhiệm", NULL};
static const char *const ENFORCE[] = {"chịu trách nhiệm thi hành", "chịu trách nhiệm thực hiện quyết định", NULL};
static const char *const LABELS_LEAD[] = {
    "cơ quan chủ trì", "đơn vị chủ trì", "đơn vị thực hiện", "cơ quan thực hiện", "bộ phận chủ trì", "chủ trì",
    "cơ quan đơn vị chủ trì", "đơn vị chủ trì thực hiện", "cơ quan chủ trì thực hiện", "phân công thực hiện",
    "giao chủ trì", "đơn vị phụ trách", "cơ quan phụ trách", "người phụ trách", "phụ trách", "người thực hiện",
    "chủ trì thực hiện",
    "bộ phận thực hiện", "đơn vị đầu mối", "cơ quan đầu mối", "cơ quan tham mưu", "đơn vị tham mưu", "trách nhiệm thực hiện",
    "đơn vị được giao", "đơn vị chịu trách nhiệm", "cơ quan chịu trách nhiệm", "đơn vị tổ chức", "phân công phụ trách", NULL};
static const char *const LABELS_SUPPORT[] = {
    "cơ quan phối hợp", "đơn vị phối hợp", "phối hợp thực hiện", "bộ phận phối hợp", "phối hợp",
    "cơ quan phối hợp thực hiện", "đơn vị phối hợp thực hiện", "đơn vị tham gia", "đơn vị hỗ trợ", "phối hợp với",
    "cùng phối hợp", "phối hợp cùng", "các đơn vị phối hợp", "các cơ quan phối hợp", "thành phần phối hợp", NULL};

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

static int is_group(const Toks *t, size_t from, size_t to);

/* "đơn vị phối hợp:" at i: another label begins. */
static size_t label_at(const Toks *t, size_t i, int support)
{
    if (phrase_at(t, i, support ? "cơ quan , đơn vị phối hợp" : "cơ quan , đơn vị chủ trì")) return 6;
    return phrase_any(t, i, support ? LABELS_SUPPORT : LABELS_LEAD);
}

/* After a label a bare word of a body takes the words up to the next mark with it: "Đơn vị thực hiện: Tổ kiểm tra liên ngành." */
static size_t bare_end(const Toks *t, size_t end)
{
    size_t k = end;
    while (k < t->n && k < end + 9 && (t->v[k].kind != TOK_MARK || phrase_dash(t, k))) k++;
    return k >= t->n || k < end + 9 ? k : end;
}

/* After a label a name goes on in small letters as far as the next mark, when nothing is done there. */
static size_t label_end(const Toks *t, size_t end)
{
    size_t k = end;
    while (k < t->n && k < end + 9 && (t->v[k].kind == TOK_WORD || phrase_dash(t, k)) && !bodies_act(t, k) &&
        !(phrase_is(t, k, "và") && (bodies_head(t, k + 1) || bodies_vague(t, k + 1)))) k++;
    return k >= t->n || (k < end + 9 && t->v[k].kind == TOK_MARK && !phrase_mark(t, k, '(')) ? k : end;
}

/* Names one after another from i on, until something else begins. Vague collectives are left out unless `vague`;
 * 2 = after a label. */
static size_t add_list(Facts *f, size_t i, ActorRole role, int vague)
{
    const Toks *t = &f->t;
    while (i < t->n) {
        while (i < t->n && (phrase_mark(t, i, ',') || phrase_mark(t, i, ';') || phrase_is(t, i, "và") ||
            phrase_is(t, i, "cùng") || phrase_mark(t, i, '-'))) i++;
        size_t h = bodies_head(t, i), v = bodies_vague(t, i);
        if (phrase_at(t, i, "thủ trưởng") || phrase_at(t, i, "các thành viên")) h = 0;
        if ((!h && !v) || label_at(t, i, 0) || label_at(t, i, 1)) return i;
        size_t end = bodies_end(t, i, 1);
        if (end <= i) return i + 1;
        if (vague == 2 && h && end == i + h) end = bare_end(t, end);
        else if (vague == 2 && h) end = label_end(t, end);
        if (h || vague) add(f, i, end, role == ACTOR_LEAD && is_group(t, i, end) ? ACTOR_GROUP : role);
        i = end;
        if (!phrase_mark(t, i, ',') && !phrase_is(t, i, "và") && !phrase_mark(t, i, ';')) return i;
    }
    return i;
}

/* One entry of a cell, [from, to): "Phòng A (chủ trì)", "Phối hợp: Đoàn xã". Returns the role for what follows. */
static ActorRole add_entry(Facts *f, size_t from, size_t to, ActorRole role)
{
    const Toks *t = &f->t;
    for (int side = 0; side < 2; side++) {
        size_t n = label_at(t, from, side);
        if (!n || from + n >= to || !phrase_mark(t, from + n, ':')) continue;
        from += n + 1;
        role = side ? ACTOR_SUPPORT : ACTOR_LEAD;
    }
    ActorRole own = role;
    if (to > from + 3 && phrase_mark(t, to - 1, ')')) {
        size_t open = to - 1;
        while (open > from && !phrase_mark(t, open, '(')) open--;
        int lead = phrase_at(t, open + 1, "chủ trì") > 0, helps = phrase_at(t, open + 1, "phối hợp") > 0;
        if (open > from && (lead || helps)) own = lead ? ACTOR_LEAD : ACTOR_SUPPORT, to = open;
    }
    if (to > from) add(f, from, to, own);
    return role;
}

/* A join at k of a cell: 1 = a new name begins after it. */
static int cell_joins(const Toks *t, size_t k, int dashed)
{
    size_t next = k + 1;
    if (phrase_mark(t, k, ';')) return 1;
    if (next >= t->n) return 0;
    if (phrase_mark(t, k, '.')) return label_at(t, next, 0) || label_at(t, next, 1);
    if (phrase_dash(t, k)) return dashed && t->v[k].space && t->v[next].space && (k == 0 || bodies_head(t, next));
    if (!phrase_mark(t, k, ',') && !phrase_is(t, k, "và")) return 0;
    int council = k && (phrase_is(t, k - 1, "hđnd") || phrase_is(t, k - 1, "dân")) && (phrase_is(t, next, "ubnd") ||
        phrase_at(t, next, "ủy ban nhân dân"));
    return !council && (bodies_head(t, next) || (bodies_vague(t, next) && phrase_is(t, next, "các")) || label_at(t, next, 1));
}

void actors_cell(Facts *f, ActorRole role)
{
    const Toks *t = &f->t;
    size_t from = 0;
    int dashed = phrase_dash(t, 0);
    for (size_t k = (size_t)dashed; k <= t->n; k++) {
        if (k < t->n && !cell_joins(t, k, dashed)) continue;
        if (k > from) role = add_entry(f, from, k, role);
        from = k + 1;
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
            (bodies_head(t, k) || (phrase_is(t, k, "các") && bodies_vague(t, k)))) n++;
    return n;
}

/* "Thủ trưởng các …", "Thành viên …": many persons under one word. */
static int is_collective(const Toks *t, size_t from)
{
    return phrase_at(t, from, "thủ trưởng") || phrase_at(t, from, "thành viên") || phrase_at(t, from, "các thành viên") ||
        phrase_at(t, from, "trưởng các") || phrase_at(t, from, "người đứng đầu") || phrase_at(t, from, "toàn thể") ||
        phrase_at(t, from, "cán bộ ,") || phrase_at(t, from, "cộng tác viên") || phrase_any(t, from,
        (const char *const[]){"tình nguyện viên", "đảng viên", "đoàn viên", NULL});
}

static int is_group(const Toks *t, size_t from, size_t to)
{
    static const char *const PERSON[] = {"đồng chí", "đ / c", "ông", "bà", NULL};
    static const char *const HAMLET[] = {"thôn ,", "khu phố ,", "tổ dân phố ,", "khóm ,", "ấp ,", "bản ,", "xã ,",
        "phường ,", NULL};
    if (phrase_any(t, from, PERSON)) return 0;
    if (phrase_any(t, from, HAMLET)) return 1;
    if (phrase_is(t, from, "các") || (bodies_vague(t, from) && !bodies_head(t, from))) return 1;
    if (is_collective(t, from)) return 1;
    if (count_names(t, from, to) > 1) return 1;
    static const char *const MANY[] = {
        "xã", "phường", "huyện", "khóm", "ấp", "trường", "thị", "quận", "thôn", "cơ", "đơn", "tổ", "chi", "khu", "bản",
        "làng", "buôn", "đặc", "phòng", "ban", "câu", "nhóm", "khối", "cụm", "sở", "ngành", "đoàn", "tỉnh", NULL};
    static const char *const ONE[] = {"các khu công nghiệp", "các khu kinh tế", "các khu chế xuất", "các cơ quan đảng",
        "các cơ quan chính quyền", "các cơ quan tỉnh", NULL};
    for (size_t k = from; k < to; k++) {
        long v;
        if (phrase_is(t, k, "các") && phrase_any(t, k + 1, MANY) && !phrase_any(t, k, ONE)) return 1;
        if (k > from && phrase_number(t, k, &v) && v > 1 && phrase_any(t, k + 1, MANY)) return 1;       /* "UBND 12 xã" */
    }
    return 0;
}

/* "X chủ trì, Y và Z phối hợp …": the names after "chủ trì" at k, when "phối hợp" closes them. 0 = not so. */
static size_t partners_at(const Toks *t, size_t k)
{
    size_t i = k + 2, n = 0;
    if (!phrase_at(t, k, "chủ trì") || !(phrase_mark(t, i, ',') || phrase_mark(t, i, ';'))) return 0;
    while (n++ < 12 && (phrase_mark(t, i, ',') || phrase_mark(t, i, ';') || phrase_is(t, i, "và"))) {
        if (!bodies_head(t, i + 1) && !bodies_vague(t, i + 1)) return 0;
        i = bodies_end(t, i + 1, 1);
    }
    return phrase_at(t, i, "phối hợp") && !phrase_is(t, i + 2, "với") && !phrase_is(t, i + 2, "cùng") ? k + 3 : 0;
}

static void read_support(Facts *f, size_t i)
{
    const Toks *t = &f->t;
    for (size_t k = i; k < t->n; k++) {
        size_t n = phrase_at(t, k, "phối hợp với"), partners;
        if (!n) n = phrase_at(t, k, "phối hợp chặt chẽ với");
        if (!n) n = phrase_any(t, k, (const char *const[]){"phối hợp cùng", "có sự phối hợp của", "với sự phối hợp của", NULL});
        if (!n && k && phrase_mark(t, k - 1, ',') && bodies_head(t, k + 2)) n = phrase_at(t, k, "cùng với");
        if (!n && phrase_at(t, k, "phối hợp")) {
            n = 2;
            if (phrase_is(t, k + 2, "với")) n = 3;
            else if (!bodies_head(t, k + 2) && !bodies_vague(t, k + 2)) continue;
        }
        if (n) k = add_list(f, k + n + (size_t)phrase_mark(t, k + n, ':'), ACTOR_SUPPORT, 0) - 1;
        else if ((partners = partners_at(t, k))) k = add_list(f, partners, ACTOR_SUPPORT, 0) - 1;
    }
}

/* Where a labelled heading ends as a whole: at its colon or its end, when no verb stands in it. 0 = it is a sentence. */
static size_t heading_end(const Facts *f, size_t from)
{
    static const char *const SOFT[] = {
        "có", "trong", "ở", "tại", "cho", "từ", "thông tin", "truyền thông", "giáo dục", "đào tạo", "thống kê", "bảo trợ",
        "tổng hợp", "quản lý", "tư vấn", "hòa giải", "chăm sóc", "cấp", "với", "phát triển", "cung cấp", "sử dụng", NULL};
    const Toks *t = &f->t;
    if (bodies_colon(t, from)) return 0;
    NodeKind kind = f->r->plan->nodes[f->node].kind;
    if (kind == NODE_ITEM || kind == NODE_PARAGRAPH || kind == NODE_ROW) return 0;
    for (size_t k = from; k < from + 40; k++) {
        if (k >= t->n || phrase_mark(t, k, ':')) return k;
        if (phrase_mark(t, k, '.') || phrase_mark(t, k, ';') || phrase_mark(t, k, '(')) return 0;
        size_t act = k > from ? (size_t)bodies_act(t, k) : 0;
        if (act && phrase_any(t, k, SOFT) < act && bodies_end(t, from, 0) <= k) return 0;
    }
    return 0;
}

/* "Đề nghị: X làm …; Y làm …": each after a mark is asked. Returns the end. */
static size_t read_asked(Facts *f, size_t i)
{
    const Toks *t = &f->t;
    while (i < t->n && bodies_head(t, i)) {
        i = add_list(f, i, ACTOR_REQUEST, 1);
        while (i < t->n && !phrase_mark(t, i, ';') && !phrase_mark(t, i, '.')) i++;
        i += phrase_mark(t, i, ';');
    }
    return i;
}

/* "Giao X …", "Yêu cầu X …", "Đề nghị X …" at i */
static size_t read_order(Facts *f, size_t i)
{
    const Toks *t = &f->t;
    int ask = phrase_at(t, i, "đề nghị") > 0, item = i == 0 && f->r->plan->nodes[f->node].kind != NODE_PARAGRAPH;
    size_t from = i + (phrase_is(t, i, "giao") ? 1 : 2), whole;
    if (phrase_is(t, from, "cho")) from++;
    if (ask && phrase_mark(t, from, ':')) return read_asked(f, from + 1) - i;
    if (!bodies_head(t, from) && !bodies_vague(t, from) && !phrase_at(t, from, "đồng chí")) return 0;
    if (i == 0 && (whole = heading_end(f, from))) {
        add(f, from, whole, ask ? ACTOR_REQUEST : is_group(t, from, whole) ? ACTOR_GROUP : ACTOR_LEAD);
        return whole - i;
    }
    size_t end = bodies_end(t, from, 0);
    if (!item && phrase_at(t, i, "yêu cầu") && is_group(t, from, bodies_end(t, from, 1))) return end - i;
    if (ask) add_list(f, from, ACTOR_REQUEST, item);
    else if (phrase_at(t, from, "thủ trưởng") || phrase_at(t, from, "các thành viên")) {
        if (item) add(f, from, end, ACTOR_GROUP);
    } else if (!bodies_head(t, from) && !bodies_vague(t, from)) add(f, from, end, ACTOR_LEAD);
    else add_list(f, from, ACTOR_LEAD, item || phrase_is(t, i, "giao"));
    return end - i;
}

static size_t read_labels(Facts *f, size_t i)
{
    const Toks *t = &f->t;
    for (size_t k = i; k < t->n && k < i + 8; k++) {
        if (!phrase_mark(t, k, ':')) continue;
        for (int side = 0; side < 2; side++) {
            size_t n = label_at(t, i, side);
            if (!n || i + n != k) continue;
            return add_list(f, k + 1, side ? ACTOR_SUPPORT : ACTOR_LEAD, 2) - i;
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

/* A subject of several bodies in running text: each does it. Collectives and headings stay one group. */
static void add_subject(Facts *f, size_t from, size_t end, int whole)
{
    const Toks *t = &f->t;
    if (!whole && count_names(t, from, end) > 1 && !bodies_vague(t, from) && !is_collective(t, from))
        add_list(f, from, ACTOR_LEAD, 1);
    else add(f, from, end, is_group(t, from, end) ? ACTOR_GROUP : ACTOR_LEAD);
}

/* "Trách nhiệm của các sở, ngành" over headings that name each of them: a title, not an actor. */
static int holds_bodies(const Facts *f, size_t from)
{
    const Plan *p = f->r->plan;
    size_t next = (size_t)f->node + 1;
    if (!from || !bodies_vague(&f->t, from) || next >= p->n_nodes || p->nodes[next].parent != f->node ||
        p->nodes[next].kind == NODE_ITEM || p->nodes[next].kind == NODE_PARAGRAPH) return 0;
    Toks t = {0};
    phrase_split(&t, p->nodes[next].text, text_cut(p->nodes[next].text, strlen(p->nodes[next].text) < 120
        ? strlen(p->nodes[next].text) : 120));
    int hit = bodies_head(&t, 0) > 0;
    phrase_free(&t);
    return hit;
}

/* "X; Y và Z chịu trách nhiệm thi hành Quyết định này": the tokens [from, end) of all of them; 0 = no such sentence. */
static size_t enforcers(const Toks *t, size_t *from)
{
    *from = 0;
    for (size_t k = 0; k < t->n; k++) {
        if (phrase_any(t, k, ENFORCE)) return k > *from && (bodies_head(t, *from) || bodies_vague(t, *from)) ? k : 0;
        int stop = phrase_mark(t, k, '.') && k + 1 < t->n && t->v[k + 1].space;
        if (stop || ((phrase_mark(t, k, ';') || phrase_mark(t, k, ':')) && !bodies_head(t, *from))) *from = k + 1;
    }
    return 0;
}

/* "UBND phường giao Phòng X chủ trì …" at "giao" */
static int is_told(const Toks *t, size_t i)
{
    static const char *const NOT[] = {"được", "đã", "bàn", "chuyển", "do", "giao", NULL};
    size_t end = bodies_head(t, i + 1) ? bodies_end(t, i + 1, 1) : 0;
    return end > i + 1 && !phrase_any(t, i - 1, NOT) && bodies_act(t, end);
}

/* "Truyền thông: Trung tâm X thực hiện …": the sentence after a lead-in begins with its body. */
static int read_after_lead_in(Facts *f)
{
    const Toks *t = &f->t;
    size_t k = 0;
    while (k < t->n && k < 20 && !phrase_mark(t, k, ':')) {
        if (phrase_mark(t, k, '.') || phrase_mark(t, k, ';')) return 0;
        k++;
    }
    if (k + 1 >= t->n || k >= 20 || !bodies_head(t, ++k) || bodies_is_weak(t, k)) return 0;
    size_t end = bodies_end(t, k, 0);
    if (end <= k || end - k > 40 || !bodies_act(t, end)) return 0;
    add_subject(f, k, end, 0);
    for (k = end; phrase_at(t, 0, "phân công") && k + 1 < t->n; k++) {        /* "Phân công: X làm …, Y làm …" */
        if (!(phrase_mark(t, k, ',') || phrase_mark(t, k, ';')) || !bodies_head(t, k + 1)) continue;
        end = bodies_end(t, k + 1, 0);
        if (end > k + 1 && bodies_act(t, end) && !phrase_at(t, end, "phối hợp")) add_subject(f, k + 1, end, 0);
    }
    return 1;
}

/* "Hằng năm, Sở Nội vụ mở …", "Trước ngày 15/3, Công an xã …": when, then who. */
static int read_after_time(Facts *f)
{
    static const char *const TIMES[] = {
        "hằng", "hàng", "định kỳ", "trong", "trước", "vào", "từ", "đến", "quý", "tháng", "ngày", "mỗi", "năm", "sau khi",
        "trên cơ sở", "căn cứ", "hàng năm", "ngay sau", NULL};
    const Toks *t = &f->t;
    size_t k = 0;
    if (!phrase_any(t, 0, TIMES)) return 0;
    while (k < t->n && k < 24 && !(phrase_mark(t, k, ',') && bodies_head(t, k + 1))) {
        if (phrase_mark(t, k, '.') || phrase_mark(t, k, ';') || phrase_mark(t, k, ':')) return 0;
        k++;
    }
    if (k + 1 >= t->n || k >= 24 || bodies_is_weak(t, ++k)) return 0;
    size_t end = bodies_end(t, k, 0);
    if (end <= k || end - k > 40 || !bodies_act(t, end)) return 0;
    add_subject(f, k, end, 0);
    return 1;
}

/* After "(gọi tắt là …)" at i; i itself when no bracket opens there or it is long. */
static size_t after_aside(const Toks *t, size_t i)
{
    if (!phrase_mark(t, i, '(')) return i;
    for (size_t k = i + 1; k < t->n && k < i + 14; k++)
        if (phrase_mark(t, k, ')')) return k + 1;
    return i;
}

/* "X giám sát …; Hội Y xã vận động …": after a mark another body and what it does. */
static void read_next_subjects(Facts *f, size_t i)
{
    const Toks *t = &f->t;
    for (size_t k = i; k + 1 < t->n; k++) {
        if (!phrase_mark(t, k, ';') || !bodies_head(t, k + 1) || bodies_is_weak(t, k + 1)) continue;
        size_t end = bodies_end(t, k + 1, 0);
        if (end > k + 1 && end - k < 40 && bodies_act(t, end) && !phrase_at(t, end, "phối hợp")) add_subject(f, k + 1, end, 0);
    }
}

/* Headings and items of an assigning part, and articles: the clause begins with a body whose work it tells. */
static void read_subject(Facts *f, int heading)
{
    const Toks *t = &f->t;
    NodeKind kind = f->r->plan->nodes[f->node].kind;
    size_t from = 0;
    if (phrase_at(t, 0, "đề nghị") || phrase_at(t, 0, "yêu cầu") || (phrase_is(t, 0, "giao") && t->v[0].capital) ||
        read_labels(f, 0)) return;
    size_t end = enforcers(t, &from);
    if (end) add(f, from, end, ACTOR_GROUP);
    if (end) return;
    from = phrase_at(t, 0, "trách nhiệm của") ? 3 : f->assigns && heading ? phrase_at(t, 0, "đối với") : 0;
    if (!bodies_head(t, 0) && !from && (read_after_lead_in(f) || read_after_time(f))) return;
    if (!bodies_head(t, from) && !bodies_vague(t, from)) return;
    end = heading_end(f, from);
    int whole = end > 0;
    if (!end) end = bodies_end(t, from, 0);
    if (phrase_is(t, end, "giao") && is_told(t, end)) return;
    if (end <= from || end - from >= 60 || (kind == NODE_PARAGRAPH && !bodies_head(t, from))) return;
    whole |= end >= t->n || phrase_mark(t, end, ':') || phrase_mark(t, end, '(') || (phrase_mark(t, end, '.') &&
        end + 1 >= t->n);
    static const char *const STATES[] = {"có", "được", "đạt", "không", "là", "còn", "phải", "ở", "trong", "theo", NULL};
    size_t verb = after_aside(t, end);
    int acts = bodies_does(t, verb) && (f->assigns || !phrase_any(t, verb, STATES)), leads = phrase_any(t, verb, LEADS) > 0;
    int strong = bodies_head(t, from) ? !bodies_is_weak(t, from) : kind != NODE_PARAGRAPH;
    int parent_of = heading && (size_t)f->node + 1 < f->r->plan->n_nodes && f->r->plan->nodes[f->node + 1].parent == f->node;
    int named = f->assigns || (whole && strong && parent_of && !f->in_results && !f->in_goals) ? whole || acts || phrase_mark(t,
        end, ',') : leads || (acts && strong) || (heading && strong &&
        phrase_mark(t, end, ':') && end + 1 < t->n);
    if (named && !(whole && holds_bodies(f, from))) add_subject(f, from, end, whole);
    if (named && f->assigns && acts && kind != NODE_PARAGRAPH) read_next_subjects(f, end);
}

/* "Bộ phận tài vụ: chuẩn bị …" in an assigning part: who, then what. */
static int read_told_heading(Facts *f)
{
    const Toks *t = &f->t;
    size_t k = 0;
    while (k < t->n && k < 10 && (t->v[k].kind != TOK_MARK || phrase_dash(t, k))) k++;
    if (k < 2 || k + 1 >= t->n || !phrase_mark(t, k, ':') || !t->v[0].capital || bodies_is_topic(t, 0) || bodies_head(t, 0) ||
        bodies_vague(t, 0) || bodies_begins_act(t, 0) || !(bodies_act(t, k + 1) || bodies_begins_act(t, k + 1))) return 0;
    add(f, 0, k, is_group(t, 0, k) ? ACTOR_GROUP : ACTOR_LEAD);
    return 1;
}

/* A heading of an assigning part that has clauses below and looks like no other: its whole text is who does them. */
static void read_heading(Facts *f)
{
    const Toks *t = &f->t;
    const Plan *p = f->r->plan;
    size_t next = (size_t)f->node + 1;
    static const char *const UNITS[] = {"bộ phận", "tổ", "nhóm", "khối", "tiểu ban", NULL};
    NodeKind kind = p->nodes[f->node].kind;
    if (!f->assigns || (kind != NODE_GROUP && !((kind == NODE_ITEM || kind == NODE_POINT) && phrase_any(t, 0, UNITS)))) return;
    if (read_told_heading(f) || kind != NODE_GROUP) return;
    if (next >= p->n_nodes || p->nodes[next].parent != f->node) return;
    if (!t->n || t->n > 14 || !t->v[0].capital || bodies_is_topic(t, 0) || bodies_head(t, 0) || bodies_vague(t, 0) ||
        bodies_act(t, 0)) return;
    size_t end = phrase_mark(t, t->n - 1, ':') ? t->n - 1 : t->n;
    for (size_t i = 0; i < end; i++)
        if (t->v[i].kind == TOK_MARK && !phrase_dash(t, i) && !phrase_mark(t, i, ',')) return;
    add(f, 0, end, is_group(t, 0, end) ? ACTOR_GROUP : ACTOR_LEAD);
}

/* "… do Phòng X chủ trì", "X chủ trì" inside a sentence */
static size_t read_inner(Facts *f, size_t i)
{
    const Toks *t = &f->t;
    if (i == 0 || !bodies_head(t, i) || !t->v[i].capital) return 0;
    static const char *const BY[] = {"chủ trì", "phụ trách", "đảm nhiệm", "đảm nhận", "chịu trách nhiệm", "thực hiện", NULL};
    static const char *const HEADS_IT[] = {
        "chủ trì", "là đơn vị đầu mối", "là cơ quan đầu mối", "làm đầu mối", "là đầu mối", "là đơn vị chủ trì",
        "là cơ quan chủ trì", "là cơ quan thường trực", NULL};
    size_t end = bodies_end(t, i, 1);
    if (end <= i || !phrase_any(t, end, phrase_is(t, i - 1, "do") ? BY : HEADS_IT)) return 0;
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
    if (n->kind != NODE_ROW && (n->kind != NODE_PART || f->assigns)) read_subject(f, labelled);
    read_heading(f);
    for (size_t i = 0; i < t->n;) {
        size_t k = 0;
        if (starts_sentence(t, i) || (i && phrase_mark(t, i - 1, ','))) {
            if (phrase_at(t, i, "đề nghị") ||
                (phrase_at(t, i, "phân công") && t->v[i].capital && !label_is_capitals(n->text, strlen(n->text))) ||
                (phrase_at(t, i, "yêu cầu") && t->v[i].capital) ||
                (phrase_is(t, i, "giao") && (t->v[i].capital || phrase_mark(t, i - 1, ';') || phrase_mark(t, i - 1, '('))))
                k = read_order(f, i);
            if (!k && n->kind != NODE_PART) k = read_labels(f, i);
        }
        if (!k && i && phrase_is(t, i, "giao") && !t->v[i].capital && is_told(t, i)) k = read_order(f, i);
        if (!k && t->v[i].capital) k = read_inner(f, i);
        i += k ? k : 1;
    }
    read_support(f, 0);
}
