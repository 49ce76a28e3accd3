/* test_base.c - core/base: text, dates, packing, errors. */
#include "tests/unit/harness.h"
#include "core/base/date.h"
#include "core/base/err.h"
#include "core/base/map.h"
#include "core/base/pack.h"
#include "core/base/text.h"
#include <stdio.h>
#include <string.h>

static const char *slug(const char *s)
{
    static Buf b;
    buf_clear(&b);
    text_slug(s, strlen(s), &b);
    return buf_text(&b);
}

static const char *fold(const char *s)
{
    static Buf b;
    buf_clear(&b);
    text_fold(s, strlen(s), &b);
    return buf_text(&b);
}

TEST(slug_makes_ids_from_names)
{
    STR_EQ("phuong-an-hoa", slug("Phường An Hòa"));
    STR_EQ("xa-tan-quy-tay", slug("  Xã  Tân Quy Tây "));
    STR_EQ("dong-thap", slug("\u0110ồng Tháp"));
    STR_EQ("phuong-1", slug("Phường 1"));
    OK(text_is_id("phuong-an-hoa"));
    OK(!text_is_id("../x"));
    OK(!text_is_id(""));
}

TEST(fold_ignores_accents_case_and_joiners)
{
    STR_EQ("binh dang gioi", fold("Bình  đẳng_giới"));
    STR_EQ("binh dang", fold("Bi\u0300nh -\u0111a\u0306\u0309ng"));
    OK(text_same_folded("Văn hóa-xã hội", "van hoa xa hoi"));
    OK(text_find_folded("Tháng hành động vì BĐG", strlen("Tháng hành động vì BĐG"), "hanh dong"));
}

TEST(nfc_bounds_runs_of_marks)
{
    Buf b = {0};
    INT_EQ(0, text_nfc("e\u0302\u0301", 5, &b));
    STR_EQ("\u1EBF", buf_text(&b));
    buf_clear(&b);
    char many[200] = "a";
    for (int i = 0; i < 40; i++) strcat(many, "\u0301");
    INT_EQ(-1, text_nfc(many, strlen(many), &b));
    INT_EQ(-1, text_nfc("\xff", 1, &b));
    buf_free(&b);
}

TEST(cut_never_splits_a_character)
{
    INT_EQ(3, (long long)text_cut("ađ", 3));
    INT_EQ(1, (long long)text_cut("ađ", 2));
    INT_EQ(0, (long long)text_cut("ế", 2));
}

TEST(nearest_name_ignores_accents)
{
    const char *const names[] = {"lead", "chu_tri", "evidence"};
    STR_EQ("chu_tri", text_nearest("chủ trì", names, 3));
    STR_EQ("chu_tri", text_nearest("chu_tir", names, 3));
    STR_EQ("evidence", text_nearest("evidense", names, 3));
    static const char *const swapped[] = {"title", "unit", "for"};
    STR_EQ("title", text_nearest("titel", swapped, 3));
    STR_EQ("unit", text_nearest("unti", swapped, 3));
    STR_EQ("for", text_nearest("fro", swapped, 3));
    OK(text_nearest("tinu", swapped, 3) == NULL);
    OK(text_nearest("xyz", names, 3) == NULL);
}

TEST(dates_in_every_spelling)
{
    INT_EQ(date_of(2026, 11, 5), date_parse("2026-11-05", 0));
    INT_EQ(date_of(2026, 11, 5), date_parse("05/11/2026", 0));
    INT_EQ(date_of(2026, 11, 5), date_parse("5/11", 2026));
    INT_EQ(DATE_NONE, date_parse("5/11", 0));
    INT_EQ(DATE_NONE, date_parse("30/2/2026", 0));
    INT_EQ(DATE_NONE, date_parse("2026-11-05x", 0));
    INT_EQ(3, date_weekday(date_of(1970, 1, 1)));
    INT_EQ(date_of(2024, 2, 29), date_add_months(date_of(2024, 1, 31), 1));
    for (Date d = date_of(1999, 12, 1); d < date_of(2001, 3, 5); d++) {
        int y, m, day;
        date_parts(d, &y, &m, &day);
        INT_EQ(d, date_of(y, m, day));
    }
}

