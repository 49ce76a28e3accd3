/* form_check.c - the lines of a form that came back against the unit's indicators; writes nothing. */
#include "core/app/form_check.h"
#include "core/base/map.h"
#include "core/base/text.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DIMENSIONS_MOST = 16 };

/* One line with what was typed into it. */
typedef struct Got {
    const FormLine *line;
    const FormRow *row;                    /* NULL = the form has no such line */
    FormNumber n, d;
    const char *dimensions;                /* "sex=male", "" for the whole */
} Got;

typedef struct Group {
    FormCheck *k;
    Map *rows, *was;
    const Entity *indicator;
    Got *v;
    size_t n;
    int bad;
} Group;

static void bad_cell(Group *g, const Got *x, const FormCell *cell, Code code, const char *a, const char *b)
{
    g->bad = 1;
    form_tell(g->k, x->row, cell, code, a, b);
}

/* --- one line --- */

static const char *slug_of(FormCheck *k, const char *text)
{
    Buf b = {0};
    text_slug(text, strlen(text), &b);
    const char *r = arena_copy(k->c->arena, buf_text(&b));
    buf_free(&b);
    return r;
}

static void read_line(Group *g, Got *x)
{
    FormCheck *k = g->k;
    const FormRow *r = x->row;
    int ratio = form_is_ratio(g->indicator), bad = 0;
    x->dimensions = form_part(x->line, k->c->arena);
    if (!r) return;
    bad |= form_number_read(k, r, &r->n, g->indicator, &x->n) != 0;
    bad |= ratio && form_number_read(k, r, &r->d, g->indicator, &x->d) != 0;
    if (!ratio && r->d.kind != CELL_BLANK) bad_cell(g, x, &r->d, SEN6101, r->d.text, "");
    g->bad |= bad;
    if (bad) return;
    if (ratio && x->n.given != x->d.given) bad_cell(g, x, x->n.given ? &r->d : &r->n, SEN6089, "", "");
    else if (x->d.given && x->d.value == 0) bad_cell(g, x, &r->d, SEN6090, "", "");
    else if (x->d.given && x->n.value > x->d.value) form_tell(k, r, &r->n, SEN6091, x->n.text, x->d.text);
    if (x->line->part != FORM_FREE || !x->n.given) return;
    const char *name = slug_of(k, r->name.kind == CELL_FORMULA || r->name.kind == CELL_ERROR ? "" : r->name.text);
    if (!*name) bad_cell(g, x, &r->name, SEN6097, r->name.text, "");
    x->dimensions = arena_print(k->c->arena, "%s=%s", x->line->dimension, name);
    for (const Got *o = g->v; o < x; o++)
        if (o->n.given && *name && !strcmp(o->dimensions, x->dimensions)) bad_cell(g, x, &r->name, SEN6097, r->name.text, "");
}

/* --- parts and their sum --- */

typedef struct Sum { const Got *first, *seen; const char *label; double n, d; size_t given; } Sum;

static int differ(double a, double b) { return fabs(a - b) > 1e-6 * (1 + fabs(a)); }

static size_t add_up(Group *g, Sum *sum)
{
    size_t n = 0;
    for (size_t i = 1; i < g->n; i++) {
        const Got *x = &g->v[i];
        if (!n || strcmp(sum[n - 1].first->line->dimension, x->line->dimension)) {
            if (n == DIMENSIONS_MOST) break;
            sum[n++] = (Sum){.first = x, .label = x->line->dimension_label};
        }
        if (!x->n.given) continue;
        sum[n - 1].n += x->n.value;
        sum[n - 1].d += x->d.given ? x->d.value : 0;
        sum[n - 1].seen = x;
        sum[n - 1].given++;
    }
    return n;
}

