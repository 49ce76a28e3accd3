/* cmd_issued.c - `sen issued MATERIAL`: the number, symbol and day the records clerk gave come back; the files are frozen. */
#include "core/app/build.h"
#include "core/app/commands.h"
#include "core/app/frozen.h"
#include "core/app/hand.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/model/address.h"
#include <stdlib.h>
#include <string.h>

enum { SIGNED_MOST = 256 << 20, FILES_MOST = 64 };

/* --- the number: «15/KH-UBND», «123/UBND-VX», «05/2026/QĐ-UBND» --- */

static size_t digits(const char *s) { return strspn(s, "0123456789"); }

/* One part of a symbol: capital letters of Vietnamese, "&" and digits inside («BCĐ», «P1»). */
static size_t part_of(const char *s)
{
    size_t n = 0, k;
    uint32_t cp;
    while (s[n] && (k = text_decode(s + n, strlen(s + n), &cp)) > 0) {
        Buf low = {0};
        int letter = cp > 127 || (cp >= 'A' && cp <= 'Z');
        text_fold(s + n, k, &low);                         /* a letter folds to a letter */
        letter = letter && low.n == 1 && low.p[0] >= 'a' && low.p[0] <= 'z';
        buf_free(&low);
        if (cp >= 'a' && cp <= 'z') letter = 0;
        if (!letter && !(n && ((cp >= '0' && cp <= '9') || cp == '&'))) break;
        n += k;
    }
    return n;
}

/* Decree 30: Arabic digits, a leading 0 below 10; a year only in legal documents; then parts joined by "-". */
static int is_number(const char *s)
{
    size_t n = digits(s);
    if (!n || n > 5 || s[n] != '/' || (n == 1) || (n > 2 && s[0] == '0') || !strncmp(s, "00", 2)) return 0;
    s += n + 1;
    n = digits(s);
    if (n) {
        if (n != 4 || s[n] != '/') return 0;
        s += 5;
    }
    int parts = 0;
    for (;; s++) {
        n = part_of(s);
        if (!n) return 0;
        parts++;
        s += n;
        if (!*s) return parts >= 2 && parts <= 4;
        if (*s != '-') return 0;
    }
}

static const char *read_number(Cli *c, Err *e)
{
    const char *given = c->opt[OPT_NUMBER];
    if (!given || !*given) {
        err_set(e, SEN8077, "%s", cli_word(c, "--so", "--number"));
        return NULL;
    }
    Str s = str_trim(str_of(given));
    const char *number = arena_text(c->arena, s.p, s.n);
    if (is_number(number)) return number;
    err_set(e, SEN8070, "%s", given);
    return NULL;
}

/* --date is the day of issue; with --on it is today, and --on the day of issue. */
static int read_day(Cli *c, int year, Date *on, Err *e)
{
    if (!cli_has(c, OPT_ON) && !c->date_given) return err_set(e, SEN8077, "%s", cli_word(c, "--ngay", "--date"));
    *on = c->date;
    if (!cli_has(c, OPT_ON)) return 0;
    *on = cli_parse_date(c, c->opt[OPT_ON], year);
    if (*on == DATE_NONE)
        return err_set(e, SEN8009, "%s" ARG "%s", cli_word(c, "--vao-ngay", "--on"), c->opt[OPT_ON]);
    if (*on > c->date) return err_set(e, SEN8072, "%s" ARG "%s", cli_date_text(c, *on), cli_date_text(c, c->date));
    return 0;
}

/* The same number in one year belongs to one text; a material that went out goes out again only when that is said. */
static int check_used(Session *s, const char *unit, const char *material, const char *number, Date on, Err *e)
{
    Cli *c = s->c;
    StoreIssued *v;
    Frozen *f;
    size_t n;
    if (store_issued(s->store, unit, c->arena, &v, &n, e)) return -1;
    for (size_t i = 0; i < n; i++) {
        int same = text_same_folded(v[i].number, number) && date_year(v[i].on) == date_year(on);
        if (same && strcmp(v[i].material, material))
            return err_set(e, SEN8071, "%s" ARG "%d" ARG "%s", number, date_year(on), v[i].material);
    }
    if (frozen_load(s->store, unit, c->arena, &f, &n, e)) return -1;
    for (size_t i = 0; i < n && !cli_has(c, OPT_REISSUE); i++)
        if (!strcmp(f[i].material, material) && f[i].year == s->year)
            return err_set(e, SEN8073, "%s" ARG "%s" ARG "%s", material, f[i].number, cli_date_text(c, f[i].on));
    return 0;
}

/* --- recording --- */

typedef struct Made { Cli *c; FrozenFile file[FILES_MOST]; size_t n; } Made;

static int take_made(void *self, const char *name, Str bytes, Err *e)
{
    Made *m = self;
    char hex[65];
    (void)e;
    if (!bytes.n || m->n == FILES_MOST) return 0;
    store_sha256(bytes.p, bytes.n, hex);
    m->file[m->n++] = (FrozenFile){arena_copy(m->c->arena, name), arena_copy(m->c->arena, hex)};
    return 0;
}

