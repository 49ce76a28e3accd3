/* form_take.c - from the lines of a form to recorded figures: whose form it is, one transaction, a copy with comments. */
#include "core/app/form_take.h"
#include "core/app/form_check.h"
#include "core/base/file.h"
#include <stdlib.h>
#include <string.h>

const char *form_take_copy(Cli *c, const char *path)
{
    size_t n = strlen(path), k = strlen(path_suffix(path));
    if (n > 9 && !strcmp(path + n - 9, ".loi.xlsx")) return path;
    return arena_print(c->arena, "%.*s.loi.xlsx", (int)(n - k), path);
}

/* --- whose form --- */

static const char *unit_names(Cli *c, const Workspace *w)
{
    Buf b = {0};
    for (size_t i = 0; i < w->n_units && b.n < 180; i++) buf_printf(&b, "%s%s", i ? ", " : "", w->unit[i]);
    const char *r = arena_copy(c->arena, buf_text(&b));
    buf_free(&b);
    return r;
}

/* A form writes to its own unit and year, and to no other. `m` is the session that knows the workspace. */
static int check_owner(Session *m, const char *path, FormCheck *k, Err *e)
{
    Cli *c = m->c;
    char own[FORM_PERIOD];
    const char *asked = c->opt[OPT_FOR];
    const char *const *ids;
    size_t n, known = 0;
    if (form_check_owner(k->book, &k->unit, &k->period)) return err_set(e, SEN6073, "%s", path);
    if (form_period(k->period, 0, own) || strcmp(own, k->period)) return err_set(e, SEN6073, "%s", path);
    for (size_t i = 0; i < m->w.n_units; i++) known |= !strcmp(m->w.unit[i], k->unit);
    if (!known) return err_set(e, SEN6074, "%s" ARG "%s" ARG "%s", path, k->unit, unit_names(c, &m->w));
    if (asked && session_units(m, &ids, &n, e)) return -1;
    known = !asked;
    for (size_t i = 0; asked && i < n; i++) known |= !strcmp(ids[i], k->unit);
    if (!known) return err_set(e, SEN6075, "%s" ARG "%s" ARG "%s", path, k->unit, asked);
    if (m->year && atoi(k->period) != m->year) return err_set(e, SEN6076, "%s" ARG "%s" ARG "%d", path, k->period, m->year);
    return 0;
}

/* --- recording --- */

static const char *who_of(const FormCheck *k)
{
    if (k->c->opt[OPT_BY]) return session_who(k->c);
    return *k->who ? k->who : session_who(k->c);
}

static int record(Session *s, const FormCheck *k, Err *e)
{
    if (!k->n) return 0;
    if (session_begin(s, arena_print(k->c->arena, "import %s", path_base(k->path)), e)) return -1;
    for (size_t i = 0; i < k->n; i++) {
        StoreValue v = {.unit = k->unit, .indicator = k->v[i].indicator, .period = k->period, .dimensions = k->v[i].dimensions,
                        .n = k->v[i].n, .d = k->v[i].d, .state = k->state, .as_of = k->on == DATE_NONE ? k->c->date : k->on,
                        .who = who_of(k)};
        if (store_put_value(s->store, &v, NULL, e)) {
            store_rollback(s->store);
            return -1;
        }
    }
    if (store_commit(s->store, e) == 0) return 0;
    store_rollback(s->store);
    return -1;
}

static void say_result(const FormCheck *k, int dry)
{
    const char *unit = k->unit, *period = form_period_label(k->period, k->c->arena);
    if (dry)
        cli_say(k->c, "%s: đọc thử biểu của %s, %s: %zu số mới, %zu số thay, %zu số như cũ, %zu ô sai; chưa ghi gì.",
                "%s: only read, the form of %s, %s: %zu new figures, %zu replaced, %zu as before, %zu wrong cells.", k->path,
                    unit,
                period, k->fresh, k->replaced, k->same, k->errors);
    else
        cli_say(k->c, "Đã nhập biểu %s của %s, %s: ghi %zu số mới, thay %zu số, %zu số như cũ, %zu ô sai.",
                "Took the form %s of %s, %s: %zu new figures, %zu replaced, %zu as before, %zu wrong.", k->path, unit, period,
                k->fresh, k->replaced, k->same, k->errors);
    if (k->older) findings_add(&k->c->findings, SEN6098, k->path, 0, 0, NULL, "%zu", k->older);
    if (k->cleared) findings_add(&k->c->findings, SEN6103, k->path, 0, 0, NULL, "%zu", k->cleared);
}

/* The same workbook with what is wrong as comments. That it cannot be made is said and fails nothing. */
static void write_copy(Session *s, const FormCheck *k, Str bytes, const char *to)
{
    Buf out = {0};
    Err e = {0};
    if (session_notes(s, k->path, bytes, k->notes, k->n_notes, &out, &e) || file_write(to, to, out.p, out.n, &e)) {
        if (!e.code) err_set(&e, SEN1005, "%s" ARG "%s", to, "?");
        findings_add_err(&k->c->findings, &e);
    } else {
        cli_say(k->c, "Đã ghi %s: mở bằng Excel, sửa các ô có lời ghi chú, lưu, rồi nhập tệp ấy.",
                "Wrote %s: open it in Excel, mend the cells that have comments, save it and import it.", to);
    }
    buf_free(&out);
}

static int take(Session *s, Session *m, FormCheck *k, Str bytes, const char *copy, Err *e)
{
    Cli *c = s->c;
    UnitAnswer a = {0};
    StoreValue *old = NULL;
    int dry = cli_has(c, OPT_DRY_RUN), rc = -1;
    m->n_failed = c->findings.n;                           /* what was said of the files before stays */
    if (session_list_unit(m, k->unit, 1, &a, e)) goto out;
    k->model = a.model;
    if (store_values(m->store, k->unit, c->arena, &old, &k->n_old, e)) goto out;
    k->old = old;
    form_check_all(k);
    if (k->errors && cli_has(c, OPT_STRICT)) {
        if (!dry) write_copy(s, k, bytes, copy);
        err_set(e, SEN6100, "%s" ARG "%zu" ARG "%s", k->path, k->errors, copy);
        goto out;
    }
    if (!dry && record(s, k, e)) goto out;
    say_result(k, dry);
    if (k->errors) cli_code(c, 1);
    if (k->errors && !dry) write_copy(s, k, bytes, copy);
    rc = 0;
out:
    model_free(a.model);
    return rc;
}

int form_take(Session *s, const char *path, Str bytes, Str form, const char *copy, Err *e)
{
    Cli *c = s->c;
    Session m = {0};
    FormBook book;
    Unpack u = unpack_from(form.p, form.n);
    int rc = -1;
    if (form_unpack(&u, c->arena, &book)) return err_set(e, SEN7006, "%s", path);
    FormCheck k = {.c = c, .path = path, .book = &book};
    if (session_open(&m, c, SESSION_READ, e) == 0 && check_owner(&m, path, &k, e) == 0)
        rc = take(s, &m, &k, bytes, copy ? copy : form_take_copy(c, path), e);
    session_close(&m);
    return rc;
}
