/* correct_shape.c - rebuilds the list of clauses after some were moved, split, joined or taken away. */
#include "core/model/correct_shape.h"
#include "core/base/map.h"
#include "core/base/text.h"
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { PIECES_MOST = 50, KEEP = -2 };

typedef struct Fate {
    int parent;                            /* KEEP = as it was */
    int into;                              /* the clause it is joined to, -1 = none */
    int removed, relabelled;
    const char **piece;                    /* split: its texts, the first is its own */
    size_t n_pieces;
} Fate;

struct Shape {
    Plan *p;
    Fate *fate;
    size_t n;
    int any;                               /* something is to be rebuilt */
};

Shape *shape_new(Plan *p)
{
    Shape *s = mem_alloc(sizeof *s);
    s->p = p;
    s->n = p->n_nodes;
    s->fate = mem_alloc(mem_mul(s->n + 1, sizeof *s->fate));
    for (size_t i = 0; i < s->n; i++) s->fate[i] = (Fate){.parent = KEEP, .into = -1};
    return s;
}

void shape_free(Shape *s)
{
    if (!s) return;
    free(s->fate);
    free(s);
}

void shape_relabel(Shape *s, int at)
{
    s->fate[at].relabelled = 1;
    s->any = 1;
}

/* A clause named by its address or key; -1 = none. */
static int find_named(const Plan *p, const char *name)
{
    for (size_t i = 0; i < p->n_nodes; i++)
        if (!strcmp(p->nodes[i].id, name) || (p->nodes[i].key && !strcmp(p->nodes[i].key, name))) return (int)i;
    for (size_t i = 0; i < p->n_nodes; i++)
        if (text_same_folded(p->nodes[i].id, name)) return (int)i;
    return -1;
}

static void add_solid(const char *s, size_t n, Buf *out)
{
    for (size_t i = 0; i < n; i++)
        if (!strchr(" \t\n\r", s[i])) buf_putc(out, s[i]);
}

/* The parts between «||» say together exactly what the clause says. */
static int split_text(Shape *s, const Correction *c, int at)
{
    const char **piece = arena_alloc(s->p->arena, PIECES_MOST * sizeof *piece);
    size_t n = 0;
    Buf whole = {0}, parts = {0};
    for (const char *p = c->right; n < PIECES_MOST;) {
        const char *end = strstr(p, "||");
        Str one = str_trim(end ? (Str){p, (size_t)(end - p)} : str_of(p));
        if (one.n) piece[n++] = arena_text(s->p->arena, one.p, one.n);
        add_solid(one.p, one.n, &parts);
        if (!end) break;
        p = end + 2;
    }
    add_solid(s->p->nodes[at].text, strlen(s->p->nodes[at].text), &whole);
    int same = n >= 2 && !strcmp(buf_text(&whole), buf_text(&parts));
    buf_free(&whole);
    buf_free(&parts);
    if (!same) return -1;
    s->fate[at].piece = piece;
    s->fate[at].n_pieces = n;
    return 0;
}

int shape_take(Shape *s, const Correction *c, int at, Findings *f)
{
    Fate *fate = &s->fate[at];
    int top = text_same_folded(c->right, "gốc") || text_same_folded(c->right, "top");
    int other = c->what == CORRECT_PARENT || c->what == CORRECT_JOIN ? find_named(s->p, c->right) : -1;
    Code why = SEN_OK;
    if (c->what == CORRECT_TEXT) fate->removed = 1;
    else if (c->what == CORRECT_SPLIT) why = split_text(s, c, at) ? SEN2056 : SEN_OK;
    else if (c->what == CORRECT_PARENT && top) fate->parent = -1;
    else if (other < 0) why = SEN2053;
    else if (other >= at) why = SEN2055;                   /* it must stand before: order of the document */
    else if (c->what == CORRECT_PARENT) fate->parent = other;
    else fate->into = other;
    if (!why) s->any = 1;
    else
        findings_add(f, why, c->file, c->line, 0, NULL, "%.80s" ARG "%.160s" ARG "%.160s", correct_what_name(c->what, 0),
                     c->right, correct_example(c->what));
    return why ? -1 : 0;
}

/* --- rebuilding --- */

