/* sure.c - the confidence of facts and the sources of money, both told from the words of the clauses; adds nothing to a plan. */
#include "core/model/sure.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "core/base/text.h"

enum { LONG_TEXT = 6000 };

static const char *text_of(const Plan *p, int node) { return node >= 0 ? p->nodes[node].text : NULL; }
static double most(const Plan *p, int node) { return node >= 0 ? p->nodes[node].confidence : 1; }

static double within(const Plan *p, int node, int corrected, double sure)
{
    double top = most(p, node);
    return corrected ? 1 : sure < top ? sure : top;
}

static int too_long(const char *s) { return s && strnlen(s, LONG_TEXT + 1) > LONG_TEXT; }

/* The text of the clause in small letters holds one of the list. */
static int says(const char *s, const char *const *list)
{
    Buf low = {0};
    int hit = 0;
    text_lower(s, strlen(s), &low);
    for (; *list && !hit; list++) hit = strstr(buf_text(&low), *list) != NULL;
    buf_free(&low);
    return hit;
}

double sure_legal(const Plan *p, const PlanLegal *l)
{
    static const char *const KINDS[] = {
        "luật", "nghị", "quyết định", "thông", "chỉ thị", "kế hoạch", "công văn", "kết luận", "tờ trình", "hướng dẫn",
        "chương trình", "quy", "báo cáo", "đề án", "văn bản", "lệnh", NULL};
    const char *s = text_of(p, l->node);
    double sure = l->date == DATE_NONE ? 0.9 : 1;
    if (too_long(s)) sure = 0.7;
    else if (s && !says(s, KINDS)) sure = 0.8;
    return within(p, l->node, l->corrected, sure);
}

double sure_date(const Plan *p, const PlanDate *d)
{
    const char *s = text_of(p, d->node);
    char year[8];
    snprintf(year, sizeof year, "%04d", date_year(d->to));
    double sure = !s ? 0.9 : too_long(s) ? 0.7 : strstr(s, year) ? 1 : 0.9;
    if (d->kind == DATE_DAY && sure > 0.8 && s) sure = 0.8;
    return within(p, d->node, d->corrected, sure);
}

double sure_actor(const Plan *p, const PlanActor *a)
{
    static const char *const WORDS[ACTOR_ROLES][8] = {
        {"chủ trì", "giao ", "thường trực", "đầu mối", "trách nhiệm", "phụ trách", "đơn vị thực hiện", NULL},
        {"phối hợp", NULL}, {"đề nghị", NULL}, {NULL}};
    const char *s = text_of(p, a->node);
    if (!s) return within(p, a->node, a->corrected, 0.9);
    if (too_long(s)) return within(p, a->node, a->corrected, 0.7);
    NodeKind kind = p->nodes[a->node].kind;
    double sure = says(s, WORDS[a->role]) ? 1 : !strncmp(s, a->name, strlen(a->name)) && kind != NODE_ITEM &&
        kind != NODE_PARAGRAPH ? 0.9 : 0.8;
    if (kind == NODE_ROW && sure < 0.9) sure = 0.9;        /* its column says who it is */
    return within(p, a->node, a->corrected, sure);
}

double sure_target(const Plan *p, const PlanTarget *t)
{
    const char *s = text_of(p, t->node);
    double sure = too_long(s) ? 0.7 : !strcmp(t->unit, "%") ? 1 : 0.8;
    if (sure == 0.8 && s && says(s, (const char *const[]){"ít nhất", "tối thiểu", "trên", "dưới", "không quá", "phấn đấu", "đạt",
        "tổ chức", "mở ", "xây dựng", "thành lập", "duy trì", NULL})) sure = 0.9;
    return within(p, t->node, t->corrected, sure);
}

/* --- where the money comes from --- */

static const struct { const char *words, *source; } SOURCES[] = {
    {"ngân sách", "ngân sách nhà nước"}, {"dự toán chi", "ngân sách nhà nước"}, {"dự toán được giao", "ngân sách nhà nước"},
    {"dự toán hằng năm", "ngân sách nhà nước"}, {"dự toán hàng năm", "ngân sách nhà nước"},
    {"kinh phí sự nghiệp", "ngân sách nhà nước"}, {"kinh phí thường xuyên", "ngân sách nhà nước"},
    {"lồng ghép", "lồng ghép"}, {"xã hội hóa", "xã hội hóa"}, {"xã hội hoá", "xã hội hóa"}, {"tài trợ", "xã hội hóa"},
    {"đóng góp", "xã hội hóa"}, {"viện trợ", "xã hội hóa"}, {"kinh phí của đơn vị", "nguồn của đơn vị"},
    {"kinh phí của cơ quan", "nguồn của đơn vị"}, {"tự cân đối", "nguồn của đơn vị"}, {"tự đảm bảo", "nguồn của đơn vị"},
    {"tự bảo đảm", "nguồn của đơn vị"}, {"kinh phí công đoàn", "nguồn của đơn vị"}, {"đảng phí", "nguồn của đơn vị"},
    {"hợp pháp khác", "nguồn hợp pháp khác"}, {"nguồn khác", "nguồn hợp pháp khác"},
};
enum { N_SOURCES = sizeof SOURCES / sizeof *SOURCES };

/* 1 = the clause or a heading above it is about money; 2 = it says so itself. */
static int is_about_money(const Plan *p, int node, const char *low)
{
    static const char *const MONEY[] = {"kinh phí", "ngân sách", "dự toán", NULL};
    static const char *const HEADING[] = {"kinh phí", "dự toán", NULL};
    for (size_t i = 0; MONEY[i]; i++)
        if (strstr(low, MONEY[i])) return 2;
    for (int up = p->nodes[node].parent, k = 0; up >= 0 && k < 4; up = p->nodes[up].parent, k++)
        if (strlen(p->nodes[up].text) < 120 && says(p->nodes[up].text, HEADING)) return 1;
    return 0;
}

PlanBudget *sure_budgets(const Plan *p, size_t *n)
{
    PlanBudget *list = NULL;
    size_t cap = 0;
    Buf low = {0};
    *n = 0;
    for (size_t i = 0; i < p->n_nodes; i++) {
        const char *s = p->nodes[i].text;
        size_t len = strlen(s), first = *n;
        if (len > LONG_TEXT || len < 8) continue;
        buf_clear(&low);
        text_lower(s, len, &low);
        int money = 0;
        for (size_t k = 0; k < N_SOURCES; k++) {
            if (!strstr(buf_text(&low), SOURCES[k].words)) continue;
            if (!money && !(money = is_about_money(p, (int)i, buf_text(&low)))) break;
            int known = 0;
            for (size_t j = first; j < *n; j++) known |= !strcmp(list[j].source, SOURCES[k].source);
            if (known) continue;
            if (*n == cap) list = mem_resize(list, mem_mul(cap = cap ? cap * 2 : 8, sizeof *list));
            list[(*n)++] = (PlanBudget){SOURCES[k].source, (int)i, within(p, (int)i, 0, money == 2 ? 0.9 : 0.8)};
        }
    }
    buf_free(&low);
    return list;
}
