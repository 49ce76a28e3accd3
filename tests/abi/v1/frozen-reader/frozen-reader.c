/* frozen-reader.c - a reader as it was written for ABI 1.0; it must load and find the same lines, cells and marks for ever.
 * Compiled against the frozen sen_plugin.h beside it. Format: "FRZ1", then lines; "a|b" is a table row, "!kind text" a mark,
 * "=rows,columns text" a cell that spans, "^L" a new page, "?" fails. */
#include "sen_plugin.h"
#include <stdlib.h>
#include <string.h>

typedef struct Reading { const SenHost *h; SenLines *lines; SenPlace at; int32_t table, row; } Reading;

static int knows(void *state, const SenHost *h, SenText bytes)
{
    (void)state, (void)h;
    return bytes.n >= 5 && !memcmp(bytes.p, "FRZ1\n", 5);
}

static int row(Reading *r, SenText line)
{
    SenPlace at = r->at;
    size_t from = 0;
    if (!r->row) r->table++;
    at.table = r->table;
    at.row = ++r->row;
    if (line.p[0] == '=' && line.n >= 5 && line.p[2] == ',') {
        at.column = 1;
        return r->h->cell(r->lines, &at, (SenText){line.p + 5, line.n - 5}, (uint32_t)(line.p[1] - '0'), (uint32_t)(line.p[3] - '0'));
    }
    for (size_t i = 0; i <= line.n; i++) {
        if (i < line.n && line.p[i] != '|') continue;
        at.column++;
        if (r->h->cell(r->lines, &at, (SenText){line.p + from, i - from}, 1, 1) != 0) return -1;
        from = i + 1;
    }
    return 0;
}

static int one_line(Reading *r, SenText line, SenErr *err)
{
    if (line.n && (line.p[0] == '=' || memchr(line.p, '|', line.n))) return row(r, line);
    r->row = 0;
    if (line.n && line.p[0] == '?') return r->h->fail(err, SEN_STR("tệp hỏng"));
    if (line.n && line.p[0] == '\f') {
        r->at.page++;
        return r->h->mark(r->lines, &r->at, SEN_STR("page-break"), SEN_STR(""));
    }
    if (line.n && line.p[0] == '!') {
        const char *space = memchr(line.p, ' ', line.n);
        size_t kind = space ? (size_t)(space - line.p) : line.n;
        size_t rest = space ? kind + 1 : kind;
        return r->h->mark(r->lines, &r->at, (SenText){line.p + 1, kind - 1}, (SenText){line.p + rest, line.n - rest});
    }
    return r->h->line(r->lines, &r->at, line);
}

static int read_frozen(void *state, const SenHost *h, SenText bytes, const SenOptions *options, SenLines *lines, SenErr *err)
{
    Reading r = {.h = h, .lines = lines, .at = {.struct_size = sizeof r.at, .page = 1}};
    (void)state, (void)options;
    for (size_t i = 5; i < bytes.n;) {
        const char *end = memchr(bytes.p + i, '\n', bytes.n - i);
        size_t n = end ? (size_t)(end - bytes.p) - i : bytes.n - i;
        r.at.line++;
        if (one_line(&r, (SenText){bytes.p + i, n}, err) != 0) return -1;
        i += n + 1;
    }
    return 0;
}

static const SenReader reader = {.struct_size = sizeof reader, .id = SEN_TEXT("frozen-reader"), .title = SEN_TEXT("Bộ đọc đóng băng"),
    .suffixes = SEN_TEXT("frz frz2"), .knows = knows, .read = read_frozen};
static const SenReader *const readers[] = {&reader, NULL};
static const SenPlugin plugin = {.struct_size = sizeof plugin, .abi_major = SEN_ABI_MAJOR, .abi_minor = SEN_ABI_MINOR,
    .wall = SEN_WALL_SEALED, .name = SEN_TEXT("frozen-reader"), .version = SEN_TEXT("1.0"), .license = SEN_TEXT("MIT"),
    .summary = SEN_TEXT("Kiểm tra tương thích"), .readers = readers};
const SenPlugin *sen_plugin_v1(void) { return &plugin; }
