/* session.c - opening a workspace, telling the worker, and asking it about units. */
#include "core/app/session.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/plug/load.h"
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { SCRIPT_MOST = 1 << 20, CONTENT_MOST = 1 << 20, LAYERS_MOST = 16, GATHER_MOST = 16384 };

/* --- gathering the layers --- */

typedef struct Gather {
    Arena *arena;                      /* borrowed */
    WorkFiles files;
    LayerFiles scripts, content;
    int script_layer[GATHER_MOST], content_layer[GATHER_MOST];
    WorkLayer layers[LAYERS_MOST];
} Gather;

static int gather_layer(Session *s, Gather *g, const char *name, const char *path, const char *dir, const char *shown, Err *e)
{
    Arena *a = g->arena;
    (void)s;
    int layer = (int)g->files.n_layers;
    if (layer >= LAYERS_MOST) return err_set(e, SEN8031, "%d", LAYERS_MOST);
    g->layers[layer] = (WorkLayer){name, path};
    g->files.n_layers++;
    if (workspace_gather(a, arena_print(a, "%s/scripts", dir), arena_print(a, "%sscripts", shown), ".lua", SCRIPT_MOST,
                         &g->scripts, e)) return -1;
    if (workspace_gather(a, arena_print(a, "%s/content", dir), arena_print(a, "%scontent", shown), ".md", CONTENT_MOST,
                         &g->content, e)) return -1;
    if (g->scripts.n > GATHER_MOST || g->content.n > GATHER_MOST) return err_set(e, SEN8032, "%s", dir);
    for (size_t i = 0; i < g->scripts.n; i++)
        if (g->script_layer[i] < 0) g->script_layer[i] = layer;
    for (size_t i = 0; i < g->content.n; i++)
        if (g->content_layer[i] < 0) g->content_layer[i] = layer;
    return 0;
}

static Gather *gather_new(Arena *a)
{
    Gather *g = mem_alloc(sizeof *g);
    g->arena = a;
    memset(g->script_layer, -1, sizeof g->script_layer);
    memset(g->content_layer, -1, sizeof g->content_layer);
    return g;
}

static WorkFile *work_files(Arena *a, const LayerFiles *from, const int *layer)
{
    WorkFile *v = arena_alloc(a, mem_mul(from->n, sizeof *v));
    for (size_t i = 0; i < from->n; i++) v[i] = (WorkFile){from->v[i].name, from->v[i].path, from->v[i].bytes, layer[i]};
    return v;
}

static void gather_finish(Gather *g)
{
    g->files.layers = g->layers;
    g->files.scripts = work_files(g->arena, &g->scripts, g->script_layer);
    g->files.n_scripts = g->scripts.n;
    g->files.content = work_files(g->arena, &g->content, g->content_layer);
    g->files.n_content = g->content.n;
}

static void gather_free(Gather *g)
{
    workspace_files_free(&g->scripts);
    workspace_files_free(&g->content);
    free(g);
}

/* A single file as the first script of the current layer list. */
static int gather_file(Gather *g, const char *path, const char *shown, int layer, Err *e)
{
    Buf b = {0};
    Arena *a = g->arena;
    int rc = file_read(path, shown, SCRIPT_MOST, &b, e);
    if (rc == 0) {
        LayerFiles *f = &g->scripts;
        if (f->n >= GATHER_MOST) {
            err_set(e, SEN8032, "%s", shown);
            goto out;
        }
        if (f->n == f->cap) {
            f->cap = f->cap ? f->cap * 2 : 32;
            f->v = mem_resize(f->v, mem_mul(f->cap, sizeof *f->v));
        }
        g->script_layer[f->n] = layer;
        f->v[f->n++] = (LayerFile){arena_copy(a, shown), arena_copy(a, path_base(shown)),
                                   {arena_text(a, buf_text(&b), b.n), b.n}};
    }
out:
    buf_free(&b);
    return e->code ? -1 : rc;
}

