/* convert.c - libcmark's tree becomes ours: kinds, lines of the source, tables put together; knows no output. */
#include <stdlib.h>
#include <string.h>
#include "core/doc/reading.h"

/* A literal of libcmark with its shielded characters back, in the arena. */
static Str literal_of(Reading *r, const char *s, int as_text)
{
    Str in = str_of(s);
    if (!in.n) return in;
    if (!raw_has_shield(in)) return (Str){arena_text(r->arena, in.p, in.n), in.n};
    buf_clear(&r->tmp);
    raw_unshield(&r->lines, in, as_text, &r->tmp);
    return (Str){arena_text(r->arena, buf_text(&r->tmp), r->tmp.n), r->tmp.n};
}

static long line_index(const Reading *r, int line) { return (long)line - 1 - 2 * (long)r->input_cells; }

static void set_lines(const Reading *r, DocNode *d, cmark_node *n)
{
    long first = line_index(r, cmark_node_get_start_line(n)), last = line_index(r, cmark_node_get_end_line(n));
    if (first < 0 || (size_t)first >= r->lines.n) return;
    if (last < 0 || (size_t)last >= r->lines.n) last = (long)r->lines.n - 1;
    if (cmark_node_get_type(n) == CMARK_NODE_HTML_BLOCK) {
        last = first - 1;
        for (const char *p = cmark_node_get_literal(n); *p; p++) last += *p == '\n';
    }
    if (cmark_node_get_type(n) == CMARK_NODE_HEADING) last = (long)raw_lines_underline(&r->lines, (size_t)first, (size_t)last);
    if (last < first) last = first;
    while (last > first && raw_line_blank(r->lines.v[last].text)) last--;
    d->line = r->lines.v[first].line;
    d->last_line = r->lines.v[last].line;
}

/* The list marker at the start of an item: its character and, when ordered, its number. */
static void item_mark(const Reading *r, DocNode *item, cmark_node *n)
{
    long i = line_index(r, cmark_node_get_start_line(n));
    if (i < 0 || (size_t)i >= r->lines.n) return;
    Str text = r->lines.v[i].text;
    size_t at = (size_t)cmark_node_get_start_column(n) - 1;
    if (at >= text.n) return;
    const char *p = text.p + at, *end = text.p + text.n;
    int number = 0;
    while (p < end && *p >= '0' && *p <= '9' && number < 100000000) number = number * 10 + (*p++ - '0');
    item->start = number;
    item->mark = p < end ? *p : '-';
}

static DocNode *table_new(Reading *r, const PipeTable *t)
{
    DocNode *table = doc_node(r->arena, DOC_TABLE);
    for (size_t i = 0; i < t->rows; i++) {
        const PipeRow *row = &r->tables.rows[t->first_row + i];
        DocNode *tr = doc_node(r->arena, DOC_ROW);
        tr->header = i == 0;
        tr->line = row->line;
        tr->last_line = i == 0 ? t->delimiter_line : row->line;
        doc_append(table, tr);
        for (uint32_t c = 0; c < t->columns; c++) {
            DocNode *cell = c < row->cells ? r->cells[row->first_cell + c] : NULL;
            if (!cell) cell = doc_node(r->arena, DOC_CELL);
            cell->align = t->align[c];
            cell->line = cell->last_line = row->line;
            doc_append(tr, cell);
        }
    }
    table->line = table->first->line;
    table->last_line = table->last->last_line;
    return table;
}

