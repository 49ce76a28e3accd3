/* correct_word.c - the names of what can be corrected, and a list of corrections as text; knows no plan. */
#include "core/model/correct.h"
#include "core/base/text.h"
#include <stdlib.h>
#include <string.h>

static const struct { const char *vi, *en, *example; } whats[CORRECT_WHATS] = {
    [CORRECT_TEXT] = {"nội dung", "text", "cả câu đúng của mục"},
    [CORRECT_LABEL] = {"nhãn", "label", "2."},
    [CORRECT_KIND] = {"loại", "kind", "phần, nhóm, điểm, điều, gạch đầu dòng, dòng bảng, đoạn"},
    [CORRECT_PARENT] = {"thuộc mục", "parent", "II.1"},
    [CORRECT_SPLIT] = {"tách", "split", "ý thứ nhất || ý thứ hai"},
    [CORRECT_JOIN] = {"gộp vào", "join", "II.1.a.3"},
    [CORRECT_DATE] = {"thời gian", "date", 
                      "trước 05/12/2026; 15/11/2026 - 15/12/2026; tháng 6/2026; quý IV/2026; ngày 25/11/2026"},
    [CORRECT_ACTOR] = {"cơ quan", "actor", "chủ trì: Phòng Văn hóa - Xã hội (hoặc phối hợp, đề nghị, nhóm)"},
    [CORRECT_TARGET] = {"chỉ tiêu", "target", "ít nhất 60 % năm 2026 (hoặc không quá, bằng)"},
    [CORRECT_LEGAL] = {"văn bản", "legal", "Quyết định 12/QĐ-UBND ngày 05/3/2026 của Ủy ban nhân dân tỉnh"},
    [CORRECT_TYPE] = {"loại văn bản", "type", "Kế hoạch"},
    [CORRECT_NUMBER] = {"số", "number", "17"},
    [CORRECT_SYMBOL] = {"ký hiệu", "symbol", "KH-UBND"},
    [CORRECT_PLACE] = {"địa danh", "place", "An Hòa"},
    [CORRECT_ISSUED] = {"ngày ban hành", "issued", "ngày 05 tháng 3 năm 2026"},
    [CORRECT_SUBJECT] = {"trích yếu", "subject", "Thực hiện công tác bình đẳng giới năm 2026"},
    [CORRECT_ISSUER] = {"cơ quan ban hành", "issuer", "Ủy ban nhân dân phường An Hòa"},
    [CORRECT_YEAR] = {"năm kế hoạch", "plan year", "2026"},
    [CORRECT_AUTHORITY] = {"thẩm quyền ký", "authority", "TM. ỦY BAN NHÂN DÂN"},
    [CORRECT_TITLE] = {"chức vụ người ký", "title", "CHỦ TỊCH"},
    [CORRECT_SIGNER] = {"người ký", "signer", "Nguyễn Thị Mai"},
    [CORRECT_RECIPIENT] = {"nơi nhận", "recipient", "Hội Liên hiệp Phụ nữ phường"},
};

int correct_is_document(CorrectWhat w) { return w >= CORRECT_TYPE && w < CORRECT_WHATS; }
const char *correct_what_name(CorrectWhat w, int english) { return english ? whats[w].en : whats[w].vi; }
const char *correct_example(CorrectWhat w) { return whats[w].example; }

int correct_is_removal(const char *right)
{
    return text_same_folded(right, "bỏ") || text_same_folded(right, "xóa") || text_same_folded(right, "remove");
}

int correct_find_what(const char *name)
{
    for (int i = 0; i < CORRECT_WHATS; i++)
        if (text_same_folded(name, whats[i].vi) || text_same_folded(name, whats[i].en)) return i;
    return -1;
}

const char *correct_near_what(const char *name)
{
    const char *names[2 * CORRECT_WHATS];
    for (size_t i = 0; i < CORRECT_WHATS; i++) {
        names[2 * i] = whats[i].vi;
        names[2 * i + 1] = whats[i].en;
    }
    return text_nearest(name, names, 2 * CORRECT_WHATS);
}

/* --- as text --- */

static void put_cell(const char *s, Buf *out)
{
    for (; s && *s; s++) buf_putc(out, *s == '\t' || *s == '\n' || *s == '\r' ? ' ' : *s);
    buf_putc(out, '\t');
}

void correct_write(const Corrections *list, Buf *out)
{
    for (size_t i = 0; i < list->n; i++) {
        const Correction *c = &list->v[i];
        put_cell(c->key, out);
        put_cell(c->address, out);
        put_cell(whats[c->what].en, out);
        put_cell(c->now, out);
        put_cell(c->right, out);
        put_cell(c->text, out);
        put_cell(c->file, out);
        buf_printf(out, "%d\n", c->line);
    }
}

void correct_parse(const char *text, Arena *a, Corrections *out)
{
    size_t n = 0;
    for (const char *p = text; *p; p++) n += *p == '\n';
    *out = (Corrections){arena_alloc(a, mem_mul(n + 1, sizeof *out->v)), 0};
    while (*text) {
        const char *end = strchr(text, '\n');
        size_t len = end ? (size_t)(end - text) : strlen(text);
        const char *cell[8] = {"", "", "", "", "", "", "", ""}, *p = text;
        for (int i = 0; i < 8 && p <= text + len; i++) {
            const char *tab = memchr(p, '\t', len - (size_t)(p - text));
            size_t k = tab ? (size_t)(tab - p) : len - (size_t)(p - text);
            cell[i] = arena_text(a, p, k);
            p += k + 1;
        }
        int what = correct_find_what(cell[2]);
        if (what >= 0)
            out->v[out->n++] = (Correction){.key = cell[0], .address = cell[1], .what = (CorrectWhat)what, .now = cell[3],
                                            .right = cell[4], .text = cell[5], .file = cell[6],
                                            .line = atoi(cell[7]), .node = -1};
        text += len + (end != NULL);
    }
}
