/* seam.c - where a control line stands and what it does to the text around it.
 *
 * The text is parsed once without its control lines. That shows, for each of them, whether the lines before and behind it
 * flow together: a group of controls within one paragraph stays in it; a group of table rows or list items goes on with
 * the table or list; anywhere else a separator line keeps apart what must not flow together. */
#include <string.h>
#include "core/doc/container_prefix.h"
#include "core/doc/reading.h"

enum { CONTROLS_MOST = 20000 };

typedef enum SpanKind { SPAN_PARAGRAPH, SPAN_SETEXT, SPAN_CODE, SPAN_HTML, SPAN_TABLE } SpanKind;

/* The lines of one leaf block, as indexes of the text without control lines. */
typedef struct Span {
    size_t first, last;
    SpanKind kind;
    int item_at_first;             /* a list item begins on its first line */
    cmark_node *node;
} Span;

typedef struct Spans {
    Span *v;
    size_t n;
    int32_t *of;                   /* by line: its span, or -1 */
} Spans;

int seam_error(Reading *r, int line)
{
    err_set(r->e, SEN4006, "%s", "");
    return err_at(r->e, r->o.file, line, 1);
}

/* Splits source into r->lines (text) and r->controls. */
static int take_controls(Reading *r)
{
    size_t n = 0;
    for (size_t i = 0; i < r->source.n; i++)
        if (r->source.v[i].kind == RAW_CONTROL) n += r->source.v[i].text.n / 4;
    if (n > CONTROLS_MOST) return seam_error(r, r->o.first_line);
    r->controls = arena_alloc(r->scratch, (n + 1) * sizeof *r->controls);
    r->groups = arena_alloc(r->scratch, (n + 1) * sizeof *r->groups);
    for (size_t i = 0; i < r->source.n; i++) {
        const RawLine *s = &r->source.v[i];
        if (s->kind != RAW_CONTROL) {
            raw_lines_add(&r->lines, *s);
            continue;
        }
        const char *p = s->text.p, *end = p + s->text.n;
        int column = 0;
        while (p < end && (*p == ' ' || *p == '>')) p++, column++;
        for (; p < end; p++) {
            long hole = raw_hole_at(p, end);
            if (hole < 0) continue;
            r->controls[r->n_controls++] =
                (Control){(uint32_t)hole, r->o.control[hole], 0, s->line, column, r->lines.n, -1};
        }
    }
    return 0;
}

static void group_controls(Reading *r)
{
    int open = -1;
    for (int i = 0; i < r->n_controls; i++) {
        Control *c = &r->controls[i];
        if (c->kind == CONTROL_FOR || c->kind == CONTROL_IF) {
            r->groups[r->n_groups] = (ControlGroup){i, -1, open, 0, 0, NULL};
            open = c->group = r->n_groups++;
        } else if (c->kind != CONTROL_ALONE) {
            c->group = open;
            if (open >= 0 && c->kind == CONTROL_END) {
                r->groups[open].end = i;
                open = r->groups[open].parent;
            }
        }
    }
}

static int begins_item(cmark_node *n)
{
    int line = cmark_node_get_start_line(n);
    for (cmark_node *up = cmark_node_parent(n); up; up = cmark_node_parent(up))
        if (cmark_node_get_type(up) == CMARK_NODE_ITEM && cmark_node_get_start_line(up) == line) return 1;
    return 0;
}

static void add_span(const Reading *r, Spans *s, Span one)
{
    if (one.last >= r->lines.n) one.last = r->lines.n - 1;
    if (one.first > one.last) return;
    while (one.last > one.first && raw_line_blank(r->lines.v[one.last].text)) one.last--;
    for (size_t i = one.first; i <= one.last; i++) s->of[i] = (int32_t)s->n;
    s->v[s->n++] = one;
}

