/* test_merge.c - three texts by lines: what merges, what conflicts, that nothing is lost, at random and at its limits. */
#include "tests/unit/harness.h"
#include "core/base/merge.h"
#include "core/doc/passage.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char shown[4000];

static const char *merged(const char *base, const char *theirs, const char *mine, size_t *conflicts)
{
    Arena *a = arena_new();
    Buf b = {0};
    Merge m = merge_texts(str_of(base), str_of(theirs), str_of(mine), NULL, a);
    merge_print(&m, &b);
    snprintf(shown, sizeof shown, "%s", buf_text(&b));
    *conflicts = m.conflicts;
    buf_free(&b);
    arena_free(a);
    return shown;
}

TEST(one_side_is_taken_both_sides_wait)
{
    size_t n;
    STR_EQ("a\nB\nc\nd\nE\n", merged("a\nb\nc\nd\ne\n", "a\nB\nc\nd\ne\n", "a\nb\nc\nd\nE\n", &n));
    INT_EQ(0, (long long)n);
    STR_EQ("a\nM\nc\n", merged("a\nb\nc\n", "a\nT\nc\n", "a\nM\nc\n", &n));
    INT_EQ(1, (long long)n);
    STR_EQ("a\nX\nc\n", merged("a\nb\nc\n", "a\nX\nc\n", "a\nX\nc\n", &n));
    INT_EQ(0, (long long)n);
    STR_EQ("new\na\nb\nmine\n", merged("a\nb\n", "new\na\nb\n", "a\nb\nmine\n", &n));
    INT_EQ(0, (long long)n);
    STR_EQ("a\n", merged("a\nb\n", "a\n", "a\nb\n", &n));          /* they took a line out */
    STR_EQ("", merged("", "", "", &n));
    STR_EQ("x\n", merged("", "", "x\n", &n));
    STR_EQ("x\n", merged("", "x\n", "", &n));
    INT_EQ(0, (long long)n);
    STR_EQ("a\nb", merged("a", "a", "a\nb", &n));
    STR_EQ("a\nb\nc", merged("a\nb", "a\nb\nc", "a\nb", &n));      /* no line end at the end */
    INT_EQ(0, (long long)n);
    STR_EQ("a\n", merged("a\nb\n", "a\nB\n", "a\n", &n));          /* deleted here, changed there: mine stays, and waits */
    INT_EQ(1, (long long)n);
}

static unsigned seed = 7;
static unsigned random_below(unsigned n) { return (seed = seed * 1103515245u + 12345u, seed >> 16) % n; }

static void change(const char *from, Buf *out, unsigned rate)
{
    buf_clear(out);
    for (const char *p = from; *p;) {
        size_t k = strcspn(p, "\n") + 1;
        unsigned r = random_below(rate);
        if (r == 0) buf_printf(out, "%c%u\n", 'A' + (char)random_below(26), random_below(100));
        if (r != 1) buf_add(out, p, k);
        p += k;
    }
}

/* The hunks are the three texts, in order; a side that changed nothing gives the other one. */
TEST(nothing_is_lost_whatever_the_texts)
{
    Arena *a = arena_new();
    Buf base = {0}, t = {0}, m = {0}, whole[3] = {{0}, {0}, {0}}, out = {0};
    for (int i = 0; i < 400; i++) {
        buf_clear(&base);
        for (unsigned k = random_below(60); k; k--) buf_printf(&base, "%c\n", 'a' + (char)random_below(8));
        change(buf_text(&base), &t, 3 + random_below(10));
        change(buf_text(&base), &m, 3 + random_below(10));
        Merge g = merge_texts(buf_view(&base), buf_view(&t), buf_view(&m), i % 2 ? passage_cut : NULL, a);
        for (int w = 0; w < 3; w++) buf_clear(&whole[w]);
        for (size_t k = 0; k < g.n; k++) {
            buf_str(&whole[0], g.v[k].base);
            buf_str(&whole[1], g.v[k].theirs);
            buf_str(&whole[2], g.v[k].mine);
        }
        STR_EQ(buf_text(&base), buf_text(&whole[0]));
        STR_EQ(buf_text(&t), buf_text(&whole[1]));
        STR_EQ(buf_text(&m), buf_text(&whole[2]));
        Merge alone = merge_texts(buf_view(&base), buf_view(&t), buf_view(&base), NULL, a);
        buf_clear(&out);
        merge_print(&alone, &out);
        STR_EQ(buf_text(&t), buf_text(&out));
        INT_EQ(0, (long long)alone.conflicts);
        arena_reset(a);
    }
    for (int w = 0; w < 3; w++) buf_free(&whole[w]);
    buf_free(&base);
    buf_free(&t);
    buf_free(&m);
    buf_free(&out);
    arena_free(a);
}

