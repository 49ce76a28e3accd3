/* table.c - rows of an annex: cells by tab, by "|", by wide gaps or one on each line; the task's cell is the clause. */
#include <stdlib.h>
#include <string.h>
#include "core/base/text.h"
#include "core/intake/columns.h"
#include "core/intake/facts.h"

typedef struct Table {
    Reader *r;
    Col cols[CELLS_MOST];
    size_t n_cols, task;                   /* task: the column of the clause */
    int year[CELLS_MOST];                  /* named by a column of values, 0 = none */
    int sure;                              /* of the way its rows were found, of 100 */
    int top, group, row, sub;              /* nodes: the annex, the open group row, the last row, the last row with a number */
    Str span[COL_KINDS];                /* of the rows above in this group: who leads, who helps, when */
    Str above[CELLS_MOST];                 /* the last cell of each column that was one of its own */
} Table;

static void cell_facts(Table *t, Str c, Col col, int node)
{
    const char *text = clean_text(t->r, c.p, c.n, 0);
    Facts f = {0};
    f.r = t->r;
    facts_cell_begin(&f, text, node);
    if (col == COL_LEAD) actors_cell(&f, ACTOR_LEAD);
    else if (col == COL_SUPPORT) actors_cell(&f, ACTOR_SUPPORT);
    else if (col == COL_TIME || col == COL_DUE) when_scan(&f, col == COL_DUE ? DATE_DEADLINE : DATE_DAY);
    else if (col == COL_PRODUCT || col == COL_NOTE) legal_scan(&f), targets_scan(&f);
    phrase_free(&f.t);
}

/* A row of indicators: its unit and what shall be reached, in the year its column names. */
static void value_facts(Table *t, const Row *row)
{
    Str unit = {"", 0};
    for (size_t i = 0; i < row->n; i++)
        if (t->cols[i] == COL_UNIT) unit = row->cell[i];
    for (size_t i = 0; i < row->n && unit.n && t->row >= 0; i++) {
        if (t->cols[i] != COL_VALUE || !row->cell[i].n) continue;
        Facts f = {.r = t->r};
        facts_cell_begin(&f, clean_text(t->r, row->cell[i].p, row->cell[i].n, 0), t->row);
        targets_cell(&f, clean_text(t->r, unit.p, unit.n, 0), t->year[i]);
        phrase_free(&f.t);
    }
}

/* The label in a row's first cell, without zeros in front for its address. */
static const char *own_id(Reader *r, Str c)
{
    size_t n = c.n;
    while (n && strchr(".)", c.p[n - 1])) n--;
    while (n > 1 && c.p[0] == '0') c.p++, n--;
    return n && n < 10 ? arena_text(r->arena, c.p, n) : NULL;
}

static void group_row(Table *t, Str num, Str text, int line)
{
    Label l = label_of(text.p, text.n);
    if (!num.n && (l.type == LABEL_ROMAN || l.type == LABEL_UPPER)) {
        num = str_trim((Str){text.p, l.n});
        text = str_trim((Str){text.p + l.n, text.n - l.n});
    }
    t->group = numbering_add_node(t->r, t->top, NODE_ROW, own_id(t->r, num), num.n ? clean_text(t->r, num.p, num.n, line) : NULL,
                             clean_text(t->r, text.p, text.n, line), line);
    t->row = t->sub = -1;
    numbering_doubt(t->r, t->group, t->sure);
    memset(t->span, 0, sizeof t->span);
}

static void more_text(Table *t, Str c, int line)
{
    PlanNode *n = &t->r->plan->nodes[t->row];
    n->text = arena_print(t->r->arena, "%s%s%s", n->text, *n->text ? " " : "", clean_text(t->r, c.p, c.n, line));
    clean_repair(t->r, line, "joined", "\n", " ");
}

/* A cell over several rows is printed in the first of them only: a numbered task that names nobody has the lead of the row
 * above, and with him the partners and the time where these are blank too. */
