/* registry.c - the list of outputs and readers: unique ids and suffixes, one door to render and to read. */
#include "core/plug/registry.h"
#include "core/base/text.h"
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* An entry and when it was added. */
typedef struct OwnOutput { Output o; size_t when; } OwnOutput;
typedef struct OwnReader { Reader r; size_t when; } OwnReader;
typedef struct AtEnd { void (*fn)(void *self); void *self; } AtEnd;

struct Registry {
    Arena *arena;
    const Output **outputs;        /* sorted by id */
    size_t n_outputs;
    const Reader **readers;        /* in order of adding */
    size_t n_readers;
    const PluginInfo **infos;
    size_t n_infos;
    AtEnd *ends;
    size_t n_ends;
    size_t added;                  /* outputs and readers ever added */
    RegistryRun run;               /* NULL = nobody may start programs here */
    void *run_ctx;
    RegistryPart part;             /* NULL = no processes are made here */
    void *part_ctx;
    void (*away)(void *ctx, int on);
    void *away_ctx;
};

Registry *registry_new(void)
{
    Registry *r = mem_alloc(sizeof *r);
    r->arena = arena_new();
    return r;
}

void registry_free(Registry *r)
{
    if (!r) return;
    while (r->n_ends) {
        r->n_ends--;
        r->ends[r->n_ends].fn(r->ends[r->n_ends].self);
    }
    free(r->outputs);
    free(r->readers);
    free(r->infos);
    free(r->ends);
    arena_free(r->arena);
    free(r);
}

Arena *registry_arena(Registry *r) { return r->arena; }

void registry_at_end(Registry *r, void (*fn)(void *self), void *self)
{
    r->ends = mem_resize(r->ends, mem_mul(r->n_ends + 1, sizeof *r->ends));
    r->ends[r->n_ends++] = (AtEnd){fn, self};
}

/* --- names --- */

static int is_output_id(const char *s)
{
    size_t n = strlen(s);
    if (n == 0 || n > 32 || s[0] < 'a' || s[0] > 'z') return 0;
    return strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789-") == n;
}

/* "csv", "zalo.txt": becomes part of a file name, so nothing else may stand in it */
static int is_suffix(const char *s)
{
    size_t n = strlen(s);
    if (n == 0 || n > 32 || s[0] == '.' || s[n - 1] == '.' || strstr(s, "..")) return 0;
    return strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789-.") == n;
}

static int is_suffix_list(const char *s)
{
    char one[33];
    int seen = 0;
    while (*s) {
        size_t n = strcspn(s, " ");
        if (n > 32) return 0;
        memcpy(one, s, n);
        one[n] = 0;
        if (!is_suffix(one)) return 0;
        seen = 1;
        s += n;
        s += *s == ' ';
    }
    return seen;
}

static const char *or_empty(const char *s) { return s ? s : ""; }

static const char *owner_of(const char *plugin) { return plugin && plugin[0] ? plugin : "sen.output"; }

int registry_add_output(Registry *r, const Output *o, Err *e)
{
    if (!o->id || !is_output_id(o->id)) return err_set(e, SEN6001, "%s" ARG "%s", or_empty(o->id), owner_of(o->plugin));
    if (!o->suffix || !is_suffix(o->suffix)) return err_set(e, SEN6002, "%s" ARG "%s", or_empty(o->suffix), o->id);
    if (o->wants < WANTS_DOC || o->wants > WANTS_EITHER) return err_set(e, SEN6015, "%s" ARG "wants", owner_of(o->plugin));
    size_t at = r->n_outputs;
    for (size_t i = 0; i < r->n_outputs; i++) {
        const Output *have = r->outputs[i];
        int c = strcmp(have->id, o->id);
        if (c == 0) return err_set(e, SEN6003, "%s" ARG "%s" ARG "%s", o->id, owner_of(have->plugin), owner_of(o->plugin));
        if (!strcmp(have->suffix, o->suffix)) return err_set(e, SEN6004, "%s" ARG "%s" ARG "%s", o->suffix, have->id, o->id);
        if (c > 0 && at == r->n_outputs) at = i;
    }
    OwnOutput *own = arena_alloc(r->arena, sizeof *own);
    Output *copy = &own->o;
    own->when = r->added++;
    *copy = *o;
    copy->id = arena_copy(r->arena, o->id);
    copy->title = arena_copy(r->arena, o->title && o->title[0] ? o->title : o->id);
    copy->suffix = arena_copy(r->arena, o->suffix);
    copy->mime = arena_copy(r->arena, o->mime && o->mime[0] ? o->mime : "application/octet-stream");
    copy->plugin = arena_copy(r->arena, or_empty(o->plugin));
    copy->version = arena_copy(r->arena, or_empty(o->version));
    copy->kind = arena_copy(r->arena, or_empty(o->kind));
    r->outputs = mem_resize(r->outputs, mem_mul(r->n_outputs + 1, sizeof *r->outputs));
    memmove(r->outputs + at + 1, r->outputs + at, (r->n_outputs - at) * sizeof *r->outputs);
    r->outputs[at] = copy;
    r->n_outputs++;
    return 0;
}

