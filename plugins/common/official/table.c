/* table.c - a table of the document with the widths of its columns; knows no format. */
#include "plugins/common/official/inside.h"

enum { COLUMNS_MOST = 63 };         /* what Word bears */

typedef struct TableRead {
    uint32_t columns;
    OffRow *rows;
    size_t n_rows, cap_rows, head_rows;
    OffCell *cells;                 /* of the row being read */
    uint32_t n_cells;
    int in_head;
    double widest[COLUMNS_MOST], longest[COLUMNS_MOST], text[COLUMNS_MOST];     /* mm: widest word, longest text, all of it */
    SenText origin;
    int32_t line;
} TableRead;

void table_open(Walk *w, const SenEvent *e)
{
    TableRead *t = memory_take(w->memory, sizeof *t);
    w->table = t;
    if (!t) return;
    t->columns = e->count < 1 ? 1 : e->count > COLUMNS_MOST ? COLUMNS_MOST : (uint32_t)e->count;
    t->origin = e->origin;
    t->line = e->line;
}

static void measure(Walk *w, TableRead *t, uint32_t column, const OffPara *p)
{
    const OffStyle *s = &w->out->style[p->role];
    double all = 0, most = 0, widest;
    for (size_t i = 0; i < p->n_runs; i++) {                /* a word over two runs is taken for two: good enough for widths */
        if (p->runs[i].kind != OFF_RUN_TEXT) continue;
        all += letters_measure(p->runs[i].text, s->size, s->bold, &widest);
        if (widest > most) most = widest;
    }
    if (most > t->widest[column]) t->widest[column] = most;
    if (all > t->longest[column]) t->longest[column] = all;
    t->text[column] += all;
}

static OffPara *empty_para(Walk *w, OffRole role)
{
    OffPara *p = memory_take(w->memory, sizeof *p);
    if (p) *p = runs_make(w, role, SEN_STR(""));
    return p;
}

static void end_row(Walk *w, TableRead *t, const SenEvent *e)
{
    OffRow *bigger = memory_grow(w->memory, t->rows, t->n_rows, &t->cap_rows, sizeof *t->rows);
    if (!bigger) return;
    t->rows = bigger;
    for (uint32_t i = t->n_cells; i < t->columns; i++) {
        OffPara *p = empty_para(w, t->in_head ? OFF_CELL_HEAD : OFF_CELL);
        t->cells[i] = (OffCell){p, p != NULL};
    }
    if (t->in_head && t->n_rows == t->head_rows) t->head_rows++;
    t->rows[t->n_rows++] = (OffRow){t->cells, w->origin[e->depth < 127 ? e->depth : 127]};
}

void table_row(Walk *w, const SenEvent *e)
{
    TableRead *t = w->table;
    if (!t) return;
    if (!e->entering) {
        if (t->cells) end_row(w, t, e);
        return;
    }
    t->in_head = (int)e->header;
    t->n_cells = 0;
    t->cells = memory_take(w->memory, t->columns * sizeof *t->cells);
}

void table_cell(Walk *w, const SenEvent *e)
{
    TableRead *t = w->table;
    if (!t || !t->cells) return;
    OffRole role = t->in_head ? OFF_CELL_HEAD : OFF_CELL;
    if (e->entering) {
        runs_open(w, role, e);
        static const OffAlign align[] = {OFF_LEFT, OFF_LEFT, OFF_CENTER, OFF_RIGHT};
        if (!t->in_head && e->align <= SEN_ALIGN_RIGHT) w->para.align = align[e->align];
        return;
    }
    OffPara *p = memory_take(w->memory, sizeof *p);
    if (!p || t->n_cells >= t->columns) return;
    runs_close(w, p);
    measure(w, t, t->n_cells, p);
    t->cells[t->n_cells++] = (OffCell){p, 1};
}

static double square_root(double v)
{
    double r = v > 1 ? v : 1;
    for (int i = 0; i < 30; i++) r = (r + v / r) / 2;
    return r;
}

/* Every column gets its widest word; the rest goes by the square root of how much text a column holds (which keeps rows low),
 * and none gets more than its longest text needs while another can use it. */
static const double *widths_of(Walk *w, TableRead *t, double total)
{
    double *out = memory_take(w->memory, t->columns * sizeof *out), sum = 0;
    if (!out) return NULL;
    double pad = 2 * w->out->table_padding + 0.6, most = total / t->columns * 1.5, share[COLUMNS_MOST];
    for (uint32_t i = 0; i < t->columns; i++) {
        share[i] = square_root(t->text[i] + 1);
        out[i] = t->widest[i] + pad > most ? most : t->widest[i] + pad;
        sum += out[i];
    }
    for (int round = 0; round < 4 && sum < total - 0.01; round++) {
        double wish = 0, rest = total - sum;
        for (uint32_t i = 0; i < t->columns; i++)
            if (out[i] < t->longest[i] + pad) wish += share[i];
        if (wish <= 0) break;
        for (uint32_t i = 0; i < t->columns; i++) {
            if (out[i] >= t->longest[i] + pad) continue;
            double more = rest * share[i] / wish, room = t->longest[i] + pad - out[i];
            out[i] += more < room ? more : room;
            sum += more < room ? more : room;
        }
    }
    for (uint32_t i = 0; i < t->columns; i++) out[i] *= total / sum;
    return out;
}

void table_close(Walk *w)
{
    TableRead *t = w->table;
    Official *o = w->out;
    w->table = NULL;
    if (!t || !t->n_rows) return;
    int behind = w->now.annex || w->closed;
    OffBlock *b = blocks_add_block(w, behind ? &w->after : &w->body, OFF_TABLE, behind ? "annex" : "body");
    if (!b) return;
    double total = (behind && w->landscape ? o->page_height : o->page_width) - o->left - o->right;
    b->origin = t->origin;
    b->line = t->line;
    b->table = (OffTable){t->columns, widths_of(w, t, total), t->rows, t->n_rows, t->head_rows,
                          w->caption.n ? w->caption : w->heading};
    w->caption = SEN_STR("");
    if (!b->table.widths) b->table.n_rows = 0;
}
