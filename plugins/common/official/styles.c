/* styles.c - the layout of Decree 30/2020/NĐ-CP as values, and what the option `page.layout` changes in them.
 *
 * The values that ship stand in scripts/05-layout.lua, with the Decree's ranges; those here are the same, for a document that is
 * printed without a base layer. The option is lines "key=value"; an unknown key is left alone, a number is kept within what a
 * page can bear. */
#include "plugins/common/official/inside.h"
#include "plugins/common/writer.h"

typedef struct Base {
    OffRole role;
    OffStyle s;
} Base;

#define NEXT .keep_next = 1, .keep_lines = 1
static const Base base[] = {
    {OFF_BODY, {.name = "Nội dung", .name_en = "Body Text", .size = 14, .align = OFF_JUSTIFY, .first = 12.7, .after = 6, .line = 1.1}},
    {OFF_SUPERIOR, {.name = "Cơ quan chủ quản", .name_en = "Superior Body", .size = 12, .align = OFF_CENTER, .line = 1}},
    {OFF_AGENCY, {.name = "Cơ quan ban hành", .name_en = "Issuing Body", .size = 12, .bold = 1, .align = OFF_CENTER, .line = 1}},
    {OFF_NATION, {.name = "Quốc hiệu", .name_en = "National Name", .size = 12, .bold = 1, .align = OFF_CENTER, .line = 1}},
    {OFF_MOTTO, {.name = "Tiêu ngữ", .name_en = "Motto", .size = 13, .bold = 1, .align = OFF_CENTER, .line = 1}},
    {OFF_NUMBER, {.name = "Số và ký hiệu", .name_en = "Number and Symbol", .size = 13, .align = OFF_CENTER, .before = 6, .line = 1}},
    {OFF_ABOUT, {.name = "Về việc", .name_en = "About", .size = 12, .align = OFF_CENTER, .before = 4, .line = 1}},
    {OFF_PLACE_DATE, {.name = "Địa danh và ngày tháng", .name_en = "Place and Date", .size = 13, .italic = 1, .align = OFF_CENTER,
                      .before = 6, .line = 1}},
    {OFF_TYPE, {.name = "Tên loại", .name_en = "Document Type", .size = 14, .bold = 1, .align = OFF_CENTER, .before = 18, .line = 1,
                NEXT}},
    {OFF_SUBJECT, {.name = "Trích yếu", .name_en = "Subject", .size = 14, .bold = 1, .align = OFF_CENTER, .line = 1, NEXT}},
    {OFF_DECIDER, {.name = "Thẩm quyền ban hành", .name_en = "Decider", .size = 14, .bold = 1, .align = OFF_CENTER, .before = 6,
                   .after = 6, .line = 1, NEXT}},
    {OFF_TO, {.name = "Kính gửi", .name_en = "Addressee", .size = 14, .align = OFF_CENTER, .before = 12, .after = 6, .line = 1.1}},
    {OFF_BASIS, {.name = "Căn cứ", .name_en = "Legal Basis", .size = 14, .italic = 1, .align = OFF_JUSTIFY, .first = 12.7,
                 .after = 6, .line = 1.1}},
    {OFF_PART, {.name = "Phần và chương", .name_en = "Part", .size = 14, .bold = 1, .align = OFF_CENTER, .before = 12, .after = 6,
                .line = 1, .outline = 1, NEXT}},
    {OFF_SECTION_HEAD, {.name = "Mục và tiểu mục", .name_en = "Section", .size = 14, .bold = 1, .align = OFF_CENTER, .before = 6,
                        .after = 6, .line = 1, .outline = 2, NEXT}},
    {OFF_GROUP, {.name = "Nhóm nội dung", .name_en = "Group", .size = 14, .bold = 1, .align = OFF_JUSTIFY, .first = 12.7, .before = 6,
                 .after = 6, .line = 1.1, .outline = 1, NEXT}},
    {OFF_CLAUSE, {.name = "Điều và khoản", .name_en = "Clause", .size = 14, .bold = 1, .align = OFF_JUSTIFY, .first = 12.7, .after = 6,
                  .line = 1.1, .outline = 2, NEXT}},
    {OFF_POINT, {.name = "Điểm", .name_en = "Point", .size = 14, .italic = 1, .align = OFF_JUSTIFY, .first = 12.7, .after = 6,
                 .line = 1.1, .outline = 3, NEXT}},
    {OFF_BULLET, {.name = "Ý", .name_en = "List Item", .size = 14, .align = OFF_JUSTIFY, .first = 12.7, .after = 6, .line = 1.1}},
    {OFF_QUOTE, {.name = "Trích dẫn", .name_en = "Quotation", .size = 14, .italic = 1, .align = OFF_JUSTIFY, .left = 12.7, .after = 6,
                 .line = 1.1}},
    {OFF_CODE, {.name = "Mã", .name_en = "Code", .size = 11, .align = OFF_LEFT, .left = 5, .after = 6, .line = 1}},
    {OFF_CAPTION, {.name = "Tên bảng", .name_en = "Table Caption", .size = 13, .bold = 1, .align = OFF_CENTER, .before = 6, .after = 3,
                   .line = 1, NEXT}},
    {OFF_CELL_HEAD, {.name = "Đầu cột", .name_en = "Table Head", .size = 12, .bold = 1, .align = OFF_CENTER, .before = 2, .after = 2,
                     .line = 1, .keep_lines = 1}},
    {OFF_CELL, {.name = "Ô bảng", .name_en = "Table Cell", .size = 12, .align = OFF_LEFT, .before = 2, .after = 2, .line = 1}},
    {OFF_RECIPIENTS, {.name = "Nơi nhận", .name_en = "Recipients", .size = 12, .bold = 1, .italic = 1, .align = OFF_LEFT, .line = 1,
                      NEXT}},
    {OFF_RECIPIENT, {.name = "Tên nơi nhận", .name_en = "Recipient", .size = 11, .align = OFF_LEFT, .line = 1, NEXT}},
    {OFF_AUTHORITY, {.name = "Quyền hạn chức vụ", .name_en = "Authority", .size = 14, .bold = 1, .align = OFF_CENTER, .line = 1,
                     NEXT}},
    {OFF_SIGN_SPACE, {.name = "Chỗ ký", .name_en = "Signature Space", .size = 14, .align = OFF_CENTER, .before = 56, .line = 1, NEXT}},
    {OFF_SIGNER, {.name = "Họ tên người ký", .name_en = "Signer", .size = 14, .bold = 1, .align = OFF_CENTER, .line = 1,
                  .keep_lines = 1}},
    {OFF_ANNEX, {.name = "Phụ lục", .name_en = "Annex", .size = 14, .bold = 1, .align = OFF_CENTER, .line = 1, .outline = 1, NEXT}},
    {OFF_ANNEX_TITLE, {.name = "Tiêu đề phụ lục", .name_en = "Annex Title", .size = 14, .bold = 1, .align = OFF_CENTER, .line = 1,
                       NEXT}},
    {OFF_ANNEX_NOTE, {.name = "Dẫn chiếu phụ lục", .name_en = "Annex Reference", .size = 13, .italic = 1, .align = OFF_CENTER,
                      .line = 1, NEXT}},
    {OFF_NOTE, {.name = "Chú thích", .name_en = "Footnote", .size = 10, .align = OFF_JUSTIFY, .line = 1}},
    {OFF_RULE, {.name = "Đường kẻ", .name_en = "Rule", .size = 6, .align = OFF_CENTER, .line = 1, NEXT}},
    {OFF_PAGE_NUMBER, {.name = "Số trang", .name_en = "Page Number", .size = 13, .align = OFF_CENTER, .line = 1}},
    {OFF_TITLE, {.name = "Tiêu đề", .name_en = "Sheet Title", .size = 14, .bold = 1, .align = OFF_CENTER, .after = 6, .line = 1,
                 .outline = 1, NEXT}},
    {OFF_SIGN_HINT, {.name = "Ghi chú ký", .name_en = "Signature Hint", .size = 13, .italic = 1, .align = OFF_CENTER, .line = 1, NEXT}},
    {OFF_TO_MANY, {.name = "Kính gửi nhiều nơi", .name_en = "Addressees", .size = 14, .align = OFF_LEFT, .left = 30, .before = 12,
                   .line = 1.1, NEXT}},
    {OFF_TO_ITEM, {.name = "Nơi kính gửi", .name_en = "Addressee Item", .size = 14, .align = OFF_LEFT, .left = 50, .line = 1.1}},
};

