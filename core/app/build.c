/* build.c - building the output tree: one worker a thread, units from a shared counter, files through press/tree. */
#include "core/app/build.h"
#include "core/app/frozen.h"
#include "core/app/hand.h"
#include "core/app/previous.h"
#include "core/base/file.h"
#include "core/press/tree.h"
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* What building one unit noted for the next build. */
typedef struct Noted { TreeHash request; Trail trail; int kept; } Noted;

typedef struct Build {
    Session *s;
    const BuildAsk *ask;
    Tree *tree;
    const char *dir;                                       /* the folder of the tree */
    TreeHash common;                                       /* all that every unit depends on */
    pthread_mutex_t lock;
    size_t next;                                           /* of todo */
    const char **todo;                                     /* units whose files look changed, or that nobody noted */
    size_t n_todo;
    Noted *noted;                                          /* one for each of todo */
    Findings *findings;
    int stop;
    int code;                                              /* of the only unit, when it failed on a limit */
    size_t files_failed;
    Err fatal;
} Build;

typedef struct Thread {
    Build *b;
    Hand hand;
    Findings findings;
    Arena *arena;
    int started;
    pthread_t id;
    TreeUnit *unit;                                        /* being written */
    const char *unit_id;
    Frozen *frozen; size_t n_frozen;                       /* what that unit issued */
    Noted *noted;                                          /* of that unit */
    Previous previous;                                     /* what that unit gave out last */
} Thread;

/* An issued file stays as it is; 1 = it is there and kept. When it is gone the same bytes may be written again. */
static int keep_issued(Thread *t, const char *name, Str bytes, Err *e)
{
    Build *b = t->b;
    const Frozen *of;
    const FrozenFile *x = b->ask->reissue ? NULL : frozen_find(t->frozen, t->n_frozen, b->s->year, name, &of);
    char hex[65];
    Buf there = {0};
    Err none = {0};
    if (!x) return 0;
    if (bytes.n) store_sha256(bytes.p, bytes.n, hex);
    if (bytes.n && strcmp(hex, x->sha256)) findings_add(&t->findings, SEN8074, NULL, 0, 0, NULL, "%s" ARG "%s" ARG "%s", name,
                                                        of->number, of->material);
    const char *path = arena_print(t->hand.arena, "%s/%s/%s", b->dir, t->unit_id, name);
    if (!file_exists(path) || file_read(path, path, 64 << 20, &there, &none)) return 0;
    int rc = tree_unit_put(t->unit, name, buf_view(&there), e);
    buf_free(&there);
    return rc ? -1 : 1;
}

static int take_file(void *self, const char *name, Str bytes, Err *e)
{
    Thread *t = self;
    int kept = t->n_frozen ? keep_issued(t, name, bytes, e) : 0;
    if (kept) return kept < 0 ? -1 : 0;
    if (!bytes.n) return tree_unit_keep(t->unit, name, e); /* it could not be made */
    previous_note(&t->previous, name, bytes);
    return tree_unit_put(t->unit, name, bytes, e);
}

/* What the output depends on besides the unit: layers, plans, plugins, the program, the options. */
static TreeHash hash_common(Session *s, const BuildAsk *ask)
{
    TreeHash h = tree_hash_start();
    Buf allow = {0};
    Err none = {0};
    WorkSetup setup;
    Unpack u = unpack_from(s->setup.p, s->setup.n);
    work_unpack_setup(&u, &setup);
    tree_hash_int(&h, (int64_t)s->base_hash.a);
    tree_hash_int(&h, (int64_t)s->base_hash.b);
    tree_hash_int(&h, (int64_t)s->plan_hash.a);
    tree_hash_int(&h, (int64_t)s->plan_hash.b);
    tree_hash_int(&h, setup.lang | setup.draft << 1 | setup.strict << 2);
    tree_hash_int(&h, setup.year | ask->reissue << 16);
    session_hash_program(s->c, &h);
    file_read(arena_print(s->c->arena, "%s/plugins.allow", s->c->plugins), NULL, 1 << 20, &allow, &none);
    tree_hash_add(&h, buf_text(&allow), allow.n);
    for (size_t i = 0; i < ask->n_materials; i++) tree_hash_text(&h, ask->materials[i]);
    for (size_t i = 0; i < ask->n_formats; i++) tree_hash_text(&h, ask->formats[i]);
    buf_free(&allow);
    return h;
}

static TreeHash hash_unit(const Build *b, TreeHash request)
{
    TreeHash h = b->common;
    tree_hash_int(&h, (int64_t)request.a);
    tree_hash_int(&h, (int64_t)request.b);
    return h;
}

