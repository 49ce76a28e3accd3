/* report.c - the lines of the report after an import; the rules themselves run in the worker (faults.c). */
#include "core/app/report.h"
#include "core/app/faults.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/model/correct.h"
#include "core/model/lack.h"
#include "core/model/sure.h"
#include <stdlib.h>
#include <string.h>

enum { FEW = 5, RULES_SHOWN = 40, LINES_SHOWN = 12, WORDS_SHOWN = 90 };
#define DOUBTFUL 0.8

static size_t count_kind(const Plan *p, NodeKind k)
{
    size_t n = 0;
    for (size_t i = 0; i < p->n_nodes; i++) n += p->nodes[i].kind == k;
    return n;
}

void report_summary(Cli *c, const Plan *p, Buf *out)
{
    buf_printf(out, cli_word(c, "%zu phần, %zu mục có số, %zu gạch đầu dòng và đoạn; %zu văn bản viện dẫn, %zu mốc thời gian, "
                                "%zu cơ quan, %zu chỉ tiêu",
                             "%zu parts, %zu numbered clauses, %zu items and paragraphs; %zu references, %zu dates, %zu bodies, "
                             "%zu targets"),
               count_kind(p, NODE_PART) + count_kind(p, NODE_ARTICLE), count_kind(p, NODE_GROUP) + count_kind(p, NODE_POINT),
               count_kind(p, NODE_ITEM) + count_kind(p, NODE_PARAGRAPH) + count_kind(p, NODE_ROW), p->n_legal, p->n_dates,
               p->n_actors, p->n_targets);
    if (p->n_repairs) buf_printf(out, cli_word(c, "; %zu chỗ đã sửa khi đọc", "; %zu repairs"), p->n_repairs);
}

/* The beginning of a clause, as much as fits in a line. */
static const char *beginning(Cli *c, const char *text)
{
    size_t n = text ? strlen(text) : 0, k = text_cut(text ? text : "", n < WORDS_SHOWN ? n : WORDS_SHOWN);
    return arena_print(c->arena, "%.*s%s", (int)k, text ? text : "", k < n ? "…" : "");
}

static const char *place(Cli *c, int line, const char *id)
{
    if (line && id) return arena_print(c->arena, cli_word(c, "dòng %d (%s)", "line %d (%s)"), line, id);
    if (line) return arena_print(c->arena, cli_word(c, "dòng %d", "line %d"), line);
    return id ? arena_print(c->arena, cli_word(c, "mục %s", "clause %s"), id) : cli_word(c, "cả văn bản", "the whole text");
}

/* Where in the plan: a line; or, of a file without lines, what the name says behind it: "ke-hoach.docx (mục II.1)". NULL = the
 * finding is about another file. */
static const char *place_in(Cli *c, const char *path, const Finding *f)
{
    size_t n = strlen(path);
    if (!f->file || strncmp(f->file, path, n)) return NULL;
    if (!f->file[n]) return place(c, f->line, NULL);
    size_t k = strlen(f->file + n);
    int named = k > 3 && f->file[n] == ' ' && f->file[n + 1] == '(';
    return named ? arena_print(c->arena, "%.*s", (int)(k - 3), f->file + n + 2) : NULL;
}

static void say_more(Cli *c, size_t n)
{
    if (n) buf_printf(&c->out, cli_word(c, "    … và %zu chỗ nữa\n", "    … and %zu more\n"), n);
}

/* --- what was understood --- */

static void say_document(Cli *c, const Plan *p, int counts)
{
    const char *blank = cli_word(c, "(để trống)", "(blank)");
    Buf b = {0};
    report_summary(c, p, &b);
    if (counts) buf_printf(&c->out, cli_word(c, "Đã hiểu: %s.\n", "Understood: %s.\n"), buf_text(&b));
    buf_free(&b);
    buf_printf(&c->out, cli_word(c, "%s số %s/%s, %s, %s; ký: %s\n", "%s no. %s/%s, %s, %s; signed: %s\n"),
               p->type ? p->type : blank, p->number ? p->number : "…", p->symbol ? p->symbol : blank,
               p->year ? arena_print(c->arena, "%s%s%d", p->day ? arena_print(c->arena, "%02d/", p->day) : "",
                                     p->month ? arena_print(c->arena, p->month < 3 ? "%02d/" : "%d/", p->month) : "", p->year)
                       : blank,
               p->issuer ? p->issuer : blank, p->name ? p->name : blank);
}

