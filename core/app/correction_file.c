/* correction_file.c - writes the file in which a person corrects a plan: one fact a line, the last column is theirs. */
#include "core/app/correction.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/intake/sheet.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CELL_MOST = 8000 };
#define DOUBTFUL 0.8

typedef struct Page {
    Cli *c;
    const Plan *raw;
    const Corrections *list;
    char *used;                            /* corrections that stand in a line already */
    Buf out;
} Page;

static void put_row(Page *w, const char *key, const char *address, int line, CorrectWhat what, const char *now, const char *right)
{
    char number[16] = "";
    size_t n = strlen(now), k = text_cut(now, n < CELL_MOST ? n : CELL_MOST);
    if (line) snprintf(number, sizeof number, "%d", line);
    const char *cells[] = {key, address, number, correct_what_name(what, w->c->lang == LANG_EN),
                           k < n ? arena_print(w->c->arena, "%.*s…", (int)k, now) : now, right};
    for (size_t i = 0; i < 6; i++) {
        if (i) buf_putc(&w->out, ';');
        sheet_put(cells[i], ';', &w->out);
    }
    buf_puts(&w->out, "\r\n");
}

/* What a person wrote about this fact; "" = nothing. */
static const char *right_for(Page *w, int node, CorrectWhat what, const char *now)
{
    for (size_t i = 0; i < w->list->n; i++) {
        const Correction *c = &w->list->v[i];
        if (w->used[i] || c->what != what || (!correct_is_document(what) && c->node != node)) continue;
        if (what != CORRECT_TEXT && !text_same_folded(c->now, now)) continue;
        w->used[i] = 1;
        return c->right;
    }
    return "";
}

static void put_fact(Page *w, int node, CorrectWhat what, const char *now)
{
    const PlanNode *n = node >= 0 ? &w->raw->nodes[node] : NULL;
    const char *key = !n ? CORRECT_DOCUMENT : n->key ? n->key : "", *right = right_for(w, node, what, now);
    put_row(w, key, n ? n->id : "", n ? n->line : 0, what, now, right);
}

/* --- facts by clause --- */

typedef struct ByNode { size_t *first, *next; } ByNode;    /* lists of facts: 1 + their number, 0 = end */

static ByNode group(const Plan *p, size_t n, const int *(*node)(const Plan *, size_t))
{
    ByNode g = {mem_alloc(mem_mul(p->n_nodes + 1, sizeof(size_t))), mem_alloc(mem_mul(n + 1, sizeof(size_t)))};
    for (size_t i = n; i-- > 0;) {
        size_t at = (size_t)(*node(p, i) + 1);
        g.next[i] = g.first[at];
        g.first[at] = i + 1;
    }
    return g;
}

static const int *date_node(const Plan *p, size_t i) { return &p->dates[i].node; }
static const int *actor_node(const Plan *p, size_t i) { return &p->actors[i].node; }
static const int *target_node(const Plan *p, size_t i) { return &p->targets[i].node; }
static const int *legal_node(const Plan *p, size_t i) { return &p->legal[i].node; }

static void print_fact(const Plan *p, CorrectWhat what, size_t i, Buf *b)
{
    if (what == CORRECT_DATE) correct_print_date(&p->dates[i], b);
    else if (what == CORRECT_ACTOR) correct_print_actor(&p->actors[i], b);
    else if (what == CORRECT_TARGET) correct_print_target(&p->targets[i], b);
    else correct_print_legal(&p->legal[i], b);
}

static void put_facts(Page *w, int node, const ByNode g[4])
{
    static const CorrectWhat whats[] = {CORRECT_DATE, CORRECT_ACTOR, CORRECT_TARGET, CORRECT_LEGAL};
    Buf b = {0};
    for (int k = 0; k < 4; k++)
        for (size_t i = g[k].first[node + 1]; i; i = g[k].next[i - 1]) {
            buf_clear(&b);
            print_fact(w->raw, whats[k], i - 1, &b);
            put_fact(w, node, whats[k], buf_text(&b));
        }
    buf_free(&b);
    for (size_t i = 0; i < w->list->n; i++) {              /* what was added here, and other things about the clause */
        const Correction *c = &w->list->v[i];
        int here = node >= 0 ? c->node == node : !strcmp(c->key, CORRECT_DOCUMENT) && !correct_is_document(c->what);
        if (w->used[i] || !here || correct_is_document(c->what)) continue;
        w->used[i] = 1;
        const PlanNode *n = node >= 0 ? &w->raw->nodes[node] : NULL;
        put_row(w, n && n->key ? n->key : c->key, n ? n->id : c->address, n ? n->line : 0, c->what, c->now, c->right);
    }
}

