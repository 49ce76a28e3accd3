/* layout_body.c - the text between header and signature: alignment, first lines, space between and within paragraphs, and the
 * order of I, 1 and a). */
#include "core/press/layout_inside.h"
#include <string.h>

enum { LONG_LINE = 110 };                  /* bytes: more than one line of paper, so that its alignment shows */

static int is_bullet(const LayLine *l)
{
    static const char *const MARKS[] = {"-", "–", "—", "+", "*", "•", "·", "▪", "☐", "☑"};
    for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++)
        if (layout_begins(l->text.p, MARKS[i])) return 1;
    return 0;
}

/* Single spacing of Times New Roman is 1.15 times its size. */
static double spacing_of(const LayLine *l)
{
    return l->height > 0 && l->size > 0 ? l->height / (l->size * 1.15) : l->line;
}

static void check_paragraphs(LayDoc *d)
{
    LayGroup ragged = {0}, indent = {0}, tight = {0}, lines = {0};
    LayRange first = layout_range(d, "indent"), between = layout_range(d, "space_between");
    LayRange line = layout_range(d, "line_spacing");
    for (size_t i = d->head_end; i < d->tail; i++) {
        const LayLine *l = &d->v[i];
        if (l->role != LAY_BODY || !*l->font) continue;
        double gap = l->before + l->after, at = l->left + l->first, apart = spacing_of(l);
        int plain = !l->numbered && !is_bullet(l) && l->align != LAY_CENTER;
        if (l->text.n > LONG_LINE && (l->align == LAY_LEFT || l->align == LAY_RIGHT)) layout_group(&ragged, l);
        if (plain && l->text.n > LONG_LINE && first.there && (at < first.least - 0.6 || l->first > first.most + 0.6))
            layout_group(&indent, l);
        int last = i + 1 == d->tail || d->v[i + 1].no == l->no;
        if (between.there && !last && l->align != LAY_CENTER && (gap < between.least - 0.3 || gap > between.most + 0.3))
            layout_group(&tight, l);
        if (line.there && apart > 0 && (apart < line.least - 0.03 || apart > line.most + 0.03)) layout_group(&lines, l);
    }
    const struct { Code code; LayGroup *g; LayRange r; const char *field; } SAID[] = {
        {SEN7100, &indent, first, "indent"}, {SEN7101, &tight, between, "space_between"},
        {SEN7102, &lines, line, "line_spacing"}};
    if (ragged.n)
        findings_add(d->f, SEN7099, d->file, ragged.first->no, 0, NULL, "%s" ARG "%s", layout_many(d, &ragged),
                     layout_clause(d, "body_size"));
    for (size_t i = 0; i < sizeof SAID / sizeof *SAID; i++)
        if (SAID[i].g->n)
            findings_add(d->f, SAID[i].code, d->file, SAID[i].g->first->no, 0, NULL, "%s" ARG "%s" ARG "%s",
                         layout_many(d, SAID[i].g), layout_shown(d, SAID[i].r), layout_clause(d, SAID[i].field));
}

/* --- numbering --- */

enum { NUMBERS_MOST = 200, LETTERS = 23 };
static const char *const ALPHABET[LETTERS] = {"a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r",
    "s", "t", "u", "v", "x", "y"};

typedef enum Level { LEVEL_ROMAN, LEVEL_ARTICLE, LEVEL_NUMBER, LEVEL_LETTER, LEVELS, LEVEL_NONE } Level;

static int roman_value(const char *s, size_t *used)
{
    static const struct { char c; int v; } ONES[] = {{'I', 1}, {'V', 5}, {'X', 10}, {'L', 50}};
    int sum = 0, last = 1000;
    size_t n = 0;
    for (; n < 8; n++) {
        int v = 0;
        for (size_t k = 0; k < 4; k++)
            if (s[n] == ONES[k].c) v = ONES[k].v;
        if (!v) break;
        sum += v > last ? v - 2 * last : v;
        last = v;
    }
    *used = n;
    return n ? sum : 0;
}

static int number_value(const char *s, size_t *used)
{
    int v = 0;
    size_t n = 0;
    while (n < 4 && s[n] >= '0' && s[n] <= '9') v = v * 10 + (s[n++] - '0');
    *used = n;
    return n ? v : 0;
}

static Level label_of(const char *s, int *value)
{
    size_t n;
    if (layout_begins(s, "Điều ")) {
        *value = number_value(s + strlen("Điều "), &n);
        return *value && s[strlen("Điều ") + n] == '.' ? LEVEL_ARTICLE : LEVEL_NONE;
    }
    *value = roman_value(s, &n);
    if (*value && s[n] == '.' && s[n + 1] == ' ') return LEVEL_ROMAN;
    *value = number_value(s, &n);
    if (*value && s[n] == '.' && s[n + 1] == ' ') return LEVEL_NUMBER;
    for (int i = 0; i < LETTERS; i++) {
        size_t k = strlen(ALPHABET[i]);
        if (!strncmp(s, ALPHABET[i], k) && s[k] == ')') {
            *value = i + 1;
            return LEVEL_LETTER;
        }
    }
    return LEVEL_NONE;
}

static const char *label_text(const LayDoc *d, Level level, int value)
{
    static const char *const ONES[] = {"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};
    if (level == LEVEL_LETTER) return arena_print(d->arena, "%s)", value <= LETTERS ? ALPHABET[value - 1] : "?");
    if (level == LEVEL_ROMAN && value < 30)
        return arena_print(d->arena, "%.*s%s.", value / 10, "XX", ONES[value % 10]);
    return arena_print(d->arena, level == LEVEL_ARTICLE ? "Điều %d." : "%d.", value);
}

/* Each label is the first of its kind or comes after one that was there since the level above began. */
static void check_numbering(LayDoc *d)
{
    unsigned char seen[LEVELS][NUMBERS_MOST + 2] = {{0}};
    int last[LEVELS] = {0};
    for (size_t i = d->head_end; i < d->tail; i++) {
        const LayLine *l = &d->v[i];
        int value;
        if (l->role == LAY_PART) memset(seen, 0, sizeof seen);
        Level level = l->role == LAY_BODY || l->role == LAY_HEADING ? label_of(l->text.p, &value) : LEVEL_NONE;
        if (level == LEVEL_NONE || value > NUMBERS_MOST) continue;
        if (value > 1 && !seen[level][value - 1])
            findings_add(d->f, SEN7103, d->file, l->no, 0, NULL, "%s" ARG "%s" ARG "%s", layout_place(d, l),
                         label_text(d, level, last[level] + 1), layout_clause(d, "heading_size"));
        seen[level][value] = 1;
        last[level] = value;
        for (int below = level + 1; below < LEVELS; below++) {
            memset(seen[below], 0, sizeof seen[below]);
            last[below] = 0;
        }
    }
}

void layout_check_body(LayDoc *d)
{
    check_paragraphs(d);
    check_numbering(d);
}
