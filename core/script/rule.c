/* rule.c - calling rules: functions look at the model or at one plan; what they report becomes findings. */
#include "core/script/rule.h"
#include "core/base/text.h"
#include "core/script/lua_value.h"
#include <string.h>

typedef struct CheckJob {
    Script *s;
    const Entity *rule;
    const char *function;                  /* the field that holds it: "check", "plan" */
    const ScriptName *scope;
    size_t n;
    RulePlan *plan;                        /* NULL: the rule looks at the model */
    Value plan_value;
    long said;
    Findings *f;
} CheckJob;

static Code code_of(const Entity *rule)
{
    const char *severity = entity_text(rule, "severity");
    if (!strcmp(severity, "error")) return SEN9002;
    if (!strcmp(severity, "note")) return SEN9003;
    return SEN9001;
}

static int cut(Str s, size_t most) { return (int)text_cut(s.p, s.n < most ? s.n : most); }

static void add_at(const CheckJob *job, const char *file, int line, int col, const char *id, Str text, Str hint)
{
    enum { MOST = 820 };                   /* both languages, 400 bytes each */
    findings_add(job->f, code_of(job->rule), file, line, col, id, "%.*s" ARG "%.*s", cut(text, MOST), text.p, cut(hint, MOST),
                 hint.p);
}

/* --- about something of the model --- */

static void add_finding(const CheckJob *job, const Value *about, Str text, Str hint)
{
    const char *file = job->rule->file, *id = job->rule->address;
    int line = job->rule->line;
    if (about && about->type == VAL_OBJECT) {
        Value v = value_none();
        const char *address = about->x.type->address ? about->x.type->address(about->u.self) : NULL;
        if (address) id = address;
        if (about->x.type->get && about->x.type->get(about->u.self, str_of("origin"), &v) && v.type == VAL_MAP)
            for (uint32_t i = 0; i < v.count; i++) {
                if (str_is(v.u.map[i].key, "file") && v.u.map[i].value->type == VAL_TEXT) file = v.u.map[i].value->u.text.p;
                if (str_is(v.u.map[i].key, "line") && v.u.map[i].value->type == VAL_INT) line = (int)v.u.map[i].value->u.i;
            }
    }
    add_at(job, file, line, 0, id, text, hint);
}

/* --- about a place in a plan --- */

/* A text of the plan as an object for scripts. */
typedef struct TextObject { const RulePlan *rp; size_t at; Value clause; } TextObject;

static const char *const text_names[] = {"text", "line", "kind", "clause", "lower", "heading"};

static const char *const *text_fields(const void *self, size_t *n)
{
    (void)self;
    *n = sizeof text_names / sizeof *text_names;
    return text_names;
}

static Str text_of(const void *self)
{
    const TextObject *o = self;
    return (Str){o->rp->text[o->at].text, o->rp->text[o->at].n};
}

static int text_get(const void *self, Str field, Value *out)
{
    const TextObject *o = self;
    const RuleText *t = &o->rp->text[o->at];
    size_t i = 0;
    while (i < sizeof text_names / sizeof *text_names && !str_is(field, text_names[i])) i++;
    switch (i) {
    case 0: *out = value_text((Str){t->text, t->n}); return 1;
    case 1: *out = t->line ? value_int(t->line) : value_none(); return 1;
    case 2: *out = value_text(str_of(t->kind)); return 1;
    case 3: *out = o->clause; return 1;
    case 4: *out = value_text((Str){o->rp->lower.p + t->at, t->n}); return 1;
    case 5: *out = value_bool(t->heading); return 1;
    default: return 0;
    }
}

static const ObjectType text_type = {.name = "text", .get = text_get, .fields = text_fields, .text = text_of};

static Value texts_value(RulePlan *rp, Value plan)
{
    if (rp->texts.type == VAL_LIST) return rp->texts;
    Value *v = arena_alloc(rp->arena, mem_mul(rp->n + 1, sizeof *v)), nodes = value_none();
    TextObject *o = arena_alloc(rp->arena, mem_mul(rp->n + 1, sizeof *o));
    if (plan.type == VAL_OBJECT) plan.x.type->get(plan.u.self, str_of("nodes"), &nodes);
    for (size_t i = 0; i < rp->n; i++) {
        int node = rp->text[i].node;
        o[i] = (TextObject){rp, i, value_none()};
        if (node >= 0 && nodes.type == VAL_LIST && (uint32_t)node < nodes.count) o[i].clause = nodes.u.list[node];
        v[i] = (Value){.type = VAL_OBJECT, .u.self = &o[i], .x.type = &text_type};
    }
    rp->texts = (Value){.type = VAL_LIST, .count = (uint32_t)rp->n, .u.list = v};
    return rp->texts;
}