int registry_add_reader(Registry *r, const Reader *rd, Err *e)
{
    if (!rd->id || !is_output_id(rd->id)) return err_set(e, SEN6001, "%s" ARG "%s", or_empty(rd->id), owner_of(rd->plugin));
    if (!rd->suffixes || !is_suffix_list(rd->suffixes))
        return err_set(e, SEN6002, "%s" ARG "%s", or_empty(rd->suffixes), rd->id);
    for (size_t i = 0; i < r->n_readers; i++)
        if (!strcmp(r->readers[i]->id, rd->id))
            return err_set(e, SEN6003, "%s" ARG "%s" ARG "%s", rd->id, owner_of(r->readers[i]->plugin), owner_of(rd->plugin));
    OwnReader *own = arena_alloc(r->arena, sizeof *own);
    Reader *copy = &own->r;
    own->when = r->added++;
    *copy = *rd;
    copy->id = arena_copy(r->arena, rd->id);
    copy->title = arena_copy(r->arena, rd->title && rd->title[0] ? rd->title : rd->id);
    copy->suffixes = arena_copy(r->arena, rd->suffixes);
    copy->plugin = arena_copy(r->arena, or_empty(rd->plugin));
    copy->version = arena_copy(r->arena, or_empty(rd->version));
    copy->kind = arena_copy(r->arena, or_empty(rd->kind));
    r->readers = mem_resize(r->readers, mem_mul(r->n_readers + 1, sizeof *r->readers));
    r->readers[r->n_readers++] = copy;
    return 0;
}

size_t registry_mark(const Registry *r) { return r->added; }

void registry_withdraw(Registry *r, const char *plugin, size_t mark)
{
    size_t k = 0;
    for (size_t i = 0; i < r->n_outputs; i++) {        /* the Output is the first member of its OwnOutput */
        const OwnOutput *own = (const OwnOutput *)(const void *)r->outputs[i];
        if (own->when < mark || strcmp(own->o.plugin, plugin)) r->outputs[k++] = r->outputs[i];
    }
    r->n_outputs = k;
    k = 0;
    for (size_t i = 0; i < r->n_readers; i++) {
        const OwnReader *own = (const OwnReader *)(const void *)r->readers[i];
        if (own->when < mark || strcmp(own->r.plugin, plugin)) r->readers[k++] = r->readers[i];
    }
    r->n_readers = k;
}

void registry_add_info(Registry *r, const PluginInfo *info)
{
    PluginInfo *copy = arena_alloc(r->arena, sizeof *copy);
    *copy = *info;
    copy->name = arena_copy(r->arena, or_empty(info->name));
    copy->version = arena_copy(r->arena, or_empty(info->version));
    copy->license = arena_copy(r->arena, or_empty(info->license));
    copy->summary = arena_copy(r->arena, or_empty(info->summary));
    copy->kind = arena_copy(r->arena, or_empty(info->kind));
    copy->dir = arena_copy(r->arena, or_empty(info->dir));
    copy->program = arena_copy(r->arena, info->program);
    r->infos = mem_resize(r->infos, mem_mul(r->n_infos + 1, sizeof *r->infos));
    r->infos[r->n_infos++] = copy;
}

/* --- looking up --- */

const Output *registry_output(const Registry *r, const char *id)
{
    for (size_t i = 0; i < r->n_outputs; i++)
        if (!strcmp(r->outputs[i]->id, id)) return r->outputs[i];
    return NULL;
}

const Output *registry_nearest_output(const Registry *r, const char *id)
{
    const char **names = mem_alloc(mem_mul(r->n_outputs, sizeof *names));
    for (size_t i = 0; i < r->n_outputs; i++) names[i] = r->outputs[i]->id;
    const char *near = text_nearest(id, names, r->n_outputs);
    const Output *o = near ? registry_output(r, near) : NULL;
    free(names);
    return o;
}

size_t registry_count_outputs(const Registry *r) { return r->n_outputs; }
const Output *registry_output_at(const Registry *r, size_t i) { return i < r->n_outputs ? r->outputs[i] : NULL; }

const PluginInfo *registry_info(const Registry *r, const char *plugin)
{
    for (size_t i = 0; i < r->n_infos; i++)
        if (!strcmp(r->infos[i]->name, plugin)) return r->infos[i];
    return NULL;
}

