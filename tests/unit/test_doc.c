/* test_doc.c - core/doc: what Markdown becomes, what is refused, what is filtered. */
#include "tests/unit/harness.h"
#include "tests/unit/doc_html.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "core/base/text.h"

static const char *shape(const char *md)
{
    static Buf b;
    Err e = {0};
    Arena *a = arena_new();
    Doc *d = doc_parse(str_of(md), NULL, a, NULL, &e);
    buf_clear(&b);
    if (d) doc_shape(d->root, &b);
    else buf_printf(&b, "SEN%d line %d", (int)e.code, e.line);
    arena_free(a);
    return buf_text(&b);
}

static const char *html(const char *md)
{
    static Buf b;
    buf_clear(&b);
    return doc_html_of(md, strlen(md), NULL, &b);
}

TEST(tables_stand_in_quotes_and_items_and_after_text)
{
    STR_EQ("root(quote(table(row(cell(text'a') cell(text'b')) row(cell(text'1') cell(text'2')))))",
            shape("> | a | b |\n> |---|---|\n> | 1 | 2 |\n"));
    STR_EQ("root(list-(item(table(row(cell(text'a')) row(cell(text'1'))))))", shape("- | a |\n  |---|\n  | 1 |\n"));
    STR_EQ("root(paragraph(text'Lời dẫn') table(row(cell(text'a')) row(cell(text'1'))))",
            shape("Lời dẫn\n| a |\n|---|\n| 1 |\n"));
    STR_EQ("root(table(row(cell(text'a')) row(cell(text'1'))) list.(item(paragraph(text'hai'))))",
            shape("| a |\n|---|\n| 1 |\n2. hai\n"));
    STR_EQ("root(table(row(cell(text'a')) row(cell(text'1'))) table(row(cell(text'b')) row(cell(text'2'))))",
           shape("| a |\n|---|\n| 1 |\n\n| b |\n|---|\n| 2 |\n"));
    STR_EQ("root(table(row(cell(text'a')) row(cell(text'1'))) paragraph(text'|'))", shape("| a |\n|---|\n| 1 |\n|\n"));
    /* a lazy line is no header and no delimiter row */
    STR_EQ("root(quote(paragraph(text'| a |' soft_break text'|---|')))", shape("> | a |\n|---|\n"));
    STR_EQ("root(quote(table(row(cell(text'a')))) paragraph(text'| 1 |'))", shape("> | a |\n> |---|\n| 1 |\n"));
    STR_EQ("root(table(row(cell(text'a') cell(code'x|y'))))", shape("| a | `x\\|y` |\n|---|---|\n"));
    STR_EQ("root(table(row(cell(link<u>(text'a')))))", shape("| [a][r] |\n|---|\n\n[r]: u\n"));
}

TEST(divs_pair_and_nest)
{
    STR_EQ("root(div'luu-y'(paragraph(text'a')))", shape("::: luu-y\na\n:::\n"));
    STR_EQ("root(div'a'(paragraph(text'x') div'b c'(paragraph(text'y'))) paragraph(text'z'))",
            shape("::: a\nx\n::: {.b .c #id}\ny\n:::\n:::\nz\n"));
    STR_EQ("root(list-(item(paragraph(text'a') div'n'(paragraph(text'b')))))", shape("- a\n  ::: n\n  b\n  :::\n"));
    STR_EQ("root(paragraph(text'trước') div'n'(list-(item(paragraph(text'a')))))", shape("trước\n::: n\n- a\n:::\n"));
    STR_EQ("root(code_block'::: a\n')", shape("```\n::: a\n```\n"));
    STR_EQ("root(code_block'::: a\n')", shape("    ::: a\n"));
    Arena *a = arena_new();
    Findings f;
    Err e = {0};
    findings_init(&f, a);
    Doc *d = doc_parse(str_of("::: a\nx\n\n:::\n:::\n\n::: b\ny\n"), &(DocOptions){.file = "t.md", .first_line = 10}, a, &f, &e);
    OK(d != NULL);
    INT_EQ(2, (int)f.n);
    INT_EQ(SEN4016, f.v[0].code);
    INT_EQ(14, f.v[0].line);
    INT_EQ(SEN4015, f.v[1].code);
    INT_EQ(16, f.v[1].line);
    findings_free(&f);
    arena_free(a);
}

