/* lua_output.c - stands between sen.output in Lua and the registry: specs in, render calls out. */
#include "core/script/lua_output.h"
#include <string.h>
#include "core/script/lua_doc.h"

typedef struct LuaOutput {
    Script *script;
    Value render;
    Arena *arena;                      /* of one call, emptied before each */
    Err place;                         /* where sen.output was called */
} LuaOutput;

static const Value *field(const Value *map, const char *name)
{
    for (uint32_t i = 0; map->type == VAL_MAP && i < map->count; i++)
        if (str_is(map->u.map[i].key, name)) return map->u.map[i].value;
    return NULL;
}

static const char *text_field(const Value *map, const char *name, Arena *a)
{
    const Value *v = field(map, name);
    return v && (v->type == VAL_TEXT || v->type == VAL_WORD) ? arena_text(a, v->u.text.p, v->u.text.n) : NULL;
}

/* --- calling --- */

static Value options_value(const OutputJob *job, Arena *a)
{
    ValuePair *pairs = arena_alloc(a, job->n_options * sizeof *pairs);
    uint32_t n = 0;
    for (size_t i = 0; i < job->n_options; i++) {
        Value *v = arena_alloc(a, sizeof *v);
        *v = value_text(job->options[i].value);
        pairs[n++] = (ValuePair){job->options[i].key, v};
    }
    return (Value){.type = VAL_MAP, .count = n, .u.map = pairs};
}

static void tell(const Value *result, const char *name, Code code, const Output *o, const OutputJob *job, Findings *f)
{
    const Value *v = field(result, name);
    if (!f || !v) return;
    uint32_t n = v->type == VAL_LIST ? v->count : 1;
    for (uint32_t i = 0; i < n; i++) {
        const Value *one = v->type == VAL_LIST ? &v->u.list[i] : v;
        if (one->type == VAL_TEXT)
            findings_add(f, code, job->file, 0, 0, NULL, "%s" ARG "%.*s", o->id, (int)one->u.text.n, one->u.text.p);
    }
}

/* The text itself: the result, or entry 1 or "text" of the table. */
static const Value *text_of(const Value *result)
{
    if (result->type == VAL_TEXT) return result;
    if (result->type == VAL_LIST && result->count) return &result->u.list[0];
    const Value *v = field(result, "text");
    return v ? v : field(result, "1");
}

static int call_render(void *self, const Output *o, const OutputJob *job, Buf *out, Findings *f, Err *e)
{
    LuaOutput *lo = self;
    arena_reset(lo->arena);
    Value args[2], result = value_none();
    args[0] = job->doc ? lua_doc_value(job->doc, o->id, lo->arena) : *job->model;
    args[1] = options_value(job, lo->arena);
    Err why = {0};
    if (script_call(lo->script, lo->render, args, 2, lo->arena, &result, &why) != 0) {
        if (why.code == SEN7003 || why.code == SEN7004) *e = why;      /* a limit ends the job, not this output alone */
        else {
            Buf said = {0};
            const char *a[ERR_ARGS] = {why.arg[0], why.arg[1], why.arg[2], why.arg[3]};
            err_message(why.code, LANG_VI, a, ERR_ARGS, &said);
            err_set(e, SEN6017, "%s" ARG "%s", o->id, buf_text(&said));
            if (why.file[0]) err_at(e, why.file, why.line, why.col);
            buf_free(&said);
        }
        return -1;
    }
    const Value *text = text_of(&result);
    if (!text || text->type != VAL_TEXT) {
        err_set(e, SEN6017, "%s" ARG "%s", o->id, "render phải trả về một chuỗi văn bản" ERR_BOTH "render must return a text");
        return err_at(e, lo->place.file, lo->place.line, 0);
    }
    buf_str(out, text->u.text);
    tell(&result, "note", SEN6026, o, job, f);
    tell(&result, "warning", SEN6027, o, job, f);
    return 0;
}

static void end_output(void *self)
{
    LuaOutput *lo = self;
    arena_free(lo->arena);
}

