/* cmd_record.c - `sen record INDICATOR N[/D]|PART=N… --period P`: a figure, whole or by its parts. */
#include "core/app/commands.h"
#include "core/app/number.h"
#include "core/app/session.h"
#include "core/app/show_json.h"
#include "core/base/text.h"
#include <stdlib.h>
#include <string.h>

typedef struct Part { const char *dimension, *name; Buf n, d; } Part;       /* "" "" = the total */

/* The closed list of parts of a dimension («gioi_tinh»: nam, nu), or NULL when its parts are free. */
static const ChoiceList *parts_of(Str dimension)
{
    char name[64];
    if (dimension.n >= sizeof name) return NULL;
    memcpy(name, dimension.p, dimension.n);
    name[dimension.n] = 0;
    const ChoiceList *list = word_choices(name);
    return list && !list->open ? list : NULL;
}

/* Which dimension of the indicator has a part of this name? */
static int find_part(const Entity *indicator, Arena *a, const char *text, size_t n, Part *out)
{
    const Value *by = entity_get(indicator, "by");
    for (uint32_t i = 0; by && by->type == VAL_LIST && i < by->count; i++) {
        Str dimension = by->u.list[i].u.text;
        const ChoiceList *list = parts_of(dimension);
        const Choice *c = list ? word_find_choice(list, text, n) : NULL;
        if (list && !c) continue;
        out->dimension = arena_text(a, dimension.p, dimension.n);
        if (c) {
            out->name = c->name;
        } else {
            Buf slug = {0};
            text_slug(text, n, &slug);
            out->name = arena_copy(a, buf_text(&slug));
            buf_free(&slug);
        }
        return 0;
    }
    return -1;
}

/* How its parts are typed: "nam=… nu=…", "TÊN=…" where they are free, "…" (one number) when it has none. */
static const char *part_names(const Cli *c, const Entity *indicator)
{
    Buf b = {0};
    const Value *by = entity_get(indicator, "by");
    for (uint32_t i = 0; by && by->type == VAL_LIST && i < by->count; i++) {
        const ChoiceList *list = parts_of(by->u.list[i].u.text);
        for (size_t k = 0; list && k < list->n; k++) buf_printf(&b, "%s%s=…", b.n ? " " : "", list->v[k].alias);
        if (!list) buf_printf(&b, "%s%s=…", b.n ? " " : "", cli_word(c, "TÊN", "NAME"));
    }
    if (!b.n) buf_puts(&b, cli_word(c, "không có, chỉ ghi một số", "none, write one number"));
    const char *r = arena_copy(c->arena, buf_text(&b));
    buf_free(&b);
    return r;
}

/* "N" or "N/D". */
static int parse_number(const Entity *indicator, const char *text, Part *out, Err *e)
{
    const char *slash = strchr(text, '/');
    char n[40];
    size_t k = slash ? (size_t)(slash - text) : strlen(text);
    if (k >= sizeof n) return err_set(e, SEN8041, "%s", text);
    memcpy(n, text, k);
    n[k] = 0;
    if (number_parse(n, &out->n, e)) return -1;
    if (slash && number_parse(slash + 1, &out->d, e)) return -1;
    int ratio = entity_text(indicator, "denominator")[0] != 0;
    if (ratio && !slash)
        return err_set(e, SEN8043, "%s" ARG "%s" ARG "%s", indicator->id, entity_text(indicator, "numerator"),
                       entity_text(indicator, "denominator"));
    if (slash && strtod(buf_text(&out->d), NULL) == 0) return err_set(e, SEN8044, "%s", text);
    return 0;
}

/* Every part of the dimension once: a missing one is refused, and so is a double one. */
static int check_parts(const Cli *c, const Entity *indicator, const Part *v, size_t n, Err *e)
{
    const ChoiceList *list = parts_of(str_of(v[0].dimension));
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < i; k++)
            if (strcmp(v[i].dimension, v[0].dimension) || !strcmp(v[i].name, v[k].name))
                return err_set(e, SEN8045, "%s" ARG "%s", v[i].name, part_names(c, indicator));
    for (size_t i = 0; list && i < list->n; i++) {
        size_t k = 0;
        while (k < n && strcmp(v[k].name, list->v[i].name)) k++;
        if (k == n) return err_set(e, SEN8046, "%s" ARG "%s", list->v[i].read, part_names(c, indicator));
    }
    return 0;
}

