/* native.c - loads a C plugin from the very bytes that were hashed and stands between its callbacks and the registry. */
#include "core/plug/native.h"
#include "core/base/text.h"
#include "core/plug/apart.h"
#include "core/plug/climate.h"
#include "core/plug/elf.h"
#include "core/plug/host.h"
#include "core/plug/reason.h"
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { SIZE_MOST = 4096, LIST_MOST = 64 };

/* What version 1.0 had: smaller structs cannot be of ABI 1. */
#define COVERS(p, field) ((p)->struct_size >= offsetof(__typeof__(*(p)), field) + sizeof((p)->field))

struct Native {
    const SenPlugin *plugin;
    Host *host;
    void *state;
    const char *name, *version;
    int started;
    Apart *apart;                      /* of the files wall, in the process that asks: all calls go there */
};
typedef struct NativeOutput { Native *native; const SenOutput *out; } NativeOutput;
typedef struct NativeReader { Native *native; const SenReader *reader; } NativeReader;

/* --- bytes to code --- */

/* A sealed memory file: nobody can change or cut it between the hash and the mapping. The descriptor stays open, because the
 * loader knows libraries by their path and the path is its number. */
static int memory_file(const char *name, Str bytes)
{
    int fd = memfd_create(name, MFD_CLOEXEC | MFD_ALLOW_SEALING);
    for (size_t at = 0; fd >= 0 && at < bytes.n;) {
        ssize_t n = write(fd, bytes.p + at, bytes.n - at);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) {
            close(fd);
            return -1;
        }
        at += (size_t)n;
    }
    if (fd >= 0) fcntl(fd, F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL);
    return fd;
}

static const char *short_reason(const char *text)
{
    const char *colon = text ? strstr(text, ": ") : NULL;      /* "/proc/self/fd/7: undefined symbol: x" */
    return colon && text[0] == '/' ? colon + 2 : text ? text : "?";
}

static const SenPlugin *descriptor_of(const char *name, Str bytes, Err *e)
{
    const char *bad = elf_check(bytes);
    if (bad) {
        err_set(e, SEN6009, "%s.so" ARG "%s", name, bad);
        return NULL;
    }
    int fd = memory_file(name, bytes);
    if (fd < 0) {
        err_set(e, SEN6012, "%s" ARG "%s", name, strerror(errno));
        return NULL;
    }
    char path[40];
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    void *handle = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    if (!handle) {
        err_set(e, SEN6012, "%s" ARG "%s", name, short_reason(dlerror()));
        close(fd);
        return NULL;
    }
    void *symbol = dlsym(handle, "sen_plugin_v1");
    if (!symbol) {
        err_set(e, SEN6013, "%s", name);
        return NULL;
    }
    const SenPlugin *(*entry)(void);
    memcpy(&entry, &symbol, sizeof entry);
    const SenPlugin *p = entry();
    if (!p) err_set(e, SEN6015, "%s" ARG "%s", name, "sen_plugin_v1() = NULL");
    return p;
}

/* --- the descriptor --- */

static int good_text(SenText t, size_t most)
{
    return t.n <= most && (t.n == 0 || (t.p && text_valid(t.p, t.n, NULL) && !memchr(t.p, 0, t.n)));
}

static int bad(const char *name, const char *what, Err *e) { return err_set(e, SEN6015, "%s" ARG "%s", name, what); }

static int check_output(const char *name, const SenOutput *o, Err *e)
{
    if (!COVERS(o, render) || o->struct_size > SIZE_MOST) return bad(name, "SenOutput.struct_size", e);
    if (!o->render) return bad(name, "SenOutput.render", e);
    if (!good_text(o->id, 64) || !good_text(o->title, 400) || !good_text(o->suffix, 64) || !good_text(o->mime, 200))
        return bad(name, "SenOutput.id/title/suffix/mime", e);
    if (o->wants < SEN_WANTS_DOC || o->wants > SEN_WANTS_EITHER) return bad(name, "SenOutput.wants", e);
    return 0;
}

static int check_reader(const char *name, const SenReader *r, Err *e)
{
    if (!COVERS(r, read) || r->struct_size > SIZE_MOST) return bad(name, "SenReader.struct_size", e);
    if (!r->read) return bad(name, "SenReader.read", e);
    if (!good_text(r->id, 64) || !good_text(r->title, 400) || !good_text(r->suffixes, 400))
        return bad(name, "SenReader.id/title/suffixes", e);
    return 0;
}

