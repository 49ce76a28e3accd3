/* styles.c - the layout of Decree 30/2020/NĐ-CP as values, and what the option `page.layout` changes in them.
 *
 * The values that ship stand in scripts/05-layout.lua, with the Decree's ranges; those here are the same, for a document that is
 * printed without a base layer. The option is lines "key=value"; an unknown key is left alone, a number is kept within what a
 * page can bear. */
#include "plugins/common/official/inside.h"
#include "plugins/common/writer.h"

typedef struct Base {
    OffRole role;
    const char *name, *name_en;
    double size;
    int bold, italic;
    OffAlign align;
    double first, left, before, after, line;
    int keep, outline;              /* keep: with the next paragraph, and in one piece */
} Base;

/* role, names, pt, bold, italic, align, first and left (mm), before and after (pt), line, keep, outline */
static const Base base[] = {
    {OFF_BODY, "Nội dung", "Body Text", 14, 0, 0, OFF_JUSTIFY, 12.7, 0, 0, 6, 1.1, 0, 0},
    {OFF_SUPERIOR, "Cơ quan chủ quản", "Superior Body", 12, 0, 0, OFF_CENTER, 0, 0, 0, 0, 1, 0, 0},
    {OFF_AGENCY, "Cơ quan ban hành", "Issuing Body", 12, 1, 0, OFF_CENTER, 0, 0, 0, 0, 1, 0, 0},
    {OFF_NATION, "Quốc hiệu", "National Name", 12, 1, 0, OFF_CENTER, 0, 0, 0, 0, 1, 0, 0},
    {OFF_MOTTO, "Tiêu ngữ", "Motto", 13, 1, 0, OFF_CENTER, 0, 0, 0, 0, 1, 0, 0},
    {OFF_NUMBER, "Số và ký hiệu", "Number and Symbol", 13, 0, 0, OFF_CENTER, 0, 0, 6, 0, 1, 0, 0},
    {OFF_ABOUT, "Về việc", "About", 12, 0, 0, OFF_CENTER, 0, 0, 4, 0, 1, 0, 0},
    {OFF_PLACE_DATE, "Địa danh và ngày tháng", "Place and Date", 13, 0, 1, OFF_CENTER, 0, 0, 6, 0, 1, 0, 0},
    {OFF_TYPE, "Tên loại", "Document Type", 14, 1, 0, OFF_CENTER, 0, 0, 18, 0, 1, 1, 0},
    {OFF_SUBJECT, "Trích yếu", "Subject", 14, 1, 0, OFF_CENTER, 0, 0, 0, 0, 1, 1, 0},
    {OFF_DECIDER, "Thẩm quyền ban hành", "Decider", 14, 1, 0, OFF_CENTER, 0, 0, 6, 6, 1, 1, 0},
    {OFF_TO, "Kính gửi", "Addressee", 14, 0, 0, OFF_CENTER, 0, 0, 12, 6, 1.1, 0, 0},
    {OFF_BASIS, "Căn cứ", "Legal Basis", 14, 0, 1, OFF_JUSTIFY, 12.7, 0, 0, 6, 1.1, 0, 0},
    {OFF_PART, "Phần và chương", "Part", 14, 1, 0, OFF_CENTER, 0, 0, 12, 6, 1, 1, 1},
    {OFF_SECTION_HEAD, "Mục và tiểu mục", "Section", 14, 1, 0, OFF_CENTER, 0, 0, 6, 6, 1, 1, 2},
    {OFF_GROUP, "Nhóm nội dung", "Group", 14, 1, 0, OFF_JUSTIFY, 12.7, 0, 6, 6, 1.1, 1, 1},
    {OFF_CLAUSE, "Điều và khoản", "Clause", 14, 1, 0, OFF_JUSTIFY, 12.7, 0, 0, 6, 1.1, 1, 2},
    {OFF_POINT, "Điểm", "Point", 14, 0, 1, OFF_JUSTIFY, 12.7, 0, 0, 6, 1.1, 1, 3},
    {OFF_BULLET, "Ý", "List Item", 14, 0, 0, OFF_JUSTIFY, 12.7, 0, 0, 6, 1.1, 0, 0},
    {OFF_QUOTE, "Trích dẫn", "Quotation", 14, 0, 1, OFF_JUSTIFY, 0, 12.7, 0, 6, 1.1, 0, 0},
    {OFF_CODE, "Mã", "Code", 11, 0, 0, OFF_LEFT, 0, 5, 0, 6, 1, 0, 0},
    {OFF_CAPTION, "Tên bảng", "Table Caption", 13, 1, 0, OFF_CENTER, 0, 0, 6, 3, 1, 1, 0},
    {OFF_CELL_HEAD, "Đầu cột", "Table Head", 12, 1, 0, OFF_CENTER, 0, 0, 2, 2, 1, 0, 0},
    {OFF_CELL, "Ô bảng", "Table Cell", 12, 0, 0, OFF_LEFT, 0, 0, 2, 2, 1, 0, 0},
    {OFF_RECIPIENTS, "Nơi nhận", "Recipients", 12, 1, 1, OFF_LEFT, 0, 0, 0, 0, 1, 1, 0},
    {OFF_RECIPIENT, "Tên nơi nhận", "Recipient", 11, 0, 0, OFF_LEFT, 0, 0, 0, 0, 1, 1, 0},
    {OFF_AUTHORITY, "Quyền hạn chức vụ", "Authority", 14, 1, 0, OFF_CENTER, 0, 0, 0, 0, 1, 1, 0},
    {OFF_SIGN_SPACE, "Chỗ ký", "Signature Space", 14, 0, 0, OFF_CENTER, 0, 0, 56, 0, 1, 1, 0},
    {OFF_SIGNER, "Họ tên người ký", "Signer", 14, 1, 0, OFF_CENTER, 0, 0, 0, 0, 1, 0, 0},
    {OFF_ANNEX, "Phụ lục", "Annex", 14, 1, 0, OFF_CENTER, 0, 0, 0, 0, 1, 1, 1},
    {OFF_ANNEX_TITLE, "Tiêu đề phụ lục", "Annex Title", 14, 1, 0, OFF_CENTER, 0, 0, 0, 0, 1, 1, 0},
    {OFF_ANNEX_NOTE, "Dẫn chiếu phụ lục", "Annex Reference", 13, 0, 1, OFF_CENTER, 0, 0, 0, 0, 1, 1, 0},
    {OFF_NOTE, "Chú thích", "Footnote", 10, 0, 0, OFF_JUSTIFY, 0, 0, 0, 0, 1, 0, 0},
    {OFF_RULE, "Đường kẻ", "Rule", 6, 0, 0, OFF_CENTER, 0, 0, 0, 0, 1, 1, 0},
    {OFF_PAGE_NUMBER, "Số trang", "Page Number", 13, 0, 0, OFF_CENTER, 0, 0, 0, 0, 1, 0, 0},
    {OFF_TITLE, "Tiêu đề", "Sheet Title", 14, 1, 0, OFF_CENTER, 0, 0, 0, 6, 1, 1, 1},
    {OFF_SIGN_HINT, "Ghi chú ký", "Signature Hint", 13, 0, 1, OFF_CENTER, 0, 0, 0, 0, 1, 1, 0},
    {OFF_TO_MANY, "Kính gửi nhiều nơi", "Addressees", 14, 0, 0, OFF_LEFT, 0, 30, 12, 0, 1.1, 1, 0},
    {OFF_TO_ITEM, "Nơi kính gửi", "Addressee Item", 14, 0, 0, OFF_LEFT, 0, 50, 0, 3, 1.1, 0, 0},
};

static OffStyle style_of(const Base *b)
{
    return (OffStyle){b->name, b->name_en, b->size, b->bold, b->italic, b->align, b->first, b->left, 0, b->before, b->after,
                      b->line, b->keep, b->keep, b->outline};
}

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
    for (size_t i = 0; i < sizeof base / sizeof *base; i++) o->style[base[i].role] = style_of(&base[i]);
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
