/* press_lint.c - advice about words: sen.lint.term against templates, declared texts and filled documents. Notes only. */
#include "core/press/press_hook.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "core/base/text.h"
#include "core/press/press_parts.h"
#include "core/vi/letter.h"

enum { TERMS_MOST = 4000, HITS_MOST = 400 };

/* Which pairs of neighbouring bytes a text has, several to a bit: a term whose pairs are not all there is not there. */
typedef struct Pairs { uint64_t bit[8]; } Pairs;

typedef struct Term {
    Str low;                               /* in lower case */
    Pairs pairs;
    const Value *spec, *except;
    const char *scope;
    int found;                             /* said where somebody wrote it: not again where it flows into */
} Term;

typedef struct Lint {
    const PressJob *job;
    Findings *f;
    Arena *arena;
    Term *term;
    size_t n, hits;
} Lint;

static const Value *entry(const Value *map, const char *name)
{
    for (uint32_t i = 0; i < map->count; i++)
        if (str_is(map->u.map[i].key, name)) return map->u.map[i].value;
    return NULL;
}

static const char *text_of(const Value *map, const char *name)
{
    const Value *v = entry(map, name);
    return v && v->type == VAL_TEXT ? v->u.text.p : "";
}

static Str lower(Arena *a, Str s)
{
    Buf b = {0};
    text_lower(s.p, s.n, &b);
    Str low = {arena_text(a, buf_text(&b), b.n), b.n};
    buf_free(&b);
    return low;
}

static Pairs pairs_of(Str s)
{
    Pairs p = {{0}};
    for (size_t i = 0; i + 1 < s.n; i++) {
        unsigned h = ((unsigned char)s.p[i] * 33u + (unsigned char)s.p[i + 1]) & 511;
        p.bit[h >> 6] |= (uint64_t)1 << (h & 63);
    }
    return p;
}

static int has_pairs(const Pairs *text, const Pairs *term)
{
    uint64_t lacking = 0;
    for (int i = 0; i < 8; i++) lacking |= term->bit[i] & ~text->bit[i];
    return !lacking;
}

static void add_term(Lint *x, const Value *spec, Str s)
{
    if (!s.n || x->n >= TERMS_MOST) return;
    Str low = lower(x->arena, s);
    x->term[x->n++] = (Term){.low = low, .pairs = pairs_of(low), .spec = spec, .except = entry(spec, "except"),
                             .scope = text_of(spec, "scope")};
}

static void take_terms(Lint *x)
{
    x->term = arena_alloc(x->arena, TERMS_MOST * sizeof *x->term);
    for (size_t h = 0; h < 2; h++) {
        const Value *spec;
        for (size_t i = 0; (spec = press_hooks_term(x->job->hooks[h], i)); i++) {
            const Value *t = entry(spec, "term");
            if (t && t->type == VAL_TEXT) add_term(x, spec, t->u.text);
            for (uint32_t k = 0; t && t->type == VAL_LIST && k < t->count; k++)
                if (t->u.list[k].type == VAL_TEXT) add_term(x, spec, t->u.list[k].u.text);
        }
    }
}

/* Is a letter right before or behind the bytes [at, at + n)? Then it is a part of another word. */
static int inside_word(Str s, size_t at, size_t n)
{
    uint32_t c;
    size_t before = at;
    while (before > 0 && ((unsigned char)s.p[--before] & 0xC0) == 0x80) continue;
    if (at > 0 && text_decode(s.p + before, at - before, &c) && letter_is_letter(c)) return 1;
    return at + n < s.n && text_decode(s.p + at + n, s.n - at - n, &c) && letter_is_letter(c);
}

static int excepted(Lint *x, const Value *except, Str line, size_t at, size_t n)
{
    uint32_t many = !except ? 0 : except->type == VAL_LIST ? except->count : except->type == VAL_TEXT;
    for (uint32_t i = 0; i < many; i++) {
        const Value *v = except->type == VAL_LIST ? &except->u.list[i] : except;
        if (v->type != VAL_TEXT) continue;
        Str e = lower(x->arena, v->u.text);
        size_t from = at > e.n ? at - e.n : 0;
        for (const char *p = line.p + from; e.n && (p = memmem(p, line.n - (size_t)(p - line.p), e.p, e.n)); p++) {
            size_t k = (size_t)(p - line.p);
            if (k > at) break;
            if (k + e.n >= at + n) return 1;
        }
    }
    return 0;
}

static void say(Lint *x, const Term *t, const char *file, int line, const char *id)
{
    const char *instead = text_of(t->spec, "instead"), *why = text_of(t->spec, "why");
    char reason[300];
    snprintf(reason, sizeof reason, "%.200s%s", why,
             !strcmp(text_of(t->spec, "verified"), "unverified") ? " (danh sách do biên tập, chưa đối chiếu)" : "");
    x->hits++;
    if (*instead) findings_add(x->f, SEN4216, file, line, 0, id, "%s" ARG "%.200s" ARG "%s", t->low.p, instead, reason);
    else findings_add(x->f, SEN4217, file, line, 0, id, "%s" ARG "%s", t->low.p, reason);
}

