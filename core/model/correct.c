/* correct.c - applies corrections to a plan as it was read: fields, facts, texts here; what moves clauses is correct_shape.c. */
#include "core/model/correct.h"
#include "core/base/text.h"
#include "core/model/align.h"
#include "core/model/correct_shape.h"
#include <stdlib.h>
#include <string.h>

#define ALIKE 0.6                          /* a clause whose text was changed a little is still the one meant */
#define OTHER 0.3                          /* a key whose clause says something wholly different came from elsewhere */

/* 1 when the two say the same: case, accents, spaces and dashes aside; «abc …» stands for all that begins so. */
static int says(const char *value, const char *cell)
{
    size_t n = strlen(cell), dots = strlen("…");
    if (text_same_folded(value, cell)) return 1;
    if (n > dots && !strcmp(cell + n - dots, "…") && strlen(value) >= n - dots) {
        char *head = mem_copy_text(value);
        head[n - dots] = 0;
        int same = !memcmp(head, cell, n - dots);
        free(head);
        return same;
    }
    return 0;
}

static int by_text(const Plan *p, const Correction *c)
{
    int found = -1, many = 0;
    for (size_t i = 0; *c->text && i < p->n_nodes; i++) {
        if (!says(p->nodes[i].text, c->text)) continue;
        if (!strcmp(p->nodes[i].id, c->address)) return (int)i;
        found = (int)i;
        many++;
    }
    return many == 1 ? found : -1;
}

int correct_node(const Plan *p, const Correction *c)
{
    for (size_t i = 0; *c->key && i < p->n_nodes; i++) {
        if (!p->nodes[i].key || strcmp(p->nodes[i].key, c->key)) continue;
        if (!*c->text || says(p->nodes[i].text, c->text) || align_likeness(p->nodes[i].text, c->text) >= OTHER) return (int)i;
        break;
    }
    int at = by_text(p, c);
    if (at >= 0) return at;
    at = *c->address ? plan_find_node(p, c->address) : -1;
    if (at < 0 || (!*c->text && *c->key)) return -1;
    return !*c->text || align_likeness(p->nodes[at].text, c->text) >= ALIKE ? at : -1;
}

/* --- saying what is wrong --- */

static int refuse(Findings *f, const Correction *c, Code code, const char *a, const char *b)
{
    findings_add(f, code, c->file, c->line, 0, NULL, "%.120s" ARG "%.200s" ARG "%.200s", a, b, correct_example(c->what));
    return -1;
}

static int not_understood(Findings *f, const Correction *c)
{
    return refuse(f, c, SEN2053, correct_what_name(c->what, 0), c->right);
}

static int says_otherwise(Findings *f, const Correction *c, const char *value)
{
    return refuse(f, c, SEN2054, correct_what_name(c->what, 0), *value ? value : "(để trống)");
}

/* --- the document --- */

static const char **field_of(Plan *p, CorrectWhat w)
{
    switch (w) {
    case CORRECT_TYPE: return &p->type;
    case CORRECT_NUMBER: return &p->number;
    case CORRECT_SYMBOL: return &p->symbol;
    case CORRECT_PLACE: return &p->place;
    case CORRECT_SUBJECT: return &p->subject;
    case CORRECT_ISSUER: return &p->issuer;
    case CORRECT_AUTHORITY: return &p->authority;
    case CORRECT_TITLE: return &p->title;
    case CORRECT_SIGNER: return &p->name;
    default: return NULL;
    }
}

/* Excel takes the zero of «05» away. */
static int same_value(const char *value, const char *cell)
{
    while (*value == '0' && value[1]) value++;
    while (*cell == '0' && cell[1]) cell++;
    return says(value, cell);
}

static int correct_field(Plan *p, const Correction *c, Findings *f)
{
    const char **field = field_of(p, c->what), *value = *field ? *field : "";
    int drop = correct_is_removal(c->right);
    if (!strcmp(value, drop ? "" : c->right)) return 0;
    if (*c->now && !same_value(value, c->now)) return says_otherwise(f, c, value);
    *field = drop ? NULL : arena_copy(p->arena, c->right);
    return 0;
}

static int correct_issued(Plan *p, const Correction *c, Findings *f)
{
    int y = 0, m = 0, d = 0;
    if (!correct_is_removal(c->right) && correct_read_issued(c->right, &y, &m, &d)) return not_understood(f, c);
    p->year = y;
    p->month = m;
    p->day = d;
    return 0;
}

static int correct_year(Plan *p, const Correction *c, Findings *f)
{
    int year = atoi(c->right);
    if (!correct_is_removal(c->right) && (year < 1900 || year > 2200)) return not_understood(f, c);
    p->plan_year = year;
    return 0;
}

