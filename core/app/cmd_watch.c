/* cmd_watch.c - `sen watch`: what is dropped into inbox/ is imported, and everything is built again on a change.
 * The same code as `sen import` and `sen build`. A file that was taken goes to inbox/da-nhap/, one that was refused to
 * inbox/khong-nhap-duoc/ with the reason in a text file beside it; what is wrong with scripts stands in out/loi.txt. */
#include "core/app/back.h"
#include "core/app/build.h"
#include "core/app/commands.h"
#include "core/app/form_take.h"
#include "core/app/import.h"
#include "core/app/take_layer.h"
#include "core/app/take_script.h"
#include "core/app/watch.h"
#include "core/base/file.h"
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Moves inbox/NAME into a folder of inbox/, under a free name. */
static const char *move_to(Cli *c, const char *inbox, const char *name, const char *folder, Err *e)
{
    const char *dir = arena_print(c->arena, "%s/%s", inbox, folder);
    if (file_make_dirs(dir, folder, e)) return NULL;
    const char *to = arena_print(c->arena, "%s/%s", dir, name);
    for (int i = 2; file_exists(to) && i < 1000; i++) to = arena_print(c->arena, "%s/%d-%s", dir, i, name);
    if (rename(arena_print(c->arena, "%s/%s", inbox, name), to) == 0) return to;
    err_set(e, SEN1005, "%s" ARG "%s", folder, strerror(errno));
    return NULL;
}

/* The copy with comments goes where the form goes, not back into the inbox. */
static int take_form(Cli *c, Session *s, const char *inbox, const char *name, const Buf *form, const Buf *bytes, Err *e)
{
    const char *dir = arena_print(c->arena, "%s/da-nhap", inbox);
    if (file_make_dirs(dir, "da-nhap", e)) return -1;
    return form_take(s, arena_print(c->arena, "%s/%s", inbox, name), buf_view(bytes), buf_view(form),
                     form_take_copy(c, arena_print(c->arena, "%s/%s", dir, name)), e);
}

static void take_file(Cli *c, Session *s, const char *inbox, const char *name)
{
    Err e = {0}, moved = {0};
    Plan *plan = NULL;
    Buf bytes = {0}, form = {0}, why = {0};
    Correcting corrected = {0};
    const char *path = arena_print(c->arena, "%s/%s", inbox, name);
    int other = take_layer_is(name) || take_script_is(name), back = other ? 0 : back_import(c, path, &e);
    int rc = back ? (back < 0 ? -1 : 0) : take_layer_is(name) ? take_layer(c, path, &e) : other ? take_script(c, path, &e)
             : import_read(s, path, &plan, &form, &bytes, &e);
    if (rc == 0 && form.n) rc = take_form(c, s, inbox, name, &form, &bytes, &e);
    other |= form.n > 0 || back > 0;
    if (rc == 0 && !other) rc = correction_apply(s, path, plan, &corrected, &e);
    if (rc == 0 && !other) rc = import_put(s, path, plan, buf_view(&bytes), &corrected, &e);
    if (rc == 0) {
        move_to(c, inbox, name, "da-nhap", &moved);
        if (corrected.has_file) move_to(c, inbox, path_base(corrected.path), "da-nhap", &moved);
    } else {
        const char *to = move_to(c, inbox, name, "khong-nhap-duoc", &moved);
        err_print(&e, c->lang, &why);
        if (to) file_write(arena_print(c->arena, "%s.ly-do.txt", to), NULL, why.p, why.n, &moved);
        cli_fail(c, &e);
    }
    if (moved.code) cli_fail(c, &moved);
    correction_end(&corrected);
    plan_free(plan);
    buf_free(&bytes);
    buf_free(&form);
    buf_free(&why);
}

static void take_inbox(Cli *c, Err *e)
{
    Session s = {.c = c};
    char **names;
    size_t n = 0;
    if (workspace_find(c, &s.w, e)) return;
    const char *inbox = workspace_path(c, &s.w, "inbox");
    if (file_list(inbox, "inbox", &names, &n, e) == 0 && n) {
        for (size_t i = 0; i < n && !e->code; i++) {
            if (correction_is_file(names[i])) continue;    /* it goes with its plan */
            if (names[i][0] == '.' || names[i][0] == '~' || file_is_dir(arena_print(c->arena, "%s/%s", inbox, names[i])))
                continue;
            if (!s.store && !(s.store = store_open(s.w.db, STORE_WRITE, e))) break;
            take_file(c, &s, inbox, names[i]);
        }
        file_names_free(names, n);
    }
    session_close(&s);
}

/* Who edits in a shared folder does not see this terminal: the errors of the round also stand in out/loi.txt, which goes when
 * none is left. */
static void leave_errors(Cli *c)
{
    Workspace w = {0};
    Buf b = {0};
    Err e = {0};
    if (workspace_find(c, &w, &e)) return;
    const char *path = workspace_path(c, &w, "out/loi.txt");
    for (size_t i = 0; i < c->findings.n; i++)
        if (c->findings.v[i].severity == SEV_ERROR) finding_print(&c->findings.v[i], c->lang, &b);
    if (!b.n) unlink(path);
    else if (file_write(path, "out/loi.txt", b.p, b.n, &e)) cli_fail(c, &e);
    buf_free(&b);
    workspace_free(&w);
}

static int round_of_watch(Cli *c, void *unused)
{
    Err e = {0};
    Session s = {0};
    BuildCount count;
    (void)unused;
    c->code = 0;
    take_inbox(c, &e);
    if (e.code || session_open(&s, c, SESSION_READ, &e)) {
        cli_fail(c, &e);
    } else {
        BuildAsk ask = {.units = (const char *const *)s.w.unit, .n_units = s.w.n_units};
        if (ask.n_units && build_run(&s, &ask, &count, &e)) cli_fail(c, &e);
        else if (ask.n_units && (count.written || count.removed)) build_say(c, &ask, &count);
    }
    session_close(&s);
    leave_errors(c);
    return 0;
}

int cmd_watch(Cli *c) { return watch_files(c, round_of_watch, NULL); }
