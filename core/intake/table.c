/* table.c - rows of an annex: cells by tab, by "|", by wide gaps or one on each line; the task's cell is the clause. */
#include <stdlib.h>
#include <string.h>
#include "core/base/text.h"
#include "core/intake/facts.h"

enum { COLS = 24 };
typedef enum Col { COL_NONE, COL_NUM, COL_TASK, COL_LEAD, COL_SUPPORT, COL_TIME, COL_DUE, COL_PRODUCT, COL_NOTE } Col;

static const struct { const char *word; Col col; int anywhere; } NAMES[] = {
    {"phối hợp", COL_SUPPORT, 1}, {"chủ trì", COL_LEAD, 1}, {"stt", COL_NUM, 0}, {"tt", COL_NUM, 0}, {"số tt", COL_NUM, 0},
        {"số thứ tự", COL_NUM, 0},
    {"ghi chú", COL_NOTE, 0}, {"kinh phí", COL_NOTE, 1}, {"nguồn", COL_NOTE, 0}, {"đơn vị tính", COL_NOTE, 0}, {"đvt",
        COL_NOTE, 0},
    {"thời hạn", COL_DUE, 0}, {"hạn hoàn thành", COL_DUE, 0}, {"thời gian hoàn thành", COL_DUE, 0}, {"ngày hoàn thành",
        COL_DUE, 0}, {"hoàn thành", COL_DUE, 0},
    {"thời gian", COL_TIME, 0}, {"thời điểm", COL_TIME, 0}, {"tiến độ", COL_TIME, 0},
    {"sản phẩm", COL_PRODUCT, 0}, {"kết quả", COL_PRODUCT, 0}, {"đầu ra", COL_PRODUCT, 0}, {"chỉ tiêu", COL_PRODUCT, 0},
        {"số lượng", COL_PRODUCT, 0},
    {"nội dung", COL_TASK, 0}, {"nhiệm vụ", COL_TASK, 0}, {"công việc", COL_TASK, 0}, {"hoạt động", COL_TASK, 0}, {"tên",
        COL_TASK, 0}, {"mục tiêu", COL_TASK, 0},
    {"đơn vị", COL_LEAD, 0}, {"cơ quan", COL_LEAD, 0}, {"bộ phận", COL_LEAD, 0}, {"phụ trách", COL_LEAD, 0}, {"người",
        COL_LEAD, 0}, {"tổ chức thực hiện", COL_LEAD, 0},
    {"phòng, ban", COL_LEAD, 0}, {"phân công", COL_LEAD, 0},
};

static Col col_of(const char *s, size_t n)
{
    Buf low = {0};
    Col col = COL_NONE;
    if (!n || n > 90 || !label_starts_upper(s, n)) return COL_NONE;
    phrase_lower(s, n, &low);
    const char *p = buf_text(&low);
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES && !col; i++) {
        size_t k = strlen(NAMES[i].word);
        if (NAMES[i].col == COL_NUM ? low.n == k && !strcmp(p, NAMES[i].word) : NAMES[i].anywhere ? strstr(p,
            NAMES[i].word) != NULL : !strncmp(p, NAMES[i].word, k))
            col = NAMES[i].col;
    }
    buf_free(&low);
    return col;
}

typedef struct Row { Str cell[COLS]; int line[COLS]; size_t n; } Row;

static Str trim(const char *s, size_t n)
{
    while (n && strchr(" \t", s[0])) s++, n--;
    while (n && strchr(" \t", s[n - 1])) n--;
    return (Str){s, n};
}

/* What separates the cells of a line: '|', tab, or ' ' for gaps of three spaces; 0 = no cells. */
static char separator(const char *s, size_t n)
{
    size_t bars = 0, tabs = 0, gaps = 0;
    for (size_t i = 0; i < n; i++) {
        bars += s[i] == '|';
        tabs += s[i] == '\t';
        gaps += i + 2 < n && s[i] == ' ' && s[i + 1] == ' ' && s[i + 2] == ' ' && (i + 3 >= n || s[i + 3] != ' ');
    }
    return bars ? '|' : tabs ? '\t' : gaps ? ' ' : 0;
}

