/* take_layer.c - a .senlayer file into the workspace: signature, consent, files, sen.lua and database as one command. */
#include "core/app/take_layer.h"
#include "core/app/consent.h"
#include "core/app/json.h"
#include "core/app/rewrite.h"
#include "core/app/session.h"
#include "core/app/taking.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/script/permit.h"
#include "core/store/bundle.h"
#include <stdlib.h>
#include <string.h>

typedef struct Taking {
    Cli *c;
    const char *path, *place;          /* the file as typed; "layers/NAME" */
    char sha256[65];
    Bundle b;
    Session s;
    const StoreLayer *old;             /* the version that is here, or NULL */
    int new_key;                       /* 1 = a person just trusted its key */
} Taking;

int take_layer_is(const char *path) { return !strcmp(path_suffix(path), ".senlayer"); }

static int read_it(Cli *c, const char *path, Taking *t, Err *e)
{
    Buf b = {0};
    *t = (Taking){.c = c, .path = path};
    int rc = file_read(path, path, (8 << 20), &b, e);
    Str bytes = {arena_text(c->arena, buf_text(&b), b.n), b.n};
    buf_free(&b);
    if (rc || bundle_read(bytes, path, c->arena, &t->b, e)) return -1;
    store_sha256(bytes.p, bytes.n, t->sha256);
    t->place = arena_print(c->arena, "layers/%s", t->b.name);
    return strcmp(t->b.name, "sen") ? 0 : err_set(e, SEN8204, "%s" ARG "sen", path);
}

/* --- what it is --- */

static void say_files(Cli *c, const Bundle *b, int texts)
{
    for (size_t i = 0; i < b->n && !c->json && !c->quiet; i++) {
        const BundleFile *f = &b->v[i];
        Permit p = permit_read(f->bytes);
        buf_printf(&c->out, "  %s (%zu byte)", f->path, f->bytes.n);
        if (p.declared) {
            buf_puts(&c->out, cli_word(c, ", xin quyền: ", ", asks for: "));
            permit_show(&p, c->lang, &c->out);
        }
        buf_putc(&c->out, '\n');
        if (texts) consent_show(c, f->bytes);
    }
}

static void say_head(Cli *c, const Bundle *b, const StoreKey *signer)
{
    cli_say(c, "Lớp %s, phiên bản %s, %zu tệp; %s", "The layer %s, version %s, %zu files; %s", b->name, b->version, b->n,
            !b->key ? cli_word(c, "không có chữ ký", "not signed")
            : signer ? arena_print(c->arena, cli_word(c, "chữ ký đúng, của «%s» (khóa %.16s…)", "signed by %s (key %.16s…)"),
                                   signer->name, b->key)
            : arena_print(c->arena, cli_word(c, "chữ ký đúng, khóa chưa ai ở đây tin: %s",
                                             "signed with a key nobody here trusts: %s"),
                          b->key));
}

int take_layer_show(Cli *c, const char *path, int texts, Err *e)
{
    Taking t;
    if (read_it(c, path, &t, e)) return -1;
    say_head(c, &t.b, NULL);
    say_files(c, &t.b, texts);
    cli_say(c, "Mã băm của tệp: %s", "Hash of the file: %s", t.sha256);
    return 0;
}

/* --- may it come in --- */

/* Against the version that is here: 1 = exactly this one, 0 = a newer one, -1 refused. */
static int compare_old(Taking *t, Err *e)
{
    const StoreLayer *old = t->old;
    if (!strcmp(old->sha256, t->sha256)) return 1;
    int order = bundle_compare_versions(t->b.version, old->version);
    if (order < 0) return err_set(e, SEN8211, "%s" ARG "%s" ARG "%s", t->b.name, old->version, t->b.version);
    if (order == 0) return err_set(e, SEN8212, "%s" ARG "%s", t->b.name, old->version);
    int other = old->signed_by && (!t->b.key || strcmp(old->signed_by, t->b.key));
    if (other && admit_key(&t->s.admit, old->signed_by, t->b.name))
        return err_set(e, SEN8213, "%s" ARG "%.16s…" ARG "%.16s…", t->b.name, old->signed_by,
                       t->b.key ? t->b.key : cli_word(t->c, "(không ký)", "(none)"));
    return 0;
}

static int ask_key(Taking *t, Err *e)
{
    Cli *c = t->c;
    say_files(c, &t->b, 0);
    int answer = consent_ask(c, "Đã so từng chữ số của khóa với nơi gửi chưa? Tin khóa này và nhận lớp?",
                             "Did you compare the key with the sender, digit by digit? Trust it and take in the layer?");
    if (answer < 0) return err_set(e, SEN8208, "%s" ARG "%s", t->path, t->b.key);
    t->new_key = answer;
    return answer ? 0 : err_set(e, SEN8230, "%s", t->path);
}

