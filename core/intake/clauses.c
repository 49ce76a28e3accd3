/* clauses.c - paragraphs find their place under their headings, and every clause gets its address. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "core/base/text.h"
#include "core/intake/bodies.h"
#include "core/intake/reader.h"

typedef struct Open {                      /* a heading that may still get children */
    LabelType type;
    char mark;
    int value;                             /* last number of its label */
    int node;
    const Label *label;
} Open;

typedef struct Tree {
    Reader *r;
    Open open[INTAKE_DEPTH_MOST];
    int depth;
    int base;                              /* node all stand under: -1, or the annex */
    int doubt;                             /* the last place was one of two that might be meant */
} Tree;

static const NodeKind KIND[] = {
    [LABEL_NONE] = NODE_PARAGRAPH, [LABEL_PART] = NODE_PART, [LABEL_UPPER] = NODE_PART, [LABEL_ROMAN] = NODE_PART,
        [LABEL_ARTICLE] = NODE_ARTICLE,
    [LABEL_NUMBER] = NODE_GROUP, [LABEL_DECIMAL] = NODE_GROUP, [LABEL_LETTER] = NODE_POINT, [LABEL_PAREN] = NODE_POINT,
        [LABEL_BULLET] = NODE_ITEM,
};
/* Where a label stands that has not been seen yet: under the innermost open heading of a smaller rank. */
static const int RANK[] = {
    [LABEL_NONE] = 99, [LABEL_PART] = 0, [LABEL_ARTICLE] = 0, [LABEL_UPPER] = 1, [LABEL_ROMAN] = 2, [LABEL_NUMBER] = 3,
        [LABEL_DECIMAL] = 4,
    [LABEL_LETTER] = 6, [LABEL_PAREN] = 7, [LABEL_BULLET] = 9,
};

static int top(const Tree *t) { return t->depth ? t->open[t->depth - 1].node : t->base; }

static void pop_to(Tree *t, int depth) { t->depth = depth; }

static void push(Tree *t, const Label *l, int node)
{
    if (t->depth == INTAKE_DEPTH_MOST) t->depth--;
    t->open[t->depth++] = (Open){l->type, l->mark, l->depth ? l->v[l->depth - 1] : 0, node, l};
}

static int find_open(const Tree *t, LabelType type, char mark)
{
    for (int i = t->depth - 1; i >= 0; i--)
        if (t->open[i].type == type && (t->open[i].mark == mark || type == LABEL_ROMAN || type == LABEL_PART ||
            type == LABEL_ARTICLE || type == LABEL_UPPER))
            return i;
    return -1;
}

static int same_prefix(const Label *a, const Label *b, int n)
{
    for (int i = 0; i < n; i++)
        if (i >= a->depth || a->v[i] != b->v[i]) return 0;
    return 1;
}

/* "2.1." stands under the open "2." or "2", else under the innermost heading above numbers. */
static int place_decimal(const Tree *t, const Label *l)
{
    for (int i = t->depth - 1; i >= 0; i--) {
        const Open *o = &t->open[i];
        if ((o->type == LABEL_DECIMAL || o->type == LABEL_NUMBER) && o->label->depth < l->depth &&
            same_prefix(o->label, l, o->label->depth)) return i + 1;
    }
    for (int i = 0; i < t->depth; i++)
        if (RANK[t->open[i].type] >= RANK[LABEL_NUMBER]) return i;
    return t->depth;
}

static int rank_place(const Tree *t, const Label *l)
{
    int d = t->depth;
    while (d > 0 && RANK[t->open[d - 1].type] >= RANK[l->type]) d--;
    return d;
}