static void split(const char *s, size_t n, char sep, int line, Row *row)
{
    size_t from = 0;
    if (sep == '|') {
        if (n && s[0] == '|') from = 1;
        if (n > from && s[n - 1] == '|') n--;
    }
    memset(row, 0, sizeof *row);
    for (size_t i = from; i <= n; i++) {
        int cut = i == n || (sep == ' ' ? i + 2 < n && !memcmp(s + i, "   ", 3) : s[i] == sep);
        if (!cut || (i < n && row->n == COLS - 1)) continue;
        row->cell[row->n] = trim(s + from, i - from);
        row->line[row->n++] = line;
        from = i + 1;
        while (sep == ' ' && from < n && s[from] == ' ') from++;
        if (sep == ' ' && i < n) i = from - 1;
    }
}

int table_is_row(const char *s, size_t n)
{
    char sep = separator(s, n);
    if (sep == '|') return 1;
    return sep == '\t' || (sep == ' ' && n > 12);
}

static size_t header_cols(const Row *row, Col *cols)
{
    size_t named = 0, task = 0;
    for (size_t i = 0; i < row->n; i++) {
        Col c = col_of(row->cell[i].p, row->cell[i].n);
        if (cols) cols[i] = c;
        named += c != COL_NONE;
        task += c == COL_TASK || c == COL_LEAD;
    }
    return task && named >= 2 && named * 3 >= row->n * 2 ? row->n : 0;
}

int table_is_header(const char *s, size_t n)
{
    Row row;
    if (n > 600) return 0;
    split(s, n, separator(s, n), 0, &row);
    return row.n >= 2 && header_cols(&row, NULL) > 0;
}

size_t table_header_lines(const Reader *r, size_t from)
{
    size_t n = 0, task = 0, num = 0;
    while (from + n < r->n && n < COLS) {
        const Line *l = &r->v[from + n];
        if (l->role == ROLE_MARK || l->n > 90 || l->label.type != LABEL_NONE || separator(l->p, l->n)) break;
        Col c = col_of(l->p, l->n);
        if (!c) break;
        task += c == COL_TASK;
        num += c == COL_NUM;
        n++;
    }
    return task && n >= 3 && (num || n >= 4) ? n : 0;
}

typedef struct Table {
    Reader *r;
    Col cols[COLS];
    size_t n_cols, task;                   /* task: the column of the clause */
    int top, group, row, sub;              /* nodes: the annex, the open group row, the last row, the last row with a number */
    Str span[COL_NOTE + 1];                /* of the rows above in this group: who leads, who helps, when */
} Table;

static int is_number_cell(Str c)
{
    size_t i = 0;
    while (i < c.n && ((c.p[i] >= '0' && c.p[i] <= '9') || c.p[i] == '.')) i++;
    return c.n && i == c.n && c.n <= 8 && c.p[0] != '.';
}

static int roman_cell(Str c)
{
    size_t n = c.n && strchr(".)", c.p[c.n - 1]) ? c.n - 1 : c.n;
    return label_roman(c.p, n);
}

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

/* The label in a row's first cell, without zeros in front for its address. */
static const char *own_id(Reader *r, Str c)
{
    size_t n = c.n;
    while (n && strchr(".)", c.p[n - 1])) n--;
    while (n > 1 && c.p[0] == '0') c.p++, n--;
    return n ? arena_text(r->arena, c.p, n) : NULL;
}