/* "Deny" stays, as an entry of its own. */
static int remember_no(Taking *t, Err *e)
{
    Err kept = {0};
    StoreTrust no = {.path = t->place, .sha256 = t->sha256, .who = session_who(t->c)};
    if (session_begin(&t->s, arena_print(t->c->arena, "trust deny %s", t->place), &kept) == 0 &&
        (store_put_trust(t->s.store, &no, &kept) || store_commit(t->s.store, &kept))) store_rollback(t->s.store);
    if (kept.code) findings_add_err(&t->c->findings, &kept);
    return err_set(e, SEN8230, "%s", t->path);
}

static int ask_unsigned(Taking *t, Err *e)
{
    Cli *c = t->c;
    int by_hash = consent_by_hash(c, t->path, t->sha256, e);
    if (by_hash) return by_hash < 0 ? -1 : 0;
    if (admit_decision(&t->s.admit, t->place, t->sha256) == 0)
        return err_set(e, SEN8210, "%s" ARG "%.16s", t->path, t->sha256);
    say_files(c, &t->b, 1);
    int answer = consent_ask(c, "Đã đọc hết các dòng trên? Cho phép nhận và chạy lớp này?",
                             "Did you read all of the above? Take in this layer and let it run?");
    if (answer < 0) return err_set(e, SEN8209, "%s" ARG "%.16s", t->path, t->sha256);
    return answer ? 0 : remember_no(t, e);
}

static int ask_all(Taking *t, Err *e)
{
    const StoreKey *key = NULL;
    StoreTrust *trust;
    size_t n;
    if (store_trusts(t->s.store, t->c->arena, &trust, &n, e)) return -1;
    t->s.admit.trust = trust;                              /* also when nothing foreign is here yet */
    t->s.admit.n_trust = n;
    if (store_keys(t->s.store, t->c->arena, &t->s.admit.key, &t->s.admit.n_keys, e)) return -1;
    if (t->b.key) key = admit_key(&t->s.admit, t->b.key, t->b.name);
    say_head(t->c, &t->b, key);
    if (!t->b.key) return ask_unsigned(t, e);
    if (!key) return ask_key(t, e);
    say_files(t->c, &t->b, 0);
    return 0;
}

/* --- taking it in --- */

/* Is the folder among those sen.lua names? */
static int is_named(const Session *s, const char *place)
{
    const Entity *w = session_workspace(s);
    const Value *list = w ? entity_get(w, "layers") : NULL;
    for (uint32_t i = 0; list && list->type == VAL_LIST && i < list->count; i++) {
        Str t = list->u.list[i].u.text;
        while (t.n > 2 && t.p[0] == '.' && t.p[1] == '/') t = (Str){t.p + 2, t.n - 2};
        while (t.n > 1 && t.p[t.n - 1] == '/') t.n--;
        if (str_is(t, place)) return 1;
    }
    return 0;
}

static StoreLayerFile *layer_files(Taking *t)
{
    StoreLayerFile *v = arena_alloc(t->c->arena, mem_mul(t->b.n + 1, sizeof *v));
    for (size_t i = 0; i < t->b.n; i++) {
        char hex[65];
        Str s = t->b.v[i].bytes;
        store_sha256(s.p, s.n, hex);
        v[i] = (StoreLayerFile){t->b.v[i].path, arena_copy(t->c->arena, hex), arena_text(t->c->arena, s.p, s.n)};
    }
    return v;
}

/* The folder becomes exactly the layer: what it held before and holds no more goes. */
static int write_folder(Taking *t, Rewrites *r, Err *e)
{
    Arena *a = t->c->arena;
    StoreLayerFile *old = NULL;
    size_t n = 0;
    if (t->old && store_layer_files(t->s.store, t->b.name, 0, a, &old, &n, e)) return -1;
    for (size_t i = 0, k = 0; i < n; i++) {
        while (k < t->b.n && strcmp(t->b.v[k].path, old[i].path) < 0) k++;
        if (k < t->b.n && !strcmp(t->b.v[k].path, old[i].path)) continue;
        if (rewrites_add(r, arena_print(a, "%s/%s", t->place, old[i].path), (Str){0}, e)) return -1;
    }
    for (size_t i = 0; i < t->b.n; i++) {
        Str s = t->b.v[i].bytes;
        if (rewrites_add(r, arena_print(a, "%s/%s", t->place, t->b.v[i].path), (Str){s.n ? s.p : "", s.n}, e)) return -1;
    }
    return 0;
}

static int name_it(Taking *t, Rewrites *r, Err *e)
{
    if (is_named(&t->s, t->place)) return 0;
    return rewrites_append(r, "sen.lua", arena_print(t->c->arena, cli_word(t->c,
                           "sua.noi_lam_viec \"workspace\" { lop = them { \"%s\" }, ly_do = \"Nhận lớp %s, phiên bản %s\" }\n",
                           "edit.workspace \"workspace\" { layers = add { \"%s\" }, why = \"Took in the layer %s, version "
                           "%s\" }\n"),
                           t->place, t->b.name, t->b.version), e);
}

