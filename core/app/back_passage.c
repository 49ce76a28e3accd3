/* back_passage.c - passages of the unit's own copy of a template: changed, taken out, put in, moved. What stands in a loop is
 * changed for the one thing alone, by a condition around it. Must not write files. */
#include "core/app/back_take.h"
#include "core/base/text.h"
#include "core/model/align.h"
#include <stdlib.h>
#include <string.h>

#define ALIKE 0.6

static Arena *arena(const BackTake *t) { return t->s->c->arena; }

/* --- where --- */

static const char *row_text(const BackTake *t, const SourceBlock *b)
{
    Buf out = {0};
    const Source *s = &t->src;
    for (size_t i = 0; i < s->n_blocks; i++) {
        const SourceBlock *x = &s->block[i];
        if (x->kind != 2 || x->table != b->table || x->row != b->row) continue;
        if (out.n) buf_puts(&out, " | ");
        for (size_t k = 0; k < x->text.n; k++) {
            char c = x->text.p[k];
            buf_putc(&out, c == '|' ? '/' : c == '\n' ? ' ' : c);
        }
    }
    const char *r = arena_text(arena(t), buf_text(&out), out.n);
    buf_free(&out);
    return r;
}

/* Does the block's file have that place as the unit's copy? NULL = any. */
static int in_place(const BackTake *t, const SourceBlock *b, const char *place)
{
    const SourceFile *f = back_file(&t->src, b->file);
    const char *content = place ? strstr(place, "/content/") : NULL;
    return f && (!content || !strcmp(content + 9, f->name));
}

/* The thing the change is about alone, as its note says; "" = no loop. */
static const char *only_for(const BackTake *t)
{
    static const char *const words[] = {"chỉ riêng ", "only for "};
    const char *note = t->p->note ? t->p->note : "";
    for (int k = 0; k < 2; k++) {
        const char *at = strstr(note, words[k]);
        if (at) return arena_text(arena(t), at + strlen(words[k]), strcspn(at + strlen(words[k]), "\n"));
    }
    return "";
}

/* The block that says `text`, nearest to the line; else the likeliest. */
static const SourceBlock *find(const BackTake *t, const char *place, const char *text, int line)
{
    const SourceBlock *best = NULL;
    const char *only = only_for(t);
    double most = 0;
    for (size_t i = 0; i < t->src.n_blocks; i++) {
        const SourceBlock *b = &t->src.block[i];
        const char *says = arena_text(arena(t), b->text.p, b->text.n);
        if (!in_place(t, b, place) || (*only && strcmp(only, b->origin))) continue;
        if (b->kind == 2 && b->column == 1 && strstr(text, " | ")) says = row_text(t, b);
        double like = !strcmp(says, text) ? 3 : align_likeness(says, text);
        if (like < ALIKE) continue;
        like += line > 0 ? 1.0 / (1 + abs(b->line - line)) : 0;
        if (like > most) most = like, best = b;
    }
    return best;
}

/* The unit's copy of the block's template, as changed so far. */
static Buf *copy_of(BackTake *t, const SourceBlock *b, Err *e)
{
    const SourceFile *f = back_file(&t->src, b->file);
    if (!f) {
        back_not_there(t, t->p->address, e);
        return NULL;
    }
    return edits_begin(t->x, arena_print(arena(t), "units/%s/content/%s", t->p->unit, f->name), f->bytes, e);
}

/* Whole lines that read `lines`, nearest to the line; -1 = they are not there. */
static long passage(const Buf *text, Str lines, int line)
{
    long best = -1;
    int at = 1, far = 0;
    for (size_t i = 0; lines.n && i + lines.n <= text->n; at++) {
        const char *p = text->p + i;
        int here = !memcmp(p, lines.p, lines.n) && (p[lines.n] == 0 || p[lines.n] == '\n' || p[lines.n] == '\r');
        if (here && (best < 0 || abs(at - line) < far)) best = (long)i, far = abs(at - line);
        const char *nl = memchr(p, '\n', text->n - i);
        if (!nl) break;
        i = (size_t)(nl - text->p) + 1;
    }
    return best;
}

static void replace(Buf *text, size_t at, size_t n, Str now)
{
    Buf b = {0};
    buf_add(&b, buf_text(text), at);
    buf_str(&b, now);
    buf_add(&b, buf_text(text) + at + n, text->n - at - n);
    buf_free(text);
    *text = b;
}

/* --- conditions --- */

