/* json.c - the json output: a document or the model for other programs; UTF-8, keys in a fixed order.
 *
 * Document: {"schema":"sen-doc/1","title":…,"blocks":[{"kind":…,…,"children":[…]}]}.
 * Model: {"schema":"sen-data/1","items":…}; an object inside an object is {"id","title"}: a task
 * names its items and an item its task, without end. */
#include "plugins/common/writer.h"
#include <math.h>
#include <stdio.h>
#include <string.h>

enum { DEPTH = 32 };

typedef struct Json {
    Writer w;
    const SenHost *host;
    SenModel *model;
    char first[512];           /* per depth of the document: 1 = no child written yet */
} Json;

static void put(Json *j, const char *s) { writer_puts(&j->w, s); }

static void put_string(Json *j, SenText t)
{
    size_t from = 0;
    writer_char(&j->w, '"');
    for (size_t i = 0; i < t.n; i++) {
        unsigned char c = (unsigned char)t.p[i];
        if (c >= 0x20 && c != '"' && c != '\\' && c != 0x7F) continue;
        writer_add(&j->w, t.p + from, i - from);
        from = i + 1;
        char esc[8];
        if (c == '"' || c == '\\') snprintf(esc, sizeof esc, "\\%c", c);
        else if (c == '\n') snprintf(esc, sizeof esc, "\\n");
        else if (c == '\t') snprintf(esc, sizeof esc, "\\t");
        else snprintf(esc, sizeof esc, "\\u%04x", c);
        put(j, esc);
    }
    writer_add(&j->w, t.p + from, t.n - from);
    writer_char(&j->w, '"');
}

/* --- the document --- */

static const char *kind_name(uint32_t kind)
{
    static const char *const names[] = {"root", "heading", "paragraph", "quote", "list", "item", "code_block", "rule", "table",
        "row", "cell", "div", "footnote", "text", "soft_break", "break", "code", "emphasis", "strong", "strike", "link", "image",
        "note_ref"};
    return kind < sizeof names / sizeof *names ? names[kind] : "other";
}

static int is_leaf(uint32_t k)
{
    return k == SEN_DOC_CODE_BLOCK || k == SEN_DOC_RULE || (k >= SEN_DOC_TEXT && k <= SEN_DOC_CODE) || k == SEN_DOC_NOTE_REF;
}

static void put_text_field(Json *j, const char *key, SenText t)
{
    if (!t.n) return;
    put(j, ",\"");
    put(j, key);
    put(j, "\":");
    put_string(j, t);
}

static void put_int_field(Json *j, const char *key, long long v)
{
    put(j, ",\"");
    put(j, key);
    put(j, "\":");
    writer_int(&j->w, v);
}

static void put_fields(Json *j, const SenEvent *e)
{
    static const char *const checks[] = {"", "open", "done"}, *const aligns[] = {"", "left", "center", "right"};
    if (e->kind == SEN_DOC_HEADING) put_int_field(j, "level", e->level);
    if (e->kind == SEN_DOC_LIST) put(j, e->ordered ? ",\"ordered\":true" : ",\"ordered\":false");
    if (e->kind == SEN_DOC_LIST && e->tight) put(j, ",\"tight\":true");
    if ((e->kind == SEN_DOC_ITEM && e->ordered) || e->kind == SEN_DOC_FOOTNOTE || e->kind == SEN_DOC_NOTE_REF)
        put_int_field(j, "number", e->start);
    if (e->check && e->check < 3) put_text_field(j, "check", (SenText){checks[e->check], 4});
    if (e->header && e->kind == SEN_DOC_ROW) put(j, ",\"header\":true");
    if (e->align && e->align < 4) put_text_field(j, "align", (SenText){aligns[e->align], strlen(aligns[e->align])});
    put_text_field(j, e->kind == SEN_DOC_DIV ? "classes" : "text", e->text);
    put_text_field(j, "url", e->url);
    put_text_field(j, "title", e->title);
    put_text_field(j, e->kind == SEN_DOC_CODE_BLOCK ? "language" : "id", e->info);
    put_text_field(j, "origin", e->origin);
}

static void put_document(Json *j, SenDoc *doc, const SenOptions *options)
{
    SenEvent e = {.struct_size = sizeof e};
    SenText title = sentext_option(j->host, options, "title");
    put(j, "{\"schema\":\"sen-doc/1\",\"title\":");
    if (title.n) put_string(j, title);
    else put(j, "null");
    put(j, ",\"blocks\":[");
    j->first[0] = 1;
    while (!j->w.failed && j->host->doc_next(doc, &e)) {
        if (e.kind == SEN_DOC_ROOT) continue;
        size_t d = e.depth < sizeof j->first - 1 ? e.depth : sizeof j->first - 1;
        if (!e.entering) {
            put(j, "]}");
            continue;
        }
        if (!j->first[d - 1]) put(j, d == 1 ? ",\n" : ",");
        else if (d == 1) put(j, "\n");
        j->first[d - 1] = 0;
        j->first[d] = 1;
        put(j, "{\"kind\":\"");
        put(j, kind_name(e.kind));
        put(j, "\"");
        put_fields(j, &e);
        put(j, is_leaf(e.kind) ? "}" : ",\"children\":[");
    }
    put(j, "\n]}\n");
}