TEST(footnotes_are_numbered_by_use)
{
    STR_EQ("<p>a<ref 1> b<ref 2> c<ref 1></p>\n<note 1>\n<p>một</p>\n</note>\n<note 2>\n<p>hai</p>\n</note>\n",
           html("a[^x] b[^y] c[^x]\n\n[^y]: hai\n[^x]: một\n[^z]: không dùng\n"));
    STR_EQ("<p>a[^q] và [^x]</p>\n", html("a[^q] và \\[^x]\n\n[^x]: một\n"));
    STR_EQ("<p><code>[^x]</code><ref 1></p>\n<note 1>\n<p>một</p>\n</note>\n", html("`[^x]`[^x]\n\n[^x]: một\n"));
}

TEST(strikethrough_pairs_one_and_two)
{
    STR_EQ("<p><del>a</del> <del>b</del> ~~~c~~~ ~60 ~70</p>\n", html("~a~ ~~b~~ ~~~c~~~ ~60 ~70\n"));
    STR_EQ("<p>~~a~~ <code>\\~x</code> <del><strong>đ</strong></del></p>\n", html("\\~~a~~ `\\~x` ~~**đ**~~\n"));
    STR_EQ("<p><del>đ <em>x</em></del> y ~~đ <em>x</em>~~y</p>\n", html("~~đ *x*~~ y ~~đ *x*~~y\n"));
}

TEST(task_boxes_are_read_from_the_text)
{
    STR_EQ("root(list-(item-open(paragraph(text'a')) item-done(paragraph(strong(text'b'))) item(paragraph(text'[y] c'))"
            " item(paragraph(text'[x](u)'))))",
           shape("- [ ] a\n- [X] **b**\n- [y] c\n- \\[x](u)\n"));
    STR_EQ("root(list-(item-done(paragraph(text'a'))))", shape("- [x] a\n\n[x]: u\n"));
    STR_EQ("root(list-(item(paragraph(text'[ ]'))))", shape("- [ ]\n"));
}

TEST(headings_take_their_anchor)
{
    Arena *a = arena_new();
    Err e = {0};
    Doc *d = doc_parse(str_of("## Mục một {#muc-1}\n"), NULL, a, NULL, &e);
    OK(d && str_is(d->root->first->info, "muc-1") && str_is(d->root->first->first->text, "Mục một"));
    STR_EQ("root(heading2(text'A {#b c}'))", shape("## A {#b c}\n"));
    arena_free(a);
}

TEST(plain_text_reads_through_the_tree)
{
    Arena *a = arena_new();
    Err e = {0};
    Buf b = {0};
    Doc *d = doc_parse(str_of("# Một\n\nhai **ba**\nbốn[^1] <b>x</b>\n\n- năm\n\n[^1]: chú\n"), NULL, a, NULL, &e);
    OK(d != NULL);
    if (d) doc_plain_text(d->root, &b);
    STR_EQ("Một hai ba bốn x năm", buf_text(&b));
    buf_free(&b);
    arena_free(a);
}

TEST(lines_of_the_source_are_kept)
{
    Arena *a = arena_new();
    Err e = {0};
    Doc *d = doc_parse(str_of("# a\n\nđoạn\nhai\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n- x\n  - y\n\n```\nmã\n```\n"),
            &(DocOptions){.first_line = 5}, a, NULL, &e);
    int want[][2] = {{5, 5}, {7, 8}, {10, 12}, {14, 15}, {17, 19}};
    int i = 0;
    for (const DocNode *n = d ? d->root->first : NULL; n && i < 5; n = n->next, i++) {
        INT_EQ(want[i][0], n->line);
        INT_EQ(want[i][1], n->last_line);
    }
    INT_EQ(5, i);
    arena_free(a);
}

TEST(bold_that_touches_the_next_word_is_advised)
{
    Arena *a = arena_new();
    Findings f;
    Err e = {0};
    findings_init(&f, a);
    OK(doc_parse(str_of("một\n**Kế hoạch:**nội dung\n\n**Kế hoạch:** nội dung, **đậm**chữ\n"), NULL, a, &f, &e) != NULL);
    INT_EQ(1, (int)f.n);
    INT_EQ(SEN4017, f.n ? f.v[0].code : 0);
    INT_EQ(2, f.n ? f.v[0].line : 0);
    findings_free(&f);
    arena_free(a);
}