/* A closed list that was begun must be filled in. */
static void check_missing(Group *g, const Sum *sum)
{
    for (const Got *x = sum->first; x < g->v + g->n && !strcmp(x->line->dimension, sum->first->line->dimension); x++)
        if (x->line->part == FORM_PART && !x->n.given) {
            const Got *at = x->row ? x : g->v[0].row ? &g->v[0] : sum->seen;
            bad_cell(g, at, &at->row->n, SEN6088, x->line->label, "");
        }
}

static const char *figure(FormCheck *k, double v)
{
    char text[40];
    snprintf(text, sizeof text, "%.10g", v);
    for (char *p = text; *p; p++)
        if (*p == '.') *p = ',';
    return arena_copy(k->c->arena, text);
}

static void check_sums(Group *g, const Sum *sum, size_t n)
{
    const Got *whole = &g->v[0];
    const Sum *other = NULL;
    for (size_t i = 0; i < n; i++) {
        const Sum *s = &sum[i];
        if (!s->given) continue;
        check_missing(g, s);
        double want_n = whole->n.given ? whole->n.value : other ? other->n : s->n;
        double want_d = whole->d.given ? whole->d.value : other ? other->d : s->d;
        int in_d = !differ(s->n, want_n);
        if (!g->bad && (differ(s->n, want_n) || differ(s->d, want_d))) {
            const Got *at = whole->n.given ? whole : s->seen;
            const char *text = arena_print(g->k->c->arena, "%s, %s %s", figure(g->k, in_d ? s->d : s->n),
                                           whole->n.given ? "dòng tổng ghi" : "cách tách kia cộng được",
                                           figure(g->k, in_d ? want_d : want_n));
            bad_cell(g, at, in_d ? &at->row->d : &at->row->n, SEN6087, s->label, text);
        }
        if (!other) other = s;
    }
}

/* --- what is to be recorded --- */

static const StoreValue *find_old(const FormCheck *k, const char *indicator, const char *dimensions)
{
    for (size_t i = 0; i < k->n_old; i++)
        if (!strcmp(k->old[i].indicator, indicator) && !strcmp(k->old[i].period, k->period) &&
            !strcmp(k->old[i].dimensions ? k->old[i].dimensions : "", dimensions)) return &k->old[i];
    return NULL;
}

static int same(const char *n, const char *d, const char *m, const char *e)
{
    return form_number_same(n, m) && form_number_same(d, e);
}

static void add_put(FormCheck *k, FormPut p)
{
    if (k->n == k->cap) {
        size_t cap = k->cap ? k->cap * 2 : 64;
        FormPut *v = arena_alloc(k->c->arena, cap * sizeof *v);
        if (k->n) memcpy(v, k->v, k->n * sizeof *v);
        k->v = v;
        k->cap = cap;
    }
    k->v[k->n++] = p;
}

/* Three-way: what the form held when it was made, what it holds now, what is recorded now. typed NULL = a sum made here. */
static void decide(Group *g, const Got *typed, const char *dimensions, const char *n, const char *d)
{
    FormCheck *k = g->k;
    const char *id = g->indicator->id;
    const StoreValue *old = find_old(k, id, dimensions);
    if (old && same(old->n, old->d, n, d) && !strcmp(old->state, k->state)) {
        k->same++;
        return;
    }
    if (typed && map_count(g->was)) {
        const FormRow *was = map_get(g->was, arena_print(k->c->arena, "%s|%s", id, dimensions));
        const char *wn = was ? was->n.text : "", *wd = was ? was->d.text : "";
        int touched = !same(n, d, wn, wd), changed = !same(old ? old->n : "", old ? old->d : "", wn, wd);
        if (changed && !touched) {
            k->older++;
            return;
        }
        if (changed && old && !same(old->n, old->d, n, d)) {
            const char *slash = d && *d ? "/" : "";
            form_tell(k, typed->row, &typed->row->n, SEN6093,
                            arena_print(k->c->arena, "%s%s%s", old->n ? old->n : "", old->d ? "/" : "", old->d ? old->d : ""),
                            arena_print(k->c->arena, "%s%s%s", n, slash, d ? d : ""));
            return;
        }
    }
    if (old) k->replaced++;
    else k->fresh++;
    add_put(k, (FormPut){id, dimensions, n, d && *d ? d : NULL});
}

