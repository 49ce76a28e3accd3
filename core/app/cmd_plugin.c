/* cmd_plugin.c - `sen plugin list|new|test|allow`: outputs and readers that IT adds. */
#include "core/app/commands.h"
#include "core/app/session.h"
#include "core/app/show_json.h"
#include "core/app/json.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/plug/compile.h"
#include "core/plug/create.h"
#include "core/plug/load.h"
#include "core/plug/record.h"
#include "core/plug/trust.h"
#include <stdlib.h>
#include <string.h>

static int list(Cli *c)
{
    Err e = {0};
    Session s = {0};
    json_t *items = json_array();
    const What *w = what_find("outputs");
    int rc = session_open(&s, c, SESSION_BARE, &e);
    if (rc == 0) rc = what_items(w, &s, NULL, NULL, items, &e);
    if (rc == 0 && c->json) {
        json_print(what_wrap(w, NULL, json_incref(items)), &c->out);
    } else if (rc == 0) {
        size_t i;
        json_t *x;
        json_array_foreach(items, i, x) {
            const char *reason = json_string_value(json_object_get(x, "reason")),
                *kind = json_string_value(json_object_get(x, "kind"));
            const char *version = json_string_value(json_object_get(x, "version")),
                *suffix = json_string_value(json_object_get(x, "suffix"));
            buf_printf(&c->out, "%s\t%s\t%s\tABI 1\t%s\t%s\n", json_string_value(json_object_get(x, "id")), kind ? kind : "",
                       version ? version : "", suffix ? suffix : "", reason ? reason : cli_word(c, "đã nạp", "loaded"));
        }
    }
    json_decref(items);
    session_close(&s);
    return rc ? cli_fail(c, &e) : 0;
}

static int make(Cli *c)
{
    Err e = {0};
    char *made = NULL;
    if (cli_has(c, OPT_C) == cli_has(c, OPT_LUA)) return cli_usage(c, SEN8053, "%s", "--c | --lua");
    if (create_plugin(arena_print(c->arena, "%s/plugin-new", c->install), ".", c->arg[1], cli_has(c, OPT_LUA), &made, &e))
        return cli_fail(c, &e);
    const char *name = strncmp(made, "./", 2) ? made : made + 2;
    cli_say(c, "Đã tạo thư mục %s. Tiếp theo: sen mo-rong kiem-thu %s", "Made the folder %s. Next: sen plugin test %s", name,
            name);
    free(made);
    return 0;
}

/* Loads that one folder in a worker, for this run only, and compares its sample. */
static int prove(Cli *c, const char *dir, Err *e)
{
    WallLimits l = WALL_UNIT;
    l.program = c->worker;
    Buf places = {0}, text = {0};
    WallFrame frame;
    int r = -1;
    work_pack_places(&places, &(WorkPlaces){.only = dir, .prove = 1});
    l.setup = places.p;
    l.setup_n = places.n;
    Wall *wall = wall_start(&l, e);
    if (wall && wall_send(wall, WORK_PLUGIN, path_base(dir), strlen(path_base(dir)), e) == 0)
        while ((r = wall_recv(wall, &frame, e)) > 0) {
            Unpack u = unpack_from(frame.bytes.p, frame.bytes.n);
            if (frame.type == FRAME_FINDINGS) unpack_findings(&u, &c->findings);
            else if (frame.type == FRAME_TEXT) buf_str(&text, frame.bytes);
            if (u.bad) {
                r = err_set(e, SEN7006, "%s", path_base(dir));
                break;
            }
        }
    wall_free(wall);
    if (r == 0) cli_say(c, "%s: %s mẫu đúng như mong đợi.", "%s: %s samples as expected.", dir, buf_text(&text));
    buf_free(&places);
    buf_free(&text);
    return r;
}

static int test(Cli *c)
{
    Err e = {0};
    char *dir = realpath(c->arg[1], NULL);
    if (!dir) {
        err_set(&e, SEN1001, "%s" ARG "%s", c->arg[1], strerror(2));
        return cli_fail(c, &e);
    }
    int rc = compile_plugin(dir, arena_print(c->arena, "%s/include", c->install), &e) || prove(c, dir, &e) ? cli_fail(c, &e) : 0;
    if (rc == 0 && findings_count(&c->findings, SEV_ERROR)) cli_code(c, 1);
    free(dir);
    return rc ? rc : c->code;
}

/* TrustOffers: loads that one folder in a worker and writes down what it offers. */
static void ask_offers(void *ctx, const char *place, const char *name, Buf *lines)
{
    WallLimits l = WALL_UNIT;
    const Cli *c = ctx;
    l.program = c->worker;
    Buf places = {0};
    WallFrame frame;
    Err e = {0};
    char *dir = path_join(place, name);
    work_pack_places(&places, &(WorkPlaces){.only = dir});
    l.setup = places.p;
    l.setup_n = places.n;
    Wall *wall = wall_start(&l, &e);
    if (wall && wall_send(wall, WORK_OUTPUTS, "", 0, &e) == 0)
        while (wall_recv(wall, &frame, &e) > 0) {
            Unpack u = unpack_from(frame.bytes.p, frame.bytes.n);
            Registry *r = frame.type == FRAME_REGISTRY ? registry_unpack(&u) : NULL;
            const PluginInfo *p = r ? registry_info(r, name) : NULL;
            if (p && p->loaded && !lines->n) record_write(r, p, lines);
            registry_free(r);
        }
    wall_free(wall);
    buf_free(&places);
    free(dir);
}

static int allow(Cli *c)
{
    Err e = {0};
    size_t n = 0;
    const TrustOffers offers = {ask_offers, c};
    if (cli_has(c, OPT_BUILT)) {
        if (trust_allow_built(c->opt[OPT_BUILT], &offers, &n, &e)) return cli_fail(c, &e);
        cli_say(c, "Đã cho phép %zu phần mở rộng.", "Allowed %zu plugins.", n);
        return 0;
    }
    char *user = load_user_dir(), *name = NULL;
    if (!user) {
        err_set(&e, SEN8055, "%s", "HOME");
        return cli_fail(c, &e);
    }
    int rc = trust_allow_folder(c->arg[1], user, &offers, &name, &e);
    if (rc == 0)
        cli_say(c, "Đã cho phép phần mở rộng %s. Đổi một byte là phải cho phép lại.",
                "Allowed the plugin %s. When a byte of it changes it must be allowed again.", name);
    free(user);
    free(name);
    return rc ? cli_fail(c, &e) : 0;
}

int cmd_plugin(Cli *c)
{
    static const struct { const char *en, *vi; int (*run)(Cli *c); size_t args; } what[] = {
        {"list", "liet-ke", list, 1}, {"new", "tao", make, 2}, {"test", "kiem-thu", test, 2}, {"allow", "cho-phep", allow, 2}};
    for (size_t i = 0; i < sizeof what / sizeof *what; i++)
        if (text_same_folded(c->arg[0], what[i].en) || text_same_folded(c->arg[0], what[i].vi)) {
            if (c->n_args != what[i].args && !(what[i].run == allow && cli_has(c, OPT_BUILT))) break;
            return what[i].run(c);
        }
    return cli_usage(c, SEN8010, "%s" ARG "%s", cli_word(c, c->command->vi, c->command->en),
                     cli_word(c, c->command->usage[0], c->command->usage[1]));
}
