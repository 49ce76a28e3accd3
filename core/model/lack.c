/* lack.c - which clauses are activities, and what each of them leaves unsaid. Words are compared without accents. */
#include "core/model/lack.h"
#include "core/base/text.h"
#include <stdlib.h>
#include <string.h>

static const char *const apart[] = {                       /* headings of parts that hold no activities */
    "muc dich", "yeu cau", "muc tieu", "quan diem", "can cu", "kinh phi", "nguon luc", "nguon von", "to chuc thuc hien",
    "phan cong", "trach nhiem", "che do bao cao", "dac diem", "tinh hinh", "pham vi", "doi tuong", "dieu khoan", "noi nhan",
    "thong tin bao cao", "hieu luc", NULL};
static const char *const contents[] = {"noi dung", "nhiem vu", "hoat dong", "giai phap", "bien phap", "cong viec",
                                       "cong tac", NULL};
static const char *const products[] = {
    "ban hanh", "bao cao", "bien ban", "danh sach", "ho so", "quyet dinh", "du toan", "to trinh", "cong van", "thong bao",
    "xay dung ke hoach", "lap ke hoach", "san pham", "tai lieu", "hinh anh", "chuong trinh cong tac", "so theo doi",
    "phieu", NULL};
static const char *const measures[] = {"ty le", "ti le", "so luong", "so nguoi", "so cuoc", "so lop", "so luot", "so vu",
                                       "chi tieu", "%", "chi so", NULL};

static int holds(const char *folded, const char *const *words)
{
    for (; *words; words++)
        if (strstr(folded, *words)) return 1;
    return 0;
}

static void fold(const char *s, Buf *b)
{
    buf_clear(b);
    if (s) text_fold(s, strlen(s), b);
}

typedef struct Look {
    const Plan *p;
    char *has_children, *is_apart, *is_content;            /* per node; the last two of its top */
    unsigned *given;                                       /* per node: what facts at it or above it say */
} Look;

static void look_at_tops(Look *l, Arena *a)
{
    const Plan *p = l->p;
    Buf b = {0};
    l->has_children = arena_alloc(a, p->n_nodes + 1);
    l->is_apart = arena_alloc(a, p->n_nodes + 1);
    l->is_content = arena_alloc(a, p->n_nodes + 1);
    memset(l->has_children, 0, p->n_nodes + 1);
    for (size_t i = 0; i < p->n_nodes; i++) {
        int up = p->nodes[i].parent;
        if (up >= 0) l->has_children[up] = 1;
        if (up >= 0 && (l->is_apart[up] || l->is_content[up] || p->nodes[up].kind != NODE_PART)) {
            l->is_apart[i] = l->is_apart[up];
            l->is_content[i] = l->is_content[up];
            continue;
        }
        fold(p->nodes[i].text, &b);                        /* a top, or a heading under «Phần thứ nhất» */
        int heading = b.n < 160 && p->nodes[i].kind != NODE_PARAGRAPH && p->nodes[i].kind != NODE_ITEM;
        l->is_content[i] = (char)(heading && holds(buf_text(&b), contents) && !strstr(buf_text(&b), "to chuc thuc hien"));
        l->is_apart[i] = (char)(heading ? !l->is_content[i] && holds(buf_text(&b), apart) : up < 0);
    }
    buf_free(&b);
}

static void look_at_facts(Look *l, Arena *a)
{
    const Plan *p = l->p;
    l->given = arena_alloc(a, mem_mul(p->n_nodes + 1, sizeof *l->given));
    memset(l->given, 0, (p->n_nodes + 1) * sizeof *l->given);
    for (size_t i = 0; i < p->n_actors; i++)
        if (p->actors[i].node >= 0 && p->actors[i].role != ACTOR_SUPPORT) l->given[p->actors[i].node] |= LACK_LEAD;
    for (size_t i = 0; i < p->n_dates; i++)
        if (p->dates[i].node >= 0) l->given[p->dates[i].node] |= LACK_DUE;
    for (size_t i = 0; i < p->n_targets; i++)
        if (p->targets[i].node >= 0) l->given[p->targets[i].node] |= LACK_TARGET | LACK_INDICATOR;
    for (size_t i = 0; i < p->n_nodes; i++)                /* a lead or a date of the heading counts for what stands under it */
        if (p->nodes[i].parent >= 0) l->given[i] |= l->given[p->nodes[i].parent] & (LACK_LEAD | LACK_DUE);
}

static size_t count_words(const char *folded)
{
    size_t n = 0;
    for (const char *s = folded; *s; s++) n += *s != ' ' && (s == folded || s[-1] == ' ');
    return n;
}

size_t lack_list(const Plan *p, Arena *a, Lack **lacks, size_t *n)
{
    Look l = {.p = p};
    Buf b = {0};
    size_t activities = 0;
    int chosen = 0;
    *lacks = arena_alloc(a, mem_mul(p->n_nodes + 1, sizeof **lacks));
    *n = 0;
    look_at_tops(&l, a);
    look_at_facts(&l, a);
    for (size_t i = 0; i < p->n_nodes; i++) chosen |= l.is_content[i];
    for (size_t i = 0; i < p->n_nodes; i++) {
        const PlanNode *node = &p->nodes[i];
        int row = node->kind == NODE_ROW;
        if (l.has_children[i] || node->kind == NODE_PART || node->kind == NODE_ARTICLE) continue;
        if (!row && (l.is_apart[i] || (chosen && !l.is_content[i]))) continue;
        fold(node->text, &b);
        if (count_words(buf_text(&b)) < 4) continue;
        activities++;
        unsigned given = l.given[i];
        if (holds(buf_text(&b), products)) given |= LACK_EVIDENCE;
        if (holds(buf_text(&b), measures)) given |= LACK_INDICATOR;
        unsigned what = ~given & (LACK_LEAD | LACK_DUE | LACK_EVIDENCE | LACK_INDICATOR | LACK_TARGET);
        if (what) (*lacks)[(*n)++] = (Lack){(int)i, what};
    }
    buf_free(&b);
    return activities;
}

const char *lack_name(unsigned bit, int english)
{
    switch (bit) {
    case LACK_LEAD: return english ? "lead" : "cơ quan chủ trì";
    case LACK_DUE: return english ? "deadline" : "thời hạn";
    case LACK_EVIDENCE: return english ? "evidence" : "minh chứng";
    case LACK_INDICATOR: return english ? "indicator" : "chỉ tiêu theo dõi";
    default: return english ? "target" : "mức cần đạt";
    }
}