static const char *sum_text(FormCheck *k, double v)
{
    char text[48];
    snprintf(text, sizeof text, v == floor(v) ? "%.0f" : "%.9g", v);
    return arena_copy(k->c->arena, text);
}

static void decide_all(Group *g, const Sum *sum, size_t n)
{
    FormCheck *k = g->k;
    const Got *whole = &g->v[0];
    size_t given = 0;
    const Sum *first = NULL;
    for (size_t i = 0; i < n; i++) {
        given += sum[i].given > 0;
        if (sum[i].given && !first) first = &sum[i];
    }
    if (!given && whole->n.given) {
        decide(g, whole, "", whole->n.text, whole->d.text);
        if (n && sum[0].first->line->part == FORM_PART) form_tell(k, whole->row, &whole->row->n, SEN6099, sum[0].label, "");
    }
    if (!given) return;
    for (size_t i = 1; i < g->n; i++)
        if (g->v[i].n.given) decide(g, &g->v[i], g->v[i].dimensions, g->v[i].n.text, g->v[i].d.text);
    /* Several breakdowns of one whole, or a whole that stands already: it is recorded too, or it would be counted twice. */
    if (given > 1 || find_old(k, g->indicator->id, ""))
        decide(g, whole->n.given ? whole : NULL, "", whole->n.given ? whole->n.text : sum_text(k, first->n),
               whole->n.given ? whole->d.text : first->d > 0 ? sum_text(k, first->d) : NULL);
}

/* --- all of the form --- */

static int same_cells(const FormRow *a, const FormRow *b)
{
    return a->n.kind == b->n.kind && a->d.kind == b->d.kind && !strcmp(a->n.text, b->n.text) && !strcmp(a->d.text, b->d.text) &&
           !strcmp(a->name.text, b->name.text);
}

static int is_blank(const FormRow *r) { return r->n.kind == CELL_BLANK && r->d.kind == CELL_BLANK; }

/* Rows by indicator and part. The same line twice is one when both say the same or one says nothing. */
static void collect(Group *g, Map *twice)
{
    FormCheck *k = g->k;
    for (size_t i = 0; i < k->book->n; i++) {
        const FormRow *r = &k->book->rows[i];
        const char *part = r->part, *mark = strstr(part, "=?");
        if (strcmp(r->unit, k->unit) || strcmp(r->period, k->period)) {
            if (!r->was && !is_blank(r)) form_tell(k, r, &r->n, SEN6077, r->unit, r->period);
            continue;
        }
        if (r->was && mark && *r->name.text)
            part = arena_print(k->c->arena, "%.*s=%s", (int)(mark - part), part, slug_of(k, r->name.text));
        const char *key = arena_print(k->c->arena, "%s|%s", r->indicator, part);
        Map *m = r->was ? g->was : g->rows;
        const FormRow *before = map_get(m, key);
        if (!before || (is_blank(before) && !r->was)) map_put(m, key, (void *)(uintptr_t)r);
        else if (!r->was && !is_blank(r) && !same_cells(before, r)) {
            form_tell(k, r, &r->n, SEN6092, "", "");
            map_put(twice, r->indicator, (void *)(uintptr_t)r);
        }
    }
}

static const FormRow *line_of(const Group *g, const char *indicator, const char *part)
{
    return map_get(g->rows, arena_print(g->k->c->arena, "%s|%s", indicator, part));
}

