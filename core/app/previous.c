/* previous.c - reads and keeps the calendars a unit gave out last; must not know what stands in them. */
#include "core/app/previous.h"
#include "core/base/file.h"
#include "core/base/mem.h"
#include "core/wall/work.h"
#include <stdlib.h>
#include <string.h>

enum { BYTES_MOST = 4 << 20 };

static int is_calendar(const char *name) { return !strcmp(path_suffix(name), ".ics"); }

static PreviousFile *file_of(Previous *p, const char *name)
{
    for (size_t i = 0; i < p->n; i++)
        if (!strcmp(p->v[i].name, name)) return &p->v[i];
    if (p->n == PREVIOUS_MOST) return NULL;
    p->v[p->n] = (PreviousFile){.name = mem_copy_text(name)};
    return &p->v[p->n++];
}

void previous_load(Previous *p, const char *workspace, const char *unit, int year)
{
    Buf dir = {0};
    char **names = NULL;
    size_t n = 0;
    Err none = {0};
    buf_printf(&dir, "%s/.sen/previous/%s/%d", workspace, unit, year);
    *p = (Previous){.dir = mem_copy_text(dir.p)};
    buf_free(&dir);
    if (file_list(p->dir, NULL, &names, &n, &none)) n = 0;
    for (size_t i = 0; i < n && p->n < PREVIOUS_MOST; i++) {
        if (!is_calendar(names[i])) continue;
        char *path = path_join(p->dir, names[i]);
        PreviousFile *f = file_of(p, names[i]);
        if (file_read(path, NULL, BYTES_MOST, &f->bytes, &none)) {
            buf_free(&f->bytes);
            free(f->name);
            p->n--;
        }
        free(path);
    }
    file_names_free(names, n);
}

void previous_pack(const Previous *p, Buf *request)
{
    OutputOption v[PREVIOUS_MOST];
    for (size_t i = 0; i < p->n; i++) v[i] = (OutputOption){str_of(p->v[i].name), buf_view(&p->v[i].bytes)};
    work_pack_previous(request, v, p->n);
}

void previous_note(Previous *p, const char *name, Str bytes)
{
    PreviousFile *f = is_calendar(name) && bytes.n <= BYTES_MOST ? file_of(p, name) : NULL;
    if (!f || str_eq(buf_view(&f->bytes), bytes)) return;
    buf_clear(&f->bytes);
    buf_str(&f->bytes, bytes);
    f->changed = 1;
}

int previous_keep(const Previous *p, int wait, Err *e)
{
    int made = 0;
    for (size_t i = 0; i < p->n; i++) {
        const PreviousFile *f = &p->v[i];
        if (!f->changed) continue;
        if (!made && file_make_dirs(p->dir, NULL, e)) return -1;
        made = 1;
        char *path = path_join(p->dir, f->name);
        int bad = (wait ? file_write : file_replace)(path, NULL, f->bytes.p, f->bytes.n, e);
        free(path);
        if (bad) return -1;
    }
    return 0;
}

void previous_free(Previous *p)
{
    for (size_t i = 0; i < p->n; i++) {
        free(p->v[i].name);
        buf_free(&p->v[i].bytes);
    }
    free(p->dir);
    *p = (Previous){0};
}