static int put_signed(Cli *c, StoreIssued *row, char hex[65], Err *e)
{
    const char *path = c->opt[OPT_FILE];
    Buf b = {0};
    if (!path) return 0;
    int rc = file_read(path, path, SIGNED_MOST, &b, e);
    if (rc == 0) store_sha256(b.p, b.n, hex);
    buf_free(&b);
    row->file = path_base(path);
    row->sha256 = hex;
    return rc;
}

/* The unit as its profile says it is: the units above count their plans by it. */
static int put_unit(Session *s, const Model *m, const char *unit, Err *e)
{
    const Entity *u = model_find(m, KIND_UNIT, unit);
    StoreUnit row = {.id = unit, .valid_from = DATE_NONE, .valid_to = DATE_NONE};
    if (u) {
        const Value *kind = entity_get(u, "kind");
        row.name = entity_text(u, "name");
        if (kind && kind->type == VAL_WORD) row.kind = arena_text(s->c->arena, kind->u.text.p, kind->u.text.n);
        if (*entity_text(u, "parent")) row.parent = entity_text(u, "parent");
    }
    return store_put_unit(s->store, &row, e);
}

/* The files as they are built with the number in them: their hashes stay with it. */
static int record(Session *s, const Model *m, const char *unit, Frozen *x, Err *e)
{
    Cli *c = s->c;
    char hex[65];
    Made made = {.c = c};
    UnitAnswer a = {0};
    StoreIssued row = {.unit = unit, .material = x->material, .number = x->number, .on = x->on, .who = session_who(c)};
    UnitAsk ask = {.want = WANT_FILES, .materials = &x->material, .n_materials = 1, .file = take_made, .self = &made};
    Hand h = {.s = s, .wall = s->wall, .store = s->store, .arena = c->arena};
    Buf request = {0};
    const char *what = arena_print(c->arena, "issued %s %s", x->material, x->number);
    if (put_signed(c, &row, hex, e) || session_begin(s, what, e)) return -1;
    int rc = put_unit(s, m, unit, e) || store_put_issued(s->store, &row, e) || frozen_put(s->store, unit, x, e) ? -1 : 0;
    size_t before = c->findings.n;
    if (rc == 0) rc = hand_pack_unit(&h, unit, &ask, &request, e);
    if (rc == 0) rc = hand_ask(&h, unit, &request, &ask, &a, &c->findings, e);
    c->findings.n = before;                                /* said once, by the build that follows */
    x->file = made.file;
    x->n_files = made.n;
    if (rc == 0 && made.n) rc = frozen_put(s->store, unit, x, e);
    if (rc == 0) rc = store_commit(s->store, e);
    if (rc) store_rollback(s->store);
    buf_free(&request);
    buf_free(&h.outputs);
    model_free(a.model);
    return rc;
}

static int build_it(Session *s, const char *unit, const char *material, Err *e)
{
    BuildAsk ask = {.units = &unit, .n_units = 1, .materials = &material, .n_materials = 1, .reissue = 1};
    BuildCount count;
    return build_run(s, &ask, &count, e);
}

static int issue(Session *s, const Model *m, const char *unit, Err *e)
{
    Cli *c = s->c;
    Address at;
    Frozen x = {.year = s->year};
    const char *name = arena_print(c->arena, "%s%s", strchr(c->arg[0], ':') ? "" : "material:", c->arg[0]);
    if (!(x.number = read_number(c, e)) || read_day(c, s->year, &x.on, e)) return -1;
    if (address_parse(m, name, NULL, NULL, &at, e)) return -1;
    if (at.kind != KIND_MATERIAL || at.field >= 0 || entity_gone(at.entity)) return err_set(e, SEN8035, "%s", c->arg[0]);
    x.material = arena_copy(c->arena, at.entity->id);
    if (check_used(s, unit, x.material, x.number, x.on, e) || record(s, m, unit, &x, e)) return -1;
    cli_say(c, "Đã ghi: «%s» ban hành số %s, %s. Rút lại: sen hoan-tac",
            "Recorded: %s was issued as %s, %s. To take it back: sen undo", entity_title(at.entity), x.number,
            cli_date_text(c, x.on));
    if (!x.n_files) {
        findings_add(&c->findings, SEN8076, NULL, 0, 0, NULL, "%s", x.material);
        return 0;
    }
    if (build_it(s, unit, x.material, e)) return -1;
    cli_say(c, "Số và ngày đã điền vào %zu tệp trong out/%s; từ nay các tệp này được giữ nguyên.",
            "Number and day stand in %zu files in out/%s; from now on these files are kept as they are.", x.n_files, unit);
    return 0;
}

int cmd_issued(Cli *c)
{
    Err e = {0};
    Session s = {0};
    UnitAnswer a = {0};
    const char *unit;
    int rc = session_open(&s, c, SESSION_WRITE, &e) || session_one_unit(&s, &unit, &e) || session_list_unit(&s, unit, 1, &a, &e);
    if (!rc) rc = issue(&s, a.model, unit, &e);
    model_free(a.model);
    session_close(&s);
    return rc ? cli_fail(c, &e) : c->code;
}
