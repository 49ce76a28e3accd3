/* test_word.c - the bilingual table: no clash, no keyword, everything explained; what is made from it; addresses and edits. */
#include "tests/unit/harness.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/script/edit.h"
#include "core/script/script.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int is_reserved(const char *s)
{
    static const char *const words[] = {
        "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto", "if", "in", "local", "nil", "not", "or", "repeat",
        "return", "then", "true", "until", "while", "assert", "error", "ipairs", "pairs", "next", "pcall", "print", "select", "tonumber",
        "tostring", "type", "string", "table", "math", "utf8", "sen", "coroutine", "debug", "io", "os", "package", "require"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (!strcmp(words[i], s)) return 1;
    return 0;
}

static int is_plain_name(const char *s)
{
    return *s >= 'a' && *s <= 'z' && strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789_") == strlen(s);
}

TEST(names_are_plain_and_never_reserved)
{
    for (int k = 0; k < KINDS; k++) {
        const KindWord *w = word_kind((Kind)k);
        OK(is_plain_name(w->name) && is_plain_name(w->alias) && !is_reserved(w->name) && !is_reserved(w->alias));
        OK(*w->help_vi && *w->help_en && *w->example_en && *w->example_vi && w->n > 0);
        OK(!(w->fields[0].flags & FLAG_COMPUTED));
        for (size_t i = 0; i < w->n; i++) {
            const Field *f = &w->fields[i];
            if (!is_plain_name(f->name) || !is_plain_name(f->alias) || is_reserved(f->name) || is_reserved(f->alias)) {
                printf("# %s.%s | %s\n", w->name, f->name, f->alias);
                OK(!"a field has a bad name");
            }
            OK(*f->help_vi && *f->help_en && *f->example && *f->read);
            for (size_t j = 0; j < i; j++) {
                const Field *g = &w->fields[j];
                if (!strcmp(f->name, g->name) || !strcmp(f->alias, g->alias) || !strcmp(f->name, g->alias) || !strcmp(f->alias, g->name)) {
                    printf("# %s: %s and %s\n", w->name, f->name, g->name);
                    OK(!"two fields of a kind share a name");
                }
            }
        }
        for (int j = 0; j < k; j++) OK(strcmp(w->alias, word_kind((Kind)j)->alias) && strcmp(w->name, word_kind((Kind)j)->name));
    }
    for (int v = 1; v < VERBS; v++) OK(is_plain_name(word_verb((Verb)v)->alias) && !is_reserved(word_verb((Verb)v)->alias));
}

TEST(the_reading_without_accents_is_the_alias_or_starts_like_it)
{
    /* «hạn» reads han: an alias that is not its reading would mislead people who cannot type accents */
    for (int k = 0; k < KINDS; k++)
        for (size_t i = 0; i < word_field_count((Kind)k); i++) {
            const Field *f = word_field((Kind)k, i);
            Buf read = {0}, alias = {0};
            text_fold(f->read, strlen(f->read), &read);
            text_fold(f->alias, strlen(f->alias), &alias);
            size_t first = strcspn(buf_text(&alias), " ");
            if (!memmem(read.p, read.n, alias.p, first)) printf("# %s: %s (%s)\n", word_kind((Kind)k)->name, f->alias, f->read);
            OK(memmem(read.p, read.n, alias.p, first) != NULL);
            buf_free(&read);
            buf_free(&alias);
        }
}

/* Every pair of words.md stands in the table. */
TEST(the_agreed_words_are_all_there)
{
    static const char *const kinds[][2] = {
        {"task", "nhiem_vu"}, {"checklist", "danh_muc"}, {"item", "viec"}, {"indicator", "chi_tieu"}, {"material", "tai_lieu"},
        {"schedule", "lich"}, {"unit", "don_vi"}, {"body", "co_quan"}, {"legal", "van_ban"}, {"member", "thanh_vien"}, {"event", "su_kien"},
        {"narrative", "nhan_xet"}, {"lock", "khoa"}, {"rule", "quy_tac"}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        INT_EQ(word_find_kind(kinds[i][0]), word_find_kind(kinds[i][1]));
        OK(word_find_kind(kinds[i][0]) >= 0);
    }
    static const struct { Kind kind; const char *en, *vi; } fields[] = {
        {KIND_TASK, "title", "ten"}, {KIND_TASK, "also", "ten_khac"}, {KIND_TASK, "clause", "muc"}, {KIND_TASK, "lead", "chu_tri"},
        {KIND_TASK, "with", "phoi_hop"}, {KIND_ITEM, "who", "giao_cho"}, {KIND_TASK, "period", "thoi_gian"}, {KIND_ITEM, "due", "han"},
        {KIND_ITEM, "every", "dinh_ky"}, {KIND_ITEM, "times", "so_lan"}, {KIND_ITEM, "needs", "can_xong"}, {KIND_ITEM, "after", "dat_sau"},
        {KIND_TASK, "evidence", "minh_chung"}, {KIND_TASK, "status", "tinh_trang"}, {KIND_TASK, "note", "ghi_chu"},
        {KIND_INDICATOR, "kind", "loai"}, {KIND_INDICATOR, "measure", "don_vi_tinh"}, {KIND_INDICATOR, "by", "tach_theo"},
        {KIND_INDICATOR, "numerator", "tu_so"}, {KIND_INDICATOR, "denominator", "mau_so"}, {KIND_INDICATOR, "target", "can_dat"},
        {KIND_INDICATOR, "direction", "huong"}, {KIND_INDICATOR, "threshold", "nguong"}, {KIND_INDICATOR, "source", "nguon"},
        {KIND_INDICATOR, "verified", "doi_chieu"}, {KIND_MATERIAL, "template", "mau"}, {KIND_MATERIAL, "audience", "doi_tuong"},
        {KIND_MATERIAL, "channels", "kenh"}, {KIND_MATERIAL, "valid", "hieu_luc"}, {KIND_TASK, "only", "chi_cho"},
        {KIND_MATERIAL, "approver", "nguoi_duyet"}, {KIND_TASK, "budget", "kinh_phi"}};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        int a = word_find_field_exact(fields[i].kind, fields[i].en, strlen(fields[i].en));
        if (a < 0 || a != word_find_field_exact(fields[i].kind, fields[i].vi, strlen(fields[i].vi))) printf("# %s %s\n", fields[i].en, fields[i].vi);
        INT_EQ(a, word_find_field_exact(fields[i].kind, fields[i].vi, strlen(fields[i].vi)));
        OK(a >= 0);
    }
    static const char *const values[][3] = {
        {"indicator_kind", "flow", "phat_sinh"}, {"indicator_kind", "stock", "cuoi_ky"}, {"indicator_kind", "latest", "moi_nhat"},
        {"indicator_kind", "max", "cao_nhat"}, {"direction", "at_least", "it_nhat"}, {"direction", "at_most", "khong_qua"},
        {"direction", "equal", "bang"}, {"every", "day", "ngay"}, {"every", "year", "nam_mot_lan"}, {"dimension", "sex", "gioi_tinh"},
        {"sex", "male", "nam"}, {"sex", "female", "nu"}, {"state", "provisional", "so_bo"}, {"state", "final", "chinh_thuc"},
        {"state", "estimate", "uoc"}, {"state", "missing", "chua_co"}, {"approval", "draft", "du_thao"}, {"approval", "reviewed", "da_soat"},
        {"approval", "approved", "da_duyet"}, {"verified", "unverified", "chua_doi_chieu"}, {"channel", "loudspeaker", "loa"},
        {"channel", "banner", "bang_ron"}, {"channel", "leaflet", "to_roi"}, {"channel", "poster", "ap_phich"}, {"channel", "web", "trang_web"}};
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        const Choice *c = word_find_choice(word_choices(values[i][0]), values[i][2], strlen(values[i][2]));
        STR_EQ(values[i][1], c ? c->name : NULL);
    }
}