static int parse_parts(Cli *c, const Entity *indicator, Part *v, size_t n, Err *e)
{
    int named = strchr(c->arg[1], '=') != NULL;
    for (size_t i = 0; i < n; i++) {
        const char *text = c->arg[i + 1], *eq = strchr(text, '=');
        v[i] = (Part){.dimension = "", .name = ""};
        if (!eq != !named || (!named && n > 1)) return err_set(e, SEN8047, "%s" ARG "%s", text, part_names(c, indicator));
        if (eq && find_part(indicator, c->arena, text, (size_t)(eq - text), &v[i]))
            return err_set(e, SEN8048, "%s" ARG "%s" ARG "%s", arena_text(c->arena, text, (size_t)(eq - text)), indicator->id,
                           part_names(c, indicator));
        if (parse_number(indicator, eq ? eq + 1 : text, &v[i], e)) return -1;
    }
    if (named) return check_parts(c, indicator, v, n, e);
    const Value *by = entity_get(indicator, "by");
    if (by && by->type == VAL_LIST && by->count)
        findings_add(&c->findings, SEN8049, NULL, 0, 0, indicator->address, "%s" ARG "%s", indicator->id,
                     part_names(c, indicator));
    return 0;
}

static int put_parts(Session *s, const char *unit, const Entity *indicator, const Part *v, size_t n, const char *period, Err *e)
{
    Cli *c = s->c;
    const ChoiceList *states = word_choices("state");
    const char *state = cli_has(c, OPT_STATE) ? c->opt[OPT_STATE] : "provisional";
    const Choice *choice = states ? word_find_choice(states, state, strlen(state)) : NULL;
    Date on = c->date;
    if (!choice)
        return err_set(e, SEN8008, "%s" ARG "%s" ARG "%s", cli_word(c, "--tinh-trang", "--state"), state,
                       "uoc, so_bo, chinh_thuc");
    if (cli_has(c, OPT_ON) && (on = cli_parse_date(c, c->opt[OPT_ON], s->year)) == DATE_NONE)
        return err_set(e, SEN8009, "%s" ARG "%s", cli_word(c, "--vao-ngay", "--on"), c->opt[OPT_ON]);
    if (session_begin(s, arena_print(c->arena, "record %s %s", indicator->id, period), e)) return -1;
    for (size_t i = 0; i < n; i++) {
        StoreValue value = {.unit = unit, .indicator = indicator->id, .period = period, .n = buf_text(&v[i].n),
                            .d = v[i].d.n ? v[i].d.p : NULL,
                            .dimensions = v[i].name[0] ? arena_print(c->arena, "%s=%s", v[i].dimension, v[i].name) : "",
                            .state = choice->name, .as_of = on, .who = session_who(c)};
        if (store_put_value(s->store, &value, NULL, e)) {
            store_rollback(s->store);
            return -1;
        }
    }
    if (store_commit(s->store, e)) {
        store_rollback(s->store);
        return -1;
    }
    cli_say(c, "Đã ghi %s, kỳ %s: «%s», %zu số.", "Recorded %s for %s: «%s», %zu figures.", indicator->id, period,
            entity_title(indicator), n);
    return 0;
}

int cmd_record(Cli *c)
{
    Err e = {0};
    Session s = {0};
    UnitAnswer a = {0};
    Buf period = {0};
    const char *unit;
    size_t n = c->n_args - 1;
    Part *v = mem_alloc(mem_mul(n, sizeof *v));
    int rc = -1;
    if (session_open(&s, c, SESSION_WRITE, &e) || session_one_unit(&s, &unit, &e) || session_list_unit(&s, unit, 1, &a, &e))
        goto out;
    const char *name = !strncmp(c->arg[0], "indicator:", 10) ? c->arg[0] + 10 : c->arg[0];
    const Entity *indicator = model_find(a.model, KIND_INDICATOR, name);
    if (!indicator || entity_gone(indicator)) {
        what_unknown(c, "indicators", name, model_near_id(a.model, KIND_INDICATOR, name), &e);
        goto out;
    }
    if (!cli_has(c, OPT_PERIOD)) {
        rc = cli_usage(c, SEN8050, "%s", cli_word(c, "--ky 2026-Q2", "--period 2026-Q2"));
        goto out;
    }
    if (number_parse_period(c->opt[OPT_PERIOD], &period, &e) || parse_parts(c, indicator, v, n, &e)) goto out;
    rc = put_parts(&s, unit, indicator, v, n, buf_text(&period), &e);
out:
    for (size_t i = 0; i < n; i++) {
        buf_free(&v[i].n);
        buf_free(&v[i].d);
    }
    free(v);
    buf_free(&period);
    model_free(a.model);
    session_close(&s);
    return rc < 0 ? cli_fail(c, &e) : rc;
}