/* The line of any part of a plan: its own, or its clause's. */
static int line_of(Value about)
{
    Value v = value_none();
    if (about.type == VAL_INT) return about.u.i > 0 && about.u.i < 10000000 ? (int)about.u.i : 0;
    if (about.type != VAL_OBJECT || !about.x.type->get) return 0;
    if (about.x.type->get(about.u.self, str_of("line"), &v) && v.type == VAL_INT) return (int)v.u.i;
    if (about.x.type->get(about.u.self, str_of("node"), &v) && v.type == VAL_OBJECT) return line_of(v);
    return 0;
}

/* found: the words it is about, for the exact place; may be empty. */
static void add_in_plan(CheckJob *job, Value about, Str text, Str hint, Str found)
{
    const RulePlan *rp = job->plan;
    const char *file = rp->file;
    int line = line_of(about), col = 0;
    if (++job->said > RULE_HITS_MOST) return;
    if (found.n)
        for (size_t i = 0; i < rp->n; i++) {
            if (rp->text[i].line != line) continue;
            const char *p = memmem(rp->text[i].text, rp->text[i].n, found.p, found.n);
            if (!p) continue;
            file = rule_plan_file(rp, i);
            if (line) line = rule_plan_locate(rp, i, (size_t)(p - rp->text[i].text), found.n, &col);
            break;
        }
    add_at(job, file, line, col, job->rule->address, text, hint);
}

static void say_the_rest(const CheckJob *job, long all)
{
    if (all <= RULE_HITS_MOST) return;
    findings_add(job->f, SEN9004, job->plan->file, 0, 0, job->rule->address, "%ld" ARG "%s", all - RULE_HITS_MOST,
                 entity_title(job->rule));
}

/* --- the call --- */

/* Both languages in one argument; the English half is left out where there is none. */
static Str both(Arena *a, Str vi, Str en)
{
    if (!en.n) return vi;
    const char *text = arena_print(a, "%.*s" ERR_BOTH "%.*s", cut(vi, 400), vi.p, cut(en, 400), en.p);
    return str_of(text);
}

static Str hint_of(const CheckJob *job)
{
    return both(job->f->arena, str_of(entity_text(job->rule, "hint")), str_of(entity_text(job->rule, "hint_en")));
}

/* A sentence of a rule: "…" or { "…", en = "…" }. 0; -1 = it is neither; else e. */
static int take_said(lua_State *L, int at, Arena *a, Str *out, Err *e)
{
    Value vi = value_none(), en = value_none();
    at = lua_absindex(L, at);
    int table = lua_type(L, at) == LUA_TTABLE;
    if (table) {
        lua_rawgeti(L, at, 1);
        lua_pushliteral(L, "en");
        lua_rawget(L, at);
    } else {
        lua_pushvalue(L, at);
        lua_pushnil(L);
    }
    int bad = lua_type(L, -2) != LUA_TSTRING || (lua_type(L, -1) != LUA_TSTRING && !lua_isnil(L, -1));
    if (!bad) bad = lua_value_take(L, -2, a, &vi, e) || lua_value_take(L, -1, a, &en, e);
    lua_pop(L, 2);
    if (bad) return -1;
    *out = both(a, vi.u.text, en.type == VAL_TEXT ? en.u.text : str_of(""));
    return 0;
}

static int is_said(lua_State *L, int at) { return lua_type(L, at) == LUA_TSTRING || lua_type(L, at) == LUA_TTABLE; }

/* The sentence at `at`, which has to be one. */
static Str said_arg(lua_State *L, int at, Arena *a)
{
    Str out = str_of("");
    Err e = {0};
    if (take_said(L, at, a, &out, &e)) {
        if (e.code) state_raise(L, e.code, "%s", e.arg[0]);
        luaL_checktype(L, at, LUA_TSTRING);
        luaL_argerror(L, at, "{ \"…\", en = \"…\" }");
    }
    return out;
}