/* --- what a layout may change --- */

enum { ROLES_MOST = 12 };
typedef struct SizeKey {
    const char *key;
    OffRole roles[ROLES_MOST];      /* ended by OFF_ROLES */
} SizeKey;

static const SizeKey size_keys[] = {
    {"nation_size", {OFF_NATION, OFF_ROLES}},
    {"motto_size", {OFF_MOTTO, OFF_ROLES}},
    {"superior_size", {OFF_SUPERIOR, OFF_ROLES}},
    {"agency_size", {OFF_AGENCY, OFF_ROLES}},
    {"number_size", {OFF_NUMBER, OFF_ROLES}},
    {"about_size", {OFF_ABOUT, OFF_ROLES}},
    {"place_size", {OFF_PLACE_DATE, OFF_ROLES}},
    {"type_size", {OFF_TYPE, OFF_TITLE, OFF_ROLES}},
    {"subject_size", {OFF_SUBJECT, OFF_DECIDER, OFF_ROLES}},
    {"basis_size", {OFF_BASIS, OFF_ROLES}},
    {"body_size", {OFF_BODY, OFF_BULLET, OFF_QUOTE, OFF_TO, OFF_TO_MANY, OFF_TO_ITEM, OFF_ROLES}},
    {"part_size", {OFF_PART, OFF_SECTION_HEAD, OFF_ROLES}},
    {"heading_size", {OFF_GROUP, OFF_CLAUSE, OFF_POINT, OFF_ROLES}},
    {"table_size", {OFF_CELL, OFF_CELL_HEAD, OFF_ROLES}},
    {"authority_size", {OFF_AUTHORITY, OFF_ROLES}},
    {"signer_size", {OFF_SIGNER, OFF_ROLES}},
    {"recipients_size", {OFF_RECIPIENTS, OFF_ROLES}},
    {"recipient_size", {OFF_RECIPIENT, OFF_ROLES}},
    {"annex_size", {OFF_ANNEX, OFF_ROLES}},
    {"annex_title_size", {OFF_ANNEX_TITLE, OFF_ROLES}},
    {"footnote_size", {OFF_NOTE, OFF_ROLES}},
    {"page_number_size", {OFF_PAGE_NUMBER, OFF_ROLES}},
};