static void group_row(Table *t, Str num, Str text, int line)
{
    Label l = label_of(text.p, text.n);
    if (!num.n && l.type == LABEL_ROMAN) {
        num = trim(text.p, l.n);
        text = trim(text.p + l.n, text.n - l.n);
    }
    t->group = clauses_add_node(t->r, t->top, NODE_ROW, own_id(t->r, num), num.n ? clean_text(t->r, num.p, num.n, line) : NULL,
                             clean_text(t->r, text.p, text.n, line), line);
    t->row = t->sub = -1;
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
    Str now[COL_NOTE + 1] = {{0, 0}};
    for (size_t i = 0; i < row->n; i++)
        if (row->cell[i].n && i != t->task) now[t->cols[i]] = row->cell[i];
    int led = now[COL_LEAD].n > 0;
    for (int c = COL_LEAD; c <= COL_DUE; c++) {
        if (!led && numbered && !now[c].n && t->span[c].n && t->span[COL_LEAD].n) cell_facts(t, t->span[c], (Col)c, t->row);
        if (led || now[c].n) t->span[c] = now[c];
    }
}

static void add_row(Table *t, const Row *row)
{
    Str num = {"", 0}, text = {"", 0};
    size_t filled = 0, only = 0, num_at = COLS;
    int line = 0;
    for (size_t i = 0; i < row->n; i++) {
        if (!row->cell[i].n) continue;
        if (!line) line = row->line[i];
        filled++;
        if (t->cols[i] == COL_NUM && num_at == COLS) num = row->cell[i], num_at = i;
        else if (i == t->task) text = row->cell[i];
        else only = i;
    }
    if (!filled) return;
    if (filled == 1 && !text.n && num.n && !is_number_cell(num) && !roman_cell(num)) text = num, num.n = 0, only = 0;
    else if (!text.n && filled <= 2 && only) text = row->cell[only];
    /* "A", "B." */
    int capital = num.n && num.n <= 2 && filled <= 2 && text.n && label_starts_upper(num.p, num.n);
    int group = (num.n && (roman_cell(num) || capital)) ||
        (!num.n && filled == 1 && (label_of(text.p, text.n).type == LABEL_ROMAN ||
        label_is_capitals(text.p, text.n)));
    if (group) {
        group_row(t, num, text, line);
        for (size_t i = 0; i < row->n; i++)
            if (row->cell[i].p != text.p && i != num_at && i != t->task) clean_rest(t->r, "cell", row->cell[i].p,
                row->cell[i].n, row->line[i]);
        return;
    }
    if (!num.n && t->row >= 0 && (!text.n || label_starts_lower(text.p, text.n)) && t->cols[0] == COL_NUM &&
        strlen(t->r->plan->nodes[t->row].text) < 20000) {
        if (text.n) more_text(t, text, line);  /* the row before goes on */
    } else {
        int under = t->group >= 0 ? t->group : t->top;
        int letter = num.n && !is_number_cell(num) && t->sub >= 0;
        int decimal = num.n && memchr(num.p, '.', num.n - 1) && t->sub >= 0;
        t->row = clauses_add_node(t->r, letter || decimal ? t->sub : under, NODE_ROW, own_id(t->r, num), num.n ? clean_text(t->r,
            num.p, num.n, line) : NULL,
                               clean_text(t->r, text.p, text.n, line), line);
        if (!letter && !decimal) t->sub = num.n ? t->row : -1;
    }
    carry_cells(t, row, num.n > 0);
    for (size_t i = 0; i < row->n; i++) {
        if (!row->cell[i].n || i == t->task || i == num_at || row->cell[i].p == text.p) continue;
        clean_rest(t->r, "cell", row->cell[i].p, row->cell[i].n, row->line[i]);
        cell_facts(t, row->cell[i], t->cols[i], t->row);
    }
}

static void take_header(Table *t, const Row *row)
{
    t->n_cols = row->n;
    header_cols(row, t->cols);
    t->task = row->n;
    for (size_t i = 0; i < row->n; i++)
        if (t->cols[i] == COL_TASK && t->task == row->n) t->task = i;
    for (size_t i = 0; i < row->n && t->task == row->n; i++)
        if (t->cols[i] == COL_PRODUCT || t->cols[i] == COL_NONE) t->task = i;
}

