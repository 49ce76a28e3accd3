/* front.c - front matter by libyaml's events; keeps no yaml type beyond its own functions. */
#include "core/press/front.h"
#include "core/base/text.h"
#include <string.h>
#include <yaml.h>

static Str line_of(Str s)
{
    const char *nl = s.n ? memchr(s.p, '\n', s.n) : NULL;
    return (Str){s.p, nl ? (size_t)(nl - s.p) : s.n};
}

static int is_mark(Str line)
{
    while (line.n && (line.p[line.n - 1] == ' ' || line.p[line.n - 1] == '\t' || line.p[line.n - 1] == '\r')) line.n--;
    return str_is(line, "---");
}

int front_split(Str src, const char *shown, Str *yaml, Str *body, int *body_line, Err *e)
{
    *yaml = (Str){"", 0};
    *body = src;
    *body_line = 1;
    Str line = line_of(src);
    if (!is_mark(line) || line.n == src.n) return 0;
    size_t from = line.n + 1, at = from;
    for (int n = 2; at < src.n; n++) {
        line = line_of((Str){src.p + at, src.n - at});
        size_t after = at + line.n < src.n ? at + line.n + 1 : src.n;
        if (is_mark(line)) {
            *yaml = (Str){src.p + from, at - from};
            *body = (Str){src.p + after, src.n - after};
            *body_line = n + 1;
            return yaml->n <= FRONT_MOST ? 0 : (err_set(e, SEN4115, "%d", FRONT_MOST), err_at(e, shown, 1, 1));
        }
        at = after;
    }
    err_set(e, SEN4111, "%s", "---");
    return err_at(e, shown, 1, 1);
}

typedef struct Front {
    yaml_parser_t yaml;
    const char *shown;
    Arena *a;
    Err *e;
} Front;

/* Lines of YAML are counted from the mark above it. */
static int fail(Front *x, Code code, size_t line, const char *arg)
{
    err_set(x->e, code, "%s", arg);
    return err_at(x->e, x->shown, (int)line + 2, 0);
}

static int next(Front *x, yaml_event_t *ev)
{
    if (yaml_parser_parse(&x->yaml, ev)) {
        const yaml_char_t *anchor = ev->type == YAML_SCALAR_EVENT          ? ev->data.scalar.anchor
                                    : ev->type == YAML_SEQUENCE_START_EVENT ? ev->data.sequence_start.anchor
                                    : ev->type == YAML_MAPPING_START_EVENT  ? ev->data.mapping_start.anchor
                                                                            : NULL;
        if (ev->type != YAML_ALIAS_EVENT && !anchor) return 0;
        size_t line = ev->start_mark.line;
        yaml_event_delete(ev);
        return fail(x, SEN4112, line, "& *");
    }
    const char *why = x->yaml.problem ? x->yaml.problem : "?";
    return fail(x, SEN4113, x->yaml.problem_mark.line, why);
}

static int read_value(Front *x, yaml_event_t *ev, int depth, Value *out);

static Value scalar(Front *x, const yaml_event_t *ev)
{
    const char *p = (const char *)ev->data.scalar.value;
    size_t n = ev->data.scalar.length;
    if (n == 0 && ev->data.scalar.style == YAML_PLAIN_SCALAR_STYLE) return value_none();
    return value_text((Str){arena_text(x->a, p, n), n});
}

static int read_list(Front *x, int depth, Value *out)
{
    Value *v = NULL;
    uint32_t n = 0, cap = 0;
    for (;;) {
        yaml_event_t ev;
        if (next(x, &ev)) return -1;
        if (ev.type == YAML_SEQUENCE_END_EVENT) {
            yaml_event_delete(&ev);
            *out = (Value){.type = VAL_LIST, .count = n, .u.list = v};
            return 0;
        }
        if (n == cap) {
            Value *more = arena_alloc(x->a, (cap = cap ? cap * 2 : 8) * sizeof *more);
            if (n) memcpy(more, v, n * sizeof *v);
            v = more;
        }
        int bad = read_value(x, &ev, depth, &v[n++]);
        yaml_event_delete(&ev);
        if (bad) return -1;
    }
}