static void add_html_block(Reading *r, DocNode *parent, cmark_node *n)
{
    int number = 0;
    const char *literal = cmark_node_get_literal(n);
    char shield = raw_shield_of(str_of(literal), &number);
    if (shield == 'S' || (shield == 'R' && parent->last && parent->last->kind == DOC_TABLE)) return;
    const RawLine *raw = shield && number >= 0 && (size_t)number < r->lines.n ? &r->lines.v[number] : NULL;
    if (shield == 'T' && raw && (size_t)raw->table < r->tables.n) {           /* the number is that of its first line */
        doc_append(parent, table_new(r, &r->tables.v[raw->table]));
        return;
    }
    DocNode *d = doc_node(r->arena, shield == 'D' ? DOC_DIV : shield ? DOC_PARAGRAPH : DOC_HTML_BLOCK);
    set_lines(r, d, n);
    Str text = literal_of(r, literal, 0);
    if (d->kind == DOC_PARAGRAPH) {            /* a row that lost its table: its text stays */
        doc_append(d, doc_node(r->arena, DOC_TEXT));
        while (text.n && text.p[text.n - 1] == '\n') text.n--;
        d->first->text = text;
    } else {
        d->text = text;
    }
    if (shield == 'D' && raw) d->level = 1;        /* a fence, not yet paired */
    doc_append(parent, d);
}

static void add_inline_html(Reading *r, DocNode *parent, const char *literal)
{
    int number;
    char shield = raw_shield_of(str_of(literal), &number);
    DocNode *d = doc_node(r->arena, shield ? DOC_TEXT : DOC_HTML);
    d->text = literal_of(r, literal, 0);
    doc_append(parent, d);
}

static void add_break(Reading *r, DocNode *parent, DocKind kind)
{
    const DocNode *last = parent->last;
    if (last && last->kind == DOC_HOLE && r->kept[last->hole]) return;
    doc_append(parent, doc_node(r->arena, kind));
}

static void add_leaf(Reading *r, DocNode *parent, cmark_node *n)
{
    DocNode *d;
    switch (cmark_node_get_type(n)) {
    case CMARK_NODE_TEXT: inline_text_add(r, parent, str_of(cmark_node_get_literal(n))); return;
    case CMARK_NODE_SOFTBREAK: add_break(r, parent, DOC_SOFT_BREAK); return;
    case CMARK_NODE_LINEBREAK: add_break(r, parent, DOC_BREAK); return;
    case CMARK_NODE_HTML_INLINE: add_inline_html(r, parent, cmark_node_get_literal(n)); return;
    case CMARK_NODE_HTML_BLOCK: add_html_block(r, parent, n); return;
    case CMARK_NODE_CODE:
        d = doc_node(r->arena, DOC_CODE);
        d->text = literal_of(r, cmark_node_get_literal(n), 0);
        break;
    case CMARK_NODE_CODE_BLOCK:
        d = doc_node(r->arena, DOC_CODE_BLOCK);
        d->text = literal_of(r, cmark_node_get_literal(n), 0);
        d->info = literal_of(r, cmark_node_get_fence_info(n), 1);
        set_lines(r, d, n);
        break;
    case CMARK_NODE_THEMATIC_BREAK:
        d = doc_node(r->arena, DOC_RULE);
        set_lines(r, d, n);
        break;
    default: return;
    }
    doc_append(parent, d);
}

static DocKind kind_of(cmark_node_type t)
{
    switch (t) {
    case CMARK_NODE_DOCUMENT: return DOC_ROOT;
    case CMARK_NODE_BLOCK_QUOTE: return DOC_QUOTE;
    case CMARK_NODE_LIST: return DOC_LIST;
    case CMARK_NODE_ITEM: return DOC_ITEM;
    case CMARK_NODE_PARAGRAPH: return DOC_PARAGRAPH;
    case CMARK_NODE_HEADING: return DOC_HEADING;
    case CMARK_NODE_EMPH: return DOC_EMPH;
    case CMARK_NODE_STRONG: return DOC_STRONG;
    case CMARK_NODE_LINK: return DOC_LINK;
    case CMARK_NODE_IMAGE: return DOC_IMAGE;
    default: return DOC_KINDS;
    }
}

/* The box "[ ]", "[x]" or "[X]" and a space at the start of a paragraph, in the text as typed. */
static uint8_t task_box(const Reading *r, cmark_node *n)
{
    long i = line_index(r, cmark_node_get_start_line(n));
    if (i < 0 || (size_t)i >= r->lines.n) return CHECK_NONE;
    Str text = r->lines.v[i].text;
    size_t at = (size_t)cmark_node_get_start_column(n) - 1;
    if (at + 5 > text.n || text.p[at] != '[' || text.p[at + 2] != ']') return CHECK_NONE;
    if (text.p[at + 3] != ' ' && text.p[at + 3] != '\t') return CHECK_NONE;
    char box = text.p[at + 1];
    return box == ' ' ? CHECK_OPEN : box == 'x' || box == 'X' ? CHECK_DONE : CHECK_NONE;
}