/* The `layers` of sen.lua or unit.lua, each a folder relative to the workspace. */
static int gather_named(Session *s, Gather *g, const Entity *of, Err *e)
{
    const Value *list = of ? entity_get(of, "layers") : NULL;
    for (uint32_t i = 0; list && list->type == VAL_LIST && i < list->count; i++) {
        Str t = list->u.list[i].u.text;
        const char *path = arena_text(g->arena, t.p, t.n);
        const char *dir = path[0] == '/' ? path : arena_print(g->arena, "%s/%s", s->w.dir, path);
        if (!file_is_dir(dir)) return err_set(e, SEN8033, "%s" ARG "%s", path, of->file ? of->file : "sen.lua");
        if (gather_layer(s, g, path_base(path), path, dir, arena_print(g->arena, "%s/", path), e)) return -1;
    }
    return 0;
}

/* --- opening --- */

static void pack_setup(Session *s, Buf *b)
{
    Cli *c = s->c;
    WorkSetup setup = {.lang = c->lang, .today = c->date, .year = s->year, .draft = cli_has(c, OPT_DRAFT),
                       .no_oplist = cli_has(c, OPT_NO_OPLIST), .strict = cli_has(c, OPT_STRICT)};
    buf_clear(b);
    work_pack_setup(b, &setup);
}

/* Drains the frames of a job; findings go to f, one model to *m (both may be NULL). */
static int take_answer(Wall *wall, Findings *f, Model **m, Err *e)
{
    WallFrame frame;
    int r;
    while ((r = wall_recv(wall, &frame, e)) > 0) {
        Unpack u = unpack_from(frame.bytes.p, frame.bytes.n);
        if (frame.type == FRAME_FINDINGS && f) {
            unpack_findings(&u, f);
        } else if (frame.type == FRAME_MODEL && m) {
            model_free(*m);
            *m = model_unpack(&u);
            if (!*m) u.bad = 1;
        }
        if (u.bad) {
            wall_abandon(wall);
            return err_set(e, SEN7006, "%s", "frame");
        }
    }
    return r;
}

static int tell(Wall *wall, unsigned job, const Buf *b, Findings *f, Model **m, Err *e)
{
    return wall_send(wall, job, buf_text(b), b->n, e) ? -1 : take_answer(wall, f, m, e);
}

static Wall *start_wall(Session *s, Err *e)
{
    WallLimits l = WALL_UNIT;
    l.setup = s->places.p;
    l.setup_n = s->places.n;
    return wall_start(&l, e);
}

/* sen.lua, and with `units` every profile: read in the worker, by the rules of the declare stage. */
static int read_space(Session *s, int units, Findings *f, Err *e)
{
    Gather *g = gather_new(s->c->arena);
    Buf b = {0};
    int rc = -1;
    g->layers[0] = (WorkLayer){"workspace", "sen.lua"};
    g->files.n_layers = 1;
    if (gather_file(g, workspace_path(s->c, &s->w, "sen.lua"), "sen.lua", 0, e)) goto out;
    for (size_t i = 0; units && i < s->w.n_units; i++) {
        const char *shown = arena_print(s->c->arena, "units/%s/unit.lua", s->w.unit[i]);
        if (gather_file(g, workspace_path(s->c, &s->w, shown), shown, 0, e)) goto out;
    }
    gather_finish(g);
    work_pack_files(&b, &g->files);
    rc = tell(s->wall, WORK_WORKSPACE, &b, f, &s->space, e);
    if (rc == 0 && !s->space) rc = err_set(e, SEN7006, "%s", "workspace");
out:
    buf_free(&b);
    gather_free(g);
    return rc;
}

int session_profiles(Session *s, Err *e) { return read_space(s, 1, &s->c->findings, e); }

const Entity *session_workspace(const Session *s) { return s->space && model_count(s->space, KIND_WORKSPACE) ? model_at(s->space, KIND_WORKSPACE, 0) : NULL; }

