/* traced.c - sorts and sums the lines of a measured run; must not know how they were measured. */
#include "core/app/traced.h"
#include "core/app/json.h"
#include "core/base/text.h"
#include <stdlib.h>
#include <string.h>

enum { LINES_SHOWN = 10, SOURCE_SHOWN = 48, WIDE = 11 };

static int by_cost(const void *pa, const void *pb)
{
    const TraceLine *a = pa, *b = pb;
    if (a->ns != b->ns) return a->ns < b->ns ? 1 : -1;
    if (a->steps != b->steps) return a->steps < b->steps ? 1 : -1;
    int c = strcmp(a->file, b->file);
    return c ? c : (a->line > b->line) - (a->line < b->line);
}

static TraceLine sum(const TraceLine *v, size_t n)
{
    TraceLine all = {0};
    for (size_t i = 0; i < n; i++) {
        all.steps += v[i].steps;
        all.calls += v[i].calls;
        all.bytes += v[i].bytes;
        all.ns += v[i].ns;
    }
    return all;
}

/* --- the table --- */

static void put_right(Cli *c, const char *s)
{
    for (size_t n = text_length(s, strlen(s)); n < WIDE; n++) buf_putc(&c->out, ' ');
    buf_puts(&c->out, s);
}

/* 12345 -> «12.345» / "12,345" */
static const char *grouped(Cli *c, uint64_t v)
{
    const char *digits = arena_print(c->arena, "%llu", (unsigned long long)v);
    size_t n = strlen(digits), k = 0;
    char *out = arena_alloc(c->arena, 2 * n + 1);
    for (size_t i = 0; i < n; i++) {
        if (i && (n - i) % 3 == 0) out[k++] = c->lang == LANG_EN ? ',' : '.';
        out[k++] = digits[i];
    }
    out[k] = 0;
    return out;
}

static const char *share(Cli *c, uint64_t part, uint64_t all)
{
    unsigned tenths = all ? (unsigned)((double)part * 1000 / (double)all + 0.5) : 0;
    return arena_print(c->arena, c->lang == LANG_EN ? "%u.%u%%" : "%u,%u %%", tenths / 10, tenths % 10);
}

static void put_figures(Cli *c, const TraceLine *x, const TraceLine *all)
{
    put_right(c, share(c, x->ns, all->ns));
    put_right(c, grouped(c, x->steps));
    put_right(c, grouped(c, (x->bytes + 1023) / 1024));
    put_right(c, grouped(c, x->calls));
}

static Str line_of(Str source, int line)
{
    const char *p = source.p, *end = source.p + source.n;
    for (int i = 1; i < line && p < end; i++) {
        const char *nl = memchr(p, '\n', (size_t)(end - p));
        p = nl ? nl + 1 : end;
    }
    while (p < end && (*p == ' ' || *p == '\t')) p++;
    const char *nl = memchr(p, '\n', (size_t)(end - p));
    return (Str){p, (size_t)((nl ? nl : end) - p)};
}

static void put_source(Cli *c, Str line)
{
    size_t n = 0, shown = 0;
    for (uint32_t one; n < line.n && shown < SOURCE_SHOWN; shown++) n += text_decode(line.p + n, line.n - n, &one);
    text_show_lines(line.p, n, &c->out);
    if (n < line.n) buf_puts(&c->out, "…");
}

void traced_print(Cli *c, const TraceLine *v, size_t n, const char *name, Str source)
{
    static const char *const heads[][2] = {
        {"thời gian", "time"}, {"bước máy", "steps"}, {"KB", "KB"}, {"lần gọi", "calls"}};
    if (!n) return;                        /* nothing ran: the errors say why */
    TraceLine all = sum(v, n), *most = arena_alloc(c->arena, mem_mul(n + 1, sizeof *most));
    if (n) memcpy(most, v, n * sizeof *most);
    qsort(most, n, sizeof *most, by_cost);
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) put_right(c, cli_word(c, heads[i][0], heads[i][1]));
    buf_printf(&c->out, "  %s\n", cli_word(c, "chỗ trong kịch bản", "place in the script"));
    for (size_t i = 0; i < n && i < LINES_SHOWN; i++) {
        put_figures(c, &most[i], &all);
        buf_printf(&c->out, "  %s:%d  ", most[i].file, most[i].line);
        if (!strcmp(most[i].file, name)) put_source(c, line_of(source, most[i].line));
        buf_putc(&c->out, '\n');
    }
    if (n > LINES_SHOWN) {
        TraceLine rest = sum(most + LINES_SHOWN, n - LINES_SHOWN);
        put_figures(c, &rest, &all);
        buf_printf(&c->out, cli_word(c, "  %zu dòng còn lại\n", "  the other %zu lines\n"), n - LINES_SHOWN);
    }
    put_figures(c, &all, &all);
    buf_printf(&c->out, cli_word(c, "  cộng, trong %s ms\n", "  in all, in %s ms\n"), grouped(c, (all.ns + 500000) / 1000000));
}

/* --- JSON --- */

static json_t *figures_json(const TraceLine *x, const TraceLine *all)
{
    return json_pack("{s:I,s:f,s:I,s:I,s:f}", "steps", (json_int_t)x->steps, "share",
                     all->steps ? (double)x->steps / (double)all->steps : 0.0, "calls", (json_int_t)x->calls, "bytes",
                     (json_int_t)x->bytes, "ms", (double)x->ns / 1e6);
}

void traced_json(Cli *c, const TraceLine *v, size_t n, Str output)
{
    json_t *lines = json_array();
    TraceLine all = sum(v, n);
    for (size_t i = 0; i < n; i++) {
        json_t *j = json_object();
        json_object_set_new(j, "file", json_text(v[i].file));
        json_object_set_new(j, "line", json_integer(v[i].line));
        json_object_update_new(j, figures_json(&v[i], &all));
        json_array_append_new(lines, j);
    }
    json_t *said = json_stringn(output.p ? output.p : "", output.n);
    json_print(json_pack("{s:s,s:o,s:o,s:o}", "schema", "sen-trace/1", "output", said ? said : json_null(), "total",
                         figures_json(&all, &all), "lines", lines), &c->out);
}