static int check_plugin(const char *name, const SenPlugin *p, Err *e)
{
    if (p->struct_size < offsetof(SenPlugin, wall) || p->struct_size > SIZE_MOST) return bad(name, "SenPlugin.struct_size", e);
    if (p->abi_major != SEN_ABI_MAJOR)
        return err_set(e, SEN6014, "%s" ARG "%u.%u" ARG "%d.%d", name, p->abi_major, p->abi_minor, SEN_ABI_MAJOR, SEN_ABI_MINOR);
    if (!COVERS(p, stop)) return bad(name, "SenPlugin.struct_size", e);
    if (!good_text(p->name, 64) || p->name.n != strlen(name) || memcmp(p->name.p, name, p->name.n))
        return bad(name, "SenPlugin.name", e);
    if (!good_text(p->version, 64) || !good_text(p->license, 200) || !good_text(p->summary, 2000))
        return bad(name, "SenPlugin.version/license/summary", e);
    if (p->wall > SEN_WALL_EXEC) return bad(name, "SenPlugin.wall", e);
    if (p->wall == SEN_WALL_EXEC && (!good_text(p->program, 255) || !p->program.n || p->program.p[0] != '/'))
        return bad(name, "SenPlugin.program", e);
    size_t n = 0;
    for (; p->outputs && p->outputs[n]; n++) {
        if (n >= LIST_MOST) return bad(name, "SenPlugin.outputs", e);
        if (check_output(name, p->outputs[n], e) != 0) return -1;
    }
    size_t m = 0;
    for (; p->readers && p->readers[m]; m++) {
        if (m >= LIST_MOST) return bad(name, "SenPlugin.readers", e);
        if (check_reader(name, p->readers[m], e) != 0) return -1;
    }
    return n + m ? 0 : bad(name, "no outputs, no readers", e);
}

/* --- calls --- */

/* What the host itself refused in the call says more than the plugin can. */
static int host_reason(const HostJob *job, Err *e)
{
    if (job->why.code && !e->code) *e = job->why;
    return job->why.code != 0;
}

static void take_reason(const struct SenErr *se, Code code, const char *id, Err *e)
{
    err_set(e, code, "%s" ARG "%s", id, se->text[0] ? se->text : "-1");
}

static int call_render(void *self, const Output *o, const OutputJob *job, Buf *out, Findings *f, Err *e)
{
    NativeOutput *no = self;
    Host *host = no->native->host;
    HostJob hj = {.job = job, .options = job->options, .n_options = job->n_options, .findings = f, .what = o->id,
                  .file = job->file};
    struct SenErr se = {.e = e};
    struct SenSink sink = {out, out->n};
    struct SenOptions options = {&hj};
    struct SenModel model = {&hj};
    struct SenDoc doc;
    host_begin(host, &hj);
    if (job->doc) host_doc_start(&doc, &hj, job->doc);
    int rc = no->out->render(no->native->state, &host->table, job->doc ? &doc : NULL, job->doc ? NULL : &model, &options,
                             &sink, &se);
    if (job->doc) host_doc_end(&doc);
    host_end(host);
    if (rc != 0) {
        if (out->n - sink.from > OUTPUT_MOST) return err_set(e, SEN6019, "%s" ARG "%d", o->id, OUTPUT_MOST / (1024 * 1024));
        if (!host_reason(&hj, e)) take_reason(&se, SEN6017, o->id, e);
        return -1;
    }
    return 0;
}

static int call_knows(void *self, const Reader *r, Str bytes)
{
    NativeReader *nr = self;
    Host *host = nr->native->host;
    HostJob hj = {.what = r->id};
    host_begin(host, &hj);
    int yes = nr->reader->knows(nr->native->state, &host->table, host_text(bytes));
    host_end(host);
    return yes == 1;
}

/* The name of the file a reader is at. */
static const char *host_file(const HostJob *job)
{
    for (size_t i = 0; i < job->n_options; i++)
        if (str_is(job->options[i].key, "file")) return job->options[i].value.p;
    return "";
}

static int call_read(void *self, const Reader *r, Str bytes, const OutputOption *options, size_t n, ReadResult *out,
                     Findings *f, Err *e)
{
    NativeReader *nr = self;
    Host *host = nr->native->host;
    HostJob hj = {.options = options, .n_options = n, .findings = f, .what = r->id};
    struct SenErr se = {.e = e};
    struct SenOptions so = {&hj};
    struct SenLines lines = {.job = &hj, .out = out};
    host_begin(host, &hj);
    int rc = nr->reader->read(nr->native->state, &host->table, host_text(bytes), &so, &lines, &se);
    host_end(host);
    if (rc != 0 && host_reason(&hj, e)) return -1;
    if (rc != 0) return reason_take(se.text[0] ? se.text : "-1", r->id, host_file(&hj), e);
    return 0;
}

