/* prose.c - lays a document out as plain text; indents by spaces, one line per paragraph. */
#include "core/plug/prose.h"
#include "core/base/text.h"
#include "core/vi/spell.h"
#include <string.h>

enum { DEPTH_MOST = 250, CELLS_MOST = 64 };

typedef struct Prose {
    Buf *out;
    size_t from;                           /* where our text begins in out */
    ProseStyle style;
    const char *id;
    int indent, hang;                      /* hang: the next block goes on in the line of its bullet */
    int notes;                             /* notes were written */
} Prose;

static void blocks(Prose *p, const DocNode *parent, int gap, int depth);

static int at_start(const Prose *p) { return p->out->n == p->from; }

static void new_line(Prose *p)
{
    buf_putc(p->out, '\n');
    for (int i = 0; i < p->indent; i++) buf_putc(p->out, ' ');
}

/* gap 1 = on a new line, 2 = after a blank line */
static void begin(Prose *p, int gap)
{
    if (p->hang) {
        p->hang = 0;
        return;
    }
    if (at_start(p)) {
        for (int i = 0; i < p->indent; i++) buf_putc(p->out, ' ');
        return;
    }
    if (gap > 1) buf_putc(p->out, '\n');
    new_line(p);
}

/* --- inlines --- */

static void link_target(Prose *p, const DocNode *n, size_t from)
{
    Str shown = {p->out->p + from, p->out->n - from};
    Str url = n->url;
    if (p->style == PROSE_SPEECH || !url.n || url.p[0] == '#' || !doc_url_allowed(url)) return;
    if (url.n > 7 && !memcmp(url.p, "mailto:", 7)) url = (Str){url.p + 7, url.n - 7};
    else if (url.n > 4 && !memcmp(url.p, "tel:", 4)) url = (Str){url.p + 4, url.n - 4};
    if (str_eq(shown, url)) return;
    buf_puts(p->out, shown.n ? " (" : "");
    buf_str(p->out, url);
    buf_puts(p->out, shown.n ? ")" : "");
}

static void add_text(Prose *p, Str s)
{
    for (size_t i = 0; i < s.n; i++) buf_putc(p->out, s.p[i] == '\n' || s.p[i] == '\t' ? ' ' : s.p[i]);
}

static void inlines(Prose *p, const DocNode *parent, int depth)
{
    if (depth > DEPTH_MOST) return;
    for (const DocNode *n = parent->first; n; n = n->next) {
        size_t from;
        switch (n->kind) {
        case DOC_TEXT: case DOC_CODE: add_text(p, n->text); break;
        case DOC_SOFT_BREAK: buf_putc(p->out, ' '); break;
        case DOC_BREAK: new_line(p); break;
        case DOC_HTML: case DOC_HOLE: break;
        case DOC_NOTE_REF:
            if (p->style == PROSE_TEXT) buf_printf(p->out, " [%d]", n->start);
            break;
        case DOC_IMAGE:
            if (p->style == PROSE_SPEECH) break;
            buf_puts(p->out, "[Hình: ");
            inlines(p, n, depth + 1);
            buf_putc(p->out, ']');
            break;
        case DOC_LINK:
            from = p->out->n;
            inlines(p, n, depth + 1);
            link_target(p, n, from);
            break;
        default: inlines(p, n, depth + 1);
        }
    }
}

/* In speech every block ends as a sentence. */
static void end_sentence(Prose *p)
{
    if (p->style != PROSE_SPEECH || at_start(p)) return;
    while (p->out->n > p->from && strchr(" ;,", p->out->p[p->out->n - 1])) p->out->n--;
    p->out->p[p->out->n] = 0;
    size_t n = p->out->n;
    if (n == p->from || strchr(".!?:\n", p->out->p[n - 1])) return;
    if (n - p->from >= 3 && !memcmp(p->out->p + n - 3, "…", 3)) return;
    buf_putc(p->out, '.');
}

