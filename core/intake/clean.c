/* clean.c - the text as lines without marks of Markdown and hidden characters, and what is put aside on the way. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "core/base/text.h"
#include "core/intake/reader.h"

void clean_rest(Reader *r, const char *kind, const char *s, size_t n, int line)
{
    while (n && (s[0] == ' ' || s[0] == '\t')) s++, n--;
    while (n && (s[n - 1] == ' ' || s[n - 1] == '\t')) n--;
    if (!n) return;
    PlanRest *x = plan_add_rest(r->plan);
    x->kind = kind;
    x->text = arena_text(r->arena, s, n);
    x->line = line;
}

void clean_rest_line(Reader *r, const char *kind, const Line *l) { clean_rest(r, kind, l->p, l->n, l->no); }

void clean_repair(Reader *r, int line, const char *kind, const char *before, const char *after)
{
    PlanRepair *x = plan_add_repair(r->plan);
    x->line = line;
    x->kind = kind;
    x->before = arena_copy(r->arena, before);
    x->after = arena_copy(r->arena, after);
}

void clean_note(Reader *r, Code code, int line, const char *id, const char *fmt, ...)
{
    if (!r->notes) return;
    char text[512];
    va_list ap;
    va_start(ap, fmt);
    vsnprintf(text, sizeof text, fmt, ap);
    va_end(ap);
    text[text_cut(text, strlen(text))] = 0;
    findings_add(r->notes, code, r->name, line, 0, id, "%s", text);
}

static int is_hidden(uint32_t c)
{
    return (c < 0x20 && c != '\t') || (c >= 0x7F && c < 0xA0) || c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A &&
        c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF) ||
               (c >= 0xFFF9 && c <= 0xFFFB);
}

static int is_odd_space(uint32_t c)
{
    return c == 0x0B || c == 0x0C || c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
        c == 0x2029 ||
           c == 0x202F || c == 0x205F || c == 0x3000 || (c >= 0x1C && c <= 0x1F);
}

/* Copies one line: odd spaces become spaces, hidden characters and marks of Markdown go aside, Ð becomes Đ. */
static void copy_line(Reader *r, const char *s, size_t n, int no, Buf *out, Buf *marks)
{
    Buf hidden = {0};
    size_t icelandic = 0;
    uint32_t c;
    for (size_t i = 0, k; i < n; i += k) {
        unsigned char b = (unsigned char)s[i];
        if (b >= 0x20 && b < 0x7F) {
            k = 1;
            if (b == '*' && i + 1 < n && s[i + 1] == '*') {
                buf_puts(marks, "**");
                k = 2;
            } else if (b == '\\' && i + 1 < n && strchr("*#.-_+|()[]!>", s[i + 1])) buf_putc(marks, '\\');
            else buf_putc(out, (char)b);
            continue;
        }
        k = text_decode(s + i, n - i, &c);
        if (!k) {
            k = 1;
            continue;
        }
        if (is_odd_space(c)) {
            r->spaces += c == 0xA0 || c > 0x1000;
            buf_putc(out, ' ');
        } else if (is_hidden(c)) {
            r->hidden++;
            buf_add(&hidden, s + i, k);
        } else if (c == 0xD0 || c == 0xF0) {
            icelandic++;
            buf_puts(out, c == 0xD0 ? "Đ" : "đ");
            clean_repair(r, no, "letter", c == 0xD0 ? "Ð" : "ð", c == 0xD0 ? "Đ" : "đ");
        } else buf_add(out, s + i, k);
    }
    if (hidden.n) clean_repair(r, no, "hidden", buf_text(&hidden), "");
    if (icelandic) clean_note(r, SEN2025, no, NULL, "Ð" ARG "%zu", icelandic);
    buf_free(&hidden);
}