static int pack_base(Session *s, Err *e)
{
    Cli *c = s->c;
    Gather *g = gather_new(c->arena);
    int rc = -1;
    if (s->has_workspace) {
        if (gather_layer(s, g, "base", "sen:", c->install, "sen:", e)) goto out;
        if (gather_named(s, g, session_workspace(s), e)) goto out;
        if (gather_file(g, workspace_path(c, &s->w, "sen.lua"), "sen.lua", (int)g->files.n_layers, e)) goto out;
        if (gather_layer(s, g, "workspace", ".", s->w.dir, "", e)) goto out;
    }
    gather_finish(g);
    work_pack_files(&s->base, &g->files);
    rc = 0;
out:
    gather_free(g);
    return rc;
}

static int load_plans(Session *s, Err *e)
{
    StorePlan *list;
    size_t n;
    if (store_plans(s->store, s->c->arena, &list, &n, e)) return -1;
    s->plans = mem_alloc(mem_mul(n, sizeof *s->plans));
    s->plan_ids = mem_alloc(mem_mul(n, sizeof *s->plan_ids));
    for (size_t i = 0; i < n; i++) {
        if (store_plan(s->store, list[i].id, 0, &s->plans[s->n_plans], e)) return -1;
        if (!s->plans[s->n_plans]) continue;
        s->plan_ids[s->n_plans++] = list[i].id;
    }
    pack_u32(&s->plan_bytes, (uint32_t)s->n_plans);
    for (size_t i = 0; i < s->n_plans; i++) {
        pack_text(&s->plan_bytes, s->plan_ids[i]);
        plan_pack(s->plans[i], &s->plan_bytes);
    }
    return 0;
}

static int tell_base(Session *s, Wall *wall, Findings *f, Err *e)
{
    if (tell(wall, WORK_SETUP, &s->setup, NULL, NULL, e)) return -1;
    if (tell(wall, WORK_PLANS, &s->plan_bytes, NULL, NULL, e)) return -1;
    return tell(wall, WORK_BASE, &s->base, f, NULL, e);
}

int session_open(Session *s, Cli *c, int mode, Err *e)
{
    *s = (Session){.c = c};
    Err none = {0};
    char *user = load_user_dir();
    work_pack_places(&s->places, &(WorkPlaces){.install = c->plugins, .user = user, .only = NULL});
    free(user);
    if (workspace_find(c, &s->w, mode == SESSION_BARE && !cli_has(c, OPT_DIR) ? &none : e) == 0) s->has_workspace = 1;
    else if (mode != SESSION_BARE || cli_has(c, OPT_DIR)) return -1;
    s->year = c->year ? c->year : date_year(c->date);
    pack_setup(s, &s->setup);
    s->wall = start_wall(s, e);
    if (!s->wall || tell(s->wall, WORK_SETUP, &s->setup, NULL, NULL, e)) return -1;
    if (s->has_workspace) {
        s->store = store_open(s->w.db, mode == SESSION_WRITE ? STORE_WRITE : STORE_READ, e);
        if (!s->store || read_space(s, 0, NULL, e) || load_plans(s, e)) return -1;
        const Value *y = session_workspace(s) ? entity_get(session_workspace(s), "year") : NULL;
        if (!c->year && y && y->type == VAL_INT) s->year = (int)y->u.i;
        const char *lang = session_workspace(s) ? entity_text(session_workspace(s), "lang") : "";
        if (!cli_has(c, OPT_LANG) && !strcmp(lang, "en")) c->lang = LANG_EN;
        pack_setup(s, &s->setup);
    } else {
        pack_u32(&s->plan_bytes, 0);
    }
    if (pack_base(s, e)) return -1;
    return tell_base(s, s->wall, &c->findings, e);
}

void session_close(Session *s)
{
    wall_free(s->wall);
    store_close(s->store);
    model_free(s->space);
    for (size_t i = 0; i < s->n_plans; i++) plan_free(s->plans[i]);
    free(s->plans);
    free(s->plan_ids);
    buf_free(&s->places);
    buf_free(&s->setup);
    buf_free(&s->base);
    buf_free(&s->plan_bytes);
    workspace_free(&s->w);
    *s = (Session){0};
}

/* --- which units --- */

/* --- who and when --- */

const char *session_now(Cli *c)
{
    time_t now = time(NULL);
    struct tm tm;
    localtime_r(&now, &tm);
    return arena_print(c->arena, "%04d-%02d-%02dT%02d:%02d:%02d", tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday, tm.tm_hour, tm.tm_min,
                       tm.tm_sec);
}

