/* test_run.c - the produce stage: sen run, expressions of templates, when, rules, what scripts registered; values that outlive. */
#include "tests/unit/harness.h"
#include "core/script/script.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct World {
    Arena *arena;
    Script *script;
    Model *model;
    Findings findings;
    Statements st;
    Buf log;
} World;

static const char base[] =
    "body \"women\" { \"Hội Phụ nữ\" }\n"
    "unit \"xa-tan-quy\" { name = \"Xã Tân Quy\", kind = \"xa\", place = \"Tân Quy\" }\n"
    "task \"action-month\" { \"Tháng hành động\", lead = \"women\", period = \"15/11 - 15/12\",\n"
    "  when = function(u) return u.kind == \"xa\" end,\n"
    "  item \"plan\" { \"Kế hoạch\", due = \"20/11\" }, item \"radio\" { \"Phát thanh\", times = 4 } }\n"
    "task \"report\" { \"Báo cáo\", when = function(u) return u.kindd == \"xa\" end }\n"
    "rule \"lead\" { \"Có chủ trì\", hint = \"Ghi chu_tri\", check = function(m)\n"
    "  for _, t in ipairs(m.tasks) do if not t.lead then m.report(t, \"chưa có chủ trì\") end end\n"
    "end }\n"
    "rule \"broken\" { \"Hỏng\", check = function(m)\n"
    "  return m.tasks.x.y\n"
    "end }\n"
    "sen.output { id = \"short\", suffix = \"short.txt\", render = function(doc) return doc.title end }\n";

static World world_new(void)
{
    World w = {.arena = arena_new(), .model = model_new(2026)};
    Err e = {0};
    ScriptSetup setup = {.today = date_of(2026, 6, 1), .seed = 7};
    w.script = script_new(&setup, &e);
    findings_init(&w.findings, w.arena);
    statements_init(&w.st, w.arena);
    model_add_layer(w.model, "base", "base", 1);
    ScriptFile file = {.name = "base.lua", .bytes = base, .n = sizeof base - 1};
    INT_EQ(0, script_declare(w.script, &file, &w.st, &w.findings));
    INT_EQ(0, model_apply_layer(w.model, w.st.v, w.st.n, &w.findings));
    model_freeze(w.model);
    INT_EQ(0, w.findings.n);
    return w;
}

static void world_free(World *w)
{
    script_free(w->script);
    model_free(w->model);
    statements_free(&w->st);
    findings_free(&w->findings);
    buf_free(&w->log);
    arena_free(w->arena);
}

static Value unit_of(const World *w) { return entity_value(model_entry(w->model, KIND_UNIT, "xa-tan-quy")); }

static const char *run(World *w, const char *text)
{
    ScriptName scope[] = {{"unit", unit_of(w), 0}, {"tasks", model_list(w->model, KIND_TASK), 0}, {"today", value_date(date_of(2026, 6, 1)), 0}, {"year", value_int(2026), 0}};
    ScriptFile file = {.name = "run.lua", .bytes = text, .n = strlen(text)};
    buf_clear(&w->log);
    w->findings.n = 0;
    if (script_run_file(w->script, &file, scope, 4, &w->st, &w->log, &w->findings))
        buf_printf(&w->log, "SEN%d:%d", w->findings.n ? (int)w->findings.v[0].code : 0, w->findings.n ? w->findings.v[0].line : 0);
    return buf_text(&w->log);
}