static void say_facts(Cli *c, const Plan *p)
{
    for (size_t i = 0; i < p->n_dates; i++) {
        const PlanDate *d = &p->dates[i];
        buf_printf(&c->out, "    %s: %s%s%s (%s)\n", cli_word(c, "Thời gian", "Time"),
                   d->from != DATE_NONE ? cli_date_text(c, d->from) : "",
                   d->from != DATE_NONE ? " – " : d->exclusive ? cli_word(c, "trước ", "before ")
                   : cli_word(c, "chậm nhất ", "by "), cli_date_text(c, d->to), d->node >= 0 ? p->nodes[d->node].id : "–");
    }
    for (size_t i = 0; i < p->n_actors; i++)
        buf_printf(&c->out, "    %s: %s (%s)\n", cli_word(c, "Cơ quan", "Body"), p->actors[i].name,
                   p->actors[i].node >= 0 ? p->nodes[p->actors[i].node].id : "–");
}

/* --- what is doubtful --- */

/* The importer's notes of this file, for the report; on stderr they stand as the diagnostics of every command do. */
static void take_notes(Cli *c, size_t before, Findings *notes)
{
    for (size_t i = before; i < c->findings.n; i++) {
        const Finding *one = &c->findings.v[i];
        if (one->severity == SEV_NOTE && one->code >= SEN2020 && one->code < 2100) findings_copy(notes, one);
    }
}

/* `lines`: where in the plan; NULL = where the finding says. What is wrong in a script names that file. */
static void say_finding(Cli *c, const Finding *f, const char *lines)
{
    Buf text = {0}, remedy = {0};
    err_message(f->code, c->lang, f->arg, ERR_ARGS, &text);
    err_remedy(f->code, c->lang, f->arg, ERR_ARGS, &remedy);
    buf_printf(&c->out, "    %s: %s", lines ? lines : place(c, f->line, NULL), buf_text(&text));
    if (remedy.n) buf_printf(&c->out, " — %s", buf_text(&remedy));
    buf_putc(&c->out, '\n');
    buf_free(&text);
    buf_free(&remedy);
}

/* A doubtful thing: a clause, or a fact of a clause that is not doubtful itself. */
typedef struct Doubt { int node; const char *what; } Doubt;

static void add_doubt(Cli *c, const Plan *p, Doubt *v, size_t *n, int node, double sure, const Buf *what)
{
    if (sure >= DOUBTFUL || (node >= 0 && p->nodes[node].confidence < DOUBTFUL)) return;
    v[(*n)++] = (Doubt){node, arena_text(c->arena, buf_text(what), what->n)};
}

static int by_node(const void *a, const void *b)
{
    const Doubt *x = a, *y = b;
    if (x->node != y->node) return (x->node > y->node) - (x->node < y->node);
    return strcmp(x->what, y->what);
}

#define DOUBTS(list, count, sure, print)                                            \
    for (size_t i = 0; i < p->count; i++) {                                         \
        buf_clear(&b);                                                              \
        print(&p->list[i], &b);                                                     \
        add_doubt(c, p, v, &n, p->list[i].node, sure(p, &p->list[i]), &b);          \
    }

/* In the arena; in the order of the plan. */
static Doubt *list_doubts(Cli *c, const Plan *p, size_t *count)
{
    Doubt *v = arena_alloc(c->arena, mem_mul(p->n_nodes + p->n_dates + p->n_actors + p->n_targets + p->n_legal + 1, sizeof *v));
    size_t n = 0;
    Buf b = {0};
    for (size_t i = 0; i < p->n_nodes; i++)
        if (p->nodes[i].confidence < DOUBTFUL) v[n++] = (Doubt){(int)i, beginning(c, p->nodes[i].text)};
    DOUBTS(dates, n_dates, sure_date, correct_print_date)
    DOUBTS(actors, n_actors, sure_actor, correct_print_actor)
    DOUBTS(targets, n_targets, sure_target, correct_print_target)
    DOUBTS(legal, n_legal, sure_legal, correct_print_legal)
    buf_free(&b);
    qsort(v, n, sizeof *v, by_node);
    *count = n;
    return v;
}

