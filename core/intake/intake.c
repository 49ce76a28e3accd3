/* intake.c - the order of the steps, the notes about blanks, and the proof that nothing was lost. */
#include "core/intake/intake.h"
#include <stdlib.h>
#include <string.h>
#include "core/base/text.h"
#include "core/intake/reader.h"

static int by_line(const void *a, const void *b)
{
    const PlanRest *x = a, *y = b;
    if (x->line != y->line) return (x->line > y->line) - (x->line < y->line);
    return (x->text > y->text) - (x->text < y->text);      /* texts are taken from one arena in the order of reading */
}

static int by_repair_line(const void *a, const void *b)
{
    const PlanRepair *x = a, *y = b;
    if (x->line != y->line) return (x->line > y->line) - (x->line < y->line);
    return (x->before > y->before) - (x->before < y->before);
}

static const char *joined_preamble(Reader *r)
{
    Buf b = {0};
    for (size_t i = 0; i < r->plan->n_rest; i++) {
        if (strcmp(r->plan->rest[i].kind, "preamble")) continue;
        if (b.n) buf_puts(&b, " . ");
        buf_puts(&b, r->plan->rest[i].text);
    }
    const char *s = b.n ? arena_copy(r->arena, b.p) : NULL;
    buf_free(&b);
    return s;
}

/* The line of the header where a word stands; 0 = none. */
static int header_line(const Plan *p, const char *folded)
{
    for (size_t i = 0; i < p->n_rest; i++)
        if (!strcmp(p->rest[i].kind, "header") && text_find_folded(p->rest[i].text, strlen(p->rest[i].text), folded))
            return p->rest[i].line;
    return 0;
}

static void tell_blanks(Reader *r)
{
    const Plan *p = r->plan;
    if (!p->type) clean_note(r, SEN2033, 0, NULL, "%s", "");
    if (p->symbol && !p->number) clean_note(r, SEN2030, header_line(p, "so:"), NULL, "%s", "");
    if (p->year && (!p->day || !p->month)) clean_note(r, SEN2031, header_line(p, "thang"), NULL, "%s", !p->day &&
        !p->month ? "ngày, tháng" : !p->day ? "ngày" : "tháng");
}

int intake_read(Str utf8, const char *name, Plan **out, Findings *f, Err *e)
{
    return intake_read_lines(utf8, NULL, 0, name, out, f, e);
}

int intake_read_lines(Str utf8, const LineInfo *info, size_t n_info, const char *name, Plan **out, Findings *f, Err *e)
{
    Reader r = {0};
    int rc = -1;
    *out = NULL;
    r.plan = plan_new();
    r.arena = r.plan->arena;
    r.name = name;
    r.notes = f;
    r.info = info;
    r.n_info = n_info;
    if (clean_split_lines(&r, utf8)) {
        err_set(e, SEN1008, "%s", name ? name : "");
        goto done;
    }
    zones_mark(&r);
    header_read(&r);
    signature_read(&r);
    join_lines(&r);
    if (clauses_build(&r, e)) goto done;
    header_infer(&r, joined_preamble(&r));
    facts_read(&r);
    tell_blanks(&r);
    if (r.plan->n_rest) qsort(r.plan->rest, r.plan->n_rest, sizeof *r.plan->rest, by_line);
    if (r.plan->n_repairs) qsort(r.plan->repairs, r.plan->n_repairs, sizeof *r.plan->repairs, by_repair_line);
    rc = 0;
done:
    free(r.v);
    free(r.para);
    if (rc) plan_free(r.plan);
    else *out = r.plan;
    return rc;
}

/* --- nothing is lost --- */


static int is_space(uint32_t c)
{
    return c == ' ' || (c >= 9 && c <= 13) || (c >= 0x1C && c <= 0x1F) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
        (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
           c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

/* Characters above U+2FFF are counted together by their low bits: enough to prove that none is missing. */
static void count(long *n, const char *s, size_t len, int step)
{
    uint32_t c;
    for (size_t i = 0, k; i < len && (k = text_decode(s + i, len - i, &c)); i += k)
        if (!is_space(c)) n[c < 0x2800 ? c : 0x2800 + (c & 0x7FF)] += step;
}

static void count_text(long *n, const char *s, int step)
{
    if (s) count(n, s, strlen(s), step);
}

size_t intake_lost(Str utf8, const Plan *p, Buf *what)
{
    long *n = mem_alloc(0x3000 * sizeof *n);
    size_t lost = 0;
    count(n, utf8.p, utf8.n, 1);
    for (size_t i = 0; i < p->n_nodes; i++) {
        count_text(n, p->nodes[i].label, -1);
        count_text(n, p->nodes[i].text, -1);
    }
    for (size_t i = 0; i < p->n_rest; i++) count_text(n, p->rest[i].text, -1);
    for (size_t i = 0; i < p->n_repairs; i++) {
        count_text(n, p->repairs[i].before, -1);
        count_text(n, p->repairs[i].after, 1);
    }
    for (uint32_t c = 0; c < 0x3000; c++) {
        if (!n[c]) continue;
        lost += (size_t)labs(n[c]);
        if (what && what->n < 400) buf_printf(what, "U+%04X %+ld; ", (unsigned)c, -n[c]);
    }
    free(n);
    return lost;
}
