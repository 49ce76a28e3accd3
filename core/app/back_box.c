/* back_box.c - the signs of check boxes in texts and in lines of a template; knows no proposal. */
#include "core/app/back.h"
#include <string.h>

/* --- signs --- */

static const struct { const char *sign; int box; } signs[] = {{"☐", 1}, {"☑", 2}, {"☒", 2},
                                                             {"🗹", 2}, {"🗷", 2}, {"⬜", 1}, {"✅", 2}};
static const struct { const char *sign; int box; } typed[] = {{"[ ]", 1}, {"[x]", 2}, {"[X]", 2}, {"✓", 2}, {"✔", 2}, {"√", 2},
                                                              {"x ", 2}, {"X ", 2}, {"v ", 2}, {"V ", 2}};

static const char *behind(const char *text, const char *sign)
{
    static const char *const dress[] = {"\xEF\xB8\x8F", "\xEF\xB8\x8E"};     /* as a picture, as a letter */
    size_t n = strlen(sign);
    if (strncmp(text, sign, n)) return NULL;
    text += n;
    for (int i = 0; i < 2; i++)
        if (!strncmp(text, dress[i], 3)) text += 3;
    return text + strspn(text, " ");
}

int back_take_box(const char **text)
{
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        const char *rest = behind(*text, signs[i].sign);
        if (!rest) continue;
        *text = rest;
        return signs[i].box;
    }
    return 0;
}

const char *back_with_box(Arena *a, int box, const char *text)
{
    return arena_print(a, "%s%s%s", box == 2 ? "☑" : box == 1 ? "☐" : "", box ? " " : "", text);
}

int back_box_differs(const BackSpot *was, BackPara *now)
{
    if (!was->box) return 0;
    for (size_t i = 0; i < sizeof typed / sizeof *typed && !now->box && strcmp(was->text, now->text); i++) {
        const char *rest = behind(now->text, typed[i].sign);
        if (!rest) continue;
        now->box = typed[i].box;
        now->text = rest;
    }
    if (now->box == was->box && now->control) now->box = now->control;
    return now->box != was->box;
}

size_t back_find_box(Str lines, size_t *at, int *box)
{
    static const struct { const char *mark; int box; } marks[] = {{"[ ]", 1}, {"[x]", 2}, {"[X]", 2}, {"☐", 1}, {"☑", 2}};
    for (size_t i = 0; i < lines.n; i++)
        for (size_t k = 0; k < sizeof marks / sizeof *marks; k++) {
            size_t n = strlen(marks[k].mark);
            if (lines.n - i < n || memcmp(lines.p + i, marks[k].mark, n)) continue;
            *at = i;
            *box = marks[k].box;
            return n;
        }
    return 0;
}