static void say_doubts(Cli *c, const char *path, const Plan *p, const Findings *notes, int full)
{
    size_t doubts, shown = 0, most = full ? (size_t)-1 : FEW;
    Doubt *v = list_doubts(c, p, &doubts);
    if (!notes->n && !doubts) return;
    buf_printf(&c->out, cli_word(c, "Đã sửa khi đọc hoặc còn ngờ (%zu):\n", "Repaired or doubtful (%zu):\n"), notes->n + doubts);
    for (size_t i = 0; i < notes->n && shown < most; i++, shown++)
        say_finding(c, &notes->v[i], place_in(c, path, &notes->v[i]));
    say_more(c, notes->n - shown);
    for (shown = 0; shown < doubts && shown < most; shown++) {
        const PlanNode *n = v[shown].node >= 0 ? &p->nodes[v[shown].node] : NULL;
        buf_printf(&c->out, cli_word(c, "    %s: chưa chắc đã hiểu đúng «%s»\n", "    %s: perhaps misread \"%s\"\n"),
                   place(c, n ? n->line : 0, n ? n->id : NULL), v[shown].what);
    }
    say_more(c, doubts - shown);
}

/* --- what the plan lacks --- */

static const char *lacking(Cli *c, unsigned what)
{
    Buf b = {0};
    for (unsigned k = 0; k < LACK_KINDS; k++)
        if (what & (1u << k)) buf_printf(&b, "%s%s", b.n ? ", " : "", lack_name(1u << k, c->lang == LANG_EN));
    const char *s = arena_copy(c->arena, buf_text(&b));
    buf_free(&b);
    return s;
}

static void say_lacks(Cli *c, const Plan *p, int full)
{
    Lack *v;
    size_t n, activities = lack_list(p, c->arena, &v, &n), count[LACK_KINDS] = {0};
    if (!n) return;
    for (size_t i = 0; i < n; i++)
        for (unsigned k = 0; k < LACK_KINDS; k++) count[k] += (v[i].what >> k) & 1;
    buf_printf(&c->out, cli_word(c, "Kế hoạch chưa nêu, trong %zu hoạt động:", "Not said, of %zu activities:"), activities);
    const char *sep = " ";
    for (unsigned k = 0; k < LACK_KINDS; k++) {
        if (!count[k]) continue;
        buf_printf(&c->out, "%s%s %zu", sep, lack_name(1u << k, c->lang == LANG_EN), count[k]);
        sep = ", ";
    }
    buf_puts(&c->out, cli_word(c, ". Đơn vị tự bổ sung ở nhiệm vụ của mình.\n", ". The unit adds these to its own tasks.\n"));
    size_t most = full ? n : FEW < n ? 3 : n;
    for (size_t i = 0; i < most; i++) {
        const PlanNode *node = &p->nodes[v[i].node];
        buf_printf(&c->out, cli_word(c, "    %s «%s»: chưa có %s\n", "    %s \"%s\": no %s\n"), place(c, node->line, node->id),
                   beginning(c, node->text), lacking(c, v[i].what));
    }
    say_more(c, n - most);
}

void report_lacks(Cli *c, const char *path, const Plan *p)
{
    Lack *v;
    size_t n;
    lack_list(p, c->arena, &v, &n);
    for (size_t i = 0; i < n; i++)
        findings_add(&c->findings, SEN2040, path, p->nodes[v[i].node].line, 0,
                     arena_print(c->arena, "node:%s", p->nodes[v[i].node].id), "%s" ARG "%s", p->nodes[v[i].node].id,
                     lacking(c, v[i].what));
}

/* --- what it gets wrong --- */

static int same_rule(const Finding *a, const Finding *b)
{
    return a->code == b->code && a->id && b->id && !strcmp(a->id, b->id);
}

