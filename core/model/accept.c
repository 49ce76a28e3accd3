/* accept.c - gives a raw value the type of its field, or says what is wrong with it; no layers, no Lua. */
#include "core/model/inside.h"
#include "core/base/text.h"
#include "core/model/due.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Want {
    const Model *m;
    const Entity *owner;
    const Field *f;
    int layer;
    Err *e;
} Want;

static const char *what_is(Value v)
{
    switch (v.type) {
    case VAL_BOOL: return v.u.i ? "true" : "false";
    case VAL_INT: case VAL_NUMBER: return "số" ERR_BOTH "a number";
    case VAL_TEXT: case VAL_WORD: return "chữ" ERR_BOTH "a text";
    case VAL_LIST: return "danh sách" ERR_BOTH "a list";
    case VAL_MAP: return "bảng" ERR_BOTH "a table";
    case VAL_FUNCTION: return "hàm" ERR_BOTH "a function";
    case VAL_DATE: return "ngày" ERR_BOTH "a date";
    default: return "trống" ERR_BOTH "nothing";
    }
}

static int wrong_type(const Want *w, Value v)
{
    return err_set(w->e, SEN3105, "%s" ARG "%s" ARG "%s" ARG "%s", w->f->both, word_type_both(w->f->type), what_is(v),
                   w->f->example);
}

static Value own_text(const Want *w, Str s)
{
    return value_text((Str){arena_text(w->m->arena, s.p, s.n), s.n});
}

static int accept_text(const Want *w, Value raw, Value *out)
{
    if (raw.type == VAL_INT || raw.type == VAL_NUMBER) {
        Buf b = {0};
        value_show(raw, &b);
        *out = own_text(w, buf_view(&b));
        buf_free(&b);
        return 0;
    }
    if (raw.type != VAL_TEXT) return wrong_type(w, raw);
    if (raw.u.text.n > 65536) return err_set(w->e, SEN3108, "%s" ARG "65536", w->f->both);
    *out = own_text(w, raw.u.text);
    return 0;
}

typedef int (*One)(const Want *w, Value raw, Value *out);

/* A list of ones; a single one is a list of one. */
static int accept_list(const Want *w, Value raw, One one, Value *out)
{
    Value single = raw;
    if (raw.type != VAL_LIST) {
        raw = (Value){.type = VAL_LIST, .count = 1, .u.list = &single};
        if (single.type == VAL_MAP && single.count == 0) raw.count = 0;
    }
    Value *v = arena_alloc(w->m->arena, mem_mul(raw.count + 1, sizeof *v));
    for (uint32_t i = 0; i < raw.count; i++) {
        if (one(w, raw.u.list[i], &v[i])) return -1;
        for (uint32_t j = 0; j < i && raw.count <= 1000; j++)
            if (value_equal(v[i], v[j])) {
                Buf b = {0};
                value_show(v[i], &b);
                err_set(w->e, SEN3109, "%s" ARG "%s", w->f->both, buf_text(&b));
                buf_free(&b);
                return -1;
            }
    }
    *out = (Value){.type = VAL_LIST, .count = raw.count, .u.list = v};
    return 0;
}

static int accept_id(const Want *w, Value raw, Value *out)
{
    if (raw.type != VAL_TEXT) return wrong_type(w, raw);
    if (raw.u.text.n == 0 || raw.u.text.n > 200)
        return err_set(w->e, SEN3107, "%.*s", (int)(raw.u.text.n ? 100 : 0), raw.u.text.p);
    Value t = own_text(w, raw.u.text);
    *out = (Value){.type = VAL_WORD, .u.text = t.u.text};
    return 0;
}

