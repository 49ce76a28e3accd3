/* taking_text.c - templates that the workspace or a unit put in the place of a lower layer's: what the layer changed in its own
 * is merged into theirs, passage by passage. Must not write. */
#include "core/app/taking.h"
#include "core/base/file.h"
#include "core/base/merge.h"
#include "core/base/text.h"
#include "core/doc/passage.h"
#include <stdlib.h>
#include <string.h>

static int compare_path(const void *key, const void *f) { return strcmp(key, ((const StoreLayerFile *)f)->path); }

static const char *text_of(const StoreLayerFile *v, size_t n, const char *path)
{
    const StoreLayerFile *f = n ? bsearch(path, v, n, sizeof *v, compare_path) : NULL;
    return f ? f->text : NULL;
}

/* The heading the line stands under, for people; "" = none. */
static const char *heading_above(Arena *a, Str text, int line)
{
    Str found = {"", 0};
    int at = 1;
    for (size_t i = 0; i < text.n && at < line; at++) {
        const char *nl = memchr(text.p + i, '\n', text.n - i);
        size_t n = nl ? (size_t)(nl - text.p) - i : text.n - i;
        if (n > 2 && text.p[i] == '#') found = str_trim((Str){text.p + i, n});
        i += n + 1;
    }
    return arena_text(a, found.p, found.n);
}

/* Does a template without its errors stay so? 1 = it reads as well as before. */
static int still_reads(Session *s, const char *name, Str before, Str after)
{
    Cli *c = s->c;
    Findings keep = c->findings;
    Err e = {0};
    size_t errors[2] = {0, 0};
    for (int i = 0; i < 2 && !e.code; i++) {
        findings_init(&c->findings, c->arena);
        session_check_file(s, name, i ? after : before, &e);
        errors[i] = findings_count(&c->findings, SEV_ERROR) + (e.code != 0);
        findings_free(&c->findings);
    }
    c->findings = keep;
    return errors[1] <= errors[0] && !e.code;
}

static void add_block(TakingUp *t, const char *unit, const char *path, const MergeHunk *h, Str merged, int theirs_only)
{
    Arena *a = t->c->arena;
    Change *x = changes_add(&t->changes, CHANGE_BLOCK, unit);
    const char *under = heading_above(a, merged, h->line);
    x->address = path;
    x->field = arena_print(a, "%d", h->line);
    x->base = arena_text(a, h->base.p, h->base.n);
    x->theirs = arena_text(a, h->theirs.p, h->theirs.n);
    x->mine = arena_text(a, theirs_only ? h->base.p : h->mine.p, theirs_only ? h->base.n : h->mine.n);
    x->note = *under ? under : NULL;
}

static void merge_one(TakingUp *t, Session *now, const char *unit, const char *path, Str mine, const char *base,
    const char *theirs)
{
    Arena *a = t->c->arena;
    Buf merged = {0};
    Merge m = merge_texts(str_of(base), str_of(theirs), mine, passage_cut, a);
    if (!m.theirs && !m.conflicts) return;
    merge_print(&m, &merged);
    Str text = {arena_text(a, buf_text(&merged), merged.n), merged.n};
    buf_free(&merged);
    int good = m.theirs && still_reads(now, path, mine, text);     /* else nothing is written and all of it waits */
    t->text = mem_resize(t->text, mem_mul(t->n_texts + 1, sizeof *t->text));
    MergedText *out = &t->text[t->n_texts++];
    *out = (MergedText){.path = path, .unit = unit, .text = good ? text : (Str){0}, .taken = good ? m.theirs : 0};
    for (size_t i = 0; i < m.n; i++) {
        MergeHunk h = m.v[i];
        if (h.kind == MERGE_CONFLICT || (h.kind == MERGE_THEIRS && !good)) {
            add_block(t, unit, path, &h, good ? text : mine, h.kind == MERGE_THEIRS);
            out->waiting++;
        }
    }
}

/* Is the template one that another layer in between also brings? Then that one is what was replaced. */
static int between(TakingUp *t, const char *unit, const char *inside)
{
    Session *s = t->s;
    Cli *c = t->c;
    if (*unit && file_exists(workspace_path(c, &s->w, inside))) return 1;
    const Value *list = session_workspace(s) ? entity_get(session_workspace(s), "layers") : NULL;
    int above = !strcmp(t->path, "sen:");
    for (uint32_t i = 0; list && list->type == VAL_LIST && i < list->count; i++) {
        Str l = list->u.list[i].u.text;
        const char *dir = arena_text(c->arena, l.p, l.n);
        if (above && file_exists(workspace_path(c, &s->w, arena_print(c->arena, "%s/%s", dir, inside)))) return 1;
        above |= !strcmp(dir, t->path);
    }
    return 0;
}

static int look_at_folder(TakingUp *t, Session *now, const char *unit, Err *e)
{
    Cli *c = t->c;
    LayerFiles f = {0};
    const char *folder = *unit ? arena_print(c->arena, "units/%s/content", unit) : "content";
    int rc = workspace_gather(c->arena, workspace_path(c, &t->s->w, folder), folder, ".md", 1 << 20, &f, e);
    for (size_t i = 0; rc == 0 && i < f.n; i++) {
        const char *inside = arena_print(c->arena, "content/%s", f.v[i].path);
        const char *was = text_of(t->was, t->n_was, inside), *is = text_of(t->now, t->n_now, inside);
        if (!is || (was && !strcmp(was, is)) || between(t, unit, inside)) continue;
        if (was) {
            merge_one(t, now, unit, f.v[i].name, f.v[i].bytes, was, is);
        } else if (!str_is(f.v[i].bytes, is)) {
            Change *x = changes_add(&t->changes, CHANGE_FILE, unit);
            x->address = f.v[i].name;
            x->theirs = is;
            x->mine = arena_text(c->arena, f.v[i].bytes.p, f.v[i].bytes.n);
        }
    }
    workspace_files_free(&f);
    return rc;
}

int taking_look_texts(TakingUp *t, Session *now, Err *e)
{
    if (look_at_folder(t, now, "", e)) return -1;
    for (size_t i = 0; i < t->s->w.n_units; i++)
        if (look_at_folder(t, now, t->s->w.unit[i], e)) return -1;
    return 0;
}