static void native_end(void *self)
{
    Native *n = self;
    if (n->started && n->plugin->stop) n->plugin->stop(n->state);
    host_free(n->host);
}

/* --- the two phases --- */

static const char *kept(Registry *r, SenText t) { return arena_text(registry_arena(r), t.p ? t.p : "", t.n); }

static PluginWall wall_of(const Native *n)
{
    return n->plugin->wall == SEN_WALL_EXEC ? PLUGIN_EXEC : n->plugin->wall == SEN_WALL_FILES ? PLUGIN_FILES : PLUGIN_SEALED;
}

Native *native_open(Registry *r, const char *name, Str bytes, PluginInfo *info, Err *e)
{
    Climate before;
    climate_read(&before);
    const SenPlugin *p = descriptor_of(name, bytes, e);
    const char *changed = climate_compare(&before);
    if (!p) return NULL;
    if (changed) {
        err_set(e, SEN6030, "%s" ARG "%s", name, changed);
        return NULL;
    }
    if (check_plugin(name, p, e) != 0) return NULL;
    Native *n = arena_alloc(registry_arena(r), sizeof *n);
    n->plugin = p;
    n->name = arena_copy(registry_arena(r), name);
    n->version = info->version = kept(r, p->version);
    info->license = kept(r, p->license);
    info->summary = kept(r, p->summary);
    info->wall = wall_of(n);
    info->program = p->wall == SEN_WALL_EXEC ? kept(r, p->program) : NULL;
    return n;
}

static int add_outputs(Native *n, Registry *r, Err *e)
{
    for (size_t i = 0; n->plugin->outputs && n->plugin->outputs[i]; i++) {
        const SenOutput *so = n->plugin->outputs[i];
        NativeOutput *no = arena_alloc(registry_arena(r), sizeof *no);
        *no = (NativeOutput){n, so};
        Output o = {.id = kept(r, so->id), .title = kept(r, so->title), .suffix = kept(r, so->suffix), .mime = kept(r, so->mime),
                    .wants = (OutputWants)so->wants, .wall = wall_of(n), .plugin = n->name, .version = n->version, .kind = "c",
                    .render = n->apart ? apart_render : call_render, .self = n->apart ? (void *)n->apart : no};
        if (registry_add_output(r, &o, e) != 0) return -1;
    }
    for (size_t i = 0; n->plugin->readers && n->plugin->readers[i]; i++) {
        const SenReader *sr = n->plugin->readers[i];
        NativeReader *nr = arena_alloc(registry_arena(r), sizeof *nr);
        *nr = (NativeReader){n, sr};
        Reader rd = {.id = kept(r, sr->id), .title = kept(r, sr->title), .suffixes = kept(r, sr->suffixes), .plugin = n->name,
                     .version = n->version, .kind = "c", .knows = sr->knows ? n->apart ? apart_knows : call_knows : NULL,
                     .read = n->apart ? apart_read : call_read, .self = n->apart ? (void *)n->apart : nr};
        if (registry_add_reader(r, &rd, e) != 0) return -1;
    }
    return 0;
}

static int start_here(Native *n, Registry *r, Err *e)
{
    n->host = host_new(r, n->name, n->plugin->wall == SEN_WALL_EXEC);
    registry_at_end(r, native_end, n);
    if (n->plugin->start) {
        Climate before;
        HostJob hj = {.what = n->name};
        struct SenErr se = {.e = e};
        climate_read(&before);
        host_begin(n->host, &hj);
        int rc = n->plugin->start(&n->host->table, &n->state, &se);
        host_end(n->host);
        const char *changed = climate_compare(&before);
        if (rc != 0) {
            take_reason(&se, SEN6016, n->name, e);
            return -1;
        }
        n->started = 1;
        if (changed) return err_set(e, SEN6030, "%s" ARG "%s", n->name, changed);
    } else {
        n->started = 1;
    }
    size_t mark = registry_mark(r);
    if (add_outputs(n, r, e) == 0) return 0;
    registry_withdraw(r, n->name, mark);
    return -1;
}

int native_start(Native *n, Registry *r, Err *e)
{
    int fd = -1, role = n->plugin->wall == SEN_WALL_FILES ? registry_part(r, n->name, &fd, e) : 1;
    if (role < 0) return -1;
    if (fd < 0) return start_here(n, r, e);
    if (role == 1) apart_serve(fd, r, n->name, start_here(n, r, e) == 0 ? NULL : e);
    n->apart = apart_open(r, n->name, fd, e);
    if (!n->apart) return -1;
    size_t mark = registry_mark(r);
    if (add_outputs(n, r, e) == 0) return 0;
    registry_withdraw(r, n->name, mark);
    return -1;
}