static int accept_choice(const Want *w, Value raw, Value *out)
{
    const ChoiceList *l = w->f->choices;
    if (raw.type != VAL_TEXT) return wrong_type(w, raw);
    const Choice *c = word_find_choice(l, raw.u.text.p, raw.u.text.n);
    if (c) {
        *out = (Value){.type = VAL_WORD, .u.text = str_of(c->name), .x.label = c->read};
        return 0;
    }
    Value t = own_text(w, raw.u.text);
    if (l->open && text_is_id(t.u.text.p)) {
        *out = (Value){.type = VAL_WORD, .u.text = t.u.text};
        return 0;
    }
    const char *near = word_near_choice(l, t.u.text.p);
    if (near) return err_set(w->e, SEN3103, "%s" ARG "%s" ARG "%s", t.u.text.p, w->f->both, near);
    Buf all = {0};
    for (size_t i = 0; i < l->n && all.n < 200; i++) buf_printf(&all, "%s%s", i ? ", " : "", l->v[i].alias);
    err_set(w->e, SEN3104, "%s" ARG "%s" ARG "%s", t.u.text.p, w->f->both, buf_text(&all));
    buf_free(&all);
    return -1;
}

static int accept_date(const Want *w, Value raw, Value *out)
{
    if (raw.type == VAL_DATE) {
        *out = raw;
        return 0;
    }
    if (raw.type != VAL_TEXT) return wrong_type(w, raw);
    Value t = own_text(w, raw.u.text);
    const Choice *c = word_find_choice(w->f->choices, t.u.text.p, t.u.text.n);
    if (c) {
        *out = (Value){.type = VAL_WORD, .u.text = str_of(c->name), .x.label = c->read};
        return 0;
    }
    Date d = date_parse(t.u.text.p, w->m->year);
    if (d == DATE_NONE) return err_set(w->e, SEN3106, "%s" ARG "%s", t.u.text.p, w->f->both);
    *out = value_date(d);
    return 0;
}

/* 1 when s is a d/m or d/m/yyyy that no calendar has ("31/4"). */
static int is_impossible_day(const char *s)
{
    int d = 0, m = 0, y = 0, end = 0;
    if (sscanf(s, "%2d/%2d/%4d%n", &d, &m, &y, &end) == 3 && end && !s[end]) return date_of(y, m, d) == DATE_NONE;
    end = 0;
    if (sscanf(s, "%2d/%2d%n", &d, &m, &end) == 2 && end && !s[end]) return date_of(2024, m, d) == DATE_NONE;
    return 0;
}

static int accept_rule(const Want *w, Value raw, Value *out)
{
    if (raw.type != VAL_TEXT) return wrong_type(w, raw);
    if (raw.u.text.n == 0 || raw.u.text.n > 200)
        return err_set(w->e, SEN3106, "%.*s" ARG "%s", raw.u.text.n ? 100 : 0, raw.u.text.p, w->f->both);
    *out = own_text(w, raw.u.text);
    /* every d/m in it must be a day: "31/4 - 30/6", "trước 32/12" */
    const char *s = out->u.text.p;
    for (size_t i = 0; s[i];) {
        size_t k = strspn(s + i, "0123456789/");
        if (k >= 3 && k <= 10) {
            char part[11];
            memcpy(part, s + i, k);
            part[k] = 0;
            if (is_impossible_day(part)) return err_set(w->e, SEN3106, "%s" ARG "%s", part, w->f->both);
        }
        i += k ? k : 1;
    }
    DueRule rule;
    Date from, to;
    int r = w->f->type == FIELD_PERIOD ? due_parse_period(out->u.text, w->m->year ? w->m->year : 2000, &from, &to, w->e)
                                       : due_parse(out->u.text, &rule, w->e);
    w->e->col = 0;                         /* it counts inside the text, not in the line */
    return r;
}

static int accept_number(const Want *w, Value raw, Value *out)
{
    if (raw.type != VAL_INT && raw.type != VAL_NUMBER) return wrong_type(w, raw);
    if (w->f->type == FIELD_INT) {
        if (raw.type != VAL_INT) return wrong_type(w, raw);
        if (raw.u.i < 0) return err_set(w->e, SEN3111, "%s" ARG "%lld", w->f->both, (long long)raw.u.i);
    }
    *out = raw;
    return 0;
}

