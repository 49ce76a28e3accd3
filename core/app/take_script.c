/* take_script.c - a .lua file into units/ID/scripts/; must not run it before it is allowed. */
#include "core/app/take_script.h"
#include "core/app/consent.h"
#include "core/app/rewrite.h"
#include "core/app/session.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/script/permit.h"
#include <string.h>

enum { SCRIPT_MOST = 1 << 20 };

int take_script_is(const char *path) { return !strcmp(path_suffix(path), ".lua"); }

void take_script_show(Cli *c, const char *path, Str text, const char *sha256)
{
    Permit p = permit_read(text);
    Buf asks = {0};
    if (!c->json) consent_show(c, text);
    permit_show(&p, c->lang, &asks);
    cli_say(c, "Tệp %s xin quyền: %s\nMã băm: %s", "The file %s asks for: %s\nHash: %s", path, buf_text(&asks), sha256);
    if (p.bad_line) cli_say(c, "Dòng %d có quyền không hiểu được: «%s»", "Line %d has a permission nobody understands: %s",
                            p.bad_line, p.bad);
    buf_free(&asks);
}

/* "ward.lua": the script's own name in the unit's folder. */
static int script_name(Cli *c, const char *path, const char **name, Err *e)
{
    const char *base = path_base(path);
    size_t n = strlen(base) - 4;
    *name = arena_copy(c->arena, base);
    return n && text_is_id(arena_text(c->arena, base, n)) ? 0 : err_set(e, SEN8229, "%s", base);
}

/* Nothing but comments and blank lines: what `init` wrote, not work of the ward. */
static int is_blank_script(const char *s)
{
    while (*s) {
        s += strspn(s, " \t\r\n");
        if (!*s) break;
        if (strncmp(s, "--", 2) || s[2] == '[') return 0;
        s += strcspn(s, "\n");
    }
    return 1;
}

/* The unit's own work is never written over. */
static int check_place(Session *s, const Admit *may, const char *inside, Err *e)
{
    const char *full = workspace_path(s->c, &s->w, inside);
    Buf b = {0};
    if (!file_exists(full) || admit_arrival(may, inside)) return 0;
    int rc = file_read(full, inside, SCRIPT_MOST, &b, e);
    if (rc == 0 && !is_blank_script(buf_text(&b))) rc = err_set(e, SEN8228, "%s", inside);
    buf_free(&b);
    return rc;
}

static int remember_no(Session *s, const char *inside, const char *hash, Err *e)
{
    StoreTrust no = {.path = inside, .sha256 = hash, .who = session_who(s->c)};
    Err kept = {0};
    if (session_begin(s, arena_print(s->c->arena, "trust deny %s", inside), &kept) == 0 &&
        (store_put_trust(s->store, &no, &kept) || store_commit(s->store, &kept))) store_rollback(s->store);
    if (kept.code) findings_add_err(&s->c->findings, &kept);
    return err_set(e, SEN8230, "%s", path_base(inside));
}

static int ask(Session *s, const Admit *may, const char *path, const char *inside, Str text, const char *hash, Err *e)
{
    Cli *c = s->c;
    int by_hash = consent_by_hash(c, path, hash, e), decided = admit_decision(may, inside, hash);
    if (by_hash) return by_hash < 0 ? -1 : 0;
    if (decided == 0) return err_set(e, SEN8210, "%s" ARG "%.16s", path, hash);
    if (decided > 0) return 0;
    take_script_show(c, path, text, hash);
    int answer = consent_ask(c, "Đã đọc hết các dòng trên? Cho phép tệp này chạy trong lớp của đơn vị?",
                             "Did you read all of the above? Let this file run in the unit's layer?");
    if (answer < 0) return err_set(e, SEN8209, "%s" ARG "%.16s", path, hash);
    return answer ? 0 : remember_no(s, inside, hash, e);
}

static int put_script(Session *s, const char *path, const char *inside, Str text, const char *hash, Err *e)
{
    Cli *c = s->c;
    Permit p = permit_read(text);
    Buf asks = {0};
    permit_show(&p, LANG_VI, &asks);
    StoreArrival arrival = {.path = inside, .source = path_base(path), .sha256 = hash, .who = session_who(c)};
    StoreTrust yes = {.path = inside, .sha256 = hash, .permissions = arena_copy(c->arena, buf_text(&asks)), .who = arrival.who,
                      .allow = 1};
    buf_free(&asks);
    Rewrites r = rewrites_new(c, &s->w, s->store);
    int rc = session_begin(s, arena_print(c->arena, "import %s", path_base(path)), e);
    if (rc == 0) {
        rc = rewrites_add(&r, inside, text, e) || store_put_arrival(s->store, &arrival, e) || store_put_trust(s->store, &yes, e);
        if (rc) store_rollback(s->store);
        else rc = rewrites_commit(&r, e);
    }
    rewrites_free(&r);
    if (rc == 0)
        cli_say(c, "Đã nhận %s vào %s và cho phép chạy. Đổi một byte là phải hỏi lại. Rút lại: sen hoan-tac",
                "Took %s into %s and allowed it. One changed byte asks again. To take it back: sen undo", path, inside);
    return rc ? -1 : 0;
}

int take_script(Cli *c, const char *path, Err *e)
{
    Session s = {.c = c};
    Admit may;
    StoreTrust *trust;
    size_t n, at;
    Buf b = {0};
    const char *name, *unit, *inside = NULL;
    char hash[65];
    int rc = script_name(c, path, &name, e) || file_read(path, path, SCRIPT_MOST, &b, e) ? -1 : 0;
    if (rc == 0 && (!text_valid(buf_text(&b), b.n, &at) || memchr(buf_text(&b), 0,
                                                                  b.n))) rc = err_set(e, SEN1007, "%s" ARG "%zu", path, at);
    Str text = {buf_text(&b), b.n};
    store_sha256(text.p, text.n, hash);
    if (rc == 0 && cli_has(c, OPT_DRY_RUN)) {
        take_script_show(c, path, text, hash);
        buf_free(&b);
        return 0;
    }
    if (rc == 0) rc = session_open(&s, c, SESSION_WRITE, e) || session_one_unit(&s, &unit, e) ? -1 : 0;
    if (rc == 0) inside = arena_print(c->arena, "units/%s/scripts/%s", unit, name);
    if (rc == 0) {
        may = s.admit;
        rc = store_trusts(s.store, c->arena, &trust, &n, e);
        may.trust = trust;
        may.n_trust = n;
    }
    if (rc == 0) rc = check_place(&s, &may, inside, e) || ask(&s, &may, path, inside, text, hash, e) ||
                      put_script(&s, path, inside, text, hash, e) ? -1 : 0;
    buf_free(&b);
    session_close(&s);
    return rc;
}
