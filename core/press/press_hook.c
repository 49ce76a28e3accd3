/* press_hook.c - the hooks of the base and of the unit, called with a document that they may read. */
#include "core/press/press_hook.h"
#include <stdlib.h>
#include <string.h>
#include "core/model/name.h"
#include "core/script/lua_doc.h"
#include "core/script/lua_node.h"

typedef struct Hook {
    Script *script;
    Value spec, run;
    const char *stage, *name, *file;
    int line;
} Hook;

struct PressHooks {
    Arena *arena;
    Hook *hook;
    size_t n_hooks;
    Value *term;
    size_t n_terms;
};

static const Value *entry(const Value *map, const char *en, const char *vi)
{
    for (uint32_t i = 0; i < map->count; i++)
        if (str_is(map->u.map[i].key, en) || str_is(map->u.map[i].key, vi)) return map->u.map[i].value;
    return NULL;
}

static const char *text_of(const Value *map, const char *en, const char *vi, const char *none)
{
    const Value *v = entry(map, en, vi);
    return v && v->type == VAL_TEXT ? v->u.text.p : none;
}

static size_t count(Script *s, const char *what, Arena *a)
{
    size_t n = 0;
    while (script_registered(s, what, n, a).type == VAL_MAP) n++;
    return n;
}

PressHooks *press_hooks_new(Script *s)
{
    if (!s || !script_has_registered(s)) return NULL;
    PressHooks *h = mem_alloc(sizeof *h);
    Arena *counting = arena_new();
    h->arena = arena_new();
    h->n_hooks = count(s, "hook", counting);
    h->n_terms = count(s, "term", counting);
    arena_free(counting);
    h->hook = arena_alloc(h->arena, mem_mul(h->n_hooks + 1, sizeof *h->hook));
    h->term = arena_alloc(h->arena, mem_mul(h->n_terms + 1, sizeof *h->term));
    for (size_t i = 0; i < h->n_terms; i++) h->term[i] = script_registered(s, "term", i, h->arena);
    for (size_t i = 0; i < h->n_hooks; i++) {
        Hook *k = &h->hook[i];
        k->script = s;
        k->spec = script_registered(s, "hook", i, h->arena);
        const Value *run = entry(&k->spec, "run", "run"), *line = entry(&k->spec, "@line", "@line");
        k->run = run ? *run : value_none();
        k->stage = text_of(&k->spec, "stage", "stage", "");
        k->file = text_of(&k->spec, "@file", "@file", "");
        k->line = line && line->type == VAL_INT ? (int)line->u.i : 0;
        k->name = text_of(&k->spec, "id", "ma", arena_print(h->arena, "%s:%d", k->file, k->line));
    }
    return h;
}

void press_hooks_free(PressHooks *h)
{
    if (!h) return;
    arena_free(h->arena);
    free(h);
}

int press_hooks_any(const PressHooks *h) { return h && h->n_hooks > 0; }

const Value *press_hooks_term(const PressHooks *h, size_t i) { return h && i < h->n_terms ? &h->term[i] : NULL; }

/* `material = "x"` or a list: missing fits all. */
static int names(const Value *list, const char *id)
{
    if (!list) return 1;
    if (list->type == VAL_TEXT) return id && str_is(list->u.text, id);
    for (uint32_t i = 0; list->type == VAL_LIST && i < list->count; i++)
        if (list->u.list[i].type == VAL_TEXT && id && str_is(list->u.list[i].u.text, id)) return 1;
    return 0;
}

/* What a hook gets beside the document, under both spellings. */
static Value context(const PressJob *job, const Entity *m, const char *output, Arena *a)
{
    enum { N = 8 };
    const Entity *unit = press_find_unit(job);
    const Entry *u = unit ? model_entry(job->model, KIND_UNIT, unit->path) : NULL;
    const Entry *x = m ? model_entry(job->model, KIND_MATERIAL, m->path) : NULL;
    Value *v = arena_alloc(a, 4 * sizeof *v);
    v[0] = u ? entity_value(u) : value_none();
    v[1] = x ? entity_value(x) : value_none();
    v[2] = job->plan ? *job->plan : value_none();
    v[3] = *output ? value_text(str_of(output)) : value_none();
    static const char *const keys[N] = {"unit", "don_vi", "material", "tai_lieu", "plan", "ke_hoach", "output", "dau_ra"};
    ValuePair *p = arena_alloc(a, N * sizeof *p);
    for (size_t i = 0; i < N; i++) p[i] = (ValuePair){str_of(keys[i]), &v[i / 2]};
    return (Value){.type = VAL_MAP, .count = N, .u.map = p};
}

static int run_one(const PressJob *job, const Hook *k, const Entity *m, const char *output, const char *file, Arena *a,
                   const Doc **doc, Findings *f)
{
    Value args[2] = {lua_doc_value(*doc, output, a), context(job, m, output, a)}, result = value_none();
    Err e = {0};
    if (script_call(k->script, k->run, args, 2, a, &result, &e) == 0 && lua_node_build(&result, *doc, file, a, doc, &e) == 0)
        return 0;
    Buf said = {0};
    const char *arg[ERR_ARGS] = {e.arg[0], e.arg[1], e.arg[2], e.arg[3]};
    err_message(e.code, job->lang, arg, ERR_ARGS, &said);
    buf_puts(&said, ". ");
    err_remedy(e.code, job->lang, arg, ERR_ARGS, &said);
    findings_add(f, SEN4210, e.file[0] ? e.file : k->file, e.file[0] ? e.line : k->line, 0, m ? m->address : NULL,
                 "%.100s" ARG "%.100s" ARG "%.250s", k->name, m ? m->id : "index", buf_text(&said));
    buf_free(&said);
    return -1;
}

int press_hook_run(const PressJob *job, const char *stage, const Entity *m, const char *output, const char *file, Arena *a,
                   const Doc **doc, Findings *f)
{
    for (size_t i = 0; i < 2; i++) {
        const PressHooks *h = job->hooks[i];
        for (size_t n = 0; h && n < h->n_hooks; n++) {
            const Hook *k = &h->hook[n];
            if (strcmp(k->stage, stage)) continue;
            if (m && !names(entry(&k->spec, "material", "tai_lieu"), m->id)) continue;
            if (*output && !names(entry(&k->spec, "output", "dau_ra"), output)) continue;
            if (run_one(job, k, m, output, file, a, doc, f)) return -1;
        }
    }
    return 0;
}