static int correct_recipient(Plan *p, const Correction *c, Findings *f)
{
    size_t at = 0;
    for (size_t i = 0; i < p->n_recipients; i++)
        if (!strcmp(p->recipients[i], c->right)) return 0;
    while (*c->now && at < p->n_recipients && !says(p->recipients[at], c->now)) at++;
    if (*c->now && at == p->n_recipients) return correct_is_removal(c->right) ? 0 : says_otherwise(f, c, "");
    if (!*c->now) plan_add_recipient(p, c->right);
    else if (!correct_is_removal(c->right)) p->recipients[at] = arena_copy(p->arena, c->right);
    else {
        memmove(p->recipients + at, p->recipients + at + 1, (p->n_recipients - at - 1) * sizeof *p->recipients);
        p->n_recipients--;
    }
    return 0;
}

static int correct_document(Plan *p, const Correction *c, Findings *f)
{
    if (c->what == CORRECT_ISSUED) return correct_issued(p, c, f);
    if (c->what == CORRECT_YEAR) return correct_year(p, c, f);
    if (c->what == CORRECT_RECIPIENT) return correct_recipient(p, c, f);
    return correct_field(p, c, f);
}

void correct_apply_document(Plan *p, const Corrections *list)
{
    Arena *a = arena_new();
    Findings f;
    findings_init(&f, a);
    for (size_t i = 0; i < list->n; i++)
        if (correct_is_document(list->v[i].what)) correct_document(p, &list->v[i], &f);
    findings_free(&f);
    arena_free(a);
}

/* --- facts --- */

static const char *shown(const Plan *p, CorrectWhat w, size_t i, int *node, Buf *b)
{
    buf_clear(b);
    switch (w) {
    case CORRECT_DATE: correct_print_date(&p->dates[i], b); *node = p->dates[i].node; break;
    case CORRECT_ACTOR: correct_print_actor(&p->actors[i], b); *node = p->actors[i].node; break;
    case CORRECT_TARGET: correct_print_target(&p->targets[i], b); *node = p->targets[i].node; break;
    default: correct_print_legal(&p->legal[i], b); *node = p->legal[i].node;
    }
    return buf_text(b);
}

static size_t *count_of(Plan *p, CorrectWhat w)
{
    if (w == CORRECT_DATE) return &p->n_dates;
    if (w == CORRECT_ACTOR) return &p->n_actors;
    return w == CORRECT_TARGET ? &p->n_targets : &p->n_legal;
}

/* The fact of the clause that reads so, -1 = none. */
static int find_fact(Plan *p, CorrectWhat w, int node, const char *reads, int exactly)
{
    Buf b = {0};
    int found = -1, at;
    for (size_t i = 0; found < 0 && i < *count_of(p, w); i++) {
        const char *s = shown(p, w, i, &at, &b);
        if (at == node && (exactly ? !strcmp(s, reads) : text_same_folded(s, reads))) found = (int)i;
    }
    buf_free(&b);
    return found;
}

static void drop_fact(Plan *p, CorrectWhat w, size_t i)
{
    size_t *n = count_of(p, w), more = *n - i - 1;
    switch (w) {
    case CORRECT_DATE: memmove(p->dates + i, p->dates + i + 1, more * sizeof *p->dates); break;
    case CORRECT_ACTOR: memmove(p->actors + i, p->actors + i + 1, more * sizeof *p->actors); break;
    case CORRECT_TARGET: memmove(p->targets + i, p->targets + i + 1, more * sizeof *p->targets); break;
    default: memmove(p->legal + i, p->legal + i + 1, more * sizeof *p->legal);
    }
    (*n)--;
}

#define PUT(list, add, read)                                                    \
    do {                                                                        \
        if (read) return -1;                                                    \
        fact.node = node;                                                       \
        fact.corrected = 1;                                                     \
        if (at >= 0) p->list[at] = fact;                                        \
        else *add(p) = fact;                                                    \
    } while (0)

/* at: the fact that is replaced, -1 = a further one. -1 = not understood. */
static int put_fact(Plan *p, const Correction *c, int node, int at)
{
    if (c->what == CORRECT_DATE) {
        PlanDate fact;
        PUT(dates, plan_add_date, correct_read_date(c->right, p->plan_year, &fact));
    } else if (c->what == CORRECT_ACTOR) {
        PlanActor fact;
        PUT(actors, plan_add_actor, correct_read_actor(c->right, p->arena, &fact));
    } else if (c->what == CORRECT_TARGET) {
        PlanTarget fact;
        PUT(targets, plan_add_target, correct_read_target(c->right, p->arena, &fact));
    } else {
        PlanLegal fact;
        PUT(legal, plan_add_legal, correct_read_legal(c->right, p->arena, &fact));
    }
    return 0;
}

