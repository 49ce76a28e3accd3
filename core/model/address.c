/* address.c - addresses typed by people; folding, order of kinds, candidates. */
#include "core/model/address.h"
#include "core/base/text.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TYPED_MOST = 400 };

typedef struct Typed {
    const Model *m;
    AddressNode is_node;
    void *ctx;
    char text[TYPED_MOST + 1];         /* folded to an id-like form: "thang-hanh-dong/toa-dam" */
} Typed;

/* Lower case, no accents, runs of spaces and "_" become "-"; ":" "." "/" stay. */
static void normalize(const char *s, char *out)
{
    Buf b = {0};
    text_fold(s, strlen(s), &b);
    size_t n = b.n < TYPED_MOST ? b.n : TYPED_MOST;
    for (size_t i = 0; i < n; i++) out[i] = b.p[i] == ' ' ? '-' : b.p[i];
    out[n] = 0;
    buf_free(&b);
}

static int found(Address *out, const Entity *e)
{
    out->kind = (int)e->kind;
    out->entity = e;
    return 0;
}

/* A bare ITEM: 1 found, 0 none, -1 several (err lists them). */
static int find_bare_item(const Model *m, const char *id, Address *out, Err *e)
{
    Buf all = {0};
    int n = 0;
    for (size_t i = 0; i < model_count(m, KIND_ITEM); i++) {
        const Entity *x = model_at(m, KIND_ITEM, i);
        int match = !x->dropped && !x->removed && text_same_folded(x->id, id);
        const Value *also = entity_get(x, "also");
        for (uint32_t k = 0; !match && !x->dropped && !x->removed && also && also->type == VAL_LIST && k < also->count; k++)
            match = text_same_folded(also->u.list[k].u.text.p, id);
        if (!match) continue;
        if (all.n < 200) buf_printf(&all, "%s%s", n ? ", " : "", x->path);
        if (!n++) found(out, x);
    }
    if (n > 1) err_set(e, SEN3134, "%s" ARG "%s", id, buf_text(&all));
    buf_free(&all);
    return n > 1 ? -1 : n;
}

static int find_of_kind(const Typed *t, int kind, const char *id, Address *out, Err *e)
{
    if (kind == ADDRESS_NODE) {
        const char *colon = strchr(id, ':');
        snprintf(out->plan, sizeof out->plan, "%.*s", colon ? (int)(colon - id) : 0, id);
        snprintf(out->node, sizeof out->node, "%s", colon ? colon + 1 : id);
        out->kind = ADDRESS_NODE;
        return t->is_node == NULL || t->is_node(t->ctx, out->plan, out->node);
    }
    const Entity *x = model_find(t->m, (Kind)kind, id);
    if (x) return found(out, x), 1;
    if (kind == KIND_ITEM && !strchr(id, '/')) return find_bare_item(t->m, id, out, e);
    return 0;
}

/* 1 found, 0 none, -1 ambiguous. */
static int find_bare(const Typed *t, const char *id, const char *raw, Address *out, Err *e)
{
    static const int order[] = {KIND_TASK, KIND_ITEM, KIND_INDICATOR, KIND_MATERIAL, KIND_UNIT};
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        int r = find_of_kind(t, order[i], id, out, e);
        if (r) return r;
    }
    if (t->is_node && t->is_node(t->ctx, "", raw)) return find_of_kind(t, ADDRESS_NODE, raw, out, e);
    static const int rest[] = {KIND_BODY, KIND_CHECKLIST, KIND_SCHEDULE, KIND_EVENT, KIND_MEMBER, KIND_LEGAL, KIND_NARRATIVE,
                               KIND_RULE, KIND_LAYOUT, KIND_HOLIDAY};
    for (size_t i = 0; i < sizeof rest / sizeof *rest; i++) {
        int r = find_of_kind(t, rest[i], id, out, e);
        if (r) return r;
    }
    return 0;
}

static int try_whole(const Typed *t, int kind, const char *id, const char *raw, Address *out, Err *e)
{
    out->field = -1;
    return kind >= 0 ? find_of_kind(t, kind, kind == ADDRESS_NODE ? raw : id, out, e) : find_bare(t, id, raw, out, e);
}

static int unknown(const Typed *t, int kind, const char *id, const char *typed, Err *e)
{
    static const Kind likely[] = {KIND_TASK, KIND_ITEM, KIND_INDICATOR, KIND_MATERIAL, KIND_UNIT};
    const char *near = NULL;
    if (kind >= 0 && kind < KINDS) near = model_near_id(t->m, (Kind)kind, id);
    for (size_t i = 0; kind < 0 && !near && i < sizeof likely / sizeof *likely; i++) near = model_near_id(t->m, likely[i], id);
    const char *what = kind >= 0 && kind < KINDS ? word_kind((Kind)kind)->both : "mục" ERR_BOTH "clause";
    if (kind == ADDRESS_NODE) return err_set(e, SEN3144, "%.100s", typed);
    if (near) return err_set(e, SEN3101, "%s" ARG "%.100s" ARG "%s", what, id, near);
    return err_set(e, SEN3135, "%.100s", typed);
}

int address_parse(const Model *m, const char *text, AddressNode is_node, void *ctx, Address *out, Err *e)
{
    Typed t = {m, is_node, ctx, ""};
    memset(out, 0, sizeof *out);
    out->field = -1;
    text += strspn(text, " ");
    if (!*text || strlen(text) > TYPED_MOST / 2) return err_set(e, SEN3135, "%.100s", text);
    normalize(text, t.text);
    int kind = -1;
    char *id = t.text, *colon = strchr(id, ':');
    const char *raw = text;
    if (colon) {
        *colon = 0;
        kind = !strcmp(id, "node") || !strcmp(id, "muc") ? ADDRESS_NODE : word_find_kind(id);
        if (kind < 0) {
            const char *near = word_near_kind(id);
            if (near) return err_set(e, SEN3101, "loại" ERR_BOTH "kind" ARG "%.60s" ARG "%s", id, near);
            return err_set(e, SEN3135, "%.100s", text);
        }
        id = colon + 1;
        raw = strchr(text, ':') + 1;
    }
    int r = try_whole(&t, kind, id, raw, out, e);
    if (r) return r < 0 ? -1 : 0;
    char *dot = strrchr(id, '.');
    if (!dot || kind == ADDRESS_NODE) return unknown(&t, kind, id, text, e);
    *dot = 0;
    Buf head = {0};
    buf_add(&head, raw, (size_t)(strrchr(raw, '.') - raw));
    r = try_whole(&t, kind, id, buf_text(&head), out, e);
    buf_free(&head);
    if (r < 0) return -1;
    if (r == 0) return unknown(&t, kind, id, text, e);
    if (out->kind == ADDRESS_NODE) return err_set(e, SEN3135, "%.100s", text);
    if (!dot[1]) return err_set(e, SEN3135, "%.100s", text);
    out->field = word_find_field((Kind)out->kind, dot + 1, strlen(dot + 1));
    if (out->field >= 0) return 0;
    const KindWord *w = word_kind((Kind)out->kind);
    const char *near = word_near_field((Kind)out->kind, dot + 1);
    if (near) return err_set(e, SEN3115, "%.80s" ARG "%s" ARG "%s", dot + 1, w->both, near);
    return err_set(e, SEN3116, "%.80s" ARG "%s" ARG "%s", dot + 1, w->both, w->alias);
}
