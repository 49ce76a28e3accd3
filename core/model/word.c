/* word.c - look-ups in the bilingual table; the data stand in words.def and choices.def. */
#include "core/model/word.h"
#include "core/base/text.h"
#include <string.h>

#define COUNT(a) (sizeof(a) / sizeof *(a))

#define LIST(name, open) static const Choice choices_##name[] = {
#define C(name, alias, read, en) {name, alias, read, en},
#define END };
#include "core/model/choices.def"
#undef LIST
#undef C
#undef END

#define LIST(name, open) static const ChoiceList list_##name = {#name, choices_##name, COUNT(choices_##name), open};
#define C(name, alias, read, en)
#define END
#include "core/model/choices.def"
#undef LIST

#define LIST(name, open) &list_##name,
static const ChoiceList *const lists[] = {
#include "core/model/choices.def"
};
#undef LIST
#undef C
#undef END

#define KIND(K, name, alias, read, plural, vi, en, ex_en, ex_vi) static const Field fields_##K[] = {
#define F(name, alias, read, type, list, target, flags, vi, en, ex) \
    {name, alias, read, FIELD_##type, list, target, flags, vi, en, ex, read ERR_BOTH name},
#define END };
#include "core/model/words.def"
#undef KIND
#undef F
#undef END

#define KIND(K, name, alias, read, plural, vi, en, ex_en, ex_vi) \
    {name, alias, read, plural, fields_##K, COUNT(fields_##K), vi, en, ex_en, ex_vi, read ERR_BOTH name},
#define F(name, alias, read, type, list, target, flags, vi, en, ex)
#define END
static const KindWord kinds[KINDS] = {
#include "core/model/words.def"
};
#undef KIND
#undef F
#undef END

static const VerbWord verbs[VERBS] = {
    {"", "", "", "Khai báo một thứ mới", "Declares a new thing", "", "", ""},
    {"edit", "sua", "sửa", "Đổi một vài trường của thứ đã có ở lớp dưới; bắt buộc có lý do",
     "Changes fields of what a lower layer declared; needs a reason",
     "edit.task \"action-month\" { lead = \"culture-social\", why = \"Phân công tại cuộc họp giao ban\" }",
     "sua.nhiem_vu \"thang-hanh-dong\" { chu_tri = \"van-hoa-xa-hoi\", ly_do = \"Phân công tại cuộc họp giao ban\" }",
     "sửa" ERR_BOTH "edit"},
    {"add", "them", "thêm", "Thêm một thứ vào lớp này; viết them { … } là thêm vào danh sách",
     "Adds a thing in this layer; add { … } adds to a list",
     "add.item \"action-month/talk\" { \"Tọa đàm\", after = \"plan\" }",
     "them.viec \"thang-hanh-dong/toa-dam\" { \"Tọa đàm\", dat_sau = \"plan\" }",
     "thêm" ERR_BOTH "add"},
    {"remove", "bo", "bỏ (giữ lịch sử)", "Bỏ một thứ đã có, vẫn giữ lịch sử; viết bo { … } là bớt khỏi danh sách",
     "Takes a thing away, its history is kept; remove { … } takes from a list",
     "remove.item \"action-month/radio\" { why = \"Đài đang sửa chữa đến hết tháng 12\" }",
     "bo.viec \"thang-hanh-dong/radio\" { ly_do = \"Đài đang sửa chữa đến hết tháng 12\" }",
     "bỏ" ERR_BOTH "remove"},
    {"waive", "ngoai_le", "ngoại lệ", "Đổi một trường đã khóa; phải có lý do, người duyệt và ngày hết hiệu lực",
     "Changes a locked field; needs a reason, an approver and an end",
     "waive.task \"reporting\" { due = \"10/12\", why = \"Mưa lũ\", approver = \"Chủ tịch UBND tỉnh\", expires = \"31/12/2026\" "
     "}",
     "ngoai_le.nhiem_vu \"bao-cao-nam\" { han = \"10/12\", ly_do = \"Mưa lũ\", nguoi_duyet = \"Chủ tịch UBND tỉnh\", "
     "het_hieu_luc = \"31/12/2026\" }",
     "đặt ngoại lệ cho" ERR_BOTH "waive"},
};

static const Field statement_fields[WORD_STATEMENT_FIELDS] = {
    {"why", "ly_do", "lý do", FIELD_TEXT, NULL, KINDS, FLAG_STATEMENT, "Lý do thay đổi", "Why it is changed",
     "\"Phân công tại cuộc họp giao ban\"", "lý do" ERR_BOTH "why"},
    {"approver", "nguoi_duyet", "người duyệt", FIELD_TEXT, NULL, KINDS, FLAG_STATEMENT, "Người duyệt ngoại lệ",
     "Who approved the waiver", "\"Chủ tịch UBND tỉnh\"", "người duyệt" ERR_BOTH "approver"},
    {"expires", "het_hieu_luc", "hết hiệu lực", FIELD_DATE, NULL, KINDS, FLAG_STATEMENT, "Ngày cuối của ngoại lệ",
     "Last day of the waiver", "\"31/12/2026\"", "hết hiệu lực" ERR_BOTH "expires"},
};

const KindWord *word_kind(Kind k) { return &kinds[k]; }
const VerbWord *word_verb(Verb v) { return &verbs[v]; }
const Field *word_field(Kind k, size_t i) { return &kinds[k].fields[i]; }
size_t word_field_count(Kind k) { return kinds[k].n; }
const Field *word_statement_field(size_t i) { return &statement_fields[i]; }

static int same(const char *a, const char *b) { return *a && text_same_folded(a, b); }

int word_find_kind(const char *name)
{
    for (int k = 0; k < KINDS; k++)
        if (!strcmp(name, kinds[k].name) || !strcmp(name, kinds[k].alias)) return k;
    for (int k = 0; k < KINDS; k++)
        if (same(kinds[k].name, name) || same(kinds[k].alias, name) || same(kinds[k].plural, name)) return k;
    return -1;
}

int word_find_verb(const char *name)
{
    for (int v = 1; v < VERBS; v++)
        if (same(verbs[v].name, name) || same(verbs[v].alias, name)) return v;
    return -1;
}

static int is_name(const char *word, const char *name, size_t n)
{
    return n && *word == *name && strlen(word) == n && !memcmp(word, name, n);
}

int word_find_field_exact(Kind k, const char *name, size_t n)
{
    const KindWord *w = &kinds[k];
    char first = n ? *name : 0;
    for (size_t i = 0; n && i < w->n; i++) {               /* asked for each value of each page: most end at the first letter */
        const Field *f = &w->fields[i];
        if (*f->name == first && is_name(f->name, name, n)) return (int)i;
        if (*f->alias == first && is_name(f->alias, name, n)) return (int)i;
    }
    /* the title of a body or unit is its name, that of a task its title: both words open both */
    if (is_name("title", name, n) || is_name("name", name, n)) return 0;
    return -1;
}

int word_find_field(Kind k, const char *name, size_t n)
{
    int i = word_find_field_exact(k, name, n);
    if (i >= 0 || n > 64) return i;
    char text[65];
    memcpy(text, name, n);
    text[n] = 0;
    for (size_t j = 0; j < kinds[k].n; j++)
        if (same(kinds[k].fields[j].name, text) || same(kinds[k].fields[j].alias, text)) return (int)j;
    return -1;
}

int word_find_statement_field(const char *name, size_t n)
{
    for (int i = 0; i < WORD_STATEMENT_FIELDS; i++)
        if (is_name(statement_fields[i].name, name, n) || is_name(statement_fields[i].alias, name, n)) return i;
    return -1;
}

const Choice *word_find_choice(const ChoiceList *l, const char *text, size_t n)
{
    if (!l || n > 100) return NULL;
    for (size_t i = 0; i < l->n; i++)
        if (is_name(l->v[i].name, text, n) || is_name(l->v[i].alias, text, n)) return &l->v[i];
    char t[101];
    memcpy(t, text, n);
    t[n] = 0;
    for (size_t i = 0; i < l->n; i++)
        if (same(l->v[i].name, t) || same(l->v[i].alias, t) || same(l->v[i].read, t)) return &l->v[i];
    return NULL;
}

const ChoiceList *word_choices(const char *list_name)
{
    for (size_t i = 0; i < COUNT(lists); i++)
        if (!strcmp(lists[i]->name, list_name)) return lists[i];
    return NULL;
}

const char *word_choice_label(const ChoiceList *l, const char *name, Lang lang)
{
    for (size_t i = 0; l && i < l->n; i++)
        if (!strcmp(l->v[i].name, name)) return lang == LANG_EN ? l->v[i].label_en : l->v[i].read;
    return NULL;
}

#define T(vi, en) {vi, en, vi ERR_BOTH en}
static const char *const types[FIELD_TYPES][3] = {
    T("một đoạn chữ trong ngoặc kép", "text in quotes"),
    T("một danh sách chữ", "a list of texts"),
    T("một mã", "an id"),
    T("một danh sách mã", "a list of ids"),
    T("một ngày", "a date"),
    T("một hạn (ngày hoặc quy tắc)", "a due date or rule"),
    T("một khoảng thời gian", "a period"),
    T("một số nguyên", "a whole number"),
    T("một số", "a number"),
    T("true hoặc false", "true or false"),
    T("một từ trong danh sách cho sẵn", "a word of a closed list"),
    T("các từ trong danh sách cho sẵn", "words of a closed list"),
    T("các mức cần đạt", "targets"),
    T("một mục của kế hoạch: find \"…\"", "a clause: find \"…\""),
    T("điều kiện { kind = … }", "a condition { kind = … }"),
    T("một hàm function(…) … end", "a function"),
    T("một bảng { tên = giá trị }", "a table { name = value }"),
    T("các việc", "items"),
};
#undef T

const char *word_type_name(FieldType t, Lang lang) { return types[t][lang == LANG_EN]; }
const char *word_type_both(FieldType t) { return types[t][2]; }

const char *word_near_kind(const char *name)
{
    const char *names[2 * KINDS];
    for (size_t k = 0; k < KINDS; k++) {
        names[2 * k] = kinds[k].alias;
        names[2 * k + 1] = kinds[k].name;
    }
    return text_nearest(name, names, 2 * KINDS);
}

const char *word_near_verb(const char *name)
{
    const char *names[2 * VERBS];
    for (size_t v = 0; v < VERBS; v++) {
        names[2 * v] = *verbs[v].alias ? verbs[v].alias : NULL;
        names[2 * v + 1] = *verbs[v].name ? verbs[v].name : NULL;
    }
    return text_nearest(name, names, 2 * VERBS);
}

enum { NAMES_MOST = 128 };

const char *word_near_field(Kind k, const char *name)
{
    const char *names[NAMES_MOST];
    size_t n = 0;
    for (size_t i = 0; i < kinds[k].n && n + 2 <= NAMES_MOST; i++) {
        if (kinds[k].fields[i].flags & FLAG_COMPUTED) continue;
        names[n++] = kinds[k].fields[i].name;
        names[n++] = kinds[k].fields[i].alias;
    }
    for (size_t i = 0; i < WORD_STATEMENT_FIELDS && n + 2 <= NAMES_MOST; i++) {
        names[n++] = statement_fields[i].name;
        names[n++] = statement_fields[i].alias;
    }
    return text_nearest(name, names, n);
}

const char *word_near_choice(const ChoiceList *l, const char *text)
{
    const char *names[NAMES_MOST];
    size_t n = 0;
    for (size_t i = 0; i < l->n && n + 2 <= NAMES_MOST; i++) {
        names[n++] = l->v[i].name;
        names[n++] = l->v[i].alias;
    }
    return text_nearest(text, names, n);
}
