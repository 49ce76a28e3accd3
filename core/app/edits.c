/* edits.c - files in memory, on their way to rewrite.c; must not know what is changed in them. */
#include "core/app/edits.h"
#include "core/base/file.h"
#include <stdlib.h>
#include <string.h>

Buf *edits_open(Edits *x, const char *path, Err *e)
{
    Cli *c = x->s->c;
    Buf b = {0};
    for (size_t i = 0; i < x->n; i++)
        if (!strcmp(x->v[i].path, path)) return &x->v[i].text;
    if (x->n >= 4096 || file_read(workspace_path(c, &x->s->w, path), path, REWRITE_MOST, &b, e)) {
        if (!e->code) err_set(e, SEN8032, "%s", path);
        return NULL;
    }
    x->v = mem_resize(x->v, mem_mul(x->n + 1, sizeof *x->v));
    EditedFile *f = &x->v[x->n++];
    *f = (EditedFile){.path = arena_copy(c->arena, path), .text = b, .before = {arena_text(c->arena, buf_text(&b), b.n), b.n}};
    return &f->text;
}

Buf *edits_begin(Edits *x, const char *path, Str text, Err *e)
{
    for (size_t i = 0; i < x->n; i++)
        if (!strcmp(x->v[i].path, path)) return &x->v[i].text;
    if (file_exists(workspace_path(x->s->c, &x->s->w, path))) return edits_open(x, path, e);
    x->v = mem_resize(x->v, mem_mul(x->n + 1, sizeof *x->v));
    EditedFile *f = &x->v[x->n++];
    *f = (EditedFile){.path = arena_copy(x->s->c->arena, path)};
    buf_str(&f->text, text);
    return &f->text;
}

int edits_keep_trust(Session *s, const char *path, Str before, Str after, Err *e)
{
    char was[65], is[65];
    if (!admit_arrival(&s->admit, path)) return 0;
    store_sha256(before.p, before.n, was);
    store_sha256(after.p, after.n, is);
    if (admit_decision(&s->admit, path, was) <= 0) {
        err_set(e, SEN8214, "%s", path);
        return err_at(e, path, 0, 0);
    }
    StoreTrust t = {.path = path, .sha256 = is, .who = session_who(s->c), .allow = 1};
    for (size_t i = 0; i < s->admit.n_trust; i++)
        if (!strcmp(s->admit.trust[i].sha256, was)) t.permissions = s->admit.trust[i].permissions;
    if (store_put_trust(s->store, &t, e)) return -1;
    return admit_load(&s->admit, s->store, s->c->arena, e);
}

void edits_tick(Edits *x, Tick t)
{
    x->tick = mem_resize(x->tick, mem_mul(x->n_ticks + 1, sizeof *x->tick));
    x->tick[x->n_ticks++] = t;
}

int edits_put(Edits *x, Rewrites *r, Err *e)
{
    for (size_t i = 0; i < x->n; i++) {
        EditedFile *f = &x->v[i];
        Str after = {arena_text(x->s->c->arena, buf_text(&f->text), f->text.n), f->text.n};
        if (str_eq(after, f->before)) continue;
        if (edits_keep_trust(x->s, f->path, f->before, after, e) || rewrites_add(r, f->path, after, e)) return -1;
    }
    for (size_t i = 0; i < x->n_ticks; i++)
        if (tick_write(x->s, &x->tick[i], e)) return -1;
    return 0;
}

void edits_free(Edits *x)
{
    for (size_t i = 0; i < x->n; i++) buf_free(&x->v[i].text);
    free(x->v);
    free(x->tick);
    *x = (Edits){0};
}
