/* lib_string.c - string functions that a script could abuse, written anew: rep, format, find, match, gmatch, gsub. */
#include "core/script/pattern.h"
#include "core/script/state.h"
#include <stdio.h>
#include <string.h>

enum { PATTERN_STEPS_MOST = 10 * 1000 * 1000, SUBJECT_MOST = 1024 * 1024 };

static int l_rep(lua_State *L)
{
    size_t n, sn;
    const char *s = luaL_checklstring(L, 1, &n);
    lua_Integer times = luaL_checkinteger(L, 2);
    const char *sep = luaL_optlstring(L, 3, "", &sn);
    if (times <= 0 || n + sn == 0) {
        lua_pushliteral(L, "");
        return 1;
    }
    if ((lua_Unsigned)times > SCRIPT_BLOCK / (n + sn)) return state_raise(L, SEN3022, "%d", SCRIPT_BLOCK / (1024 * 1024));
    luaL_Buffer b;
    char *p = luaL_buffinitsize(L, &b, (size_t)times * (n + sn));
    size_t all = (size_t)times * (n + sn), at = n + sn;
    memcpy(p, s, n);
    memcpy(p + n, sep, sn);
    for (size_t k; at < all; at += k) {            /* what is there, again: no loop over single letters */
        k = at < all - at ? at : all - at;
        memcpy(p + at, p, k);
    }
    luaL_pushresultsize(&b, all - sn);
    return 1;
}

/* --- format --- */

static void add_quoted(luaL_Buffer *b, const char *s, size_t n)
{
    luaL_addchar(b, '"');
    for (size_t i = 0; i < n; i++) {
        if (s[i] == '"' || s[i] == '\\' || s[i] == '\n') luaL_addchar(b, '\\');
        if (s[i] == '\0') luaL_addstring(b, "\\0");
        else if (s[i] == '\r') luaL_addstring(b, "\\r");
        else luaL_addchar(b, s[i]);
    }
    luaL_addchar(b, '"');
}

/* Reads flags, width and precision (two digits each) into spec; returns what follows. */
static const char *read_spec(lua_State *L, const char *p, const char *end, char *spec, size_t size)
{
    size_t n = 0;
    spec[n++] = '%';
    while (p < end && strchr("-+ #0", *p) && *p && n < 7) spec[n++] = *p++;
    for (int i = 0; i < 2 && p < end && *p >= '0' && *p <= '9'; i++) spec[n++] = *p++;
    if (p < end && *p == '.') {
        spec[n++] = *p++;
        for (int i = 0; i < 2 && p < end && *p >= '0' && *p <= '9'; i++) spec[n++] = *p++;
    }
    if (p >= end || n + 4 > size) state_raise(L, SEN3023, "%s", "%");
    spec[n] = 0;
    return p;
}

static void format_text(lua_State *L, luaL_Buffer *b, int arg, const char *spec)
{
    size_t n;
    lua_value_tostring(L, arg);
    const char *s = lua_tolstring(L, -1, &n);
    if (spec[1] == 0 || n >= 100) {
        luaL_addvalue(b);                  /* long texts are not padded or cut by width */
        return;
    }
    char full[24], out[256];
    snprintf(full, sizeof full, "%.20ss", spec);
    luaL_argcheck(L, strlen(s) == n, arg, "string contains zeros");
    int k = snprintf(out, sizeof out, full, s);
    lua_pop(L, 1);
    luaL_addlstring(b, out, k < 0 ? 0 : (size_t)k < sizeof out ? (size_t)k : sizeof out - 1);
}

