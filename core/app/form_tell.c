/* form_tell.c - what is wrong in a cell of a form, said twice: as a finding and as a comment for the workbook. */
#include "core/app/form_check.h"
#include "core/base/text.h"
#include <stdio.h>
#include <string.h>

static const char *cell_name(Arena *a, int row, int column)
{
    char letters[8];
    size_t n = 0;
    for (int c = column; c > 0 && n < 4; c = (c - 1) / 26) letters[n++] = (char)('A' + (c - 1) % 26);
    for (size_t i = 0; i < n / 2; i++) {
        char x = letters[i];
        letters[i] = letters[n - 1 - i];
        letters[n - 1 - i] = x;
    }
    return arena_print(a, "%.*s%d", (int)n, letters, row);
}

static const char *comment_text(Arena *a, Code code, const char *cell, const char *x, const char *y)
{
    Buf b = {0};
    const char *args[] = {cell, x, y};
    err_message(code, LANG_VI, args, 3, &b);
    buf_puts(&b, ".\n");
    err_remedy(code, LANG_VI, args, 3, &b);
    const char *r = arena_copy(a, buf_text(&b));
    buf_free(&b);
    return r;
}

void form_tell(FormCheck *k, const FormRow *r, const FormCell *cell, Code code, const char *x, const char *y)
{
    Arena *a = k->c->arena;
    const char *at = cell_name(a, cell->row, cell->column), *sheet = k->book->sheets[r->sheet];
    const char *place = arena_print(a, "%s!%s", sheet, at);
    char show[201];
    snprintf(show, sizeof show, "%s", x);
    show[text_cut(show, strlen(show))] = 0;
    findings_add(&k->c->findings, code, k->path, cell->row, cell->column, NULL, "%s" ARG "%s" ARG "%s", place, show, y);
    if (err_severity(code) == SEV_ERROR) k->errors++;
    if (err_severity(code) == SEV_NOTE) return;
    if (k->n_notes == k->cap_notes) {
        size_t cap = k->cap_notes ? k->cap_notes * 2 : 32;
        SessionNote *v = arena_alloc(a, cap * sizeof *v);
        if (k->n_notes) memcpy(v, k->notes, k->n_notes * sizeof *v);
        k->notes = v;
        k->cap_notes = cap;
    }
    k->notes[k->n_notes++] = (SessionNote){r->sheet, at, comment_text(a, code, at, show, y)};
}
