/* correct_read.c - rows of a correction file: key; clause; line; what; now; right. Knows no plan. */
#include "core/intake/correct_read.h"
#include "core/base/map.h"
#include "core/base/text.h"
#include "core/intake/sheet.h"
#include <string.h>

enum { KEY, ADDRESS, LINE, WHAT, NOW, RIGHT, COLUMNS };

static const char *cell(const SheetRow *r, size_t i) { return i < r->n ? r->cell[i] : ""; }

/* The lines that explain, and the names of the columns. */
static int is_heading(const SheetRow *r)
{
    const char *first = cell(r, KEY);
    return *first == '#' || text_same_folded(first, "khóa") || text_same_folded(first, "key") || !strncmp(first, "sep=", 4);
}

/* The last column; what a mark in it cut off is put back. */
static const char *right_of(const SheetRow *r, char mark, Arena *a)
{
    Buf b = {0};
    for (size_t i = RIGHT; i < r->n; i++) {
        if (i > RIGHT) buf_printf(&b, "%c ", mark == '\t' ? ' ' : mark);
        buf_puts(&b, r->cell[i]);
    }
    const char *s = arena_text(a, buf_text(&b), b.n);
    buf_free(&b);
    return s;
}

static void say(Findings *f, const char *name, const SheetRow *r, Code code, const char *what, const char *more)
{
    findings_add(f, code, name, r->line, 0, NULL, "%.160s" ARG "%.80s", what, more);
}

static void read_one(const SheetRow *r, char mark, const char *name, Arena *a, Corrections *out, Map *texts, Findings *f)
{
    if (is_heading(r)) return;
    int what = r->n >= 4 ? correct_find_what(cell(r, WHAT)) : -1;
    if (r->n < 4 || (!*cell(r, KEY) && !*cell(r, ADDRESS))) {
        say(f, name, r, SEN2050, cell(r, KEY), "");
        return;
    }
    if (what < 0) {
        const char *near = correct_near_what(cell(r, WHAT));
        say(f, name, r, SEN2052, cell(r, WHAT), near ? near : correct_what_name(CORRECT_TEXT, 0));
        return;
    }
    const char *right = right_of(r, mark, a);
    void *text = (char *)(uintptr_t)cell(r, NOW);
    if (what == CORRECT_TEXT && *cell(r, KEY)) map_put(texts, cell(r, KEY), text);
    if (what == CORRECT_TEXT && *cell(r, ADDRESS)) map_put(texts, arena_print(a, "@%s", cell(r, ADDRESS)), text);
    if (!*right || !strcmp(right, cell(r, NOW))) return;
    out->v[out->n++] = (Correction){.key = cell(r, KEY), .address = cell(r, ADDRESS), .what = (CorrectWhat)what,
                                    .now = cell(r, NOW), .right = right, .text = "", .file = name, .line = r->line, .node = -1};
}

void correct_read(Str utf8, const char *name, Arena *a, Corrections *out, Findings *f)
{
    Sheet sheet;
    Map *texts = map_new();
    const char *kept = arena_copy(a, name);
    static const char *const heads[] = {"khóa", "khoá", "key", "Khóa", "KHÓA", "Key", NULL};
    sheet_read(utf8, heads, a, &sheet);
    *out = (Corrections){arena_alloc(a, mem_mul(sheet.n + 1, sizeof *out->v)), 0};
    for (size_t i = 0; i < sheet.n; i++) read_one(&sheet.v[i], sheet.mark, kept, a, out, texts, f);
    for (size_t i = 0; i < out->n; i++) {
        const char *text = *out->v[i].key ? map_get(texts, out->v[i].key) : NULL;
        if (!text && *out->v[i].address) text = map_get(texts, arena_print(a, "@%s", out->v[i].address));
        if (text) out->v[i].text = text;
    }
    map_free(texts);
}
