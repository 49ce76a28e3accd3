/* session_units.c - which units a command is about: --for, the workspace's default, the only one. */
#include "core/app/session.h"
#include "core/base/text.h"
#include <string.h>

static const char *unit_names(Session *s)
{
    Buf b = {0};
    for (size_t i = 0; i < s->w.n_units && i < 20; i++) buf_printf(&b, "%s%s", i ? ", " : "", s->w.unit[i]);
    if (s->w.n_units > 20) buf_puts(&b, ", …");
    const char *r = arena_copy(s->c->arena, buf_text(&b));
    buf_free(&b);
    return r;
}

static const char *find_unit(Session *s, const char *name)
{
    for (size_t i = 0; i < s->w.n_units; i++)
        if (text_same_folded(name, s->w.unit[i])) return s->w.unit[i];
    return NULL;
}

/* sen.lua has a mistake, so its default is unknown: that is what is said. */
static int broken_workspace(Session *s, Err *e)
{
    const Findings *f = &s->c->findings;
    for (size_t i = 0; i < f->n; i++) {
        const Finding *one = &f->v[i];
        if (one->severity != SEV_ERROR || !one->file || strcmp(one->file, "sen.lua")) continue;
        err_set(e, one->code, "%s" ARG "%s" ARG "%s" ARG "%s", one->arg[0] ? one->arg[0] : "", one->arg[1] ? one->arg[1] : "",
                one->arg[2] ? one->arg[2] : "", one->arg[3] ? one->arg[3] : "");
        err_at(e, one->file, one->line, one->col);
        s->c->findings.n = 0;
        return 1;
    }
    return 0;
}

int session_units(Session *s, const char *const **ids, size_t *n, Err *e)
{
    Cli *c = s->c;
    const char **one = arena_alloc(c->arena, sizeof *one);
    const char *asked = c->opt[OPT_FOR];
    *ids = one;
    *n = 1;
    if (!s->w.n_units) return err_set(e, SEN8030, "%s", "");
    if (asked && (text_same_folded(asked, "all") || text_same_folded(asked, "tat ca"))) {
        *ids = (const char *const *)s->w.unit;
        *n = s->w.n_units;
        return 0;
    }
    if (asked) {
        one[0] = find_unit(s, asked);
        return one[0] ? 0 : err_set(e, SEN8021, "%s" ARG "%s", asked, unit_names(s));
    }
    const char *preset = session_workspace(s) ? entity_text(session_workspace(s), "default") : "";
    if (preset[0]) {
        one[0] = find_unit(s, preset);
        if (one[0]) return 0;
        const Slot *slot = entity_slot(session_workspace(s), "default");
        err_set(e, SEN8021, "%s" ARG "%s", preset, unit_names(s));
        return err_at(e, "sen.lua", slot && slot->step ? slot->step->line : session_workspace(s)->line, 0);
    }
    one[0] = s->w.unit[0];
    return s->w.n_units == 1 || broken_workspace(s, e) ? -(e->code != 0) : err_set(e, SEN8022, "%s", unit_names(s));
}

int session_one_unit(Session *s, const char **id, Err *e)
{
    const char *const *ids;
    size_t n;
    if (session_units(s, &ids, &n, e)) return -1;
    *id = ids[0];
    return n == 1 ? 0 : err_set(e, s->c->opt[OPT_FOR] ? SEN8057 : SEN8022, "%s", unit_names(s));
}
