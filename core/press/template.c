/* template.c - bytes -> template: front matter, holes, expressions, the document tree, once. Fills nothing. */
#include "core/press/template_tree.h"
#include "core/base/text.h"
#include "core/press/front.h"
#include <stdlib.h>
#include <string.h>

enum { TEMPLATE_MOST = 1024 * 1024 };

/* UTF-8 in NFC, lines ended by LF, no BOM. */
static int clean(Str bytes, const char *shown, Buf *out, Err *e)
{
    size_t bad;
    if (bytes.n > TEMPLATE_MOST) return err_set(e, SEN1004, "%s" ARG "%zu" ARG "%d", shown, bytes.n, TEMPLATE_MOST);
    if (bytes.n >= 3 && memcmp(bytes.p, "\xEF\xBB\xBF", 3) == 0) bytes.p += 3, bytes.n -= 3;
    if (bytes.n && memchr(bytes.p, 0, bytes.n)) return err_set(e, SEN1009, "%s", shown);
    if (!text_valid(bytes.p, bytes.n, &bad)) return err_set(e, SEN1007, "%s" ARG "%zu", shown, bad);
    if (text_nfc(bytes.p, bytes.n, out)) return err_set(e, SEN1007, "%s" ARG "0", shown);
    size_t k = 0;
    for (size_t i = 0; i < out->n; i++)
        if (out->p[i] != '\r') out->p[k++] = out->p[i];
        else if (i + 1 >= out->n || out->p[i + 1] != '\n') out->p[k++] = '\n';
    if (out->p) out->p[k] = 0;
    out->n = k;
    return 0;
}

enum { MISTAKES_MOST = 50 };

/* The first mistake goes to e, the others to the advice. */
static int parse_expressions(Template *t, Err *e)
{
    int bad = 0;
    for (uint32_t i = 0; i < t->holes.n; i++) {
        Hole *h = &t->holes.v[i];
        if (h->kind != HOLE_VALUE && h->kind != HOLE_FOR && h->kind != HOLE_IF && h->kind != HOLE_ELSEIF) continue;
        if (!h->text.n) continue;                          /* the lexer said why */
        Err one = {0};
        h->expr = expr_parse(h->text, t->shown, h->line, h->text_col, t->arena, &one);
        if (h->expr && h->kind != HOLE_VALUE && expr_wants_markdown(h->expr)) {
            err_set(&one, SEN4128, "%s", "markdown");
            err_at(&one, t->shown, h->line, h->col);
        }
        if (!one.code) continue;
        if (!e->code) *e = one;
        else if (bad < MISTAKES_MOST) findings_add_err(&t->advice, &one);
        bad++;
    }
    return bad ? -1 : 0;
}

static int misplaced(const Template *t, const Hole *h, Err *e)
{
    err_set(e, SEN4155, "%.*s", (int)(h->text.n ? (h->text.n < 80 ? h->text.n : text_cut(h->text.p, 80)) : h->word.n),
            h->text.n ? h->text.p : h->word.p ? h->word.p : "");
    return err_at(e, t->shown, h->line, h->col);
}

/* The holes of a literal: values only, unless `none` may stand there at all. */
static int scan_literal(Template *t, Str s, int none, Err *e)
{
    for (size_t i = 0; i + 4 <= s.n; i++) {
        long k = (unsigned char)s.p[i] == 0xF3 ? hole_at(s.p + i, s.n - i) : -1;
        if (k < 0 || (uint32_t)k >= t->holes.n) continue;
        Hole *h = &t->holes.v[k];
        h->seen = 1;
        if (none || (h->kind != HOLE_VALUE && h->kind != HOLE_NOTHING) || (h->expr && expr_wants_markdown(h->expr)))
            return misplaced(t, h, e);
    }
    return 0;
}

static int scan_node(Template *t, DocNode *n, Err *e)
{
    if (n->kind == DOC_HOLE || n->kind == DOC_CONTROL) {
        if (n->hole >= t->holes.n) return err_set(e, SEN9999, "%s", "hole");
        Hole *h = &t->holes.v[n->hole];
        h->seen = 1;
        if (h->kind != HOLE_VALUE) h->at = n;
        return 0;
    }
    if (n->kind == DOC_FOOTNOTE || n->kind == DOC_NOTE_REF) t->has_notes = 1;
    int html = n->kind == DOC_HTML || n->kind == DOC_HTML_BLOCK;
    int name = html || n->kind == DOC_DIV || n->kind == DOC_FOOTNOTE || n->kind == DOC_NOTE_REF;
    if (scan_literal(t, n->text, name, e) || scan_literal(t, n->info, 1, e)) return -1;
    return scan_literal(t, n->url, 0, e) || scan_literal(t, n->title, 0, e) ? -1 : 0;
}

