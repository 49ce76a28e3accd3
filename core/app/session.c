/* session.c - opening a workspace, telling the worker, and asking it about units. */
#include "core/app/session.h"
#include "core/app/gather.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/press/tree.h"
#include "core/plug/load.h"
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

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

enum { PLANS_USUAL = 1 << 20 };            /* bytes of the live plans that the limits of a unit are made for */

void session_pack_places(const Cli *c, WorkPlaces p, Buf *out)
{
    char *user = load_user_dir();
    p.install = c->plugins;
    p.user = user;
    work_pack_places(out, &p);
    free(user);
}

/* A workspace with the largest plans an import takes must still open: they raise the limits, up to those of an import. */
static Wall *start_wall(Session *s, Err *e)
{
    const WallLimits most = WALL_IMPORT;
    WallLimits l = WALL_UNIT;
    if (s->plan_bytes.n > PLANS_USUAL) {
        size_t memory = l.memory + s->plan_bytes.n * 16, ms = (size_t)l.time_ms + s->plan_bytes.n / 2048;
        l.memory = memory < most.memory ? memory : most.memory;
        l.time_ms = ms < (size_t)most.time_ms ? (int)ms : most.time_ms;
    }
    Buf places = {0};
    session_pack_places(s->c, (WorkPlaces){.few = !s->all_plugins, .outputs = buf_text(&s->outputs)}, &places);
    l.setup = places.p;
    l.setup_n = places.n;
    Wall *wall = wall_start(&l, e);
    buf_free(&places);
    return wall;
}