static void format_one(lua_State *L, luaL_Buffer *b, int arg, const char *spec, char what)
{
    char full[24], out[512];
    int k = 0;
    switch (what) {
    case 'd': case 'i': case 'x': case 'X': case 'o':
        snprintf(full, sizeof full, "%.18sll%c", spec, what);
        k = snprintf(out, sizeof out, full, (long long)luaL_checkinteger(L, arg));
        break;
    case 'c':
        luaL_addchar(b, (char)luaL_checkinteger(L, arg));
        return;
    case 'e': case 'E': case 'f': case 'F': case 'g': case 'G':
        snprintf(full, sizeof full, "%.18s%c", spec, what);
        k = snprintf(out, sizeof out, full, (double)luaL_checknumber(L, arg));
        break;
    case 'q': {
        size_t n;
        if (lua_type(L, arg) != LUA_TSTRING) {
            lua_value_tostring(L, arg);
            luaL_addvalue(b);
            return;
        }
        const char *s = lua_tolstring(L, arg, &n);
        add_quoted(b, s, n);
        return;
    }
    case 's':
        luaL_checkany(L, arg);
        format_text(L, b, arg, spec);
        return;
    default: {
        char shown[3] = {'%', what, 0};
        state_raise(L, SEN3023, "%s", shown);
    }
    }
    luaL_addlstring(b, out, k < 0 ? 0 : (size_t)k < sizeof out ? (size_t)k : sizeof out - 1);
}

static int l_format(lua_State *L)
{
    size_t n, total = 0;
    const char *p = luaL_checklstring(L, 1, &n), *end = p + n;
    int arg = 1, top = lua_gettop(L);
    luaL_Buffer b;
    luaL_buffinit(L, &b);
    while (p < end) {
        if (*p != '%') {
            luaL_addchar(&b, *p++);
            continue;
        }
        if (++p < end && *p == '%') {
            luaL_addchar(&b, *p++);
            continue;
        }
        char spec[24];
        p = read_spec(L, p, end, spec, sizeof spec);
        if (++arg > top) return luaL_argerror(L, arg, "no value");
        format_one(L, &b, arg, spec, *p++);
        total = luaL_bufflen(&b);
        if (total > SCRIPT_BLOCK) return state_raise(L, SEN3022, "%d", SCRIPT_BLOCK / (1024 * 1024));
    }
    luaL_pushresult(&b);
    return 1;
}

/* --- patterns --- */

static void check_sizes(lua_State *L, size_t n, size_t pn)
{
    if (n > SUBJECT_MOST) state_raise(L, SEN3027, "%d", SUBJECT_MOST / 1024);
    if (pn > PATTERN_LONGEST) state_raise(L, SEN3028, "%d", PATTERN_LONGEST);
}

/* Raises what went wrong in the matcher. A used-up budget ends the run: pcall must not make it a loop. */
static void check_fail(lua_State *L, const Pattern *m)
{
    if (m->fail == PATTERN_FINE) return;
    if (m->fail == PATTERN_STEPS) state_kill(L);
    if (m->fail == PATTERN_DEEP) state_raise(L, SEN3029, "%s", "mẫu quá phức tạp" ERR_BOTH "the pattern is too complex");
    state_raise(L, SEN3029, "%s", m->why);
}

static void push_capture(lua_State *L, const Pattern *m, int i, const char *s, const char *e)
{
    if (i >= m->captures) {
        if (i != 0) state_raise(L, SEN3029, "%s", "số sau «%» không ứng với ngoặc nào" ERR_BOTH
                                            "the number after «%» names no bracket");
        lua_pushlstring(L, s, (size_t)(e - s));
    } else if (m->capture[i].n == PATTERN_PLACE) lua_pushinteger(L, m->capture[i].at - m->s + 1);
    else if (m->capture[i].n == PATTERN_OPEN) state_raise(L, SEN3029, "%s", "thiếu «)»" ERR_BOTH "a «)» is missing");
    else lua_pushlstring(L, m->capture[i].at, (size_t)m->capture[i].n);
}

static int push_captures(lua_State *L, const Pattern *m, const char *s, const char *e)
{
    int n = m->captures == 0 && s ? 1 : m->captures;
    luaL_checkstack(L, n, "too many captures");
    for (int i = 0; i < n; i++) push_capture(L, m, i, s, e);
    return n;
}

static size_t start_of(lua_Integer i, size_t n)
{
    if (i > 0) return (size_t)i - 1;
    if (i == 0 || i < -(lua_Integer)n) return 0;
    return n + (size_t)i;
}

