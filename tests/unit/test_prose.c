/* test_prose.c - documents as plain text and speech, and posts cut within a limit. */
#include "core/base/text.h"
#include "core/plug/post.h"
#include "core/plug/prose.h"
#include "tests/unit/harness.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static Buf prose_of(const char *md, const char *id, ProseStyle style)
{
    Arena *a = arena_new();
    Err e = {0};
    Buf out = {0};
    DocOptions o = {.file = "x.md"};
    Doc *d = doc_parse(str_of(md), &o, a, NULL, &e);
    OK(d != NULL);
    if (d) prose_write(d, id, style, &out);
    arena_free(a);
    return out;
}

static void prose_is(const char *md, const char *want)
{
    Buf out = prose_of(md, "text", PROSE_TEXT);
    STR_EQ(want, buf_text(&out));
    buf_free(&out);
}

static void speech_is(const char *md, const char *want)
{
    Buf out = prose_of(md, "loudspeaker", PROSE_SPEECH);
    STR_EQ(want, buf_text(&out));
    buf_free(&out);
}

TEST(plain_text_of_blocks)
{
    prose_is("# Kế hoạch\n\nMột *hai*\nba\\\nbốn", "KẾ HOẠCH\n\nMột hai ba\nbốn\n");
    prose_is("- a\n- b\n  - c\n\n    d\n- [x] e\n- [ ] f\n", "- a\n- b\n  - c\n    d\n☑ e\n☐ f\n");
    prose_is("3. a\n4. b\n", "3. a\n4. b\n");
    prose_is("[trang](https://a.vn) <https://b.vn> [gọi](tel:111) [x](#y)", "trang (https://a.vn) https://b.vn gọi (111) x\n");
    prose_is("| TT | Việc | Hạn |\n|--|--|--|\n| 1 | a | 2/3 |\n| 2 | b | |\n", "1. a; Hạn: 2/3\n2. b\n");
    prose_is("| Việc | Hạn |\n|--|--|\n| a | 2/3 |\n", "- a; Hạn: 2/3\n");
    prose_is("x[^1]\n\n[^1]: chú\n", "x [1]\n\n[1] chú\n");
    prose_is("a <b>b</b>\n\n<div>x</div>\n\n#thẻ giữ nguyên", "a b\n\n#thẻ giữ nguyên\n");
    prose_is("::: zalo\nz\n:::\n\n::: text\nt\n:::\n\n::: note Lưu ý\nn\n:::\n", "t\n\nLưu ý\n\nn\n");
    prose_is("", "");
}

TEST(speech_is_whole_sentences)
{
    speech_is("# Bản tin\n\nKính thưa bà con", "Bản tin.\n\nKính thưa bà con.\n");
    speech_is("Ba việc:\n\n1. một;\n2. hai\n", "Ba việc:\n\nThứ nhất: một.\nThứ hai: hai.\n");
    speech_is("- [ ] làm\n- [x] xong!\n", "làm.\nxong!\n");
    speech_is("[trang](https://a.vn)[^1] ![h](x.png)\n\n[^1]: chú\n", "trang.\n");
    speech_is("::: head\nduyệt\n:::\n\na\n\n::: sign\nký\n:::\n", "a.\n");
}

/* --- posts --- */

static size_t characters(const char *s, size_t n)
{
    size_t c = 0;
    for (size_t i = 0; i < n; i++) c += ((unsigned char)s[i] & 0xC0) != 0x80;
    return c;
}

/* Splits and checks: no part with its line over the limit, no words lost, the numbers right. */
static size_t check_split(const char *text, size_t limit)
{
    Buf out = {0}, joined = {0};
    size_t over = 0, n = post_split(str_of(text), limit, &out, &over), seen = 0;
    const char *p = buf_text(&out);
    char head[64];
    if (n == 1) buf_puts(&joined, p);
    while (n > 1 && *p) {
        snprintf(head, sizeof head, "--- %zu/%zu ---\n", ++seen, n);
        OK(!strncmp(p, head, strlen(head)));
        const char *next = strstr(p + 1, "\n--- ");
        size_t len = next ? (size_t)(next - p) : strlen(p) - 1;
        if (!over) OK(characters(p, len) <= limit);
        buf_add(&joined, p + strlen(head), len - strlen(head));
        buf_putc(&joined, ' ');
        p = next ? next + 1 : p + len + 1;
    }
    if (n > 1) INT_EQ(n, seen);
    /* the same words in the same order */
    Buf want = {0}, got = {0};
    for (const char *s = text; *s; s++) if (!strchr(" \n\t", *s)) buf_putc(&want, *s);
    for (const char *s = buf_text(&joined); *s; s++) if (!strchr(" \n\t", *s)) buf_putc(&got, *s);
    STR_EQ(buf_text(&want), buf_text(&got));
    buf_free(&out);
    buf_free(&joined);
    buf_free(&want);
    buf_free(&got);
    return n;
}

