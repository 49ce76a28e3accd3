/* cmd_key.c - `sen key new|show|trust|forget`: signing keys of this account, and the public keys this workspace trusts. */
#include "core/app/commands.h"
#include "core/app/json.h"
#include "core/app/keys.h"
#include "core/app/session.h"
#include "core/base/text.h"
#include <stdlib.h>
#include <string.h>

static int make(Cli *c)
{
    Err e = {0};
    Buf id = {0};
    OwnKey k;
    char hex[SIGN_HEX];
    text_slug(c->arg[1], strlen(c->arg[1]), &id);
    const char *name = arena_copy(c->arena, buf_text(&id));
    buf_free(&id);
    if (!text_is_id(name)) err_set(&e, SEN8218, "%s", c->arg[1]);
    if (e.code || keys_make(c, name, &k, &e)) return cli_fail(c, &e);
    sign_hex(k.key, hex);
    sign_forget(k.seed, sizeof k.seed);
    if (c->json) json_print(json_pack("{s:s,s:s,s:s}", "schema", "sen-key/1", "name", name, "key", hex), &c->out);
    cli_say(c, "Đã làm khóa %s.\nKhóa bí mật: %s (chỉ tài khoản này đọc được; đừng gửi cho ai, hãy sao lưu nơi an toàn)\n"
               "Khóa công khai: %s\nGửi khóa công khai cho nơi nhận: sen khoa-ky xem %s > %s.khoa",
            "Made the key %s.\nThe secret half: %s (only this account can read it; send it to nobody, back it up safely)\n"
            "The public half: %s\nSend the public half to the receivers: sen key show %s > %s.key.txt",
            name, keys_path(c, name), hex, name, name);
    return 0;
}

static int show_one(Cli *c, const char *name)
{
    Err e = {0};
    OwnKey k;
    char hex[SIGN_HEX];
    if (keys_load(c, name, &k, &e)) return cli_fail(c, &e);
    sign_hex(k.key, hex);
    sign_forget(k.seed, sizeof k.seed);
    if (c->json) json_print(json_pack("{s:s,s:s,s:s}", "schema", "sen-key/1", "name", k.name, "key", hex), &c->out);
    else keys_write_public(k.name, hex, &c->out);
    return 0;
}

static int list_own(Cli *c, json_t *own, Err *e)
{
    const char **names = NULL;
    size_t n = 0;
    if (keys_list(c, &names, &n, e)) return -1;
    for (size_t i = 0; i < n; i++) {
        OwnKey k;
        char hex[SIGN_HEX] = "";
        Err one = {0};
        if (keys_load(c, names[i], &k, &one)) {
            findings_add_err(&c->findings, &one);
            continue;
        }
        sign_hex(k.key, hex);
        sign_forget(k.seed, sizeof k.seed);
        json_array_append_new(own, json_pack("{s:s,s:s}", "name", k.name, "key", hex));
        if (!c->json) buf_printf(&c->out, "%s\t%s\t%s\n", cli_word(c, "của mình", "own"), k.name, hex);
    }
    return 0;
}

static int list_trusted(Cli *c, json_t *trusted, Err *e)
{
    Session s = {.c = c};
    StoreKey *v = NULL;
    size_t n = 0;
    Err none = {0};
    int rc = 0;
    if (workspace_find(c, &s.w, &none) == 0 && !(s.store = store_open(s.w.db, STORE_READ, e))) rc = -1;
    if (s.store) rc = store_keys(s.store, c->arena, &v, &n, e);
    for (size_t i = 0; i < n && rc == 0; i++) {
        json_array_append_new(trusted, json_pack("{s:s,s:s,s:s,s:o,s:s}", "name", v[i].name, "key", v[i].key, "scope", v[i].scope,
                                                 "who", json_text(v[i].who), "at", v[i].at));
        if (!c->json) buf_printf(&c->out, "%s\t%s\t%s\t%s\n", cli_word(c, "đã tin", "trusted"), v[i].name, v[i].key, v[i].at);
    }
    session_close(&s);
    return rc;
}