static void carry_cells(Table *t, const Row *row, int numbered)
{
    Str now[COL_KINDS] = {{0, 0}};
    for (size_t i = 0; i < row->n; i++)
        if (row->cell[i].n && i != t->task) now[t->cols[i]] = row->cell[i];
    int led = now[COL_LEAD].n > 0;
    for (int c = COL_LEAD; c <= COL_DUE; c++) {
        if (!led && numbered && !now[c].n && t->span[c].n && t->span[COL_LEAD].n) cell_facts(t, t->span[c], (Col)c, t->row);
        if (led || now[c].n) t->span[c] = now[c];
    }
}

/* A merged cell counts for each row it spans. */
static void count_spans(Table *t, const Row *row, int fresh)
{
    for (size_t i = 0; i < row->n; i++) {
        if (!(row->spans >> i & 1)) t->above[i] = row->cell[i];
        else if (fresh && i != t->task && t->cols[i] != COL_NUM && t->above[i].n) cell_facts(t, t->above[i], t->cols[i], t->row);
    }
}

static void add_row(Table *t, const Row *row)
{
    Str num = {"", 0}, text = {"", 0};
    size_t filled = 0, only = 0, num_at = CELLS_MOST;
    int line = 0, before = t->row;
    for (size_t i = 0; i < row->n; i++) {
        if (!row->cell[i].n) continue;
        if (!line) line = row->line[i];
        filled++;
        if (t->cols[i] == COL_NUM && num_at == CELLS_MOST) num = row->cell[i], num_at = i;
        else if (i == t->task) text = row->cell[i];
        else only = i;
    }
    if (!filled) return;
    if (filled == 1 && !text.n && num.n && !cells_is_number(num) && !cells_roman(num)) text = num, num.n = 0, only = 0;
    else if (!text.n && filled <= 2 && only) text = row->cell[only];
    /* "A", "B." */
    int capital = num.n && num.n <= 2 && filled <= 2 && text.n && label_starts_upper(num.p, num.n);
    int group = (num.n && (cells_roman(num) || capital)) ||
        (!num.n && filled == 1 && (row->n == 1 || label_of(text.p, text.n).type == LABEL_ROMAN ||
        label_of(text.p, text.n).type == LABEL_UPPER || label_is_capitals(text.p, text.n)));
    if (group) {
        group_row(t, num, text, line);
        for (size_t i = 0; i < row->n; i++)
            if (row->cell[i].p != text.p && i != num_at && i != t->task) clean_rest(t->r, "cell", row->cell[i].p,
                row->cell[i].n, row->line[i]);
        return;
    }
    if (!num.n && t->row >= 0 && (!text.n || (!row->exact && label_starts_lower(text.p, text.n))) &&
        (row->exact || t->cols[0] == COL_NUM) &&
        strlen(t->r->plan->nodes[t->row].text) < 20000) {
        if (text.n) more_text(t, text, line);  /* the row before goes on */
    } else {
        int under = t->group >= 0 ? t->group : t->top;
        int letter = num.n && !cells_is_number(num) && t->sub >= 0;
        int decimal = num.n && memchr(num.p, '.', num.n - 1) && t->sub >= 0;
        const char *label = num.n ? clean_text(t->r, num.p, num.n, line) : NULL;
        t->row = numbering_add_node(t->r, letter || decimal ? t->sub : under, NODE_ROW, own_id(t->r, num), label,
                                    clean_text(t->r, text.p, text.n, line), line);
        numbering_doubt(t->r, t->row, t->sure);
        if (!letter && !decimal) t->sub = num.n ? t->row : -1;
    }
    if (row->exact) count_spans(t, row, t->row != before);
    else carry_cells(t, row, num.n > 0);
    value_facts(t, row);
    for (size_t i = 0; i < row->n; i++) {
        if (!row->cell[i].n || i == t->task || i == num_at || row->cell[i].p == text.p) continue;
        clean_rest(t->r, "cell", row->cell[i].p, row->cell[i].n, row->line[i]);
        cell_facts(t, row->cell[i], t->cols[i], t->row);
    }
}

