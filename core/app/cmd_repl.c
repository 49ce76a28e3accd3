/* cmd_repl.c - `sen repl`: lines of Lua against the live plan; statements wait until :commit. Lua runs in the worker. */
#include "core/app/commands.h"
#include "core/app/repl.h"
#include "core/app/typeline.h"
#include "core/base/text.h"
#include <stdlib.h>
#include <string.h>

enum { WHOLE_MOST = 64 * 1024 };

/* Lines that define something are kept and run again before each further line; they print nothing. */
static int defines(const char *line)
{
    return !strncmp(line, "local ", 6) || !strncmp(line, "function ", 9) ||
           (strchr(line, '=') && !strstr(line, "==") && !strchr(line, '(') && !strchr(line, '{'));
}

static int is_syntax(Code c) { return c >= SEN3001 && c <= SEN3019; }

static int has_syntax(const Findings *f)
{
    for (size_t i = 0; i < f->n; i++)
        if (is_syntax(f->v[i].code)) return 1;
    return 0;
}

/* 1 when what is missing may come on the next line: an open brace, a block without its end. */
static int unfinished(const Findings *f)
{
    for (size_t i = 0; i < f->n; i++)
        if (f->v[i].code == SEN3003 || f->v[i].code == SEN3007 || f->v[i].code == SEN3008) return 1;
    return 0;
}

static int run(Repl *r, const char *before, const char *text, Err *e)
{
    Buf script = {0}, said = {0};
    buf_str(&script, buf_view(&r->kept));
    buf_printf(&script, "%s%s\n", before, text);
    size_t from = r->c->findings.n;
    int lines = 0, rc = repl_wake(r, e);
    for (size_t i = 0; i < r->kept.n; i++) lines += r->kept.p[i] == '\n';
    if (rc == 0) rc = session_run(&r->s, "repl", buf_view(&script), NULL, 0, &said, e);
    for (size_t i = from; i < r->c->findings.n; i++)       /* lines as they were typed, without those run before */
        if (r->c->findings.v[i].line > lines) r->c->findings.v[i].line -= lines;
    if (!has_syntax(&r->c->findings)) buf_str(&r->c->out, buf_view(&said));
    buf_free(&script);
    buf_free(&said);
    return rc;
}

/* A line of Lua: a value first, else a statement. 1 = it goes on. */
static int run_line(Repl *r, const char *line, int last)
{
    Cli *c = r->c;
    Err e = {0};
    int rc = -1, statement = repl_is_statement(line);
    if (statement) {
        rc = repl_add(r, line, &e);
        if (rc && !last && unfinished(&c->findings)) return c->findings.n = 0, 1;
        if (rc == 0) cli_say(c, "Đã ghi nhận, chưa lưu (%zu câu). Xem: :diff. Lưu: :commit LÝ DO",
                             "Noted, not written (%zu). See :diff. To write: :commit REASON", r->n);
    } else {
        if (!defines(line)) rc = run(r, "return ", line, &e);
        if (defines(line) || (rc == 0 && has_syntax(&c->findings))) {
            c->findings.n = 0;
            rc = run(r, "", line, &e);
            if (rc == 0 && !last && unfinished(&c->findings)) return c->findings.n = 0, 1;
            if (rc == 0 && defines(line) && !findings_count(&c->findings, SEV_ERROR)) buf_printf(&r->kept, "%s\n", line);
        }
    }
    if (rc < 0) cli_fail(c, &e);
    cli_print_findings(c, &c->out);
    return 0;
}

/* --- commands --- */

static void say_help(Cli *c)
{
    buf_puts(&c->out, cli_word(c,
        "Gõ Lua: tasks:late():count(), for t in ke_hoach.nhiem_vu:xep(\"han\") do print(t.ten) end\n"
        "Gõ câu sửa: sua.nhiem_vu \"mã\" { chu_tri = \"women\" } – câu đó chờ, chưa ghi gì.\n"
        "  :diff (:khac)            những gì sẽ đổi so với bản đang lưu\n"
        "  :undo (:lui)             bỏ câu vừa ghi nhận\n"
        "  :commit LÝ DO (:luu)     ghi các câu vào ward.lua của đơn vị, như sen sua\n"
        "  :why MÃ.TRƯỜNG (:vi-sao) một giá trị từ đâu mà có\n"
        "  :help TỪ (:giup)         tra một từ\n"
        "  :q                       thoát; câu đang chờ thì mất\n",
        "Type Lua: tasks:late():count(), for t in plan.tasks:order(\"due\") do print(t.title) end\n"
        "Type a statement: edit.task \"id\" { lead = \"women\" } – it waits, nothing is written.\n"
        "  :diff             what would change against what is saved\n"
        "  :undo             drops the last statement that waits\n"
        "  :commit REASON    writes them to the unit's ward.lua, as sen edit does\n"
        "  :why ID.FIELD     where a value comes from\n"
        "  :help WORD        explains a word\n"
        "  :q                leaves; what waits is lost\n"));
}

