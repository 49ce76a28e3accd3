/* markdown_write.c - a tree as canonical Markdown; parsing it gives the same tree. Raw HTML is left out, as in every output. */
#include <string.h>
#include "core/base/text.h"
#include "core/doc/doc.h"

typedef struct Writer {
    Buf *out;
    Buf prefix;                    /* what every line begins with: marks and indents of the open containers */
    int fresh;                     /* 1 = the line so far is only marks: the next block goes on in it */
    int line_start;                /* 1 = the next text stands at the start of a line of a paragraph */
    int one_line;                  /* 1 = in a heading or cell: no line breaks */
    int cell;                      /* 1 = in a cell: "|" is escaped everywhere */
} Writer;

static void put(Writer *w, const char *s)
{
    buf_puts(w->out, s);
    w->line_start = 0;
}

static void new_line(Writer *w)
{
    buf_putc(w->out, '\n');
    buf_str(w->out, buf_view(&w->prefix));
}

static void blank_line(Writer *w)
{
    size_t n = w->prefix.n;
    while (n && w->prefix.p[n - 1] == ' ') n--;
    buf_putc(w->out, '\n');
    buf_add(w->out, buf_text(&w->prefix), n);
}

static int is_html(const DocNode *n) { return n->kind == DOC_HTML_BLOCK || n->kind == DOC_HTML; }

static const DocNode *shown_before(const DocNode *n)
{
    for (n = n->prev; n && is_html(n); n = n->prev) {}
    return n;
}

static int in_tight(const DocNode *n)
{
    const DocNode *up = n->parent;
    if (up && up->kind == DOC_ITEM) up = up->parent;
    return up && up->kind == DOC_LIST && up->tight;
}

/* Would the line of n be taken for more of the block before it? */
static int flows_together(const DocNode *before, const DocNode *n)
{
    int open = before->kind == DOC_PARAGRAPH || before->kind == DOC_QUOTE || before->kind == DOC_LIST || before->kind == DOC_TABLE
        || before->kind == DOC_FOOTNOTE;
    return open && (n->kind == DOC_PARAGRAPH || n->kind == DOC_TABLE || (n->kind == DOC_QUOTE && before->kind == DOC_QUOTE));
}

static void begin(Writer *w, const DocNode *n)
{
    /* the first item of a list stands where the list stands, the first row where the table does */
    if ((n->kind == DOC_ITEM || n->kind == DOC_ROW) && !n->prev) n = n->parent;
    const DocNode *before = shown_before(n);
    if (w->fresh || !w->out->n) {
        w->fresh = 0;
        return;
    }
    int close = in_tight(n) && (n->kind == DOC_ITEM || !before || !flows_together(before, n));
    if (n->kind == DOC_ROW || n->kind == DOC_CONTROL || (before && before->kind == DOC_CONTROL)) close = 1;
    if (n->parent && n->parent->kind == DOC_DIV && !before) close = 1;
    if (before && before->kind == DOC_FOOTNOTE && n->kind == DOC_FOOTNOTE) close = 1;
    if (!close) blank_line(w);
    new_line(w);
}

/* --- text --- */