static int read_pair(Front *x, yaml_event_t *key, int depth, const ValuePair *pairs, uint32_t n, ValuePair *out)
{
    size_t line = key->start_mark.line;
    if (key->type != YAML_SCALAR_EVENT) return fail(x, SEN4113, line, "?");
    Value k = scalar(x, key);
    if (k.type == VAL_NONE) return fail(x, SEN4113, line, ":");
    for (uint32_t i = 0; i < n; i++)
        if (str_eq(pairs[i].key, k.u.text)) return fail(x, SEN4114, line, k.u.text.p);
    Value *v = arena_alloc(x->a, sizeof *v);
    yaml_event_t ev;
    if (next(x, &ev)) return -1;
    int bad = read_value(x, &ev, depth, v);
    yaml_event_delete(&ev);
    *out = (ValuePair){k.u.text, v};
    return bad;
}

static int read_map(Front *x, int depth, Value *out)
{
    ValuePair *v = NULL;
    uint32_t n = 0, cap = 0;
    for (;;) {
        yaml_event_t ev;
        if (next(x, &ev)) return -1;
        if (ev.type == YAML_MAPPING_END_EVENT) {
            yaml_event_delete(&ev);
            *out = (Value){.type = VAL_MAP, .count = n, .u.map = v};
            return 0;
        }
        if (n == cap) {
            ValuePair *more = arena_alloc(x->a, (cap = cap ? cap * 2 : 8) * sizeof *more);
            if (n) memcpy(more, v, n * sizeof *v);
            v = more;
        }
        int bad = read_pair(x, &ev, depth, v, n, &v[n]);
        n++;
        yaml_event_delete(&ev);
        if (bad) return -1;
    }
}

static int read_value(Front *x, yaml_event_t *ev, int depth, Value *out)
{
    *out = value_none();
    if (ev->type == YAML_SCALAR_EVENT) {
        *out = scalar(x, ev);
        return 0;
    }
    if (depth >= FRONT_DEPTH) return fail(x, SEN4116, ev->start_mark.line, "8");
    if (ev->type == YAML_SEQUENCE_START_EVENT) return read_list(x, depth + 1, out);
    if (ev->type == YAML_MAPPING_START_EVENT) return read_map(x, depth + 1, out);
    return fail(x, SEN4113, ev->start_mark.line, "?");
}

static int read_document(Front *x, Value *out)
{
    int open = 0;
    for (;;) {
        yaml_event_t ev;
        if (next(x, &ev)) return -1;
        yaml_event_type_t type = ev.type;
        size_t line = ev.start_mark.line;
        int bad = 0;
        if (type == YAML_DOCUMENT_START_EVENT && open++) bad = fail(x, SEN4113, line, "---");
        else if (type == YAML_MAPPING_START_EVENT) bad = read_map(x, 1, out);
        else if (type == YAML_SEQUENCE_START_EVENT || type == YAML_SCALAR_EVENT) {
            if (type != YAML_SCALAR_EVENT || ev.data.scalar.length) bad = fail(x, SEN4117, line, "");
        }
        yaml_event_delete(&ev);
        if (bad) return -1;
        if (type == YAML_STREAM_END_EVENT) return 0;
    }
}

int front_read(Str yaml, const char *shown, Arena *a, Value *out, Err *e)
{
    *out = (Value){.type = VAL_MAP};
    if (yaml.n == 0) return 0;
    Front x = {.shown = shown, .a = a, .e = e};
    if (!yaml_parser_initialize(&x.yaml)) mem_out();
    yaml_parser_set_encoding(&x.yaml, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&x.yaml, (const unsigned char *)yaml.p, yaml.n);
    int rc = read_document(&x, out);
    yaml_parser_delete(&x.yaml);
    return rc;
}