static const OffRole text_roles[] = {OFF_BODY, OFF_BASIS, OFF_BULLET, OFF_GROUP, OFF_CLAUSE, OFF_POINT};

/* A decimal number with "." or ","; without the locale. 0 = not a number. */
static int read_number(SenText t, double *out)
{
    double v = 0, scale = 0;
    size_t i = 0;
    for (; i < t.n && i < 12; i++) {
        if ((t.p[i] == '.' || t.p[i] == ',') && scale == 0) scale = 1;
        else if (t.p[i] >= '0' && t.p[i] <= '9') {
            v = v * 10 + (t.p[i] - '0');
            scale *= 10;
        } else return 0;
    }
    *out = scale > 1 ? v / scale : v;
    return i > 0 && i == t.n;
}

static double within(double v, double least, double most) { return v < least ? least : v > most ? most : v; }

static int set_length(Official *o, LayoutWords *w, SenText key, double v)
{
    if (sentext_is(key, "margin_top")) o->top = within(v, 5, 80);
    else if (sentext_is(key, "margin_bottom")) o->bottom = within(v, 5, 80);
    else if (sentext_is(key, "margin_left")) o->left = within(v, 5, 60);
    else if (sentext_is(key, "margin_right")) o->right = within(v, 5, 60);
    else if (sentext_is(key, "header_left")) w->header_left = within(v, 30, 90);
    else if (sentext_is(key, "rule_share")) w->rule_share = within(v, 0.1, 1);
    else if (sentext_is(key, "sign_space")) w->sign_space = within(v, 0, 80);
    else return 0;
    return 1;
}

