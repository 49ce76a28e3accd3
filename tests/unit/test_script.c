/* test_script.c - core/script and core/model through scripts: both spellings, layers, lists, locks, messages. */
#include "tests/unit/harness.h"
#include "core/model/address.h"
#include "core/base/file.h"
#include "core/script/script.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A model built from scripts, one string per layer. */
typedef struct World {
    Arena *arena;
    Script *script;
    Model *model;
    Findings findings;
    Buf log;
} World;

static World world_new(void)
{
    World w = {.arena = arena_new(), .model = model_new(2026)};
    Err e = {0};
    ScriptSetup setup = {.today = DATE_NONE};
    w.script = script_new(&setup, &e);
    OK(w.script != NULL);
    findings_init(&w.findings, w.arena);
    return w;
}

static void world_free(World *w)
{
    script_free(w->script);
    model_free(w->model);
    findings_free(&w->findings);
    arena_free(w->arena);
    buf_free(&w->log);
}

static int layer(World *w, const char *name, const char *text)
{
    Statements st;
    statements_init(&st, w->arena);
    int at = model_add_layer(w->model, name, name, 1);
    ScriptFile file = {.name = name, .bytes = text, .n = strlen(text), .layer = at};
    int r = script_declare(w->script, &file, &st, &w->findings);
    if (!r) model_apply_layer(w->model, st.v, st.n, &w->findings);
    statements_free(&st);
    return r;
}

/* The findings as "line:code " in order. */
static const char *codes(World *w)
{
    buf_clear(&w->log);
    findings_sort(&w->findings);
    for (size_t i = 0; i < w->findings.n; i++) buf_printf(&w->log, "%s%d:%d", i ? " " : "", w->findings.v[i].line, (int)w->findings.v[i].code);
    return buf_text(&w->log);
}

static void show_findings(World *w)
{
    Buf b = {0};
    for (size_t i = 0; i < w->findings.n; i++) finding_print(&w->findings.v[i], LANG_VI, &b);
    if (b.n) printf("# %s\n", buf_text(&b));
    buf_free(&b);
}

static const char *show(World *w, Kind k, const char *id, const char *field)
{
    const Entity *e = model_find(w->model, k, id);
    buf_clear(&w->log);
    if (!e) return "(no such thing)";
    const Value *v = entity_get(e, field);
    if (!v) return "(no such field)";
    value_show(*v, &w->log);
    return buf_text(&w->log);
}

static const char base_vi[] =
    "co_quan \"standing\" { \"Thường trực\" }\n"
    "co_quan \"women\" { \"Hội Phụ nữ\", ten_khac = \"hoi-phu-nu\" }\n"
    "co_quan \"police\" { \"Công an\" }\n"
    "nhiem_vu \"action-month\" { \"Tháng hành động\", ten_khac = \"thang-hanh-dong\",\n"
    "  muc = tim_muc \"Tháng hành động\", chu_tri = \"standing\", phoi_hop = { \"women\", \"police\" },\n"
    "  thoi_gian = \"15/11 - 15/12\", minh_chung = { \"kế hoạch\", \"ảnh\" }, chi_cho = { loai = \"xa\" },\n"
    "  viec \"plan\" { \"Ban hành kế hoạch\", giao_cho = \"women\", han = \"15 ngày trước khi bắt đầu\" },\n"
    "  viec \"radio\" { \"Phát thanh\", so_lan = 4, dinh_ky = \"tuan\", can_xong = \"plan\", kenh = \"loa\" },\n"
    "}\n"
    "chi_tieu \"reached\" { \"Số người\", loai = \"phat_sinh\", don_vi_tinh = \"người\", tach_theo = { \"gioi_tinh\" },\n"
    "  can_dat = { \"quoc_gia: 60% năm 2025\", \"don_vi: 80% năm 2026\" } }\n"
    "tai_lieu \"leaflet\" { \"Tờ rơi\", mau = \"leaflet.md\", doi_tuong = { \"nam_gioi\" }, kenh = { \"html\", \"zalo\", \"loa\" } }\n";

static const char base_en[] =
    "body \"standing\" { \"Thường trực\" }\n"
    "body \"women\" { \"Hội Phụ nữ\", also = \"hoi-phu-nu\" }\n"
    "body \"police\" { \"Công an\" }\n"
    "task \"action-month\" { \"Tháng hành động\", also = \"thang-hanh-dong\",\n"
    "  clause = find \"Tháng hành động\", lead = \"standing\", with = { \"women\", \"police\" },\n"
    "  period = \"15/11 - 15/12\", evidence = { \"kế hoạch\", \"ảnh\" }, only = { kind = \"xa\" },\n"
    "  item \"plan\" { \"Ban hành kế hoạch\", who = \"women\", due = \"15 ngày trước khi bắt đầu\" },\n"
    "  item \"radio\" { \"Phát thanh\", times = 4, every = \"week\", needs = \"plan\", channel = \"loudspeaker\" },\n"
    "}\n"
    "indicator \"reached\" { \"Số người\", kind = \"flow\", measure = \"người\", by = { \"sex\" },\n"
    "  target = { \"national: 60% năm 2025\", \"ward: 80% năm 2026\" } }\n"
    "material \"leaflet\" { \"Tờ rơi\", template = \"leaflet.md\", audience = { \"men\" }, channels = { \"html\", \"zalo\", \"loudspeaker\" } }\n";