static void lint_text(Lint *x, Str text, const char *scope, const char *file, int line, const char *id)
{
    Str low = lower(x->arena, text);
    Pairs pairs = pairs_of(low);
    int flowed = !strcmp(scope, "documents");
    for (size_t i = 0; i < x->n && x->hits < HITS_MOST; i++) {
        Term *t = &x->term[i];
        const char *wanted = t->scope;
        if (!has_pairs(&pairs, &t->pairs) || (flowed && t->found)) continue;
        if (*wanted && strcmp(wanted, scope) && strcmp(wanted, "all")) continue;
        const char *p = low.p;
        while ((p = memmem(p, low.n - (size_t)(p - low.p), t->low.p, t->low.n))) {
            size_t at = (size_t)(p - low.p);
            p += t->low.n;
            if (inside_word(low, at, t->low.n) || excepted(x, t->except, low, at, t->low.n)) continue;
            say(x, t, file, line, id);
            t->found |= !flowed;
            break;                                         /* once a line */
        }
    }
}

/* --- where texts stand --- */

static void lint_file(Lint *x, const ContentFile *file)
{
    int line = 1;
    Str s = file->bytes;
    if (!strncmp(file->name, "manual/", 7) || !strncmp(file->name, "plans/", 6) || strstr(file->name, "README")) return;
    for (size_t at = 0; at < s.n; line++) {
        const char *end = memchr(s.p + at, '\n', s.n - at);
        size_t n = end ? (size_t)(end - s.p) - at : s.n - at;
        lint_text(x, (Str){s.p + at, n}, "content", file->shown, line, NULL);
        at += n + 1;
    }
}

static void lint_slot(Lint *x, const Entity *e, size_t i)
{
    const Slot *slot = &e->slots[i];
    const char *file = slot->step && slot->step->file ? slot->step->file : e->file;
    int line = slot->step && slot->step->line ? slot->step->line : e->line;
    FieldType type = word_field(e->kind, i)->type;
    if (type != FIELD_TEXT && type != FIELD_TEXTS) return;
    if (slot->value.type == VAL_TEXT) lint_text(x, slot->value.u.text, "data", file, line, e->address);
    for (uint32_t k = 0; slot->value.type == VAL_LIST && k < slot->value.count; k++)
        if (slot->value.u.list[k].type == VAL_TEXT) lint_text(x, slot->value.u.list[k].u.text, "data", file, line, e->address);
}

static void lint_model(Lint *x)
{
    for (int k = 0; k < KINDS; k++) {
        size_t n = model_count(x->job->model, (Kind)k);
        for (size_t i = 0; k != KIND_RULE && k != KIND_BODY && k != KIND_LEGAL && i < n; i++) {
            const Entity *e = model_at(x->job->model, (Kind)k, i);
            for (size_t c = 0; !entity_gone(e) && c < word_field_count((Kind)k); c++) lint_slot(x, e, c);
        }
    }
}

/* A filled page: what came in by a value stands in no file. Said at the block's line of the template. */
static void lint_doc(Lint *x, const Entity *m, const char *shown, const Doc *d)
{
    DocWalk w = {.root = d->root};
    while (doc_walk_next(&w)) {
        const DocNode *n = w.node;
        if (!w.entering || (n->kind != DOC_PARAGRAPH && n->kind != DOC_HEADING && n->kind != DOC_CELL)) continue;
        Buf b = {0};
        doc_plain_text(n, &b);
        lint_text(x, buf_view(&b), "documents", shown, n->line, m->address);
        buf_free(&b);
    }
}

static void lint_pages(Lint *x)
{
    size_t n = model_count(x->job->model, KIND_MATERIAL);
    Arena *page = arena_new();
    Findings unsaid;
    findings_init(&unsaid, x->arena);
    ExprEngine engine = {.lua = x->job->lua, .no_oplist = x->job->no_oplist, .draft = 1};
    Scope *scope = mem_alloc(sizeof *scope);
    FillJob fill = {.engine = &engine, .scope = scope, .content = x->job->content, .findings = &unsaid};
    press_fill_scope(x->job, x->arena, scope);
    for (size_t i = 0; i < n && x->hits < HITS_MOST; i++) {
        const Entity *m = model_at(x->job->model, KIND_MATERIAL, i);
        Err e = {0};
        ContentFile *file = entity_gone(m) ? NULL : content_find(x->job->content, str_of(entity_text(m, "template")));
        Template *t = file ? template_of(file, &unsaid, &e) : NULL;
        if (!t) continue;
        arena_reset(page);
        scope->locals = 0;
        scope->root[SCOPE_VARS] = template_fill_vars(t, entity_get(m, "vars"), &fill, page);
        const Doc *d = template_fill(t, &fill, page);
        if (d && press_hook_run(x->job, "document", m, "", file->shown, page, &d, &unsaid) == 0) lint_doc(x, m, file->shown, d);
    }
    free(scope);
    findings_free(&unsaid);
    arena_free(page);
}

void press_lint_unit(const PressJob *job, Findings *f)
{
    if (!press_hooks_term(job->hooks[0], 0) && !press_hooks_term(job->hooks[1], 0)) return;
    Lint x = {.job = job, .f = f, .arena = arena_new()};
    ContentFile *file;
    take_terms(&x);
    for (size_t i = 0; job->content && (file = content_seen(job->content, i)); i++) lint_file(&x, file);
    lint_model(&x);
    lint_pages(&x);
    arena_free(x.arena);
}
