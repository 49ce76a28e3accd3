/* cmd_trust.c - `sen trust list|show|allow|deny`: files that came from elsewhere, and what was decided about them. */
#include "core/app/commands.h"
#include "core/app/consent.h"
#include "core/app/json.h"
#include "core/app/session.h"
#include "core/app/take_layer.h"
#include "core/app/take_script.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/script/permit.h"
#include <stdlib.h>
#include <string.h>

enum { SCRIPT_MOST = 1 << 20 };

/* Opens the workspace's database with everything that was decided. */
static int open_trust(Session *s, StoreMode mode, Err *e)
{
    Cli *c = s->c;
    if (workspace_find(c, &s->w, e) || !(s->store = store_open(s->w.db, mode, e)) || admit_load(&s->admit, s->store, c->arena, e))
        return -1;
    return store_trusts(s->store, c->arena, &s->admit.trust, &s->admit.n_trust, e) ||
           store_keys(s->store, c->arena, &s->admit.key, &s->admit.n_keys, e) ? -1 : 0;
}

/* A foreign script as it stands now. */
typedef struct Foreign { const char *inside; Str text; char hash[65]; } Foreign;

static int read_foreign(Session *s, const char *inside, Foreign *f, Err *e)
{
    Buf b = {0};
    *f = (Foreign){.inside = inside};
    int rc = file_read(workspace_path(s->c, &s->w, inside), inside, SCRIPT_MOST, &b, e);
    f->text = (Str){arena_text(s->c->arena, buf_text(&b), b.n), b.n};
    buf_free(&b);
    store_sha256(f->text.p, f->text.n, f->hash);
    return rc;
}

/* The arrival that the argument means: its path in the workspace, or a path that leads to it. */
static int find_foreign(Session *s, const char *arg, Foreign *f, Err *e)
{
    const StoreArrival *x = admit_arrival(&s->admit, arg);
    char *real = x ? NULL : realpath(arg, NULL), *dir = x ? NULL : realpath(s->w.dir, NULL);
    size_t n = dir ? strlen(dir) : 0;
    if (real && dir && !strncmp(real, dir, n) && real[n] == '/') x = admit_arrival(&s->admit, real + n + 1);
    free(real);
    free(dir);
    return x ? read_foreign(s, x->path, f, e) : err_set(e, SEN8227, "%s", arg);
}

static const char *state_word(const Cli *c, int decided)
{
    return decided > 0 ? cli_word(c, "cho phép", "allowed") : decided == 0 ? cli_word(c, "từ chối", "denied")
           : cli_word(c, "chưa quyết", "not decided");
}

static void list_layers(Session *s, json_t *items)
{
    Cli *c = s->c;
    for (size_t i = 0; i < s->admit.n_layers; i++) {
        const StoreLayer *l = &s->admit.layer[i];
        const StoreKey *k = l->signed_by ? admit_key(&s->admit, l->signed_by, l->name) : NULL;
        int decided = admit_decision(&s->admit, l->path, l->sha256);
        if (l->signed_by && !k && decided > 0) decided = -1;
        json_array_append_new(items, json_pack("{s:s,s:s,s:s,s:o,s:s,s:o}", "path", l->path, "sha256", l->sha256, "state",
                                               decided > 0 ? "allow" : decided == 0 ? "deny" : "open", "signer",
                                                   json_text(l->signed_by),
                                               "source", arena_print(c->arena, "%s %s", l->name, l->version), "permissions",
                                               json_null()));
        if (!c->json)
            buf_printf(&c->out, "%s\t%s\t%s %s\t%s\n", l->path, state_word(c, decided), l->name, l->version,
                       k ? k->name : l->signed_by ? l->signed_by : cli_word(c, "không ký", "not signed"));
    }
}

static int list_files(Session *s, json_t *items)
{
    Cli *c = s->c;
    for (size_t i = 0; i < s->admit.n_arrivals; i++) {
        const StoreArrival *x = &s->admit.arrival[i];
        Foreign f;
        Err none = {0};
        if (read_foreign(s, x->path, &f, &none)) continue;                 /* taken away by hand */
        int decided = admit_decision(&s->admit, x->path, f.hash);
        Permit p = permit_read(f.text);
        Buf asks = {0};
        permit_show(&p, c->lang, &asks);
        json_array_append_new(items, json_pack("{s:s,s:s,s:s,s:o,s:s,s:s}", "path", x->path, "sha256", f.hash, "state",
                                               decided > 0 ? "allow" : decided == 0 ? "deny" : "open", "signer", json_null(),
                                               "source", x->source, "permissions", buf_text(&asks)));
        if (!c->json)
            buf_printf(&c->out, "%s\t%s\t%s\t%s\n", x->path, state_word(c, decided), x->source, buf_text(&asks));
        buf_free(&asks);
    }
    return 0;
}