static void find_spans(Reading *r, Spans *s, cmark_node *document)
{
    s->v = arena_alloc(r->scratch, (r->lines.n + 1) * 2 * sizeof *s->v);
    s->of = arena_alloc(r->scratch, (r->lines.n + 1) * sizeof *s->of);
    memset(s->of, 0xFF, (r->lines.n + 1) * sizeof *s->of);
    cmark_iter *it = cmark_iter_new(document);
    cmark_event_type ev;
    while ((ev = cmark_iter_next(it)) != CMARK_EVENT_DONE) {
        cmark_node *n = cmark_iter_get_node(it);
        cmark_node_type t = cmark_node_get_type(n);
        if (ev != CMARK_EVENT_ENTER) continue;
        Span x = {(size_t)PREFIX_FIRST(n, 0), (size_t)cmark_node_get_end_line(n) - 1, SPAN_PARAGRAPH, 0, n};
        if (t == CMARK_NODE_HEADING) {
            x.kind = SPAN_SETEXT;
            x.last = raw_lines_underline(&r->lines, x.first, x.last);
        }
        if (t == CMARK_NODE_CODE_BLOCK) x.kind = SPAN_CODE;
        else if (t == CMARK_NODE_HTML_BLOCK) {
            x.kind = SPAN_HTML;
            x.last = x.first - 1;
            for (const char *p = cmark_node_get_literal(n); *p; p++) x.last += *p == '\n';
            if (x.first < r->lines.n && r->lines.v[x.first].kind != RAW_TEXT) continue;
        } else if (t != CMARK_NODE_PARAGRAPH && t != CMARK_NODE_HEADING) {
            continue;
        }
        if (x.kind == SPAN_SETEXT && x.last == x.first) continue;
        x.item_at_first = begins_item(n);
        if (s->n < r->lines.n * 2) add_span(r, s, x);
    }
    for (size_t i = 0; i < r->lines.n; i++) {
        if (r->lines.v[i].kind != RAW_TABLE) continue;
        size_t last = i;
        while (last + 1 < r->lines.n && r->lines.v[last + 1].kind == RAW_ROW) last++;
        if (s->n < r->lines.n * 2) add_span(r, s, (Span){i, last, SPAN_TABLE, 0, NULL});
    }
}

/* The span both lines around pos belong to, or NULL. */
static const Span *span_around(const Reading *r, const Spans *s, size_t pos)
{
    if (pos == 0 || pos >= r->lines.n || s->of[pos - 1] < 0) return NULL;
    const Span *x = &s->v[s->of[pos - 1]];
    return x->first < pos && pos <= x->last ? x : NULL;
}

static int holds_alone(const Reading *r, const ControlGroup *g)
{
    for (int i = g->open; i <= g->end; i++)
        if (r->controls[i].kind == CONTROL_ALONE) return 1;
    return 0;
}

static void classify_group(const Reading *r, const Spans *s, ControlGroup *g)
{
    if (g->end < 0) return;
    if (g->parent >= 0 && r->groups[g->parent].joined) {
        g->joined = 1;
        return;
    }
    size_t a = r->controls[g->open].pos, b = r->controls[g->end].pos;
    if (a >= r->lines.n || s->of[a] < 0) return;
    const Span *x = &s->v[s->of[a]];
    if (a == b || a < x->first || b - 1 > x->last) return;
    if (x->kind == SPAN_TABLE) g->rows = a >= x->first + 2;
    if (x->kind != SPAN_PARAGRAPH && x->kind != SPAN_SETEXT) return;
    if (x->kind == SPAN_SETEXT && b - 1 == x->last) return;
    int before = a > x->first, behind = b - 1 < x->last;
    if ((!before && x->item_at_first) || holds_alone(r, g)) return;
    g->joined = before || behind || r->controls[g->open].kind == CONTROL_FOR;
}

/* Checks one control against the block around it; sets kept and whether a separator is needed. */
static int classify_control(Reading *r, const Spans *s, Control *c, int *separate)
{
    const ControlGroup *g = c->group >= 0 ? &r->groups[c->group] : NULL;
    const Span *x = span_around(r, s, c->pos);
    *separate = 0;
    if (g && g->joined) c->kept = 1;
    if (!x || c->kept) return 0;
    if (x->kind == SPAN_CODE || x->kind == SPAN_HTML) {
        c->kept = 1;
    } else if (x->kind == SPAN_TABLE) {
        if (c->pos == x->first + 1) return seam_error(r, c->line);
        if (g && g->rows) return 0;
        if (g && (c->kind == CONTROL_FOR || c->kind == CONTROL_IF)) return seam_error(r, c->line);
        *separate = 1;
    } else {
        *separate = 1;
    }
    return 0;
}