/* Every hole stands somewhere; branches and ends are siblings of what they belong to. */
static int scan_tree(Template *t, Err *e)
{
    DocWalk w = {.root = t->doc->root};
    while (doc_walk_next(&w))
        if (w.entering && scan_node(t, (DocNode *)w.node, e)) return -1;
    for (uint32_t i = 0; i < t->holes.n; i++) {
        Hole *h = &t->holes.v[i];
        if (!h->seen) return misplaced(t, h, e);
        if (h->kind < HOLE_FOR || h->kind > HOLE_ELSE) continue;
        const Hole *next = &t->holes.v[h->pair];
        if (h->at && next->at && h->at->parent == next->at->parent) continue;
        err_set(e, SEN4154, "%.*s" ARG "%d", (int)next->word.n, next->word.p, h->line);
        return err_at(e, t->shown, next->line, next->col);
    }
    return 0;
}

static int has_holes(const Value *v)
{
    if (v->type == VAL_TEXT) return v->u.text.n > 3 && memmem(v->u.text.p, v->u.text.n, "{{", 2) != NULL;
    for (uint32_t i = 0; i < v->count; i++) {
        if (v->type == VAL_LIST && has_holes(&v->u.list[i])) return 1;
        if (v->type == VAL_MAP && has_holes(v->u.map[i].value)) return 1;
    }
    return 0;
}

static int parse(Template *t, Str bytes, Err *e)
{
    Buf text = {0}, md = {0};
    Str yaml, body, copy;
    int line, rc = -1;
    if (clean(bytes, t->shown, &text, e)) goto out;
    copy = (Str){arena_text(t->arena, buf_text(&text), text.n), text.n};
    if (front_split(copy, t->shown, &yaml, &body, &line, e)) goto out;
    if (front_read(yaml, t->shown, t->arena, &t->vars, e)) goto out;
    t->vars_live = has_holes(&t->vars);
    int bad = hole_lex(body, t->shown, line, t->arena, &md, &t->holes, &t->advice, e);
    if (!bad) bad = hole_match(&t->holes, t->shown, e);
    if (parse_expressions(t, e) || bad) goto out;
    DocOptions o = {.file = t->shown, .first_line = line, .holes = t->holes.n, .control = t->holes.control};
    t->doc = doc_parse(buf_view(&md), &o, t->arena, &t->advice, e);
    if (!t->doc) goto out;
    rc = scan_tree(t, e);
    if (rc == 0) doc_filter(t->doc, &t->advice, t->shown);  /* what a value may add is looked at when it is filled */
out:
    buf_free(&text);
    buf_free(&md);
    return rc;
}

static void give_advice(const Template *t, Findings *f)
{
    for (size_t i = 0; f && i < t->advice.n; i++) findings_copy(f, &t->advice.v[i]);
}

Template *template_parse(Str bytes, const char *shown, Findings *f, Err *e)
{
    Template *t = mem_alloc(sizeof *t);
    t->arena = arena_new();
    t->shown = arena_copy(t->arena, shown ? shown : "");
    findings_init(&t->advice, t->arena);
    int bad = parse(t, bytes, e);
    give_advice(t, f);
    if (!bad) return t;
    err_at(e, t->shown, 0, 0);
    template_free(t);
    return NULL;
}

void template_free(Template *t)
{
    if (!t) return;
    findings_free(&t->advice);
    arena_free(t->arena);
    free(t);
}

Template *template_of(ContentFile *file, Findings *f, Err *e)
{
    if (file->parsed) {
        give_advice(file->parsed, f);
        return file->parsed;
    }
    if (!file->bad.code) {
        file->parsed = template_parse(file->bytes, file->shown, f, &file->bad);
        file->drop = template_free;
        if (!file->parsed && !e->code) *e = file->bad;
        return file->parsed;
    }
    if (file->parsed) give_advice(file->parsed, f);
    if (!file->parsed && !e->code) *e = file->bad;
    return file->parsed;
}

ContentFile *template_find_include(const Template *t, const Hole *h, const Content *content, Err *e)
{
    ContentFile *file = content_find(content, h->text);
    if (file) return file;
    const char *near = content ? content_nearest(content, h->text) : NULL;
    err_set(e, near ? SEN4161 : SEN4160, "%.*s" ARG "%s", (int)(h->text.n < 200 ? h->text.n : 200), h->text.p, near ? near : "");
    err_at(e, t->shown, h->line, h->col);
    return NULL;
}