static int is_plain(const char *p, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (p[i] && strchr("^$*+?.([%-", p[i])) return 0;
    return 1;
}

static int find_plain(lua_State *L, const char *s, size_t n, size_t at, const char *p, size_t pn)
{
    const char *hit = pn ? memmem(s + at, n - at, p, pn) : s + at;
    if (!hit) {
        lua_pushnil(L);
        return 1;
    }
    lua_pushinteger(L, hit - s + 1);
    lua_pushinteger(L, hit - s + (lua_Integer)pn);
    return 2;
}

static int search(lua_State *L, int find)
{
    size_t n, pn;
    const char *s = luaL_checklstring(L, 1, &n), *p = luaL_checklstring(L, 2, &pn);
    size_t at = start_of(luaL_optinteger(L, 3, 1), n);
    state_spend(L, 1);
    if (at > n) {
        lua_pushnil(L);
        return 1;
    }
    if (find && (lua_toboolean(L, 4) || is_plain(p, pn))) return find_plain(L, s, n, at, p, pn);
    check_sizes(L, n, pn);
    int anchor = pn && *p == '^';
    Pattern m;
    pattern_init(&m, s, n, p, pn, PATTERN_STEPS_MOST);
    for (const char *from = s + at;; from++) {
        if (!anchor) from = pattern_next(&m, from, p);
        const char *e = pattern_match(&m, from, p + anchor);
        check_fail(L, &m);
        if (e) {
            if (!find) return push_captures(L, &m, from, e);
            lua_pushinteger(L, from - s + 1);
            lua_pushinteger(L, e - s);
            return 2 + push_captures(L, &m, NULL, NULL);
        }
        if (anchor || from >= m.s_end) break;
    }
    lua_pushnil(L);
    return 1;
}

static int l_find(lua_State *L) { return search(L, 1); }
static int l_match(lua_State *L) { return search(L, 0); }

/* gmatch keeps plain numbers between calls: nothing of the matcher survives an error. */
static int gmatch_next(lua_State *L)
{
    size_t n, pn;
    const char *s = lua_tolstring(L, lua_upvalueindex(1), &n), *p = lua_tolstring(L, lua_upvalueindex(2), &pn);
    lua_Integer at = lua_tointeger(L, lua_upvalueindex(3)), last = lua_tointeger(L, lua_upvalueindex(4));
    long steps = (long)lua_tointeger(L, lua_upvalueindex(5));
    state_spend(L, 1);
    if (at < 0) return state_raise(L, SEN3029, "%s", "lần trước đã lỗi" ERR_BOTH "it failed the last time");
    lua_pushinteger(L, -1);                /* until this call ended well */
    lua_replace(L, lua_upvalueindex(3));
    Pattern m;
    pattern_init(&m, s, n, p, pn, steps);
    for (size_t i = (size_t)at; i <= n; i++) {
        i = (size_t)(pattern_next(&m, s + i, p) - s);
        const char *e = pattern_match(&m, s + i, p);
        check_fail(L, &m);
        if (!e || e - s == last) continue;
        lua_pushinteger(L, e - s);
        lua_copy(L, -1, lua_upvalueindex(3));
        lua_replace(L, lua_upvalueindex(4));
        lua_pushinteger(L, m.steps);
        lua_replace(L, lua_upvalueindex(5));
        return push_captures(L, &m, s + i, e);
    }
    lua_pushinteger(L, (lua_Integer)n + 1);
    lua_replace(L, lua_upvalueindex(3));
    return 0;
}

static int l_gmatch(lua_State *L)
{
    size_t n, pn;
    luaL_checklstring(L, 1, &n);
    luaL_checklstring(L, 2, &pn);
    check_sizes(L, n, pn);
    size_t at = start_of(luaL_optinteger(L, 3, 1), n);
    lua_settop(L, 2);
    lua_pushinteger(L, (lua_Integer)(at > n ? n + 1 : at));
    lua_pushinteger(L, -1);
    lua_pushinteger(L, PATTERN_STEPS_MOST);
    lua_pushcclosure(L, gmatch_next, 5);
    return 1;
}