/* The bytes before the content of line pos: what a line put before it must begin with. */
static size_t prefix_at(const Reading *r, const Spans *s, size_t pos)
{
    if (pos >= r->lines.n) return 0;
    Str text = r->lines.v[pos].text;
    const Span *x = s->of[pos] >= 0 ? &s->v[s->of[pos]] : NULL;
    int lazy;
    size_t n;
    if (x && x->node && pos == x->first) n = (size_t)cmark_node_get_start_column(x->node) - 1;
    else if (x && x->node) n = container_prefix(&r->lines, x->node, pos, &lazy);
    else for (n = 0; n < text.n && (text.p[n] == ' ' || text.p[n] == '>'); n++) {}
    if (x && x->kind == SPAN_CODE)
        while (n < text.n && (text.p[n] == ' ' || text.p[n] == '\t')) n++;
    return n < text.n ? n : text.n;
}

static void add_kept(Reading *r, const Spans *s, RawLines *out, const Control *c)
{
    RawLine *last = out->n ? &out->v[out->n - 1] : NULL;
    int same = last && last->kind == RAW_KEPT && last->line == c->line;
    /* behind a line of its paragraph it goes on with that paragraph, whatever its indent */
    const ControlGroup *g = c->group >= 0 && r->groups[c->group].joined ? &r->groups[c->group] : NULL;
    int lazy = g && c->pos > 0 && s->of[c->pos - 1] >= 0 && s->of[c->pos - 1] == s->of[r->controls[g->open].pos];
    size_t prefix = same || lazy ? 0 : prefix_at(r, s, c->pos);
    Str old = same ? last->text : (Str){prefix ? r->lines.v[c->pos].text.p : "", prefix};
    char *p = arena_alloc(r->scratch, old.n + 5);
    memcpy(p, old.p, old.n);
    uint32_t cp = DOC_HOLE_FIRST + c->hole;
    p[old.n] = (char)(0xF0 | cp >> 18);
    p[old.n + 1] = (char)(0x80 | (cp >> 12 & 0x3F));
    p[old.n + 2] = (char)(0x80 | (cp >> 6 & 0x3F));
    p[old.n + 3] = (char)(0x80 | (cp & 0x3F));
    RawLine one = {{p, old.n + 4}, c->line, RAW_KEPT, 0, 0};
    if (same) *last = one;
    else raw_lines_add(out, one);
    r->kept[c->hole] = 1;
}

static void add_separator(const Reading *r, const Spans *s, RawLines *out, const Control *c)
{
    const RawLine *last = out->n ? &out->v[out->n - 1] : NULL;
    if (last && last->kind == RAW_SEPARATOR) return;
    RawLine one = {r->lines.v[c->pos].text, c->line, RAW_SEPARATOR, 0, (uint32_t)prefix_at(r, s, c->pos)};
    raw_lines_add(out, one);
}

int seam_join(Reading *r)
{
    if (!r->o.control || !r->o.holes) {
        r->lines = r->source;
        return 0;
    }
    if (take_controls(r)) return -1;
    if (!r->n_controls || !r->lines.n) return 0;
    group_controls(r);
    if (reading_find_tables(r)) return -1;
    Spans spans = {0};
    find_spans(r, &spans, reading_parse(r, 0));
    for (int i = 0; i < r->n_groups; i++) classify_group(r, &spans, &r->groups[i]);
    RawLines out = {.arena = r->scratch, .notes = r->notes};
    int next = 0;
    for (size_t i = 0; i <= r->lines.n; i++) {
        for (; next < r->n_controls && r->controls[next].pos == i; next++) {
            Control *c = &r->controls[next];
            int separate;
            if (classify_control(r, &spans, c, &separate)) return -1;
            if (c->kept) add_kept(r, &spans, &out, c);
            else if (separate) add_separator(r, &spans, &out, c);
        }
        if (i == r->lines.n) break;
        RawLine one = r->lines.v[i];
        one.kind = RAW_TEXT;
        one.prefix = 0;
        raw_lines_add(&out, one);
    }
    r->lines = out;
    return 0;
}
