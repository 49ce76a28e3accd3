/* hand.c - one worker of a command: what it is told when it starts, what it is asked about a unit, how its answer is taken. */
#include "core/app/hand.h"
#include "core/app/gather.h"
#include "core/plug/load.h"
#include <stdlib.h>
#include <string.h>

/* --- telling --- */

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

int hand_tell(Wall *wall, unsigned job, const Buf *b, Findings *f, Model **m, Err *e)
{
    return wall_send(wall, job, buf_text(b), b->n, e) ? -1 : take_answer(wall, f, m, e);
}

void hand_pack_places(const Cli *c, WorkPlaces p, Buf *out)
{
    char *user = load_user_dir();
    p.install = c->plugins;
    p.user = user;
    char *own = realpath("content", NULL);                /* of this workspace, if it has one */
    Buf content = {0};
    buf_printf(&content, "%s/content\n%s", c->install, own ? own : "");
    p.content = buf_text(&content);
    work_pack_places(out, &p);
    buf_free(&content);
    free(own);
    free(user);
}

/* A workspace with the largest plans an import takes must still open: they raise the limits, up to those of an import. */
Wall *hand_start_wall(Session *s, Err *e)
{
    const WallLimits most = WALL_IMPORT;
    WallLimits l = WALL_UNIT;
    l.program = s->c->worker;
    if (s->plan_bytes.n > HAND_PLANS_USUAL) {
        size_t memory = l.memory + s->plan_bytes.n * 16, ms = (size_t)l.time_ms + s->plan_bytes.n / 2048;
        l.memory = memory < most.memory ? memory : most.memory;
        l.time_ms = ms < (size_t)most.time_ms ? (int)ms : most.time_ms;
    }
    if (s->reads) {
        l.memory = most.memory;
        l.time_ms = most.time_ms;
    }
    Buf places = {0};
    hand_pack_places(s->c, (WorkPlaces){.few = !s->all_plugins, .outputs = buf_text(&s->outputs), .file = s->reads}, &places);
    l.setup = places.p;
    l.setup_n = places.n;
    Wall *wall = wall_start(&l, e);
    buf_free(&places);
    return wall;
}

/* Kept in byte order, so that what a build notes does not depend on its threads. */
static void add_output(Session *s, Str id)
{
    Buf all = {0};
    int done = 0;
    const char *p = buf_text(&s->outputs);
    while (*p || !done) {
        Str have = {p, strcspn(p, " ")};
        size_t n = have.n < id.n ? have.n : id.n;
        int order = memcmp(have.p, id.p, n);
        if (!order) order = (have.n > id.n) - (have.n < id.n);
        int here = !done && (!*p || order >= 0);
        Str next = here ? id : have;
        buf_printf(&all, "%s%.*s", all.n ? " " : "", (int)next.n, next.p);
        done |= here;
        if (!here || !order) p += have.n + (p[have.n] == ' ');
    }
    buf_free(&s->outputs);
    s->outputs = all;
}

void hand_add_outputs(Session *s, Str ids)
{
    for (const char *p = ids.p, *end = p + ids.n; p < end;) {
        size_t n = 0;
        while (p + n < end && p[n] != ' ' && p[n] != ',') n++;
        if (n) add_output(s, (Str){p, n});
        p += n + 1;
    }
}

int hand_tell_base(Session *s, Wall *wall, Findings *f, Err *e)
{
    if (hand_tell(wall, WORK_SETUP, &s->setup, NULL, NULL, e)) return -1;
    if (hand_tell(wall, WORK_PLANS, &s->plan_bytes, NULL, NULL, e)) return -1;
    return hand_tell(wall, WORK_BASE, &s->base, f, NULL, e);
}

/* --- asking --- */

/* A unit's own `layers` stand in its profile: that is read first, in the worker. */
static int gather_unit_layers(Hand *h, Gather *g, const char *id, Err *e)
{
    WorkLayer layer = {"unit", id};
    WorkFile file = {.name = g->scripts.v[0].name, .path = "unit.lua", .bytes = g->scripts.v[0].bytes};
    WorkFiles files = {.layers = &layer, .n_layers = 1, .scripts = &file, .n_scripts = 1};
    Buf b = {0};
    Model *m = NULL;
    work_pack_files(&b, &files);
    int rc = hand_tell(h->wall, WORK_WORKSPACE, &b, NULL, &m, e);
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
    g->admit = &s->admit;
    g->swap = s->swap;
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
        if (s->preview_name && gather_instead(g, s->preview_name, s->preview, (int)g->files.n_layers - 1, e)) goto out;
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
    *h = (Hand){.s = s, .wall = hand_start_wall(s, e), .arena = arena_new()};
    if (!h->wall || hand_tell_base(s, h->wall, f, e)) return -1;
    h->store = store_open(s->w.db, STORE_READ, e);
    return h->store ? 0 : -1;
}

int hand_revive(Hand *h, Err *e) { return wall_restart(h->wall, e) ? -1 : hand_tell_base(h->s, h->wall, NULL, e); }

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
        else if (frame.type == FRAME_SOURCE && ask->source) buf_str(ask->source, frame.bytes);
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
    hand_pack_places(h->s->c, (WorkPlaces){.few = 1, .outputs = buf_text(&all), .file = h->s->reads}, &places);
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