/* --- the model --- */

static void put_value(Json *j, const SenValue *v, int depth, int objects);

static void put_number(Json *j, double d)
{
    char text[40];
    if (!isfinite(d)) put(j, "null");
    else {
        snprintf(text, sizeof text, "%.15g", d);
        put(j, text);
    }
}

static void put_short_object(Json *j, const SenValue *v)
{
    static const char *const keys[] = {"id", "title"};
    int n = 0;
    put(j, "{");
    for (size_t i = 0; i < 2; i++) {
        SenValue f = {.struct_size = sizeof f};
        if (!j->host->value_field(j->model, v, (SenText){keys[i], strlen(keys[i])}, &f)) continue;
        if (f.type == SEN_VALUE_NONE || f.type == SEN_VALUE_OBJECT) continue;
        put(j, n++ ? ",\"" : "\"");
        put(j, keys[i]);
        put(j, "\":");
        put_value(j, &f, DEPTH, 0);
    }
    put(j, "}");
}

static void put_entries(Json *j, const SenValue *v, int depth, int objects)
{
    SenText key;
    SenValue one = {.struct_size = sizeof one};
    int list = v->type == SEN_VALUE_LIST, inner = v->type == SEN_VALUE_OBJECT ? 0 : objects;
    put(j, list ? "[" : "{");
    for (uint32_t i = 0; !j->w.failed && j->host->value_at(j->model, v, i, &key, &one); i++) {
        if (i) put(j, ",");
        if (depth == 1) put(j, "\n");
        if (!list) {
            put_string(j, key);
            put(j, ":");
        }
        put_value(j, &one, depth + 1, inner);
    }
    put(j, list ? "]" : "}");
}

/* objects: 1 = an object is written with its fields, 0 = by id and title */
static void put_value(Json *j, const SenValue *v, int depth, int objects)
{
    switch (v->type) {
    case SEN_VALUE_BOOL: put(j, v->integer ? "true" : "false"); break;
    case SEN_VALUE_INT: writer_int(&j->w, v->integer); break;
    case SEN_VALUE_NUMBER: put_number(j, v->number); break;
    case SEN_VALUE_TEXT: case SEN_VALUE_DATE: case SEN_VALUE_WORD: put_string(j, v->text); break;
    case SEN_VALUE_OBJECT:
        if (!objects) {
            put_short_object(j, v);
            break;
        }
        put_entries(j, v, depth, objects);
        break;
    case SEN_VALUE_LIST: case SEN_VALUE_MAP:
        if (depth < DEPTH) put_entries(j, v, depth, objects);
        else put(j, "null");
        break;
    default: put(j, "null"); break;
    }
}

static int render(void *state, const SenHost *h, SenDoc *doc, SenModel *model, const SenOptions *options, SenSink *sink,
                  SenErr *err)
{
    (void)state;
    Json j = {.host = h, .model = model};
    writer_start(&j.w, h, sink);
    if (doc) {
        put_document(&j, doc, options);
    } else {
        SenValue root = {.struct_size = sizeof root};
        h->model_root(model, &root);
        put(&j, "{\"schema\":\"sen-data/1\",\"items\":");
        put_value(&j, &root, 1, 1);
        put(&j, "}\n");
    }
    return writer_finish(&j.w) == 0 ? 0 : h->fail(err, SEN_STR("dữ liệu quá lớn"));
}

static const SenOutput json = {
    .struct_size = sizeof json,
    .wants = SEN_WANTS_EITHER,
    .id = SEN_TEXT("json"),
    .title = SEN_TEXT("Dữ liệu cho chương trình khác"),
    .suffix = SEN_TEXT("json"),
    .mime = SEN_TEXT("application/json"),
    .render = render,
};
static const SenOutput *const outputs[] = {&json, NULL};

static const SenPlugin plugin = {
    .struct_size = sizeof plugin,
    .abi_major = SEN_ABI_MAJOR,
    .abi_minor = SEN_ABI_MINOR,
    .wall = SEN_WALL_SEALED,
    .name = SEN_TEXT("json"),
    .version = SEN_TEXT("1.0"),
    .license = SEN_TEXT("MIT"),
    .summary = SEN_TEXT("Văn bản hoặc dữ liệu dạng JSON."),
    .outputs = outputs,
};

const SenPlugin *sen_plugin_v1(void) { return &plugin; }
