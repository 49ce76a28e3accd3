/* declare.c - the words of the declare stage in both spellings: task "id" { … }, edit.task "id" { … }, find, add { … }.
 *
 *   task "action-month" { "Tháng hành động", lead = "standing", item "plan" { "Ban hành kế hoạch" } }
 *   sua.nhiem_vu "thang-hanh-dong" { phoi_hop = them { "doan-thanh-nien" }, ly_do = "Họp giao ban" }
 *
 * A mistake in one statement is reported and the script goes on: what is wrong becomes MARK_NOTHING, which takes any use. */
#include "core/base/text.h"
#include "core/script/mend.h"
#include <stdlib.h>
#include <string.h>

static int push_nothing(lua_State *L)
{
    lua_pushnil(L);
    mark_push(L, MARK_NOTHING, 0);
    return 1;
}

static void report(Script *s, Code code, int line, const char *args, const char *more)
{
    findings_add(s->findings, code, s->file->name, line, 0, NULL, "%.100s" ARG "%.100s", args, more);
}

static void check_stage(lua_State *L, const char *word)
{
    Script *s = script_of(L);
    if (s->stage != STAGE_DECLARE && s->stage != STAGE_RUN) state_raise(L, SEN3048, "%.60s", word);
    state_spend(L, 1);
}

static const char *word_of(Verb v, Kind k) { return v == VERB_DECLARE ? word_kind(k)->name : word_verb(v)->name; }

/* --- the first half: word "id" --- */

static int start_statement(lua_State *L, Verb verb, Kind kind, const char *path)
{
    Script *s = script_of(L);
    if (s->n_pending >= SCRIPT_STATEMENTS_MOST) return state_raise(L, SEN3031, "%d", SCRIPT_STATEMENTS_MOST);
    if (s->n_pending == s->cap_pending) {
        s->cap_pending = s->cap_pending ? s->cap_pending * 2 : 64;
        s->pending = mem_resize(s->pending, mem_mul(s->cap_pending, sizeof *s->pending));
    }
    s->pending[s->n_pending] = (Pending){.verb = verb, .kind = kind, .line = script_line_of_caller(L),
                                         .path = arena_copy(s->out->arena, path)};
    lua_pushnil(L);
    mark_push(L, MARK_PENDING, s->n_pending++);
    return 1;
}

static int finish_statement(lua_State *L, size_t at, int table);

/* upvalues: verb, kind */
static int word_call(lua_State *L)
{
    Verb verb = (Verb)lua_tointeger(L, lua_upvalueindex(1));
    Kind kind = (Kind)lua_tointeger(L, lua_upvalueindex(2));
    Script *s = script_of(L);
    check_stage(L, word_kind(kind)->alias);
    lua_settop(L, 1);
    if (lua_type(L, 1) == LUA_TSTRING) {
        size_t n;
        const char *id = lua_tolstring(L, 1, &n);
        if (strlen(id) == n && n && n <= 300 && text_valid(id, n, NULL)) return start_statement(L, verb, kind, id);
        report(s, SEN3107, script_line_of_caller(L), "", "");
        return push_nothing(L);
    }
    if (lua_type(L, 1) == LUA_TTABLE && kind == KIND_WORKSPACE && verb == VERB_DECLARE) {
        start_statement(L, verb, kind, "workspace");
        return finish_statement(L, s->n_pending - 1, 1);
    }
    Mark *m = mark_at(L, 1);
    if (m && m->kind == MARK_NOTHING) return push_nothing(L);
    report(s, SEN3050, script_line_of_caller(L), word_of(verb, kind), word_kind(kind)->alias);
    return push_nothing(L);
}

/* --- the second half: { … } --- */

typedef struct Entered {                   /* one named field of a statement, before it is taken */
    const char *name;
    int line, col;
} Entered;

static int compare_entered(const void *pa, const void *pb)
{
    const Entered *a = pa, *b = pb;
    if (a->line != b->line) return a->line < b->line ? -1 : 1;
    if (a->col != b->col) return a->col < b->col ? -1 : 1;
    return strcmp(a->name, b->name);
}

/* A word that still waits for its braces stands where a value should: said once, as it may get its braces later. */
static void report_pending(Script *s, const Mark *m)
{
    Pending *p = m->run == s->run && m->at < s->n_pending ? &s->pending[m->at] : NULL;
    if (p && !p->reported) report(s, SEN3051, p->line, word_of(p->verb, p->kind), p->path);
    if (p) p->reported = 1;
}