static int year_in(Str c)
{
    for (size_t i = 0; i + 4 <= c.n; i++) {
        int tens = c.p[i + 2] - '0', ones = c.p[i + 3] - '0';
        if (c.p[i] != '2' || c.p[i + 1] != '0' || tens < 0 || tens > 9 || ones < 0 || ones > 9) continue;
        return 2000 + tens * 10 + ones;
    }
    return 0;
}

static void take_header(Table *t, const Row *row)
{
    t->n_cols = row->n;
    cells_name_columns(row, t->cols);
    t->task = row->n;
    for (size_t i = 0; i < row->n; i++)
        if (t->cols[i] == COL_TASK && t->task == row->n) t->task = i;
    for (size_t i = 0; i < row->n; i++) t->year[i] = t->cols[i] == COL_VALUE ? year_in(row->cell[i]) : 0;
    for (size_t i = 0; i < row->n && t->task == row->n; i++)
        if (t->cols[i] == COL_PRODUCT || t->cols[i] == COL_NONE) t->task = i;
}

static void separators_rest(Reader *r, const Line *l, const Row *row)
{
    Buf b = {0};
    size_t within = 0;                     /* bars of a cell beyond the last column that is told apart stay with its text */
    for (size_t i = 0; i < row->n; i++)
        for (size_t k = 0; k < row->cell[i].n; k++) within += row->cell[i].p[k] == '|';
    for (size_t i = 0; i < l->n; i++)
        if (l->p[i] == '|') buf_putc(&b, '|');
    clean_rest(r, "mark", buf_text(&b), b.n > within ? b.n - within : 0, l->no);
    buf_free(&b);
}

/* --- one cell on each line --- */

static int row_begins(const Table *t, const Line *l, int expected)
{
    Str c = {l->p, l->n};
    if (t->cols[0] != COL_NUM) return 0;
    if (cells_roman(c)) return 2;
    if (l->label.type == LABEL_ROMAN && l->capitals) return 3;
    return cells_is_number(c) && (atoi(l->p) == expected || (atoi(l->p) == 1 && expected != 1) || memchr(c.p, '.', c.n) ||
        c.n > 1);
}

static int is_time(Str c)
{
    static const char *const TIME[] = {
        "tháng", "quý", "trước", "ngày", "thường xuyên", "hằng", "hàng", "cả năm", "trong năm", "năm 20", "từ ", "xong",
        "chậm nhất", NULL};
    return (c.n && c.p[0] >= '0' && c.p[0] <= '9' && memchr(c.p, '/', c.n)) || lines_starts(c.p, c.n, TIME);
}

/* Cells fewer than columns: the task first, then each by what it looks like. */
static void fit_cells(Table *t, Row *row)
{
    if (row->n >= t->n_cols || row->n < 2) return;
    t->sure = SURE_MENDED;
    Row fit = {.n = t->n_cols};
    size_t col = 0;
    for (size_t i = 0; i < row->n; i++) {
        int time = is_time(row->cell[i]);
        size_t c = col;
        while (i > 1 && c < t->n_cols && time != (t->cols[c] == COL_TIME || t->cols[c] == COL_DUE)) c++;
        if (c >= t->n_cols) c = col;
        if (c >= t->n_cols) c = t->n_cols - 1;
        if (fit.cell[c].n) {
            fit.n = fit.n < CELLS_MOST ? fit.n + 1 : fit.n;
            c = fit.n - 1;
        }
        fit.cell[c] = row->cell[i];
        fit.line[c] = row->line[i];
        col = c + 1;
    }
    *row = fit;
}

static void end_row(Table *t, Row *row)
{
    if (!row->n) return;
    if (row->n <= 2 && t->cols[0] == COL_NUM && row->n && !cells_is_number(row->cell[0]) && !cells_roman(row->cell[0])) {
        for (size_t i = 0; i < row->n; i++) group_row(t, (Str){"", 0}, row->cell[i], row->line[i]);
    } else {
        int sure = t->sure;
        fit_cells(t, row);
        add_row(t, row);
        t->sure = sure;
    }
    row->n = 0;
}