static int list(Cli *c)
{
    Err e = {0};
    Session s = {.c = c};
    json_t *items = json_array();
    int rc = open_trust(&s, STORE_READ, &e);
    if (rc == 0) {
        list_layers(&s, items);
        list_files(&s, items);
        if (c->json) json_print(json_pack("{s:s,s:O}", "schema", "sen-trust/1", "items", items), &c->out);
        else if (!c->out.n) cli_say(c, "Không có tệp nào từ nơi khác đến.", "No file came from elsewhere.");
    }
    json_decref(items);
    session_close(&s);
    return rc ? cli_fail(c, &e) : 0;
}

/* A file inside the workspace, or one not yet taken in: a layer file, a script. */
static int show(Cli *c)
{
    Err e = {0};
    Session s = {.c = c};
    Foreign f;
    char hash[65];
    const char *path = c->arg[1];
    int rc = 0;
    if (take_layer_is(path)) {
        rc = take_layer_show(c, path, 1, &e);
    } else if (open_trust(&s, STORE_READ, &e) == 0 && find_foreign(&s, path, &f, &e) == 0) {
        take_script_show(c, f.inside, f.text, f.hash);
        int decided = admit_decision(&s.admit, f.inside, f.hash);
        cli_say(c, "Hiện nay: %s", "At present: %s", state_word(c, decided));
    } else {
        Buf b = {0};
        e = (Err){0};
        rc = file_read(path, path, SCRIPT_MOST, &b, &e);
        store_sha256(buf_text(&b), b.n, hash);
        if (rc == 0) take_script_show(c, path, buf_view(&b), hash);
        buf_free(&b);
    }
    session_close(&s);
    return rc ? cli_fail(c, &e) : 0;
}

static int decide(Cli *c, int allow)
{
    Err e = {0};
    Session s = {.c = c};
    Foreign f;
    int rc = open_trust(&s, STORE_WRITE, &e) || find_foreign(&s, c->arg[1], &f, &e) ? -1 : 0, answer = 1;
    if (rc == 0 && allow) {
        answer = consent_by_hash(c, f.inside, f.hash, &e);
        if (answer == 0) {
            take_script_show(c, f.inside, f.text, f.hash);
            answer = consent_ask(c, "Đã đọc hết các dòng trên? Cho phép tệp này chạy?",
                                 "Did you read all of the above? Let this file run?");
            if (answer < 0) err_set(&e, SEN8226, "%s" ARG "%.16s", f.inside, f.hash);
            if (answer == 0) err_set(&e, SEN8230, "%s", f.inside);
        }
        rc = answer > 0 ? 0 : -1;
    }
    if (rc == 0) rc = session_begin(&s, arena_print(c->arena, "trust %s %s", allow ? "allow" : "deny", f.inside), &e);
    if (rc == 0) {
        Permit p = permit_read(f.text);
        Buf asks = {0};
        permit_show(&p, LANG_VI, &asks);
        StoreTrust t = {.path = f.inside, .sha256 = f.hash, .permissions = buf_text(&asks), .who = session_who(c),
                        .allow = allow};
        rc = store_put_trust(s.store, &t, &e) || store_commit(s.store, &e) ? -1 : 0;
        buf_free(&asks);
    }
    if (rc == 0)
        cli_say(c, allow ? "Đã cho phép %s, đúng nội dung này. Rút lại: sen hoan-tac"
                : "Đã từ chối %s; tệp không chạy. Rút lại: sen hoan-tac",
                allow ? "Allowed %s, exactly this content. To take it back: sen undo"
                    : "Denied %s; it does not run. To take it back: sen undo",
                f.inside);
    session_close(&s);
    return rc ? cli_fail(c, &e) : 0;
}

static int allow_it(Cli *c) { return decide(c, 1); }
static int deny_it(Cli *c) { return decide(c, 0); }

int cmd_trust(Cli *c)
{
    static const struct { const char *en, *vi; int (*run)(Cli *c); size_t args; } what[] = {
        {"list", "liet-ke", list, 1}, {"show", "xem", show, 2}, {"allow", "cho-phep", allow_it, 2},
            {"deny", "tu-choi", deny_it, 2}};
    for (size_t i = 0; i < sizeof what / sizeof *what; i++) {
        if (!text_same_folded(c->arg[0], what[i].en) && !text_same_folded(c->arg[0], what[i].vi)) continue;
        if (c->n_args != what[i].args) break;
        return what[i].run(c);
    }
    return cli_usage(c, SEN8010, "%s" ARG "%s", cli_word(c, c->command->vi, c->command->en),
                     cli_word(c, c->command->usage[0], c->command->usage[1]));
}