/* Takes the value on top of the stack into the statement; 0, or -1 when it is wrong (reported). Pops it. */
static int take_field(lua_State *L, Statement *st, Statements *out, const char *name, int line, int col)
{
    Script *s = script_of(L);
    StepOp op = STEP_SET;
    Mark *m = mark_at(L, -1);
    Value v;
    Err e = {0};
    int bad = 0;
    if (m && (m->kind == MARK_ADD || m->kind == MARK_REMOVE)) {
        op = m->kind == MARK_ADD ? STEP_LIST_ADD : STEP_LIST_REMOVE;
        lua_getiuservalue(L, -1, 1);
        lua_remove(L, -2);
        m = NULL;
    }
    if (m && m->kind == MARK_PENDING) report_pending(s, m);
    if (m && (m->kind == MARK_NOTHING || m->kind == MARK_PENDING)) bad = 1;         /* reported */
    else if (lua_value_take(L, -1, out->arena, &v, &e)) {
        bad = 1;
        if (e.code != SEN3099)
            findings_add(s->findings, e.code, s->file->name, line, col, NULL, "%s" ARG "%s", e.arg[0], *name ? name : "1");
    } else {
        StatementField *f = statement_add_field(out, st, name, op, v, line);
        f->col = col;
    }
    lua_pop(L, 1);
    return bad ? -1 : 0;
}

/* The entry `i` without a name: a title, an item, or a mistake. 0/-1. */
static int take_positional(lua_State *L, Pending *p, Statement *st, Statements *out, int *titles, const ScanBlock *block, int i)
{
    Script *s = script_of(L);
    int col = 0, line = scan_field_line(block, NULL, i, &col);
    if (!line) line = p->line;
    Mark *m = mark_at(L, -1);
    if (m && m->kind == MARK_CHILD && m->run == s->run && m->at < s->n_pending) {
        Pending *child = &s->pending[m->at];
        lua_pop(L, 1);
        if (child->kind != KIND_ITEM || (p->kind != KIND_TASK && p->kind != KIND_CHECKLIST)) {
            if (!child->reported) report(s, SEN3053, child->line, word_kind(child->kind)->alias, word_kind(p->kind)->alias);
            child->reported = 1;
        }
        return 0;
    }
    if (m && (m->kind == MARK_NOTHING || m->kind == MARK_PENDING)) {
        if (m->kind == MARK_PENDING) report_pending(s, m);
        lua_pop(L, 1);
        return m->kind == MARK_NOTHING ? 0 : -1;
    }
    if (lua_type(L, -1) == LUA_TSTRING && (*titles)++ == 0) return take_field(L, st, out, "", line, col);
    report(s, SEN3052, line, lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1)
                                                                  : script_type_both(luaL_typename(L, -1)),
           word_kind(p->kind)->alias);
    lua_pop(L, 1);
    return -1;
}

static int take_named(lua_State *L, int table, Statement *st, Statements *out, const ScanBlock *block, int at_line)
{
    Entered names[128] = {{0}};
    size_t n = 0;
    int bad = 0;
    Script *s = script_of(L);
    lua_pushnil(L);
    while (lua_next(L, table)) {
        lua_pop(L, 1);
        if (lua_type(L, -1) == LUA_TNUMBER) continue;
        size_t len;
        const char *name = lua_type(L, -1) == LUA_TSTRING ? lua_tolstring(L, -1, &len) : NULL;
        if (n == sizeof names / sizeof *names) {
            report(s, SEN3035, at_line, "128", "");
            lua_pop(L, 1);
            return -1;
        }
        if (!name || len > 64 || strlen(name) != len || !len || !text_valid(name, len, NULL)) {
            report(s, SEN3039, at_line, "", "");
            bad = -1;
            continue;
        }
        names[n] = (Entered){.name = name, .line = at_line};
        int line = scan_field_line(block, name, 0, &names[n].col);
        if (line) names[n].line = line;
        n++;
    }
    qsort(names, n, sizeof *names, compare_entered);
    for (size_t i = 0; i < n; i++) {
        lua_pushstring(L, names[i].name);
        lua_rawget(L, table);
        bad |= take_field(L, st, out, names[i].name, names[i].line, names[i].col);
    }
    return bad;
}

