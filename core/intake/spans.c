/* spans.c - where a table ends: its lines get their role; reads no cell. */
#include <string.h>
#include "core/intake/columns.h"

/* "III. TỔ CHỨC THỰC HIỆN" after a table under "II.", "3. Kinh phí" in capitals: the body goes on. last: the Roman number
 * before the table, 0 = none, -1 = the table is an annex. */
static int body_goes_on(const Line *l, int last)
{
    static const char *const PARTS[] = {
        "tổ chức thực hiện", "kinh phí", "nguồn kinh phí", "trách nhiệm", "chế độ báo cáo", "công tác kiểm tra", NULL};
    if (l->label.type == LABEL_PART || l->label.type == LABEL_ARTICLE) return 1;
    if (last >= 0 && l->capitals && l->label.type == LABEL_NONE && l->n > 10 && lines_starts(l->p, l->n, PARTS)) return 1;
    return last > 0 && l->label.type == LABEL_ROMAN && l->label.v[0] == last + 1 && l->n > l->label.n + 3;
}

/* A table printed with spaces: its lines stand under its columns. Returns the line after it, i = none. */
static size_t mark_columns(Reader *r, size_t i, int last_roman, int annex)
{
    Columns c;
    size_t limit = i + 1, j;
    if (r->missed_columns > 200 || !columns_may_begin(&r->v[i])) return i;
    while (limit < r->n && limit < i + 400 && !lines_is_annex(&r->v[limit], 0) && !lines_is_tail(&r->v[limit]) &&
        !body_goes_on(&r->v[limit], last_roman)) limit++;
    if (!columns_find(r, i, limit, &c)) {
        r->missed_columns++;
        return i;
    }
    for (j = c.first; j < r->n; j++) {
        Line *l = &r->v[j];
        int hold = columns_hold(&c, l), group = annex && (l->capitals || l->label.type == LABEL_ROMAN);
        if (l->role == ROLE_MARK) continue;
        if (lines_is_annex(l, 0) || lines_is_tail(l) || body_goes_on(l, last_roman)) break;
        if (lines_is_page_number(l) && hold < 2 && (l->page || l->indent > 8 || !cells_is_number(str_of(l->p)) ||
            c.names.n == 0 || cells_column(c.names.cell[0].p, c.names.cell[0].n) != COL_NUM)) {
            l->role = ROLE_PAGE;
            continue;
        }
        if (!hold && !group) break;
        if (hold == 1 && !annex && (l->label.type != LABEL_NONE || (l->blank && l->capitals))) break;
    }
    while (j > c.first && r->v[j - 1].role == ROLE_MARK) j--;
    for (size_t k = i; k < j; k++)
        if (r->v[k].role != ROLE_MARK && r->v[k].role != ROLE_PAGE) r->v[k].role = ROLE_TABLE;
    return j;
}

/* The rows a reader of files gave. */
static size_t mark_grid(Reader *r, size_t i)
{
    for (; i < r->n && (r->v[i].row || r->v[i].role == ROLE_MARK); i++)
        if (r->v[i].row) r->v[i].role = ROLE_TABLE;
    return i;
}

/* A line without cells amid rows: the title of a group of rows, whose empty cells were cut off with the end of the line. */
static int is_group_line(const Reader *r, size_t i, size_t from, int last_roman)
{
    const Line *l = &r->v[i];
    char sep = cells_separator(r->v[from].p, r->v[from].n);
    if (i + 1 >= r->n || sep == ' ' || l->n > 200 || l->blank || l[1].blank || cells_separator(l[1].p, l[1].n) != sep ||
        cells_is_header(l[1].p, l[1].n)) return 0;
    return last_roman < 0 || l->label.type == LABEL_ROMAN || l->label.type == LABEL_UPPER || l->capitals;
}

/* Rows after a header; returns the line after the table. last_roman: see body_goes_on. */
size_t spans_mark_table(Reader *r, size_t i, int last_roman)
{
    if (r->v[i].row) return mark_grid(r, i);
    size_t names = cells_header_lines(r, i), spaced = names ? i : mark_columns(r, i, last_roman, r->v[i].part >= 2);
    if (spaced > i) return spaced;
    if (!names && !(cells_is_row(r->v[i].p, r->v[i].n) && cells_is_header(r->v[i].p, r->v[i].n))) return i;
    size_t end = i + (names ? names : 1);
    for (; end < r->n; end++) {
        const Line *l = &r->v[end];
        if (l->role == ROLE_MARK) continue;
        if (lines_is_annex(l, 0) || lines_is_tail(l) || (names && body_goes_on(l, last_roman))) break;
        if (names && !r->doubled && l->blank && end + 1 < r->n && r->v[end + 1].blank &&
            lines_is_page_number(l)) r->v[end].role = ROLE_PAGE;
        if (!names && !cells_is_row(l->p, l->n) && !is_group_line(r, end, i, last_roman)) break;
    }
    while (end > i && r->v[end - 1].role == ROLE_MARK && !names) end--;
    for (size_t k = i; k < end; k++)
        if (r->v[k].role != ROLE_MARK && r->v[k].role != ROLE_PAGE) r->v[k].role = ROLE_TABLE;
    return end;
}