static int part_holds(const char *text, size_t limit, const char *whole)
{
    Buf out = {0};
    post_split(str_of(text), limit, &out, NULL);
    int yes = strstr(buf_text(&out), whole) != NULL;
    if (!yes) printf("# cut inside %s:\n%s\n", whole, buf_text(&out));
    buf_free(&out);
    return yes;
}

TEST(a_short_post_stays_whole)
{
    Buf out = {0};
    INT_EQ(1, post_split(str_of("ngắn\n"), 2000, &out, NULL));
    STR_EQ("ngắn\n", buf_text(&out));
    buf_clear(&out);
    INT_EQ(0, post_split(str_of(" \n"), 2000, &out, NULL));
    INT_EQ(0, out.n);
    buf_free(&out);
}

TEST(never_inside_a_number_a_link_or_a_name)
{
    static const char *const whole[] = {"0277 385 1234", "1.234.567 đồng", "https://example.vn/mot/hai?ba=1&bon=2",
        "Nguyễn Thị Minh Khai",
                                        "ngày 15 tháng 11 năm 2026", "khóm 3", "TP. Cao Lãnh", "Hội Liên hiệp"};
    for (size_t k = 0; k < sizeof whole / sizeof *whole; k++)
        for (size_t pad = 0; pad < 60; pad++) {
            Buf text = {0};
            for (size_t i = 0; i < pad; i++) buf_puts(&text, i % 4 == 3 ? " " : "a");
            buf_printf(&text, " %s rồi thì mà là những chữ thường nối nhau thành một câu dài cho đủ hai phần", whole[k]);
            OK(part_holds(buf_text(&text), 60, whole[k]));
            check_split(buf_text(&text), 60);
            buf_free(&text);
        }
}

TEST(breaks_where_people_would)
{
    Buf out = {0};
    post_split(str_of("Đoạn một có mấy câu. Câu nữa.\n\nĐoạn hai bắt đầu ở đây và còn dài thêm một chút nữa thôi."), 60, &out,
        NULL);
    STR_EQ("--- 1/3 ---\nĐoạn một có mấy câu. Câu nữa.\n--- 2/3 ---\n"
           "Đoạn hai bắt đầu ở đây và còn dài thêm một chút\n--- 3/3 ---\nnữa thôi.\n",
           buf_text(&out));
    buf_free(&out);
}

TEST(limits_hold_for_all_lengths)
{
    Buf text = {0};
    for (int i = 0; i < 400; i++) buf_printf(&text, "%s ", i % 7 ? (i % 5 ? "chữ" : "Ngô Văn") : (i % 3 ? "hết câu." : "dòng\n"));
    for (size_t limit = 40; limit < 400; limit += 7) OK(check_split(buf_text(&text), limit) > 1);
    OK(check_split(buf_text(&text), 45) >= 10);            /* numbers of two digits count too */
    buf_free(&text);
}

TEST(graphemes_stay_whole)
{
    Buf text = {0}, out = {0};
    for (int i = 0; i < 60; i++) buf_puts(&text, "👩🏽‍🌾");   /* one word of joined emoji, longer than a part */
    size_t n = post_split(buf_view(&text), 50, &out, NULL);
    OK(n > 1);
    for (const char *p = strstr(buf_text(&out), "---\n"); p; p = strstr(p + 1, "---\n")) OK(!strncmp(p + 4, "👩", strlen("👩")));
    buf_free(&text);
    buf_free(&out);
}

TEST(what_cannot_be_cut_is_said)
{
    Buf text = {0}, out = {0};
    size_t over = 0;
    buf_puts(&text, "xem https://example.vn/");
    for (int i = 0; i < 100; i++) buf_puts(&text, "dai-");
    buf_puts(&text, " nhé bà con");
    OK(post_split(buf_view(&text), 60, &out, &over) > 1);
    INT_EQ(1, over);
    OK(strstr(buf_text(&out), "dai-\n") != NULL);
    buf_free(&text);
    buf_free(&out);
}
