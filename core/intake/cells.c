/* cells.c - the cells of a line and the names of a table's columns; knows no rows and no nodes. */
#include "core/intake/cells.h"
#include <stdlib.h>
#include <string.h>
#include "core/intake/phrase.h"

static const struct { const char *word; Col col; int anywhere; } NAMES[] = {
    {"phối hợp", COL_SUPPORT, 1}, {"chủ trì", COL_LEAD, 1}, {"stt", COL_NUM, 0}, {"tt", COL_NUM, 0}, {"số tt", COL_NUM, 0},
        {"số thứ tự", COL_NUM, 0},
    {"ghi chú", COL_NOTE, 0}, {"kinh phí", COL_NOTE, 1}, {"nguồn", COL_NOTE, 0}, {"đơn vị tính", COL_UNIT, 0}, {"đvt",
        COL_UNIT, 0},
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


/* "Kế hoạch năm 2026", "Chỉ tiêu giao 2026", "Năm 2026": what shall be reached; not what was. */
static int names_value(const char *low)
{
    static const char *const BEGIN[] = {"kế hoạch", "chỉ tiêu", "mục tiêu", "năm 20", "đến năm 20", "giao", "phấn đấu", NULL};
    for (size_t i = 0; BEGIN[i]; i++)
        if (!strncmp(low, BEGIN[i], strlen(BEGIN[i])) && (strstr(low, " 20") || strstr(low, "giao"))) return 1;
    return 0;
}

Col cells_column(const char *s, size_t n)
{
    Buf low = {0};
    Col col = COL_NONE;
    if (!n || n > 90 || !label_starts_upper(s, n)) return COL_NONE;
    phrase_lower(s, n, &low);
    const char *p = buf_text(&low);
    static const char *const TOUCHED[] = {"được kiểm tra", "được giám sát", "được thanh tra", "thụ hưởng", "được hỗ trợ", NULL};
    for (size_t i = 0; TOUCHED[i]; i++)
        if (strstr(p, TOUCHED[i])) {       /* those it is done to, not those who do it */
            buf_free(&low);
            return COL_NONE;
        }
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES && !col; i++) {
        size_t k = strlen(NAMES[i].word);
        if (NAMES[i].col == COL_NUM ? low.n == k && !strcmp(p, NAMES[i].word)
            : NAMES[i].anywhere ? strstr(p, NAMES[i].word) != NULL : !strncmp(p, NAMES[i].word, k)) col = NAMES[i].col;
    }
    if (!col && names_value(p)) col = COL_VALUE;
    buf_free(&low);
    return col;
}

char cells_separator(const char *s, size_t n)
{
    size_t bars = 0, tabs = 0, gaps = 0;
    for (size_t i = 0; i < n; i++) {
        bars += s[i] == '|';
        tabs += s[i] == '\t';
        gaps += i + 2 < n && s[i] == ' ' && s[i + 1] == ' ' && s[i + 2] == ' ' && (i + 3 >= n || s[i + 3] != ' ');
    }
    return bars ? '|' : tabs ? '\t' : gaps ? ' ' : 0;
}

void cells_split(const char *s, size_t n, char sep, int line, Row *row)
{
    size_t from = 0;
    if (sep == '|') {
        if (n && s[0] == '|') from = 1;
        if (n > from && s[n - 1] == '|') n--;
    }
    memset(row, 0, sizeof *row);
    for (size_t i = from; i <= n; i++) {
        int cut = i == n || (sep == ' ' ? i + 2 < n && !memcmp(s + i, "   ", 3) : s[i] == sep);
        if (!cut || (i < n && row->n == CELLS_MOST - 1)) continue;
        row->cell[row->n] = str_trim((Str){s + from, i - from});
        row->line[row->n++] = line;
        from = i + 1;
        while (sep == ' ' && from < n && s[from] == ' ') from++;
        if (sep == ' ' && i < n) i = from - 1;
    }
}

int cells_is_row(const char *s, size_t n)
{
    char sep = cells_separator(s, n);
    return sep == '|' || sep == '\t' || (sep == ' ' && n > 12);
}

size_t cells_name_columns(const Row *row, Col *cols)
{
    size_t named = 0, task = 0, unit = 0, product = 0;
    for (size_t i = 0; i < row->n; i++) {
        Col c = cells_column(row->cell[i].p, row->cell[i].n);
        if (cols) cols[i] = c;
        named += c != COL_NONE;
        task += c == COL_TASK || c == COL_LEAD;
        unit += c == COL_UNIT;
        product += c == COL_PRODUCT;
    }
    return (task || (unit && product)) && named >= 2 && named * 3 >= row->n * 2 ? row->n : 0;
}

int cells_is_header(const char *s, size_t n)
{
    Row row;
    if (n > 600) return 0;
    cells_split(s, n, cells_separator(s, n), 0, &row);
    return row.n >= 2 && cells_name_columns(&row, NULL) > 0;
}

size_t cells_header_lines(const Reader *r, size_t from)
{
    size_t n = 0, task = 0, num = 0, pages = 0;
    while (from + n < r->n && n < CELLS_MOST) {
        const Line *l = &r->v[from + n];
        if (n && l->role == ROLE_PAGE) {
            n++;
            pages++;
            continue;
        }
        if (l->role == ROLE_MARK || l->n > 90 || l->label.type != LABEL_NONE || cells_separator(l->p, l->n)) break;
        Col c = cells_column(l->p, l->n);
        if (!c) break;
        task += c == COL_TASK;
        num += c == COL_NUM;
        n++;
    }
    return task && n >= 3 + pages && (num || n >= 4 + pages) ? n : 0;
}

int cells_is_number(Str c)
{
    size_t i = 0;
    while (i < c.n && ((c.p[i] >= '0' && c.p[i] <= '9') || c.p[i] == '.')) i++;
    return c.n && i == c.n && c.n <= 8 && c.p[0] != '.';
}

int cells_roman(Str c)
{
    size_t n = c.n && strchr(".)", c.p[c.n - 1]) ? c.n - 1 : c.n;
    return label_roman(c.p, n);
}

int cells_counts(const Row *row)
{
    long want = 1;
    if (row->n < 3) return 0;
    for (size_t i = 0; i < row->n; i++) {
        Str c = row->cell[i];
        if (c.n > 2 && c.p[0] == '(' && c.p[c.n - 1] == ')') c.p++, c.n -= 2;
        if (c.n == 1 && *c.p >= 'A' && *c.p <= 'C' && want == 1) continue;
        if (!c.n || c.n > 2 || !cells_is_number(c) || atol(c.p) != want) return 0;
        want++;
    }
    return want > 2;
}