TEST(large_texts_stay_within_bounds)
{
    Arena *a = arena_new();
    Buf base = {0}, t = {0};
    for (int i = 0; i < 20000; i++) buf_printf(&base, "dòng %d\n", i);
    for (int i = 0; i < 20000; i++) buf_printf(&t, "hàng %d\n", i);
    Merge m = merge_texts(buf_view(&base), buf_view(&t), buf_view(&base), NULL, a);
    OK(m.n == 1 && m.v[0].kind == MERGE_THEIRS);
    buf_free(&base);
    buf_free(&t);
    arena_free(a);
}

/* --- templates, by passages --- */

static const char *passages(const char *base, const char *theirs, const char *mine, size_t *conflicts)
{
    Arena *a = arena_new();
    Buf b = {0};
    Merge m = merge_texts(str_of(base), str_of(theirs), str_of(mine), passage_cut, a);
    merge_print(&m, &b);
    snprintf(shown, sizeof shown, "%s", buf_text(&b));
    *conflicts = m.conflicts;
    buf_free(&b);
    arena_free(a);
    return shown;
}

TEST(neighbours_are_pieces_of_their_own)
{
    size_t n;
    /* two items side by side, one changed by each */
    STR_EQ("- một A\n- hai B\n- ba\n", passages("- một\n- hai\n- ba\n", "- một\n- hai B\n- ba\n", "- một A\n- hai\n- ba\n", &n));
    INT_EQ(0, (long long)n);
    /* rows of a table */
    STR_EQ("| a | 1 |\n| b | 22 |\n| c | 33 |\n",
           passages("| a | 1 |\n| b | 2 |\n| c | 3 |\n", "| a | 1 |\n| b | 22 |\n| c | 3 |\n", "| a | 1 |\n| b | 2 |\n| c | 33 |\n", &n));
    INT_EQ(0, (long long)n);
    /* fields of the front matter, one of them over two lines */
    STR_EQ("---\ntitle: Mới\nvars:\n  a: 2\n---\nx\n",
           passages("---\ntitle: Cũ\nvars:\n  a: 1\n---\nx\n", "---\ntitle: Mới\nvars:\n  a: 1\n---\nx\n",
                    "---\ntitle: Cũ\nvars:\n  a: 2\n---\nx\n", &n));
    INT_EQ(0, (long long)n);
    /* a heading and what stands right under it */
    STR_EQ("# Thư mời họp\nKính gửi quý vị.\n", passages("# Thư mời\nKính gửi ông bà.\n", "# Thư mời\nKính gửi quý vị.\n",
                                                         "# Thư mời họp\nKính gửi ông bà.\n", &n));
    INT_EQ(0, (long long)n);
    /* an item that comes beside one that was changed */
    STR_EQ("- một của mình\n- hai\n", passages("- một\n", "- một\n- hai\n", "- một của mình\n", &n));
    INT_EQ(0, (long long)n);
}

TEST(one_passage_changed_twice_waits)
{
    size_t n;
    /* two lines of one paragraph: a reader sees one thing */
    STR_EQ("Một của mình\nhai.\n\nBa.\n", passages("Một\nhai.\n\nBa.\n", "Một\nhai mới.\n\nBa.\n", "Một của mình\nhai.\n\nBa.\n", &n));
    INT_EQ(1, (long long)n);
    /* each node is a decision of its own */
    passages("- một\n- hai\n", "- một T\n- hai T\n", "- một M\n- hai M\n", &n);
    INT_EQ(2, (long long)n);
    /* what they took out and I changed stays, and waits */
    STR_EQ("- một\n- hai của mình\n", passages("- một\n- hai\n", "- một\n", "- một\n- hai của mình\n", &n));
    INT_EQ(1, (long long)n);
    /* they wrote it anew in other pieces: nobody can say which is which, it is one decision */
    STR_EQ("Đoạn của mình dài hơn.\n", passages("Đoạn cũ.\n", "# Khác\n\n| x |\n", "Đoạn của mình dài hơn.\n", &n));
    INT_EQ(1, (long long)n);
}

/* The pieces are the text, whatever it is. */
TEST(passages_lose_nothing)
{
    static const char *const bits[] = {"- a\n", "  b\n", "\n", "| x |\n", "# h\n", "---\n", "```\n", "chữ\n", "{% if x %}\n", "1. n\n", "x", "\r\n"};
    Arena *a = arena_new();
    Buf b = {0}, back = {0};
    for (int i = 0; i < 2000; i++) {
        buf_clear(&b);
        buf_clear(&back);
        for (unsigned k = random_below(12); k; k--) buf_puts(&b, bits[random_below(sizeof bits / sizeof *bits)]);
        size_t n = passage_cut(buf_view(&b), NULL);
        MergePart *v = arena_alloc(a, (n + 1) * sizeof *v);
        INT_EQ((long long)n, (long long)passage_cut(buf_view(&b), v));
        for (size_t k = 0; k < n; k++) {
            OK(v[k].text.n > 0);
            buf_str(&back, v[k].text);
        }
        STR_EQ(buf_text(&b), buf_text(&back));
        arena_reset(a);
    }
    buf_free(&b);
    buf_free(&back);
    arena_free(a);
}