static size_t lead_marks(Buf *line, Buf *marks)
{
    size_t i = 0;
    const char *p = buf_text(line);
    while (i < line->n && (p[i] == ' ' || p[i] == '\t')) i++;
    size_t at = i;
    while (i < line->n && p[i] == '#') i++;
    if (i > at && i - at <= 6 && i < line->n && p[i] == ' ') buf_add(marks, p + at, i - at);
    else i = at;
    while (i + 1 < line->n && p[i] == '>' && p[i + 1] == ' ') {
        buf_putc(marks, '>');
        i += 2;
    }
    while (i < line->n && (p[i] == ' ' || p[i] == '\t')) i++;
    /* a whole line in italics: *Căn cứ …* or _Căn cứ …_ */
    if (line->n > i + 2 && (p[i] == '*' || p[i] == '_') && p[i + 1] != ' ' && p[i + 1] != p[i]) {
        size_t end = line->n;
        while (end > i && (p[end - 1] == ' ' || p[end - 1] == '\t')) end--;
        if (end > i + 2 && p[end - 1] == p[i] && !memchr(p + i + 1, p[i], end - i - 2)) {
            buf_putc(marks, p[i]);
            buf_putc(marks, p[i]);
            line->n = end - 1;
            i++;
        }
    }
    return i;
}

/* Only rules, dots, a row of "|---|": no letter and no digit, three marks at least, or a single one that is no bullet. */
static int is_rule(const char *s, size_t n)
{
    size_t marks = 0;
    uint32_t c;
    for (size_t i = 0, k; i < n && (k = text_decode(s + i, n - i, &c)); i += k) {
        if (c == ' ' || c == '\t') continue;
        if (c < 0x80) {
            if (!strchr("-_=*.:|~#+", (int)c)) return 0;
        } else if (!((c >= 0x2010 && c <= 0x2026) || (c >= 0x2500 && c < 0x2600) || c == 0xB7)) {
            return 0;
        }
        marks++;
    }
    return marks > 0;
}

/* What a reader of files said of line `no`. */
static void take_info(const Reader *r, Line *l, int no)
{
    if (!r->info || (size_t)no > r->n_info) return;
    const LineInfo *i = &r->info[no - 1];
    l->row = i->row;
    l->heading = i->heading;
    l->paragraph = i->paragraph;
    l->spans = i->spans;
    if (l->row) l->label = (Label){0}, l->role = ROLE_BODY;
}

static int is_grid_row(const Reader *r, int no) { return r->info && (size_t)no <= r->n_info && r->info[no - 1].row; }

static void add_line(Reader *r, const char *s, size_t n, int no, const Line *like)
{
    if (r->n == r->cap) {
        r->cap = r->cap ? r->cap * 2 : 512;
        r->v = mem_resize(r->v, mem_mul(r->cap, sizeof *r->v));
    }
    Line *l = &r->v[r->n++];
    *l = *like;
    l->p = arena_text(r->arena, s, n);
    l->n = n;
    l->no = no;
    l->label = label_of(l->p, n);
    l->capitals = (unsigned char)label_is_capitals(l->p + l->label.n, n - l->label.n);
    if (n == 1 && (*s == '*' || *s == '-')) l->role = ROLE_MARK;
    else if (is_rule(s, n)) l->role = ROLE_MARK;
    if (l->label.type == LABEL_NONE && n > 3 && (unsigned char)s[0] == 0xC2 &&
        strchr("\xB9\xB2\xB3", s[1])) r->superscript_notes = 1;
    /* "… quý II và quý" / "III." / "III. TỔ CHỨC": the lone number ends a sentence */
    if (l->label.type == LABEL_ROMAN && l->label.n < n && r->n > 1 && l[-1].label.type == LABEL_ROMAN && l[-1].label.n >= l[-1].n)
        l[-1].label = (Label){0};
    take_info(r, l, no);
}

static int may_be_bullet(unsigned char first)
{
    return first == '-' || first == '+' || first == 0xC2 || first == 0xE2 || first == 0xEF;
}

/* Where a further bullet begins inside a line that holds several, after `from`; n = nowhere. "•" and its like stand nowhere else;
 * "-" and "+" only after the end of a sentence, in a line that began with one. */