/* One line for each rule: where, and the first of what it says. */
static void say_faults(Cli *c, const char *path, Findings *f, int full)
{
    size_t rules = 0;
    char *said = arena_alloc(c->arena, f->n + 1);
    memset(said, 0, f->n + 1);
    findings_sort(f);
    for (size_t i = 0; i < f->n; i++) {
        size_t first = 0;
        while (!same_rule(&f->v[first], &f->v[i]) && first < i) first++;
        rules += first == i;
    }
    if (!f->n) {
        buf_puts(&c->out, cli_word(c, "Không thấy lỗi trong văn bản.\n", "No fault was found in the text.\n"));
        return;
    }
    buf_printf(&c->out, cli_word(c, "Nên sửa trong văn bản (%zu chỗ, %zu loại):\n",
                                 "To mend in the text (%zu places, %zu sorts):\n"),
               f->n, rules);
    size_t shown = 0;
    for (size_t i = 0; i < f->n && (full || shown < RULES_SHOWN); i++) {
        if (said[i]) continue;
        Buf lines = {0};
        size_t k = 0, last = 0;
        const char *here = place_in(c, path, &f->v[i]);
        buf_puts(&lines, here ? here : arena_print(c->arena, "%s:%d", f->v[i].file ? f->v[i].file : "", f->v[i].line));
        for (size_t j = i + 1; j < f->n && !full; j++) {
            if (!same_rule(&f->v[i], &f->v[j])) continue;
            said[j] = 1;
            const char *there = f->v[j].line ? NULL : place_in(c, path, &f->v[j]);
            if (there && here && strcmp(there, here) && ++k < LINES_SHOWN) {
                if (!strstr(buf_text(&lines), there)) buf_printf(&lines, ", %s", there);
                continue;
            }
            if (f->v[j].line == f->v[i].line || f->v[j].line == (int)last) continue;
            if (++k < LINES_SHOWN) buf_printf(&lines, ", %d", f->v[j].line);
            last = (size_t)f->v[j].line;
        }
        if (k >= LINES_SHOWN) buf_puts(&lines, ", …");
        say_finding(c, &f->v[i], buf_text(&lines));
        buf_free(&lines);
        shown++;
    }
}

static void find_faults(Session *s, const char *path, const Plan *p, Findings *f)
{
    Err e = {0};
    if (faults_find(s, path, p, f, &e)) {
        findings_add(f, SEN2042, path, 0, 0, NULL, "%s", e.arg[0]);
        if (!wall_alive(s->wall)) wall_abandon(s->wall);
    }
}

void report_findings(Session *s, const char *path, const Plan *p)
{
    find_faults(s, path, p, &s->c->findings);
    size_t n;
    Doubt *v = list_doubts(s->c, p, &n);
    for (size_t i = 0; i < n; i++) {
        const PlanNode *at = v[i].node >= 0 ? &p->nodes[v[i].node] : NULL;
        findings_add(&s->c->findings, SEN2041, path, at ? at->line : 0, 0,
                     at ? arena_print(s->c->arena, "node:%s", at->id) : NULL, "%s" ARG "%s", at ? at->id : "–", v[i].what);
    }
    report_lacks(s->c, path, p);
}

static void say_rest(Cli *c, const Plan *p)
{
    for (size_t i = 0; i < p->n_rest; i++)
        buf_printf(&c->out, cli_word(c, "    Không thuộc mục nào (%s), dòng %d: %s\n", "    In no clause (%s), line %d: %s\n"),
                   p->rest[i].kind, p->rest[i].line, p->rest[i].text);
}

void report_import(Session *s, const char *path, const Plan *p, size_t before, int flags)
{
    Cli *c = s->c;
    Findings notes, faults;
    int full = flags & REPORT_FULL;
    if (c->quiet) return;
    if (c->json) {
        report_findings(s, path, p);
        return;
    }
    findings_init(&notes, c->arena);
    findings_init(&faults, c->arena);
    take_notes(c, before, &notes);
    find_faults(s, path, p, &faults);
    say_document(c, p, flags & REPORT_COUNTS);
    if (full) say_facts(c, p);
    say_doubts(c, path, p, &notes, full);
    say_lacks(c, p, full);
    say_faults(c, path, &faults, full);
    if (full) say_rest(c, p);
    else
        buf_printf(&c->out, cli_word(c, "Xem từng điều: sen soat %s\n", "All of it: sen check %s\n"), path);
    findings_free(&notes);
    findings_free(&faults);
}