static int is_punctuation(char c) { return c && strchr("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", c) != NULL; }
static int is_word(char c)
{
    return (unsigned char)c >= 0x80 || (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

static int needs_escape(const Writer *w, Str s, size_t i, char last)
{
    char c = s.p[i], before = i ? s.p[i - 1] : last, next = i + 1 < s.n ? s.p[i + 1] : 0;
    switch (c) {
    case '*':
    case '`':
    case '[':
    case ']':
    case '~': return 1;
    case '_': return !(is_word(before) && is_word(next));
    case '<': return !next || is_word(next) || next == '/' || next == '!' || next == '?';
    case '&': return next == '#' || is_word(next);
    case '\\': return next <= ' ' ? next != ' ' : is_punctuation(next);
    case '!': return !next;
    case '|': return w->cell || (w->line_start && i == 0);
    case '#': return w->one_line || (w->line_start && i == 0);
    case '{': return w->one_line && next == '#';
    default: return 0;
    }
}

/* At the start of a line: the offset of a character to be escaped so that no block begins there, or -1. */
static long block_start(Str s)
{
    size_t d = 0;
    if (!s.n) return -1;
    if (strchr("+->=:", s.p[0])) return 0;
    while (d < s.n && d < 9 && s.p[d] >= '0' && s.p[d] <= '9') d++;
    return d && d < s.n && (s.p[d] == '.' || s.p[d] == ')') && (d + 1 == s.n || s.p[d + 1] == ' ') ? (long)d : -1;
}

static void write_text(Writer *w, Str s, const DocNode *next)
{
    long first = w->line_start ? block_start(s) : -1;
    size_t at = w->out->n;
    char last = at ? w->out->p[at - 1] : 0;
    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i];
        int ends = i + 1 == s.n && (!next || next->kind == DOC_SOFT_BREAK || next->kind == DOC_BREAK);
        int edge = ends || (i == 0 && w->line_start);
        if (c == '\n' || c == '\t' || (c == ' ' && edge)) {
            buf_printf(w->out, "&#%d;", c);
            continue;
        }
        if ((long)i == first || needs_escape(w, s, i, last)) buf_putc(w->out, '\\');
        buf_putc(w->out, c);
    }
    if (s.n) w->line_start = 0;
}

static size_t longest_run(Str s, char c)
{
    size_t most = 0, n = 0;
    for (size_t i = 0; i < s.n; i++) {
        n = s.p[i] == c ? n + 1 : 0;
        if (n > most) most = n;
    }
    return most;
}

static void repeat(Buf *b, char c, size_t n)
{
    while (n--) buf_putc(b, c);
}

static int has_run(Str s, size_t n)
{
    for (size_t i = 0, run = 0; i <= s.n; i++) {
        if (i < s.n && s.p[i] == '`') run++;
        else if (run == n) return 1;
        else run = 0;
    }
    return 0;
}

static void write_code(Writer *w, Str s)
{
    size_t ticks = 1;
    while (has_run(s, ticks)) ticks++;
    int blank = 1;
    for (size_t i = 0; i < s.n; i++) blank &= s.p[i] == ' ';
    int spaced = s.n && !blank && (s.p[0] == '`' || s.p[s.n - 1] == '`' || (s.p[0] == ' ' && s.p[s.n - 1] == ' '));
    repeat(w->out, '`', ticks);
    if (spaced) buf_putc(w->out, ' ');
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == '|' && w->cell) buf_putc(w->out, '\\');
        buf_putc(w->out, s.p[i] == '\n' ? ' ' : s.p[i]);
    }
    if (spaced) buf_putc(w->out, ' ');
    repeat(w->out, '`', ticks);
    w->line_start = 0;
}

static void escaped(Writer *w, Str s, const char *also)
{
    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i], next = i + 1 < s.n ? s.p[i + 1] : 0;
        int entity = c == '&' && (next == '#' || is_word(next));
        if (c == '\\' || entity || strchr(also, c) || (c == '|' && w->cell)) buf_putc(w->out, '\\');
        buf_putc(w->out, c);
    }
}

static void write_target(Writer *w, const DocNode *n)
{
    int plain = n->url.n > 0 && n->url.p[0] != '<';
    for (size_t i = 0; i < n->url.n; i++) plain &= n->url.p[i] != ' ' && n->url.p[i] != '(' && n->url.p[i] != ')';
    buf_puts(w->out, plain ? "](" : "](<");
    escaped(w, n->url, plain ? "" : "<>");
    if (!plain) buf_putc(w->out, '>');
    if (n->title.n) {
        buf_puts(w->out, " \"");
        escaped(w, n->title, "\"");
        buf_putc(w->out, '"');
    }
    buf_putc(w->out, ')');
}

static void write_break(Writer *w, const DocNode *n)
{
    if (w->one_line) {
        buf_putc(w->out, ' ');
        return;
    }
    if (n->kind == DOC_BREAK) buf_putc(w->out, '\\');
    new_line(w);
    w->line_start = 1;
}

