/* cmd_doctor.c - `sen doctor` and `sen backup`: the machine, the walls, the database; a safe copy. */
#include "core/app/commands.h"
#include "core/app/session.h"
#include "core/app/version.h"
#include "core/base/file.h"
#include "core/press/tree.h"
#include <string.h>
#include <unistd.h>

static void line(Cli *c, int good, const char *vi, const char *en, const char *more)
{
    buf_printf(&c->out, "%s  %s%s%s\n", good ? cli_word(c, "[tốt]", "[ok] ") : cli_word(c, "[HỎNG]", "[BAD]"),
               cli_word(c, vi, en), more[0] ? ": " : "", more);
}

static void check_outputs(Cli *c, Session *s)
{
    Registry *r = NULL;
    Err e = {0};
    Buf b = {0};
    if (session_outputs(s, 1, &r, &e)) {
        cli_fail(c, &e);
        return;
    }
    for (size_t i = 0; i < registry_count_outputs(r); i++) buf_printf(&b, "%s%s", i ? " " : "", registry_output_at(r, i)->id);
    line(c, registry_count_outputs(r) > 0, "đầu ra", "outputs", buf_text(&b));
    for (size_t i = 0; i < registry_count_infos(r); i++) {
        const PluginInfo *p = registry_info_at(r, i);
        if (p->loaded || !p->why.code) continue;
        findings_add_err(&c->findings, &p->why);
        line(c, 0, "phần mở rộng không nạp được", "a plugin that was not loaded", p->name);
    }
    registry_free(r);
    buf_free(&b);
}

static void check_workspace(Cli *c, Session *s)
{
    Err e = {0};
    size_t before = c->findings.n;
    const char *out = workspace_path(c, &s->w, "out");
    if (store_doctor(s->store, &c->findings, &e)) cli_fail(c, &e);
    int good = !e.code && c->findings.n == before;
    line(c, good, "cơ sở dữ liệu", "database", s->w.db);
    if (!good) cli_code(c, 4);
    int broken = tree_interrupted(out);
    line(c, !broken, "kết quả xuất", "built files",
         broken ? cli_word(c, "lần xuất trước bị ngắt giữa chừng; gõ: sen xuat --cho all",
                           "the last build was interrupted; type: sen build --for all") : "out");
    if (broken) cli_code(c, 1);
    int writable = access(s->w.dir, W_OK) == 0;
    line(c, writable, "quyền ghi thư mục", "the folder can be written", s->w.dir);
    line(c, 1, "số đơn vị", "units", arena_print(c->arena, "%zu", s->w.n_units));
    line(c, 1, "số kế hoạch", "plans", arena_print(c->arena, "%zu", s->n_plans));
}

int cmd_doctor(Cli *c)
{
    Err e = {0};
    Session s = {0};
    line(c, 1, "phiên bản", "version", SEN_VERSION);
    int rc = session_open(&s, c, SESSION_BARE, &e);
    line(c, rc == 0, "tường chắn (tiến trình riêng, seccomp, giới hạn)", "walls (worker process, seccomp, limits)", "");
    if (rc == 0) check_outputs(c, &s);
    if (rc == 0 && s.has_workspace) check_workspace(c, &s);
    session_close(&s);
    return rc ? cli_fail(c, &e) : c->code;
}

int cmd_backup(Cli *c)
{
    Err e = {0};
    Session s = {.c = c};
    if (workspace_find(c, &s.w, &e)) return cli_fail(c, &e);
    s.store = store_open(s.w.db, STORE_READ, &e);
    int rc = s.store ? store_backup(s.store, c->arg[0], &e) : -1;
    session_close(&s);
    if (rc) return cli_fail(c, &e);
    cli_say(c, "Đã sao lưu vào %s.", "Backed up to %s.", c->arg[0]);
    return 0;
}
