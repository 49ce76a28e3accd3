/* expr_eval.c - a tree over values -> a value; Lua goes out through the backend. Knows no template. */
#include "core/press/expr_tree.h"
#include "core/base/text.h"
#include <stdio.h>
#include <string.h>

typedef struct Eval {
    const Expr *x;
    const ExprEngine *g;
    Scope *s;
    Arena *a;
    Err *e;
} Eval;

static int fail(const Eval *v, int col, Code code, Str a, const char *b, const char *c)
{
    err_set(v->e, code, "%.*s" ARG "%s" ARG "%s", (int)(a.n > 100 ? text_cut(a.p, 100) : a.n), a.p ? a.p : "", b ? b : "",
            c ? c : "");
    return err_at(v->e, v->x->file, v->x->line, col);
}

static int eval(const Eval *v, Node *n, Value *out);

static const char *type_name(const Value *v)
{
    return v->type == VAL_OBJECT && v->x.type && v->x.type->name ? v->x.type->name : value_type_name(v->type);
}

static int unknown_name(const Eval *v, const Node *n)
{
    const char *names[SCOPE_NAMES + SCOPE_LOCALS];
    size_t count;
    const char *const *root = scope_names(&count);
    memcpy(names, root, count * sizeof *names);
    for (uint32_t i = 0; i < v->s->locals; i++)
        names[count++] = arena_text(v->a, v->s->local[i].name.p, v->s->local[i].name.n);
    const char *near = text_nearest(arena_text(v->a, n->text.p, n->text.n), names, count);
    return fail(v, n->col, near ? SEN4131 : SEN4130, n->text, near, NULL);
}

static int unknown_field(const Eval *v, const Node *n, const Value *of)
{
    size_t count;
    const char *const *names = scope_fields(of, &count, v->a);
    if (!names) return fail(v, n->col, SEN4134, n->text, type_name(of), NULL);
    const char *near = text_nearest(arena_text(v->a, n->text.p, n->text.n), names, count);
    return fail(v, n->col, near ? SEN4133 : SEN4132, n->text, type_name(of), near);
}

/* Objects of one type keep a field in one place: looked up once, then read. */
static int get_object_field(const Eval *v, Node *n, const Value *of, Value *out)
{
    const ObjectType *type = of->x.type;
    if (type && type->place && n->type != type) {
        n->type = type;
        n->place = type->place(of->u.self, n->text);
    }
    if (type && n->type == type && n->place >= 0) {
        type->get_at(of->u.self, n->place, out);
        return 0;
    }
    return scope_field(of, n->text, out) ? 0 : unknown_field(v, n, of);
}

static int get_field(const Eval *v, Node *n, Value *out)
{
    Value of;
    if (eval(v, n->a, &of)) return -1;
    if (of.type == VAL_OBJECT) {
        if (n->of_today) v->s->used |= 1u << SCOPE_TODAY;  /* "late" is today's word */
        return get_object_field(v, n, &of, out);
    }
    if (scope_field(&of, n->text, out)) return 0;
    /* maps are open: what is not in them is missing; those of a loop are not */
    int is_loop = n->a->kind == EX_NAME && str_is(n->a->text, "loop");
    return of.type == VAL_MAP && !is_loop ? 0 : unknown_field(v, n, &of);
}

/* indicators["people-reached"]: the one of a list with this id. */
static int find_by_id(const Value *list, Str id, Value *out)
{
    Value is = value_none();
    for (uint32_t i = 0; list->type == VAL_LIST && i < list->count; i++) {
        const Value *one = &list->u.list[i];
        if (one->type != VAL_OBJECT || !scope_field(one, str_of("id"), &is) || is.type != VAL_TEXT) continue;
        if (!str_eq(is.u.text, id)) continue;
        *out = *one;
        return 1;
    }
    return 0;
}

