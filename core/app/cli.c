/* cli.c - one run of the command line: exit code, findings, output; knows no argument and no command. */
#include "core/app/cli.h"
#include "core/app/json.h"
#include "core/base/text.h"
#include <errno.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

int cli_code(Cli *c, int code)
{
    static const int order[] = {70, 4, 5, 3, 1};
    if (c->code == 2 || code == 2) return c->code = 2;
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        if (c->code == order[i] || code == order[i]) return c->code = order[i];
    return c->code = 0;
}

int cli_fail(Cli *c, const Err *e)
{
    findings_add_err(&c->findings, e);
    return cli_code(c, err_exit(e->code));
}

const char *cli_word(const Cli *c, const char *vi, const char *en) { return c->lang == LANG_EN ? en : vi; }
int cli_has(const Cli *c, OptionId id) { return c->opt[id] != NULL; }

void cli_say(Cli *c, const char *vi, const char *en, ...)
{
    if (c->quiet || c->json) return;
    char text[4096];
    va_list ap;
    va_start(ap, en);
    vsnprintf(text, sizeof text, cli_word(c, vi, en), ap);
    va_end(ap);
    text[text_cut(text, strlen(text))] = 0;
    buf_puts(&c->out, text);
    buf_putc(&c->out, '\n');
}

int cli_write(int fd, const char *p, size_t n)
{
    while (n) {
        ssize_t k = write(fd, p, n);
        if (k < 0 && errno == EINTR) continue;
        if (k < 0) return errno;
        p += k;
        n -= (size_t)k;
    }
    return 0;
}

void cli_flush(Cli *c)
{
    int why = c->out.n ? cli_write(1, c->out.p, c->out.n) : 0;
    buf_clear(&c->out);
    if (why == EPIPE) _exit(c->code);
    if (why) {
        Err e = {0};
        err_set(&e, why == ENOSPC ? SEN1006 : SEN1005, "%s" ARG "%s", "stdout", strerror(why));
        cli_fail(c, &e);
    }
}

void cli_drain(void *cli)
{
    Cli *c = cli;
    if (c->code == 4) buf_clear(&c->out);
    else cli_flush(c);
}

int cli_usage(Cli *c, Code code, const char *args, ...)
{
    char all[900];
    va_list ap;
    va_start(ap, args);
    vsnprintf(all, sizeof all, args, ap);
    va_end(ap);
    findings_add(&c->findings, code, NULL, 0, 0, NULL, "%s", all);
    return cli_code(c, 2);
}

Date cli_parse_date(const Cli *c, const char *s, int year)
{
    (void)c;
    return date_parse(s, year);
}

const char *cli_date_text(Cli *c, Date d)
{
    static const char *const vi[] = {"thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"};
    static const char *const en[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    int y, m, day;
    date_parts(d, &y, &m, &day);
    if (c->lang == LANG_EN) return arena_print(c->arena, "%s %02d/%02d/%d", en[date_weekday(d)], day, m, y);
    return arena_print(c->arena, m <= 2 ? "%s, %02d/%02d/%d" : "%s, %02d/%d/%d", vi[date_weekday(d)], day, m, y);
}

/* The example of its code, under the first finding that has it; a note needs none. */
static void print_example(Cli *c, size_t at, Buf *to)
{
    const Finding *f = &c->findings.v[at];
    const char *example = f->severity == SEV_NOTE ? NULL : err_example(f->code);
    for (size_t i = 0; example && i < at; i++)
        if (c->findings.v[i].code == f->code) return;
    if (!example) return;
    buf_printf(to, "    %s ", cli_word(c, "Ví dụ:", "Example:"));
    for (const char *p = example; *p; p++) {
        buf_putc(to, *p);
        if (*p == '\n') buf_puts(to, "      ");
    }
    buf_putc(to, '\n');
}

void cli_print_findings(Cli *c, Buf *to)
{
    findings_sort(&c->findings);
    if (c->json) {
        json_findings(&c->findings, c->lang, to);
    } else {
        for (size_t i = 0; i < c->findings.n; i++) {
            finding_print(&c->findings.v[i], c->lang, to);
            print_example(c, i, to);
        }
        if (c->findings.dropped)
            buf_printf(to, cli_word(c, "… và %zu điều khác không in ra\n", "… and %zu more not shown\n"), c->findings.dropped);
    }
    c->findings.n = c->findings.dropped = 0;
}