/* --- holes --- */

static const char *with_holes(const char *md, uint32_t n, const uint8_t *control)
{
    static Buf b;
    Buf text = {0};
    uint32_t hole = 0;
    for (const char *p = md; *p; p++) {
        char c[4];
        if (*p == '@') buf_add(&text, c, text_encode(DOC_HOLE_FIRST + hole++, c));
        else buf_putc(&text, *p);
    }
    Arena *a = arena_new();
    Err e = {0};
    Doc *d = doc_parse(buf_view(&text), &(DocOptions){"t.md", 1, n, control}, a, NULL, &e);
    buf_clear(&b);
    if (d) doc_html(d->root, &b);
    else buf_printf(&b, "SEN%d line %d", (int)e.code, e.line);
    arena_free(a);
    buf_free(&text);
    return buf_text(&b);
}

TEST(holes_are_letters_to_emphasis)
{
    STR_EQ("<p><strong>{{0}}</strong> <em>{{1}}</em> a_{{2}}_b <strong>{{3}}:</strong> x</p>\n",
            with_holes("**@** _@_ a_@_b **@:** x\n", 4, NULL));
    STR_EQ("<p><a href=\"%F3%B0%80%81\">{{0}}</a> <code>\xF3\xB0\x80\x82</code></p>\n", with_holes("[@](@) `@`\n", 3, NULL));
}

TEST(users_own_private_characters_are_taken_out)
{
    STR_EQ("<p>ab</p>\n", html("a\xF3\xB0\x80\x80" "b\n"));
    STR_EQ("<p>a\xEF\xBF\xBD\xEF\xBF\xBD</p>\n", html("a&#xF0000;&#x91;\n"));
    STR_EQ("<p>{{0}}\xEF\xBF\xBD</p>\n", with_holes("@&#983041;\n", 1, NULL));
}

TEST(controls_that_do_not_nest_are_errors_at_their_line)
{
    static const uint8_t group[] = {CONTROL_FOR, CONTROL_END};
    STR_EQ("SEN4006 line 3", with_holes("- a\n\n  @\n  b\n\n- c\n@\n\nd\n", 2, group));
    STR_EQ("SEN4006 line 2", with_holes("| a |\n@\n|---|\n@\n| b |\n", 2, group));
    STR_EQ("SEN4006 line 4", with_holes("| a |\n|---|\n| b |\n@\n| c |\n\nd\n\n@\n", 2, group));
    STR_EQ("SEN4006 line 3", with_holes("> a\n>\n> @\n>\n> b\n\nc\n\n@\n", 2, group));
}

/* --- safety --- */

TEST(only_listed_link_targets_pass)
{
    static const char *const good[] = {"https://a.vn/x?y=1&z", "http://a", "mailto:a@b.vn", "tel:+84123", "#muc-1", "tep.pdf",
            "thu-muc/tep.md?x=a:b",
                                       "HTTPS://A.VN", "", "../x", "tệp có dấu.pdf", "./a:b"};
    static const char *const bad[] = {"javascript:alert(1)", "JaVaScRiPt:x", "\x01javascript:x", "%01javascript:x",
            "java%0ascript:x", "javascript%3Ax",
                                      " javascript:x", "data:text/html,x", "vbscript:x", "feed:javascript:x", "jar:x",
                                      "ms-word:ofe|u|http://x", "intent:x",
                                      "//host/x", "\\\\host\\x", "/%2Fhost", "%2F%2Fhost", "/etc/passwd", "file:///etc/passwd",
                                      "http:x", "http:/x",
                                      "mailto:", "a\\b", "https:\xE2\x80\xAE//x", "x:y", "%68ttp://x", "c:/windows"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        if (!doc_url_allowed(str_of(good[i]))) printf("# %s\n", good[i]);
        OK(doc_url_allowed(str_of(good[i])));
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        if (doc_url_allowed(str_of(bad[i]))) printf("# %s\n", bad[i]);
        OK(!doc_url_allowed(str_of(bad[i])));
    }
}

