/* name_help.c - what is made from the second half of the bilingual table: help, editor annotations, the reference page. */
#include "core/model/name.h"
#include "core/base/text.h"
#include <string.h>

static const char *pick(const char *vi, const char *en, Lang lang) { return lang == LANG_EN ? en : vi; }

static int same(const char *a, const char *b) { return *a && text_same_folded(a, b); }

/* Topics with what stands before a name: "sen.han", "sen.vi.doc", ":loc", "| ngay". */
static int is_topic(const Name *n, const char *topic)
{
    const char *dot = strrchr(topic, '.');
    const char *bare = dot ? dot + 1 : topic + strspn(topic, ":| ");
    if (dot && strncmp(topic, name_place_prefix(n->place, LANG_EN), (size_t)(dot + 1 - topic)) &&
        strncmp(topic, name_place_prefix(n->place, LANG_VI), (size_t)(dot + 1 - topic))) return 0;
    return same(n->en, bare) || same(n->vi, bare) || same(n->read, bare);
}

static void help_one(const Name *n, Lang lang, Buf *out)
{
    buf_printf(out, "%s%s | %s%s (%s) — %s\n  %s\n", name_place_prefix(n->place, LANG_VI), n->vi,
               name_place_prefix(n->place, LANG_EN), n->en, n->read, name_place_title(n->place, lang),
               pick(n->help_vi, n->help_en, lang));
    if (*n->example_vi) buf_printf(out, "  %s %s\n", pick("Ví dụ:", "Example:", lang), pick(n->example_vi, n->example_en, lang));
}

int name_help(const char *topic, Lang lang, Buf *out)
{
    size_t n;
    const Name *all = name_all(&n);
    int found = 0;
    for (size_t i = 0; i < n; i++) {
        if (!is_topic(&all[i], topic)) continue;
        help_one(&all[i], lang, out);
        found = 1;
    }
    return found ? 0 : -1;
}

const char *name_help_near(const char *topic)
{
    const char *near = NULL;
    const char *bare = topic + strspn(topic, ":| ");
    for (int p = 0; p < PLACES && !near; p++) near = name_near((Place)p, bare);
    return near;
}

/* The names of some places, one line each. */
void name_print_topics(Lang lang, Buf *out)
{
    static const Place shown[] = {PLACE_ROOT, PLACE_QUERY, PLACE_TEST, PLACE_SEN, PLACE_FILTER};
    size_t n;
    const Name *all = name_all(&n);
    for (size_t k = 0; k < sizeof shown / sizeof *shown; k++) {
        buf_printf(out, "%s:\n ", name_place_title(shown[k], lang));
        for (size_t i = 0; i < n; i++)
            if (all[i].place == shown[k]) buf_printf(out, " %s", pick(all[i].vi, all[i].en, lang));
        buf_putc(out, '\n');
    }
}

/* --- editor annotations --- */

/* The class of the editor that holds the names of a place; NULL = none. */
static const char *class_of(Place p)
{
    static const char *const classes[PLACES] = {
        [PLACE_QUERY] = "sen.query", [PLACE_TEST] = "sen.test", [PLACE_PLAN] = "sen.view.plan",
        [PLACE_CLAUSE] = "sen.view.clause",
        [PLACE_REFERENCE] = "sen.view.reference", [PLACE_SPAN] = "sen.view.span", [PLACE_ACTOR] = "sen.view.actor",
        [PLACE_GOAL] = "sen.view.goal", [PLACE_VALUE] = "sen.view.value", [PLACE_TASK] = "sen.task", [PLACE_ITEM] = "sen.item",
        [PLACE_CHECKLIST] = "sen.checklist", [PLACE_INDICATOR] = "sen.indicator", [PLACE_MATERIAL] = "sen.material",
        [PLACE_SCHEDULE] = "sen.schedule", [PLACE_EVENT] = "sen.event", [PLACE_BODY] = "sen.body", [PLACE_LEGAL] = "sen.legal",
        [PLACE_NARRATIVE] = "sen.narrative", [PLACE_DATE] = "sen.date", [PLACE_AGENDA] = "sen.view.agenda",
        [PLACE_DOC] = "sen.view.document", [PLACE_NODE] = "sen.view.node", [PLACE_SEN] = "sen.library", [PLACE_VI] = "sen.vi",
        [PLACE_POST] = "sen.text", [PLACE_LINT] = "sen.lint", [PLACE_HOOK] = "sen.hookspec", [PLACE_TERM] = "sen.termspec"};
    return classes[p];
}