static void write_hole(Writer *w, uint32_t hole)
{
    char c[4];
    buf_add(w->out, c, text_encode(DOC_HOLE_FIRST + hole, c));
    w->line_start = 0;
}

static const char *emphasis(const DocNode *n)
{
    return n->parent && n->parent->kind == DOC_EMPH ? "_" : "*";
}

static void write_inline(Writer *w, const DocNode *n, int entering)
{
    switch (n->kind) {
    case DOC_EMPH: put(w, emphasis(n)); return;
    case DOC_STRONG: put(w, "**"); return;
    case DOC_STRIKE: put(w, "~~"); return;
    case DOC_LINK:
    case DOC_IMAGE:
        if (entering) put(w, n->kind == DOC_LINK ? "[" : "![");
        else write_target(w, n);
        return;
    default: break;
    }
    if (!entering) return;
    if (n->kind == DOC_TEXT) write_text(w, n->text, n->next);
    else if (n->kind == DOC_CODE) write_code(w, n->text);
    else if (n->kind == DOC_SOFT_BREAK || n->kind == DOC_BREAK) write_break(w, n);
    else if (n->kind == DOC_HOLE) write_hole(w, n->hole);
    else if (n->kind == DOC_NOTE_REF) {
        put(w, "[^");
        buf_str(w->out, n->text);
        put(w, "]");
    }
}

/* --- blocks --- */

/* The mark of an item. A list beside another of its kind takes another mark, or both would become one. */
static void item_mark(const DocNode *item, Buf *b)
{
    const DocNode *list = item->parent, *before = shown_before(list);
    char mark = list->mark ? list->mark : list->ordered ? '.' : '-';
    int index = 0;
    if (before && before->kind == DOC_LIST && before->ordered == list->ordered && before->mark == list->mark)
        mark = list->ordered ? (mark == '.' ? ')' : '.') : (mark == '-' ? '*' : '-');
    if (list->ordered) {
        for (const DocNode *x = item->prev; x; x = x->prev) index += x->kind == DOC_ITEM;
        buf_printf(b, "%d", item->start ? item->start : list->start + index);
    }
    buf_putc(b, mark);
    buf_putc(b, ' ');
}

static void open_item(Writer *w, const DocNode *n)
{
    Buf mark = {0};
    item_mark(n, &mark);
    buf_str(w->out, buf_view(&mark));
    repeat(&w->prefix, ' ', mark.n);
    buf_free(&mark);
    if (n->check) buf_puts(w->out, n->check == CHECK_DONE ? "[x] " : "[ ] ");
    w->fresh = 1;
}

static void close_item(Writer *w, const DocNode *n)
{
    Buf mark = {0};
    item_mark(n, &mark);
    w->prefix.n -= mark.n;
    buf_free(&mark);
    while (w->fresh && w->out->n && w->out->p[w->out->n - 1] == ' ') w->out->n--;
    w->fresh = 0;
}

static void write_code_block(Writer *w, const DocNode *n)
{
    char c = memchr(n->info.p, '`', n->info.n) ? '~' : '`';
    size_t fence = longest_run(n->text, c) + 1;
    if (fence < 3) fence = 3;
    repeat(w->out, c, fence);
    escaped(w, n->info, "");
    for (const char *p = n->text.p, *end = p + n->text.n; p < end;) {
        const char *nl = memchr(p, '\n', (size_t)(end - p));
        if (!nl) nl = end;
        if (nl == p) blank_line(w);
        else new_line(w);
        buf_add(w->out, p, (size_t)(nl - p));
        p = nl < end ? nl + 1 : end;
    }
    new_line(w);
    repeat(w->out, c, fence);
}

static void close_row(Writer *w, const DocNode *row)
{
    static const char *const marks[] = {" --- |", " :-- |", " :-: |", " --: |"};
    put(w, " |");
    if (!row->header) return;
    new_line(w);
    put(w, "|");
    for (const DocNode *c = row->first; c; c = c->next) put(w, marks[c->align & 3]);
}

