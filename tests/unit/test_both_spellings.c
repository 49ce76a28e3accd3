/* test_both_spellings.c - the whole bilingual table: every kind, field and value written in both spellings gives one model; no
 * alias is a word of Lua; every entry is whole. */
#include "tests/unit/harness.h"
#include "core/base/file.h"
#include "core/model/name.h"
#include "core/script/script.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const lua_words[] = {
    "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto", "if", "in", "local", "nil", "not", "or",
    "repeat", "return", "then", "true", "until", "while",
    "assert", "error", "ipairs", "pairs", "next", "print", "select", "tonumber", "tostring", "type", "pcall", "xpcall", "rawequal",
    "rawlen", "rawget", "rawset", "setmetatable", "getmetatable", "string", "table", "math", "utf8", "os", "io", "debug", "package",
    "coroutine", "load", "require", "self"};

static int is_lua_word(const char *s)
{
    for (size_t i = 0; i < sizeof lua_words / sizeof *lua_words; i++)
        if (!strcmp(s, lua_words[i])) return 1;
    return 0;
}

static int is_plain_name(const char *s)
{
    if (!*s || (*s >= '0' && *s <= '9')) return 0;
    for (; *s; s++)
        if (!((*s >= 'a' && *s <= 'z') || (*s >= '0' && *s <= '9') || *s == '_')) return 0;
    return 1;
}

static void good_name(const char *en, const char *vi, const char *read)
{
    int ok = is_plain_name(vi) && !is_lua_word(vi) && *read && *en;
    if (!ok) printf("# %s | %s | %s\n", en, vi, read);
    OK(ok);
}

TEST(names_are_whole_and_no_word_of_lua)
{
    size_t n, k, fields = 0;
    const Name *all = name_all(&n);
    for (size_t i = 0; i < n; i++) {
        good_name(all[i].en, all[i].vi, all[i].read);
        OK(*all[i].help_vi && *all[i].help_en && *all[i].type | (all[i].place == PLACE_FILTER));
        OK(!*all[i].example_vi == !*all[i].example_en);
        INT_EQ(1, name_find(all[i].place, all[i].en, strlen(all[i].en)) == &all[i]);
        INT_EQ(1, name_find(all[i].place, all[i].vi, strlen(all[i].vi)) == &all[i]);
    }
    for (k = 0; k < KINDS; k++) {
        const KindWord *w = word_kind((Kind)k);
        good_name(w->name, w->alias, w->read);
        OK(*w->help_vi && *w->help_en && *w->example_en && *w->example_vi);
        for (size_t i = 0; i < w->n; i++, fields++) {
            const Field *f = &w->fields[i];
            good_name(f->name, f->alias, f->read);
            OK(*f->help_vi && *f->help_en && *f->example);
            INT_EQ((long long)i, word_find_field_exact((Kind)k, f->alias, strlen(f->alias)));
            INT_EQ((long long)i, word_find_field_exact((Kind)k, f->name, strlen(f->name)));
        }
    }
    OK(n > 150 && fields > 150);
}

TEST(values_have_both_spellings)
{
    for (int k = 0; k < KINDS; k++)
        for (size_t i = 0; i < word_field_count((Kind)k); i++) {
            const ChoiceList *l = word_field((Kind)k, i)->choices;
            for (size_t c = 0; l && c < l->n; c++) {
                OK(*l->v[c].read && *l->v[c].label_en && is_plain_name(l->v[c].alias));
                OK(word_find_choice(l, l->v[c].alias, strlen(l->v[c].alias)) == &l->v[c]);
                OK(word_find_choice(l, l->v[c].name, strlen(l->v[c].name)) == &l->v[c]);
            }
        }
}

/* --- one model from two scripts --- */

typedef struct World { Arena *arena; Script *script; Model *model; Findings findings; } World;

static void declare(World *w, const char *name, const char *text, size_t n, int at)
{
    Statements st;
    statements_init(&st, w->arena);
    ScriptFile file = {.name = name, .bytes = text, .n = n, .layer = at};
    script_declare(w->script, &file, &st, &w->findings);
    model_apply_layer(w->model, st.v, st.n, &w->findings);
    statements_free(&st);
}

/* The base layer, so that ids in examples name something. */
static World world_new(void)
{
    World w = {.arena = arena_new(), .model = model_new(2026)};
    Err e = {0};
    ScriptSetup setup = {.today = DATE_NONE};
    Buf all = {0};
    char **names;
    size_t n;
    w.script = script_new(&setup, &e);
    findings_init(&w.findings, w.arena);
    OK(file_list("scripts", "scripts", &names, &n, &e) == 0);
    Statements st;
    statements_init(&st, w.arena);
    int at = model_add_layer(w.model, "base", "scripts", 1);
    for (size_t i = 0; i < n; i++) {
        if (!strstr(names[i], ".lua")) continue;
        char path[200];
        snprintf(path, sizeof path, "scripts/%s", names[i]);
        buf_clear(&all);
        OK(file_read(path, path, 1 << 20, &all, &e) == 0);
        ScriptFile file = {.name = arena_copy(w.arena, path), .bytes = arena_text(w.arena, all.p, all.n), .n = all.n, .layer = at};
        script_declare(w.script, &file, &st, &w.findings);
    }
    model_apply_layer(w.model, st.v, st.n, &w.findings);
    statements_free(&st);
    file_names_free(names, n);
    buf_free(&all);
    w.findings.n = 0;
    return w;
}