/* Moves the statements of the items in the table behind their task's, under its path; drops them when the task is dropped. */
static void take_children(lua_State *L, int table, const Pending *p, int n, int bad)
{
    Script *s = script_of(L);
    for (int i = 1; i <= n; i++) {
        lua_rawgeti(L, table, i);
        Mark *m = mark_at(L, -1);
        lua_pop(L, 1);
        if (!m || m->kind != MARK_CHILD || m->run != s->run || m->at >= s->n_pending) continue;
        Pending *child = &s->pending[m->at];
        int again = child->taken;
        child->taken = 1;
        if (bad || again || child->reported || !child->own) continue;
        for (size_t k = 0; k < child->own->n; k++) {
            Statement from = child->own->v[k];
            Verb verb = p->verb == VERB_DECLARE ? VERB_DECLARE : VERB_ADD;
            Statement *st = statements_add(s->out, verb, from.kind, arena_print(s->out->arena, "%s/%s", p->path, from.path));
            const char *path = st->path;
            *st = from;
            st->verb = verb;
            st->path = path;
            child->own->v[k].fields = NULL;
        }
        statements_free(child->own);
    }
}

static int finish_statement(lua_State *L, size_t at, int table)
{
    Script *s = script_of(L);
    Pending *p = &s->pending[at];
    p->done = 1;
    if (s->out->n >= SCRIPT_STATEMENTS_MOST) return state_raise(L, SEN3031, "%d", SCRIPT_STATEMENTS_MOST);
    luaL_checkstack(L, 20, NULL);
    int alone = p->kind != KIND_ITEM || p->verb != VERB_DECLARE || strchr(p->path, '/') != NULL;
    if (!alone && !p->own) {
        p->own = mem_alloc(sizeof *p->own);
        statements_init(p->own, s->out->arena);
    }
    Statements *out = alone ? s->out : p->own;
    size_t before = out->n;
    const ScanBlock *block = s->scan ? scan_find(s->scan, p->line, p->kind == KIND_WORKSPACE ? NULL : p->path) : NULL;
    int bad = block && block->doubled, titles = 0, n = (int)lua_rawlen(L, table);
    if (n > SCRIPT_RESULT_NODES) return state_raise(L, SEN3035, "%d", SCRIPT_RESULT_NODES);
    Statement *st = statements_add(out, p->verb, p->kind, p->path);
    st->layer = s->file->layer;
    st->file = arena_copy(out->arena, s->file->name);
    st->line = p->line;
    for (int i = 1; i <= n; i++) {
        if (lua_rawgeti(L, table, i) == LUA_TNIL) lua_pop(L, 1);
        else bad |= take_positional(L, p, st, out, &titles, block, i);
    }
    bad |= take_named(L, table, st, out, block, p->line);
    if (bad) {
        st = &out->v[before];
        st->n = 0;
        st->broken = p->reported = 1;
    }
    take_children(L, table, p, n, bad);
    lua_pushnil(L);
    mark_push(L, MARK_CHILD, at);
    if (alone) s->pending[at].taken = 1;
    return 1;
}

static int mark_call(lua_State *L)
{
    Mark *m = mark_at(L, 1);
    Script *s = script_of(L);
    if (!m || m->kind == MARK_NOTHING) return push_nothing(L);
    if (m->kind == MARK_PENDING && m->run == s->run && m->at < s->n_pending) {
        Pending *p = &s->pending[m->at];
        check_stage(L, word_kind(p->kind)->alias);
        if (lua_type(L, 2) == LUA_TTABLE && !p->done) {
            lua_settop(L, 2);
            return finish_statement(L, m->at, 2);
        }
        if (!p->reported) report(s, SEN3051, p->line, word_of(p->verb, p->kind), p->path);
        p->reported = p->done = p->taken = 1;
        return push_nothing(L);
    }
    return state_raise(L, SEN3041, "%s" ARG "%s", "…", "dấu" ERR_BOTH "a mark");
}

static int mark_index(lua_State *L)
{
    Mark *m = mark_at(L, 1);
    if (m && m->kind == MARK_NOTHING) return push_nothing(L);
    return state_raise(L, SEN3040, "%.60s" ARG "%s", lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?",
                       "câu khai báo" ERR_BOTH "a declaration");
}

