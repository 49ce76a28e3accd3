/* work.c - what all jobs of a worker use: findings are sent, scripts stopped in time. */
#include "core/wall/work_state.h"

void work_send_findings(Serve *s, Findings *f)
{
    Buf b = {0};
    findings_sort(f);
    pack_findings(&b, f);
    serve_send(s, FRAME_FINDINGS, b.p, b.n);
    buf_free(&b);
}

/* From the signal handler, at each tick after the limit. */
static void stop_scripts(void *self)
{
    Work *w = self;
    for (int i = 0; i < WORK_STATES; i++)
        if (w->watched[i]) script_interrupt(w->watched[i]);
}

static void go_away(void *ctx, int on) { serve_away(ctx, on); }

void work_begin(Serve *s, Work *w)
{
    script_revive(w->base.script);         /* the time of the job before was its own: nothing of it is left for this one */
    serve_on_overrun(s, stop_scripts, w);
    registry_set_away(w->registry, go_away, s);
}

static void replace(Work *w, Script *from, Script *to)
{
    for (int i = 0; i < WORK_STATES; i++)
        if (w->watched[i] == from) {
            w->watched[i] = to;
            return;
        }
}

void work_watch(Work *w, Script *script) { replace(w, NULL, script); }

void work_stop_watching(Work *w, Script *script)
{
    if (script) replace(w, script, NULL);
}

ResolveJob work_resolve_job(const Work *w, int own_only)
{
    return (ResolveJob){.plans = w->resolved, .year = w->setup.year, .today = w->setup.today, .own_only = own_only,
                        .workdays = w->one.workdays ? w->one.workdays : w->base.workdays};
}
