/* faults.c - gathers the scripts that hold rules, and asks the worker to let them look at a plan. */
#include "core/app/faults.h"
#include "core/app/gather.h"
#include "core/base/file.h"
#include <stdlib.h>
#include <string.h>

enum { SCRIPT_MOST = 1 << 20, FILES_MOST = 2000 };

typedef struct Pile {
    WorkLayer layers[LAYERS_MOST + 4];
    WorkFile *v;
    size_t n_layers, n, cap;
    int has_rules;
} Pile;

static int is_word_byte(char c) { return (unsigned char)c >= 0x80 || strchr("-_", c) || (c >= '0' && c <= '9') ||
                                         ((c | 32) >= 'a' && (c | 32) <= 'z'); }

/* rule "…", edit.rule("…"), sua["quy_tac"] … */
static int says(Str s, const char *word)
{
    size_t n = strlen(word);
    for (const char *p = s.p; (p = memmem(p, s.n - (size_t)(p - s.p), word, n)); p += n) {
        const char *after = p + n, *end = s.p + s.n;
        if (p > s.p && is_word_byte(p[-1])) continue;
        while (after < end && strchr(" \t", *after)) after++;
        if (after < end && strchr("\"'[({.", *after)) return 1;
    }
    return 0;
}

/* Only scripts that speak of rules are read for an import: the others cost time and say nothing about a text. */
static int speaks_of_rules(Str bytes) { return says(bytes, "rule") || says(bytes, "quy_tac"); }

/* Of what came from elsewhere only what was allowed; `check` says what was not. */
static void add(Session *s, Pile *p, LayerFile *f)
{
    Admission may = admit_file(&s->admit, f->name, 1, f->bytes);
    if (may.refused) return;
    if (p->n == p->cap) {
        p->cap = p->cap ? p->cap * 2 : 16;
        p->v = mem_resize(p->v, mem_mul(p->cap, sizeof *p->v));
    }
    p->v[p->n++] = (WorkFile){.name = f->name, .path = f->path, .bytes = f->bytes, .layer = (int)p->n_layers - 1,
                              .foreign = may.foreign};
}

static int add_layer(Session *s, Pile *p, const char *name, const char *dir, const char *shown, Err *e)
{
    Cli *c = s->c;
    LayerFiles files = {0};
    if (p->n_layers >= LAYERS_MOST) return 0;
    const char *folder = arena_print(c->arena, "%s/scripts", dir);
    int rc = workspace_gather(c->arena, folder, arena_print(c->arena, "%sscripts", shown), ".lua", SCRIPT_MOST, &files, e);
    p->layers[p->n_layers++] = (WorkLayer){name, shown};
    for (size_t i = 0; rc == 0 && i < files.n; i++)
        if (speaks_of_rules(files.v[i].bytes) && p->n < FILES_MOST) add(s, p, &files.v[i]);
    workspace_files_free(&files);
    return rc;
}

/* The layers that sen.lua names. */
static int add_named(Session *s, Pile *p, Err *e)
{
    Cli *c = s->c;
    const Value *list = session_workspace(s) ? entity_get(session_workspace(s), "layers") : NULL;
    for (uint32_t i = 0; list && list->type == VAL_LIST && i < list->count; i++) {
        Str t = list->u.list[i].u.text;
        const char *path = arena_text(c->arena, t.p, t.n);
        const char *dir = path[0] == '/' ? path : arena_print(c->arena, "%s/%s", s->w.dir, path);
        if (file_is_dir(dir) && add_layer(s, p, path_base(path), dir, arena_print(c->arena, "%s/", path), e)) return -1;
    }
    return 0;
}

static int add_unit(Session *s, Pile *p, Err *e)
{
    Cli *c = s->c;
    Err none = {0};
    Buf bytes = {0};
    const char *id = NULL;
    if (session_one_unit(s, &id, &none)) return 0;         /* several units: none is at hand, their own rules run in `check` */
    const char *shown = arena_print(c->arena, "units/%s/", id), *dir = arena_print(c->arena, "%s/units/%s", s->w.dir, id);
    size_t before = p->n;
    if (add_layer(s, p, "unit", dir, shown, e)) return -1;
    if (p->n == before || file_read(arena_print(c->arena, "%s/unit.lua", dir), "unit.lua", SCRIPT_MOST, &bytes, &none)) return 0;
    LayerFile profile = {arena_print(c->arena, "%sunit.lua", shown), "unit.lua", {arena_text(c->arena, buf_text(&bytes), bytes.n),
                                                                                  bytes.n}};
    add(s, p, &profile);
    buf_free(&bytes);
    return 0;
}

/* Which files may run; a dry run has no database open. */
static int know_trust(Session *s, Err *e)
{
    if (!s->has_workspace) return 0;
    Store *own = s->store ? NULL : store_open(s->w.db, STORE_READ, e);
    if (!s->store && !own) return -1;
    int rc = admit_load(&s->admit, own ? own : s->store, s->c->arena, e);
    store_close(own);
    return rc;
}

static int pack_rules(Session *s, Buf *out, Err *e)
{
    Pile p = {0};
    if (know_trust(s, e)) return -1;
    int rc = add_layer(s, &p, "base", s->c->install, "sen:", e);
    if (rc == 0 && s->has_workspace)
        rc = session_read_space(s, e) || add_named(s, &p, e) || add_layer(s, &p, "workspace", s->w.dir, "", e) ||
             add_unit(s, &p, e) ? -1 : 0;
    WorkFiles files = {.layers = p.layers, .n_layers = p.n_layers, .scripts = p.v, .n_scripts = p.n};
    if (rc == 0) work_pack_files(out, &files);
    free(p.v);
    return rc;
}

static int ask(Session *s, unsigned job, const Buf *b, Buf *text, Findings *f, Err *e)
{
    WallFrame frame;
    int r = -1;
    if (wall_send(s->wall, job, buf_text(b), b->n, e) == 0)
        while ((r = wall_recv(s->wall, &frame, e)) > 0) {
            Unpack u = unpack_from(frame.bytes.p, frame.bytes.n);
            if (frame.type == FRAME_FINDINGS) unpack_findings(&u, f);
            else if (frame.type == FRAME_TEXT && text) buf_str(text, frame.bytes);
            if (!u.bad) continue;
            wall_abandon(s->wall);
            return err_set(e, SEN7006, "%s", "rules");
        }
    return r;
}

int faults_find(Session *s, const char *path, const Plan *p, Findings *f, Err *e)
{
    Buf rules = {0}, b = {0};
    int rc = session_tell_setup(s, e) || pack_rules(s, &rules, e) ? -1 : 0;
    if (rc == 0) {
        pack_text(&b, path);
        pack_str(&b, buf_view(&rules));
        plan_pack(p, &b);
        rc = ask(s, WORK_FAULTS, &b, NULL, f, e);
    }
    buf_free(&rules);
    buf_free(&b);
    return rc;
}

int faults_try_examples(Session *s, Buf *text, Findings *f, Err *e)
{
    Buf rules = {0};
    int rc = pack_rules(s, &rules, e);
    if (rc == 0) rc = ask(s, WORK_SPECS, &rules, text, f, e);
    buf_free(&rules);
    return rc;
}