static void heading(Prose *p, const DocNode *n, int depth)
{
    size_t from = p->out->n;
    inlines(p, n, depth);
    if (n->level != 1 || p->style == PROSE_SPEECH) return;
    Buf upper = {0};
    text_upper(p->out->p + from, p->out->n - from, &upper);
    p->out->n = from;
    buf_str(p->out, buf_view(&upper));
    buf_free(&upper);
}

/* --- lists and tables --- */

static void bullet(Prose *p, const DocNode *list, const DocNode *item, int number)
{
    if (p->style == PROSE_SPEECH) {
        if (!list->ordered) return;
        Buf word = {0};
        spell_ordinal(number, &word);
        Str w = buf_view(&word);
        buf_puts(p->out, w.n && w.p[0] == 't' ? "T" : "");
        if (w.n) buf_add(p->out, w.p + (w.p[0] == 't'), w.n - (w.p[0] == 't'));
        buf_puts(p->out, ": ");
        buf_free(&word);
        return;
    }
    if (list->ordered) buf_printf(p->out, "%d. ", number);
    else if (item->check == CHECK_NONE) buf_puts(p->out, "- ");
    if (item->check != CHECK_NONE) buf_puts(p->out, item->check == CHECK_DONE ? "☑ " : "☐ ");
}

static void list(Prose *p, const DocNode *n, int gap, int depth)
{
    int number = n->start, indent = p->indent;
    for (const DocNode *item = n->first; item; item = item->next) {
        if (item->kind != DOC_ITEM) continue;
        p->indent = indent;
        begin(p, item == n->first ? gap : 1);
        bullet(p, n, item, number++);
        p->indent = p->style == PROSE_SPEECH ? indent : indent + 2;
        p->hang = 1;
        blocks(p, item, 1, depth + 1);
        p->hang = 0;
        end_sentence(p);
    }
    p->indent = indent;
}

static Str cell_text(Prose *p, const DocNode *cell, Buf *hold)
{
    Buf *out = p->out;
    size_t from = p->from;
    buf_clear(hold);
    p->out = hold;
    p->from = 0;
    inlines(p, cell, 0);
    p->out = out;
    p->from = from;
    return buf_view(hold);
}

static int is_counter(Str s)
{
    for (size_t i = 0; i < s.n; i++)
        if ((s.p[i] < '0' || s.p[i] > '9') && s.p[i] != '.') return 0;
    return s.n > 0 && s.n < 6;
}

/* «1. Ban hành kế hoạch; Chủ trì: Hội Phụ nữ; Hạn: 15/11» */
static void row_line(Prose *p, const DocNode *head, const DocNode *row)
{
    Buf hold = {0};
    const DocNode *h = head ? head->first : NULL;
    int shown = 0, counter = 0;
    for (const DocNode *c = row->first; c; c = c->next, h = h ? h->next : NULL) {
        Str text = cell_text(p, c, &hold);
        if (!text.n) continue;
        if (!shown && !counter && c == row->first && is_counter(text)) {
            if (p->style == PROSE_TEXT) {
                while (text.n && text.p[text.n - 1] == '.') text.n--;
                buf_str(p->out, text);
                buf_puts(p->out, ". ");
            }
            counter = 1;
            continue;
        }
        if (!shown && !counter && p->style == PROSE_TEXT) buf_puts(p->out, "- ");
        if (shown) {
            buf_puts(p->out, "; ");
            Buf name = {0};
            Str label = h ? cell_text(p, h, &name) : (Str){"", 0};
            buf_str(p->out, label);
            if (label.n) buf_puts(p->out, ": ");
            buf_free(&name);
            text = cell_text(p, c, &hold);
        }
        buf_str(p->out, text);
        shown++;
    }
    buf_free(&hold);
}

static void table(Prose *p, const DocNode *n, int gap)
{
    const DocNode *head = n->first && n->first->header ? n->first : NULL;
    int first = 1;
    for (const DocNode *row = n->first; row; row = row->next) {
        if (row->kind != DOC_ROW || row == head) continue;
        begin(p, first ? gap : 1);
        row_line(p, head, row);
        end_sentence(p);
        first = 0;
    }
}

/* --- divs, notes, blocks --- */