static void put_document(Page *w)
{
    const Plan *p = w->raw;
    Buf date = {0};
    char year[16] = "";
    correct_print_issued(p, &date);
    if (p->plan_year) snprintf(year, sizeof year, "%d", p->plan_year);
    const struct { CorrectWhat what; const char *now; } fields[] = {
        {CORRECT_TYPE, p->type}, {CORRECT_NUMBER, p->number}, {CORRECT_SYMBOL, p->symbol}, {CORRECT_PLACE, p->place},
        {CORRECT_ISSUED, buf_text(&date)}, {CORRECT_SUBJECT, p->subject}, {CORRECT_ISSUER, p->issuer}, {CORRECT_YEAR, year},
        {CORRECT_AUTHORITY, p->authority}, {CORRECT_TITLE, p->title}, {CORRECT_SIGNER, p->name}};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        put_fact(w, -1, fields[i].what, fields[i].now ? fields[i].now : "");
    for (size_t i = 0; i < p->n_recipients; i++) put_fact(w, -1, CORRECT_RECIPIENT, p->recipients[i]);
    buf_free(&date);
}

static void put_clause(Page *w, int at, const ByNode g[4])
{
    const PlanNode *n = &w->raw->nodes[at];
    put_fact(w, at, CORRECT_TEXT, n->text);
    if (n->confidence < DOUBTFUL) {
        put_fact(w, at, CORRECT_KIND, correct_kind_name(n->kind, w->c->lang == LANG_EN));
        put_fact(w, at, CORRECT_PARENT, n->parent >= 0 ? w->raw->nodes[n->parent].id : cli_word(w->c, "gốc", "top"));
    }
    put_facts(w, at, g);
}

static void put_head(Page *w)
{
    buf_puts(&w->out, "\xEF\xBB\xBF");
    buf_puts(&w->out, cli_word(w->c,
        "# Cách sửa: chỉ ghi vào cột cuối (sửa thành), mỗi dòng một điều; điều nào đúng rồi thì để trống; ghi «bỏ» để bỏ điều "
        "đó. Lưu tệp rồi nhập lại kế hoạch.\r\n"
        "# Thêm một điều: chép cả dòng của mục đó, đổi cột điều (nội dung, nhãn, loại, thuộc mục, tách, gộp vào, thời gian, "
        "cơ quan, chỉ tiêu, văn bản), để trống cột đang hiểu là, ghi cột cuối.\r\n"
        "khóa;mục;dòng;điều;đang hiểu là;sửa thành\r\n",
        "# Write in the last column only, one fact a line; leave it empty where all is right; write \"remove\" to take a fact "
        "away. Save the file and import the plan again.\r\n"
        "# To add a fact copy the clause's line, change the column what (text, label, kind, parent, split, join, date, actor, "
        "target, legal), empty the column now, write the last one.\r\n"
        "key;clause;line;what;now;right\r\n"));
}

int correction_write(Session *s, const Plan *p, Correcting *k, Err *e)
{
    Cli *c = s->c;
    Page w = {.c = c, .raw = k->raw, .list = &k->list};
    if (!k->raw) return 0;
    if (k->bad) {
        findings_add(&c->findings, SEN2058, k->path, 0, 0, NULL, "%s", path_base(k->path));
        return 0;
    }
    for (size_t i = 0; k->raw_of && i < p->n_nodes; i++)
        if (k->raw_of[i] >= 0) k->raw->nodes[k->raw_of[i]].key = p->nodes[i].key;
    for (size_t i = 0; i < k->list.n; i++) {               /* what was joined or taken away has only its old key */
        int at = k->list.v[i].node;
        if (at >= 0 && !k->raw->nodes[at].key) k->raw->nodes[at].key = k->list.v[i].key;
    }
    w.used = mem_alloc(k->list.n + 1);
    ByNode g[4] = {group(k->raw, k->raw->n_dates, date_node), group(k->raw, k->raw->n_actors, actor_node),
                   group(k->raw, k->raw->n_targets, target_node), group(k->raw, k->raw->n_legal, legal_node)};
    put_head(&w);
    put_document(&w);
    put_facts(&w, -1, g);
    for (size_t i = 0; i < k->raw->n_nodes; i++) put_clause(&w, (int)i, g);
    for (size_t i = 0; i < k->list.n; i++)                 /* what belongs to no clause of today is not lost */
        if (!w.used[i]) {
            const Correction *x = &k->list.v[i];
            put_row(&w, *x->key ? x->key : CORRECT_DOCUMENT, x->address, 0, x->what, x->now, x->right);
        }
    int rc = file_write(k->path, k->path, w.out.p, w.out.n, e);
    if (rc == 0)
        cli_say(c, "Đã ghi %s: mở bằng Excel hoặc Word, sửa cột cuối, lưu, rồi nhập lại kế hoạch.",
                "Wrote %s: open it in Excel or Word, write in the last column, save it, then import the plan again.", k->path);
    for (int i = 0; i < 4; i++) {
        free(g[i].first);
        free(g[i].next);
    }
    free(w.used);
    buf_free(&w.out);
    return rc;
}