static void fail_unit(Thread *t, const char *id, Err *why)
{
    Build *b = t->b;
    char where[128];
    tree_unit_fail(t->unit);
    t->unit = NULL;
    snprintf(where, sizeof where, "units/%s", id);
    err_at(why, where, 0, 0);
    findings_add_err(&t->findings, why);
    pthread_mutex_lock(&b->lock);
    b->code = err_exit(why->code);
    pthread_mutex_unlock(&b->lock);
}

/* A workspace that must not be written can still be built elsewhere. */
static void keep_previous(Thread *t, const char *id)
{
    Err why = {0};
    if (previous_keep(&t->previous, t->b->n_todo <= TREE_SMALL, &why))
        findings_add(&t->findings, SEN8059, NULL, 0, 0, NULL, "%s" ARG "%s", id, why.arg[0]);
}

/* Asks the worker for one unit and writes its files. -1 only when nothing can go on. */
static int build_unit(Thread *t, const char *id, Err *e)
{
    Build *b = t->b;
    Hand *h = &t->hand;
    Buf request = {0};
    UnitAnswer a = {0};
    Err why = {0};
    int rc = -1;
    UnitAsk ask = {.want = WANT_FILES, .materials = b->ask->materials, .n_materials = b->ask->n_materials,
                   .formats = b->ask->formats, .n_formats = b->ask->n_formats, .file = take_file, .self = t};
    t->unit_id = id;
    if (frozen_load(h->store, id, h->arena, &t->frozen, &t->n_frozen, e)) goto out;
    h->trail = &t->noted->trail;
    if (hand_pack_unit(h, id, &ask, &request, &why)) {
        fail_unit(t, id, &why);
        rc = 0;
        goto out;
    }
    t->noted->request = tree_hash_start();
    tree_hash_add(&t->noted->request, request.p, request.n);
    t->noted->kept = !t->noted->trail.unsettled;
    int fresh = tree_unit_begin(b->tree, id, hash_unit(b, t->noted->request), &t->unit, e);
    if (fresh) {
        rc = fresh < 0 ? -1 : 0;
        goto out;
    }
    previous_load(&t->previous, b->s->w.dir, id, b->s->year);
    previous_pack(&t->previous, &request);
    size_t before = findings_count(&t->findings, SEV_ERROR);
    if (hand_ask(h, id, &request, &ask, &a, &t->findings, &why)) {
        int output = err_exit(why.code) == 4;
        if (output) *e = why;
        else fail_unit(t, id, &why);
        if (!wall_alive(h->wall) && hand_revive(h, e)) goto out;
        rc = output ? -1 : 0;
        goto out;
    }
    int strict = cli_has(b->s->c, OPT_STRICT) || cli_has(b->s->c, OPT_PUBLISH);
    if (a.done.failed_whole || (strict && findings_count(&t->findings, SEV_ERROR) > before)) {
        err_set(&why, strict ? SEN8036 : SEN8056, "%s", id);
        fail_unit(t, id, &why);
        rc = 0;
        goto out;
    }
    if (a.done.failed || findings_count(&t->findings, SEV_ERROR) > before) {
        pthread_mutex_lock(&b->lock);
        b->files_failed += a.done.failed ? a.done.failed : 1;
        pthread_mutex_unlock(&b->lock);
        tree_unit_incomplete(t->unit);
    }
    rc = tree_unit_end(t->unit, a.done.read_today, e);
    t->unit = NULL;
    if (rc == 0) keep_previous(t, id);
out:
    previous_free(&t->previous);
    if (rc && t->unit) tree_unit_fail(t->unit);
    t->unit = NULL;
    model_free(a.model);
    buf_free(&request);
    return rc;
}

static void *run_thread(void *self)
{
    Thread *t = self;
    Build *b = t->b;
    Err e = {0};
    if (!t->hand.wall && hand_start(&t->hand, b->s, NULL, &e)) goto fatal;
    for (;;) {
        pthread_mutex_lock(&b->lock);
        size_t i = b->stop ? b->n_todo : b->next++;
        pthread_mutex_unlock(&b->lock);
        if (i >= b->n_todo) return NULL;
        arena_reset(t->hand.arena);
        t->noted = &b->noted[i];
        if (build_unit(t, b->todo[i], &e)) goto fatal;
    }
fatal:
    pthread_mutex_lock(&b->lock);
    b->stop = 1;
    if (!b->fatal.code) b->fatal = e;
    pthread_mutex_unlock(&b->lock);
    return NULL;
}

static int job_count(const BuildAsk *ask, size_t n_units)
{
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    size_t most = n_units / 4 + 1;
    int jobs = ask->jobs ? ask->jobs : cores > 0 ? (int)cores : 1;
    if ((size_t)jobs > most && !ask->jobs) jobs = (int)most;
    if ((size_t)jobs > n_units) jobs = (int)n_units;
    return jobs < 1 ? 1 : jobs > 64 ? 64 : jobs;
}

