/* cmd_build.c - `sen build [MATERIAL…]`. */
#include "core/app/build.h"
#include "core/app/commands.h"
#include "core/app/show_json.h"
#include "core/app/watch.h"
#include "core/base/text.h"
#include <stdlib.h>
#include <string.h>

/* "html,zalo" -> a list of ids in the arena. */
static const char *const *split_list(Cli *c, const char *text, size_t *n)
{
    const char **v = arena_alloc(c->arena, mem_mul(strlen(text) / 2 + 1, sizeof *v));
    *n = 0;
    for (const char *p = text; *p;) {
        size_t k = strcspn(p, ", ");
        if (k) v[(*n)++] = arena_text(c->arena, p, k);
        p += k + strspn(p + k, ", ");
    }
    return v;
}

/* Is it an output of the install, of the layers all units share, or of one of the units asked for? 1/0/-1; *near: what it may
 * have been meant to be, in the arena, NULL = nothing. */
static int knows_output(Session *s, const BuildAsk *ask, const char *name, const char **near, Err *e)
{
    Registry *r = NULL;
    int known = 0;
    *near = NULL;
    for (size_t i = 0; !known && i <= ask->n_units; i++) {
        UnitAnswer a = {0};
        if (i && session_unit(s, ask->units[i - 1], WANT_MATERIALS, &a, e)) return -1;
        model_free(a.model);
        if (session_outputs(s, 0, &r, e)) return -1;
        known = registry_output(r, name) != NULL;
        const Output *o = known || *near ? NULL : registry_nearest_output(r, name);
        if (o) *near = arena_copy(s->c->arena, o->id);
        registry_free(r);
    }
    return known;
}

/* Materials and formats by their exact ids; what is unknown is refused before anything is written. */
static int resolve_names(Session *s, BuildAsk *ask, Err *e)
{
    Cli *c = s->c;
    UnitAnswer a = {0};
    const char *near;
    int rc = -1;
    if (ask->n_materials) {
        const char **ids = arena_alloc(c->arena, mem_mul(ask->n_materials, sizeof *ids));
        if (session_unit(s, ask->units[0], WANT_MATERIALS, &a, e)) goto out;
        for (size_t i = 0; i < ask->n_materials; i++) {
            const char *name = !strncmp(ask->materials[i], "material:", 9) ? ask->materials[i] + 9 : ask->materials[i];
            const Entity *m = model_find(a.model, KIND_MATERIAL, name);
            if (!m) {
                what_unknown(c, "materials", name, model_near_id(a.model, KIND_MATERIAL, name), e);
                goto out;
            }
            ids[i] = arena_copy(c->arena, m->id);
        }
        ask->materials = ids;
    }
    for (size_t i = 0; i < ask->n_formats; i++) {
        int known = knows_output(s, ask, ask->formats[i], &near, e);
        if (known == 0) what_unknown(c, "outputs", ask->formats[i], near, e);
        if (known <= 0) goto out;
    }
    rc = 0;
out:
    model_free(a.model);
    return rc;
}

/* silent: nothing is said when nothing changed. */
static int build_once(Cli *c, int silent, Err *e)
{
    Session s = {0};
    BuildAsk ask = {.materials = c->arg, .n_materials = c->n_args, .out = c->opt[OPT_OUT], .verify = cli_has(c, OPT_VERIFY),
                    .reissue = cli_has(c, OPT_REISSUE)};
    BuildCount count;
    int rc = -1;
    int whole = !ask.n_materials && !cli_has(c, OPT_FORMAT);
    if (whole ? session_open_build(&s, c, ask.out, e) : session_open(&s, c, SESSION_READ, e)) goto out;
    if (cli_has(c, OPT_JOBS)) ask.jobs = atoi(c->opt[OPT_JOBS]);
    if (cli_has(c, OPT_FORMAT)) ask.formats = split_list(c, c->opt[OPT_FORMAT], &ask.n_formats);
    if (session_units(&s, &ask.units, &ask.n_units, e)) goto out;
    if (findings_count(&c->findings, SEV_ERROR)) cli_code(c, 1);
    if (resolve_names(&s, &ask, e) || build_run(&s, &ask, &count, e)) goto out;
    if (!silent || count.written || count.removed) build_say(c, &ask, &count);
    rc = 0;
out:
    session_close(&s);
    return rc;
}

static int build_round(Cli *c, void *rounds)
{
    Err e = {0};
    c->code = 0;
    if (build_once(c, (*(int *)rounds)++ > 0, &e)) cli_fail(c, &e);
    return 0;
}

int cmd_build(Cli *c)
{
    Err e = {0};
    int rounds = 0;
    if (cli_has(c, OPT_JOBS) && (atoi(c->opt[OPT_JOBS]) < 1 || atoi(c->opt[OPT_JOBS]) > 64))
        return cli_usage(c, SEN8008, "%s" ARG "%s" ARG "1 … 64", "-j", c->opt[OPT_JOBS]);
    if (cli_has(c, OPT_FORMAT) && !c->opt[OPT_FORMAT][strspn(c->opt[OPT_FORMAT], ", ")])
        return cli_usage(c, SEN8008, "%s" ARG "%s" ARG "html,docx", cli_word(c, "--dang", "--format"), c->opt[OPT_FORMAT]);
    if (cli_has(c, OPT_WATCH)) return watch_files(c, build_round, &rounds);
    return build_once(c, 0, &e) ? cli_fail(c, &e) : c->code;
}