TEST(help_is_found_without_accents)
{
    Buf b = {0};
    INT_EQ(0, word_help("chu_tri", LANG_VI, &b));
    OK(strstr(buf_text(&b), "Cơ quan chủ trì") != NULL);
    buf_clear(&b);
    INT_EQ(0, word_help("Chủ trì", LANG_EN, &b));
    OK(strstr(buf_text(&b), "Leading body") != NULL);
    buf_clear(&b);
    INT_EQ(0, word_help("nhiem vu", LANG_VI, &b));
    buf_clear(&b);
    INT_EQ(0, word_help("phat-sinh", LANG_VI, &b));
    INT_EQ(-1, word_help("zzz", LANG_VI, &b));
    STR_EQ("chu_tri", word_help_near("chu_tr"));
    buf_free(&b);
}

/* Each example of the table declares what it says, in both spellings. */
TEST(examples_of_the_table_run)
{
    for (int k = 0; k < KINDS; k++)
        for (int vi = 0; vi < 2; vi++) {
            const char *text = vi ? word_kind((Kind)k)->example_vi : word_kind((Kind)k)->example_en;
            Arena *a = arena_new();
            Findings f;
            Statements st;
            Err e = {0};
            ScriptSetup setup = {.today = DATE_NONE};
            findings_init(&f, a);
            statements_init(&st, a);
            Script *s = script_new(&setup, &e);
            ScriptFile file = {.name = "example.lua", .bytes = text, .n = strlen(text)};
            INT_EQ(0, script_declare(s, &file, &st, &f));
            OK(f.n == 0 && st.n >= 1);
            if (f.n) {
                Buf b = {0};
                finding_print(&f.v[0], LANG_VI, &b);
                printf("# %s\n# %s\n", text, buf_text(&b));
                buf_free(&b);
            }
            if (st.n) INT_EQ(k, st.v[0].kind);
            script_free(s);
            statements_free(&st);
            arena_free(a);
        }
}