const char *session_who(Cli *c)
{
    if (cli_has(c, OPT_BY)) return c->opt[OPT_BY];
    struct passwd *pw = getpwuid(getuid());
    return pw ? arena_copy(c->arena, pw->pw_name) : NULL;
}

int session_begin(Session *s, const char *what, Err *e)
{
    StoreCommand command = {.command = what, .who = session_who(s->c), .at = session_now(s->c), .seen = -1};
    return store_begin(s->store, &command, e);
}

/* --- asking --- */

/* The clause addresses kept for one unit (refs.h). */
static int ref_rows(Store *store, const char *unit, Arena *a, Rows *rows, Err *e)
{
    StoreRef *refs;
    size_t n, len = strlen(unit);
    if (store_refs(store, a, &refs, &n, e)) return -1;
    rows->refs = arena_alloc(a, mem_mul(n, sizeof *rows->refs));
    for (size_t i = 0; i < n; i++) {
        const char *owner = refs[i].owner;
        if (strncmp(owner, unit, len) || strncmp(owner + len, "/task:", 6)) continue;
        rows->refs[rows->n_refs++] = (RefRow){owner + len + 6, refs[i].plan, refs[i].address, refs[i].key};
    }
    return 0;
}

int session_rows(Store *store, const char *unit, Arena *a, Rows *rows, Err *e)
{
    StoreTick *ticks;
    StoreValue *values;
    StoreLink *links;
    *rows = (Rows){0};
    if (store_ticks(store, unit, a, &ticks, &rows->n_ticks, e) || store_values(store, unit, a, &values, &rows->n_values, e) ||
        store_links(store, unit, a, &links, &rows->n_links, e)) return -1;
    rows->ticks = arena_alloc(a, mem_mul(rows->n_ticks, sizeof *rows->ticks));
    for (size_t i = 0; i < rows->n_ticks; i++)
        rows->ticks[i] = (TickRow){ticks[i].item, ticks[i].on, ticks[i].times, ticks[i].note, ticks[i].evidence, ticks[i].by};
    rows->values = arena_alloc(a, mem_mul(rows->n_values, sizeof *rows->values));
    for (size_t i = 0; i < rows->n_values; i++) {
        const StoreValue *v = &values[i];
        rows->values[i] = (ValueRow){v->indicator, v->period, v->dimensions, v->n, v->d, v->state, v->who, v->as_of};
    }
    rows->links = arena_alloc(a, mem_mul(rows->n_links, sizeof *rows->links));
    for (size_t i = 0; i < rows->n_links; i++) rows->links[i] = (LinkRow){links[i].task, links[i].key, links[i].yes};
    return ref_rows(store, unit, a, rows, e);
}

/* A unit's own `layers` stand in its profile: that is read first, in the worker. */
static int gather_unit_layers(Hand *h, Gather *g, const char *id, Err *e)
{
    WorkLayer layer = {"unit", id};
    WorkFile file = {g->scripts.v[0].name, "unit.lua", g->scripts.v[0].bytes, 0};
    WorkFiles files = {.layers = &layer, .n_layers = 1, .scripts = &file, .n_scripts = 1};
    Buf b = {0};
    Model *m = NULL;
    work_pack_files(&b, &files);
    int rc = tell(h->wall, WORK_WORKSPACE, &b, NULL, &m, e);
    if (rc == 0 && m) rc = gather_named(h->s, g, model_find(m, KIND_UNIT, id), e);
    model_free(m);
    buf_free(&b);
    return rc;
}