/* The depth at which a labelled paragraph stands. */
static int place(Tree *t, const Label *l, int line)
{
    if (l->type == LABEL_DECIMAL) return place_decimal(t, l);
    int at = find_open(t, l->type, l->mark);
    int value = l->depth ? l->v[l->depth - 1] : 0;
    if (l->type == LABEL_BULLET) return at >= 0 ? at : t->depth;
    if (at >= 0) {
        const Open *o = &t->open[at];
        if (value > o->value || !value) {
            if (value > o->value + 1 && o->value && l->type != LABEL_LETTER && l->type != LABEL_UPPER)
                clean_note(t->r, SEN2035, line, NULL, "%d" ARG "%d", o->value, value), t->doubt = 1;
            return at;
        }
        return at;
    }
    if ((l->type == LABEL_LETTER || l->type == LABEL_NUMBER || l->type == LABEL_PAREN) && value == 1) {
        int d = t->depth;                  /* a first number goes under whatever is open, bullets aside */
        while (d > 0 && t->open[d - 1].type == LABEL_BULLET) d--;
        if (l->type != LABEL_NUMBER || d == 0 || t->open[d - 1].type != LABEL_LETTER || l->mark == ')') return d;
    }
    return rank_place(t, l);
}

/* --- closing paragraphs --- */

static const char *const CLOSING[] = {
    "trên đây là", "đề nghị các", "đề nghị thủ trưởng", "đề nghị thành viên", "yêu cầu các", "yêu cầu thủ trưởng",
    "trong quá trình", "quá trình", "nhận được kế hoạch", "kế hoạch này", "căn cứ kế hoạch", "căn cứ nội dung kế hoạch",
    "các cơ quan, đơn vị căn cứ", "các ban, ngành", "các phòng, ban", "giao văn phòng", "giao phòng", "ủy ban nhân dân",
    "ubnd", "các đơn vị", "nhiệm vụ cụ thể", "trường hợp có", "mọi vướng mắc", "thủ trưởng các", NULL};
static const char *const LAST[] = {"trên đây là", "kế hoạch này", NULL};

static int is_long(const char *s)
{
    size_t n = strlen(s);
    return n > 160 || (n > 20 && (s[n - 1] == '.' || s[n - 1] == ';'));
}

enum { MORE_LABELS = 1, MORE_PARTS = 2 };

/* For each paragraph: does a label follow before its part ends, does another part follow? */
static unsigned char *look_ahead(const Reader *r)
{
    unsigned char *next = mem_alloc(r->n_para + 1), flags = 0;
    for (size_t i = r->n_para; i-- > 0;) {
        const Para *p = &r->para[i];
        int boundary = p->role == ROLE_ANNEX || p->label.type == LABEL_ROMAN || p->label.type == LABEL_PART ||
            p->label.type == LABEL_ARTICLE;
        if (i + 1 < r->n_para && r->para[i + 1].part != p->part) flags = 0;
        next[i] = flags;
        if (boundary) flags = MORE_PARTS;
        else if (p->label.type != LABEL_NONE || p->role == ROLE_TABLE) flags |= MORE_LABELS;
    }
    return next;
}

/* The last words of a plan that are not what the body of the heading above shall do: they begin with no verb. */
static int closes_plan(const char *s, int letter)
{
    size_t n = strlen(s);
    if (!letter && (n < 40 || strcmp(s + n - 3, "./."))) return 0;
    Toks k = {0};
    phrase_split(&k, s, text_cut(s, n < 60 ? n : 60));
    int act = bodies_begins_act(&k, 0) && !phrase_any(&k, 0, (const char *const[]){"đề nghị", "yêu cầu", "giao", NULL});
    phrase_free(&k);
    return !act || (letter && n < 24 && n > 3 && !strcmp(s + n - 3, "./."));
}

