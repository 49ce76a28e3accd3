/* session_file.c - asking the worker about single files: a plan to import, a script to run, a file to check, the outputs; and
 * going on with the next when it died on one. */
#include "core/app/hand.h"
#include <string.h>

enum { PLAN_BYTES_MOST = 160 << 20 };      /* of a packed plan, in pieces */

/* One answer of an import: a piece of the plan, a form, or findings. 0/-1 (not understood). */
static int take_import(Session *s, const WallFrame *frame, Buf *plan, Buf *form)
{
    Unpack u = unpack_from(frame->bytes.p, frame->bytes.n);
    if (frame->type == FRAME_PLAN && frame->bytes.n <= PLAN_BYTES_MOST - plan->n) buf_str(plan, frame->bytes);
    else if (frame->type == FRAME_FORM && !form->n) buf_str(form, frame->bytes);
    else if (frame->type == FRAME_FINDINGS) unpack_findings(&u, &s->c->findings);
    else return -1;
    return u.bad ? -1 : 0;
}

/* The name by which a reader is looked for: a Word or PDF file may come under a wrong one. */
static const char *reader_name(const char *name, Str bytes)
{
    static const struct { const char *magic, *suffixes, *name; } MAGIC[] = {
        {"PK\3\4", "docx docm dotx xlsx odt ods", "a.docx"}, {"%PDF", "pdf", "a.pdf"}};
    if (bytes.n >= 4 && !memcmp(bytes.p, "PK\3\4", 4) && !registry_suffix_fits(str_of("xlsx xlsm xltx docx docm dotx"), name) &&
        memmem(bytes.p, bytes.n < 65536 ? bytes.n : 65536, "xl/work", 7)) return "a.xlsx";
    for (size_t i = 0; i < sizeof MAGIC / sizeof *MAGIC; i++)
        if (bytes.n >= 4 && !memcmp(bytes.p, MAGIC[i].magic, 4) && !registry_suffix_fits(str_of(MAGIC[i].suffixes), name))
            return MAGIC[i].name;
    return name;
}

/* A worker with the reader for this file. */
static Wall *start_reader(Session *s, const char *name, Str bytes, Err *e)
{
    Buf places = {0};
    WallLimits l = WALL_IMPORT;
    l.program = s->c->worker;
    hand_pack_places(s->c, (WorkPlaces){.few = 1, .file = reader_name(name, bytes)}, &places);
    l.setup = places.p;
    l.setup_n = places.n;
    Wall *wall = wall_start(&l, e);
    buf_free(&places);
    return wall;
}

int session_parts(Session *s, const char *name, Str bytes, Buf *parts, Err *e)
{
    Buf b = {0};
    WallFrame frame;
    int r = -1;
    Wall *wall = start_reader(s, name, bytes, e);
    pack_text(&b, name);
    pack_str(&b, bytes);
    if (wall && wall_send(wall, WORK_PARTS, b.p, b.n, e) == 0)
        while ((r = wall_recv(wall, &frame, e)) > 0)
            if (frame.type == FRAME_TEXT && frame.bytes.n <= PLAN_BYTES_MOST - parts->n) buf_str(parts, frame.bytes);
    if (r < 0) err_at(e, name, 0, 0);
    wall_free(wall);
    buf_free(&b);
    return r;
}

int session_source(Session *s, const char *id, const char *material, Buf *source, Model **m, Err *e)
{
    Hand h = {.s = s, .wall = s->wall, .store = s->store, .arena = s->c->arena, .trail = &s->units};
    UnitAsk ask = {.want = WANT_MODEL | WANT_SOURCE, .materials = &material, .n_materials = 1, .source = source};
    UnitAnswer a = {0};
    Buf b = {0};
    int rc = hand_pack_unit(&h, id, &ask, &b, e);
    if (rc == 0) rc = hand_ask(&h, id, &b, &ask, &a, &s->c->findings, e);
    buf_free(&b);
    buf_free(&h.outputs);
    *m = a.model;
    return rc;
}

int session_import(Session *s, const char *name, Str bytes, Plan **plan, Buf *form, Err *e)
{
    Buf b = {0}, packed = {0};
    WallFrame frame;
    int r = -1;
    *plan = NULL;
    Wall *wall = start_reader(s, name, bytes, e);
    pack_text(&b, name);
    pack_str(&b, bytes);
    if (wall && wall_send(wall, WORK_IMPORT, b.p, b.n, e) == 0) {
        while ((r = wall_recv(wall, &frame, e)) > 0)
            if (take_import(s, &frame, &packed, form)) {
                r = err_set(e, SEN7006, "%s", name);
                break;
            }
        Unpack u = unpack_from(packed.p, packed.n);
        if (r == 0 && !form->n && (!(*plan = plan_unpack(&u)) || u.bad)) r = err_set(e, SEN7006, "%s", name);
    }
    if (r < 0) {
        plan_free(*plan);
        *plan = NULL;
        err_at(e, name, 0, 0);
    }
    if (r < 0) {
        wall_free(wall);
    } else {
        wall_free(s->wall);
        s->wall = wall;
    }
    buf_free(&b);
    buf_free(&packed);
    return r;
}

typedef struct Traced { TraceLine *v; size_t n; } Traced;