static void read_cells(Table *t, size_t from, size_t to)
{
    Row row = {0};
    int expected = 1;
    for (size_t i = from; i < to; i++) {
        const Line *l = &t->r->v[i];
        if (l->role != ROLE_TABLE) continue;
        int begins = row.n == 0 || row.n > 1 ? row_begins(t, l, expected) : 0;
        if (t->cols[0] != COL_NUM && row.n == t->n_cols) begins = 1;
        if (begins) {
            end_row(t, &row);
            expected = begins == 1 && cells_is_number((Str){l->p, l->n}) ? atoi(l->p) + 1 : expected;
        }
        if (begins == 3) {
            group_row(t, (Str){"", 0}, (Str){l->p, l->n}, l->no);
            continue;
        }
        if (row.n > 1 && label_starts_lower(l->p, l->n) && (!l->blank || t->r->doubled) && row.cell[row.n - 1].n < 4000) {
            char *joined = arena_print(t->r->arena, "%.*s %s", (int)row.cell[row.n - 1].n, row.cell[row.n - 1].p, l->p);
            clean_repair(t->r, l->no - 1, "joined", "\n", " ");
            row.cell[row.n - 1] = str_of(joined);
            continue;
        }
        if (row.n == CELLS_MOST) end_row(t, &row);
        row.cell[row.n] = (Str){l->p, l->n};
        row.line[row.n++] = l->no;
    }
    end_row(t, &row);
}

/* --- columns of spaces --- */

typedef struct Spaced { Table *t; Buf cell[CELLS_MOST]; int line[CELLS_MOST]; size_t n; int filled, centred; } Spaced;

static void end_spaced(Spaced *s)
{
    Row row = {.n = s->n};
    for (size_t i = 0; i < s->n; i++) {
        if (s->cell[i].n) row.cell[i] = (Str){arena_text(s->t->r->arena, s->cell[i].p, s->cell[i].n), s->cell[i].n};
        row.line[i] = s->line[i];
        buf_clear(&s->cell[i]);
    }
    if (s->filled) add_row(s->t, &row);
    s->filled = 0;
}

/* One line of cells onto the row that is open. */
static void pile_cells(Spaced *s, const Row *line, int no)
{
    if (s->filled) clean_repair(s->t->r, no - 1, "joined", "\n", " ");
    for (size_t i = 0; i < line->n && i < s->n; i++) {
        if (!line->cell[i].n) continue;
        if (!s->cell[i].n) s->line[i] = no;
        else buf_putc(&s->cell[i], ' ');
        buf_str(&s->cell[i], line->cell[i]);
    }
    s->filled = 1;
}

/* Does a row begin at line k of [from, to)? With a column of numbers: where its number stands, or, when numbers stand in the
 * middle of their row, at the last line with a capital before the number. */
static int spaced_begins(const Spaced *s, const Columns *c, const Row *line, size_t k, size_t to)
{
    const Table *t = s->t;
    Str num = t->cols[0] == COL_NUM ? line->cell[0] : (Str){"", 0}, task = line->cell[t->task];
    if (!s->filled) return 1;
    if (t->cols[0] != COL_NUM)
        return task.n && label_starts_upper(task.p, task.n) && (t->r->v[k].blank || line->n < 2 ||
            (t->task + 1 < line->n && line->cell[t->task + 1].n));
    if (!s->centred) return num.n > 0;
    if (num.n && !s->cell[0].n) return 0;          /* the number of the row that is open */
    if (num.n) return 1;
    if (!s->cell[0].n || !task.n || !label_starts_upper(task.p, task.n)) return 0;
    for (size_t i = k + 1; i < to && i < k + 12; i++) {         /* another capital comes before the next number: not here yet */
        Row next;
        columns_cut(c, &t->r->v[i], &next);
        Str words = next.cell[t->task];
        if (next.cell[0].n) return 1;
        if (words.n && label_starts_upper(words.p, words.n)) return 0;
    }
    return 0;
}