TEST(run_reads_the_model)
{
    World w = world_new();
    STR_EQ("Tháng hành động\twomen\t2\n", run(&w, "local t = tasks[1] print(t.title, t.lead, #t.items)"));
    STR_EQ("Hội Phụ nữ\n", run(&w, "print(tasks[\"action-month\"].lead_name)"));
    STR_EQ("xa\t01/06/2026\t2026\n", run(&w, "print(unit.kind, today, year)"));
    STR_EQ("plan\nradio\n", run(&w, "for _, i in ipairs(tasks[1].items) do print(i.id) end"));
    STR_EQ("1\taction-month\n2\treport\n", run(&w, "for k, t in pairs(tasks) do print(k, t.id) end"));
    STR_EQ("true\t10\t2026\t6\t2\n", run(&w, "local d = today + 10 print(d > today, d - today, d.year, d.month, today.thu)"));
    STR_EQ("[\"a\", {\"x\": 1}]\nxong\n", run(&w, "return { \"a\", { x = 1 } }, \"xong\""));
    STR_EQ("SEN3115:1", run(&w, "return tasks[1].titel"));
    STR_EQ("SEN3038:2", run(&w, "\ntasks[1].title = \"x\""));
    STR_EQ("SEN3024:1", run(&w, "tasks = {}"));
    STR_EQ("SEN3058:2", run(&w, "\nprnt(1)"));
    STR_EQ("SEN3043:1", run(&w, "print(\"Hạn \" .. today)"));
    world_free(&w);
}

TEST(what_run_declares_is_checked)
{
    World w = world_new();
    size_t before = w.st.n;
    STR_EQ("", run(&w, "sua.nhiem_vu \"report\" { ghi_chu = \"x\", ly_do = \"y\" }"));
    INT_EQ(1, w.st.n - before);
    STR_EQ("", run(&w, "nhiem_vu \"x\""));
    INT_EQ(1, w.findings.n);
    world_free(&w);
}

TEST(the_log_has_a_quota)
{
    World w = world_new();
    run(&w, "for _ = 1, 3000 do print((\"x\"):rep(1000)) end");
    OK(w.log.n <= 1024 * 1024 + 100);
    INT_EQ(SEN3047, w.findings.n ? (int)w.findings.v[0].code : 0);
    world_free(&w);
}

static int get_name(void *scope, Str name, Value *out)
{
    const World *w = scope;
    if (str_is(name, "unit")) *out = unit_of(w);
    else if (str_is(name, "tasks")) *out = model_list(w->model, KIND_TASK);
    else if (str_is(name, "missing")) *out = value_none();
    else return 0;
    return 1;
}

static const char *eval(World *w, const char *text)
{
    Err e = {0};
    Value v;
    int x = script_compile_expr(w->script, str_of(text), "leaflet.md", 12, &e);
    buf_clear(&w->log);
    if (x < 0 || script_eval(w->script, x, get_name, w, w->arena, &v, &e)) buf_printf(&w->log, "SEN%d:%d", (int)e.code, e.line);
    else value_show(v, &w->log);
    return buf_text(&w->log);
}

TEST(expressions_read_the_scope)
{
    World w = world_new();
    STR_EQ("Xã Tân Quy", eval(&w, "unit.name"));
    STR_EQ("xã", eval(&w, "unit.kind"));
    STR_EQ("x", eval(&w, "unit.kind == 'xa' and 'x' or 'y'"));
    STR_EQ("2", eval(&w, "#tasks"));
    STR_EQ("Tháng hành động", eval(&w, "tasks[1]"));
    STR_EQ("TAN", eval(&w, "('tan'):upper()"));
    STR_EQ("", eval(&w, "missing"));
    STR_EQ("SEN3115:12", eval(&w, "unit.nam"));
    STR_EQ("SEN3059:12", eval(&w, "zzzzzzz"));
    STR_EQ("SEN3001:12", eval(&w, "1 +"));
    STR_EQ("SEN3048:12", eval(&w, "task('x')"));
    STR_EQ("SEN3024:12", eval(&w, "(function() y = 1 end)()"));
    world_free(&w);
}