static size_t next_bullet(const char *s, size_t n, size_t from, const Label *first)
{
    for (size_t i = from; i + 4 < n; i++) {
        if (s[i] != ' ' || !may_be_bullet((unsigned char)s[i + 1])) continue;
        Label l = label_of(s + i + 1, n - i - 1);
        if (l.type != LABEL_BULLET || l.mark == '*' || i + 1 + l.n >= n || s[i + 1 + l.n] != ' ') continue;
        if (strchr("ostvwq", l.mark)) return i + 1;
        size_t word = i + 1 + l.n;
        while (word < n && s[word] == ' ') word++;
        if (first->type == LABEL_BULLET && first->mark == l.mark && strchr(".;", s[i - 1]) &&
            (label_starts_upper(s + word, n - word) || (s[word] >= '0' && s[word] <= '9'))) return i + 1;
    }
    return n;
}

static void add_bullets(Reader *r, const char *s, size_t n, int no, const Line *like)
{
    Label first = label_of(s, n);
    Line more = *like;
    int cells = memchr(s, '|', n) || memchr(s, '\t', n);
    for (size_t from = 0, to; from < n; from = to) {
        to = cells ? n : next_bullet(s, n, from + (from ? 0 : first.n) + 1, &first);
        size_t end = to;
        while (end > from && s[end - 1] == ' ') end--;
        if (from) clean_repair(r, no, "split", " ", "\n");
        add_line(r, s + from, end - from, no, &more);
        more.blank = more.page = 0;
        more.split = 1;
    }
}

int clean_split_lines(Reader *r, Str in)
{
    Buf line = {0}, marks = {0};
    int no = 1;
    Line like = {.blank = 1};
    for (size_t i = 0; i < in.n; no++) {
        const char *nl = memchr(in.p + i, '\n', in.n - i);
        size_t k = nl ? (size_t)(nl - (in.p + i)) : in.n - i;
        buf_clear(&line);
        buf_clear(&marks);
        size_t feed = k && in.p[i] == '\f';
        if (feed) like.page = 1;
        copy_line(r, in.p + i + feed, k - feed, no, &line, &marks);
        int row = is_grid_row(r, no) && str_trim(buf_view(&line)).n;       /* its blank cells count */
        size_t at = row ? 0 : lead_marks(&line, &marks), end = line.n;
        while (!row && end > at && (line.p[end - 1] == ' ' || line.p[end - 1] == '\t')) end--;
        clean_rest(r, "mark", buf_text(&marks), marks.n, no);
        if (end > at) {
            like.indent = (unsigned short)(at < 60000 ? at : 60000);
            add_bullets(r, line.p + at, end - at, no, &like);
            like = (Line){0};
        } else like.blank = 1;
        i += k + 1;
    }
    buf_free(&line);
    buf_free(&marks);
    if (r->hidden) clean_note(r, SEN2021, 0, NULL, "%zu", r->hidden);
    if (r->spaces) clean_note(r, SEN2022, 0, NULL, "%zu", r->spaces);
    return r->n ? 0 : -1;
}

/* "[12]" at i: its bytes, else 0 */
static size_t footnote_mark(const Reader *r, const char *s, size_t n, size_t i)
{
    if (s[i] == '[') {
        size_t k = i + 1;
        while (k < n && k < i + 4 && s[k] >= '0' && s[k] <= '9') k++;
        return k > i + 1 && k < n && s[k] == ']' ? k + 1 - i : 0;
    }
    if (r->superscript_notes && i && (unsigned char)s[i] == 0xC2 && i + 1 < n && strchr("\xB9\xB2\xB3", s[i + 1])) return 2;
    return 0;
}

const char *clean_text(Reader *r, const char *s, size_t n, int line)
{
    char *out = arena_alloc(r->arena, n + 1);
    size_t w = 0;
    int gap = 0;
    for (size_t i = 0; i < n;) {
        if (s[i] == ' ' || s[i] == '\t' || s[i] == '\n') {
            gap = 1;
            i++;
            continue;
        }
        size_t k = s[i] == '[' || (unsigned char)s[i] == 0xC2 ? footnote_mark(r, s, n, i) : 0;
        if (k) {
            if (line) clean_rest(r, "mark", s + i, k, line);
            i += k;
            continue;
        }
        if (gap && w) out[w++] = ' ';
        gap = 0;
        out[w++] = s[i++];
    }
    out[w] = 0;
    return out;
}