/* --- targets: "quốc gia: 60% năm 2025" --- */

/* 1.000 and 1,5 as people write them; returns the length, 0 = no number. */
static size_t read_amount(const char *s, double *out)
{
    size_t i = 0;
    char digits[40];
    size_t n = 0;
    while (((s[i] >= '0' && s[i] <= '9') || ((s[i] == '.' || s[i] == ',') && s[i + 1] >= '0' && s[i + 1] <= '9')) && n < 38) {
        if (s[i] == '.' || s[i] == ',') {
            size_t k = strspn(s + i + 1, "0123456789");
            int thousands = s[i] == '.' && k == 3;
            if (!thousands) digits[n++] = '.';
        } else digits[n++] = s[i];
        i++;
    }
    if (!n) return 0;
    digits[n] = 0;
    char *end;
    *out = strtod(digits, &end);
    return *end ? 0 : i;
}

static Value target_map(const Want *w, Value level, Value year, Value value, Value unit, Value text)
{
    static const char *const keys[] = {"level", "year", "value", "unit", "text"};
    ValuePair *p = arena_alloc(w->m->arena, 5 * sizeof *p);
    Value *v = arena_alloc(w->m->arena, 5 * sizeof *v);
    v[0] = level; v[1] = year; v[2] = value; v[3] = unit; v[4] = text;
    for (int i = 0; i < 5; i++) p[i] = (ValuePair){str_of(keys[i]), &v[i]};
    return (Value){.type = VAL_MAP, .count = 5, .u.map = p};
}

static Value level_word(const Want *w, const char *text, size_t n)
{
    const ChoiceList *l = word_choices("level");
    const Choice *c = n ? word_find_choice(l, text, n) : &l->v[w->layer == 0 ? 0 : 2];
    return c ? (Value){.type = VAL_WORD, .u.text = str_of(c->name), .x.label = c->read} : value_none();
}

static int accept_target(const Want *w, Value raw, Value *out)
{
    if (raw.type == VAL_INT || raw.type == VAL_NUMBER) {
        Buf b = {0};
        value_show(raw, &b);
        Value text = own_text(w, buf_view(&b));
        buf_free(&b);
        double d = raw.type == VAL_INT ? (double)raw.u.i : raw.u.d;
        *out = target_map(w, level_word(w, "", 0), value_none(), value_number(d), value_none(), text);
        return 0;
    }
    if (raw.type != VAL_TEXT) return wrong_type(w, raw);
    Value text = own_text(w, raw.u.text);
    const char *s = text.u.text.p, *colon = strchr(s, ':');
    Value level = level_word(w, s, colon ? (size_t)(colon - s) : 0), year = value_none(), unit = value_none();
    if (level.type == VAL_NONE) return err_set(w->e, SEN3113, "%s", s);
    if (colon) s = colon + 1;
    s += strspn(s, " ");
    Value said = own_text(w, str_of(s));   /* without its level: the same in both spellings */
    double amount;
    size_t k = read_amount(s, &amount);
    if (!k) return err_set(w->e, SEN3113, "%s", text.u.text.p);
    s += k;
    s += strspn(s, " ");
    const char *at = strstr(s, "năm ");
    size_t unit_n = at ? (size_t)(at - s) : strlen(s);
    while (unit_n && s[unit_n - 1] == ' ') unit_n--;
    if (at) {
        char *end;
        long y = strtol(at + strlen("năm "), &end, 10);
        if (y < 1900 || y > 2200 || *end) return err_set(w->e, SEN3113, "%s", text.u.text.p);
        year = value_int(y);
    }
    if (unit_n) unit = own_text(w, (Str){s, unit_n});
    *out = target_map(w, level, year, value_number(amount), unit, said);
    return 0;
}

/* --- maps --- */

static int is_find(Value v)
{
    return v.type == VAL_MAP && v.count == 1 && str_is(v.u.map[0].key, "find") && v.u.map[0].value->type == VAL_LIST;
}