static void same_as_file(const char *name, const Buf *made)
{
    char path[4096];
    Buf b = {0};
    Err e = {0};
    snprintf(path, sizeof path, "%s/%s", getenv("SEN_ROOT"), name);
    INT_EQ(0, file_read(path, NULL, 1 << 20, &b, &e));
    if (b.n != made->n || memcmp(b.p, made->p, b.n)) {
        printf("# %s is older than the table; the fresh text follows its name in build/tests\n", name);
        snprintf(path, sizeof path, "%s/tests/fresh-%s", getenv("SEN_BIN"), path_base(name));
        file_write(path, NULL, made->p, made->n, &e);
        OK(!"a file made from the table is out of date");
    }
    buf_free(&b);
}

TEST(files_made_from_the_table_are_fresh)
{
    Buf b = {0};
    word_print_meta(&b);
    same_as_file("scripts/meta/sen.d.lua", &b);
    buf_clear(&b);
    word_print_luacheck(&b);
    same_as_file(".luacheckrc", &b);
    buf_free(&b);
}

/* --- addresses and edits --- */

static Model *small_model(Arena *a)
{
    static const char text[] =
        "body \"women\" { \"Hội Phụ nữ\" }\n"
        "task \"action-month\" { \"Tháng hành động\", also = \"thang-hanh-dong\", lead = \"women\", due = \"05/12\",\n"
        "  item \"plan\" { \"Kế hoạch\", also = \"ke-hoach\" }, item \"radio\" { \"Phát thanh\" } }\n"
        "task \"report\" { \"Báo cáo\", item \"plan\" { \"Đề cương\" } }\n"
        "indicator \"reached\" { \"Số người\", kind = \"flow\", by = { \"sex\" } }\n";
    Findings f;
    Statements st;
    Err e = {0};
    ScriptSetup setup = {.today = DATE_NONE};
    findings_init(&f, a);
    statements_init(&st, a);
    Script *s = script_new(&setup, &e);
    ScriptFile file = {.name = "small.lua", .bytes = text, .n = sizeof text - 1};
    Model *m = model_new(2026);
    model_add_layer(m, "base", "base", 1);
    INT_EQ(0, script_declare(s, &file, &st, &f));
    INT_EQ(0, model_apply_layer(m, st.v, st.n, &f));
    model_freeze(m);
    statements_free(&st);
    script_free(s);
    return m;
}

static int node_there(void *ctx, const char *plan, const char *node)
{
    (void)ctx;
    (void)plan;
    return !strcmp(node, "II.1.c.4");
}