/* The first thread is this one: it uses the session's own worker and connection. */
static void run_all(Build *b, int jobs)
{
    Session *s = b->s;
    Thread *all = mem_alloc(mem_mul((size_t)jobs, sizeof *all));
    for (int i = 0; i < jobs; i++) {
        all[i].b = b;
        all[i].arena = arena_new();
        findings_init(&all[i].findings, all[i].arena);
        if (i) all[i].started = pthread_create(&all[i].id, NULL, run_thread, &all[i]) == 0;
    }
    all[0].hand = (Hand){.s = s, .wall = s->wall, .store = s->store, .arena = arena_new()};
    run_thread(&all[0]);
    for (int i = 0; i < jobs; i++) {
        if (all[i].started) pthread_join(all[i].id, NULL);
        hand_add_outputs(s, buf_view(&all[i].hand.outputs));
        if (i) hand_end(&all[i].hand);
        for (size_t k = 0; k < all[i].findings.n; k++) findings_copy(b->findings, &all[i].findings.v[k]);
        findings_free(&all[i].findings);
        arena_free(all[i].arena);
    }
    arena_free(all[0].hand.arena);
    buf_free(&all[0].hand.outputs);
    free(all);
}

/* --- units that need not even be read --- */

static int is_partial(const BuildAsk *ask) { return ask->n_materials || ask->n_formats; }

/* A unit an earlier build noted: what it noted, and how things look now. */
typedef struct Glance { TreeHash request; Str trail; int64_t stamp; int known, same; const Look *profile; } Glance;
typedef struct Glances { const Build *b; Glance *v; const char *units; } Glances;

static void glance_at(void *self, size_t from, size_t to)
{
    const Glances *g = self;
    char profile[WORKSPACE_PROFILE];
    int dir = open(g->units, O_PATH | O_DIRECTORY | O_CLOEXEC), out = tree_handle(g->b->tree);
    const char *prefix = dir < 0 ? "\n" : g->units;       /* no path begins so */
    for (size_t i = from; i < to; i++) {
        Glance *one = &g->v[i];
        const char *id = g->b->ask->units[i];
        if (!one->known) continue;
        workspace_profile(id, profile);
        TrailNear near = {prefix, one->profile ? profile : NULL, dir, one->profile};
        one->same = trail_holds_near(one->trail, &near);
        if (one->same) one->stamp = tree_unit_stamp(g->b->tree, out, id);
    }
    if (dir >= 0) close(dir);
    if (out >= 0) close(out);
}

/* Looks at every unit: its own files and folders, and its folder in the output. */
static Glance *glance_all(const Build *b)
{
    Session *s = b->s;
    const BuildAsk *ask = b->ask;
    Glance *v = mem_alloc(mem_mul(ask->n_units, sizeof *v));
    size_t at = 0;
    for (size_t i = 0; i < ask->n_units; i++) {
        v[i].known = seen_unit(&s->seen, ask->units[i], &v[i].request, &v[i].trail);
        while (at < s->w.n_units && strcmp(s->w.unit[at], ask->units[i]) < 0) at++;
        if (at < s->w.n_units && !strcmp(s->w.unit[at], ask->units[i])) v[i].profile = &s->w.profile[at];
    }
    const char *units = arena_print(s->c->arena, "%s/units/", s->w.dir);
    look_spread(ask->n_units, glance_at, &(Glances){b, v, units});
    return v;
}

/* Leaves in todo the units that are to be read: their files or rows look changed, or their output is not what it was. */
static void find_todo(Build *b)
{
    const BuildAsk *ask = b->ask;
    int ask_seen = b->s->same_rows && !ask->verify && !is_partial(ask);
    Glance *v = ask_seen ? glance_all(b) : NULL;
    b->todo = mem_alloc(mem_mul(ask->n_units, sizeof *b->todo));
    for (size_t i = 0; i < ask->n_units; i++) {
        const char *id = ask->units[i];
        if (v && v[i].same && tree_unit_is_fresh(b->tree, id, hash_unit(b, v[i].request), v[i].stamp)) continue;
        b->todo[b->n_todo++] = id;
    }
    free(v);
    b->noted = mem_alloc(mem_mul(b->n_todo, sizeof *b->noted));
}

