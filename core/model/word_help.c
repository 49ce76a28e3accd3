/* word_help.c - what is made from the bilingual table: help, editor annotations, the luacheck standard, the reference page. */
#include "core/base/text.h"
#include "core/model/name.h"
#include "core/model/word.h"
#include <string.h>

static const char *pick(const char *vi, const char *en, Lang lang) { return lang == LANG_EN ? en : vi; }

static int same(const char *a, const char *b) { return *a && text_same_folded(a, b); }

static void put_flags(const Field *f, Lang lang, Buf *out)
{
    if (f->flags & FLAG_COMPUTED) buf_puts(out, pick(" [Sen tự tính]", " [computed]", lang));
    if (f->flags & FLAG_NEEDED) buf_puts(out, pick(" [bắt buộc]", " [needed]", lang));
}

static void put_choices(const ChoiceList *l, Lang lang, const char *indent, Buf *out)
{
    for (size_t i = 0; i < l->n; i++)
        buf_printf(out, "%s%s | %s (%s)\n", indent, l->v[i].alias, l->v[i].name,
                   lang == LANG_EN ? l->v[i].label_en : l->v[i].read);
}

/* The Vietnamese word for a name in an example: a value, a key, `find`; NULL = it stays. */
static const char *vi_word(const Field *f, const char *p, size_t n, int quoted)
{
    const Choice *c = f->choices ? word_find_choice(f->choices, p, n) : NULL;
    if (c && strlen(c->name) == n && !memcmp(c->name, p, n)) return c->alias;
    if (!quoted && f->type == FIELD_CLAUSE && n == 4 && !memcmp(p, "find", 4)) return "tim_muc";
    const Choice *key = f->type == FIELD_ONLY && !quoted ? word_find_choice(word_choices("only_key"), p, n) : NULL;
    return key ? key->alias : NULL;
}

void word_print_example(const Field *f, Lang lang, Buf *out)
{
    const char *p = f->example;
    int quoted = 0;
    while (*p) {
        size_t n = strcspn(p, " \"{}=,;()[].:\n");
        const char *vi = lang == LANG_VI && n && f->type != FIELD_FUNCTION ? vi_word(f, p, n, quoted) : NULL;
        if (vi) buf_puts(out, vi);
        else buf_add(out, p, n);
        p += n;
        if (*p == '"') quoted = !quoted;
        if (*p) buf_putc(out, *p++);
    }
}

static void help_field(const Field *f, Lang lang, Buf *out)
{
    buf_printf(out, "  %s | %s (%s): %s; %s", f->alias, f->name, f->read, pick(f->help_vi, f->help_en, lang),
               word_type_name(f->type, lang));
    put_flags(f, lang, out);
    buf_putc(out, '\n');
}

static void help_kind(const KindWord *k, Lang lang, Buf *out)
{
    buf_printf(out, "%s | %s (%s)\n%s\n\n", k->alias, k->name, k->read, pick(k->help_vi, k->help_en, lang));
    buf_printf(out, "%s\n  %s\n\n%s\n", pick("Ví dụ:", "Example:", lang), lang == LANG_EN ? k->example_en : k->example_vi,
               pick("Các trường:", "Fields:", lang));
    for (size_t i = 0; i < k->n; i++) help_field(&k->fields[i], lang, out);
}

static void help_one_field(const KindWord *k, const Field *f, Lang lang, Buf *out)
{
    buf_printf(out, "%s | %s (%s) — %s %s | %s\n  %s\n  %s: %s\n  %s = ", f->alias, f->name, f->read,
               pick("trường của", "a field of", lang), k->alias,
               k->name, pick(f->help_vi, f->help_en, lang), pick("Kiểu", "Type", lang), word_type_name(f->type, lang),
               lang == LANG_EN ? f->name : f->alias);
    word_print_example(f, lang, out);
    buf_putc(out, '\n');
    put_flags(f, lang, out);
    if (f->choices) {
        buf_printf(out, "  %s\n", pick("Giá trị:", "Values:", lang));
        put_choices(f->choices, lang, "    ", out);
    }
}