TEST(addresses_fold_and_suggest)
{
    Arena *a = arena_new();
    Model *m = small_model(a);
    static const struct { const char *text, *address; const char *field; int code; } cases[] = {
        {"task:action-month", "task:action-month", NULL, 0}, {"action-month", "task:action-month", NULL, 0},
        {"Thang_hanh dong", "task:action-month", NULL, 0}, {"Tháng hành động", "task:action-month", NULL, 0},
        {"nhiem_vu:thang-hanh-dong.chu_tri", "task:action-month", "lead", 0}, {"action-month.due", "task:action-month", "due", 0},
        {"item:thang-hanh-dong/radio", "item:action-month/radio", NULL, 0}, {"radio", "item:action-month/radio", NULL, 0},
        {"ke hoach", "item:action-month/plan", NULL, 0}, {"action-month/radio.han", "item:action-month/radio", "due", 0},
        {"plan", NULL, NULL, 3134}, {"actin-month", NULL, NULL, 3101}, {"action-month.ledd", NULL, NULL, 3115},
        {"tsk:action-month", NULL, NULL, 3101}, {"zzzzzz", NULL, NULL, 3135}, {"", NULL, NULL, 3135}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Address at;
        Err e = {0};
        int r = address_parse(m, cases[i].text, node_there, NULL, &at, &e);
        if ((r != 0) != (cases[i].code != 0) || (int)e.code != cases[i].code) printf("# «%s» gave SEN%d\n", cases[i].text, (int)e.code);
        INT_EQ(cases[i].code, (int)e.code);
        if (r) continue;
        STR_EQ(cases[i].address, at.entity ? at.entity->address : NULL);
        STR_EQ(cases[i].field, at.field < 0 ? NULL : word_field((Kind)at.kind, (size_t)at.field)->name);
    }
    Address at;
    Err e = {0};
    INT_EQ(0, address_parse(m, "node:kh-2026:II.1.c.4", node_there, NULL, &at, &e));
    STR_EQ("kh-2026", at.plan);
    STR_EQ("II.1.c.4", at.node);
    INT_EQ(0, address_parse(m, "II.1.c.4", node_there, NULL, &at, &e));
    INT_EQ(ADDRESS_NODE, at.kind);
    model_free(m);
    arena_free(a);
}

static const char *edit(const Model *m, const char *address, const char *value, const char *why, Spelling sp)
{
    static Buf out;
    Address at;
    Err e = {0};
    buf_clear(&out);
    if (address_parse(m, address, NULL, NULL, &at, &e) || edit_write_edit(&at, value, why, sp, &out, &e)) buf_printf(&out, "SEN%d", (int)e.code);
    return buf_text(&out);
}

TEST(edits_are_written_as_a_person_would)
{
    Arena *a = arena_new();
    Model *m = small_model(a);
    STR_EQ("sua.nhiem_vu \"action-month\" { chu_tri = \"standing\", ly_do = \"Họp \\\"giao ban\\\"\" }\n",
           edit(m, "thang-hanh-dong.chu_tri", "standing", "Họp \"giao ban\"", SPELL_VI));
    STR_EQ("edit.task \"action-month\" { with = add { \"women\", \"police\" }, why = \"x\" }\n",
           edit(m, "action-month.with", "+women, police", "x", SPELL_EN));
    STR_EQ("sua.chi_tieu \"reached\" { loai = \"cuoi_ky\", ly_do = \"x\" }\n", edit(m, "reached.kind", "stock", "x", SPELL_VI));
    STR_EQ("sua.nhiem_vu \"action-month\" { kinh_phi = 5000000, ly_do = \"x\" }\n", edit(m, "action-month.budget", "5.000.000", "x", SPELL_VI));
    STR_EQ("sua.nhiem_vu \"action-month\" { muc = tim_muc \"Tháng hành động\", ly_do = \"x\" }\n",
           edit(m, "action-month.clause", "Tháng hành động", "x", SPELL_VI));
    STR_EQ("SEN3119", edit(m, "action-month.lead", "women", " ", SPELL_VI));
    STR_EQ("SEN3117", edit(m, "action-month.due_on", "05/12", "x", SPELL_VI));
    STR_EQ("SEN3105", edit(m, "action-month.budget", "nhiều", "x", SPELL_VI));
    Buf b = {0};
    Err e = {0};
    const char *fields[] = {"han=20/11", "so_lan=2"};
    INT_EQ(0, edit_write_add(KIND_ITEM, "action-month/toa-dam", "Tọa đàm", fields, 2, NULL, SPELL_VI, &b, &e));
    STR_EQ("them.viec \"action-month/toa-dam\" { \"Tọa đàm\", han = \"20/11\", so_lan = 2 }\n", buf_text(&b));
    buf_free(&b);
    model_free(m);
    arena_free(a);
}
