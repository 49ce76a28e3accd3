/* consent.c - shows and asks; must not know what the answer is for. */
#include "core/app/consent.h"
#include "core/base/text.h"
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

void consent_show(Cli *c, Str text)
{
    int line = 0;
    for (size_t at = 0; at < text.n;) {
        const char *nl = memchr(text.p + at, '\n', text.n - at);
        size_t n = nl ? (size_t)(nl - text.p) - at : text.n - at;
        buf_printf(&c->out, "%5d  ", ++line);
        text_show_lines(text.p + at, n, &c->out);
        buf_putc(&c->out, '\n');
        at += n + 1;
    }
}

int consent_ask(Cli *c, const char *vi, const char *en)
{
    char answer[80];
    if (!isatty(0) || !isatty(1) || c->json || c->command->id == CMD_WATCH) return -1;
    cli_flush(c);
    const char *text = arena_print(c->arena, "%s %s ", cli_word(c, vi, en), cli_word(c, "[c = có, k = không]:",
        "[y = yes, n = no]:"));
    if (cli_write(1, text, strlen(text)) || !fgets(answer, sizeof answer, stdin)) return -1;
    answer[strcspn(answer, "\r\n")] = 0;
    static const char *const yes[] = {"c", "co", "có", "y", "yes"};
    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
        if (!strcasecmp(answer, yes[i])) return 1;
    return 0;
}

int consent_by_hash(Cli *c, const char *shown, const char *sha256, Err *e)
{
    if (!cli_has(c, OPT_HASH)) return 0;
    const char *given = c->opt[OPT_HASH];
    size_t n = strlen(given);
    if (n >= 16 && n <= 64 && !strncasecmp(given, sha256, n)) return 1;
    err_set(e, SEN8225, "%s" ARG "%s", shown, sha256);
    return -1;
}