static void world_free(World *w)
{
    script_free(w->script);
    model_free(w->model);
    findings_free(&w->findings);
    arena_free(w->arena);
}

static int is_written(Kind k, const Field *f)
{
    if (f->flags & FLAG_COMPUTED || f->type == FIELD_ITEMS) return 0;
    return k != KINDS;
}

/* One statement with the example of every field, in one spelling; with `choice` that value of field `at` instead. */
static void write_statement(Kind k, Lang lang, long at, size_t choice, Buf *out)
{
    const KindWord *w = word_kind(k);
    const char *word = lang == LANG_EN ? w->name : w->alias;
    const char *id = k == KIND_LOCK ? "task:both.note" : k == KIND_ITEM ? "both/one" : "both";
    const char *add = lang == LANG_EN ? "add" : "them", *task = lang == LANG_EN ? "task" : "nhiem_vu";
    if (k == KIND_LOCK || k == KIND_ITEM) buf_printf(out, "%s \"both\" { \"Hai cách\" }\n", task);
    if (k == KIND_WORKSPACE) buf_printf(out, "%s {\n", word);
    else if (k == KIND_ITEM) buf_printf(out, "%s.%s \"%s\" {\n", add, word, id);
    else buf_printf(out, "%s \"%s\" {\n", word, id);
    for (size_t i = 0; i < w->n; i++) {
        const Field *f = &w->fields[i];
        if (!is_written(k, f) || (!strcmp(f->name, "after") && k == KIND_ITEM) || !strcmp(f->name, "needs")) continue;
        buf_printf(out, "  %s = ", lang == LANG_EN ? f->name : f->alias);
        if (at == (long)i) {
            const Choice *c = &f->choices->v[choice];
            int list = f->type == FIELD_CHOICES;
            buf_printf(out, list ? "{ \"%s\" }" : "\"%s\"", lang == LANG_EN ? c->name : c->alias);
        } else {
            word_print_example(f, lang, out);
        }
        buf_puts(out, ",\n");
    }
    buf_puts(out, "}\n");
}

static void show(const World *w, const char *text)
{
    Buf b = {0};
    for (size_t i = 0; i < w->findings.n && i < 6; i++) finding_print(&w->findings.v[i], LANG_VI, &b);
    printf("# %s\n%s\n", text, buf_text(&b));
    buf_free(&b);
}

/* What the statement made, as bytes: every slot but functions. */
static void read_entity(const World *w, Kind k, Buf *out)
{
    const char *id = k == KIND_LOCK ? "task:both.note" : k == KIND_ITEM ? "both/one" : k == KIND_WORKSPACE ? "workspace" : "both";
    const Entity *e = model_find(w->model, k, id);
    OK(e != NULL);
    for (size_t i = 0; e && i < word_field_count(k); i++) {
        buf_printf(out, "%s %d ", word_field(k, i)->name, e->slots[i].value.type);
        if (e->slots[i].value.type != VAL_FUNCTION) value_pack(out, e->slots[i].value);
        if (is_written(k, word_field(k, i)) && e->slots[i].value.type == VAL_NONE && strcmp(word_field(k, i)->name, "after") &&
            strcmp(word_field(k, i)->name, "needs")) {
            printf("# %s.%s was not taken\n", word_kind(k)->name, word_field(k, i)->name);
            OK(0);
        }
    }
}

static void both(Kind k, long at, size_t choice)
{
    Buf text = {0}, made[2] = {{0}, {0}};
    for (int lang = 0; lang < 2; lang++) {
        World w = world_new();
        buf_clear(&text);
        write_statement(k, lang ? LANG_EN : LANG_VI, at, choice, &text);
        int layer = model_add_layer(w.model, "unit", "both.lua", 1);
        declare(&w, "both.lua", buf_text(&text), text.n, layer);
        if (findings_count(&w.findings, SEV_ERROR)) show(&w, buf_text(&text));
        INT_EQ(0, (long long)findings_count(&w.findings, SEV_ERROR));
        model_finish(w.model);
        read_entity(&w, k, &made[lang]);
        world_free(&w);
    }
    int same = made[0].n == made[1].n && !memcmp(buf_text(&made[0]), buf_text(&made[1]), made[0].n);
    if (!same) printf("# %s %ld %zu differs\n%s\n", word_kind(k)->name, at, choice, buf_text(&text));
    OK(same);
    buf_free(&text);
    buf_free(&made[0]);
    buf_free(&made[1]);
}

TEST(every_field_in_both_spellings_gives_one_model)
{
    for (int k = 0; k < KINDS; k++) both((Kind)k, -1, 0);
}

/* Values: three of each list, the first, the last and one between. */
TEST(values_in_both_spellings_give_one_model)
{
    for (int k = 0; k < KINDS; k++)
        for (size_t i = 0; i < word_field_count((Kind)k); i++) {
            const Field *f = word_field((Kind)k, i);
            if ((f->type != FIELD_CHOICE && f->type != FIELD_CHOICES) || !f->choices || !is_written((Kind)k, f)) continue;
            both((Kind)k, (long)i, 0);
            if (f->choices->n > 1) both((Kind)k, (long)i, f->choices->n - 1);
        }
}