static int get_index(const Eval *v, Node *n, Value *out)
{
    Value of, key;
    if (eval(v, n->a, &of) || eval(v, n->b, &key)) return -1;
    *out = value_none();
    if (of.type == VAL_NONE || key.type == VAL_NONE) return 0;
    if (of.type == VAL_LIST && key.type == VAL_INT) {
        if (key.u.i >= 1 && key.u.i <= (int64_t)of.count) *out = of.u.list[key.u.i - 1];
        return 0;
    }
    if (key.type != VAL_TEXT && key.type != VAL_WORD)
        return fail(v, n->col, SEN4135, (Str){"[ ]", 3}, type_name(&of), type_name(&key));
    if (scope_field(&of, key.u.text, out) || find_by_id(&of, key.u.text, out)) return 0;
    Node named = {.col = n->col, .text = key.u.text};
    return of.type == VAL_MAP ? 0 : unknown_field(v, &named, &of);
}

/* --- comparing --- */

static int is_number(const Value *v) { return v->type == VAL_INT || v->type == VAL_NUMBER; }
static double number_of(const Value *v) { return v->type == VAL_INT ? (double)v->u.i : v->u.d; }
static int is_text(const Value *v) { return v->type == VAL_TEXT || v->type == VAL_WORD; }

/* A word equals its id, and what people read for it. */
static int equal(const Value *a, const Value *b)
{
    if (is_number(a) && is_number(b))
        return a->type == VAL_INT && b->type == VAL_INT ? a->u.i == b->u.i : number_of(a) == number_of(b);
    if (is_text(a) && is_text(b)) {
        if (str_eq(a->u.text, b->u.text)) return 1;
        const Value *word = a->type == VAL_WORD ? a : b, *other = word == a ? b : a;
        return word->type == VAL_WORD && other->type == VAL_TEXT && word->x.label && str_is(other->u.text, word->x.label);
    }
    if (a->type != b->type) return 0;
    switch (a->type) {
    case VAL_NONE: return 1;
    case VAL_BOOL: case VAL_FUNCTION: return a->u.i == b->u.i;
    case VAL_DATE: return a->u.date == b->u.date;
    case VAL_OBJECT: return a->u.self == b->u.self;
    case VAL_LIST: return a->u.list == b->u.list && a->count == b->count;
    case VAL_MAP: return a->u.map == b->u.map && a->count == b->count;
    default: return 0;
    }
}

static int order(const Eval *v, const Node *n, const Value *a, const Value *b, int *sign)
{
    if (value_is_hidden(a) || value_is_hidden(b)) {
        *sign = 2;
    } else if (is_number(a) && is_number(b)) {
        double p = number_of(a), q = number_of(b);
        *sign = p < q ? -1 : p > q ? 1 : p == q ? 0 : 2;                       /* 2: NaN, never true */
    } else if (a->type == VAL_DATE && b->type == VAL_DATE) {
        *sign = a->u.date < b->u.date ? -1 : a->u.date > b->u.date;
    } else if (a->type == VAL_TEXT && b->type == VAL_TEXT) {
        size_t k = a->u.text.n < b->u.text.n ? a->u.text.n : b->u.text.n;
        int c = k ? memcmp(a->u.text.p, b->u.text.p, k) : 0;
        *sign = c ? (c < 0 ? -1 : 1) : a->u.text.n < b->u.text.n ? -1 : a->u.text.n > b->u.text.n;
    } else {
        return fail(v, n->col, SEN4135, (Str){"<", 1}, type_name(a), type_name(b));
    }
    return 0;
}

static int compare(const Eval *v, const Node *n, const Value *a, const Value *b, Value *out)
{
    int sign = 0;
    if (n->kind == EX_EQUAL || n->kind == EX_UNEQUAL) {
        *out = value_bool(equal(a, b) == (n->kind == EX_EQUAL));
        return 0;
    }
    if (order(v, n, a, b, &sign)) return -1;
    int yes = n->kind == EX_LESS ? sign == -1 : n->kind == EX_LESS_EQUAL ? sign == -1 || sign == 0
            : n->kind == EX_MORE ? sign == 1 : sign == 1 || sign == 0;
    *out = value_bool(yes);
    return 0;
}

/* --- computing, by the rules of Lua --- */

static int lua_text(const Value *v, Buf *out)
{
    if (v->type == VAL_INT) buf_printf(out, "%lld", (long long)v->u.i);
    else if (v->type == VAL_TEXT) buf_str(out, v->u.text);
    else if (v->type == VAL_WORD) buf_puts(out, v->x.label ? v->x.label : "");
    else if (v->type == VAL_NUMBER) {
        char d[40];
        int n = snprintf(d, sizeof d, "%.14g", v->u.d);
        if (!d[strspn(d, "-0123456789")]) n += snprintf(d + n, sizeof d - (size_t)n, ".0");
        buf_add(out, d, (size_t)n);
    } else {
        return -1;
    }
    return 0;
}