/* Another command of sen with one argument, as if it were typed. */
static void other(Repl *r, const char *name, int (*command)(Cli *c), const char *arg)
{
    Cli *c = r->c;
    const Command *own = c->command;
    const char **args = c->arg, *one[1] = {arg};
    size_t n = c->n_args;
    c->command = command_find(name);
    c->arg = one;
    c->n_args = *arg ? 1 : 0;
    command(c);
    c->command = own;
    c->arg = args;
    c->n_args = n;
}

static int is(const char *word, size_t n, const char *en, const char *vi)
{
    return (strlen(en) == n && !memcmp(word, en, n)) || (strlen(vi) == n && !memcmp(word, vi, n));
}

static int commit(Repl *r, Typeline *t, const char *why, Err *e)
{
    Cli *c = r->c;
    char *typed = NULL;
    if (!*why && r->n && repl_lacks_reason(r) && typeline_talks(t)) {
        const char *line = typeline_read(t, cli_word(c, "Lý do: ", "Reason: "));
        typed = mem_copy_text(line ? line : "");
        why = typed;
    }
    int rc = repl_commit(r, why, e);
    free(typed);
    return rc;
}

/* 1 = leave. */
static int command(Repl *r, Typeline *t, const char *line)
{
    Cli *c = r->c;
    Err e = {0};
    size_t n = strcspn(line, " ");
    const char *arg = line + n + strspn(line + n, " ");
    int rc = 0;
    if (is(line, n, ":q", ":thoat")) return 1;
    if (is(line, n, ":help", ":giup") && !*arg) say_help(c);
    else if (is(line, n, ":help", ":giup")) other(r, "help", cmd_help, arg);
    else if (is(line, n, ":why", ":vi-sao") && *arg) other(r, "why", cmd_why, arg);
    else if (is(line, n, ":diff", ":khac")) repl_diff(r);
    else if (is(line, n, ":undo", ":lui")) {
        rc = repl_undo(r, &e);
        if (rc == 0) cli_say(c, "Đã bỏ câu cuối; còn %zu câu chờ.", "The last one is dropped; %zu wait.", r->n);
    } else if (is(line, n, ":commit", ":luu")) rc = commit(r, t, arg, &e);
    else if (is(line, n, ":complete", ":goi-y")) {
        Buf b = {0};
        repl_complete(r, arg, strlen(arg), &b);
        buf_str(&c->out, buf_view(&b));
        buf_free(&b);
    } else rc = err_set(&e, SEN8300, "%.*s", (int)(n < 60 ? n : 60), line);
    if (rc < 0) cli_fail(c, &e);
    cli_print_findings(c, &c->out);
    return 0;
}

static int loop(Repl *r)
{
    Cli *c = r->c;
    Typeline *t = typeline_new(repl_complete, r);
    Buf whole = {0};
    const char *line;
    while ((line = typeline_read(t, whole.n ? "…> " : "sen> "))) {
        int end = 0;
        if (!whole.n && (!strcmp(line, "exit") || !strcmp(line, "thoat"))) break;
        if (!whole.n && *line == ':') end = command(r, t, line);
        else if (*line || whole.n) {
            int last = !*line || whole.n > WHOLE_MOST;
            if (whole.n) buf_putc(&whole, '\n');
            buf_puts(&whole, line);
            if (!run_line(r, buf_text(&whole), last)) buf_clear(&whole);
        }
        cli_flush(c);
        c->code = 0;
        if (end) break;
    }
    if (whole.n) run_line(r, buf_text(&whole), 1);
    if (r->n) cli_say(c, "%zu câu chưa lưu đã bị bỏ.", "%zu statements were not written.", r->n);
    cli_flush(c);
    buf_free(&whole);
    typeline_free(t);
    c->code = 0;
    return 0;
}

int cmd_repl(Cli *c)
{
    Err e = {0};
    Repl r = {.c = c};
    int rc = session_open(&r.s, c, SESSION_BARE, &e);
    if (rc == 0 && r.s.has_workspace && r.s.w.n_units) rc = session_one_unit(&r.s, &r.unit, &e);
    if (rc == 0 && !r.unit) {
        UnitAnswer a = {0};
        rc = session_unit(&r.s, NULL, 0, &a, &e);
        model_free(a.model);
    }
    if (rc == 0) rc = repl_open(&r, &e);
    c->findings.n = 0;
    if (rc == 0) loop(&r);
    repl_close(&r);
    return rc ? cli_fail(c, &e) : 0;
}