/* Where the clause's children and facts go: it itself, what it was joined to, or for one taken away its parent. -1 = nowhere. */
static int stays_as(const Shape *s, int at)
{
    for (size_t guard = 0; at >= 0 && guard <= s->n; guard++) {
        const Fate *f = &s->fate[at];
        if (f->into >= 0) at = f->into;
        else if (f->removed) at = f->parent != KEEP ? f->parent : s->p->nodes[at].parent;
        else return at;
    }
    return -1;
}

static void note(Plan *p, const PlanNode *n, const char *before)
{
    if (before && *before) *plan_add_repair(p) = (PlanRepair){n->line, "corrected", before, ""};
}

/* Texts of joined clauses go to the clause they are joined to; those taken away stand in a repair. */
static void move_texts(Shape *s)
{
    Plan *p = s->p;
    for (size_t i = 0; i < s->n; i++) {
        PlanNode *n = &p->nodes[i];
        if (s->fate[i].into >= 0) {
            int to = stays_as(s, (int)i);
            note(p, n, n->label);
            if (to < 0) continue;
            PlanNode *t = &p->nodes[to];
            t->text = arena_print(p->arena, "%s%s%s", t->text, *t->text && *n->text ? " " : "", n->text);
            t->corrected = 1;
            t->confidence = 1;
        } else if (s->fate[i].removed) {
            note(p, n, arena_print(p->arena, "%s%s%s", n->label ? n->label : "", n->label ? " " : "", n->text));
        }
    }
}

typedef struct New { PlanNode *v; int *raw; size_t n; } New;

static void add_piece(New *w, const PlanNode *n, const char *text)
{
    PlanNode *x = &w->v[w->n];
    *x = (PlanNode){.parent = n->parent, .kind = n->kind == NODE_ITEM || n->kind == NODE_ROW ? n->kind : NODE_PARAGRAPH,
                    .text = text, .line = n->line, .confidence = 1, .corrected = 1};
    w->raw[w->n++] = -1;
}

static void rebuild(Shape *s, New *w, int *map)
{
    const Plan *p = s->p;
    for (size_t i = 0; i < s->n; i++) {
        const Fate *f = &s->fate[i];
        map[i] = -1;
        if (f->removed || f->into >= 0) continue;
        PlanNode n = p->nodes[i];
        int up = stays_as(s, f->parent != KEEP ? f->parent : n.parent);
        n.parent = up >= 0 ? map[up] : -1;
        if (f->parent != KEEP || f->n_pieces) n.corrected = 1, n.confidence = 1;
        if (f->n_pieces) n.text = f->piece[0];
        map[i] = (int)w->n;
        w->raw[w->n] = (int)i;
        w->v[w->n++] = n;
        for (size_t k = 1; k < f->n_pieces; k++) add_piece(w, &n, f->piece[k]);
    }
}

/* --- addresses --- */

static int is_counted(const PlanNode *n)
{
    static const char *const bullets[] = {"-", "–", "—", "+", "*", "•", "●", "▪", "○"};
    if (!n->label) return 1;
    for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++)
        if (!strcmp(n->label, bullets[i])) return 1;
    return 0;
}

static const char *segment_of_label(const char *label, Arena *a)
{
    Str s = str_trim(str_of(label));
    while (s.n && strchr(".):/ ", s.p[s.n - 1])) s.n--;
    if (s.n > strlen("Điều ") && !memcmp(s.p, "Điều ", strlen("Điều ")))
        return arena_print(a, "Đ%.*s", (int)(s.n - strlen("Điều ")), s.p + strlen("Điều "));
    return arena_text(a, s.p, s.n);
}

/* The part of an address after its parent's. */
static const char *old_segment(const Plan *p, int raw)
{
    const char *id = p->nodes[raw].id, *up = p->nodes[raw].parent >= 0 ? p->nodes[p->nodes[raw].parent].id : NULL;
    size_t n = up ? strlen(up) : 0;
    return up && !strncmp(id, up, n) && id[n] == '.' ? id + n + 1 : up ? NULL : id;
}