static int is_looped(const SourceBlock *b) { return *b->origin && b->var.n; }

static void put_if(const SourceBlock *b, const char *how, Buf *out)
{
    const char *colon = strchr(b->origin, ':');
    buf_printf(out, "{%% if %.*s.path %s \"%s\" %%}\n", (int)b->var.n, b->var.p, how, colon ? colon + 1 : b->origin);
}

/* --- a changed text --- */

/* "- ", "1. ", "## ", "> " at the head of a line. */
static size_t marker(Str s)
{
    size_t i = 0;
    for (;;) {
        size_t k = i;
        while (k < s.n && s.p[k] == ' ') k++;
        size_t from = k;
        if (k < s.n && strchr("-+*>", s.p[k])) k++;
        else if (k < s.n && s.p[k] == '#') while (k < s.n && s.p[k] == '#') k++;
        else {
            while (k < s.n && s.p[k] >= '0' && s.p[k] <= '9') k++;
            if (k > from && k < s.n && (s.p[k] == '.' || s.p[k] == ')')) k++;
            else k = from;
        }
        if (k == from || k >= s.n || s.p[k] != ' ') return i;
        i = k + 1;
    }
}

/* The whole text anew, when single words cannot be placed: holes give way to what they print. */
static void rewrite_whole(Str lines, const SourceBlock *b, Str text, Buf *out)
{
    if (b->kind == 2) {
        int bar = 0;
        size_t i = 0, from = 0;
        for (; i < lines.n && bar <= b->column; i++) {
            if (lines.p[i] == '\\') i++;
            else if (lines.p[i] == '|' && ++bar == b->column) from = i + 1;
        }
        buf_add(out, lines.p, from);
        buf_putc(out, ' ');
        back_markdown(text, 1, out);
        buf_puts(out, " |");
        if (i < lines.n) buf_add(out, lines.p + i, lines.n - i);
        return;
    }
    size_t n = marker(lines), stars = 0;
    while (n + stars < lines.n && lines.p[n + stars] == '*' && stars < 3) stars++;
    for (size_t i = 0; i < stars; i++) stars = lines.p[lines.n - 1 - i] == '*' ? stars : 0;
    buf_add(out, lines.p, n + stars);
    back_markdown(text, 0, out);
    buf_add(out, "***", stars);
}

static void changed_lines(BackTake *t, Str lines, const SourceBlock *b, const Splices *x, Buf *out)
{
    int parted = 0;
    for (size_t i = 0; i < x->n; i++) parted |= back_part_of(b, &x->v[i]) < 0;
    if (!parted && back_rewrite(lines, b, x, out) == 0) return;
    Buf whole = {0};
    (void)t;
    splice_apply(b->text, x, &whole);
    buf_clear(out);
    rewrite_whole(lines, b, buf_view(&whole), out);
    buf_free(&whole);
}

/* The same lines with their box as a tick has just left it. */
static Str other_box(const BackTake *t, Str lines)
{
    size_t at = 0, n;
    int box = 0;
    if (!(n = back_find_box(lines, &at, &box)) || lines.p[at] != '[') return lines;
    char *copy = arena_text(arena(t), lines.p, lines.n);
    copy[at + 1] = box == 2 ? ' ' : 'x';
    return (Str){copy, lines.n};
}

int back_take_text(BackTake *t, Err *e)
{
    const StoreProposal *p = t->p;
    int line = p->field ? atoi(p->field) : 0;
    const SourceBlock *b = find(t, p->address, p->mine ? p->mine : "", line);
    Buf *text = b ? copy_of(t, b, e) : NULL, now = {0}, put = {0};
    if (!text) return b ? -1 : back_not_there(t, p->address, e);
    Str lines = back_lines(&t->src, b);
    Splices x = splice_onto(str_of(p->base ? p->base : ""), str_of(p->theirs ? p->theirs : ""), b->text, arena(t));
    long at = passage(text, lines, b->line);
    if (at < 0) at = passage(text, lines = other_box(t, lines), b->line);
    if (at < 0) return back_not_there(t, p->address, e);
    changed_lines(t, lines, b, &x, &now);
    if (is_looped(b)) {
        put_if(b, "==", &put);
        buf_printf(&put, "%s\n{%% else %%}\n", buf_text(&now));
        buf_str(&put, lines);
        buf_puts(&put, "\n{% end %}");
    } else {
        buf_str(&put, buf_view(&now));
    }
    replace(text, (size_t)at, lines.n, buf_view(&put));
    buf_free(&now);
    buf_free(&put);
    return 0;
}

