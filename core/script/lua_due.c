/* lua_due.c - days for scripts; pure: text and days in, days and text out.
 *
 *   local day, said = sen.due("15 ngày trước khi bắt đầu", { from = "15/11", to = "15/12" })
 *   print(said)                               --> thứ Bảy, 31/10/2026 (ngày nghỉ; …)
 *   print(sen.due("T-15", tasks["action-month"]), sen.workdays("01/6", "30/6"), sen.date("30/6").said) */
#include "core/script/lua_due.h"
#include <string.h>
#include "core/model/due.h"
#include "core/script/query.h"

static DueContext context(lua_State *L)
{
    const Script *s = script_of(L);
    DueContext c = {.from = DATE_NONE, .to = DATE_NONE};
    if (s->world) {
        c.year = s->world->year;
        c.workdays = s->world->workdays;
    }
    if (!c.year && s->today != DATE_NONE) c.year = date_year(s->today);
    return c;
}

/* from/tu and to/den of a table or a thing of the plan at idx. */
static Date end_of(lua_State *L, int idx, const char *en, const char *vi)
{
    const char *const names[] = {en, vi};
    const Box *b = lua_value_box(L, idx);
    for (int i = 0; i < 2; i++) {
        Value v = value_none();
        if (b && lua_value_field(L, &b->v, str_of(names[i]), &v) && v.type == VAL_DATE) return v.u.date;
        if (b || lua_type(L, idx) != LUA_TTABLE) continue;
        lua_pushstring(L, names[i]);
        if (lua_rawget(L, idx) == LUA_TNIL) {
            lua_pop(L, 1);
            continue;
        }
        Date d = query_take_day(L, lua_gettop(L));
        lua_pop(L, 1);
        return d;
    }
    return DATE_NONE;
}

static int raise_err(lua_State *L, const Err *e)
{
    return state_raise(L, e->code, "%s" ARG "%s" ARG "%s", e->arg[0], e->arg[1], e->arg[2]);
}

static Str rule_arg(lua_State *L, int i)
{
    Str s;
    s.p = luaL_checklstring(L, i, &s.n);
    return s;
}

static int l_due(lua_State *L)
{
    Str text = rule_arg(L, 1);
    DueContext c = context(L);
    DueRule rule;
    Err e = {0};
    lua_settop(L, 2);
    state_spend(L, 2);
    if (lua_type(L, 2) == LUA_TTABLE || lua_value_box(L, 2)) {
        c.from = end_of(L, 2, "from", "tu");
        c.to = end_of(L, 2, "to", "den");
    }
    if (due_parse(text, &rule, &e)) return raise_err(L, &e);
    DueResult *r = lua_newuserdatauv(L, sizeof *r, 0);
    if (due_resolve(&rule, &c, r, &e)) return raise_err(L, &e);
    char said[400];
    Buf b = {0};
    due_say(r, LANG_VI, &b);
    size_t n = b.n < sizeof said ? b.n : sizeof said;
    memcpy(said, buf_text(&b), n);
    buf_free(&b);
    lua_value_push(L, value_date(r->last_day));
    lua_pushlstring(L, said, n);
    lua_createtable(L, (int)r->n, 0);
    for (size_t i = 0; i < r->n; i++) {
        lua_value_push(L, value_date(r->date[i]));
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    return 3;
}

static int l_period(lua_State *L)
{
    Str text = rule_arg(L, 1);
    Date from, to;
    Err e = {0};
    state_spend(L, 1);
    if (due_parse_period(text, context(L).year, &from, &to, &e)) return raise_err(L, &e);
    lua_value_push(L, value_date(from));
    lua_value_push(L, value_date(to));
    return 2;
}

static int l_date(lua_State *L)
{
    state_spend(L, 1);
    lua_value_push(L, value_date(query_take_day(L, 1)));
    return 1;
}

enum { DAYS_MOST = 40000 };

static int l_workdays(lua_State *L)
{
    Date from = query_take_day(L, 1), to = query_take_day(L, 2);
    long days = (long)to - from;
    luaL_argcheck(L, days < DAYS_MOST, 2, "quá 100 năm");
    state_spend(L, 1 + (days > 0 ? days / 4 : 0));
    lua_pushinteger(L, workday_count(context(L).workdays, from, to));
    return 1;
}

void lua_due_open(lua_State *L)
{
    static const luaL_Reg functions[] = {{"due", l_due}, {"period", l_period}, {"date", l_date}, {"workdays", l_workdays},
                                         {NULL, NULL}};
    luaL_setfuncs(L, functions, 0);
}
