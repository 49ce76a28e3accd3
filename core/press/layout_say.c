/* layout_say.c - how the layout checker names a part and a place of a document. */
#include "core/press/layout_inside.h"
#include "core/base/text.h"
#include <string.h>

static const char *quote(const LayDoc *d, const LayLine *l)
{
    size_t n = l->text.n < 60 ? l->text.n : text_cut(l->text.p, 57);
    return arena_print(d->arena, "«%.*s%s»", (int)n, l->text.p, n < l->text.n ? "…" : "");
}

static const char *place_in(const LayDoc *d, const LayLine *l, const char *vi, const char *en)
{
    const char *q = quote(d, l);
    if (!l->table)
        return arena_print(d->arena, "đoạn %d %s%s" ERR_BOTH "paragraph %d %s%s", l->no, q, vi, l->no, q, en);
    return arena_print(d->arena, "bảng %d, hàng %d, cột %d %s%s" ERR_BOTH "table %d, row %d, column %d %s%s", l->table, l->row,
                       l->column, q, vi, l->table, l->row, l->column, q, en);
}

const char *layout_place(const LayDoc *d, const LayLine *l) { return place_in(d, l, "", ""); }

void layout_group(LayGroup *g, const LayLine *l)
{
    if (!g->n++) g->first = l;
}

const char *layout_many(const LayDoc *d, const LayGroup *g)
{
    if (g->n < 2) return layout_place(d, g->first);
    return place_in(d, g->first, arena_print(d->arena, " và %zu đoạn khác", g->n - 1),
                    arena_print(d->arena, " and %zu more", g->n - 1));
}

const char *layout_name(LayRole role)
{
    static const char *const NAMES[LAY_ROLES] = {
        [LAY_NATION] = "Quốc hiệu" ERR_BOTH "the national name", [LAY_MOTTO] = "Tiêu ngữ" ERR_BOTH "the motto",
        [LAY_SUPERIOR] = "tên cơ quan chủ quản" ERR_BOTH "the superior body",
        [LAY_AGENCY] = "tên cơ quan ban hành" ERR_BOTH "the issuing body",
        [LAY_NUMBER] = "số, ký hiệu" ERR_BOTH "number and symbol",
        [LAY_ABOUT] = "trích yếu công văn (V/v)" ERR_BOTH "the subject (V/v)",
        [LAY_PLACE] = "địa danh, thời gian ban hành" ERR_BOTH "place and date",
        [LAY_TYPE] = "tên loại văn bản" ERR_BOTH "the document type", [LAY_SUBJECT] = "trích yếu nội dung" ERR_BOTH "the subject",
        [LAY_TO] = "Kính gửi" ERR_BOTH "the addressee", [LAY_BASIS] = "căn cứ ban hành" ERR_BOTH "a legal basis",
        [LAY_BODY] = "nội dung" ERR_BOTH "the text", [LAY_PART] = "tên phần, chương" ERR_BOTH "a part or chapter",
        [LAY_HEADING] = "tên mục" ERR_BOTH "a heading", [LAY_RECIPIENTS] = "từ «Nơi nhận»" ERR_BOTH "the word «Nơi nhận»",
        [LAY_RECIPIENT] = "nơi nhận" ERR_BOTH "a recipient",
        [LAY_AUTHORITY] = "quyền hạn, chức vụ người ký" ERR_BOTH "authority and title",
        [LAY_SIGNER] = "họ tên người ký" ERR_BOTH "the signer's name", [LAY_ANNEX] = "từ «Phụ lục»" ERR_BOTH "the word «Phụ lục»",
        [LAY_ANNEX_TITLE] = "tên phụ lục" ERR_BOTH "the annex title",
    };
    return NAMES[role] ? NAMES[role] : "văn bản" ERR_BOTH "the document";
}

const char *layout_both(const LayDoc *d, const char *a, const char *b)
{
    const char *ae = strstr(a, ERR_BOTH), *be = strstr(b, ERR_BOTH);
    if (!ae || !be) return arena_print(d->arena, "%s, %s", a, b);
    return arena_print(d->arena, "%.*s, %.*s" ERR_BOTH "%s, %s", (int)(ae - a), a, (int)(be - b), b, ae + strlen(ERR_BOTH),
                       be + strlen(ERR_BOTH));
}