const SourceBlock *back_find_block(const BackTake *t)
{
    const StoreProposal *p = t->p;
    return find(t, p->address, p->mine ? p->mine : "", p->field ? atoi(p->field) : 0);
}

int back_write_lines(BackTake *t, const SourceBlock *b, Str now, Err *e)
{
    Buf *text = copy_of(t, b, e);
    Str lines = back_lines(&t->src, b);
    long at = text ? passage(text, lines, b->line) : -1;
    if (at < 0) return text ? back_not_there(t, t->p->address, e) : -1;
    replace(text, (size_t)at, lines.n, now);
    return 0;
}

/* --- taken out --- */

/* The lines and their end; of two blank lines that then meet one goes. */
static void cut(Buf *text, size_t at, size_t n)
{
    size_t end = at + n;
    while (end < text->n && text->p[end] != '\n') end++;
    if (end < text->n) end++;
    int blank = at >= 2 ? text->p[at - 1] == '\n' && text->p[at - 2] == '\n' : at <= 1;
    if (blank && end < text->n && text->p[end] == '\n') end++;
    replace(text, at, end - at, (Str){"", 0});
}

int back_take_deleted(BackTake *t, Err *e)
{
    const StoreProposal *p = t->p;
    if (strncmp(p->address, "units/", 6)) return back_write_remove(t, p->address, e);
    const SourceBlock *b = find(t, p->address, p->mine ? p->mine : "", p->field ? atoi(p->field) : 0);
    Buf *text = b ? copy_of(t, b, e) : NULL, put = {0};
    if (!text) return b ? -1 : back_not_there(t, p->address, e);
    SourceBlock own = back_is_whole_table(p) ? back_whole_table(t, b) : *b;
    Str lines = back_lines(&t->src, &own);
    long at = passage(text, lines, b->line);
    if (at < 0) return back_not_there(t, p->address, e);
    if (!is_looped(b)) {
        cut(text, (size_t)at, lines.n);
        return 0;
    }
    put_if(b, "~=", &put);
    buf_str(&put, lines);
    buf_puts(&put, "\n{% end %}");
    replace(text, (size_t)at, lines.n, buf_view(&put));
    buf_free(&put);
    return 0;
}

/* --- put in --- */

/* The first of the texts named in the note that stands in the document; *before 1 = it goes before it. */
static const SourceBlock *anchor(const BackTake *t, const char *place, int *before)
{
    static const struct { const char *word; int before; } words[] = {{"sau: ", 0}, {"after: ", 0}, {"trước: ", 1},
                                                                     {"before: ", 1}};
    const char *p = t->p->note ? t->p->note : "";
    int line = t->p->field ? atoi(t->p->field) : 0;
    for (; *p; p += strcspn(p, "\n"), p += *p == '\n')
        for (size_t k = 0; k < 4; k++) {
            size_t n = strlen(words[k].word);
            if (strncmp(p, words[k].word, n)) continue;
            const SourceBlock *b = find(t, place, arena_text(arena(t), p + n, strcspn(p + n, "\n")), line);
            *before = words[k].before;
            if (b) return b;
        }
    return NULL;
}

/* "a | b | c" -> its cells. */
static size_t cells_of(const BackTake *t, const char *text, const char **cell, size_t most)
{
    size_t n = 0;
    while (n < most) {
        const char *bar = strstr(text, " | ");
        size_t k = bar ? (size_t)(bar - text) : strlen(text);
        cell[n++] = arena_text(arena(t), text, k);
        if (!bar) break;
        text = bar + 3;
    }
    return n;
}

static void put_row(const BackTake *t, const char *text, Buf *out)
{
    const char *cell[64];
    size_t n = cells_of(t, text, cell, 64);
    buf_puts(out, "|");
    for (size_t i = 0; i < n; i++) {
        buf_putc(out, ' ');
        back_markdown(str_of(cell[i]), 1, out);
        buf_puts(out, " |");
    }
}

/* A new paragraph is no list, heading or rule because of its first sign. */
static void put_plain(const char *text, Buf *out)
{
    size_t n = strspn(text, "0123456789");
    if (n && (text[n] == '.' || text[n] == ')')) {
        buf_add(out, text, n);
        buf_putc(out, '\\');
        text += n;
    } else if (strchr("-+#=", *text)) buf_putc(out, '\\');
    back_markdown(str_of(text), 0, out);
}