/* find "…", find { … }, an address, or a list of them -> { find = texts, node = addresses }. */
static int accept_clause(const Want *w, Value raw, Value *out)
{
    static const char *const keys[] = {"find", "node"};
    const Value *from = raw.type == VAL_LIST ? raw.u.list : &raw;
    uint32_t n = raw.type == VAL_LIST ? raw.count : 1, count[2] = {0, 0};
    Value flat[2][64], *kept = arena_alloc(w->m->arena, 2 * sizeof *kept);
    for (uint32_t i = 0; i < n; i++) {
        Value one = from[i], list = is_find(one) ? *one.u.map[0].value
            : (Value){.type = VAL_LIST, .count = 1, .u.list = &from[i]};
        int side = is_find(one) ? 0 : 1;
        for (uint32_t k = 0; k < list.count; k++) {
            if (count[side] == 64) return err_set(w->e, SEN3035, "64");
            if (accept_text(w, list.u.list[k], &flat[side][count[side]])) return -1;
            count[side]++;
        }
    }
    ValuePair *p = arena_alloc(w->m->arena, 2 * sizeof *p);
    uint32_t pairs = 0;
    for (int side = 0; side < 2; side++) {
        if (!count[side]) continue;
        Value list = {.type = VAL_LIST, .count = count[side], .u.list = flat[side]};
        kept[pairs] = value_copy(w->m->arena, list);
        p[pairs] = (ValuePair){str_of(keys[side]), &kept[pairs]};
        pairs++;
    }
    if (!pairs) return wrong_type(w, raw);
    *out = (Value){.type = VAL_MAP, .count = pairs, .u.map = p};
    return 0;
}

static int accept_only(const Want *w, Value raw, Value *out)
{
    if (raw.type != VAL_MAP || !raw.count) return wrong_type(w, raw);
    const ChoiceList *keys = word_choices("only_key");
    Field value_field = *w->f;
    Want inner = {w->m, w->owner, &value_field, w->layer, w->e};
    ValuePair *p = arena_alloc(w->m->arena, mem_mul(raw.count, sizeof *p));
    Value *v = arena_alloc(w->m->arena, mem_mul(raw.count, sizeof *v));
    for (uint32_t i = 0; i < raw.count; i++) {
        const Choice *c = word_find_choice(keys, raw.u.map[i].key.p, raw.u.map[i].key.n);
        if (!c) {
            char key[65];
            snprintf(key, sizeof key, "%.*s", (int)(raw.u.map[i].key.n < 64 ? raw.u.map[i].key.n : 64), raw.u.map[i].key.p);
            return err_set(w->e, SEN3104, "%s" ARG "%s" ARG "loai, don_vi, cap_tren", key, w->f->both);
        }
        int kind = !strcmp(c->name, "kind");
        value_field.type = kind ? FIELD_CHOICES : FIELD_TEXTS;
        value_field.choices = kind ? word_choices("unit_kind") : NULL;
        if (accept_list(&inner, *raw.u.map[i].value, kind ? accept_choice : accept_text, &v[i])) return -1;
        p[i] = (ValuePair){str_of(c->name), &v[i]};
    }
    *out = (Value){.type = VAL_MAP, .count = raw.count, .u.map = p};
    return 0;
}

static int accept_map(const Want *w, Value raw, Value *out)
{
    if (raw.type == VAL_LIST && raw.count == 0) raw = (Value){.type = VAL_MAP};
    if (raw.type != VAL_MAP) return wrong_type(w, raw);
    *out = value_copy(w->m->arena, raw);
    if (!w->f->choices) return 0;
    ValuePair *p = arena_alloc(w->m->arena, mem_mul(raw.count + 1, sizeof *p));
    for (uint32_t i = 0; i < raw.count; i++) {
        p[i] = out->u.map[i];
        const Choice *c = word_find_choice(w->f->choices, p[i].key.p, p[i].key.n);
        if (!c) {
            const char *near = word_near_choice(w->f->choices, p[i].key.p);
            return err_set(w->e, SEN3103, "%s" ARG "%s" ARG "%s", p[i].key.p, w->f->both,
                           near ? near : w->f->choices->v[0].alias);
        }
        ValuePair one = {str_of(c->name), p[i].value};     /* in the order of the English keys, however they were spelled */
        uint32_t at = i;
        for (; at > 0 && strcmp(p[at - 1].key.p, one.key.p) > 0; at--) p[at] = p[at - 1];
        p[at] = one;
    }
    out->u.map = p;
    return 0;
}

