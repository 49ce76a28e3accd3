/* layout_look.c - from what a reader told (marks "look" and "sheet", lines, cells) to lines with their looks. */
#include "core/press/layout_inside.h"
#include "core/base/text.h"
#include <stdlib.h>
#include <string.h>

int layout_begins(const char *s, const char *with) { return !strncmp(s, with, strlen(with)); }

/* --- key=value, separated by tabs --- */

static Str value_of(const char *form, const char *key)
{
    size_t n = strlen(key);
    for (const char *p = form; *p;) {
        size_t k = strcspn(p, "\t");
        if (k > n && p[n] == '=' && !strncmp(p, key, n)) return (Str){p + n + 1, k - n - 1};
        p += k + (p[k] == '\t');
    }
    return (Str){"", 0};
}

/* Decimal with ".", whatever the locale; 0 when it is none. */
static double number_of(const char *form, const char *key)
{
    Str s = value_of(form, key);
    double v = 0, scale = 0;
    int minus = s.n && s.p[0] == '-';
    for (size_t i = (size_t)minus; i < s.n && i < 14; i++) {
        if (s.p[i] == '.' && scale == 0) scale = 1;
        else if (s.p[i] >= '0' && s.p[i] <= '9') v = v * 10 + (s.p[i] - '0'), scale *= 10;
        else return 0;
    }
    if (scale > 1) v /= scale;
    return minus ? -v : v;
}

static int align_of(Str s)
{
    static const char *const NAMES[] = {"left", "center", "right", "justify"};
    for (int i = 0; i < 4; i++)
        if (str_is(s, NAMES[i])) return i;
    return LAY_LEFT;
}

static int is_upper(Str t)
{
    Buf up = {0}, low = {0};
    text_upper(t.p, t.n, &up);
    text_lower(t.p, t.n, &low);
    size_t letters = 0;
    for (size_t i = 0; i < up.n && i < low.n; i++) letters += up.p[i] != low.p[i];
    int yes = letters >= 2 && up.n == t.n && !memcmp(up.p, t.p, t.n);
    buf_free(&up);
    buf_free(&low);
    return yes;
}

/* --- lines --- */

static Str trimmed(const char *s)
{
    size_t n = strlen(s);
    for (;;) {
        if (n && (*s == ' ' || *s == '\t')) s++, n--;
        else if (n > 1 && !memcmp(s, "\xC2\xA0", 2)) s += 2, n -= 2;
        else break;
    }
    for (;;) {
        if (n && (s[n - 1] == ' ' || s[n - 1] == '\t')) n--;
        else if (n > 1 && !memcmp(s + n - 2, "\xC2\xA0", 2)) n -= 2;
        else break;
    }
    return (Str){s, n};
}

/* Without the marks that only tell where a line may break: U+200B, U+2060, U+FEFF. */
static const char *without_marks(LayDoc *d, const char *s)
{
    if (!strstr(s, "\xE2\x80\x8B") && !strstr(s, "\xE2\x81\xA0") && !strstr(s, "\xEF\xBB\xBF")) return s;
    char *out = arena_copy(d->arena, s), *to = out;
    for (const char *p = s; *p;) {
        if (!strncmp(p, "\xE2\x80\x8B", 3) || !strncmp(p, "\xE2\x81\xA0", 3) || !strncmp(p, "\xEF\xBB\xBF", 3)) p += 3;
        else *to++ = *p++;
    }
    *to = 0;
    return out;
}

static const char *folded(LayDoc *d, Str t)
{
    Buf b = {0};
    text_fold(t.p, t.n < 400 ? t.n : text_cut(t.p, 400), &b);
    Str inner = trimmed(buf_text(&b));
    const char *s = arena_text(d->arena, inner.p, inner.n);
    buf_free(&b);
    return s;
}

static const char *text_at(LayDoc *d, const char *form, const char *key)
{
    Str s = value_of(form, key);
    return s.n ? arena_text(d->arena, s.p, s.n < 80 ? s.n : 80) : NULL;
}

static LayLine line_of(LayDoc *d, const ReadPart *p, const char *form)
{
    Str t = trimmed(without_marks(d, p->text));
    LayLine l = {.text = t, .fold = folded(d, t), .no = p->line, .upper = is_upper(t)};
    const char *font = text_at(d, form, "font");
    if (p->row) {
        l.table = p->table;
        l.row = p->row;
        l.column = p->column;
    }
    l.size = number_of(form, "size");
    l.before = number_of(form, "before");
    l.after = number_of(form, "after");
    l.line = number_of(form, "line");
    l.height = number_of(form, "height");
    l.first = number_of(form, "first");
    l.left = number_of(form, "left");
    l.align = align_of(value_of(form, "align"));
    l.bold = (int)number_of(form, "bold");
    l.italic = (int)number_of(form, "italic");
    l.colour = (int)number_of(form, "colour");
    l.numbered = (int)number_of(form, "numbered");
    l.border = (int)number_of(form, "border");
    l.drawing = (int)number_of(form, "drawing");
    l.font = font ? font : "";
    l.other = text_at(d, form, "other-font");
    return l;
}

static LaySheet sheet_of(const ReadPart *p)
{
    const char *form = p->text;
    Str number = value_of(form, "number");
    return (LaySheet){number_of(form, "width"), number_of(form, "height"), number_of(form, "top"), number_of(form, "bottom"),
                      number_of(form, "left"), number_of(form, "right"), number_of(form, "number-size"),
                      str_is(number, "top") ? 1 : str_is(number, "bottom") ? 2 : 0, (int)number_of(form, "number-first"),
                      align_of(value_of(form, "number-align")), p->line};
}

int layout_take(LayDoc *d, const ReadResult *got)
{
    const char *form = "";
    int told = 0;
    d->v = arena_alloc(d->arena, mem_mul(got->n + 1, sizeof *d->v));
    d->sheet = arena_alloc(d->arena, mem_mul(got->n + 1, sizeof *d->sheet));
    for (size_t i = 0; i < got->n; i++) {
        const ReadPart *p = &got->v[i];
        if (p->kind == READ_MARK && !strcmp(p->mark, "sheet")) d->sheet[d->n_sheets++] = sheet_of(p);
        else if (p->kind == READ_MARK && !strcmp(p->mark, "look")) form = p->text, told = 1;
        else if (p->kind != READ_MARK) {
            d->v[d->n++] = line_of(d, p, form);
            form = "";
        }
    }
    return told ? 0 : -1;
}
