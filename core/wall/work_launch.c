/* work_launch.c - the programs that plugins of the exec wall may start: one launcher each, made before the seal. */
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
}