static void separators_rest(Reader *r, const Line *l)
{
    Buf b = {0};
    for (size_t i = 0; i < l->n; i++)
        if (l->p[i] == '|') buf_putc(&b, '|');
    clean_rest(r, "mark", buf_text(&b), b.n, l->no);
    buf_free(&b);
}

/* --- one cell on each line --- */

static int row_begins(const Table *t, const Line *l, int expected)
{
    Str c = {l->p, l->n};
    if (t->cols[0] != COL_NUM) return 0;
    if (roman_cell(c)) return 2;
    if (l->label.type == LABEL_ROMAN && l->capitals) return 3;
    return is_number_cell(c) && (atoi(l->p) == expected || (atoi(l->p) == 1 && expected != 1) || memchr(c.p, '.', c.n) ||
        c.n > 1);
}

static int is_time(Str c)
{
    static const char *const TIME[] = {
        "tháng", "quý", "trước", "ngày", "thường xuyên", "hằng", "hàng", "cả năm", "trong năm", "năm 20", "từ ", "xong",
        "chậm nhất", NULL};
    return (c.n && c.p[0] >= '0' && c.p[0] <= '9' && memchr(c.p, '/', c.n)) || zones_starts(c.p, c.n, TIME);
}

/* Cells fewer than columns: the task first, then each by what it looks like. */
static void fit_cells(const Table *t, Row *row)
{
    if (row->n >= t->n_cols || row->n < 2) return;
    Row fit = {.n = t->n_cols};
    size_t col = 0;
    for (size_t i = 0; i < row->n; i++) {
        int time = is_time(row->cell[i]);
        size_t c = col;
        while (i > 1 && c < t->n_cols && time != (t->cols[c] == COL_TIME || t->cols[c] == COL_DUE)) c++;
        if (c >= t->n_cols) c = col;
        if (c >= t->n_cols) c = t->n_cols - 1;
        if (fit.cell[c].n) {
            fit.n = fit.n < COLS ? fit.n + 1 : fit.n;
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
    if (row->n <= 2 && t->cols[0] == COL_NUM && row->n && !is_number_cell(row->cell[0]) && !roman_cell(row->cell[0])) {
        for (size_t i = 0; i < row->n; i++) group_row(t, (Str){"", 0}, row->cell[i], row->line[i]);
    } else {
        fit_cells(t, row);
        add_row(t, row);
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
            expected = begins == 1 && is_number_cell((Str){l->p, l->n}) ? atoi(l->p) + 1 : expected;
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
        if (row.n == COLS) end_row(t, &row);
        row.cell[row.n] = (Str){l->p, l->n};
        row.line[row.n++] = l->no;
    }
    end_row(t, &row);
}

void table_read(Reader *r, size_t from, size_t to, int parent)
{
    Table t = {.r = r, .top = parent, .group = -1, .row = -1, .sub = -1};
    Row row = {0};
    size_t names = table_header_lines(r, from);
    for (size_t i = 0; i < names; i++) {
        row.cell[row.n] = (Str){r->v[from + i].p, r->v[from + i].n};
        row.line[row.n++] = r->v[from + i].no;
        clean_rest_line(r, "table_header", &r->v[from + i]);
    }
    if (names) {
        take_header(&t, &row);
        read_cells(&t, from + names, to);
        return;
    }
    for (size_t i = from; i < to; i++) {
        const Line *l = &r->v[i];
        if (l->role != ROLE_TABLE) continue;
        char sep = separator(l->p, l->n);
        if (table_is_header(l->p, l->n)) {
            split(l->p, l->n, sep, l->no, &row);
            take_header(&t, &row);
            clean_rest_line(r, "table_header", l);
            continue;
        }
        split(l->p, l->n, sep, l->no, &row);
        if (sep == '|') separators_rest(r, l);
        if (sep == ' ') fit_cells(&t, &row);
        add_row(&t, &row);
    }
}
