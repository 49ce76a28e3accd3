/* test_interrupt.c - a state that is stopped at any moment by the timer's signal: no crash, the message is the limit's, and what comes
 * after script_revive is as if nothing had been. */
#include "tests/unit/harness.h"
#include "core/script/script.h"
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>

static Script *volatile running[2];

static void on_tick(int sig)
{
    (void)sig;
    for (int i = 0; i < 2; i++) script_interrupt(running[i]);
}

static void arm(long us)
{
    struct itimerval t = {{0, us ? 300 : 0}, {0, us}};
    setitimer(ITIMER_REAL, &t, NULL);
}

static const char script[] =
    "local t = {} for i = 1, 200 do t[i] = (i * 7919) % 211 end table.sort(t, function(a, b) return a < b end)\n"
    "local s = ('x y '):rep(300):gsub('%w', function(c) return c:upper() end) for k in pairs { a = 1, b = 2, 3 } do s = s .. k end\n"
    "pcall(function() error({}) end) pcall(string.rep, 'x', -1) local ok = xpcall(error, function(m) return m end, 'x')\n"
    "task \"t\" { \"Tên \" .. #s, when = function(u) local n = 0 for i = 1, 3000 do n = n + #tostring(i) end return n > 0 end,\n"
    "  item \"a\" { \"Việc\", due = \"20/11\" }, item \"b\" { \"Việc\", times = 2 } }\n"
    "local function deep(n) if n > 0 then return deep(n - 1) + 1 end return 0 end deep(500)\n"
    "local m = setmetatable({}, { __index = function(_, k) return k .. 'x' end, __lt = function() return true end }) local z = m.abc\n";

static int run_once(Script *s, Script *over, const char *text, Err *e)
{
    Arena *a = arena_new();
    Findings f;
    Statements st;
    findings_init(&f, a);
    statements_init(&st, a);
    ScriptFile file = {.name = "a.lua", .bytes = text, .n = strlen(text)};
    int r = script_declare(over, &file, &st, &f);
    if (!r && st.n) {
        Model *m = model_new(2026);
        model_add_layer(m, "a", "a", 1);
        model_apply_layer(m, st.v, st.n, &f);
        const Entity *t = model_find(m, KIND_TASK, "t");
        const Value *when = t ? entity_get(t, "when") : NULL;
        if (when && script_call_when(over, *when, value_none(), e) < 0) r = -1;
        model_free(m);
    }
    int x = script_compile_expr(s, (Str){"(function() local n = 0 for i = 1, 2000 do n = n + i end return n end)()", 70}, "p.md", 1, e);
    Value v;
    if (x >= 0 && script_eval(s, x, NULL, NULL, a, &v, e)) r = -1;
    for (size_t i = 0; i < f.n; i++)
        if (f.v[i].severity == SEV_ERROR && !e->code) err_set(e, f.v[i].code, "%s", "");
    statements_free(&st);
    findings_free(&f);
    arena_free(a);
    return r;
}

TEST(a_state_may_be_stopped_at_any_moment)
{
    signal(SIGALRM, on_tick);
    Err e = {0};
    Script *base = script_new(&(ScriptSetup){.today = DATE_NONE}, &e);
    int stopped = 0;
    long us = 13;
#ifdef SEN_SANITIZED
    enum { TIMES = 150 };
#else
    enum { TIMES = 1500 };
#endif
    for (int i = 0; i < TIMES; i++) {
        Script *own = script_new(&(ScriptSetup){.base = base, .today = DATE_NONE}, &e);
        OK(own != NULL);
        running[0] = base;
        running[1] = own;
        us = us * 1103 % 4001 + 5;
        arm(us);
        Err why = {0};
        run_once(base, own, script, &why);
        arm(0);
        running[0] = running[1] = NULL;
        if (why.code && why.code != SEN7003) printf("# round %d, %ld us: SEN%d\n", i, us, (int)why.code);
        OK(!why.code || why.code == SEN7003);
        stopped += why.code == SEN7003;
        script_free(own);
        script_revive(base);
        if (i % 50 == 0) {                 /* the base is whole */
            Err none = {0};
            own = script_new(&(ScriptSetup){.base = base, .today = DATE_NONE}, &none);
            INT_EQ(0, run_once(base, own, script, &none));
            INT_EQ(0, (int)none.code);
            script_free(own);
        }
    }
    OK(stopped > TIMES / 10);
    script_free(base);
    signal(SIGALRM, SIG_DFL);
}
