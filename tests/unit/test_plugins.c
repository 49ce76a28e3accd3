/* test_plugins.c - every plugin that ships with Sen renders its sample and must give its expect.* byte for byte. */
#include "core/base/file.h"
#include "core/plug/load.h"
#include "core/plug/proof.h"
#include "core/wall/keep.h"
#include "core/wall/launch.h"
#include "core/script/lua_output.h"
#include "tests/unit/harness.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* One of the files wall gets its process as in a worker. */
static int make_part(void *ctx, const char *plugin, int *fd, Err *e)
{
    (void)ctx, (void)plugin;
    return keep_start(NULL, fd, e);
}

static Registry *load_built(void)
{
    const char *bin = getenv("SEN_BIN");
    char place[1000];
    snprintf(place, sizeof place, "%s/plugins", bin ? bin : "build");
    Registry *r = registry_new();
    registry_set_part(r, make_part, NULL);
    load_plugins(r, &(LoadPlaces){.install = place, .lua = lua_output_load});
    return r;
}

static void say(const Findings *f, const Err *e)
{
    Buf b = {0};
    for (size_t i = 0; i < f->n; i++) finding_print(&f->v[i], LANG_VI, &b);
    if (e->code) err_print(e, LANG_VI, &b);
    if (b.n) printf("# %s\n", buf_text(&b));
    buf_free(&b);
}

/* SEN_WRITE_EXPECT=1 writes what came out: for a person who then reads the difference. */
static void write_expect(const Proof *p, Registry *r, const char *dir, const char *name)
{
    for (size_t i = 0; i < registry_count_outputs(r); i++) {
        const Output *o = registry_output_at(r, i);
        char path[1200];
        Buf out = {0};
        Err e = {0};
        if (strcmp(o->plugin, name)) continue;
        snprintf(path, sizeof path, "%s/expect.%s", dir, o->suffix);
        if (proof_render(p, r, o, &out, NULL, &e) == 0) file_write(path, path, buf_text(&out), out.n, &e);
        buf_free(&out);
    }
    for (size_t i = 0; i < registry_count_readers(r); i++) {
        const Reader *rd = registry_reader_at(r, i);
        char path[1200];
        Buf out = {0};
        Err e = {0};
        if (strcmp(rd->plugin, name)) continue;
        snprintf(path, sizeof path, "%s/expect.%s.txt", dir, rd->id);
        if (proof_read_sample(p, r, rd, &out, NULL, &e) == 0) file_write(path, path, buf_text(&out), out.n, &e);
        buf_free(&out);
    }
}

/* A plugin of the exec wall starts its program as in a worker, from this process. */
static int run_program(void *ctx, const char *plugin, const Str *args, size_t n, Str input, Buf *out, int *status, Err *e)
{
    Launch *l = launch_start(registry_info(ctx, plugin)->program, e);
    int rc = l ? launch_run(l, args, n, input, out, status, e) : -1;
    launch_end(l);
    return rc;
}

TEST(samples_give_what_is_expected)
{
    Registry *r = load_built();
    registry_set_run(r, run_program, r);
    size_t loaded = 0;
    for (size_t i = 0; i < registry_count_infos(r); i++) {
        const PluginInfo *p = registry_info_at(r, i);
        if (!p->dir[0]) continue;
        Arena *a = arena_new();
        Findings f;
        Err e = {0};
        char dir[300];
        findings_init(&f, a);
        if (!p->loaded) {
            say(&f, &p->why);
            test_check(0, p->name, __FILE__, __LINE__);
        } else {
            snprintf(dir, sizeof dir, "plugins/%s", p->name);
            Proof *proof = proof_read(dir, &e);
            if (proof && getenv("SEN_WRITE_EXPECT")) write_expect(proof, r, dir, p->name);
            int n = proof ? proof_run(proof, r, p->name, NULL, &f, &e) : -1;
            if (n < 1) {
                say(&f, &e);
                test_check(0, p->name, __FILE__, __LINE__);
            }
            proof_free(proof);
            loaded++;
        }
        findings_free(&f);
        arena_free(a);
    }
    OK(loaded >= 7);
    registry_free(r);
}

TEST(a_changed_byte_is_seen)
{
    Registry *r = load_built();
    Err e = {0};
    Arena *a = arena_new();
    Findings f;
    findings_init(&f, a);
    OK(registry_output(r, "csv") != NULL);
    OK(system("rm -rf \"$TMPDIR/changed\" && cp -r plugins/csv \"$TMPDIR/changed\" && "
              "printf x >>\"$TMPDIR/changed/expect.csv\"") == 0);
    char dir[1000];
    snprintf(dir, sizeof dir, "%s/changed", getenv("TMPDIR") ? getenv("TMPDIR") : "");
    Proof *p = proof_read(dir, &e);
    OK(p != NULL);
    if (p) INT_EQ(0, proof_run(p, r, "csv", NULL, &f, &e));
    INT_EQ(1, f.n);
    if (f.n) INT_EQ(SEN6032, f.v[0].code);
    proof_free(p);
    findings_free(&f);
    arena_free(a);
    registry_free(r);
}
