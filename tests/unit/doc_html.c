/* doc_html.c - tests only: prints a document tree as the examples of the CommonMark and GFM texts do; never an output. */
#include "tests/unit/doc_html.h"
#include <stdio.h>
#include <string.h>

static void cr(Buf *b)
{
    if (b->n && b->p[b->n - 1] != '\n') buf_putc(b, '\n');
}

static void escape(Buf *b, Str s)
{
    for (size_t i = 0; i < s.n; i++) {
        switch (s.p[i]) {
        case '&': buf_puts(b, "&amp;"); break;
        case '<': buf_puts(b, "&lt;"); break;
        case '>': buf_puts(b, "&gt;"); break;
        case '"': buf_puts(b, "&quot;"); break;
        default: buf_putc(b, s.p[i]);
        }
    }
}

static void escape_url(Buf *b, Str s)
{
    for (size_t i = 0; i < s.n; i++) {
        unsigned char c = (unsigned char)s.p[i];
        if (c == '&') buf_puts(b, "&amp;");
        else if (c == '\'') buf_puts(b, "&#x27;");
        else if (c < 0x80 && c && (strchr("-_.+!*(),%#@?=;:/,+$~", c) || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')))
            buf_putc(b, (char)c);
        else buf_printf(b, "%%%02X", c);
    }
}

static int in_tight_list(const DocNode *p)
{
    return p->parent && p->parent->parent && p->parent->parent->kind == DOC_LIST && p->parent->parent->tight;
}

static void open_block(Buf *b, const DocNode *n)
{
    static const char *const aligns[] = {"", " align=\"left\"", " align=\"center\"", " align=\"right\""};
    switch (n->kind) {
    case DOC_QUOTE: cr(b); buf_puts(b, "<blockquote>\n"); break;
    case DOC_LIST:
        cr(b);
        if (!n->ordered) buf_puts(b, "<ul>\n");
        else if (n->start == 1) buf_puts(b, "<ol>\n");
        else buf_printf(b, "<ol start=\"%d\">\n", n->start);
        break;
    case DOC_ITEM:
        cr(b);
        buf_puts(b, "<li>");
        if (n->check && n->parent->tight) buf_printf(b, "<input %sdisabled=\"\" type=\"checkbox\"> ",
                n->check == CHECK_DONE ? "checked=\"\" " : "");
        break;
    case DOC_HEADING: cr(b); buf_printf(b, "<h%d>", n->level); break;
    case DOC_PARAGRAPH:
        if (in_tight_list(n)) break;
        cr(b);
        buf_puts(b, "<p>");
        if (n->parent && n->parent->kind == DOC_ITEM && n->parent->check && n->parent->first == n)
            buf_printf(b, "<input %sdisabled=\"\" type=\"checkbox\"> ", n->parent->check == CHECK_DONE ? "checked=\"\" " : "");
        break;
    case DOC_RULE: cr(b); buf_puts(b, "<hr />\n"); break;
    case DOC_CODE_BLOCK: {
        cr(b);
        buf_puts(b, "<pre><code");
        size_t w = 0;
        while (w < n->info.n && n->info.p[w] != ' ' && n->info.p[w] != '\t') w++;
        if (w) {
            buf_puts(b, " class=\"language-");
            escape(b, (Str){n->info.p, w});
            buf_putc(b, '"');
        }
        buf_putc(b, '>');
        escape(b, n->text);
        buf_puts(b, "</code></pre>\n");
        break;
    }
    case DOC_HTML_BLOCK: cr(b); buf_str(b, n->text); cr(b); break;
    case DOC_TABLE: cr(b); buf_puts(b, "<table>\n"); break;
    case DOC_ROW: cr(b); buf_puts(b, n->header ? "<thead>\n<tr>" : n->prev && n->prev->header ? "<tbody>\n<tr>" : "<tr>"); break;
    case DOC_CELL: cr(b); buf_printf(b, n->parent->header ? "<th%s>" : "<td%s>", aligns[n->align]); break;
    case DOC_DIV:
        cr(b);
        buf_puts(b, "<div class=\"");
        escape(b, n->text);
        buf_puts(b, "\">\n");
        break;
    case DOC_FOOTNOTE: cr(b); buf_printf(b, "<note %d>\n", n->start); break;
    case DOC_CONTROL: cr(b); buf_printf(b, "{%%%u%%}\n", n->hole); break;
    default: break;
    }
}

static void close_block(Buf *b, const DocNode *n)
{
    switch (n->kind) {
    case DOC_QUOTE: cr(b); buf_puts(b, "</blockquote>\n"); break;
    case DOC_LIST: buf_puts(b, n->ordered ? "</ol>\n" : "</ul>\n"); break;
    case DOC_ITEM: buf_puts(b, "</li>\n"); break;
    case DOC_HEADING: buf_printf(b, "</h%d>\n", n->level); break;
    case DOC_PARAGRAPH: if (!in_tight_list(n)) buf_puts(b, "</p>\n"); break;
    case DOC_TABLE: if (n->last && !n->last->header) buf_puts(b, "</tbody>\n"); buf_puts(b, "</table>\n"); break;
    case DOC_ROW: cr(b); buf_puts(b, n->header ? "</tr>\n</thead>\n" : "</tr>\n"); break;
    case DOC_CELL: buf_puts(b, n->parent->header ? "</th>\n" : "</td>\n"); break;
    case DOC_DIV: cr(b); buf_puts(b, "</div>\n"); break;
    case DOC_FOOTNOTE: cr(b); buf_puts(b, "</note>\n"); break;
    default: break;
    }
}

static void title(Buf *b, Str s)
{
    if (!s.n) return;
    buf_puts(b, " title=\"");
    escape(b, s);
    buf_putc(b, '"');
}

static void inline_node(Buf *b, const DocNode *n, int in)
{
    switch (n->kind) {
    case DOC_TEXT: if (in) escape(b, n->text); break;
    case DOC_SOFT_BREAK: if (in) buf_putc(b, '\n'); break;
    case DOC_BREAK: if (in) buf_puts(b, "<br />\n"); break;
    case DOC_CODE: if (in) { buf_puts(b, "<code>"); escape(b, n->text); buf_puts(b, "</code>"); } break;
    case DOC_HTML: if (in) buf_str(b, n->text); break;
    case DOC_EMPH: buf_puts(b, in ? "<em>" : "</em>"); break;
    case DOC_STRONG: buf_puts(b, in ? "<strong>" : "</strong>"); break;
    case DOC_STRIKE: buf_puts(b, in ? "<del>" : "</del>"); break;
    case DOC_LINK:
        if (!in) {
            buf_puts(b, "</a>");
            break;
        }
        buf_puts(b, "<a href=\"");
        escape_url(b, n->url);
        buf_putc(b, '"');
        title(b, n->title);
        buf_putc(b, '>');
        break;
    case DOC_NOTE_REF: if (in) buf_printf(b, "<ref %d>", n->start); break;
    case DOC_HOLE: if (in) buf_printf(b, "{{%u}}", n->hole); break;
    default: break;
    }
}

static void image(Buf *b, const DocNode *n)
{
    buf_puts(b, "<img src=\"");
    escape_url(b, n->url);
    buf_puts(b, "\" alt=\"");
    for (DocWalk w = {n, NULL, 0}; doc_walk_next(&w);) {
        if (!w.entering) continue;
        if (w.node->kind == DOC_TEXT || w.node->kind == DOC_CODE) escape(b, w.node->text);
        else if (w.node->kind == DOC_SOFT_BREAK || w.node->kind == DOC_BREAK) buf_putc(b, ' ');
    }
    buf_putc(b, '"');
    title(b, n->title);
    buf_puts(b, " />");
}

void doc_html(const DocNode *root, Buf *b)
{
    const DocNode *skip = NULL;
    for (DocWalk w = {root, NULL, 0}; doc_walk_next(&w);) {
        const DocNode *n = w.node;
        if (skip) {
            if (n == skip && !w.entering) skip = NULL;
        } else if (n->kind == DOC_IMAGE) {
            image(b, n);
            skip = n;
        } else if (!doc_is_block(n->kind)) {
            inline_node(b, n, w.entering);
        } else if (w.entering) {
            open_block(b, n);
        } else {
            close_block(b, n);
        }
    }
}

const char *doc_html_of(const char *markdown, size_t n, const DocOptions *o, Buf *out)
{
    Arena *a = arena_new();
    Err e = {0};
    Doc *d = doc_parse((Str){markdown, n}, o, a, NULL, &e);
    if (d) doc_html(d->root, out);
    else buf_printf(out, "!SEN%d line %d", (int)e.code, e.line);
    arena_free(a);
    return buf_text(out);
}

void doc_shape(const DocNode *root, Buf *b)
{
    for (DocWalk w = {root, NULL, 0}; doc_walk_next(&w);) {
        const DocNode *n = w.node;
        if (!w.entering) {
            if (n->first) buf_putc(b, ')');
            continue;
        }
        if (b->n && b->p[b->n - 1] != '(') buf_putc(b, ' ');
        buf_puts(b, doc_kind_name(n->kind));
        if (n->kind == DOC_HEADING) buf_printf(b, "%d", n->level);
        if (n->kind == DOC_LIST) buf_printf(b, "%c%s", n->mark, n->tight ? "" : "-loose");
        if (n->kind == DOC_ITEM && n->check) buf_puts(b, n->check == CHECK_DONE ? "-done" : "-open");
        if (n->kind == DOC_CONTROL || n->kind == DOC_HOLE) buf_printf(b, "%u", n->hole);
        if (n->text.n) buf_printf(b, "'%.*s'", (int)n->text.n, n->text.p);
        if (n->url.n) buf_printf(b, "<%.*s>", (int)n->url.n, n->url.p);
        if (n->first) buf_putc(b, '(');
    }
}