static void help_verb(const VerbWord *v, Lang lang, Buf *out)
{
    buf_printf(out, "%s | %s (%s)\n%s\n\n%s\n  %s\n", v->alias, v->name, v->read, pick(v->help_vi, v->help_en, lang),
               pick("Ví dụ:", "Example:", lang), lang == LANG_EN ? v->example_en : v->example_vi);
}

static int help_find(const char *topic, Lang lang, Buf *out)
{
    if (!same("find", topic) && !same("tim_muc", topic) && !same("tìm mục", topic)) return 0;
    buf_printf(out, "tim_muc | find (tìm mục)\n%s\n  muc = tim_muc \"Tháng hành động vì bình đẳng giới\"\n",
               pick("Tìm mục của kế hoạch theo vài chữ, không kể dấu; nhiều cách viết thì đặt trong { … }.",
                    "Finds a clause of the plan by some of its words, accents ignored; several in { … }.", lang));
    return 1;
}

/* Values of closed lists: where the word stands for what. */
static int help_values(const char *topic, Lang lang, Buf *out)
{
    int found = 0;
    for (int k = 0; k < KINDS; k++)
        for (size_t i = 0; i < word_field_count((Kind)k); i++) {
            const Field *f = word_field((Kind)k, i);
            const Choice *c = f->choices && f->type != FIELD_MAP ? word_find_choice(f->choices, topic, strlen(topic)) : NULL;
            if (!c) continue;
            buf_printf(out, "%s | %s (%s) — %s %s (%s | %s)\n", c->alias, c->name, c->read,
                       pick("giá trị của", "a value of", lang), f->alias, word_kind((Kind)k)->alias, word_kind((Kind)k)->name);
            found = 1;
        }
    return found;
}

int word_help(const char *topic, Lang lang, Buf *out)
{
    int found = help_find(topic, lang, out);
    for (int k = 0; k < KINDS; k++) {
        const KindWord *w = word_kind((Kind)k);
        if (!same(w->name, topic) && !same(w->alias, topic) && !same(w->read, topic) && !same(w->plural, topic)) continue;
        if (found++) buf_putc(out, '\n');
        help_kind(w, lang, out);
    }
    for (int v = 1; v < VERBS; v++) {
        const VerbWord *w = word_verb((Verb)v);
        if (!same(w->name, topic) && !same(w->alias, topic) && !same(w->read, topic)) continue;
        if (found++) buf_putc(out, '\n');
        help_verb(w, lang, out);
    }
    for (size_t i = 0; i < WORD_STATEMENT_FIELDS; i++) {
        const Field *f = word_statement_field(i);
        if (!same(f->name, topic) && !same(f->alias, topic) && !same(f->read, topic)) continue;
        if (found++) buf_putc(out, '\n');
        help_field(f, lang, out);
    }
    for (int k = 0; k < KINDS; k++)
        for (size_t i = 0; i < word_field_count((Kind)k); i++) {
            const Field *f = word_field((Kind)k, i);
            if (!same(f->name, topic) && !same(f->alias, topic) && !same(f->read, topic)) continue;
            if (found++) buf_putc(out, '\n');
            help_one_field(word_kind((Kind)k), f, lang, out);
        }
    if (help_values(topic, lang, out)) found = 1;
    return name_help(topic, lang, out) == 0 || found ? 0 : -1;
}

const char *word_help_near(const char *topic)
{
    const char *near = word_near_kind(topic);
    if (!near) near = word_near_verb(topic);
    for (int k = 0; k < KINDS && !near; k++) near = word_near_field((Kind)k, topic);
    return near ? near : name_help_near(topic);
}