static void meta_fields(Place p, const Name *all, size_t n, Buf *out)
{
    for (size_t i = 0; i < n; i++) {
        if (all[i].place != p) continue;
        const char *type = *all[i].type ? all[i].type : "any";
        if (p == PLACE_NODE && !strcmp(all[i].en, "kind")) type = "string";
        buf_printf(out, "---@field %s %s %s\n", all[i].en, type, all[i].help_vi);
        if (strcmp(all[i].en, all[i].vi)) buf_printf(out, "---@field %s %s %s\n", all[i].vi, type, all[i].help_vi);
    }
}

void name_print_meta(Buf *out)
{
    size_t n;
    const Name *all = name_all(&n);
    for (int p = 0; p < PLACES; p++) {
        if (!class_of((Place)p)) continue;
        buf_printf(out, "\n---@class %s\n", class_of((Place)p));
        meta_fields((Place)p, all, n, out);
        if (p == PLACE_SEN) buf_puts(out, "---@field vi sen.vi Tiếng Việt\n---@field text sen.text Bài đăng\n"
                                       "---@field lint sen.lint Nhắc chữ\n"
                                       "---@field soat_chu sen.lint Nhắc chữ\n");
    }
    buf_puts(out, "\n---@type sen.library\nsen = {}\n");
    for (size_t i = 0; i < n; i++) {
        if (all[i].place != PLACE_ROOT || !strcmp(all[i].en, "unit") || !strcmp(all[i].en, "legal")) continue;
        buf_printf(out, "\n---%s\n---@type %s\n%s = nil\n---@type %s\n%s = nil\n", all[i].help_vi, all[i].type, all[i].en,
                   all[i].type, all[i].vi);
    }
}

void name_print_luacheck(Buf *out)
{
    size_t n;
    const Name *all = name_all(&n);
    for (size_t i = 0; i < n; i++)
        if (all[i].place == PLACE_ROOT && strcmp(all[i].en, "unit") && strcmp(all[i].en, "legal"))
            buf_printf(out, "  \"%s\", \"%s\",\n", all[i].en, all[i].vi);
}

/* --- the reference page --- */

/* A bar would end the cell. */
static void put_cell(const char *s, Buf *out)
{
    for (; *s; s++) {
        if (*s == '|') buf_putc(out, '\\');
        buf_putc(out, *s);
    }
}

static void reference_row(const Name *n, Lang lang, Buf *out)
{
    const char *example = pick(n->example_vi, n->example_en, lang);
    const char *bar = n->place == PLACE_FILTER ? "" : name_place_prefix(n->place, lang);
    buf_printf(out, "| `%s%s` | `%s` | %s | ", bar, pick(n->vi, n->en, lang), pick(n->en, n->vi, lang), n->read);
    if (*n->type) buf_putc(out, '`');
    put_cell(n->type, out);
    buf_printf(out, "%s | %s | ", *n->type ? "`" : "", pick(n->help_vi, n->help_en, lang));
    if (*example) {
        buf_putc(out, '`');
        put_cell(example, out);
        buf_putc(out, '`');
    }
    buf_puts(out, " |\n");
}

void name_print_reference(Lang lang, Buf *out)
{
    size_t n;
    const Name *all = name_all(&n);
    for (int p = 0; p < PLACES; p++) {
        buf_printf(out, "\n## %s\n\n", name_place_title((Place)p, lang));
        buf_puts(out, pick("| Tên | English | Đọc là | Kiểu | Ý nghĩa | Ví dụ |\n|---|---|---|---|---|---|\n",
                           "| English | Alias | Read as | Type | Meaning | Example |\n|---|---|---|---|---|---|\n", lang));
        for (size_t i = 0; i < n; i++)
            if (all[i].place == (Place)p) reference_row(&all[i], lang, out);
    }
}