static int put_rows(Taking *t, const StoreLayerFile *files, Err *e)
{
    const char *who = session_who(t->c);
    StoreLayer l = {.name = t->b.name, .version = t->b.version, .path = t->place, .sha256 = t->sha256, .signed_by = t->b.key,
                    .who = who};
    StoreTrust yes = {.path = t->place, .sha256 = t->sha256, .who = who, .signer = t->b.key, .allow = 1};
    StoreKey k = {.key = t->b.key, .name = t->b.name, .scope = arena_print(t->c->arena, "layer:%s", t->b.name), .who = who};
    if (t->new_key && store_put_key(t->s.store, &k, e)) return -1;
    return store_put_layer(t->s.store, &l, files, t->b.n, e) || store_put_trust(t->s.store, &yes, e) ? -1 : 0;
}

/* What the worker had to say about the layer's own files. */
static void say_mistakes(Taking *t, const Findings *said)
{
    size_t n = strlen(t->place);
    for (size_t i = 0; i < said->n; i++)
        if (said->v[i].file && !strncmp(said->v[i].file, t->place, n) && said->v[i].file[n] == '/')
            findings_copy(&t->c->findings, &said->v[i]);
    findings_sort(&t->c->findings);
}

static int take_in(Taking *t, Err *e)
{
    Cli *c = t->c;
    StoreLayerFile *files = layer_files(t);
    TakingUp up = {.c = c, .s = &t->s, .source = arena_print(c->arena, "%s %s", t->b.name, t->b.version), .sha256 = t->sha256,
                   .path = t->place, .now = files, .n_now = t->b.n};
    StoreLayerFile *was = NULL;
    if (t->old && store_layer_files(t->s.store, t->b.name, 1, c->arena, &was, &up.n_was, e)) return -1;
    up.was = was;
    if (taking_look(&up, e)) return -1;
    say_mistakes(t, &up.said);
    Rewrites r = rewrites_new(c, &t->s.w, t->s.store);
    int rc = session_begin(&t->s, arena_print(c->arena, "import %s", path_base(t->path)), e);
    if (rc == 0) {
        rc = write_folder(t, &r, e) || name_it(t, &r, e) || put_rows(t, files, e) || taking_write(&up, &r, e) ? -1 : 0;
        if (rc) store_rollback(t->s.store);
        else rc = rewrites_commit(&r, e);
    }
    rewrites_free(&r);
    if (rc == 0)
        cli_say(c, t->old ? "Đã nâng lớp %s từ phiên bản %s lên %s, ở %s/. Rút lại: sen hoan-tac"
                          : "Đã nhận lớp %s%s, phiên bản %s, vào %s/. Rút lại: sen hoan-tac",
                t->old ? "Raised the layer %s from version %s to %s, in %s/. To take it back: sen undo"
                       : "Took in the layer %s%s, version %s, into %s/. To take it back: sen undo",
                t->b.name, t->old ? t->old->version : "", t->b.version, t->place);
    if (rc == 0) taking_say(&up);
    if (rc == 0 && c->json) json_print(taking_json(&up), &c->out);
    taking_free(&up);
    return rc;
}

/* The same file again: only what was changed in its folder since is brought back. */
static int bring_back(Taking *t, Err *e)
{
    Cli *c = t->c;
    Rewrites r = rewrites_new(c, &t->s.w, t->s.store);
    int rc = session_begin(&t->s, arena_print(c->arena, "import %s", path_base(t->path)), e);
    if (rc == 0) {
        rc = write_folder(t, &r, e) || name_it(t, &r, e) ? -1 : 0;
        if (rc) store_rollback(t->s.store);
        else rc = rewrites_commit(&r, e);
    }
    if (rc == 0 && r.n) cli_say(c, "%s: %zu tệp của lớp %s được trả về như cũ.", "%s: %zu files of the layer %s brought back.",
                                t->path,
                                r.n, t->b.name);
    else if (rc == 0) cli_say(c, "%s: không có gì mới, lớp %s đã ở phiên bản %s.",
                              "%s: nothing new, the layer %s stands at version %s.",
                              t->path, t->b.name, t->b.version);
    rewrites_free(&r);
    return rc;
}

int take_layer(Cli *c, const char *path, Err *e)
{
    Taking t;
    int same = 0, rc = -1;
    if (read_it(c, path, &t, e)) return -1;
    if (cli_has(c, OPT_DRY_RUN)) {
        say_head(c, &t.b, NULL);
        say_files(c, &t.b, 0);
        cli_say(c, "(chỉ đọc thử, chưa nhận)", "(dry run, nothing was taken in)");
        return 0;
    }
    if (session_open(&t.s, c, SESSION_WRITE, e)) goto out;
    t.old = admit_layer(&t.s.admit, t.b.name);
    if (t.old && (same = compare_old(&t, e)) < 0) goto out;
    rc = same ? bring_back(&t, e) : ask_all(&t, e) || take_in(&t, e) ? -1 : 0;
out:
    session_close(&t.s);
    return rc;
}