static void read_spaced(Table *t, const Columns *c, size_t to)
{
    Row line;
    Spaced s = {.t = t, .n = c->n};
    take_header(t, &c->names);
    int seen = 0;
    for (size_t i = c->first; i < to; i++) {
        const Line *l = &t->r->v[i];
        if (l->role != ROLE_TABLE) continue;
        columns_cut(c, l, &line);
        if (!seen && cells_counts(&line)) {
            clean_rest_line(t->r, "table_header", l);
            continue;
        }
        if (!seen++) s.centred = t->cols[0] == COL_NUM && !line.cell[0].n && l->label.type != LABEL_ROMAN && !l->capitals;
        if (columns_hold(c, l) < 2 && (l->label.type == LABEL_ROMAN || (l->capitals && t->cols[0] == COL_NUM && l->n > 12))) {
            end_spaced(&s);
            line = (Row){.n = c->n};
            line.cell[t->task] = (Str){l->p, l->n};
            line.line[t->task] = l->no;
            add_row(t, &line);
            continue;
        }
        if (spaced_begins(&s, c, &line, i, to)) end_spaced(&s);
        pile_cells(&s, &line, l->no);
    }
    end_spaced(&s);
    for (size_t i = 0; i < CELLS_MOST; i++) buf_free(&s.cell[i]);
}

static void read_lines(Table *t, size_t from, size_t to)
{
    Row row = {0};
    for (size_t i = from; i < to; i++) {
        const Line *l = &t->r->v[i];
        if (l->role != ROLE_TABLE) continue;
        char sep = cells_separator(l->p, l->n);
        cells_split(l->p, l->n, sep, l->no, &row);
        if (cells_is_header(l->p, l->n) || (i == from + 1 && cells_counts(&row))) {
            if (i == from || !cells_counts(&row)) take_header(t, &row);
            clean_rest_line(t->r, "table_header", l);
            continue;
        }
        if (sep == '|') separators_rest(t->r, l, &row);
        int sure = t->sure;
        if (sep == ' ') fit_cells(t, &row);
        add_row(t, &row);
        t->sure = sure;
    }
}

/* Rows as a reader of files gave them. */
static void read_grid(Table *t, size_t from, size_t to)
{
    Row row = {0};
    for (size_t i = from; i < to; i++) {
        const Line *l = &t->r->v[i];
        if (l->role != ROLE_TABLE) continue;
        cells_split(l->p, l->n, '\t', l->no, &row);
        row.exact = 1;
        row.spans = l->spans;
        int names = cells_name_columns(&row, NULL) > 0;
        if (names) take_header(t, &row);
        if (names || (i == from + 1 && cells_counts(&row))) clean_rest_line(t->r, "table_header", l);
        else add_row(t, &row);
    }
}

void table_read(Reader *r, size_t from, size_t to, int parent)
{
    Table t = {.r = r, .sure = SURE, .top = parent, .group = -1, .row = -1, .sub = -1};
    Row row = {0};
    Columns c;
    size_t names = r->v[from].row ? 0 : cells_header_lines(r, from);
    for (size_t i = 0; i < names; i++) {
        if (r->v[from + i].role == ROLE_PAGE) continue;
        row.cell[row.n] = (Str){r->v[from + i].p, r->v[from + i].n};
        row.line[row.n++] = r->v[from + i].no;
        clean_rest_line(r, "table_header", &r->v[from + i]);
    }
    if (r->v[from].row) {
        read_grid(&t, from, to);
    } else if (names) {
        take_header(&t, &row);
        t.sure = SURE_CELLS;
        read_cells(&t, from + names, to);
    } else if (columns_find(r, from, to, &c)) {
        for (size_t i = from; i < c.first; i++)
            if (r->v[i].role == ROLE_TABLE) clean_rest_line(r, "table_header", &r->v[i]);
        t.sure = SURE_COLUMNS;
        read_spaced(&t, &c, to);
    } else read_lines(&t, from, to);
}