TEST(unpack_treats_bytes_as_hostile)
{
    Buf b = {0};
    Arena *a = arena_new();
    pack_text(&b, "Sen");
    pack_u32(&b, 0xFFFFFFFF);
    Unpack u = unpack_from(b.p, b.n);
    STR_EQ("Sen", unpack_text(&u, a));
    INT_EQ(0, unpack_count(&u, 1));
    OK(u.bad);
    u = unpack_from(b.p, 3);
    unpack_text(&u, a);
    OK(u.bad);
    arena_free(a);
    buf_free(&b);
}

TEST(findings_are_sorted_shown_and_safe)
{
    Arena *a = arena_new();
    Findings f;
    findings_init(&f, a);
    findings_add(&f, SEN1001, "b.lua", 3, 1, NULL, "%s" ARG "%s", "x\x1b[31m", "no");
    findings_add(&f, SEN1002, "a.lua", 9, 0, NULL, "%s", "dir");
    findings_add(&f, SEN1002, "a.lua", 9, 0, NULL, "%s", "dir");
    findings_sort(&f);
    INT_EQ(2, (long long)f.n);
    STR_EQ("a.lua", f.v[0].file);
    Buf out = {0};
    finding_print(&f.v[1], LANG_EN, &out);
    STR_EQ("b.lua:3:1: error[SEN1001]: Cannot open x\\u{1B}[31m: no\n    Check the name and the path.\n", buf_text(&out));
    buf_free(&out);
    findings_free(&f);
    arena_free(a);
}

TEST(foreign_bytes_in_messages_do_not_lose_them)
{
    char cut[] = "vi\xE1\xBB", inside[] = "a\xFF\xED\xA0\x80z";
    text_scrub(cut);
    text_scrub(inside);
    text_scrub(NULL);
    STR_EQ("vi", cut);
    STR_EQ("a????z", inside);
    Arena *a = arena_new();
    Findings f, got;
    Buf b = {0};
    findings_init(&f, a);
    findings_init(&got, a);
    findings_add(&f, SEN1001, "a\xFF.lua", 1, 0, NULL, "%.4s" ARG "x\xFEy", "việc");
    pack_findings(&b, &f);
    Unpack u = unpack_from(b.p, b.n);
    unpack_findings(&u, &got);
    OK(!u.bad);
    INT_EQ(1, (long long)got.n);
    STR_EQ("a?.lua", got.v[0].file);
    STR_EQ("vi", got.v[0].arg[0]);
    STR_EQ("x?y", got.v[0].arg[1]);
    buf_free(&b);
    findings_free(&f);
    findings_free(&got);
    arena_free(a);
}

TEST(printed_text_moves_no_cursor)
{
    Buf b = {0};
    static const char said[] = "a\tb\n\x1B[2J\0\xFF\xC2\x9B\xE2\x80\xAE ệ";
    text_show_lines(said, sizeof said - 1, &b);
    STR_EQ("a\tb\n\\u{1B}[2J\\u{0}\\xFF\\u{9B}\\u{202E} ệ", buf_text(&b));
    buf_free(&b);
}

TEST(map_keeps_its_order)
{
    Map *m = map_new();
    int x[100];
    char key[16];
    for (int i = 0; i < 100; i++) {
        snprintf(key, sizeof key, "k%d", i);
        map_put(m, key, &x[i]);
    }
    map_put(m, "k5", &x[0]);
    OK(map_get(m, "k99") == &x[99]);
    OK(map_get(m, "k5") == &x[0]);
    OK(map_get(m, "none") == NULL);
    STR_EQ("k7", map_at(m, 7, NULL));
    INT_EQ(100, (long long)map_count(m));
    map_free(m);
}
