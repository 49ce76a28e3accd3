/* facts.c - runs the scanners over every clause, the preamble and the footnotes, with what the heading above says. */
#include <string.h>
#include "core/intake/facts.h"

void facts_cell_begin(Facts *f, const char *text, int node)
{
    f->node = node;
    f->in_results = f->in_goals = f->assigns = 0;
    phrase_split(&f->t, text, strlen(text));
}


/* What the headings above a clause say of it. */
static void read_context(Facts *f, int node)
{
    static const char *const ASSIGN[] = {
        "tổ chức thực hiện", "phân công", "trách nhiệm", "tổ chức triển khai", "tổ chức, thực hiện", "nhiệm vụ của các",
        "công tác tổ chức", NULL};
    static const char *const RESULTS[] = {
        "đánh giá", "kết quả", "tình hình", "đặc điểm", "thực trạng", "khái quát", "kinh phí", "nguồn kinh phí",
        "dự toán", NULL};
    static const char *const GOALS[] = {
        "mục tiêu", "chỉ tiêu", "nhiệm vụ", "nội dung", "giải pháp", "các mục tiêu", "các chỉ tiêu", "phương hướng",
        "kết quả cần đạt", "kết quả phấn đấu", "yêu cầu", "dự kiến", NULL};
    const Plan *p = f->r->plan;
    int told = 0;                          /* the nearest heading that says promise or past decides */
    f->assigns = f->in_results = f->in_goals = 0;
    for (int i = node, k = 0; i >= 0 && k < INTAKE_DEPTH_MOST * 2; i = p->nodes[i].parent, k++) {
        const PlanNode *n = &p->nodes[i];
        size_t len = strlen(n->text);
        if (n->kind == NODE_ITEM || n->kind == NODE_PARAGRAPH || n->kind == NODE_ROW || len > 300) continue;
        if (i != node && lines_starts(n->text, len, ASSIGN)) f->assigns = 1;
        if (i != node && !told && lines_starts(n->text, len, GOALS)) f->in_goals = told = 1;
        if (i != node && !told && lines_starts(n->text, len, RESULTS)) f->in_results = told = 1;
        if (n->kind == NODE_ARTICLE) f->assigns = 1;
    }
}

static void scan_text(Facts *f, const char *text, int node)
{
    phrase_split(&f->t, text, strlen(text));
    f->node = node;
    legal_scan(f);
    when_scan(f, -1);
    if (node >= 0) {
        targets_scan(f);
        actors_scan(f);
    }
}

void facts_read(Reader *r)
{
    Facts f = {0};
    f.r = r;
    for (size_t i = 0; i < r->plan->n_rest; i++) {
        const PlanRest *x = &r->plan->rest[i];
        if (!strcmp(x->kind, "preamble") || !strcmp(x->kind, "footnote")) scan_text(&f, x->text, -1);
    }
    int part = -2;
    for (size_t i = 0; i < r->plan->n_nodes; i++) {
        int parent = r->plan->nodes[i].parent;
        if (parent != part || parent < 0) read_context(&f, (int)i);
        part = parent;
        scan_text(&f, r->plan->nodes[i].text, (int)i);
    }
    phrase_free(&f.t);
}
