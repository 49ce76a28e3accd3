/* lua_doc.c - DocNode -> object values, made when a script asks for them; raw HTML is never among them. */
#include "core/script/lua_doc.h"
#include <string.h>
#include "core/plug/prose.h"

typedef struct NodeRef {
    const DocNode *node;
    const Doc *doc;                    /* of the root only, else NULL */
    const char *id;
    Arena *arena;
    const Value *children;             /* made once */
    uint32_t n_children;
    int ready;
} NodeRef;

static const ObjectType node_type, doc_type;

static const char *const doc_fields[] = {"children", "head", "kind", "plain", "prose", "sign", "speech", "title"};
static const char *const node_fields[] = {"align", "check", "children", "classes", "header", "id", "kind", "language", "level",
                                          "line", "number", "ordered", "origin", "plain", "text", "title", "url"};

static int is_hidden(const DocNode *n)
{
    return n->kind == DOC_HTML || n->kind == DOC_HTML_BLOCK || n->kind == DOC_HOLE || n->kind == DOC_CONTROL;
}

static Value children_of(NodeRef *r)
{
    if (!r->ready) {
        uint32_t n = 0;
        for (const DocNode *c = r->node->first; c; c = c->next) n += !is_hidden(c);
        Value *list = arena_alloc(r->arena, n * sizeof *list);
        NodeRef *refs = arena_alloc(r->arena, n * sizeof *refs);
        uint32_t i = 0;
        for (const DocNode *c = r->node->first; c; c = c->next) {
            if (is_hidden(c)) continue;
            refs[i] = (NodeRef){.node = c, .id = r->id, .arena = r->arena};
            list[i] = (Value){.type = VAL_OBJECT, .u.self = &refs[i], .x.type = &node_type};
            i++;
        }
        r->children = list;
        r->n_children = n;
        r->ready = 1;
    }
    return (Value){.type = VAL_LIST, .count = r->n_children, .u.list = r->children};
}

static Value kept(NodeRef *r, Buf *b)
{
    Value v = value_text((Str){arena_text(r->arena, buf_text(b), b->n), b->n});
    buf_free(b);
    return v;
}

static Value text_or_none(Str s) { return s.n ? value_text(s) : value_none(); }

static Value plain_of(NodeRef *r)
{
    Buf b = {0};
    doc_plain_text(r->node, &b);
    return kept(r, &b);
}

static int get_common(NodeRef *r, Str field, Value *out)
{
    if (str_is(field, "children")) *out = children_of(r);
    else if (str_is(field, "kind")) *out = value_text(str_of(doc_kind_name(r->node->kind)));
    else if (str_is(field, "plain")) *out = plain_of(r);
    else return 0;
    return 1;
}

static int get_node(const void *self, Str field, Value *out)
{
    static const char *const checks[] = {NULL, "open", "done"}, *const aligns[] = {NULL, "left", "center", "right"};
    NodeRef *r = (NodeRef *)(size_t)self;
    const DocNode *n = r->node;
    int literal = n->kind == DOC_TEXT || n->kind == DOC_CODE || n->kind == DOC_CODE_BLOCK;
    if (get_common(r, field, out)) return 1;
    if (str_is(field, "text")) *out = literal ? value_text(n->text) : value_none();
    else if (str_is(field, "level")) *out = n->kind == DOC_HEADING ? value_int(n->level) : value_none();
    else if (str_is(field, "ordered")) *out = value_bool(n->kind == DOC_LIST && n->ordered);
    else if (str_is(field, "number")) *out = n->start ? value_int(n->start) : value_none();
    else if (str_is(field, "header")) *out = value_bool(n->kind == DOC_ROW && n->header);
    else if (str_is(field, "check")) *out = n->check < 3 ? text_or_none(str_of(checks[n->check])) : value_none();
    else if (str_is(field, "align")) *out = n->align < 4 ? text_or_none(str_of(aligns[n->align])) : value_none();
    else if (str_is(field, "url")) *out = n->kind == DOC_LINK && !doc_url_allowed(n->url) ? value_none() : text_or_none(n->url);
    else if (str_is(field, "title")) *out = text_or_none(n->title);
    else if (str_is(field, "classes")) *out = n->kind == DOC_DIV ? value_text(n->text) : value_none();
    else if (str_is(field, "id")) *out = n->kind == DOC_CODE_BLOCK ? value_none() : text_or_none(n->info);
    else if (str_is(field, "language")) *out = n->kind == DOC_CODE_BLOCK ? text_or_none(n->info) : value_none();
    else if (str_is(field, "origin")) *out = text_or_none(str_of(n->origin));
    else if (str_is(field, "line")) *out = n->line ? value_int(n->line) : value_none();
    else return 0;
    return 1;
}

static int get_doc(const void *self, Str field, Value *out)
{
    NodeRef *r = (NodeRef *)(size_t)self;
    Buf b = {0};
    if (get_common(r, field, out)) return 1;
    if (str_is(field, "prose")) prose_write(r->doc, r->id, PROSE_TEXT, &b);
    else if (str_is(field, "speech")) prose_write(r->doc, r->id, PROSE_SPEECH, &b);
    else if (str_is(field, "head")) prose_write_div(r->doc, r->id, "head", &b);
    else if (str_is(field, "sign")) prose_write_div(r->doc, r->id, "sign", &b);
    else if (str_is(field, "title")) prose_title(r->doc, &b);
    else return 0;
    *out = kept(r, &b);
    return 1;
}

static const char *const *list_doc(const void *self, size_t *n)
{
    (void)self;
    *n = sizeof doc_fields / sizeof *doc_fields;
    return doc_fields;
}

static const char *const *list_node(const void *self, size_t *n)
{
    (void)self;
    *n = sizeof node_fields / sizeof *node_fields;
    return node_fields;
}

static Str text_of(const void *self)
{
    NodeRef *r = (NodeRef *)(size_t)self;
    return plain_of(r).u.text;
}

static const ObjectType node_type = {.name = "node", .get = get_node, .fields = list_node, .text = text_of};
static const ObjectType doc_type = {.name = "document", .get = get_doc, .fields = list_doc, .text = text_of};

Value lua_doc_value(const Doc *doc, const char *id, Arena *a)
{
    NodeRef *r = arena_alloc(a, sizeof *r);
    *r = (NodeRef){.node = doc->root, .doc = doc, .id = id, .arena = a};
    return (Value){.type = VAL_OBJECT, .u.self = r, .x.type = &doc_type};
}

const DocNode *lua_doc_node(const Value *v)
{
    if (v->type != VAL_OBJECT || (v->x.type != &node_type && v->x.type != &doc_type)) return NULL;
    return ((const NodeRef *)v->u.self)->node;
}
