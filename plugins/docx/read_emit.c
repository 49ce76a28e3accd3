/* read_emit.c - what the host is told: lines, marks, the cells of a table; knows no XML. */
#include "plugins/docx/read.h"
#include <stdlib.h>
#include <string.h>

enum { COLUMNS_MOST = 1024 };

static SenText sen_text(const char *s, size_t n) { return (SenText){s, n}; }

static SenPlace place_of(const Docx *d)
{
    return (SenPlace){.struct_size = sizeof(SenPlace), .line = d->line, .page = d->page};
}

void emit_mark(Docx *d, const char *kind, const char *text)
{
    SenPlace at = place_of(d);
    if (d->failed) return;
    d->failed |= d->host->mark(d->lines, &at, sen_text(kind, strlen(kind)), sen_text(text, strlen(text))) != 0;
}

void emit_line(Docx *d, const char *text, int level)
{
    SenPlace at = place_of(d);
    char shown[2] = {(char)('0' + level), 0};
    if (d->failed) return;
    if (!text_is_blank(text)) d->words = 1;
    if (level > 0 && level < 10 && !text_is_blank(text)) emit_mark(d, "heading", shown);
    for (;;) {
        size_t n = strcspn(text, "\n");
        d->failed |= d->host->line(d->lines, &at, sen_text(text, n)) != 0;
        if (!text[n] || d->failed) return;
        text += n + 1;
    }
}

/* A cell that goes on below is one cell over several rows; what stands in its later parts belongs to it. */
static void join_cells(Docx *d, Cell *v, size_t n)
{
    size_t *open = calloc(COLUMNS_MOST, sizeof *open);     /* for each column: 1 + the cell that may go on */
    if (!open) {
        d->failed = 1;
        return;
    }
    for (size_t i = 0; i < n; i++) {
        Cell *c = &v[i];
        if (c->column >= COLUMNS_MOST) continue;
        Cell *above = open[c->column] ? &v[open[c->column] - 1] : NULL;
        if (c->merge == 2 && above && above->row + above->rows == c->row) {
            above->rows++;
            if (!text_is_blank(text_of(&c->text))) text_add(&above->text, c->text.p, c->text.n);
            c->rows = 0;                                   /* it is no cell of its own */
        } else open[c->column] = c->merge == 1 ? i + 1 : 0;
    }
    free(open);
}

/* One call for each paragraph of the cell that is not blank; a blank cell is told once. */
static void put_cell(Docx *d, const Cell *c)
{
    SenPlace at = {.struct_size = sizeof at, .line = c->line, .page = c->page, .table = d->tables, .row = c->row,
                   .column = c->column};
    uint32_t rows = (uint32_t)c->rows, columns = (uint32_t)c->columns;
    const char *s = text_of(&c->text);
    int told = 0;
    while (*s && !d->failed) {
        size_t n = strcspn(s, "\n"), k = strspn(s, " \t");
        if (k < n) {
            d->words = 1;
            d->failed |= d->host->cell(d->lines, &at, sen_text(s, n), rows, columns) != 0;
            told = 1;
        }
        s += n + (s[n] == '\n');
    }
    if (!told && !d->failed) d->failed |= d->host->cell(d->lines, &at, sen_text("", 0), rows, columns) != 0;
}

void emit_table(Docx *d, Cell *cells, size_t n)
{
    d->tables++;
    join_cells(d, cells, n);
    for (size_t i = 0; i < n && !d->failed; i++)
        if (cells[i].rows) put_cell(d, &cells[i]);
}