/* m.report(object, "what is wrong", "hint", "words") or m.report("what is wrong"). The job is the running one. */
static int l_report(lua_State *L)
{
    CheckJob *job = script_of(L)->check;
    Script *s = script_of(L);
    state_spend(L, 1);
    if (!job) return state_raise(L, SEN3048, "%s", "report");      /* kept beyond its rule */
    int first = is_said(L, 1) ? 1 : 2;
    Value about = value_none(), found = value_text(str_of(""));
    Err e = {0};
    Arena *a = s->findings->arena;
    if (first == 2 && lua_value_take(L, 1, a, &about, &e)) return state_raise(L, e.code, "%s", e.arg[0]);
    Str text = said_arg(L, first, a), hint = is_said(L, first + 1) ? said_arg(L, first + 1, a) : hint_of(job);
    if (lua_type(L, first + 2) == LUA_TSTRING && lua_value_take(L, first + 2, a, &found, &e))
        return state_raise(L, e.code, "%s", e.arg[0]);
    if (job->plan) add_in_plan(job, about, text, hint, found.u.text);
    else add_finding(job, &about, text, hint);
    return 0;
}

/* The place `pos` (a byte of m.all, from 1): its text, or an error. */
static size_t place_arg(lua_State *L, const CheckJob *job, size_t *offset)
{
    lua_Integer pos = luaL_checkinteger(L, 1);
    const RulePlan *rp = job->plan;
    luaL_argcheck(L, pos >= 1 && rp->n && (size_t)pos <= rp->all.n, 1, "ngoài văn bản");
    size_t text = rule_plan_text_at(rp, (size_t)pos - 1);
    *offset = (size_t)pos - 1 - rp->text[text].at;
    return text;
}

/* m.place(pos): the text at a byte of m.all, and the byte in it */
static int l_place(lua_State *L)
{
    CheckJob *job = script_of(L)->check;
    size_t offset;
    state_spend(L, 1);
    if (!job || !job->plan) return state_raise(L, SEN3048, "%s", "place");
    size_t text = place_arg(L, job, &offset);
    lua_value_push(L, texts_value(job->plan, job->plan_value).u.list[text]);
    lua_pushinteger(L, (lua_Integer)offset + 1);
    return 2;
}

/* m.report_at(pos, length, "what is wrong", "hint"): about these bytes of m.all */
static int l_report_at(lua_State *L)
{
    CheckJob *job = script_of(L)->check;
    Script *s = script_of(L);
    size_t offset;
    state_spend(L, 1);
    if (!job || !job->plan) return state_raise(L, SEN3048, "%s", "report_at");
    size_t at = place_arg(L, job, &offset);
    const RuleText *t = &job->plan->text[at];
    lua_Integer n = luaL_checkinteger(L, 2);
    int col;
    if (n < 0 || offset >= t->n) n = 0;
    else if ((size_t)n > t->n - offset) n = (lua_Integer)(t->n - offset);
    Str text = said_arg(L, 3, s->findings->arena), hint = is_said(L, 4) ? said_arg(L, 4, s->findings->arena) : hint_of(job);
    if (++job->said > RULE_HITS_MOST) return 0;
    int line = rule_plan_locate(job->plan, at, offset, (size_t)n, &col);
    add_at(job, rule_plan_file(job->plan, at), line, col, job->rule->address, text, hint);
    return 0;
}

static void say_result(CheckJob *job, Value v)
{
    if (v.type != VAL_TEXT) return;
    if (job->plan) add_in_plan(job, value_none(), v.u.text, hint_of(job), str_of(""));
    else add_finding(job, NULL, v.u.text, hint_of(job));
}

/* m.kind, m.name: what m itself does not have is read of the unit, so that check = function(u, plan) reads as it says.
 * upvalue 1: the unit. */
static int unit_index(lua_State *L)
{
    const Box *unit = lua_value_box(L, lua_upvalueindex(1));
    Value out = value_none();
    Str key;
    if (!unit || lua_type(L, 2) != LUA_TSTRING) return 0;
    key.p = lua_tolstring(L, 2, &key.n);
    if (!lua_value_field(L, &unit->v, key, &out)) return 0;
    lua_value_push(L, out);
    return 1;
}