TEST(a_script_becomes_a_model)
{
    World w = world_new();
    INT_EQ(0, layer(&w, "base", base_en));
    STR_EQ("", codes(&w));
    show_findings(&w);
    model_freeze(w.model);
    STR_EQ("Thường trực", show(&w, KIND_TASK, "action-month", "lead"));
    STR_EQ("Hội Phụ nữ, Công an", show(&w, KIND_TASK, "Tháng hành động", "with") + 0 == NULL ? "" : show(&w, KIND_TASK, "thang-hanh-dong", "phoi_hop"));
    STR_EQ("loa truyền thanh", show(&w, KIND_ITEM, "thang-hanh-dong/radio", "channel"));
    const Entity *task = model_find(w.model, KIND_TASK, "action-month");
    INT_EQ(4, task->line);
    INT_EQ(5, entity_slot(task, "lead")->step->line);
    INT_EQ(6, entity_slot(task, "evidence")->step->line);
    INT_EQ(8, model_find(w.model, KIND_ITEM, "action-month/radio")->line);
    Value items = model_items(w.model, task);
    INT_EQ(2, items.count);
    INT_EQ(1, model_list(w.model, KIND_TASK).count);
    world_free(&w);
}

TEST(both_spellings_give_the_same_model)
{
    World a = world_new(), b = world_new();
    layer(&a, "base", base_en);
    layer(&b, "base", base_vi);
    STR_EQ("", codes(&b));
    show_findings(&b);
    model_freeze(a.model);
    model_freeze(b.model);
    Buf x = {0}, y = {0}, z = {0};
    model_pack(a.model, &x);
    model_pack(b.model, &y);
    OK(x.n > 500 && x.n == y.n && !memcmp(x.p, y.p, x.n));
    Unpack u = unpack_from(x.p, x.n);
    Model *m = model_unpack(&u);
    OK(m != NULL);
    if (m) model_pack(m, &z);
    OK(z.n == x.n && !memcmp(x.p, z.p, x.n));
    model_free(m);
    /* every cut and many flips are refused or read, never worse */
    for (size_t n = 0; n < x.n; n += 7) {
        u = unpack_from(x.p, n);
        m = model_unpack(&u);
        OK(m == NULL);
        model_free(m);
    }
    for (size_t i = 0; i < x.n; i++) {
        char was = x.p[i];
        x.p[i] = (char)(was ^ (char)(1 << (i % 8)));
        u = unpack_from(x.p, x.n);
        model_free(model_unpack(&u));
        x.p[i] = was;
    }
    buf_free(&x);
    buf_free(&y);
    buf_free(&z);
    world_free(&a);
    world_free(&b);
}

TEST(a_unit_changes_a_frozen_base)
{
    World w = world_new();
    layer(&w, "base", base_en);
    layer(&w, "unit",
          "co_quan \"doan-thanh-nien\" { \"Đoàn Thanh niên\" }\n"
          "sua.nhiem_vu \"thang-hanh-dong\" { chu_tri = \"hoi-phu-nu\", phoi_hop = them { \"doan-thanh-nien\" }, ly_do = \"Phân công\" }\n"
          "them.viec \"thang-hanh-dong/toa-dam\" { \"Tọa đàm\", dat_sau = \"plan\", han = \"20/11\" }\n"
          "bo.viec \"thang-hanh-dong/radio\" { ly_do = \"Đài hỏng\" }\n");
    STR_EQ("", codes(&w));
    show_findings(&w);
    model_finish(w.model);
    STR_EQ("Hội Phụ nữ", show(&w, KIND_TASK, "action-month", "lead"));
    STR_EQ("Hội Phụ nữ, Công an, Đoàn Thanh niên", show(&w, KIND_TASK, "action-month", "with"));
    const Entity *task = model_find(w.model, KIND_TASK, "action-month");
    Value items = model_items(w.model, task);
    INT_EQ(2, items.count);
    if (items.count == 2) STR_EQ("toa-dam", ((const Entry *)items.u.list[1].u.self)->entity->id);
    const Step *s = entity_slot(task, "lead")->step;
    STR_EQ("Phân công", s->why);
    INT_EQ(2, s->line);
    INT_EQ(1, s->layer);
    OK(s->prev && s->prev->layer == 0 && s->prev->line == 5);
    OK(model_find(w.model, KIND_ITEM, "action-month/radio")->removed != NULL);
    world_free(&w);
}