static int mark_tostring(lua_State *L)
{
    lua_pushliteral(L, "khai báo");
    return 1;
}

/* --- find, add { }, remove { } --- */

static int l_find(lua_State *L)
{
    check_stage(L, "find");
    lua_settop(L, 1);
    if (lua_type(L, 1) != LUA_TSTRING && lua_type(L, 1) != LUA_TTABLE) {
        report(script_of(L), SEN3054, script_line_of_caller(L), "find", "tim_muc");
        return push_nothing(L);
    }
    mark_push(L, MARK_FIND, 0);
    return 1;
}

/* upvalue 1: the verb. add { … } and remove { … }; a verb called with text lacks its kind. */
static int verb_call(lua_State *L)
{
    Verb verb = (Verb)lua_tointeger(L, lua_upvalueindex(1));
    check_stage(L, word_verb(verb)->alias);
    lua_settop(L, 2);                      /* 1 is the verb itself */
    if (lua_type(L, 2) == LUA_TTABLE && (verb == VERB_ADD || verb == VERB_REMOVE)) {
        mark_push(L, verb == VERB_ADD ? MARK_ADD : MARK_REMOVE, 0);
        return 1;
    }
    report(script_of(L), SEN3060, script_line_of_caller(L), word_verb(verb)->alias, word_verb(verb)->example_vi);
    return push_nothing(L);
}

/* sua.x with an unknown x; upvalue 1: the verb */
static int verb_index(lua_State *L)
{
    Verb verb = (Verb)lua_tointeger(L, lua_upvalueindex(1));
    const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?", *near = word_near_kind(name);
    Script *s = script_of(L);
    char shown[80];
    snprintf(shown, sizeof shown, "%s.%.60s", word_verb(verb)->alias, name);
    check_stage(L, shown);
    if (near) report(s, SEN3056, script_line_of_caller(L), shown, near);
    else report(s, SEN3057, script_line_of_caller(L), shown, "");
    return push_nothing(L);
}