static int concat(const Eval *v, const Node *n, const Value *a, const Value *b, Value *out)
{
    Buf t = {0};
    int rc = lua_text(a, &t) || lua_text(b, &t);
    if (rc) rc = fail(v, n->col, SEN4135, (Str){"..", 2}, type_name(a), type_name(b));
    else *out = value_text((Str){arena_text(v->a, buf_text(&t), t.n), t.n});
    buf_free(&t);
    return rc;
}

static int compute(const Eval *v, const Node *n, const Value *a, const Value *b, Value *out)
{
    static const char *const sign[] = {"+", "-", "*", "/"};
    if (n->kind == EX_CONCAT) return concat(v, n, a, b, out);
    if (value_is_hidden(a) || value_is_hidden(b)) {
        *out = value_hidden(VALUE_HIDDEN);
        return 0;
    }
    if (!is_number(a) || !is_number(b))
        return fail(v, n->col, SEN4135, str_of(sign[n->kind - EX_ADD]), type_name(a), type_name(b));
    if (n->kind != EX_DIVIDE && a->type == VAL_INT && b->type == VAL_INT) {
        uint64_t p = (uint64_t)a->u.i, q = (uint64_t)b->u.i;
        *out = value_int((int64_t)(n->kind == EX_ADD ? p + q : n->kind == EX_SUBTRACT ? p - q : p * q));
        return 0;
    }
    double p = number_of(a), q = number_of(b);
    *out = value_number(n->kind == EX_ADD ? p + q : n->kind == EX_SUBTRACT ? p - q : n->kind == EX_MULTIPLY ? p * q : p / q);
    return 0;
}

static int unary(const Eval *v, Node *n, Value *out)
{
    Value a;
    if (eval(v, n->a, &a)) return -1;
    if (n->kind == EX_NOT) {
        *out = value_bool(!expr_true(&a));
    } else if (n->kind == EX_NEGATE) {
        if (!is_number(&a)) return fail(v, n->col, SEN4135, (Str){"-", 1}, type_name(&a), "");
        *out = a.type == VAL_INT ? value_int((int64_t)(0 - (uint64_t)a.u.i)) : value_number(-a.u.d);
    } else {
        if (a.type == VAL_LIST) *out = value_int(a.count);
        else if (a.type == VAL_TEXT) *out = value_int((int64_t)a.u.text.n);
        else return fail(v, n->col, SEN4135, (Str){"#", 1}, type_name(&a), "");
    }
    return 0;
}

static int eval(const Eval *v, Node *n, Value *out)
{
    Value a, b;
    switch (n->kind) {
    case EX_VALUE: *out = n->value; return 0;
    case EX_NAME: return scope_get_at(v->s, n->text, n->root, out) ? 0 : unknown_name(v, n);
    case EX_FIELD: return get_field(v, n, out);
    case EX_INDEX: return get_index(v, n, out);
    case EX_NOT: case EX_NEGATE: case EX_LENGTH: return unary(v, n, out);
    case EX_AND: case EX_OR:
        if (eval(v, n->a, out)) return -1;
        return expr_true(out) == (n->kind == EX_AND) ? eval(v, n->b, out) : 0;
    case EX_LUA: break;
    default:
        if (eval(v, n->a, &a) || eval(v, n->b, &b)) return -1;
        return n->kind >= EX_CONCAT ? compute(v, n, &a, &b, out) : compare(v, n, &a, &b, out);
    }
    return fail(v, n->col, SEN4136, v->x->lua.text, NULL, NULL);
}

int expr_true(const Value *v) { return v->type != VAL_NONE && !(v->type == VAL_BOOL && !v->u.i); }

static int eval_one(const Eval *v, Node *root, const ExprLua *lua, Value *out)
{
    if (root && !(v->g->no_oplist && v->g->lua)) return eval(v, root, out);
    if (!v->g->lua) return fail(v, v->x->col, SEN4136, lua->text, NULL, NULL);
    v->s->used |= 1u << SCOPE_UNIT;                        /* a script may reach anything */
    if (v->g->lua->eval(v->g->lua->self, lua, v->s, v->a, out, v->e)) return err_at(v->e, v->x->file, v->x->line, v->x->col);
    return 0;
}

