/* frozen.c - the hashes of issued files, kept and compared; must not know how files are built. */
#include "core/app/frozen.h"
#include "core/base/file.h"
#include <stdlib.h>
#include <string.h>

enum { FILE_MOST = 64 << 20, FILES_MOST = 64 };

static const char *setting_name(Arena *a, const char *unit, const char *material)
{
    return arena_print(a, "issued %s %s", unit, material);
}

/* "2026\n" and a line "HASH NAME" for each file; what does not read so is left out. */
static void read_setting(Frozen *x, const char *text, Arena *a)
{
    x->year = atoi(text);
    x->file = arena_alloc(a, FILES_MOST * sizeof *x->file);
    for (const char *p = strchr(text, '\n'); p && x->n_files < FILES_MOST; p = strchr(p, '\n')) {
        size_t n = strcspn(++p, "\n");
        if (n < 66 || p[64] != ' ') continue;
        x->file[x->n_files++] = (FrozenFile){arena_text(a, p + 65, n - 65), arena_text(a, p, 64)};
    }
}

int frozen_load(Store *s, const char *unit, Arena *a, Frozen **v, size_t *n, Err *e)
{
    StoreIssued *row;
    size_t rows;
    *n = 0;
    if (store_issued(s, unit, a, &row, &rows, e)) return -1;
    *v = arena_alloc(a, mem_mul(rows + 1, sizeof **v));
    for (size_t i = 0; i < rows; i++) {
        const char *text = NULL;
        if (i + 1 < rows && !strcmp(row[i].material, row[i + 1].material)) continue;       /* by day: the last is the newest */
        if (store_setting(s, setting_name(a, unit, row[i].material), a, &text, e)) return -1;
        Frozen *x = &(*v)[(*n)++];
        *x = (Frozen){.material = row[i].material, .number = row[i].number, .on = row[i].on};
        x->year = date_year(x->on);
        if (text) read_setting(x, text, a);
    }
    return 0;
}

int frozen_put(Store *s, const char *unit, const Frozen *x, Err *e)
{
    Buf b = {0};
    Arena *a = arena_new();
    buf_printf(&b, "%d\n", x->year);
    for (size_t i = 0; i < x->n_files; i++) buf_printf(&b, "%s %s\n", x->file[i].sha256, x->file[i].name);
    int rc = store_put_setting(s, setting_name(a, unit, x->material), buf_text(&b), e);
    buf_free(&b);
    arena_free(a);
    return rc;
}

const FrozenFile *frozen_find(const Frozen *v, size_t n, int year, const char *name, const Frozen **of)
{
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; v[i].year == year && k < v[i].n_files; k++)
            if (!strcmp(v[i].file[k].name, name)) {
                *of = &v[i];
                return &v[i].file[k];
            }
    return NULL;
}

int frozen_hash_file(const char *path, char hex[65])
{
    Buf b = {0};
    Err none = {0};
    int good = file_exists(path) && file_read(path, path, FILE_MOST, &b, &none) == 0;
    if (good) store_sha256(b.p, b.n, hex);
    buf_free(&b);
    return good;
}

int frozen_check(Store *s, const char *unit, int year, const char *out, const char *shown, Findings *f, Err *e)
{
    Arena *a = arena_new();
    Frozen *v;
    size_t n;
    int rc = frozen_load(s, unit, a, &v, &n, e);
    for (size_t i = 0; rc == 0 && i < n; i++)
        for (size_t k = 0; v[i].year == year && k < v[i].n_files; k++) {
            const FrozenFile *x = &v[i].file[k];
            char hex[65];
            if (!frozen_hash_file(arena_print(a, "%s/%s/%s", out, unit, x->name), hex) || !strcmp(hex, x->sha256)) continue;
            findings_add(f, SEN8075, arena_print(a, "%s/%s/%s", shown, unit, x->name), 0, 0,
                         arena_print(a, "material:%s", v[i].material), "%s" ARG "%s", x->name, v[i].number);
        }
    arena_free(a);
    return rc;
}