static void end_script(void *self) { script_free(self); }

/* --- registering --- */

static int register_one(Script *s, size_t i, const Value *spec, Registry *r, const char *plugin, const char *version, Err *e)
{
    Arena *a = registry_arena(r);
    const Value *render = field(spec, "render");
    const char *wants = text_field(spec, "wants", a);
    if (!render || render->type != VAL_FUNCTION)
        return err_set(e, SEN6015, "%s" ARG "render", plugin[0] ? plugin : "sen.output");
    LuaOutput *lo = arena_alloc(a, sizeof *lo);
    *lo = (LuaOutput){.script = s, .render = *render, .arena = arena_new()};
    script_registered_place(s, "output", i, &lo->place);
    registry_at_end(r, end_output, lo);
    Output o = {.id = text_field(spec, "id", a), .title = text_field(spec, "title", a), .suffix = text_field(spec, "suffix", a),
                .mime = text_field(spec, "mime", a), .wants = WANTS_DOC, .wall = PLUGIN_SEALED, .plugin = plugin,
                .version = version, .kind = "lua", .render = call_render, .self = lo};
    if (!o.mime) o.mime = "text/plain; charset=utf-8";
    if (wants && !strcmp(wants, "model")) o.wants = WANTS_MODEL;
    else if (wants && !strcmp(wants, "either")) o.wants = WANTS_EITHER;
    else if (wants && strcmp(wants, "doc")) return err_set(e, SEN6015, "%s" ARG "wants", plugin[0] ? plugin : "sen.output");
    return registry_add_output(r, &o, e);
}

int lua_output_register(Script *s, Registry *r, const char *plugin, const char *version, Err *e)
{
    Arena *a = arena_new();
    int rc = 0;
    for (size_t i = 0; rc == 0; i++) {
        Value spec = script_registered(s, "output", i, a);
        if (spec.type != VAL_MAP) break;
        rc = register_one(s, i, &spec, r, plugin, version, e);
        if (rc) script_registered_place(s, "output", i, e);
    }
    arena_free(a);
    return rc;
}

static int first_error(const Findings *f, Err *e)
{
    for (size_t i = 0; i < f->n; i++) {
        if (f->v[i].severity != SEV_ERROR) continue;
        Buf said = {0};
        err_message(f->v[i].code, LANG_VI, f->v[i].arg, ERR_ARGS, &said);
        err_set(e, SEN6016, "%s" ARG "%s", f->v[i].file ? f->v[i].file : "", buf_text(&said));
        err_at(e, f->v[i].file, f->v[i].line, f->v[i].col);
        buf_free(&said);
        return -1;
    }
    return 0;
}

int lua_output_load(void *ctx, Registry *r, PluginInfo *info, const LoadFile *files, size_t n, Err *e)
{
    (void)ctx;
    ScriptSetup setup = {.today = DATE_NONE};
    Script *s = script_new(&setup, e);
    if (!s) return -1;
    registry_at_end(r, end_script, s);
    Statements none;
    Findings f;
    findings_init(&f, registry_arena(r));
    statements_init(&none, registry_arena(r));
    int rc = 0;
    for (size_t i = 0; rc == 0 && i < n; i++) {
        ScriptFile file = {.name = files[i].name, .bytes = files[i].bytes.p, .n = files[i].bytes.n};
        rc = script_declare(s, &file, &none, &f);
    }
    if (first_error(&f, e) != 0) rc = -1;
    findings_free(&f);
    statements_free(&none);
    if (rc != 0) return -1;
    Value first = script_registered(s, "output", 0, registry_arena(r));
    if (first.type != VAL_MAP) return err_set(e, SEN6015, "%s" ARG "sen.output", info->name);
    info->version = text_field(&first, "version", registry_arena(r));
    info->license = text_field(&first, "license", registry_arena(r));
    info->summary = text_field(&first, "title", registry_arena(r));
    return lua_output_register(s, r, info->name, info->version ? info->version : "", e);
}