static void let_unit_be_read(lua_State *L, const CheckJob *job)
{
    Value unit = value_none();
    for (size_t i = 0; i < job->n; i++)
        if (!strcmp(job->scope[i].name, "unit")) unit = job->scope[i].value;
    lua_createtable(L, 0, 2);
    lua_value_push(L, unit);
    lua_pushcclosure(L, unit_index, 1);
    lua_setfield(L, -2, "__index");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_setmetatable(L, -2);
}

/* The plan a rule goes through; there even when none was imported. */
static void push_plan(lua_State *L, const CheckJob *job)
{
    const ScriptWorld *w = job->s->world;
    lua_value_push(L, job->plan ? job->plan_value : w ? w->plan : value_none());
}

static void push_method(lua_State *L, lua_CFunction f, const char *en, const char *vi)
{
    lua_pushcfunction(L, f);
    lua_pushvalue(L, -1);
    lua_setfield(L, -3, en);
    lua_setfield(L, -2, vi);
}

/* What a function that looks at a plan finds in m, the table on top. */
static void set_texts(lua_State *L, CheckJob *job)
{
    lua_value_push(L, job->plan_value);
    lua_setfield(L, -2, "plan");
    lua_value_push(L, texts_value(job->plan, job->plan_value));
    lua_setfield(L, -2, "texts");
    lua_pushlstring(L, job->plan->all.p, job->plan->all.n);
    lua_setfield(L, -2, "all");
    lua_pushlstring(L, job->plan->lower.p, job->plan->lower.n);
    lua_setfield(L, -2, "lower");
    push_method(L, l_place, "place", "cho");
    push_method(L, l_report_at, "report_at", "bao_tai");
}

static int run_check(lua_State *L)
{
    CheckJob *job = lua_touserdata(L, 1);
    Arena *a = job->f->arena;
    lua_value_push(L, *entity_get(job->rule, job->function));
    bar_begin(L, -1);
    lua_createtable(L, 0, (int)job->n + 4);
    for (size_t i = 0; i < job->n; i++) {
        lua_value_push(L, job->scope[i].value);
        lua_setfield(L, -2, job->scope[i].name);
    }
    if (job->plan) set_texts(L, job);
    push_method(L, l_report, "report", "bao");
    let_unit_be_read(L, job);
    push_plan(L, job);
    lua_call(L, 2, 1);
    Value v = value_none();
    Err e = {0};
    if (lua_value_take(L, -1, a, &v, &e)) return state_raise(L, e.code, "%s", e.arg[0]);
    say_result(job, v);
    for (uint32_t i = 0; v.type == VAL_LIST && i < v.count; i++) say_result(job, v.u.list[i]);
    return 0;
}

/* 0; -1 and e when the function failed. */
static int call_function(CheckJob *job, long instructions, Err *e)
{
    Script *at = job->s;
    call_begin(at);
    state_set_budget(at, instructions);
    at->findings = job->f;
    at->check = job;
    lua_pushcfunction(at->L, run_check);
    lua_pushlightuserdata(at->L, job);
    int r = script_enter(at, 1, 0, e);
    at->findings = NULL;
    at->check = NULL;
    at->no_figures = 0;
    if (state_was_over(at)) {
        *e = (Err){0};
        err_set(e, SEN9006, "%s", entity_title(job->rule));
    } else {
        state_set_budget(at, 0);
    }
    return r;
}

/* A rule that fails is named: at its own file and line, under its id. */
static int rule_failed(const Entity *rule, const Err *e, Findings *f)
{
    Err at = *e;
    err_at(&at, rule->file, rule->line, 0);
    findings_add_err(f, &at);
    if (f->n) f->v[f->n - 1].id = rule->address;
    return -1;
}

int script_call_check(Script *s, const Entity *rule, const ScriptName *scope, size_t n, Findings *f)
{
    const Value *check = entity_get(rule, "check");
    Script *at = check ? call_owner(s, *check) : NULL;
    Err e = {0};
    if (!at || !lua_checkstack(at->L, 10)) return 0;
    CheckJob job = {.s = at, .rule = rule, .function = "check", .scope = scope, .n = n, .f = f};
    return call_function(&job, 0, &e) ? rule_failed(rule, &e, f) : 0;
}

/* --- what a declarative rule says --- */