/* How many of the open headings an unlabelled paragraph stands under. */
static int place_plain(Tree *t, const Para *p, int more, int last, int had_child)
{
    int heading = t->depth, part = t->depth;
    while (heading > 0 && t->open[heading - 1].type == LABEL_BULLET) heading--;
    while (part > 0 && t->open[part - 1].type != LABEL_ROMAN && t->open[part - 1].type != LABEL_PART &&
        t->open[part - 1].type != LABEL_ARTICLE &&
           t->open[part - 1].type != LABEL_UPPER) part--;
    int letter = !part && t->r->plan->type && !strcmp(t->r->plan->type, "Công văn");   /* its last words are its own */
    if (letter && last && (lines_starts(p->text, strlen(p->text), CLOSING) || closes_plan(p->text, had_child))) return 0;
    if (!part && t->depth && t->open[0].type != LABEL_BULLET && !is_long(t->r->plan->nodes[t->open[0].node].text))
        part = 1;                          /* no Roman numbers: the outermost headings are the parts, if they are headings */
    if (heading == part) return heading;
    if (lines_starts(p->text, strlen(p->text), LAST)) return part;
    if (more) return heading;
    t->doubt = had_child;
    int full = is_long(t->r->plan->nodes[t->open[heading - 1].node].text);
    if (!had_child && !full) return heading;
    if (last && (heading < t->depth || full)) return part;
    if (last && had_child && closes_plan(p->text, 0)) return part;
    return lines_starts(p->text, strlen(p->text), CLOSING) && had_child ? part : heading;
}

/* --- lost headings: capitals without a number between I and III, or before I --- */

static int plain_heading(const Para *p)
{
    static const char *const NOT[] = {"quyết định", "kế hoạch", "phụ lục", NULL};
    return p->role == ROLE_BODY && p->label.type == LABEL_NONE && p->capitals && strlen(p->text) > 8 && strlen(p->text) < 200 &&
           !lines_starts(p->text, strlen(p->text), NOT);
}

static void roman_text(int v, char out[8])
{
    static const char *const R[] = {
        "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV",};
    snprintf(out, 8, "%s", v > 0 && v <= 15 ? R[v - 1] : "");
}

/* Every Roman number of the text is lost: at least two headings in capitals, none with a label, and no other parts. */
static int all_lost(const Reader *r)
{
    size_t headings = 0;
    for (size_t i = 0; i < r->n_para && r->para[i].part < 2; i++) {
        LabelType t = r->para[i].label.type;
        if (t == LABEL_ROMAN || t == LABEL_PART || t == LABEL_UPPER || t == LABEL_ARTICLE) return 0;
        if (t == LABEL_NUMBER && r->para[i].capitals) return 0;        /* "1. MỤC ĐÍCH" */
        headings += (size_t)plain_heading(&r->para[i]);
    }
    return headings >= 2;
}

static void restore_headings(Reader *r)
{
    int last = 0, any = all_lost(r), follows = 0;
    short *next_roman = mem_alloc(mem_mul(r->n_para + 1, sizeof *next_roman));
    for (size_t i = r->n_para; i-- > 0;) {
        if (i + 1 < r->n_para && r->para[i + 1].part != r->para[i].part) follows = 0;
        next_roman[i] = (short)follows;
        if (r->para[i].label.type == LABEL_ROMAN) any = follows = r->para[i].label.v[0];
    }
    for (size_t i = 0; i < r->n_para; i++) {
        Para *p = &r->para[i];
        if (i && r->para[i - 1].part != p->part) last = 0;
        if (p->label.type == LABEL_PART) last = 0;
        if (p->label.type == LABEL_ROMAN) last = p->label.v[0];
        if (!any || !plain_heading(p) || last >= 14) continue;
        if (next_roman[i] && next_roman[i] != last + 2) continue;
        char roman[8], label[10];
        roman_text(last + 1, roman);
        snprintf(label, sizeof label, "%s.", roman);
        p->label = (Label){.type = LABEL_ROMAN, .mark = 'R', .depth = 1, .v = {(short)(last + 1)}, .sure = SURE_INFERRED};
        p->sure = SURE_INFERRED;
        snprintf(p->label.id, sizeof p->label.id, "%s", roman);
        p->label_text = arena_copy(r->arena, label);
        clean_repair(r, p->line, "heading", "", label);
        clean_note(r, SEN2026, p->line, roman, "%.120s" ARG "%s", p->text, roman);
        last++;
    }
    free(next_roman);
}