/* The note for the next build: what this one noted, and what still holds of the one before. */
static void keep_seen(Build *b)
{
    Session *s = b->s;
    Buf body = {0}, whole = {0}, space = {0};
    Err none = {0};
    size_t next = 0;
    if (s->layers.unsettled || s->database.unsettled || !s->database.b.n || !s->space) return;
    model_pack(s->space, &space);
    seen_pack_start(&body, &(SeenStart){.home = session_home(s), .key = session_start_key(s), .base = s->base_hash,
                                        .plans = s->plan_hash, .layers = buf_view(&s->layers.b),
                                        .database = buf_view(&s->database.b),
                                        .space = buf_view(&space), .findings = buf_view(&s->said),
                                        .outputs = buf_view(&s->outputs)});
    seen_rewind(&s->seen);
    for (size_t i = 0; i < s->w.n_units; i++) {
        const char *id = s->w.unit[i];
        TreeHash request;
        Str trail;
        if (next < b->n_todo && !strcmp(b->todo[next], id)) {
            const Noted *n = &b->noted[next++];
            if (n->kept) seen_pack_unit(&body, id, n->request, buf_view(&n->trail.b));
        } else if (s->same_rows && seen_unit(&s->seen, id, &request, &trail)) {
            seen_pack_unit(&body, id, request, trail);
        }
    }
    seen_seal(&body, &whole);
    tree_keep_note(b->tree, "seen", buf_view(&whole), &none);
    buf_free(&space);
    buf_free(&body);
    buf_free(&whole);
}

static void todo_free(Build *b)
{
    for (size_t i = 0; i < b->n_todo; i++) trail_free(&b->noted[i].trail);
    free(b->noted);
    free(b->todo);
}

/* Builds what is to be built; nothing is started when nothing is. */
static int build_todo(Build *b, Err *e)
{
    Session *s = b->s;
    find_todo(b);
    if (!b->n_todo) {
        if (!s->asleep && !is_partial(b->ask)) keep_seen(b);
        return 0;
    }
    int slept = s->asleep;
    if (session_wake(s, e) || store_read_begin(s->store, e)) return -1;
    if (slept) b->common = hash_common(s, b->ask);         /* a layer may have changed since */
    run_all(b, job_count(b->ask, b->n_todo));
    store_read_end(s->store);
    if (!b->fatal.code && !is_partial(b->ask)) keep_seen(b);
    return 0;
}

int build_run(Session *s, const BuildAsk *ask, BuildCount *count, Err *e)
{
    Cli *c = s->c;
    Build b = {.s = s, .ask = ask, .findings = &c->findings, .lock = PTHREAD_MUTEX_INITIALIZER};
    const char *dir = ask->out ? ask->out : workspace_path(c, &s->w, "out");
    TreeCounts counts = {0};
    TreeOptions options = {.verify = ask->verify, .partial = is_partial(ask), .day = c->date};
    *count = (BuildCount){0};
    b.tree = tree_open(dir, ask->out ? ask->out : "out", &options, e);
    if (!b.tree) return -1;
    b.dir = dir;
    b.common = hash_common(s, ask);
    int failed = build_todo(&b, e);
    todo_free(&b);
    if (failed) {
        tree_abandon(b.tree);
        return -1;
    }
    if (!b.fatal.code && ask->n_units == s->w.n_units && !options.partial)
        tree_drop_others(b.tree, (const char *const *)s->w.unit, s->w.n_units, &b.fatal);
    if (tree_close(b.tree, &counts, e) && !b.fatal.code) return -1;
    if (b.fatal.code) {
        *e = b.fatal;
        return -1;
    }
    *count = (BuildCount){counts.written, counts.same, counts.removed, counts.units_fresh, counts.units_built,
                          counts.units_failed, b.files_failed};
    if (counts.units_failed) cli_code(c, ask->n_units == 1 && b.code == 5 ? 5 : 1);
    if (b.files_failed) cli_code(c, 1);
    return 0;
}

void build_say(Cli *c, const BuildAsk *ask, const BuildCount *n)
{
    const char *out = ask->out ? ask->out : "out";
    cli_say(c, "Đã xuất vào %s: %zu tệp mới hoặc thay đổi, %zu tệp giữ nguyên, %zu tệp thừa đã xóa; %zu đơn vị làm lại, %zu đơn "
               "vị không đổi%s",
            "Built into %s: %zu files new or changed, %zu unchanged, %zu removed; %zu units built, %zu unchanged%s", out,
            n->written, n->same, n->removed, n->built, n->fresh, n->failed || n->files_failed
            ? cli_word(c, "; có phần không làm được, xem thông báo.", "; some could not be made, see the messages.") : ".");
    if (!ask->n_units || ask->n_materials || ask->n_formats) return;
    if (ask->n_units == 1) cli_say(c, "Mở: %s/%s/index.html", "Open: %s/%s/index.html", out, ask->units[0]);
    else
        cli_say(c, "Mở: %s/<đơn vị>/index.html, ví dụ %s/%s/index.html", "Open: %s/<unit>/index.html, such as %s/%s/index.html",
                out, out, ask->units[0]);
}