/* Which lists of children are not as they were: 1 + the parent's number, 0 = the top. */
static char *list_touched(const Shape *s, const New *w, const int *map)
{
    char *touched = mem_alloc(w->n + 2);
    for (size_t i = 0; i < s->n; i++) {
        int up = s->p->nodes[i].parent >= 0 ? map[s->p->nodes[i].parent] : -1;
        const Fate *f = &s->fate[i];
        if (f->removed || f->into >= 0 || f->parent != KEEP || f->relabelled || f->n_pieces) touched[up + 1] = 1;
        if (map[i] >= 0 && (w->v[map[i]].parent != up || f->relabelled)) touched[w->v[map[i]].parent + 1] = 1;
    }
    return touched;
}

static const char *unique(Map *seen, const char *id, Arena *a)
{
    const char *one = id;
    for (int k = 2; map_get(seen, one); k++) one = arena_print(a, "%s-%d", id, k);
    map_put(seen, one, seen);
    return one;
}

static void number_all(const Shape *s, New *w, const int *map)
{
    const Plan *p = s->p;
    Arena *a = p->arena;
    char *touched = list_touched(s, w, map);
    int *largest = mem_alloc(mem_mul(w->n + 2, sizeof *largest));
    Map *seen = map_new();
    const char **segment = mem_alloc(mem_mul(w->n + 1, sizeof *segment));
    for (size_t i = 0; i < w->n; i++) {
        const PlanNode *n = &w->v[i];
        int raw = w->raw[i], up = n->parent + 1;
        if (raw >= 0 && !touched[up]) segment[i] = old_segment(p, raw);
        else if (is_counted(n)) segment[i] = NULL;
        else segment[i] = raw >= 0 && !s->fate[raw].relabelled && old_segment(p, raw) ? old_segment(p, raw)
                                                                                      : segment_of_label(n->label, a);
        if (touched[up] && segment[i] && isdigit((unsigned char)segment[i][0]) && atoi(segment[i]) > largest[up])
            largest[up] = atoi(segment[i]);
    }
    for (size_t i = 0; i < w->n; i++) {
        PlanNode *n = &w->v[i];
        int up = n->parent + 1, raw = w->raw[i];
        const char *own = segment[i];
        if (!own && !touched[up]) {                        /* an address that does not grow from its parent's stays */
            n->id = unique(seen, raw >= 0 ? p->nodes[raw].id : "?", a);
            continue;
        }
        if (!own) own = arena_print(a, "%d", ++largest[up]);
        n->id = unique(seen, n->parent >= 0 ? arena_print(a, "%s.%s", w->v[n->parent].id, own) : own, a);
    }
    map_free(seen);
    free(segment);
    free(largest);
    free(touched);
}

/* --- facts follow their clauses --- */

#define FOLLOW(list, count)                                                                     \
    do {                                                                                        \
        size_t kept = 0;                                                                        \
        for (size_t i = 0; i < p->count; i++) {                                                 \
            int at = p->list[i].node, to = at >= 0 ? stays_as(s, at) : -1;                      \
            if (at >= 0 && s->fate[at].removed) continue;                                       \
            p->list[kept] = p->list[i];                                                         \
            p->list[kept++].node = to >= 0 ? map[to] : -1;                                      \
        }                                                                                       \
        p->count = kept;                                                                        \
    } while (0)

void shape_settle(Shape *s, int **raw_of)
{
    Plan *p = s->p;
    size_t room = s->n;
    if (raw_of) {
        *raw_of = arena_alloc(p->arena, mem_mul(s->n + 1, sizeof **raw_of));
        for (size_t i = 0; i < s->n; i++) (*raw_of)[i] = (int)i;
    }
    if (!s->any) return;
    for (size_t i = 0; i < s->n; i++) room += s->fate[i].n_pieces;
    int *map = mem_alloc(mem_mul(s->n + 1, sizeof *map));
    New w = {mem_alloc(mem_mul(room + 1, sizeof *w.v)), arena_alloc(p->arena, mem_mul(room + 1, sizeof *w.raw)), 0};
    move_texts(s);
    rebuild(s, &w, map);
    number_all(s, &w, map);
    FOLLOW(dates, n_dates);
    FOLLOW(actors, n_actors);
    FOLLOW(targets, n_targets);
    FOLLOW(legal, n_legal);
    p->n_nodes = 0;
    for (size_t i = 0; i < w.n; i++) *plan_add_node(p) = w.v[i];
    if (raw_of) *raw_of = w.raw;
    free(w.v);
    free(map);
}