static DocNode *enter(Reading *r, DocNode *parent, cmark_node *n, size_t *cells)
{
    DocKind kind = kind_of(cmark_node_get_type(n));
    DocNode *d = doc_node(r->arena, kind);
    if (kind == DOC_PARAGRAPH && parent->kind == DOC_ROOT && *cells < r->input_cells) {
        d->kind = DOC_CELL;
        r->cells[(*cells)++] = d;
        d->parent = parent;                    /* not its child: table_new links it */
        return d;
    }
    if (doc_is_block(kind)) set_lines(r, d, n);
    if (kind == DOC_PARAGRAPH && parent->kind == DOC_ITEM && !parent->first) d->check = task_box(r, n);
    if (kind == DOC_HEADING) d->level = (uint8_t)cmark_node_get_heading_level(n);
    if (kind == DOC_LIST) {
        d->ordered = cmark_node_get_list_type(n) == CMARK_ORDERED_LIST;
        d->start = cmark_node_get_list_start(n);
        d->tight = (uint8_t)cmark_node_get_list_tight(n);
    }
    if (kind == DOC_ITEM) {
        item_mark(r, d, n);
        if (!parent->first) parent->mark = d->mark;
        d->ordered = parent->ordered;
    }
    if (kind == DOC_LINK || kind == DOC_IMAGE) {
        const char *url = cmark_node_get_url(n);
        cmark_node *only = cmark_node_first_child(n);
        int literal = only && cmark_node_get_type(only) == CMARK_NODE_TEXT && !strcmp(cmark_node_get_literal(only), url);
        d->url = literal_of(r, url, !literal);
        d->title = literal_of(r, cmark_node_get_title(n), 1);
    }
    if (parent) doc_append(parent, d);
    return d;
}

/* Takes the guard "U+E000 " off a cell. */
static void strip_cell_guard(DocNode *cell)
{
    DocNode *t = cell->first;
    if (!t || t->kind != DOC_TEXT || t->text.n < 3) return;
    size_t n = t->text.n > 3 && t->text.p[3] == ' ' ? 4 : 3;
    t->text.p += n;
    t->text.n -= n;
    if (!t->text.n) doc_unlink(t);
}

static void leave(Reading *r, DocNode *d)
{
    if (d->kind == DOC_PARAGRAPH || d->kind == DOC_HEADING || d->kind == DOC_CELL || !doc_is_block(d->kind)) strike_pair(r, d);
    if (d->kind == DOC_PARAGRAPH && r->f) bold_advise(r, d);
    switch (d->kind) {
    case DOC_CELL: strip_cell_guard(d); break;
    case DOC_PARAGRAPH: footnote_take(r, d); break;
    case DOC_HEADING: heading_anchor_take(d); break;
    case DOC_ITEM: task_mark_take(r, d); /* fall through */
    case DOC_ROOT:
    case DOC_QUOTE: div_pair(r, d); break;
    default: break;
    }
}

DocNode *convert_tree(Reading *r, cmark_node *document)
{
    size_t cells = 0;
    r->cells = arena_alloc(r->scratch, (r->input_cells + 1) * sizeof *r->cells);
    DocNode *root = NULL, *at = NULL;
    cmark_iter *it = cmark_iter_new(document);
    cmark_event_type ev;
    while ((ev = cmark_iter_next(it)) != CMARK_EVENT_DONE) {
        cmark_node *n = cmark_iter_get_node(it);
        if (kind_of(cmark_node_get_type(n)) == DOC_KINDS) {
            if (at) add_leaf(r, at, n);
        } else if (ev == CMARK_EVENT_ENTER) {
            at = enter(r, at, n, &cells);
            if (!root) root = at;
        } else {
            DocNode *up = at->parent;
            leave(r, at);
            at = up;
        }
    }
    return root;
}