int accept_value(const Model *m, const Entity *owner, const Field *f, int layer, Value raw, Value *out, Err *e)
{
    Want w = {m, owner, f, layer, e};
    switch (f->type) {
    case FIELD_TEXT: return accept_text(&w, raw, out);
    case FIELD_TEXTS: return accept_list(&w, raw, accept_text, out);
    case FIELD_ID: return accept_id(&w, raw, out);
    case FIELD_IDS: return accept_list(&w, raw, accept_id, out);
    case FIELD_DATE: return accept_date(&w, raw, out);
    case FIELD_RULE: case FIELD_PERIOD: return accept_rule(&w, raw, out);
    case FIELD_INT: case FIELD_NUMBER: return accept_number(&w, raw, out);
    case FIELD_BOOL:
        *out = raw;
        return raw.type == VAL_BOOL ? 0 : wrong_type(&w, raw);
    case FIELD_CHOICE: return accept_choice(&w, raw, out);
    case FIELD_CHOICES: return accept_list(&w, raw, accept_choice, out);
    case FIELD_TARGETS: return accept_list(&w, raw, accept_target, out);
    case FIELD_CLAUSE: return accept_clause(&w, raw, out);
    case FIELD_ONLY: return accept_only(&w, raw, out);
    case FIELD_MAP: return accept_map(&w, raw, out);
    case FIELD_FUNCTION:
        *out = raw;
        return raw.type == VAL_FUNCTION ? 0 : wrong_type(&w, raw);
    default: return wrong_type(&w, raw);
    }
}

/* --- references --- */

static int accept_reference(const Model *m, const Entity *owner, const Field *f, Value *v, Err *e)
{
    const char *id = v->u.text.p;
    const Entity *named = NULL;
    if (f->target == KIND_ITEM && !strchr(id, '/') && owner && owner->parent) {
        char path[300];
        if (strlen(id) + strlen(owner->parent) > 280) return err_set(e, SEN3107, "%.100s", id);
        memcpy(path, owner->parent, strlen(owner->parent) + 1);
        strcat(path, "/");
        strcat(path, id);
        named = model_find(m, KIND_ITEM, path);
        if (named) {
            v->u.text = str_of(named->id);
            return 0;
        }
    } else named = model_find(m, f->target, id);
    if (named) {
        v->u.text = str_of(f->target == KIND_ITEM ? named->path : named->id);
        return 0;
    }
    const char *near = model_near_id(m, f->target, id);
    if (model_was_dropped(m, f->target, id)) return err_set(e, SEN3099, "%s", id);
    if (near) return err_set(e, SEN3101, "%s" ARG "%s" ARG "%s", word_kind(f->target)->both, id, near);
    return err_set(e, SEN3102, "%s" ARG "%s" ARG "%s", word_kind(f->target)->both, id, word_kind(f->target)->alias);
}

int accept_references(const Model *m, const Entity *owner, const Field *f, Value *v, Err *e)
{
    if ((f->type != FIELD_ID && f->type != FIELD_IDS) || f->target == KINDS) return 0;
    if (v->type == VAL_WORD) return accept_reference(m, owner, f, v, e);
    if (v->type != VAL_LIST) return 0;
    Value *list = arena_alloc(m->arena, mem_mul(v->count + 1, sizeof *list));
    for (uint32_t i = 0; i < v->count; i++) {
        list[i] = v->u.list[i];
        if (accept_reference(m, owner, f, &list[i], e)) return -1;
    }
    v->u.list = list;
    return 0;
}