void word_print_topics(Lang lang, Buf *out)
{
    buf_puts(out, pick("Các từ khai báo:\n", "Constructors:\n", lang));
    for (int k = 0; k < KINDS; k++) {
        const KindWord *w = word_kind((Kind)k);
        buf_printf(out, "  %s | %s (%s): %s\n", w->alias, w->name, w->read, pick(w->help_vi, w->help_en, lang));
    }
    buf_puts(out, pick("Các động từ:\n", "Verbs:\n", lang));
    for (int v = 1; v < VERBS; v++) {
        const VerbWord *w = word_verb((Verb)v);
        buf_printf(out, "  %s | %s (%s): %s\n", w->alias, w->name, w->read, pick(w->help_vi, w->help_en, lang));
    }
    name_print_topics(lang, out);
}

/* --- editor annotations --- */

static const char *meta_type(const Field *f)
{
    if (f->flags & FLAG_COMPUTED && f->type == FIELD_DATE) return "sen.date";
    switch (f->type) {
    case FIELD_INT: return "integer";
    case FIELD_NUMBER: return "number";
    case FIELD_BOOL: return "boolean";
    case FIELD_TEXTS: case FIELD_IDS: case FIELD_CHOICES: case FIELD_TARGETS: return "string|string[]|SenListEdit";
    case FIELD_FUNCTION: return "function";
    case FIELD_MAP: case FIELD_ONLY: return "table";
    case FIELD_CLAUSE: return "string|string[]|SenFind";
    default: return "string";
    }
}

static void meta_kind(const KindWord *k, Buf *out)
{
    buf_printf(out, "\n---%s\n---@class sen.%s\n", k->help_vi, k->name);
    for (size_t i = 0; i < k->n; i++) {
        const Field *f = &k->fields[i];
        if (f->flags & FLAG_COMPUTED && name_find(PLACE_TASK, f->name, strlen(f->name))) continue;     /* among the names */
        buf_printf(out, "---@field %s? %s %s\n", f->name, meta_type(f), f->help_vi);
        if (strcmp(f->name, f->alias)) buf_printf(out, "---@field %s? %s %s\n", f->alias, meta_type(f), f->help_vi);
    }
    for (size_t i = 0; i < WORD_STATEMENT_FIELDS; i++) {
        const Field *f = word_statement_field(i);
        if (!strcmp(f->name, "approver") && !strcmp(k->name, "material")) continue;
        buf_printf(out, "---@field %s? string %s\n---@field %s? string %s\n", f->name, f->help_vi, f->alias, f->help_vi);
    }
}

static void meta_function(const char *name, const KindWord *k, int is_workspace, Buf *out)
{
    if (is_workspace) buf_printf(out, "\n---%s\n---@param fields sen.%s\nfunction %s(fields) end\n", k->help_vi, k->name, name);
    else
        buf_printf(out, "\n---%s\n---@param id string\n---@return fun(fields: sen.%s)\nfunction %s(id) end\n", k->help_vi,
                   k->name, name);
}

void word_print_meta(Buf *out)
{
    buf_puts(out, "---@meta\n-- sen.d.lua - tên và kiểu cho trình soạn thảo; làm ra từ bảng từ của Sen, không sửa tay.\n\n"
                  "---@class SenFind\n---@class SenListEdit\n");
    for (int k = 0; k < KINDS; k++) meta_kind(word_kind((Kind)k), out);
    for (int k = 0; k < KINDS; k++) {
        meta_function(word_kind((Kind)k)->name, word_kind((Kind)k), k == KIND_WORKSPACE, out);
        meta_function(word_kind((Kind)k)->alias, word_kind((Kind)k), k == KIND_WORKSPACE, out);
    }
    for (int v = 1; v < VERBS; v++) {
        const VerbWord *w = word_verb((Verb)v);
        const char *names[2] = {w->name, w->alias};
        for (int i = 0; i < 2; i++) {
            buf_printf(out, "\n---%s\n---@class sen.verb.%s\n", w->help_vi, names[i]);
            for (int k = 0; k < KINDS; k++)
                buf_printf(out, "---@field %s fun(id: string): fun(fields: sen.%s)\n",
                           i ? word_kind((Kind)k)->alias : word_kind((Kind)k)->name, word_kind((Kind)k)->name);
            if (v == VERB_ADD || v == VERB_REMOVE) buf_puts(out, "---@overload fun(list: string[]): SenListEdit\n");
            buf_printf(out, "%s = {}\n", names[i]);
        }
    }
    buf_puts(out, "\n---@param pattern string|string[]\n---@return SenFind\nfunction find(pattern) end\n"
                  "\n---@param pattern string|string[]\n---@return SenFind\nfunction tim_muc(pattern) end\n");
    name_print_meta(out);
}