/* A remedy begins as the fault does: with a capital letter or without. */
static void add_like(Str found, const char *instead, Buf *out)
{
    uint32_t c;
    size_t k = text_decode(found.p, found.n, &c), n = strlen(instead);
    Buf low = {0};
    if (k) text_lower(found.p, k, &low);
    int capital = k && (low.n != k || memcmp(buf_text(&low), found.p, k));
    buf_free(&low);
    size_t first = capital ? text_decode(instead, n, &c) : 0;
    if (first) text_upper(instead, first, out);
    buf_add(out, instead + first, n - first);
}

/* `say` with {found} and {instead} (also {tim_thay}, {thay_bang}) filled. */
static void fill(const char *say, Str found, Str instead, Buf *out)
{
    static const struct { const char *name; int what; } holes[] = {
        {"{found}", 0}, {"{tim_thay}", 0}, {"{instead}", 1}, {"{thay_bang}", 1}};
    while (*say) {
        size_t i = 0;
        while (i < 4 && strncmp(say, holes[i].name, strlen(holes[i].name))) i++;
        if (i == 4) {
            buf_putc(out, *say++);
            continue;
        }
        buf_str(out, holes[i].what ? instead : found);
        say += strlen(holes[i].name);
    }
}

/* The sentence about a hit and its remedy, in one language; English is empty unless the rule has some. */
static void word_hit(const CheckJob *job, Str found, Str right, Lang lang, Buf *text, Buf *hint)
{
    const char *say = entity_text(job->rule, lang == LANG_EN ? "say_en" : "say");
    const char *more = entity_text(job->rule, lang == LANG_EN ? "hint_en" : "hint");
    if (*say) fill(say, found, right, text);
    else if (lang == LANG_VI) buf_printf(text, "«%.*s»: %s", cut(found, 120), found.p, entity_title(job->rule));
    if (lang == LANG_EN && !*say) return;
    if (right.n) buf_printf(hint, lang == LANG_EN ? "Write: \"%.*s\"." : "Viết: «%.*s».", cut(right, 200), right.p);
    if (*more) buf_printf(hint, "%s%s", hint->n ? " " : "", more);
}

static void say_hit(const CheckJob *job, const RuleHit *h)
{
    const RulePlan *rp = job->plan;
    const char *instead = h->instead ? h->instead : entity_text(job->rule, "instead");
    Str found = {rp->text[h->text].text + h->at, h->n};
    Buf right = {0}, text[2] = {{0}, {0}}, hint[2] = {{0}, {0}};
    int col, line = rule_plan_locate(rp, h->text, h->at, h->n, &col);
    if (*instead) add_like(found, instead, &right);
    for (int en = 0; en < 2; en++) word_hit(job, found, buf_view(&right), en ? LANG_EN : LANG_VI, &text[en], &hint[en]);
    Arena *a = job->f->arena;
    add_at(job, rule_plan_file(rp, h->text), line, col, job->rule->address, both(a, buf_view(&text[0]), buf_view(&text[1])),
           both(a, buf_view(&hint[0]), buf_view(&hint[1])));
    buf_free(&right);
    for (int en = 0; en < 2; en++) {
        buf_free(&text[en]);
        buf_free(&hint[en]);
    }
}

int rule_check_plan(Script *s, const Entity *rule, RulePlan *rp, const ScriptName *scope, size_t n, Value plan,
                    Findings *f)
{
    RuleHit hits[RULE_HITS_MOST];
    Err e = {0};
    const Value *function = entity_get(rule, "plan");
    Script *at = function && function->type == VAL_FUNCTION ? call_owner(s, *function) : NULL;
    CheckJob job = {.s = at, .rule = rule, .function = "plan", .scope = scope, .n = n, .plan = rp, .plan_value = plan, .f = f};
    long all = rule_find(rule, rp, hits, &e);
    if (all < 0) return rule_failed(rule, &e, f);
    for (long i = 0; i < all && i < RULE_HITS_MOST; i++) say_hit(&job, &hits[i]);
    say_the_rest(&job, all);
    if (!at || !lua_checkstack(at->L, 10)) return 0;
    if (call_function(&job, RULE_INSTRUCTIONS_MOST, &e)) return rule_failed(rule, &e, f);
    say_the_rest(&job, job.said);
    return 0;
}