static void annex_node(Tree *t, const Para *p)
{
    Reader *r = t->r;
    Toks k = {0};
    long v = 0;
    phrase_split(&k, p->text, strlen(p->text));
    size_t i = 2 + (phrase_is(&k, 2, "số") ? 1 : 0), end = k.n > 1 ? k.v[1].at + k.v[1].len : strlen(p->text);
    if (i < k.n && (phrase_number(&k, i, &v) || (v = label_roman(p->text + k.v[i].at, k.v[i].len)))) end = k.v[i].at + k.v[i].len;
    phrase_free(&k);
    if (p->text[end] == '.' || p->text[end] == ':') end++;
    char id[16];
    snprintf(id, sizeof id, v > 0 && v < 1000 ? "PL%ld" : "PL", v);
    const char *label = arena_text(r->arena, p->text, end), *text = p->text + end;
    while (*text == ' ') text++;
    t->depth = 0;
    t->base = numbering_add_node(r, -1, NODE_PART, id, label, text, p->line);
}

static void add_para(Tree *t, size_t i, int ahead, int *child_of)
{
    Reader *r = t->r;
    Para *p = &r->para[i];
    if (p->role == ROLE_ANNEX) {
        annex_node(t, p);
        return;
    }
    if (p->role == ROLE_TABLE) {
        int d = t->depth;
        while (d > 0 && t->open[d - 1].type == LABEL_BULLET) d--;
        pop_to(t, d);
        table_read(r, p->first, p->last + 1, top(t));
        return;
    }
    if (!*p->text && !p->label_text) return;
    int d;
    if (p->label.type == LABEL_NONE) d = place_plain(t, p, ahead & MORE_LABELS, !ahead,
                                                    *child_of == top(t) || (t->depth &&
                                                        t->open[t->depth - 1].type == LABEL_BULLET));
    else d = place(t, &p->label, p->line);
    pop_to(t, d);
    int parent = top(t);
    const char *own = p->label.type == LABEL_BULLET ? NULL : p->label.id;
    int node = numbering_add_node(r, parent, KIND[p->label.type], own, p->label_text, p->text, p->line);
    numbering_doubt(r, node, t->doubt && p->sure > SURE_PLACED ? SURE_PLACED : p->sure);
    t->doubt = 0;
    *child_of = parent;
    if (p->label.type != LABEL_NONE) push(t, &p->label, node);
}

int clauses_build(Reader *r, Err *e)
{
    Tree t = {.r = r, .base = -1};
    int part = 0, child_of = -2, rc = 0, structure = 0;
    restore_headings(r);
    unsigned char *ahead = look_ahead(r);
    for (size_t i = 0; i < r->n_para && !rc; i++) {
        if (r->para[i].role == ROLE_PREAMBLE) {
            clean_rest(r, "preamble", r->para[i].label_text ? r->para[i].label_text : "", r->para[i].label_text
                ? strlen(r->para[i].label_text) : 0, r->para[i].line);
            clean_rest(r, "preamble", r->para[i].text, strlen(r->para[i].text), r->para[i].line);
            continue;
        }
        if (r->para[i].part != part) {
            part = r->para[i].part;
            t.depth = 0;
            t.base = -1;
        }
        structure |= r->para[i].label.type != LABEL_NONE || r->para[i].role == ROLE_TABLE;
        add_para(&t, i, ahead[i], &child_of);
        if (r->plan->n_nodes > INTAKE_NODES_MOST) rc = err_set(e, SEN2008, "%s" ARG "%d", r->name ? r->name : "",
            INTAKE_NODES_MOST);
    }
    free(ahead);
    if (rc) return rc;
    if (!structure) clean_note(r, SEN2032, 0, NULL, "%s", "");
    numbering_make(r);
    return 0;
}