size_t registry_count_infos(const Registry *r) { return r->n_infos; }
const PluginInfo *registry_info_at(const Registry *r, size_t i) { return i < r->n_infos ? r->infos[i] : NULL; }

size_t registry_count_readers(const Registry *r) { return r->n_readers; }
const Reader *registry_reader_at(const Registry *r, size_t i) { return i < r->n_readers ? r->readers[i] : NULL; }

static int ends_with_suffix(const char *file, const char *suffix, size_t n)
{
    size_t len = strlen(file);
    return len > n + 1 && file[len - n - 1] == '.' && !strncasecmp(file + len - n, suffix, n);
}

int registry_suffix_fits(Str suffixes, const char *file)
{
    const char *end = suffixes.p + suffixes.n;
    for (const char *s = suffixes.p; s < end;) {
        const char *space = memchr(s, ' ', (size_t)(end - s));
        size_t n = (size_t)((space ? space : end) - s);
        if (n && ends_with_suffix(file, s, n)) return 1;
        s += n + (space != NULL);
    }
    return 0;
}

const Reader *registry_reader_for(const Registry *r, const char *file, Str bytes)
{
    for (size_t i = 0; i < r->n_readers; i++) {
        const Reader *rd = r->readers[i];
        if (registry_suffix_fits(str_of(rd->suffixes), file) && (!rd->knows || rd->knows(rd->self, rd, bytes))) return rd;
    }
    return NULL;
}

const Reader *registry_reader_of(const Registry *r, Str bytes)
{
    for (size_t i = 0; i < r->n_readers; i++) {
        const Reader *rd = r->readers[i];
        if (rd->knows && rd->knows(rd->self, rd, bytes)) return rd;
    }
    return NULL;
}

/* --- the doors --- */

/* Asked of one whose code is not there: the reason it was refused. */
static int without_code(const char *id, const Err *refused, Err *e)
{
    if (!refused) return err_set(e, SEN9999, "%s is not loaded here", id);
    Buf why = {0};
    const char *args[ERR_ARGS] = {refused->arg[0], refused->arg[1], refused->arg[2], refused->arg[3]};
    err_message(refused->code, LANG_VI, args, ERR_ARGS, &why);
    err_set(e, SEN6017, "%s" ARG "%s", id, buf_text(&why));
    buf_free(&why);
    return -1;
}

int registry_render(Registry *r, const Output *o, const OutputJob *job, Buf *out, Findings *f, Err *e)
{
    (void)r;
    size_t before = out->n;
    if (!o->render) return without_code(o->id, o->refused, e);
    if (!job->doc && !job->model) return err_set(e, SEN9999, "nothing to render");
    if (o->wants == WANTS_DOC && !job->doc) return err_set(e, SEN6020, "%s", o->id);
    if (o->wants == WANTS_MODEL && !job->model) return err_set(e, SEN6021, "%s", o->id);
    int rc = o->render(o->self, o, job, out, f, e);
    if (rc == 0 && out->n == before) rc = err_set(e, SEN6018, "%s", o->id);
    if (rc == 0 && out->n - before > OUTPUT_MOST) rc = err_set(e, SEN6019, "%s" ARG "%d", o->id, OUTPUT_MOST / (1024 * 1024));
    if (rc != 0) {
        out->n = before;
        if (out->p) out->p[before] = 0;
        if (!e->code) err_set(e, SEN6017, "%s" ARG "%s", o->id, "?");
        err_at(e, job->file, 0, 0);
        return -1;
    }
    return 0;
}

static int read_as(const Reader *rd, Str bytes, const char *file, const char *want, ReadResult *out, Findings *f, Err *e)
{
    OutputOption options[] = {{str_of("file"), str_of(file)}, {str_of("want"), str_of(want)}};
    size_t before = out->n;
    if (!rd->read) return without_code(rd->id, rd->refused, e);
    if (rd->read(rd->self, rd, bytes, options, *want ? 2 : 1, out, f, e) == 0 && out->n > before) return 0;
    out->n = before;
    if (!e->code) err_set(e, SEN6022, "%s" ARG "%s", or_empty(file), rd->id);
    return err_at(e, file, 0, 0);
}

int registry_read(Registry *r, const Reader *rd, Str bytes, const char *file, ReadResult *out, Findings *f, Err *e)
{
    (void)r;
    return read_as(rd, bytes, file, "", out, f, e);
}

int registry_read_layout(Registry *r, const Reader *rd, Str bytes, const char *file, ReadResult *out, Findings *f, Err *e)
{
    (void)r;
    return read_as(rd, bytes, file, "layout", out, f, e);
}