static void new_lines(const BackTake *t, const SourceBlock *b, Str lines, const char *text, Buf *out)
{
    int box = back_take_box(&text);
    if (b->kind == 2) put_row(t, text, out);
    else if (b->in_list) {
        size_t n = marker(lines);
        buf_add(out, lines.p, n);
        if (lines.n > n + 3 && lines.p[n] == '[' && lines.p[n + 2] == ']') buf_puts(out, box == 2 ? "[x] " : "[ ] ");
        else if (box) buf_puts(out, box == 2 ? "☑ " : "☐ ");
        back_markdown(str_of(text), 0, out);
    } else put_plain(back_with_box(arena(t), box, text), out);
}

/* "task/" and the title as an id nobody has yet. */
static const char *new_path(const BackTake *t, const char *origin, const char *slash, const char *title)
{
    int n = (int)(slash - origin - 5);
    const char *task = origin + 5;
    Buf id = {0};
    text_slug(title, strlen(title), &id);
    if (id.n > 40) id.p[id.n = 40] = 0;
    while (id.n && id.p[id.n - 1] == '-') id.p[--id.n] = 0;
    if (!id.n) buf_puts(&id, "viec-moi");
    const char *path = arena_print(arena(t), "%.*s/%s", n, task, buf_text(&id));
    for (int i = 2; model_find(t->m, KIND_ITEM, path) && i < 100; i++)
        path = arena_print(arena(t), "%.*s/%s-%d", n, task, buf_text(&id), i);
    buf_free(&id);
    return path;
}

/* As an item of the same task, when that is what the row or line prints. 1 = written, 0 = it is none. */
static int add_item(BackTake *t, const SourceBlock *b, int before, Err *e)
{
    const char *cell[64], *fields[8], *title = NULL, *slash = strchr(b->origin, '/'), *line = t->p->theirs;
    int box = back_take_box(&line);
    size_t n = cells_of(t, line, cell, 64), n_fields = 0;
    if (strncmp(b->origin, "item:", 5) || !slash) return 0;
    for (size_t i = 0; i < t->src.n_blocks; i++) {
        const SourceBlock *x = &t->src.block[i];
        int row = x == b || (b->kind == 2 && x->kind == 2 && x->table == b->table && x->row == b->row);
        for (size_t k = 0; row && k < x->n_parts; k++) {
            const SourcePart *p = &x->part[k];
            const char *field = NULL, *text = line;
            if (b->kind == 2) text = x->column >= 1 && (size_t)x->column <= n ? cell[x->column - 1] : "";
            FieldWay way = str_is(p->address, b->origin) ? back_way(p, &field) : WAY_NONE;
            if (!way || !field || !*text) continue;
            if (!strcmp(field, "title")) title = text;
            else if (b->kind == 2 && x->n_parts == 1 && n_fields < 6) {
                const char *value = back_value(t->s, t->m, way, NULL, field, (Str){"", 0}, str_of(text));
                if (value) fields[n_fields++] = arena_print(arena(t), "%s=%s", field, value);
            }
        }
    }
    if (!title) return 0;
    const char *path = new_path(t, b->origin, slash, title);
    if (!before) fields[n_fields++] = arena_print(arena(t), "after=%s", slash + 1);
    if (box == 2) edits_tick(t->x, (Tick){.row = {.unit = arena_copy(arena(t), t->p->unit), .item = path, .on = t->s->c->date,
                                                  .times = 1, .by = session_who(t->s->c)}, .title = title, .needed = 1});
    return back_write_item(t, path, title, fields, n_fields, e) ? -1 : 1;
}

/* Puts `lines` behind (or before) the passage: items and rows on the next line, paragraphs with a blank line between. */
static void put_beside(Buf *text, size_t at, size_t n, int tight, int before, Str lines)
{
    Buf b = {0};
    const char *gap = tight ? "\n" : "\n\n";
    if (before) {
        buf_str(&b, lines);
        buf_puts(&b, gap);
        replace(text, at, 0, buf_view(&b));
    } else {
        size_t end = at + n;
        int open = !tight && end + 1 < text->n && text->p[end] == '\n' && text->p[end + 1] != '\n';
        buf_puts(&b, gap);
        buf_str(&b, lines);
        if (open) buf_putc(&b, '\n');
        replace(text, end, 0, buf_view(&b));
    }
    buf_free(&b);
}