int session_notes(Session *s, const char *name, Str bytes, const SessionNote *v, size_t n, Buf *out, Err *e)
{
    Buf b = {0};
    WallFrame frame;
    int r = -1;
    pack_text(&b, name);
    pack_str(&b, bytes);
    pack_u32(&b, (uint32_t)n);
    for (size_t i = 0; i < n; i++) {
        pack_u32(&b, (uint32_t)v[i].sheet);
        pack_text(&b, v[i].cell);
        pack_text(&b, v[i].text);
    }
    if (wall_send(s->wall, WORK_NOTES, b.p, b.n, e) == 0)
        while ((r = wall_recv(s->wall, &frame, e)) > 0)
            if (frame.type == FRAME_TEXT && !out->n) buf_str(out, frame.bytes);
    buf_free(&b);
    return r < 0 || !out->n ? -1 : 0;
}

static int ask_file(Session *s, unsigned job, const WorkRun *run, Buf *text, Traced *traced, Err *e)
{
    Buf b = {0};
    WallFrame frame;
    int r = -1;
    work_pack_run(&b, run);
    if (wall_send(s->wall, job, b.p, b.n, e) == 0)
        while ((r = wall_recv(s->wall, &frame, e)) > 0) {
            Unpack u = unpack_from(frame.bytes.p, frame.bytes.n);
            if (frame.type == FRAME_TEXT && text) buf_str(text, frame.bytes);
            else if (frame.type == FRAME_FINDINGS) unpack_findings(&u, &s->c->findings);
            else if (frame.type == FRAME_TRACE && traced) work_unpack_trace(&u, s->c->arena, &traced->v, &traced->n);
            if (u.bad) {
                wall_abandon(s->wall);
                r = err_set(e, SEN7006, "%s", run->name);
                break;
            }
        }
    if (r < 0) err_at(e, run->name, 0, 0);
    buf_free(&b);
    return r;
}

int session_unit(Session *s, const char *id, unsigned want, UnitAnswer *a, Err *e)
{
    Hand h = {.s = s, .wall = s->wall, .store = s->store, .arena = s->c->arena, .trail = &s->units};
    UnitAsk ask = {.want = want};
    Buf b = {0};
    int rc = hand_pack_unit(&h, id, &ask, &b, e);
    if (rc == 0) rc = hand_ask(&h, id, &b, &ask, a, &s->c->findings, e);
    buf_free(&b);
    return rc;
}

int session_revive(Session *s, Err *e)
{
    Hand h = {.s = s, .wall = s->wall, .store = s->store, .arena = s->c->arena};
    UnitAnswer a = {0};
    const char *unit = NULL;
    size_t before = s->c->findings.n;
    if (wall_alive(s->wall)) return 0;
    if (s->has_workspace && s->w.n_units && session_one_unit(s, &unit, e)) return -1;
    int rc = hand_revive(&h, e) || session_unit(s, unit, 0, &a, e) ? -1 : 0;
    model_free(a.model);
    s->c->findings.n = before;
    return rc;
}

int session_run(Session *s, const char *name, Str bytes, const char *const *args, size_t n, Buf *text, Err *e)
{
    WorkRun run = {.name = name, .bytes = bytes, .args = (const char **)(uintptr_t)args, .n_args = n};
    return ask_file(s, WORK_RUN, &run, text, NULL, e);
}

int session_run_traced(Session *s, const WorkRun *run, Buf *text, TraceLine **lines, size_t *n_lines, Err *e)
{
    WorkRun measured = *run;
    Traced t = {0};
    measured.trace = 1;
    int rc = ask_file(s, WORK_RUN, &measured, text, &t, e);
    *lines = t.v;
    *n_lines = t.n;
    return rc;
}

int session_check_file(Session *s, const char *name, Str bytes, Err *e)
{
    WorkRun run = {.name = name, .bytes = bytes};
    return ask_file(s, WORK_CHECK, &run, NULL, NULL, e);
}

int session_load_all(Session *s, Err *e)
{
    wall_free(s->wall);
    s->all_plugins = 1;
    s->wall = hand_start_wall(s, e);
    return s->wall ? hand_tell_base(s, s->wall, NULL, e) : -1;
}

int session_outputs(Session *s, int all, Registry **out, Err *e)
{
    WallFrame frame;
    int r = -1;
    *out = NULL;
    if (all && !s->all_plugins && session_load_all(s, e)) return -1;
    if (wall_send(s->wall, WORK_OUTPUTS, "", 0, e) == 0)
        while ((r = wall_recv(s->wall, &frame, e)) > 0) {
            Unpack u = unpack_from(frame.bytes.p, frame.bytes.n);
            if (frame.type == FRAME_REGISTRY && !*out) *out = registry_unpack(&u);
        }
    if (r == 0 && !*out) r = err_set(e, SEN7006, "%s", "outputs");
    return r;
}

int session_list_unit(Session *s, const char *id, size_t n, UnitAnswer *a, Err *e)
{
    Findings *f = &s->c->findings;
    f->n = s->n_failed;
    int rc = session_unit(s, id, WANT_MODEL, a, e);
    if (rc == 0) f->n = s->n_failed;
    if (rc == 0 || n == 1 || !id) return rc;
    if (!e->file[0]) err_at(e, arena_print(s->c->arena, "units/%s", id), 0, 0);
    findings_add_err(f, e);
    s->n_failed = f->n;
    cli_code(s->c, 1);
    *e = (Err){0};
    return session_revive(s, e) ? -1 : 1;
}