static int correct_fact(Plan *p, const Correction *c, int node, Findings *f)
{
    int at = *c->now ? find_fact(p, c->what, node, c->now, 0) : -1;
    if (correct_is_removal(c->right)) {
        if (at >= 0) drop_fact(p, c->what, (size_t)at);
        return 0;                                          /* not there any more: as wished */
    }
    if (find_fact(p, c->what, node, c->right, 1) >= 0) {
        if (at >= 0 && !text_same_folded(c->now, c->right)) drop_fact(p, c->what, (size_t)at);
        return 0;
    }
    if (*c->now && at < 0) return says_otherwise(f, c, "");
    return put_fact(p, c, node, at) ? not_understood(f, c) : 0;
}

/* --- texts, labels, kinds --- */

static void note_repair(Plan *p, const PlanNode *n, const char *before, const char *after)
{
    PlanRepair *r = plan_add_repair(p);
    *r = (PlanRepair){n->line, "corrected", before ? before : "", after ? after : ""};
}

static int correct_clause(Plan *p, const Correction *c, int at, Findings *f)
{
    PlanNode *n = &p->nodes[at];
    const char *label = n->label ? n->label : "", *before;
    if (c->what == CORRECT_KIND) {
        int kind = correct_read_kind(c->right);
        if (kind < 0) return not_understood(f, c);
        if (*c->now && correct_read_kind(c->now) != (int)n->kind && kind != (int)n->kind)
            return says_otherwise(f, c, correct_kind_name(n->kind, 0));
        n->kind = (NodeKind)kind;
    } else if (c->what == CORRECT_LABEL) {
        const char *right = correct_is_removal(c->right) ? "" : c->right;
        if (*c->now && strcmp(label, c->now) && strcmp(label, right)) return says_otherwise(f, c, label);
        before = n->label;
        n->label = *right ? arena_copy(p->arena, right) : NULL;
        if (strcmp(label, right)) note_repair(p, n, before, n->label);
    } else {
        if (*c->now && !says(n->text, c->now) && strcmp(n->text, c->right)) return says_otherwise(f, c, n->text);
        before = n->text;
        n->text = arena_copy(p->arena, c->right);
        if (strcmp(before, n->text)) note_repair(p, n, before, n->text);
    }
    p->nodes[at].corrected = 1;
    p->nodes[at].confidence = 1;
    return 0;
}

static int apply_one(Plan *p, Shape *shape, Correction *c, Findings *f)
{
    c->node = -1;
    if (correct_is_document(c->what)) return correct_document(p, c, f);
    int fact = c->what >= CORRECT_DATE && c->what <= CORRECT_LEGAL;
    if (fact && !strcmp(c->key, CORRECT_DOCUMENT)) return correct_fact(p, c, -1, f);
    int at = c->node = correct_node(p, c);
    if (at < 0) return refuse(f, c, SEN2051, *c->key ? c->key : "?", *c->address ? c->address : "?");
    if (fact) return correct_fact(p, c, at, f);
    if (c->what == CORRECT_TEXT && !correct_is_removal(c->right)) return correct_clause(p, c, at, f);
    if (c->what == CORRECT_LABEL) shape_relabel(shape, at);
    if (c->what == CORRECT_LABEL || c->what == CORRECT_KIND) return correct_clause(p, c, at, f);
    return shape_take(shape, c, at, f);
}

size_t correct_apply(Plan *p, const Corrections *list, int **raw_of, Findings *f)
{
    Shape *shape = shape_new(p);
    size_t held = 0;
    /* the structure first: it is found by the texts as they were read */
    for (int structure = 1; structure >= 0; structure--)
        for (size_t i = 0; i < list->n; i++) {
            Correction *c = &list->v[i];
            int moves = (c->what >= CORRECT_PARENT && c->what <= CORRECT_JOIN) ||
                        (c->what == CORRECT_TEXT && correct_is_removal(c->right));
            if (moves != structure) continue;
            c->held = apply_one(p, shape, c, f) == 0;
            held += c->held;
        }
    shape_settle(shape, raw_of);
    shape_free(shape);
    return held;
}

void correct_mark(Plan *p, const Corrections *list)
{
    for (size_t i = 0; i < list->n; i++) {
        const Correction *c = &list->v[i];
        int node = -1, at;
        if (correct_is_document(c->what)) continue;
        for (size_t k = 0; k < p->n_nodes; k++)
            if (p->nodes[k].key && !strcmp(p->nodes[k].key, c->key)) node = (int)k;
        if (c->what < CORRECT_DATE) {
            if (node >= 0) p->nodes[node].corrected = 1;
            continue;
        }
        at = correct_is_removal(c->right) ? -1 : find_fact(p, c->what, node, c->right, 0);
        if (at < 0) continue;
        if (c->what == CORRECT_DATE) p->dates[at].corrected = 1;
        else if (c->what == CORRECT_ACTOR) p->actors[at].corrected = 1;
        else if (c->what == CORRECT_TARGET) p->targets[at].corrected = 1;
        else p->legal[at].corrected = 1;
    }
}