static int has_class(Str names, const char *one)
{
    size_t n = strlen(one);
    for (size_t i = 0; i + n <= names.n; i++)
        if (!memcmp(names.p + i, one, n) && (i == 0 || names.p[i - 1] == ' ') && (i + n == names.n || names.p[i + n] == ' '))
            return 1;
    return 0;
}

static int is_left_out(const Prose *p, const DocNode *n)
{
    static const char *const channels[] = {"html", "text", "zalo", "facebook", "loudspeaker", "screen", "print"};
    if (has_class(n->text, p->id)) return 0;
    for (size_t i = 0; i < sizeof channels / sizeof *channels; i++)
        if (has_class(n->text, channels[i])) return 1;
    return p->style == PROSE_SPEECH && (has_class(n->text, "head") || has_class(n->text, "sign"));
}

static void code_lines(Prose *p, Str text)
{
    for (size_t i = 0; i < text.n; i++) {
        if (text.p[i] != '\n') buf_putc(p->out, text.p[i]);
        else if (i + 1 < text.n) new_line(p);
    }
}

static void note(Prose *p, const DocNode *n, int depth)
{
    if (p->style == PROSE_SPEECH) return;
    begin(p, p->notes ? 1 : 2);
    p->notes = 1;
    buf_printf(p->out, "[%d] ", n->start);
    p->hang = 1;
    blocks(p, n, 1, depth + 1);
    p->hang = 0;
}

static void block(Prose *p, const DocNode *n, int gap, int depth)
{
    switch (n->kind) {
    case DOC_HEADING:
        begin(p, gap);
        heading(p, n, depth);
        end_sentence(p);
        break;
    case DOC_PARAGRAPH:
        begin(p, gap);
        inlines(p, n, depth);
        end_sentence(p);
        break;
    case DOC_LIST: list(p, n, p->hang ? 1 : gap, depth); break;
    case DOC_TABLE: table(p, n, gap); break;
    case DOC_CODE_BLOCK:
        begin(p, gap);
        code_lines(p, n->text);
        break;
    case DOC_RULE:
        if (p->style == PROSE_SPEECH) break;
        begin(p, gap);
        buf_puts(p->out, "—————");
        break;
    case DOC_FOOTNOTE: note(p, n, depth); break;
    case DOC_DIV:
        if (is_left_out(p, n)) break;
        if (n->title.n) {
            begin(p, gap);
            add_text(p, n->title);
            end_sentence(p);
        }
        blocks(p, n, gap, depth + 1);
        break;
    case DOC_HTML_BLOCK: case DOC_CONTROL: break;
    default: blocks(p, n, gap, depth + 1);
    }
}

static void blocks(Prose *p, const DocNode *parent, int gap, int depth)
{
    if (depth > DEPTH_MOST) return;
    for (const DocNode *n = parent->first; n; n = n->next) block(p, n, gap, depth);
}

static void finish(Prose *p)
{
    while (p->out->n > p->from && strchr(" \n", p->out->p[p->out->n - 1])) p->out->n--;
    if (p->out->n == p->from) return;
    buf_putc(p->out, '\n');
}

void prose_write(const Doc *d, const char *id, ProseStyle style, Buf *out)
{
    buf_puts(out, "");
    Prose p = {.out = out, .from = out->n, .style = style, .id = id};
    blocks(&p, d->root, 2, 0);
    finish(&p);
}

void prose_write_div(const Doc *d, const char *id, const char *class_name, Buf *out)
{
    buf_puts(out, "");
    Prose p = {.out = out, .from = out->n, .style = PROSE_TEXT, .id = id};
    for (const DocNode *n = d->root->first; n; n = n->next)
        if (n->kind == DOC_DIV && has_class(n->text, class_name)) blocks(&p, n, 2, 1);
    finish(&p);
}

void prose_title(const Doc *d, Buf *out)
{
    DocWalk w = {.root = d->root};
    while (doc_walk_next(&w))
        if (w.entering && w.node->kind == DOC_HEADING) {
            doc_plain_text(w.node, out);
            return;
        }
}