static void read_questions(Group *g)
{
    FormCheck *k = g->k;
    const ChoiceList *states = word_choices("state");
    const FormRow *state = line_of(g, "*state", ""), *on = line_of(g, "*on", ""), *who = line_of(g, "*who", "");
    k->state = "provisional";
    k->who = "";
    k->on = DATE_NONE;
    if (state && state->n.kind != CELL_BLANK) {
        const Choice *c = state->n.kind == CELL_TEXT ? word_find_choice(states, state->n.text, strlen(state->n.text)) : NULL;
        if (c && strcmp(c->name, "missing")) k->state = c->name;
        else form_tell(k, state, &state->n, SEN6095, state->n.text, "");
    }
    if (on && on->n.kind != CELL_BLANK) {
        int readable = on->n.kind == CELL_DATE || on->n.kind == CELL_TEXT;
        k->on = readable ? cli_parse_date(k->c, on->n.text, atoi(k->period)) : DATE_NONE;
        if (k->on == DATE_NONE) form_tell(k, on, &on->n, SEN6096, on->n.text, "");
    }
    if (who && who->n.kind == CELL_TEXT) k->who = who->n.text;
}

/* Lines the unit's indicators do not have. */
static void check_unknown(const Group *g, const Map *known)
{
    for (size_t i = 0; i < map_count(g->rows); i++) {
        void *value;
        const char *key = map_at(g->rows, i, &value);
        const FormRow *r = value;
        if (*key == '*' || is_blank(r) || map_get(known, key)) continue;
        const char *what = arena_print(g->k->c->arena, "%s%s%s", r->indicator, *r->part ? " " : "", r->part);
        form_tell(g->k, r, &r->n, SEN6094, what, "");
    }
}

static void check_group(Group *g, const FormLines *lines, size_t from, size_t to, Map *known, const Map *twice)
{
    Sum sum[DIMENSIONS_MOST];
    g->indicator = lines->v[from].indicator;
    g->n = to - from;
    g->v = arena_alloc(g->k->c->arena, mem_mul(g->n, sizeof *g->v));
    g->bad = map_get(twice, g->indicator->id) != NULL;
    int given = 0;
    for (size_t i = 0; i < g->n; i++) {
        Got *x = &g->v[i];
        x->line = &lines->v[from + i];
        const char *part = form_part(x->line, g->k->c->arena);
        x->row = line_of(g, g->indicator->id, part);
        map_put(known, arena_print(g->k->c->arena, "%s|%s", g->indicator->id, part), g);
        const FormRow *was = map_get(g->was, arena_print(g->k->c->arena, "%s|%s", g->indicator->id, part));
        if (was && x->row && is_blank(x->row) && !is_blank(was)) g->k->cleared++;
        read_line(g, x);
        given |= x->n.given;
    }
    if (g->bad || !given) return;
    size_t n = add_up(g, sum);
    check_sums(g, sum, n);
    if (!g->bad) decide_all(g, sum, n);
}

void form_check_all(FormCheck *k)
{
    Group g = {.k = k, .rows = map_new(), .was = map_new()};
    Map *known = map_new(), *twice = map_new();
    FormLines lines;
    collect(&g, twice);
    read_questions(&g);
    form_lines(k->model, k->period, k->c->arena, &lines);
    for (size_t i = 0, to; i < lines.n; i = to) {
        for (to = i + 1; to < lines.n && lines.v[to].indicator == lines.v[i].indicator; to++) {}
        check_group(&g, &lines, i, to, known, twice);
    }
    check_unknown(&g, known);
    map_free(known);
    map_free(twice);
    map_free(g.rows);
    map_free(g.was);
}

int form_check_owner(const FormBook *b, const char **unit, const char **period)
{
    const FormRow *own = NULL;
    for (size_t i = 0; i < b->n; i++) {
        if (!own && !b->rows[i].was) own = &b->rows[i];
        if (b->rows[i].was && !strcmp(b->rows[i].indicator, "*form")) own = &b->rows[i];
    }
    if (!own) return -1;
    *unit = own->unit;
    *period = own->period;
    return 0;
}
