/* reader.c - reads "a|b" lines: text lines as lines, lines with | as table rows, lines that begin with ! as marks. */
#include "core/abi/sen_plugin.h"
#include <string.h>

static int knows(void *state, const SenHost *h, SenText bytes)
{
    (void)state, (void)h;
    return bytes.n > 4 && !memcmp(bytes.p, "BAR1", 4);
}

static int cells(const SenHost *h, SenLines *l, SenPlace at, SenText line)
{
    size_t from = 0;
    for (size_t i = 0; i <= line.n; i++) {
        if (i < line.n && line.p[i] != '|') continue;
        at.column++;
        if (h->cell(l, &at, (SenText){line.p + from, i - from}, 1, 1) != 0) return -1;
        from = i + 1;
    }
    return 0;
}

static int read_bars(void *state, const SenHost *h, SenText bytes, const SenOptions *o, SenLines *lines, SenErr *err)
{
    (void)state, (void)o;
    SenPlace at = {.struct_size = sizeof at};
    int32_t row = 0;
    for (size_t i = 5; i < bytes.n;) {
        const char *end = memchr(bytes.p + i, '\n', bytes.n - i);
        size_t n = end ? (size_t)(end - bytes.p) - i : bytes.n - i;
        SenText line = {bytes.p + i, n};
        at.line++;
        int rc;
        if (n && line.p[0] == '!') {
            rc = h->mark(lines, &at, SEN_STR("hidden"), line);
        } else if (n && memchr(line.p, '|', n)) {
            SenPlace cell = at;
            cell.table = 1;
            cell.row = ++row;
            rc = cells(h, lines, cell, line);
        } else {
            rc = h->line(lines, &at, line);
        }
        if (rc != 0) return h->fail(err, SEN_STR("dòng không đọc được"));
        i += n + 1;
    }
    return 0;
}

static const SenReader bars = {.struct_size = sizeof bars, .id = SEN_TEXT("bars"), .title = SEN_TEXT("Thử"),
                               .suffixes = SEN_TEXT("bar brr"), .knows = knows, .read = read_bars};
static const SenReader *const readers[] = {&bars, NULL};
static const SenPlugin plugin = {.struct_size = sizeof plugin, .abi_major = SEN_ABI_MAJOR, .abi_minor = SEN_ABI_MINOR,
                                 .name = SEN_TEXT("reader"), .version = SEN_TEXT("0.1"), .license = SEN_TEXT("MIT"),
                                 .summary = SEN_TEXT("Thử"), .readers = readers};
const SenPlugin *sen_plugin_v1(void) { return &plugin; }