/* --- gsub --- */

typedef struct Sub {
    lua_State *L;
    Pattern m;
    luaL_Buffer b;
    int type;                              /* of the replacement, argument 3 */
} Sub;

static void add_text(Sub *g, const char *s, const char *e)
{
    size_t n;
    const char *r = lua_tolstring(g->L, 3, &n);
    for (size_t i = 0; i < n; i++) {
        if (r[i] != '%') {
            luaL_addchar(&g->b, r[i]);
            continue;
        }
        i++;
        if (i < n && r[i] == '%') luaL_addchar(&g->b, '%');
        else if (i < n && r[i] == '0') luaL_addlstring(&g->b, s, (size_t)(e - s));
        else if (i < n && r[i] >= '1' && r[i] <= '9') {
            push_capture(g->L, &g->m, r[i] - '1', s, e);
            luaL_tolstring(g->L, -1, NULL);
            lua_remove(g->L, -2);
            luaL_addvalue(&g->b);
        } else state_raise(g->L, SEN3029, "%s", "sau «%» trong chuỗi thay phải là một chữ số hoặc «%»" ERR_BOTH
                                            "in the replacement a digit or «%» follows «%»");
    }
}

static int add_value(Sub *g, const char *s, const char *e)
{
    lua_State *L = g->L;
    if (g->type == LUA_TSTRING || g->type == LUA_TNUMBER) {
        add_text(g, s, e);
        return 1;
    }
    if (g->type == LUA_TFUNCTION) {
        lua_pushvalue(L, 3);
        lua_call(L, push_captures(L, &g->m, s, e), 1);
    } else {
        push_capture(L, &g->m, 0, s, e);
        lua_gettable(L, 3);
    }
    state_check_alive(L);
    if (!lua_toboolean(L, -1)) {
        lua_pop(L, 1);
        luaL_addlstring(&g->b, s, (size_t)(e - s));
        return 0;
    }
    if (!lua_isstring(L, -1)) state_raise(L, SEN3029, "%s", "giá trị thay phải là chữ hoặc số" ERR_BOTH
                                            "the replacement must be a text or a number");
    luaL_addvalue(&g->b);
    return 1;
}

static int l_gsub(lua_State *L)
{
    size_t n, pn;
    const char *s = luaL_checklstring(L, 1, &n), *p = luaL_checklstring(L, 2, &pn);
    Sub g = {.L = L, .type = lua_type(L, 3)};
    lua_Integer most = luaL_optinteger(L, 4, (lua_Integer)n + 1), count = 0;
    luaL_argexpected(L, g.type == LUA_TNUMBER || g.type == LUA_TSTRING || g.type == LUA_TFUNCTION || g.type == LUA_TTABLE, 3,
                     "string/function/table");
    check_sizes(L, n, pn);
    state_spend(L, 1);
    int anchor = pn && *p == '^';
    pattern_init(&g.m, s, n, p, pn, PATTERN_STEPS_MOST);
    luaL_buffinit(L, &g.b);
    const char *at = s, *last = NULL;
    while (count < most) {
        const char *e = pattern_match(&g.m, at, p + anchor);
        check_fail(L, &g.m);
        if (e && e != last) {
            count++;
            add_value(&g, at, e);
            at = last = e;
        } else if (at < g.m.s_end) luaL_addchar(&g.b, *at++);
        else break;
        if (luaL_bufflen(&g.b) > SCRIPT_BLOCK) return state_raise(L, SEN3022, "%d", SCRIPT_BLOCK / (1024 * 1024));
        if (anchor) break;
    }
    luaL_addlstring(&g.b, at, (size_t)(g.m.s_end - at));
    luaL_pushresult(&g.b);
    lua_pushinteger(L, count);
    return 2;
}

void lib_string_open(lua_State *L)
{
    static const luaL_Reg functions[] = {{"rep", l_rep}, {"format", l_format}, {"find", l_find}, {"match", l_match},
                                         {"gmatch", l_gmatch}, {"gsub", l_gsub}, {NULL, NULL}};
    luaL_setfuncs(L, functions, 0);
}