int back_take_added(BackTake *t, Err *e)
{
    int before = 0, table = back_is_whole_table(t->p);
    const SourceBlock *b = anchor(t, t->p->address, &before);
    if (!b || !t->p->theirs) return back_not_there(t, t->p->address, e);
    int item = table ? 0 : add_item(t, b, before, e);
    if (item) return item < 0 ? -1 : 0;
    Buf *text = copy_of(t, b, e), put = {0};
    if (!text) return -1;
    Str lines = back_lines(&t->src, b);
    long at = passage(text, lines, b->line);
    if (at < 0) return back_not_there(t, t->p->address, e);
    if (is_looped(b)) put_if(b, "==", &put);
    if (table) back_put_table(t->p->theirs, &put);
    else new_lines(t, b, lines, t->p->theirs, &put);
    if (is_looped(b)) buf_puts(&put, "\n{% end %}");
    put_beside(text, (size_t)at, lines.n, !table && (b->kind == 2 || b->in_list), before, buf_view(&put));
    buf_free(&put);
    return 0;
}

/* --- moved --- */

static int move_thing(BackTake *t, const SourceBlock *b, int before, Err *e)
{
    const char *stroke = strchr(b->origin, '/'), *colon = strchr(b->origin, ':');
    const char *to = stroke ? stroke + 1 : colon ? colon + 1 : "";
    if (before || strncmp(b->origin, t->p->address, 4)) return back_not_there(t, t->p->address, e);
    return back_write_edit(t, t->p->address, "after", to, e);
}

int back_take_moved(BackTake *t, Err *e)
{
    int before = 0, thing = strncmp(t->p->address, "units/", 6) != 0;
    const SourceBlock *to = anchor(t, thing ? NULL : t->p->address, &before);
    if (!to) return back_not_there(t, t->p->address, e);
    if (thing) return move_thing(t, to, before, e);
    const SourceBlock *b = find(t, t->p->address, t->p->mine ? t->p->mine : "", t->p->field ? atoi(t->p->field) : 0);
    Buf *text = b ? copy_of(t, b, e) : NULL;
    if (!text) return b ? -1 : back_not_there(t, t->p->address, e);
    SourceBlock own = back_is_whole_table(t->p) ? back_whole_table(t, b) : *b;
    Str lines = back_lines(&t->src, &own), at_lines = back_lines(&t->src, to);
    long from = passage(text, lines, b->line);
    if (from < 0 || is_looped(to)) return back_not_there(t, t->p->address, e);
    cut(text, (size_t)from, lines.n);
    long at = passage(text, at_lines, to->line);
    if (at < 0) return back_not_there(t, t->p->address, e);
    put_beside(text, (size_t)at, at_lines.n, own.last == b->last && (b->kind == 2 || (b->in_list && to->in_list)), before, lines);
    return 0;
}

/* --- the head of a template --- */

int back_take_vars(BackTake *t, Err *e)
{
    const StoreProposal *p = t->p;
    const SourceFile *f = NULL;
    const char *name = strstr(p->address, "/content/");
    Buf b = {0}, line = {0};
    for (size_t i = 0; name && i < t->src.n_files; i++)
        if (!strcmp(t->src.file[i].name, name + 9)) f = &t->src.file[i];
    Buf *text = f && p->field && p->theirs ? edits_begin(t->x, p->address, f->bytes, e) : NULL;
    if (!text) return e->code ? -1 : back_not_there(t, p->address, e);
    const char *head = buf_text(text), *end = strncmp(head, "---", 3) ? NULL : strstr(head + 3, "\n---");
    if (!end) return back_not_there(t, p->address, e);
    buf_printf(&b, "\n%s:", p->field);
    const char *at = strstr(head, buf_text(&b));
    buf_printf(&line, "%s%s: \"", at && at < end ? "" : "", p->field);
    for (const char *c = p->theirs; *c; c++) {
        if (*c == '"' || *c == '\\') buf_putc(&line, '\\');
        buf_putc(&line, *c == '\n' ? ' ' : *c);
    }
    buf_putc(&line, '"');
    if (at && at < end) replace(text, (size_t)(at - head) + 1, strcspn(at + 1, "\n"), buf_view(&line));
    else {
        buf_putc(&line, '\n');
        replace(text, (size_t)(end - head) + 1, 0, buf_view(&line));
    }
    buf_free(&b);
    buf_free(&line);
    return 0;
}