int expr_eval(Expr *x, const ExprEngine *g, Scope *s, Arena *a, Value *out, Err *e)
{
    Eval v = {x, g, s, a, e};
    if (eval_one(&v, x->root, &x->lua, out)) return -1;
    for (const Filter *f = x->filters; f; f = f->next) {
        Value arg, in = *out;
        if (f->arg && eval_one(&v, f->arg, f->arg_lua, &arg)) return -1;
        if (expr_filter_apply(f->kind, &in, f->arg ? &arg : NULL, a, out, e)) return err_at(e, x->file, x->line, f->col);
    }
    return 0;
}

/* --- what is printed --- */

int expr_field(Expr *x, Scope *s, Arena *a, const char **address, Str *field, const char **filter)
{
    size_t count;
    Err e = {0};
    ExprEngine plain = {0};
    Eval v = {x, &plain, s, a, &e};
    Value of;
    Node *n = x->root;
    *filter = "";
    if (!n || n->kind != EX_FIELD) return 0;
    for (const Filter *f = x->filters; f; f = f->next)
        if (f->kind != FILTER_DEFAULT && !**filter) *filter = expr_filter_names(&count)[f->kind];
    *field = n->text;
    if (n->a->kind == EX_NAME && n->a->root == SCOPE_VARS) {
        *address = "vars";
        return 1;
    }
    if (eval(&v, n->a, &of) || of.type != VAL_OBJECT || !of.x.type->address) return 0;
    *address = of.x.type->address(of.u.self);
    return *address != NULL;
}

/* --- who owes a missing value --- */

/* The address of the object a path starts from ("task:x"), its root name, and the rest of the path as written. */
static const Node *path_root(const Node *n)
{
    while (n && (n->kind == EX_FIELD || n->kind == EX_INDEX)) n = n->a;
    return n && n->kind == EX_NAME ? n : NULL;
}

/* A key that is not in the map, and one that is nearly the same: a slip of the pen rather than a missing value. */
static int near_key(const Expr *x, const Node *n, const Value *map, Arena *a, Findings *f)
{
    size_t count;
    Value v;
    if (scope_field(map, n->text, &v)) return 0;
    const char *const *names = scope_fields(map, &count, a);
    const char *word = arena_text(a, n->text.p, n->text.n), *near = text_nearest(word, names, count);
    if (!near) return 0;
    const char *of = n->a->kind == EX_NAME || n->a->kind == EX_FIELD ? arena_text(a, n->a->text.p, n->a->text.n) : "map";
    findings_add(f, SEN4133, x->file, x->line, n->col, NULL, "%s" ARG "%s" ARG "%s", word, of, near);
    return 1;
}

void expr_report_missing(Expr *x, Scope *s, Arena *a, Findings *f)
{
    Node *n = x->root;
    const Node *root = path_root(n);
    const char *what = arena_text(a, x->lua.text.p, x->lua.text.n), *id = NULL;
    Value v = value_none();
    Err e = {0};
    ExprEngine plain = {0};
    Eval ev = {x, &plain, s, a, &e};
    if (root && n->kind == EX_FIELD && eval(&ev, n->a, &v)) v = value_none();
    if (v.type == VAL_OBJECT && v.x.type->address)
        id = v.x.type->address(v.u.self);
    if (id) what = arena_print(a, "%s.%.*s", id, (int)n->text.n, n->text.p);
    if (root && n->kind == EX_FIELD && v.type == VAL_MAP && near_key(x, n, &v, a, f)) return;
    int where = root ? scope_root(root->text) : -1;
    Code code = where == SCOPE_PLAN || where == SCOPE_PLANS                ? SEN4141
                : where == SCOPE_VARS                                     ? SEN4142
                : where == SCOPE_VALUES || (id && !strncmp(id, "indicator:", 10)) ? SEN4143
                : where == SCOPE_UNIT                                     ? SEN4144
                : id                                                      ? SEN4145
                                                                          : SEN4140;
    findings_add(f, code, x->file, x->line, x->col, id, "%s" ARG "%s", what, id && strchr(id, ':') ? strchr(id, ':') + 1 : what);
}