static void open_div(Writer *w, const DocNode *n)
{
    int words = n->info.n || memchr(n->text.p, ' ', n->text.n) || !n->text.n;
    put(w, "::: ");
    if (!words) buf_str(w->out, n->text);
    else {
        buf_putc(w->out, '{');
        for (size_t i = 0; i < n->text.n; i++) {
            if (i == 0) buf_putc(w->out, '.');
            buf_putc(w->out, n->text.p[i]);
            if (n->text.p[i] == ' ') buf_putc(w->out, '.');
        }
        if (n->info.n) buf_printf(w->out, "%s#%.*s", n->text.n ? " " : "", (int)n->info.n, n->info.p);
        buf_putc(w->out, '}');
    }
    if (n->title.n) buf_printf(w->out, " %.*s", (int)n->title.n, n->title.p);
}

/* A heading of several lines can only be written with an underline. */
static int is_underlined(const DocNode *n)
{
    if (n->level > 2) return 0;
    for (DocWalk w = {n, NULL, 0}; doc_walk_next(&w);)
        if (w.node->kind == DOC_SOFT_BREAK || w.node->kind == DOC_BREAK) return 1;
    return 0;
}

static void open_block(Writer *w, const DocNode *n)
{
    if (n->kind == DOC_ROOT || n->kind == DOC_LIST || n->kind == DOC_TABLE) return;
    if (n->kind != DOC_CELL) begin(w, n);
    w->line_start = 0;
    switch (n->kind) {
    case DOC_HEADING:
        w->line_start = is_underlined(n);
        if (w->line_start) break;
        repeat(w->out, '#', n->level ? n->level : 1);
        if (n->first) buf_putc(w->out, ' ');
        w->one_line = 1;
        break;
    case DOC_PARAGRAPH: w->line_start = 1; break;
    case DOC_QUOTE:
        put(w, "> ");
        buf_puts(&w->prefix, "> ");
        w->fresh = 1;
        break;
    case DOC_ITEM: open_item(w, n); break;
    case DOC_CODE_BLOCK: write_code_block(w, n); break;
    case DOC_RULE: put(w, n->parent && n->parent->kind == DOC_ITEM ? "___" : "---"); break;
    case DOC_ROW: put(w, "|"); break;
    case DOC_CELL:
        put(w, n->prev ? " | " : " ");
        w->one_line = w->cell = 1;
        break;
    case DOC_DIV: open_div(w, n); break;
    case DOC_FOOTNOTE:
        buf_printf(w->out, "[^%.*s]: ", (int)n->text.n, n->text.p);
        w->fresh = 1;
        break;
    case DOC_CONTROL: write_hole(w, n->hole); break;
    default: break;
    }
}

static void close_block(Writer *w, const DocNode *n)
{
    switch (n->kind) {
    case DOC_HEADING:
        if (n->info.n) buf_printf(w->out, " {#%.*s}", (int)n->info.n, n->info.p);
        w->one_line = 0;
        if (!is_underlined(n)) break;
        new_line(w);
        buf_puts(w->out, n->level == 1 ? "===" : "---");
        break;
    case DOC_QUOTE:
        w->prefix.n -= 2;
        if (w->fresh && w->out->n && w->out->p[w->out->n - 1] == ' ') w->out->n--;
        w->fresh = 0;
        break;
    case DOC_ITEM: close_item(w, n); break;
    case DOC_ROW: close_row(w, n); break;
    case DOC_CELL: w->one_line = w->cell = 0; break;
    case DOC_DIV:
        new_line(w);
        put(w, ":::");
        break;
    case DOC_FOOTNOTE: w->fresh = 0; break;
    default: break;
    }
    w->line_start = 0;
}

void doc_to_markdown(const Doc *d, Buf *out)
{
    Writer w = {.out = out};
    for (DocWalk walk = {d->root, NULL, 0}; doc_walk_next(&walk);) {
        const DocNode *n = walk.node;
        if (is_html(n)) continue;
        if (!doc_is_block(n->kind)) write_inline(&w, n, walk.entering);
        else if (walk.entering) open_block(&w, n);
        else close_block(&w, n);
    }
    if (out->n) buf_putc(out, '\n');
    buf_free(&w.prefix);
}