TEST(the_filter_leaves_nothing_active)
{
    Arena *a = arena_new();
    Findings f;
    Err e = {0};
    Buf b = {0};
    findings_init(&f, a);
    Doc *d = doc_parse(str_of("[a *b*](javascript:x) ![c](https://x/y.png) ![d](bieu-trung.png) <b>e</b> &#8;&rlm;&#xFFFE;\n\n"
                              "[k](https://a.vn)\n\n``` html\" onload=x\nm\n```\n\n<script>x</script>\n"), NULL, a, &f, &e);
    OK(d != NULL);
    if (d) {
        doc_filter(d, &f, "t.md");
        doc_shape(d->root, &b);
    }
    STR_EQ("root(paragraph(text'a ' emph(text'b') text' ' text'c' text' ' image<bieu-trung.png>(text'd') text' ' html'<b>'"
            " text'e' html'</b>' "
           "text' \xEF\xBF\xBD\xEF\xBF\xBD') paragraph(link<https://a.vn>(text'k')) code_block'm\n'"
                   " html_block'<script>x</script>\n')",
           buf_text(&b));
    for (const DocNode *n = d ? d->root->first : NULL; n; n = n->next)
        if (n->kind == DOC_CODE_BLOCK) OK(str_is(n->info, "html"));
    INT_EQ(6, (int)f.n);
    findings_free(&f);
    buf_free(&b);
    arena_free(a);
}

/* --- bounds: each input is refused or read, and what is read is linear in its length by construction --- */

static const char *repeated(const char *head, const char *piece, int n, const char *tail)
{
    static Buf b, out;
    buf_clear(&b);
    buf_puts(&b, head);
    while (n--) buf_puts(&b, piece);
    buf_puts(&b, tail);
    buf_clear(&out);
    Err e = {0};
    Arena *a = arena_new();
    Doc *d = doc_parse(buf_view(&b), NULL, a, NULL, &e);
    size_t nodes = 0;
    if (d)
        for (DocWalk w = {d->root, NULL, 0}; doc_walk_next(&w);) nodes += w.entering;
    if (!d) buf_printf(&out, "SEN%d line %d", (int)e.code, e.line);
    else buf_printf(&out, nodes <= 4 * b.n + 4 ? "read" : "grown to %zu", nodes);
    arena_free(a);
    return buf_text(&out);
}

TEST(hostile_inputs_are_bounded)
{
    STR_EQ("SEN4005 line 1", repeated("", "![[]()", 40000, "\n"));
    STR_EQ("read", repeated("", "![[]()", 1600, "\n"));
    STR_EQ("SEN4003 line 1", repeated("", "- ", 20000, "x\n"));
    STR_EQ("SEN4003 line 1", repeated("", ">", 65, "a\n"));
    STR_EQ("read", repeated("", ">", 64, "a\n"));
    STR_EQ("read", repeated("", "- - - - - - - - - - - - - - - - - - - - - - - - x\n\n", 2000, "\n"));
    STR_EQ("SEN4005 line 1", repeated("", "*a _b ", 4000, "\n"));
    STR_EQ("SEN4005 line 1", repeated("", "[", 50000, "\n"));
    STR_EQ("SEN4005 line 1", repeated("a ", "<?", 100000, "\n"));
    STR_EQ("SEN4005 line 1", repeated("", "`a``b", 5000, "\n"));
    STR_EQ("SEN4007 line 2", repeated("|a|b|c|d|e|f|g|h\n|-|-|-|-|-|-|-|-\n", "|x\n", 40000, "\n"));
    STR_EQ("read", repeated("", "|a|\n|-|\n2. > ", 3000, "x\n"));
    STR_EQ("read", repeated("", "a\n\n", 100000, ""));
    STR_EQ("read", repeated("", "::: a\n", 150, ""));
    STR_EQ("SEN4004 line 202", repeated("", "::: a\n", 5000, ""));
    STR_EQ("SEN4005 line 3", repeated("[^a]: x\n\n", "[^a] ", 6000, "\n"));
    STR_EQ("read", repeated("", "~a ", 300000, "\n"));
    STR_EQ("SEN4002 line 0", repeated("", "a", 1024 * 1024 + 1, ""));
    STR_EQ("SEN4001 line 0", repeated("", "a\xFF", 1, ""));
}