void read_result_free(ReadResult *r)
{
    if (!r) return;
    free(r->v);
    r->v = NULL;
    r->n = r->cap = 0;
}

void registry_set_run(Registry *r, RegistryRun run, void *ctx)
{
    r->run = run;
    r->run_ctx = ctx;
}

int registry_run(Registry *r, const char *plugin, const Str *args, size_t n, Str input, Buf *out, int *status, Err *e)
{
    return r->run ? r->run(r->run_ctx, plugin, args, n, input, out, status, e) : err_set(e, SEN6057, "%s", plugin);
}

void registry_set_part(Registry *r, RegistryPart part, void *ctx)
{
    r->part = part;
    r->part_ctx = ctx;
}

void registry_set_away(Registry *r, void (*away)(void *ctx, int on), void *ctx)
{
    r->away = away;
    r->away_ctx = ctx;
}

void registry_away(Registry *r, int on)
{
    if (r->away) r->away(r->away_ctx, on);
}

int registry_part(Registry *r, const char *plugin, int *fd, Err *e)
{
    return r->part ? r->part(r->part_ctx, plugin, fd, e) : err_set(e, SEN6025, "%s" ARG "files", plugin);
}

/* --- for the parent --- */

void registry_pack(const Registry *r, Buf *out)
{
    pack_u32(out, (uint32_t)r->n_outputs);
    for (size_t i = 0; i < r->n_outputs; i++) {
        const Output *o = r->outputs[i];
        const char *const texts[] = {o->id, o->title, o->suffix, o->mime, o->plugin, o->version, o->kind};
        for (size_t k = 0; k < 7; k++) pack_text(out, texts[k]);
        pack_u8(out, o->wants);
        pack_u8(out, o->wall);
    }
    pack_u32(out, (uint32_t)r->n_readers);
    for (size_t i = 0; i < r->n_readers; i++) {
        const Reader *rd = r->readers[i];
        const char *const texts[] = {rd->id, rd->title, rd->suffixes, rd->plugin, rd->version, rd->kind};
        for (size_t k = 0; k < 6; k++) pack_text(out, texts[k]);
    }
    pack_u32(out, (uint32_t)r->n_infos);
    for (size_t i = 0; i < r->n_infos; i++) {
        const PluginInfo *p = r->infos[i];
        const char *const texts[] = {p->name, p->version, p->license, p->summary, p->kind, p->dir};
        for (size_t k = 0; k < 6; k++) pack_text(out, texts[k]);
        pack_u8(out, p->wall);
        pack_u8(out, p->loaded != 0);
        pack_err(out, &p->why);
    }
}

static int unpack_output(Registry *r, Unpack *u)
{
    Output o = {0};
    const char **texts[] = {&o.id, &o.title, &o.suffix, &o.mime, &o.plugin, &o.version, &o.kind};
    for (size_t k = 0; k < 7; k++) *texts[k] = unpack_text(u, r->arena);
    o.wants = unpack_u8(u);
    o.wall = unpack_u8(u);
    Err e = {0};
    return u->bad || o.wall > PLUGIN_EXEC ? -1 : registry_add_output(r, &o, &e);
}

static int unpack_reader(Registry *r, Unpack *u)
{
    Reader rd = {0};
    const char **texts[] = {&rd.id, &rd.title, &rd.suffixes, &rd.plugin, &rd.version, &rd.kind};
    for (size_t k = 0; k < 6; k++) *texts[k] = unpack_text(u, r->arena);
    Err e = {0};
    return u->bad ? -1 : registry_add_reader(r, &rd, &e);
}

Registry *registry_unpack(Unpack *u)
{
    Registry *r = registry_new();
    for (uint32_t n = unpack_count(u, 9); n > 0 && !u->bad; n--)
        if (unpack_output(r, u) != 0) u->bad = 1;
    for (uint32_t n = unpack_count(u, 6); n > 0 && !u->bad; n--)
        if (unpack_reader(r, u) != 0) u->bad = 1;
    for (uint32_t n = unpack_count(u, 8); n > 0 && !u->bad; n--) {
        PluginInfo p = {0};
        const char **texts[] = {&p.name, &p.version, &p.license, &p.summary, &p.kind, &p.dir};
        for (size_t k = 0; k < 6; k++) *texts[k] = unpack_text(u, r->arena);
        unsigned wall = unpack_u8(u);
        p.wall = wall > PLUGIN_EXEC ? PLUGIN_SEALED : (PluginWall)wall;
        p.loaded = unpack_u8(u) != 0;
        unpack_err(u, &p.why);
        if (!u->bad) registry_add_info(r, &p);
    }
    if (!u->bad) return r;
    registry_free(r);
    return NULL;
}