static int refuse_write(lua_State *L)
{
    return state_raise(L, SEN3024, "%.60s", lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?");
}

static void open_verb(lua_State *L, Verb v)
{
    lua_newtable(L);                       /* the face */
    lua_createtable(L, 0, 4);              /* its metatable */
    lua_createtable(L, 0, 2 * KINDS);
    for (int k = 0; k < KINDS; k++)
        for (int alias = 0; alias < 2; alias++) {
            lua_pushinteger(L, v);
            lua_pushinteger(L, k);
            lua_pushcclosure(L, word_call, 2);
            lua_setfield(L, -2, alias ? word_kind((Kind)k)->alias : word_kind((Kind)k)->name);
        }
    lua_createtable(L, 0, 1);
    lua_pushinteger(L, v);
    lua_pushcclosure(L, verb_index, 1);
    lua_setfield(L, -2, "__index");
    lua_setmetatable(L, -2);
    lua_setfield(L, -2, "__index");
    lua_pushinteger(L, v);
    lua_pushcclosure(L, verb_call, 1);
    lua_setfield(L, -2, "__call");
    lua_pushcfunction(L, refuse_write);
    lua_setfield(L, -2, "__newindex");
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_setmetatable(L, -2);
    lua_pushvalue(L, -1);
    lua_setfield(L, -3, word_verb(v)->name);
    lua_setfield(L, -2, word_verb(v)->alias);
}

void declare_open(lua_State *L)
{
    static const luaL_Reg meta[] = {{"__call", mark_call}, {"__index", mark_index}, {"__tostring", mark_tostring}, {NULL, NULL}};
    luaL_newmetatable(L, KEY_MARK);
    luaL_setfuncs(L, meta, 0);
    lua_pushboolean(L, 0);
    lua_setfield(L, -2, "__metatable");
    lua_pop(L, 1);
    for (int k = 0; k < KINDS; k++)
        for (int alias = 0; alias < 2; alias++) {
            lua_pushinteger(L, VERB_DECLARE);
            lua_pushinteger(L, k);
            lua_pushcclosure(L, word_call, 2);
            lua_setfield(L, -2, alias ? word_kind((Kind)k)->alias : word_kind((Kind)k)->name);
        }
    for (int v = VERB_EDIT; v < VERBS; v++) open_verb(L, (Verb)v);
    lua_pushcfunction(L, l_find);
    lua_setfield(L, -2, "find");
    lua_pushcfunction(L, l_find);
    lua_setfield(L, -2, "tim_muc");
}

/* --- names no one knows --- */

/* The token of this name on this line, NULL when the scan does not show it. */
static const Token *token_of(const Script *s, int line, const char *name)
{
    for (size_t i = 0; s->scan && i < s->scan->n_tokens; i++) {
        const Token *t = &s->scan->token[i];
        if (t->line == line && t->kind == TOKEN_NAME && scan_is(t, name)) return t;
    }
    return NULL;
}

static int is_field_name(const char *name)
{
    for (int k = 0; k < KINDS; k++)
        if (word_find_field_exact((Kind)k, name, strlen(name)) >= 0) return 1;
    return word_find_statement_field(name, strlen(name)) >= 0;
}

static const char *near_global(const char *name)
{
    static const char *const names[] = {"print", "pairs", "ipairs", "tostring", "tonumber", "string", "table", "math", "sen",
                                        "find",
                                        "tim_muc", "plan", "tasks", "indicators", "unit", "today", "year", "type", "pcall",
                                        "error"};
    const char *near = text_nearest(name, names, sizeof names / sizeof *names);
    if (!near) near = name_near(PLACE_ROOT, name);
    if (!near) near = word_near_kind(name);
    return near ? near : word_near_verb(name);
}

int declare_unknown_global(lua_State *L)
{
    Script *s = script_of(L);
    const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?";
    const char *near;
    state_spend(L, 1);
    if (s->stage != STAGE_DECLARE && lua_getfield(L, LUA_REGISTRYINDEX, KEY_WEAK) == LUA_TTABLE) {
        lua_pushvalue(L, 2);
        if (lua_rawget(L, -2) != LUA_TNIL) return 1;
    }
    lua_settop(L, 2);
    near = near_global(name);
    if (s->stage != STAGE_DECLARE || !s->findings) {
        if ((near && !strcmp(near, name)) || name_find(PLACE_ROOT, name, strlen(name))) {
            /* a name of this stage without a value today: no plan was imported */
            lua_pushnil(L);
            return 1;
        }
        if (near) return state_raise(L, SEN3058, "%.60s" ARG "%s", name, near);
        return state_raise(L, SEN3059, "%.60s", name);
    }
    if (mend_was_lost(s, name)) return push_nothing(L);
    int line = script_line_of_caller(L);
    const Token *t = token_of(s, line, name);
    for (int back = 1; !t && back < 60 && line > back; back++) t = token_of(s, line - back, name);
    for (int on = 1; !t && on < 60; on++) t = token_of(s, line + on, name);
    if (t) line = t->line;
    int before_text = t && (t[1].kind == TOKEN_STRING || scan_is(&t[1], "{"));
    int after_equals = t && t > s->scan->token && (scan_is(&t[-1], "=") || scan_is(&t[-1], "{") || scan_is(&t[-1], ","));
    const char *kind = word_near_kind(name);
    if (!kind) kind = word_near_verb(name);
    if (before_text && is_field_name(name)) report(s, SEN3005, line, name, name);
    else if ((before_text || (t && scan_is(&t[1], "."))) && kind) report(s, SEN3056, line, name, kind);
    else if (before_text) report(s, SEN3057, line, name, "");
    else if (after_equals && t && (scan_is(&t[1], ",") || scan_is(&t[1], "}") || scan_is(&t[1], ";") || t[1].kind == TOKEN_NAME))
        report(s, SEN3055, line, name, "");
    else if (near && !strcmp(near, name)) report(s, SEN3048, line, name, "");
    else if (near) report(s, SEN3058, line, name, near);
    else report(s, SEN3059, line, name, "");
    return push_nothing(L);
}

void declare_report_unfinished(Script *s)
{
    for (size_t i = 0; i < s->n_pending; i++) {
        Pending *p = &s->pending[i];
        if (p->reported) continue;
        if (!p->done) report(s, SEN3051, p->line, word_of(p->verb, p->kind), p->path);
        else if (!p->taken && p->kind == KIND_ITEM) report(s, SEN3061, p->line, p->path, "");
    }
}
