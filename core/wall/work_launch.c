/* work_launch.c - what stands beside the worker, made before the seal: a launcher for each plugin of the exec wall, a process
 * for each of the files wall. */
#include "core/wall/keep.h"
#include "core/wall/launch.h"
#include "core/wall/work_state.h"
#include <string.h>

static int run_program(void *ctx, const char *plugin, const Str *args, size_t n, Str input, Buf *out, int *status, Err *e)
{
    Work *w = ctx;
    for (size_t i = 0; i < w->n_launches; i++) {
        WorkLaunch *l = &w->launch[i];
        if (strcmp(l->plugin, plugin)) continue;
        if (l->launch) return launch_run(l->launch, args, n, input, out, status, e);
        *e = l->why;
        return -1;
    }
    return err_set(e, SEN6057, "%s", plugin);
}

static int make_part(void *ctx, const char *plugin, int *fd, Err *e)
{
    (void)plugin;
    return keep_start(((Work *)ctx)->content_folders, fd, e);
}

void work_allow_parts(Work *w) { registry_set_part(w->registry, make_part, w); }

void work_start_launchers(Work *w)
{
    for (size_t i = 0; i < registry_count_infos(w->registry) && w->n_launches < WORK_LAUNCHES; i++) {
        const PluginInfo *p = registry_info_at(w->registry, i);
        if (!p->loaded || p->wall != PLUGIN_EXEC || !p->program) continue;
        WorkLaunch *l = &w->launch[w->n_launches++];
        l->plugin = p->name;
        l->launch = launch_start(p->program, &l->why);
    }
    registry_set_run(w->registry, run_program, w);
}

void work_tell_launchers(const Work *w, Findings *f)
{
    for (size_t i = 0; i < w->n_launches; i++)
        if (w->launch[i].launch && launch_is_open(w->launch[i].launch))
            findings_add(f, SEN7011, NULL, 0, 0, NULL, "%s", registry_info(w->registry, w->launch[i].plugin)->program);
    for (size_t i = 0; i < registry_count_infos(w->registry); i++) {
        const PluginInfo *p = registry_info_at(w->registry, i);
        if (p->loaded && p->wall == PLUGIN_FILES && keep_is_open()) findings_add(f, SEN6062, NULL, 0, 0, NULL, "%s", p->name);
    }
}