/* sen.lua, and with `units` every profile: read in the worker, by the rules of the declare stage. */
static int read_space(Session *s, int units, Findings *f, Err *e)
{
    Gather *g = gather_new(s->c->arena, units ? NULL : &s->layers);
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

const Entity *session_workspace(const Session *s)
{
    return s->space && model_count(s->space, KIND_WORKSPACE) ? model_at(s->space, KIND_WORKSPACE, 0) : NULL;
}

static int pack_base(Session *s, Err *e)
{
    Cli *c = s->c;
    Gather *g = gather_new(c->arena, &s->layers);
    int rc = -1;
    if (s->has_workspace) {
        if (gather_layer(g, "base", "sen:", c->install, "sen:", e)) goto out;
        if (gather_named(g, s->w.dir, session_workspace(s), e)) goto out;
        if (gather_file(g, workspace_path(c, &s->w, "sen.lua"), "sen.lua", (int)g->files.n_layers, e)) goto out;
        if (gather_layer(g, "workspace", ".", s->w.dir, "", e)) goto out;
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

int session_load_all(Session *s, Err *e)
{
    wall_free(s->wall);
    s->all_plugins = 1;
    s->wall = start_wall(s, e);
    return s->wall ? tell_base(s, s->wall, NULL, e) : -1;
}

static TreeHash hash_of(const Buf *b)
{
    TreeHash h = tree_hash_start();
    tree_hash_add(&h, b->p, b->n);
    return h;
}

/* Finds the workspace; starts nothing. */
static int find_all(Session *s, Cli *c, int mode, Err *e)
{
    *s = (Session){.c = c};
    Err none = {0};
    if (cli_has(c, OPT_FORMAT)) session_add_outputs(s, str_of(c->opt[OPT_FORMAT]));
    if (workspace_find(c, &s->w, mode == SESSION_BARE && !cli_has(c, OPT_DIR) ? &none : e) == 0) s->has_workspace = 1;
    else if (mode != SESSION_BARE || cli_has(c, OPT_DIR)) return -1;
    s->year = c->year ? c->year : date_year(c->date);
    pack_setup(s, &s->setup);
    return 0;
}

/* What sen.lua says of the year and the language. */
static void obey_space(Session *s)
{
    Cli *c = s->c;
    const Value *y = session_workspace(s) ? entity_get(session_workspace(s), "year") : NULL;
    if (!c->year && y && y->type == VAL_INT) s->year = (int)y->u.i;
    const char *lang = session_workspace(s) ? entity_text(session_workspace(s), "lang") : "";
    if (!cli_has(c, OPT_LANG) && !strcmp(lang, "en")) c->lang = LANG_EN;
    pack_setup(s, &s->setup);
}

static int start_all(Session *s, int mode, Findings *f, Err *e)
{
    s->wall = start_wall(s, e);
    if (!s->wall || tell(s->wall, WORK_SETUP, &s->setup, NULL, NULL, e)) return -1;
    if (s->has_workspace) {
        trail_note(&s->database, s->w.db);
        trail_note(&s->database, arena_print(s->c->arena, "%s-journal", s->w.db));
        s->store = store_open(s->w.db, mode == SESSION_WRITE ? STORE_WRITE : STORE_READ, e);
        if (!s->store || read_space(s, 0, NULL, e) || load_plans(s, e)) return -1;
        if (s->plan_bytes.n > PLANS_USUAL) {
            wall_free(s->wall);
            s->wall = start_wall(s, e);
            if (!s->wall) return -1;
        }
        obey_space(s);
    } else {
        pack_u32(&s->plan_bytes, 0);
    }
    if (pack_base(s, e)) return -1;
    s->base_hash = hash_of(&s->base);
    s->plan_hash = hash_of(&s->plan_bytes);
    return tell_base(s, s->wall, f, e);
}

int session_open(Session *s, Cli *c, int mode, Err *e)
{
    return find_all(s, c, mode, e) || start_all(s, mode, &c->findings, e) ? -1 : 0;
}

/* --- a build that may find nothing to do --- */

TreeHash session_start_key(const Session *s)
{
    const Cli *c = s->c;
    TreeHash h = tree_hash_start();
    struct stat st = {0};
    tree_hash_text(&h, c->install);
    tree_hash_text(&h, c->plugins);
    tree_hash_int(&h, c->year);
    tree_hash_int(&h, cli_has(c, OPT_LANG) ? (int)c->lang : -1);
    tree_hash_int(&h, cli_has(c, OPT_STRICT) | cli_has(c, OPT_NO_OPLIST) << 1 | cli_has(c, OPT_DRAFT) << 2);
    if (stat(c->program, &st) == 0) {
        tree_hash_int(&h, st.st_ino);
        tree_hash_int(&h, st.st_size);
        tree_hash_int(&h, (int64_t)st.st_mtim.tv_sec * 1000000000 + st.st_mtim.tv_nsec);
    }
    return h;
}

static int same_hash(TreeHash a, TreeHash b) { return a.a == b.a && a.b == b.b; }

/* Takes from the note what starting everything would give. */
static int sleep_on(Session *s, TreeHash key)
{
    const SeenStart *t = &s->seen.start;
    if (!same_hash(key, t->key) || !trail_holds(t->layers)) return 0;
    Unpack space = unpack_from(t->space.p, t->space.n), said = unpack_from(t->findings.p, t->findings.n);
    s->space = model_unpack(&space);
    if (!s->space) return 0;
    unpack_findings(&said, &s->c->findings);
    obey_space(s);
    s->base_hash = t->base;
    s->plan_hash = t->plans;
    s->asleep = 1;
    return 1;
}

int session_open_build(Session *s, Cli *c, const char *out_dir, Err *e)
{
    if (find_all(s, c, SESSION_READ, e)) return -1;
    TreeHash key = session_start_key(s);
    if (seen_load(&s->seen, out_dir ? out_dir : workspace_path(c, &s->w, "out"))) seen_free(&s->seen);
    if (s->seen.end) session_add_outputs(s, s->seen.start.outputs);
    s->same_rows = s->seen.end && s->seen.start.database.n && trail_holds(s->seen.start.database);
    if (s->same_rows && sleep_on(s, key)) return 0;
    if (start_all(s, SESSION_READ, &c->findings, e)) return -1;
    pack_findings(&s->said, &c->findings);
    return 0;
}

int session_wake(Session *s, Err *e)
{
    Findings again;
    if (!s->asleep) return 0;
    s->asleep = 0;
    findings_init(&again, s->c->arena);                    /* they were said already, from the note */
    int rc = start_all(s, SESSION_READ, &again, e);
    pack_findings(&s->said, &again);
    findings_free(&again);
    return rc;
}

/* An older database was brought up to date, and a copy kept. */
static void say_upgraded(const Session *s)
{
    const char *old = s->store ? store_upgrade_backup(s->store) : NULL;
    if (old) findings_add(&s->c->findings, SEN5022, NULL, 0, 0, NULL, "%s" ARG "%s", path_base(s->w.db), old);
}

/* Mixed files may stand in out/: every command says so until a build has mended it. */
static void say_interrupted(const Session *s)
{
    Cli *c = s->c;
    if (!s->has_workspace || !c || !c->command || !strcmp(c->command->en, "build") || !strcmp(c->command->en, "doctor")) return;
    if (tree_interrupted(workspace_path(c, &s->w, "out"))) findings_add(&c->findings, SEN8058, "out", 0, 0, NULL, "%s", "out");
}

void session_close(Session *s)
{
    say_upgraded(s);
    say_interrupted(s);
    wall_free(s->wall);
    store_close(s->store);
    model_free(s->space);
    for (size_t i = 0; i < s->n_plans; i++) plan_free(s->plans[i]);
    free(s->plans);
    free(s->plan_ids);
    buf_free(&s->outputs);
    buf_free(&s->setup);
    buf_free(&s->base);
    buf_free(&s->plan_bytes);
    buf_free(&s->said);
    trail_free(&s->layers);
    trail_free(&s->database);
    seen_free(&s->seen);
    workspace_free(&s->w);
    *s = (Session){0};
}

/* --- who and when --- */

const char *session_now(Cli *c)
{
    time_t now = time(NULL);
    struct tm tm;
    localtime_r(&now, &tm);
    return arena_print(c->arena, "%04d-%02d-%02dT%02d:%02d:%02d", tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday, tm.tm_hour,
                       tm.tm_min, tm.tm_sec);
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
    if (rc == 0 && m) rc = gather_named(g, h->s->w.dir, model_find(m, KIND_UNIT, id), e);
    model_free(m);
    buf_free(&b);
    return rc;
}

int hand_pack_unit(Hand *h, const char *id, const UnitAsk *ask, Buf *out, Err *e)
{
    Session *s = h->s;
    Arena *a = h->arena;
    Gather *g = gather_new(a, h->trail);
    WorkUnit q = {.id = id, .want = ask->want, .materials = (const char **)(uintptr_t)ask->materials,
                  .n_materials = ask->n_materials,
                  .formats = (const char **)(uintptr_t)ask->formats, .n_formats = ask->n_formats};
    int rc = -1;
    if (id) {
        const char *dir = arena_print(a, "%s/units/%s", s->w.dir, id), *shown = arena_print(a, "units/%s/", id);
        if (gather_file(g, arena_print(a, "%s/unit.lua", dir), arena_print(a, "%sunit.lua", shown), 0, e)) goto out;
        const char *profile = g->scripts.v[0].bytes.p;
        if ((strstr(profile, "layers") || strstr(profile, "lop")) && gather_unit_layers(h, g, id, e)) goto out;
        g->script_layer[0] = (int)g->files.n_layers;
        if (gather_layer(g, "unit", arena_print(a, "units/%s", id), dir, shown, e)) goto out;
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
    buf_free(&h->outputs);
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

/* Ids of outputs the worker would have to be started with: nothing but letters, digits, hyphens and spaces. */
static int take_needs(Buf *needs, Str ids, Err *e)
{
    for (size_t i = 0; i < ids.n; i++)
        if (!memchr("abcdefghijklmnopqrstuvwxyz0123456789- ", ids.p[i], 38)) return err_set(e, SEN7006, "%s", "needs");
    buf_str(needs, ids);
    return 0;
}

static int ask_once(Hand *h, const char *id, const Buf *request, const UnitAsk *ask, UnitAnswer *a, Buf *needs, Findings *f,
                    Err *e)
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
        else if (frame.type == FRAME_NEEDS) bad = take_needs(needs, frame.bytes, e);
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

/* Another worker, with the plugins of these outputs loaded too. */
static int load_more(Hand *h, const Buf *ids, Err *e)
{
    Buf places = {0}, all = {0};
    buf_printf(&h->outputs, " %s", buf_text(ids));
    buf_printf(&all, "%s%s", buf_text(&h->s->outputs), buf_text(&h->outputs));
    session_pack_places(h->s->c, (WorkPlaces){.few = 1, .outputs = buf_text(&all)}, &places);
    wall_set_setup(h->wall, places.p, places.n);
    buf_free(&places);
    buf_free(&all);
    return hand_revive(h, e);
}

int hand_ask(Hand *h, const char *id, const Buf *request, const UnitAsk *ask, UnitAnswer *a, Findings *f, Err *e)
{
    Buf needs = {0};
    int r = ask_once(h, id, request, ask, a, &needs, f, e);
    if (r == 0 && needs.n) {
        r = load_more(h, &needs, e);
        buf_clear(&needs);
        if (r == 0) r = ask_once(h, id, request, ask, a, &needs, f, e);
        if (r == 0 && needs.n) r = err_set(e, SEN7006, "%s", id ? id : "");
    }
    buf_free(&needs);
    return r;
}

int session_unit(Session *s, const char *id, unsigned want, UnitAnswer *a, Err *e)
{
    Hand h = {.s = s, .wall = s->wall, .store = s->store, .arena = s->c->arena};
    UnitAsk ask = {.want = want};
    Buf b = {0};
    int rc = hand_pack_unit(&h, id, &ask, &b, e);
    if (rc == 0) rc = hand_ask(&h, id, &b, &ask, a, &s->c->findings, e);
    buf_free(&b);
    return rc;
}