TEST(the_base_layer_declares_cleanly)
{
    char **names;
    size_t n = 0;
    Err e = {0};
    char dir[4096], path[4200];
    snprintf(dir, sizeof dir, "%s/scripts", getenv("SEN_ROOT"));
    World w = world_new();
    Statements st;
    statements_init(&st, w.arena);
    model_add_layer(w.model, "base", "scripts", 0);
    INT_EQ(0, file_list(dir, NULL, &names, &n, &e));
    int files = 0;
    for (size_t i = 0; i < n; i++) {
        if (strcmp(path_suffix(names[i]), ".lua")) continue;
        snprintf(path, sizeof path, "%s/%s", dir, names[i]);
        Buf b = {0};
        INT_EQ(0, file_read(path, NULL, 1 << 20, &b, &e));
        ScriptFile f = {.name = names[i], .bytes = buf_text(&b), .n = b.n};
        INT_EQ(0, script_declare(w.script, &f, &st, &w.findings));
        buf_free(&b);
        files++;
    }
    OK(files > 10);
    model_apply_layer(w.model, st.v, st.n, &w.findings);
    STR_EQ("", codes(&w));
    show_findings(&w);
    model_freeze(w.model);
    OK(model_count(w.model, KIND_TASK) > 15);
    Model *fork = model_fork(w.model);
    model_finish(fork);
    INT_EQ(model_list(w.model, KIND_ITEM).count, model_list(fork, KIND_ITEM).count);
    for (size_t i = 0; i < model_count(w.model, KIND_TASK); i++) {
        const Entity *t = model_at(w.model, KIND_TASK, i);
        INT_EQ(model_items(w.model, t).count, model_items(fork, t).count);
    }
    model_free(fork);
    statements_free(&st);
    file_names_free(names, n);
    world_free(&w);
}

TEST(locks_only_tighten)
{
    static const char *const base =
        "task \"report\" { \"Báo cáo năm\", due = \"trước 05/12\", evidence = { \"báo cáo\" } }\n"
        "indicator \"rate\" { \"Tỷ lệ\", kind = \"latest\", direction = \"at_least\", target = { \"national: 60% năm 2026\" } }\n"
        "lock \"task:report.due\" { \"Hạn tỉnh giao\", basis = \"Kế hoạch 17, mục IV.7\" }\n"
        "lock \"indicator:rate.target\" { \"Chỉ tiêu quốc gia\", basis = \"Nghị quyết 28\" }\n"
        "lock \"report.evidence\" { \"Minh chứng\", basis = \"Kế hoạch 17\" }\n";
    struct { const char *text, *want; } cases[] = {
        {"edit.task \"report\" { due = \"30/11\", why = \"Nộp sớm\" }", ""},
        {"edit.task \"report\" { due = \"10/12\", why = \"Nộp muộn\" }", "1:3125"},
        {"edit.task \"report\" { due = \"cuối năm\", why = \"Không rõ ngày\" }", "1:3125"},
        {"edit.indicator \"rate\" { target = { \"national: 70% năm 2026\", \"ward: 75% năm 2026\" }, why = \"Cao hơn\" }", ""},
        {"edit.indicator \"rate\" { target = { \"national: 50% năm 2026\" }, why = \"Thấp hơn\" }", "1:3125"},
        {"edit.indicator \"rate\" { target = { \"ward: 90% năm 2026\" }, why = \"Bỏ mức quốc gia\" }", "1:3125"},
        {"edit.indicator \"rate\" { target = add { \"ward: 90% năm 2026\" }, why = \"Thêm mức\" }", ""},
        {"edit.task \"report\" { evidence = add { \"ảnh\" }, why = \"Thêm\" }", ""},
        {"edit.task \"report\" { evidence = { \"ảnh\" }, why = \"Đổi\" }", "1:3125"},
        {"remove.task \"report\" { why = \"Không làm\" }", "1:3132"},
        {"waive.task \"report\" { due = \"10/12\", why = \"Mưa lũ\", approver = \"Chủ tịch\", expires = \"15/12/2026\" }", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        World w = world_new();
        layer(&w, "base", base);
        STR_EQ("", codes(&w));
        layer(&w, "unit", cases[i].text);
        if (strcmp(cases[i].want, codes(&w))) printf("# case %zu\n", i);
        STR_EQ(cases[i].want, codes(&w));
        if (i + 1 == sizeof cases / sizeof *cases) {
            model_check_day(w.model, date_of(2026, 12, 1), &w.findings);
            STR_EQ("", codes(&w));
            model_check_day(w.model, date_of(2026, 12, 20), &w.findings);
            STR_EQ("1:3128", codes(&w));
        }
        world_free(&w);
    }
}