static int show(Cli *c)
{
    Err e = {0};
    if (c->n_args == 2) return show_one(c, c->arg[1]);
    json_t *own = json_array(), *trusted = json_array();
    int rc = list_own(c, own, &e) || list_trusted(c, trusted, &e) ? -1 : 0;
    if (rc == 0 && c->json)
        json_print(json_pack("{s:s,s:O,s:O}", "schema", "sen-keys/1", "own", own, "trusted", trusted), &c->out);
    if (rc == 0 && !c->out.n) cli_say(c, "Chưa có khóa nào. Làm khóa: sen khoa-ky tao TÊN",
                                      "No keys yet. Make one: sen key new NAME");
    json_decref(own);
    json_decref(trusted);
    return rc ? cli_fail(c, &e) : 0;
}

/* Opens the workspace for one change of its keys. */
static int open_keys(Session *s, const char *what, Err *e)
{
    Cli *c = s->c;
    if (workspace_find(c, &s->w, e) || !(s->store = store_open(s->w.db, STORE_WRITE, e))) return -1;
    return session_begin(s, what, e);
}

static int trust(Cli *c)
{
    Err e = {0};
    Session s = {.c = c};
    const char *hex = NULL, *name = NULL;
    int rc = keys_read_public(c, c->arg[1], &hex, &name, &e);
    if (cli_has(c, OPT_NAME)) name = c->opt[OPT_NAME];
    if (!name || !*name) name = arena_text(c->arena, hex ? hex : "", hex ? 8 : 0);
    if (rc == 0) rc = open_keys(&s, arena_print(c->arena, "key trust %.16s", hex), &e);
    StoreKey k = {.key = hex, .name = name, .scope = "layer", .who = session_who(c)};
    if (rc == 0 && (store_put_key(s.store, &k, &e) || store_commit(s.store, &e))) rc = -1;
    if (rc == 0)
        cli_say(c, "Đã tin khóa của «%s»: %s\nLớp do khóa này ký sẽ được nhận và chạy. Bỏ tin: sen khoa-ky bo %.16s",
                "Trusted the key of %s: %s\nLayers signed with it are taken in and run. To stop: sen key forget %.16s", name,
                    hex, hex);
    session_close(&s);
    return rc ? cli_fail(c, &e) : 0;
}

static int forget(Cli *c)
{
    Err e = {0};
    Session s = {.c = c};
    StoreKey *v = NULL, *found = NULL;
    size_t n = 0, many = 0;
    int rc = open_keys(&s, arena_print(c->arena, "key forget %.40s", c->arg[1]), &e);
    if (rc == 0) rc = store_keys(s.store, c->arena, &v, &n, &e);
    for (size_t i = 0; i < n; i++) {
        size_t k = strlen(c->arg[1]);
        if ((k < 8 || strncmp(v[i].key, c->arg[1], k)) && !text_same_folded(v[i].name, c->arg[1])) continue;
        found = &v[i];
        many++;
    }
    if (rc == 0 && many != 1) rc = err_set(&e, SEN8218, "%s", c->arg[1]);
    if (rc == 0 && (store_drop_key(s.store, found->key, &e) || store_commit(s.store, &e))) rc = -1;
    if (rc == 0)
        cli_say(c, "Không tin khóa của «%s» nữa. Lớp do khóa này ký không chạy từ lúc này.",
                "The key of %s is no longer trusted. Layers signed with it do not run from now on.", found->name);
    session_close(&s);
    return rc ? cli_fail(c, &e) : 0;
}

int cmd_key(Cli *c)
{
    static const struct { const char *en, *vi; int (*run)(Cli *c); size_t least, most; } what[] = {
        {"new", "tao", make, 2, 2}, {"show", "xem", show, 1, 2}, {"trust", "tin", trust, 2, 2}, {"forget", "bo", forget, 2, 2}};
    for (size_t i = 0; i < sizeof what / sizeof *what; i++) {
        if (!text_same_folded(c->arg[0], what[i].en) && !text_same_folded(c->arg[0], what[i].vi)) continue;
        if (c->n_args < what[i].least || c->n_args > what[i].most) break;
        return what[i].run(c);
    }
    return cli_usage(c, SEN8010, "%s" ARG "%s", cli_word(c, c->command->vi, c->command->en),
                     cli_word(c, c->command->usage[0], c->command->usage[1]));
}
