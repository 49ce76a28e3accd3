/* cmd_overview.c - `sen` alone: the state of this workspace in a screenful: what is due, what is missing, the next commands. */
#include "core/app/commands.h"
#include "core/app/grid.h"
#include "core/app/help.h"
#include "core/app/json.h"
#include "core/app/show_json.h"
#include "core/app/today.h"
#include <string.h>

enum { SHOWN_MOST = 8 };

static size_t count(json_t *today, const char *list) { return json_array_size(json_object_get(today, list)); }

/* Indicators of the unit that have no figure yet. */
static size_t without_figure(const Model *m)
{
    size_t n = 0;
    for (size_t i = 0; i < model_count(m, KIND_INDICATOR); i++) {
        const Entity *e = model_at(m, KIND_INDICATOR, i);
        const Value *now = entity_gone(e) ? NULL : entity_get(e, "now");
        n += !entity_gone(e) && (!now || now->type == VAL_NONE);
    }
    return n;
}

/* The first lines of each list; what is left out is counted. */
static void say_due(Cli *c, const Model *m, const char *unit, json_t *today)
{
    static const char *const lists[] = {"late", "due", "soon"};
    json_t *cut = json_object();
    size_t left = 0;
    for (size_t k = 0; k < 3; k++) {
        json_t *from = json_object_get(today, lists[k]), *to = json_array();
        for (size_t i = 0; i < json_array_size(from) && i < SHOWN_MOST; i++) json_array_append(to, json_array_get(from, i));
        left += json_array_size(from) - json_array_size(to);
        json_object_set_new(cut, lists[k], to);
    }
    today_print(c, m, unit, cut);
    json_decref(cut);
    if (left) buf_printf(&c->out, cli_word(c, "  … và %zu việc nữa: sen hom-nay\n", "  … and %zu more: sen today\n"), left);
}

static void say_missing(Cli *c, const Model *m, const char *unit)
{
    static const struct { const char *field, *vi, *en; } needed[] = {
        {"signer", "người ký", "the signer"}, {"slots", "khung giờ phát thanh", "broadcasting slots"},
        {"hotlines", "đường dây nóng", "hotlines"}, {"report_to", "nơi nhận báo cáo", "where reports go"}};
    const Entity *e = model_find(m, KIND_UNIT, unit);
    Buf b = {0};
    for (size_t i = 0; e && i < sizeof needed / sizeof *needed; i++) {
        const Value *v = entity_get(e, needed[i].field);
        if (!v || v->type == VAL_NONE || ((v->type == VAL_MAP || v->type == VAL_LIST) && !v->count))
            buf_printf(&b, "%s%s", b.n ? ", " : "", cli_word(c, needed[i].vi, needed[i].en));
    }
    size_t n = without_figure(m);
    if (b.n || n) buf_printf(&c->out, "%s\n", cli_word(c, "Còn thiếu:", "Missing:"));
    if (b.n)
        buf_printf(&c->out, cli_word(c, "  Hồ sơ đơn vị: %s (điền vào units/%s/unit.lua)\n",
                                     "  The unit's profile: %s (fill in units/%s/unit.lua)\n"), b.p, unit);
    if (n)
        buf_printf(&c->out, cli_word(c, "  %zu chỉ tiêu chưa có số liệu: sen xem chi-tieu\n",
                                     "  %zu indicators have no figure: sen show indicators\n"), n);
    buf_free(&b);
}

static void add_row(Cli *c, Grid *t, const Model *m, const char *unit, json_t *today)
{
    const Entity *e = model_find(m, KIND_UNIT, unit);
    static const char *const lists[] = {"late", "due", "soon"};
    grid_cell(t, e && entity_title(e)[0] ? entity_title(e) : unit);
    for (size_t k = 0; k < 3; k++) grid_cell(t, arena_print(c->arena, "%zu", count(today, lists[k])));
    grid_cell(t, arena_print(c->arena, "%zu", without_figure(m)));
    grid_cell(t, arena_print(c->arena, cli_word(c, "sen hom-nay --cho %s", "sen today --for %s"), unit));
}

static int say_units(Session *s, Err *e)
{
    Cli *c = s->c;
    const char *const *ids;
    size_t n;
    if (session_units(s, &ids, &n, e)) return -1;
    json_t *all = json_array();
    Grid *t = grid_new(6);
    static const char *const vi[] = {"đơn vị", "quá hạn", "hôm nay", "14 ngày tới", "chưa có số liệu", "xem"};
    static const char *const en[] = {"unit", "late", "today", "next 14 days", "no figure", "see"};
    grid_head(t, c->lang == LANG_EN ? en : vi);
    int rc = 0;
    for (size_t i = 0; i < n; i++) {
        UnitAnswer a = {0};
        rc = session_list_unit(s, ids[i], n, &a, e);
        if (rc < 0) break;
        if (rc > 0) continue;
        json_t *j = today_json(s, a.model, ids[i]);
        if (!c->json && n == 1) {
            say_due(c, a.model, ids[i], j);
            say_missing(c, a.model, ids[i]);
        } else if (!c->json) {
            add_row(c, t, a.model, ids[i], j);
        }
        json_array_append_new(all, j);
        model_free(a.model);
    }
    int width = grid_terminal_width();
    if (n > 1 && !c->json && rc >= 0) grid_print(t, width ? width : 120, 0, &c->out);
    if (rc >= 0 && c->json) json_print(json_incref(n == 1 ? json_array_get(all, 0) : all), &c->out);
    grid_free(t);
    json_decref(all);
    return rc < 0 ? -1 : 0;
}

/* Without a workspace: the overview of commands. */
int cmd_overview(Cli *c)
{
    Err e = {0};
    Workspace w;
    if (workspace_find(c, &w, &e)) return cli_has(c, OPT_DIR) ? cli_fail(c, &e) : help_overview(c);
    size_t n = w.n_units;
    workspace_free(&w);
    if (n == 0) {
        cli_say(c, "Không gian làm việc chưa có đơn vị. Tiếp theo: sen don-vi them \"Phường An Hòa\"",
                "The workspace has no unit yet. Next: sen unit add \"Phường An Hòa\"");
        return 0;
    }
    Session s = {0};
    int rc = session_open(&s, c, SESSION_READ, &e);
    if (rc == 0 && !s.n_plans) {
        cli_say(c, "Chưa có kế hoạch nào. Tiếp theo: sen nhap TỆP_KẾ_HOẠCH", "There is no plan yet. Next: sen import PLAN_FILE");
    } else if (rc == 0) {
        const char *const *ids;
        size_t k;
        Err several = {0};
        if (session_units(&s, &ids, &k, &several)) c->opt[OPT_FOR] = "all";
        rc = say_units(&s, &e);
        if (rc == 0)
            cli_say(c, "Lệnh hay dùng: sen xong VIỆC · sen ghi CHỈ_TIÊU … · sen soat · sen xuat",
                    "Next commands: sen tick ITEM · sen record INDICATOR … · sen check · sen build");
    }
    session_close(&s);
    return rc ? cli_fail(c, &e) : c->code;
}
