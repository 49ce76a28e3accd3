/* back_table.c - whole tables of a template: their lines, and a new one as Markdown; must not write files. */
#include "core/app/back_take.h"
#include <string.h>

int back_is_whole_table(const StoreProposal *p)
{
    const char *note = p->note ? p->note : "";
    return !strncmp(note, "cả bảng", strlen("cả bảng")) || !strncmp(note, "the whole table", 15);
}

SourceBlock back_whole_table(const BackTake *t, const SourceBlock *head)
{
    SourceBlock b = *head;
    for (size_t i = 0; i < t->src.n_blocks; i++) {
        const SourceBlock *x = &t->src.block[i];
        if (x->kind != 2 || x->table != head->table) continue;
        if (x->line < b.line) b.line = x->line;
        if (x->last > b.last) b.last = x->last;
    }
    return b;
}

static void put_cells(const char *row, size_t n, Buf *out)
{
    buf_putc(out, '|');
    for (size_t i = 0;;) {
        const char *bar = memmem(row + i, n - i, " | ", 3);
        size_t k = bar ? (size_t)(bar - row) : n;
        buf_putc(out, ' ');
        back_markdown((Str){row + i, k - i}, 1, out);
        buf_puts(out, " |");
        if (!bar) return;
        i = k + 3;
    }
}

void back_put_table(const char *text, Buf *out)
{
    for (int row = 0; *text; row++) {
        size_t n = strcspn(text, "\n"), cells = 1;
        if (row) buf_putc(out, '\n');
        put_cells(text, n, out);
        for (size_t i = 0; i + 2 < n; i++) cells += !memcmp(text + i, " | ", 3);
        if (!row) buf_puts(out, "\n|");
        for (size_t i = 0; !row && i < cells; i++) buf_puts(out, " --- |");
        text += n + (text[n] == '\n');
    }
}