void word_print_luacheck(Buf *out)
{
    buf_puts(out, "-- .luacheckrc - làm ra từ bảng từ của Sen, không sửa tay.\nstd = \"lua54\"\nmax_line_length = false -- "
                  "luacheck đếm byte, chữ có dấu dài hai, ba byte\nunused_args = false\nread_globals = {\n");
    for (int k = 0; k < KINDS; k++) buf_printf(out, "  \"%s\", \"%s\",\n", word_kind((Kind)k)->name, word_kind((Kind)k)->alias);
    for (int v = 1; v < VERBS; v++) buf_printf(out, "  \"%s\", \"%s\",\n", word_verb((Verb)v)->name, word_verb((Verb)v)->alias);
    name_print_luacheck(out);
    buf_puts(out, "  \"find\", \"tim_muc\", \"sen\",\n}\n"
                  "not_globals = { \"io\", \"os\", \"debug\", \"package\", \"require\", \"load\", \"loadfile\", \"dofile\", "
                  "\"coroutine\",\n"
                  "  \"collectgarbage\", \"rawset\", \"_G\" }\n");
}

/* --- the reference page --- */

static void reference_kind(const KindWord *k, Lang lang, Buf *out)
{
    buf_printf(out, "\n## `%s` · `%s` (%s)\n\n%s\n\n```lua\n%s\n```\n\n", k->alias, k->name, k->read,
               pick(k->help_vi, k->help_en, lang), lang == LANG_EN ? k->example_en : k->example_vi);
    buf_puts(out, pick("| Tên | English | Đọc là | Kiểu | Ý nghĩa | Ví dụ |\n",
                       "| English | Alias | Read as | Type | Meaning | Example |\n", lang));
    buf_puts(out, "|---|---|---|---|---|---|\n");
    for (size_t i = 0; i < k->n; i++) {
        const Field *f = &k->fields[i];
        buf_printf(out, "| `%s` | `%s` | %s | %s | %s", lang == LANG_EN ? f->name : f->alias,
                   lang == LANG_EN ? f->alias : f->name, f->read,
                   word_type_name(f->type, lang), pick(f->help_vi, f->help_en, lang));
        put_flags(f, lang, out);
        buf_puts(out, " | `");
        word_print_example(f, lang, out);
        buf_puts(out, "` |\n");
    }
    for (size_t i = 0; i < k->n; i++) {
        const Field *f = &k->fields[i];
        if (!f->choices) continue;
        buf_printf(out, "\n%s `%s`:\n\n", pick("Giá trị của", "Values of", lang), lang == LANG_EN ? f->name : f->alias);
        put_choices(f->choices, lang, "- ", out);
    }
}

void word_print_reference(Lang lang, Buf *out)
{
    buf_puts(out, pick("# Tra cứu: các từ của kịch bản\n\nMột câu gồm: từ, mã trong ngoặc kép, ngoặc nhọn. Chuỗi đầu tiên là "
                       "tên.\n",
                       "# Reference: the words of scripts\n\nA statement is a word, an id in quotes, braces. The first string is "
                       "the title.\n", lang));
    for (int v = 1; v < VERBS; v++) {
        const VerbWord *w = word_verb((Verb)v);
        buf_printf(out, "\n## `%s` · `%s` (%s)\n\n%s\n\n```lua\n%s\n```\n", w->alias, w->name, w->read,
                   pick(w->help_vi, w->help_en, lang), lang == LANG_EN ? w->example_en : w->example_vi);
    }
    for (int k = 0; k < KINDS; k++) reference_kind(word_kind((Kind)k), lang, out);
    name_print_reference(lang, out);
}
