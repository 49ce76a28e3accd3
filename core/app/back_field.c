/* back_field.c - what has to be written into a field so that it prints what a person typed in its place. */
#include "core/app/back.h"
#include "core/base/text.h"
#include <stdlib.h>
#include <string.h>

const Entity *back_entity(const Model *m, Str address)
{
    char name[64];
    const char *colon = address.n ? memchr(address.p, ':', address.n) : NULL;
    if (!colon || (size_t)(colon - address.p) >= sizeof name) return NULL;
    memcpy(name, address.p, (size_t)(colon - address.p));
    name[colon - address.p] = 0;
    int kind = word_find_kind(name);
    if (kind < 0) return NULL;
    char path[256];
    size_t n = address.n - (size_t)(colon + 1 - address.p);
    if (n >= sizeof path) return NULL;
    memcpy(path, colon + 1, n);
    path[n] = 0;
    const Entity *e = model_find(m, (Kind)kind, path);
    return e && !entity_gone(e) ? e : NULL;
}

/* --- texts with holes: they stay where they are when only the words around them changed --- */

static Str raw_of(const Entity *e, const char *field)
{
    const Slot *slot = entity_slot(e, field);
    for (const Step *s = slot ? slot->step : NULL; s; s = s->prev)
        if (s->op != STEP_COMPUTED && s->after.type == VAL_TEXT) return s->after.u.text;
    return (Str){"", 0};
}

/* The raw text as parts; what a hole printed is what stands between the words around it. 0 = they are not found. */
static int split_raw(Arena *a, Str raw, Str shown, SourceBlock *b)
{
    size_t at = 0;
    *b = (SourceBlock){.kind = 9, .origin = "", .text = shown, .part = arena_alloc(a, mem_mul(raw.n + 2, sizeof *b->part))};
    for (size_t i = 0; i < raw.n;) {
        const char *open = memmem(raw.p + i, raw.n - i, "{{", 2);
        size_t from = open ? (size_t)(open - raw.p) : raw.n;
        Str words = {raw.p + i, from - i};
        const char *found = !words.n ? shown.p + at : memmem(shown.p + at, shown.n - at, words.p, words.n);
        if (!found) return 0;
        size_t before = (size_t)(found - shown.p);
        SourcePart *last = b->n_parts ? &b->part[b->n_parts - 1] : NULL;
        if (last && last->expr.n) last->text = (Str){shown.p + at, (open || words.n ? before : shown.n) - at};
        else if (before != at) return 0;
        if (words.n) b->part[b->n_parts++] = (SourcePart){.text = words, .filter = ""};
        at = before + words.n;
        if (!open) break;
        const char *close = memmem(open, raw.n - from, "}}", 2);
        if (!close) return 0;
        b->part[b->n_parts++] = (SourcePart){.expr = str_trim((Str){open + 2, (size_t)(close - open) - 2}), .filter = ""};
        i = (size_t)(close - raw.p) + 2;
        if (i >= raw.n) b->part[b->n_parts - 1].text = (Str){shown.p + at, shown.n - at}, at = shown.n;
    }
    return at == shown.n;
}

static const char *with_holes(Session *s, const Entity *e, const char *field, Str shown, Str text)
{
    Arena *a = s->c->arena;
    Str raw = raw_of(e, field);
    SourceBlock b;
    Buf out = {0};
    const char *r = arena_text(a, text.p, text.n);
    if (!raw.n || !memmem(raw.p, raw.n, "{{", 2) || !split_raw(a, raw, shown, &b)) return r;
    Splices x = splice_diff(shown, text, a);
    for (size_t i = 0; i < x.n; i++) {
        long part = back_part_of(&b, &x.v[i]);
        if (part < 0 || b.part[part].expr.n) return r;
    }
    if (back_rewrite(raw, &b, &x, &out) == 0) r = arena_text(a, buf_text(&out), out.n);
    buf_free(&out);
    return r;
}

/* --- names of bodies, days --- */

static const char *body_named(const Model *m, Str name, Arena *a)
{
    const char *text = arena_text(a, name.p, name.n);
    size_t n = model_count(m, KIND_BODY);
    for (size_t i = 0; i < n; i++) {
        const Entity *b = model_at(m, KIND_BODY, i);
        const Value *names = entity_get(b, "names");
        if (entity_gone(b)) continue;
        if (text_same_folded(entity_title(b), text) || text_same_folded(b->id, text)) return b->id;
        for (uint32_t k = 0; names && names->type == VAL_LIST && k < names->count; k++)
            if (names->u.list[k].type == VAL_TEXT &&
                text_same_folded(arena_text(a, names->u.list[k].u.text.p, names->u.list[k].u.text.n), text)) return b->id;
    }
    return NULL;
}

static const char *bodies_named(const Model *m, Str text, Arena *a)
{
    Buf b = {0};
    int comma = !memchr(text.p, ';', text.n), bad = 0;
    for (size_t i = 0; i < text.n && !bad;) {
        size_t k = i;
        while (k < text.n && text.p[k] != ';' && !(comma && text.p[k] == ',')) k++;
        Str one = str_trim((Str){text.p + i, k - i});
        const char *id = one.n ? body_named(m, one, a) : NULL;
        if (one.n && !id) bad = 1;
        if (id) buf_printf(&b, "%s%s", b.n ? ", " : "", id);
        i = k + 1;
    }
    const char *r = bad || !b.n ? NULL : arena_text(a, buf_text(&b), b.n);
    buf_free(&b);
    return r;
}

/* «thứ Sáu, 20/11/2026» -> 20/11/2026 */
static const char *day_in(Session *s, Str text)
{
    Arena *a = s->c->arena;
    for (size_t i = 0; i < text.n; i++) {
        size_t k = i;
        if (text.p[i] < '0' || text.p[i] > '9') continue;
        while (k < text.n && ((text.p[k] >= '0' && text.p[k] <= '9') || strchr("/-.", text.p[k]))) k++;
        char *word = arena_text(a, text.p + i, k - i);
        size_t n = strlen(word);
        while (n && strchr("/-.", word[n - 1])) word[--n] = 0;
        Date d = date_parse(word, s->year);
        if (d != DATE_NONE) {
            int y, month, day;
            date_parts(d, &y, &month, &day);
            return arena_print(a, "%02d/%02d/%04d", day, month, y);
        }
        i = k;
    }
    return NULL;
}

const char *back_value(Session *s, const Model *m, FieldWay way, const Entity *e, const char *field, Str shown, Str text)
{
    Arena *a = s->c->arena;
    text = str_trim(text);
    if (!text.n || (memchr(text.p, '\n', text.n) && way != WAY_TEXT)) return NULL;
    switch (way) {
    case WAY_TEXT: return with_holes(s, e, field, shown, text);
    case WAY_TEXTS:
        return arena_print(a, "%.*s%s", (int)text.n, text.p,
                           memchr(text.p, ',', text.n) && !memchr(text.p, ';', text.n) ? ";" : "");
    case WAY_BODY: return body_named(m, text, a);
    case WAY_BODIES: return bodies_named(m, text, a);
    case WAY_DATE: return day_in(s, text);
    default: return arena_text(a, text.p, text.n);
    }
}