TEST(when_and_rules_call_functions)
{
    World w = world_new();
    Err e = {0};
    const Entity *month = model_find(w.model, KIND_TASK, "action-month"), *report = model_find(w.model, KIND_TASK, "report");
    INT_EQ(1, script_call_when(w.script, *entity_get(month, "when"), unit_of(&w), &e));
    INT_EQ(1, script_call_when(w.script, value_none(), unit_of(&w), &e));
    INT_EQ(-1, script_call_when(w.script, *entity_get(report, "when"), unit_of(&w), &e));
    INT_EQ(SEN3115, e.code);
    INT_EQ(6, e.line);
    ScriptName scope[] = {{"tasks", model_list(w.model, KIND_TASK), 0}};
    INT_EQ(0, script_call_check(w.script, model_find(w.model, KIND_RULE, "lead"), scope, 1, &w.findings));
    INT_EQ(1, w.findings.n);
    STR_EQ("task:report", w.findings.n ? w.findings.v[0].id : NULL);
    INT_EQ(6, w.findings.n ? w.findings.v[0].line : 0);
    w.findings.n = 0;
    INT_EQ(-1, script_call_check(w.script, model_find(w.model, KIND_RULE, "broken"), scope, 1, &w.findings));
    INT_EQ(11, w.findings.n ? w.findings.v[0].line : 0);
    Value spec = script_registered(w.script, "output", 0, w.arena);
    INT_EQ(VAL_MAP, spec.type);
    INT_EQ(3, spec.count);
    INT_EQ(VAL_NONE, script_registered(w.script, "output", 1, w.arena).type);
    world_free(&w);
}

TEST(a_unit_state_calls_functions_of_its_base)
{
    World w = world_new();
    Err e = {0};
    ScriptSetup setup = {.base = w.script, .today = DATE_NONE};
    Script *mine = script_new(&setup, &e);
    const Entity *month = model_find(w.model, KIND_TASK, "action-month");
    INT_EQ(1, script_call_when(mine, *entity_get(month, "when"), unit_of(&w), &e));
    script_interrupt(w.script);
    INT_EQ(-1, script_call_when(mine, *entity_get(month, "when"), unit_of(&w), &e));
    INT_EQ(SEN7003, e.code);
    script_free(mine);
    world_free(&w);
}

TEST(a_kept_value_is_refused_later)
{
    World w = world_new();
    static const char text[] =
        "local kept\n"
        "sen.output { id = \"a\", keep = function(u) kept = u return \"ok\" end, use = function() return kept.name end }\n";
    Err e = {0};
    ScriptFile file = {.name = "keep.lua", .bytes = text, .n = sizeof text - 1};
    INT_EQ(0, script_declare(w.script, &file, &w.st, &w.findings));
    Value spec = script_registered(w.script, "output", 1, w.arena), keep = value_none(), use = value_none(), out, unit = unit_of(&w);
    for (uint32_t i = 0; i < spec.count; i++) {
        if (str_is(spec.u.map[i].key, "keep")) keep = *spec.u.map[i].value;
        if (str_is(spec.u.map[i].key, "use")) use = *spec.u.map[i].value;
    }
    INT_EQ(0, script_call(w.script, keep, &unit, 1, w.arena, &out, &e));
    INT_EQ(-1, script_call(w.script, use, NULL, 0, w.arena, &out, &e));
    INT_EQ(SEN3037, e.code);
    world_free(&w);
}

/* One file's globals and poison never reach the next. */
TEST(files_do_not_see_each_other)
{
    World w = world_new();
    run(&w, "ten = \"của tệp này\" print = nil");
    STR_EQ("SEN3059:1", run(&w, "return ten_rieng_xyz"));
    run(&w, "local s = string pcall(function() s.rep = 1 end)");
    STR_EQ("xxx\n", run(&w, "print((\"x\"):rep(3))"));
    world_free(&w);
}

TEST(the_same_script_says_the_same)
{
    static const char text[] = "local t = {} for i = 1, 50 do t[\"k\" .. i] = math.random(1, 1000) end\n"
                               "for k, v in pairs(t) do print(k, v, {}, print) end";
    World a = world_new(), b = world_new();
    Buf first = {0};
    run(&a, text);
    buf_str(&first, buf_view(&a.log));
    STR_EQ(buf_text(&first), run(&b, text));
    OK(first.n > 500);
    buf_free(&first);
    world_free(&a);
    world_free(&b);
}