int hand_pack_unit(Hand *h, const char *id, const UnitAsk *ask, Buf *out, Err *e)
{
    Session *s = h->s;
    Arena *a = h->arena;
    Gather *g = gather_new(a);
    WorkUnit q = {.id = id, .want = ask->want, .materials = (const char **)(uintptr_t)ask->materials, .n_materials = ask->n_materials,
                  .formats = (const char **)(uintptr_t)ask->formats, .n_formats = ask->n_formats};
    int rc = -1;
    if (id) {
        const char *dir = arena_print(a, "%s/units/%s", s->w.dir, id), *shown = arena_print(a, "units/%s/", id);
        if (gather_file(g, arena_print(a, "%s/unit.lua", dir), arena_print(a, "%sunit.lua", shown), 0, e)) goto out;
        const char *profile = g->scripts.v[0].bytes.p;
        if ((strstr(profile, "layers") || strstr(profile, "lop")) && gather_unit_layers(h, g, id, e)) goto out;
        g->script_layer[0] = (int)g->files.n_layers;
        if (gather_layer(s, g, "unit", arena_print(a, "units/%s", id), dir, shown, e)) goto out;
        if (session_rows(h->store, id, a, &q.rows, e)) goto out;
    }
    gather_finish(g);
    q.files = g->files;
    buf_clear(out);
    work_pack_unit(out, &q);
    rc = 0;
out:
    gather_free(g);
    return rc;
}

int hand_start(Hand *h, Session *s, Findings *f, Err *e)
{
    *h = (Hand){.s = s, .wall = start_wall(s, e), .arena = arena_new()};
    if (!h->wall || tell_base(s, h->wall, f, e)) return -1;
    h->store = store_open(s->w.db, STORE_READ, e);
    return h->store ? 0 : -1;
}

int hand_revive(Hand *h, Err *e) { return wall_restart(h->wall, e) ? -1 : tell_base(h->s, h->wall, NULL, e); }

void hand_end(Hand *h)
{
    wall_free(h->wall);
    store_close(h->store);
    arena_free(h->arena);
    *h = (Hand){0};
}

/* A file's name travels in the frame; it is a name in out/UNIT and nothing else. */
static int file_frame(const UnitAsk *ask, const WallFrame *frame, Err *e)
{
    char name[160];
    if (!ask->file || !frame->bytes.n || frame->bytes.n >= sizeof name) return err_set(e, SEN7006, "%s", "file");
    memcpy(name, frame->bytes.p, frame->bytes.n);
    name[frame->bytes.n] = 0;
    return ask->file(ask->self, name, frame->bulk, e);
}

/* A mistake that names no file names at least the unit. */
static void take_findings(Unpack *u, Findings *f, const char *id)
{
    size_t before = f->n;
    unpack_findings(u, f);
    for (size_t i = before; id && i < f->n; i++)
        if (!f->v[i].file && f->v[i].severity >= SEV_WARNING) f->v[i].file = arena_print(f->arena, "units/%s", id);
}

int hand_ask(Hand *h, const char *id, const Buf *request, const UnitAsk *ask, UnitAnswer *a, Findings *f, Err *e)
{
    WallFrame frame;
    int r;
    *a = (UnitAnswer){0};
    if (wall_send(h->wall, WORK_UNIT, buf_text(request), request->n, e)) return -1;
    while ((r = wall_recv(h->wall, &frame, e)) > 0) {
        Unpack u = unpack_from(frame.bytes.p, frame.bytes.n);
        int bad = 0;
        if (frame.type == FRAME_FILE) bad = file_frame(ask, &frame, e);
        else if (frame.type == FRAME_MODEL) bad = !(a->model = model_unpack(&u));
        else if (frame.type == FRAME_DONE) bad = work_unpack_done(&u, &a->done);
        else if (frame.type == FRAME_FINDINGS) take_findings(&u, f, id);
        if (bad || u.bad) {
            err_set(e, SEN7006, "%s", id ? id : "");
            wall_abandon(h->wall);
            r = -1;
            break;
        }
    }
    if (r < 0) {
        model_free(a->model);
        a->model = NULL;
    }
    return r;
}

int session_unit(Session *s, const char *id, unsigned want, UnitAnswer *a, Err *e)
{
    Hand h = {s, s->wall, s->store, s->c->arena};
    UnitAsk ask = {.want = want};
    Buf b = {0};
    int rc = hand_pack_unit(&h, id, &ask, &b, e);
    if (rc == 0) rc = hand_ask(&h, id, &b, &ask, a, &s->c->findings, e);
    buf_free(&b);
    return rc;
}
