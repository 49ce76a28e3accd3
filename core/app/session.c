/* session.c - opening a workspace: its files, its database, its worker; and whether a build may leave them all alone. */
#include "core/app/pending.h"
#include "core/app/session.h"
#include "core/app/correction.h"
#include "core/app/base_layer.h"
#include "core/app/gather.h"
#include "core/app/hand.h"
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
    rc = hand_tell(s->wall, WORK_WORKSPACE, &b, f, &s->space, e);
    if (rc == 0 && !s->space) rc = err_set(e, SEN7006, "%s", "workspace");
out:
    buf_free(&b);
    gather_free(g);
    return rc;
}

int session_profiles(Session *s, Err *e) { return read_space(s, 1, &s->c->findings, e); }
int session_read_space(Session *s, Err *e) { return s->space ? 0 : read_space(s, 0, NULL, e); }

const Entity *session_workspace(const Session *s)
{
    return s->space && model_count(s->space, KIND_WORKSPACE) ? model_at(s->space, KIND_WORKSPACE, 0) : NULL;
}

static int pack_base(Session *s, Err *e)
{
    Cli *c = s->c;
    Gather *g = gather_new(c->arena, &s->layers);
    int rc = -1;
    g->admit = &s->admit;
    g->swap = s->swap;
    if ((s->has_workspace || s->base_alone) && gather_layer(g, "base", "sen:", c->install, "sen:", e)) goto out;
    if (s->has_workspace) {
        if (gather_named(g, s->w.dir, session_workspace(s), e) || gather_swap(g, e)) goto out;
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
    s->plan_files = mem_alloc(mem_mul(n, sizeof *s->plan_files));
    s->corrected = mem_alloc(mem_mul(n + 1, sizeof *s->corrected));
    for (size_t i = 0; i < n; i++) {
        if (store_plan(s->store, list[i].id, 0, &s->plans[s->n_plans], e)) return -1;
        if (!s->plans[s->n_plans]) continue;
        if (correction_load(s, list[i].id, s->plans[s->n_plans], &s->corrected[s->n_plans], e)) return -1;
        s->plan_files[s->n_plans] = list[i].source;
        s->plan_ids[s->n_plans++] = list[i].id;
    }
    pack_u32(&s->plan_bytes, (uint32_t)s->n_plans);
    for (size_t i = 0; i < s->n_plans; i++) {
        pack_text(&s->plan_bytes, s->plan_ids[i]);
        pack_text(&s->plan_bytes, s->plan_files[i]);
        plan_pack(s->plans[i], &s->plan_bytes);
    }
    return 0;
}

int session_tell_setup(Session *s, Err *e)
{
    if (!s->year) s->year = s->c->year ? s->c->year : date_year(s->c->date);
    pack_setup(s, &s->setup);
    return hand_tell(s->wall, WORK_SETUP, &s->setup, NULL, NULL, e);
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
    if (cli_has(c, OPT_FORMAT)) hand_add_outputs(s, str_of(c->opt[OPT_FORMAT]));
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

/* A command was cut off: what it left is put right before anything is read, unless it is still at work or nothing may be
 * written here. */
static void mend(Session *s)
{
    Err ignored = {0};
    s->store = store_open(s->w.db, STORE_WRITE, &ignored);
    if (s->store && session_begin(s, "mend", &ignored) == 0) store_rollback(s->store);
    store_close(s->store);
    s->store = NULL;
}

static int start_all(Session *s, int mode, Findings *f, Err *e)
{
    s->wall = hand_start_wall(s, e);
    if (!s->wall || hand_tell(s->wall, WORK_SETUP, &s->setup, NULL, NULL, e)) return -1;
    if (s->has_workspace) {
        trail_note(&s->database, s->w.db);
        trail_note(&s->database, arena_print(s->c->arena, "%s-journal", s->w.db));
        if (mode != SESSION_WRITE && pending_left(s->c, &s->w)) mend(s);
        s->store = store_open(s->w.db, mode == SESSION_WRITE ? STORE_WRITE : STORE_READ, e);
        if (!s->store || admit_load(&s->admit, s->store, s->c->arena, e) || read_space(s, 0, NULL, e) ||
            load_plans(s, e)) return -1;
        if (s->plan_bytes.n > HAND_PLANS_USUAL) {
            wall_free(s->wall);
            s->wall = hand_start_wall(s, e);
            if (!s->wall) return -1;
        }
        obey_space(s);
    } else {
        pack_u32(&s->plan_bytes, 0);
    }
    if (pack_base(s, e)) return -1;
    s->base_hash = hash_of(&s->base);
    s->plan_hash = hash_of(&s->plan_bytes);
    return hand_tell_base(s, s->wall, f, e);
}

int session_find(Session *s, Cli *c, int mode, Err *e) { return find_all(s, c, mode, e); }
int session_start(Session *s, int mode, Err *e) { return start_all(s, mode, &s->c->findings, e); }

int session_open(Session *s, Cli *c, int mode, Err *e) { return session_open_as(s, c, mode, NULL, e); }

int session_open_as(Session *s, Cli *c, int mode, const Swap *swap, Err *e)
{
    if (find_all(s, c, mode, e)) return -1;
    s->swap = swap;
    return start_all(s, mode, &c->findings, e);
}

/* --- a build that may find nothing to do --- */

void session_hash_program(const Cli *c, TreeHash *h)
{
    const char *const programs[] = {c->program, c->worker};
    for (int i = 0; i < 2; i++) {
        struct stat st;
        if (stat(programs[i], &st) != 0) continue;
        tree_hash_int(h, st.st_size);
        tree_hash_int(h, (int64_t)st.st_mtim.tv_sec * 1000000000 + st.st_mtim.tv_nsec);
    }
}

TreeHash session_start_key(const Session *s)
{
    const Cli *c = s->c;
    TreeHash h = tree_hash_start();
    tree_hash_text(&h, c->install);
    tree_hash_text(&h, c->plugins);
    tree_hash_int(&h, c->year);
    tree_hash_int(&h, cli_has(c, OPT_LANG) ? (int)c->lang : -1);
    tree_hash_int(&h, cli_has(c, OPT_STRICT) | cli_has(c, OPT_NO_OPLIST) << 1 | cli_has(c, OPT_DRAFT) << 2);
    session_hash_program(c, &h);
    return h;
}

TreeHash session_home(const Session *s)
{
    TreeHash h = tree_hash_start();
    struct stat st;
    if (stat(s->w.dir, &st) == 0) {
        tree_hash_int(&h, (int64_t)st.st_dev);
        tree_hash_int(&h, (int64_t)st.st_ino);
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
    if (seen_load(&s->seen, out_dir ? out_dir : workspace_path(c, &s->w, "out")) ||
        !same_hash(s->seen.start.home, session_home(s)))
        seen_free(&s->seen);
    if (s->seen.end) hand_add_outputs(s, s->seen.start.outputs);
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
    free(s->plan_files);
    free(s->corrected);
    buf_free(&s->setup);
    buf_free(&s->base);
    buf_free(&s->plan_bytes);
    buf_free(&s->said);
    trail_free(&s->layers);
    trail_free(&s->database);
    trail_free(&s->units);
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
    if (store_begin(s->store, &command, e)) return -1;
    /* a database of version 1 has no copy of the base layer yet */
    if (pending_recover(s->c, &s->w, s->store, e) == 0 && base_layer_keep(s->c, s->store, 1, e) == 0) return 0;
    store_rollback(s->store);
    return -1;
}
