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

/* Beside the outputs, the kinds of files that can be read. */
static int put_readers(Session *s, json_t *to, Err *e)
{
    Registry *r;
    json_t *list = json_array();
    json_object_set_new(to, "readers", list);
    if (session_outputs(s, 1, &r, e)) return -1;
    for (size_t i = 0; i < registry_count_readers(r); i++) {
        const Reader *rd = registry_reader_at(r, i);
        json_t *j = json_object();
        json_object_set_new(j, "id", json_text(rd->id));
        json_object_set_new(j, "title", json_text(rd->title));
        json_object_set_new(j, "suffixes", json_text(rd->suffixes));
        json_object_set_new(j, "plugin", json_text(rd->plugin));
        json_object_set_new(j, "kind", json_text(rd->kind));
        json_object_set_new(j, "version", json_text(rd->version));
        json_array_append_new(list, j);
    }
    registry_free(r);
    return 0;
}

static const char *text_of(const json_t *x, const char *key)
{
    const char *s = json_string_value(json_object_get(x, key));
    return s ? s : "";
}

static int list_readers(Session *s, Err *e)
{
    Cli *c = s->c;
    json_t *all = json_object(), *x;
    size_t i;
    int rc = put_readers(s, all, e);
    json_array_foreach(json_object_get(all, "readers"), i, x) {
        buf_printf(&c->out, "%s\t%s\t%s\tABI 1\t%s\t%s\n", text_of(x, "id"), text_of(x, "kind"), text_of(x, "version"),
                   text_of(x, "suffixes"), cli_word(c, "đã nạp, để đọc tệp", "loaded, reads files"));
    }
    json_decref(all);
    return rc;
}

static int list(Cli *c)
{
    Err e = {0};
    Session s = {0};
    json_t *items = json_array();
    const What *w = what_find("outputs");
    int rc = session_open(&s, c, SESSION_BARE, &e);
    if (rc == 0) rc = what_items(w, &s, NULL, NULL, items, &e);
    if (rc == 0 && c->json) {
        json_t *all = what_wrap(w, NULL, json_incref(items));
        rc = put_readers(&s, all, &e);
        json_print(all, &c->out);
    } else if (rc == 0) {
        size_t i;
        json_t *x;
        json_array_foreach(items, i, x) {
            const char *reason = text_of(x, "reason");
            buf_printf(&c->out, "%s\t%s\t%s\tABI 1\t%s\t%s\n", text_of(x, "id"), text_of(x, "kind"), text_of(x, "version"),
                       text_of(x, "suffix"), *reason ? reason : cli_word(c, "đã nạp", "loaded"));
        }
    }
    if (rc == 0 && !c->json) rc = list_readers(&s, &e);
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

/* Keeps a result as what is expected from now on. 0/-1. */
static int accept_result(Cli *c, const char *dir, Unpack *u, size_t *kept, Err *e)
{
    const char *name = unpack_text(u, c->arena);
    Str bytes = unpack_str(u);
    if (u->bad || !name || strncmp(name, "expect.", 7) || strchr(name, '/')) {
        u->bad = 1;
        return 0;
    }
    if (!cli_has(c, OPT_ACCEPT)) return 0;
    if (file_write(arena_print(c->arena, "%s/%s", dir, name), name, bytes.p, bytes.n, e)) return -1;
    cli_say(c, "Đã chấp nhận kết quả mới: %s", "The new result is accepted: %s", name);
    ++*kept;
    return 0;
}

/* What was accepted is wrong no more. */
static void forget_differences(Findings *f)
{
    size_t k = 0;
    for (size_t i = 0; i < f->n; i++)
        if (f->v[i].code != SEN6032 && f->v[i].code != SEN6031) f->v[k++] = f->v[i];
    f->n = k;
}

/* Loads that one folder in a worker, for this run only, and compares its sample. */
static int prove(Cli *c, const char *dir, Err *e)
{
    size_t kept = 0;
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
            else if (frame.type == FRAME_FILE && accept_result(c, dir, &u, &kept, e)) r = -1;
            if (u.bad) r = err_set(e, SEN7006, "%s", path_base(dir));
            if (r < 0) break;
        }
    wall_free(wall);
    if (r < 0 && (e->code == SEN7005 || e->code == SEN7006 || e->code == SEN7008)) {       /* its fault, not this program's */
        const char *how = e->code == SEN7005 ? arena_copy(c->arena, e->arg[0]) : "-";
        *e = (Err){0};
        err_set(e, SEN6060, "%s" ARG "%s", path_base(dir), how);
    }
    if (r == 0 && kept) forget_differences(&c->findings);
    if (r == 0 && !kept) cli_say(c, "%s: %s mẫu đúng như mong đợi.", "%s: %s samples as expected.", dir, buf_text(&text));
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