static void set_text_style(Official *o, SenText key, double v)
{
    for (size_t i = 0; i < sizeof text_roles / sizeof *text_roles; i++) {
        OffStyle *s = &o->style[text_roles[i]];
        if (sentext_is(key, "indent")) s->first = within(v, 0, 40);
        if (sentext_is(key, "space_between")) s->after = within(v, 0, 40);
        if (sentext_is(key, "line_spacing")) s->line = within(v, 0.8, 3);
    }
}

static void set_number(Official *o, LayoutWords *w, SenText key, double v)
{
    if (set_length(o, w, key, v)) return;
    set_text_style(o, key, v);
    if (sentext_is(key, "page_numbers")) o->page_numbers = v != 0;
    if (sentext_is(key, "basis_italic")) o->style[OFF_BASIS].italic = v != 0;
    for (size_t i = 0; i < sizeof size_keys / sizeof *size_keys; i++) {
        if (!sentext_is(key, size_keys[i].key)) continue;
        for (size_t k = 0; k < ROLES_MOST && size_keys[i].roles[k] != OFF_ROLES; k++)
            o->style[size_keys[i].roles[k]].size = within(v, 6, 40);
    }
}

static void set_one(Memory *m, Official *o, LayoutWords *w, SenText key, SenText value)
{
    double v;
    if (sentext_is(key, "font") && value.n && value.n <= 60) {
        char *name = memory_take(m, value.n + 1);
        if (name) memcpy(name, value.p, value.n);
        if (name) o->font = name;
    }
    else if (sentext_is(key, "end_mark")) w->end_mark = sentext_is(value, "-") ? SEN_STR("") : value;
    else if (sentext_is(key, "basis_end")) w->basis_end = value;
    else if (read_number(value, &v)) set_number(o, w, key, v);
}

void styles_set(Memory *m, Official *o, LayoutWords *w, SenText layout)
{
    for (size_t i = 0; i < sizeof base / sizeof *base; i++) o->style[base[i].role] = base[i].s;
    o->page_width = 210;
    o->page_height = 297;
    o->top = o->bottom = 20;
    o->left = 30;
    o->right = 15;
    o->list_step = 5;
    o->table_padding = 1.9;
    o->font = "Times New Roman";
    o->page_numbers = 1;
    *w = (LayoutWords){SEN_TEXT("./."), SEN_TEXT("."), 65, 0.4, 20};
    for (size_t i = 0; i < layout.n;) {
        size_t end = i, equal = 0;
        while (end < layout.n && layout.p[end] != '\n') end++;
        for (size_t k = i; k < end && !equal; k++)
            if (layout.p[k] == '=') equal = k;
        if (equal) set_one(m, o, w, letters_trim((SenText){layout.p + i, equal - i}),
                           letters_trim((SenText){layout.p + equal + 1, end - equal - 1}));
        i = end + 1;
    }
    o->page_number_top = within(o->top / 2, 5, 40);
    o->style[OFF_SIGN_SPACE].before = w->sign_space * 72 / 25.4;
}
