/* test_doc_template.c - control lines in the tree: expanding the tree gives what parsing the expanded text gives. */
#include "tests/unit/harness.h"
#include "tests/unit/doc_expand.h"
#include "tests/unit/doc_html.h"
#include <stdio.h>
#include <string.h>

static const char *const shapes[] = {
    /* a list that comes wholly from a loop, tight and loose */
    "@F\n- @v\n@.\n",
    "Trước\n\n@F\n- @v\n@.\n\nSau\n",
    "@F\n- @v\n\n@.\n",
    "@F\n\n- @v\n@.\n",
    "@F\n\n- @v\n\n@.\n\nSau\n",
    "## Việc\n@F\n1. @v\n@.\n",
    "Một đoạn:\n@F\n- @v\n@.\n\nSau\n",
    "@F\n- [ ] @v\n@E\n- [x] không\n@.\n",
    /* a loop beside ordinary items */
    "- a\n@F\n- @v\n@.\n",
    "- a\n@F\n- @v\n@.\n- z\n",
    "- a\n\n@F\n- @v\n@.\n- z\n",
    "- a\n@F\n\n- @v\n@.\n- z\n",
    "- a\n@F\n- @v\n\n@.\n- z\n",
    "@F\n- @v\n@.\n- z\n",
    "- a\n@I\n- b\n@E\n- c\n@.\n- z\n",
    "1. a\n@F\n2. @v\n@.\n3. z\n",
    "@I\n1. a\n@.\n2. b\n",
    /* inside items */
    "- a\n\n  @F\n  đoạn @v\n\n  @.\n- b\n",
    "- a\n  @F\n  - @v\n  @.\n- b\n",
    "- a\n@F\n  - @v\n@.\n- b\n",
    "- a\n  - b\n@F\n  - @v\n@.\n- z\n",
    "- a\n  @I\n  thêm @v\n  @.\n- b\n",
    "- a\n  @I\n\n  đoạn riêng\n  @.\n- b\n",
    "@F\n- @v\n  @F\n  - @v\n  @.\n@.\n",
    "@F\n- @v\n@F\n  - @v\n@.\n@.\n",
    "@F\n1. **@v**\n   @I\n   - @v\n   @.\n@.\n",
    "@F\n@I\n- @v\n@.\n@.\n",
    "@F\n@F\n- @v\n@.\n@.\n",
    /* tables */
    "| a | b |\n|---|--:|\n@F\n| @v | @v |\n@.\n| z | z |\n",
    "| a | b |\n|---|--:|\n| 1 | 2 |\n@F\n| @v | @v |\n@.\n\nSau\n",
    "| a | b |\n|---|--:|\n| 1 | 2 |\n@F\n@I\n| @v | @v |\n@E\n| @v | - |\n@.\n@.\n",
    "@I\n| a | b |\n|---|---|\n| @v | x |\n@E\nKhông có.\n@.\n",
    "@I\n| a | b |\n|---|---|\n| 0 | 0 |\n@F\n| @v | x |\n@.\n@E\nKhông có.\n\n@.\n\nSau\n",
    "- a\n\n  | a |\n  |---|\n  | 1 |\n  @F\n  | @v |\n  @.\n- b\n",
    "> | a |\n> |---|\n> | 0 |\n> @F\n> | @v |\n> @.\n",
    /* blocks */
    "@F\n### @v\n\nĐoạn @v.\n\n@.\nCuối\n",
    "@F\n### @v\n@F\n- @v\n@.\n@.\n",
    "@F\n## @v\n\n@F\n- @v\n@E\nkhông có\n@.\n\n@.\n",
    "@I\nA\n@E\nB\n@.\n",
    "@I\n- a\n@E\nB\n@.\n",
    "@I\nA\n@E\n- b\n@.\n",
    "@I\nA\n\n@E\n---\n@.\n",
    "@I\n> a\n@E\n> b\n@.\n",
    "> @F\n> - @v\n> @.\n",
    "> a\n>\n> @F\n> - @v\n> @.\n>\n> z\n",
    "@F\n> @v\n>\n> hai\n\n@.\n",
    "::: note\n@F\n- @v\n@.\n:::\n",
    "@F\n::: note\n@v\n:::\n@.\n",
    "- z\n\n@I\n- a\n\n@E\nĐoạn\n\n@.\nSau\n",
    "- z\n@I\n- a\n\n@E\n\nĐoạn\n\n@.\n- y\n",
    "@F\n```\n@v\n```\n@.\n",
    "```\n@F\n- @v\n@.\n```\n",
    "    một\n@I\n    hai\n@.\n    ba\n",
    /* within a paragraph */
    "Một\n@I\nhai\n@.\nba\n",
    "Một\n@I\nhai\n@.\n",
    "@I\nhai\n@.\nba\n",
    "@F\n@v\n@.\n",
    "- a\n\n  @F\n  @v\n  @.\n- b\n",
    "> @F\n> @v\n> @.\n",
    "Một\n@F\n@v,\n@E\nkhông ai\n@.\nhết\n",
    "Một  \n@F\n@v  \n@.\nhết\n",
    "Một @Ihai@. ba @F@v, @.hết\n",
    "**@v** và _@v_, *@v*, ~~@v~~\n",
    "Tiêu đề\n@I\ndài @v\n@.\n===\n",
    "| a |\n|---|\n| @I**@v**@E-@. |\n",
};

static void check_counts(Toy *t, const Doc *template, Arena *a, const char *source)
{
    Buf text = {0}, want = {0}, got = {0};
    toy_expand_text(t, &text);
    doc_html_of(buf_text(&text), text.n, NULL, &want);
    doc_html(toy_expand_tree(t, template, a)->root, &got);
    if (strcmp(buf_text(&want), buf_text(&got))) {
        printf("# template:\n%s\n# times:", source);
        for (uint32_t i = 0; i < t->holes; i++)
            if (t->control[i] == CONTROL_FOR || t->control[i] == CONTROL_IF) printf(" %d", t->times[i]);
        printf("\n# text:\n%s", buf_text(&text));
        Buf shape = {0};
        doc_shape(template->root, &shape);
        printf("# tree: %s\n", buf_text(&shape));
        buf_free(&shape);
        STR_EQ(buf_text(&want), buf_text(&got));
    }
    buf_free(&text);
    buf_free(&want);
    buf_free(&got);
}

/* Runs the template with every count of 0 … 3 for each for, both ways for each if (at most 4096 combinations). */
static void check_template(const char *source)
{
    Toy t;
    toy_make(&t, source);
    Arena *a = arena_new();
    Err e = {0};
    DocOptions o = {"mau.md", 1, t.holes, t.control};
    Doc *d = doc_parse(buf_view(&t.text), &o, a, NULL, &e);
    if (!d) {
        printf("# template:\n%s# SEN%d line %d\n", source, (int)e.code, e.line);
        OK(d != NULL);
    }
    for (int round = 0; d && round < 4096; round++) {
        int rest = round;
        for (uint32_t i = 0; i < t.holes; i++) {
            if (t.control[i] != CONTROL_FOR && t.control[i] != CONTROL_IF) continue;
            int ways = t.control[i] == CONTROL_FOR ? 4 : 2;
            t.times[i] = rest % ways;
            rest /= ways;
        }
        if (rest) break;
        check_counts(&t, d, a, source);
    }
    arena_free(a);
    toy_free(&t);
}

TEST(expanding_the_tree_is_parsing_the_expanded_text)
{
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) check_template(shapes[i]);
}

/* --- ten thousand generated templates: every seam between blocks is a blank line or a block that ends by itself --- */

typedef struct Dice {
    unsigned state;
    int left;                      /* controls still allowed */
} Dice;

static unsigned roll(Dice *d, unsigned n)
{
    d->state = d->state * 1664525u + 1013904223u;
    return (d->state >> 16) % n;
}

static void pad(Buf *b, int indent)
{
    for (int i = 0; i < indent; i++) buf_putc(b, ' ');
}

static void line(Buf *b, int indent, const char *text)
{
    pad(b, indent);
    buf_puts(b, text);
    buf_putc(b, '\n');
}

static void blocks(Dice *d, Buf *b, int indent, int depth);

static void item(Dice *d, Buf *b, int indent, int depth, int ordered, int loose)
{
    static const char *const texts[] = {"@v", "mục **@v**", "một _@v_ hai", "[ ] việc @v", "chữ"};
    pad(b, indent);
    buf_puts(b, ordered ? "1. " : "- ");
    buf_puts(b, texts[roll(d, 5)]);
    buf_putc(b, '\n');
    int inner = indent + (ordered ? 3 : 2);
    if (depth > 0 && roll(d, 5) == 0) {
        buf_putc(b, '\n');
        blocks(d, b, inner, depth - 1);
    } else if (loose) {
        buf_putc(b, '\n');
    }
}

static void items(Dice *d, Buf *b, int indent, int depth, int ordered, int loose)
{
    for (unsigned i = 0, n = 1 + roll(d, 3); i < n; i++) {
        unsigned kind = d->left > 0 ? roll(d, 4) : 0;
        if (kind < 2) {
            item(d, b, indent, depth, ordered, loose);
            continue;
        }
        d->left--;
        int shift = roll(d, 3) ? indent : 0;
        line(b, shift, kind == 2 ? "@F" : "@I");
        if (roll(d, 8) == 0) buf_putc(b, '\n');
        items(d, b, indent, depth, ordered, loose);
        if (roll(d, 3) == 0) {
            line(b, shift, "@E");
            item(d, b, indent, depth, ordered, loose);
        }
        line(b, shift, "@.");
    }
}

static void rows(Dice *d, Buf *b, int indent)
{
    line(b, indent, "| một | hai |");
    line(b, indent, "|:----|----:|");
    line(b, indent, "| đầu | @v |");
    for (unsigned i = 0, n = 1 + roll(d, 2); i < n; i++) {
        int group = d->left > 0 && roll(d, 2);
        if (group) line(b, indent, roll(d, 2) ? "@F" : "@I");
        line(b, indent, "| @v | chữ @v |");
        if (group && roll(d, 2)) {
            line(b, indent, "@E");
            line(b, indent, "| không | - |");
        }
        if (group) {
            line(b, indent, "@.");
            d->left--;
        }
    }
}

static void block(Dice *d, Buf *b, int indent, int depth)
{
    switch (roll(d, d->left > 0 ? 9 : 6)) {
    case 0: line(b, indent, "Đoạn @v văn."); break;
    case 1: line(b, indent, "### Mục @v"); break;
    case 2: line(b, indent, "> trích @v"); break;
    case 3: rows(d, b, indent); break;
    case 4:
    case 5: items(d, b, indent, depth, roll(d, 4) == 0, roll(d, 3) == 0); break;
    case 6:
        d->left--;
        line(b, indent, "Dòng một");
        line(b, indent, roll(d, 2) ? "@F" : "@I");
        line(b, indent, "dòng @v");
        line(b, indent, "@.");
        if (roll(d, 2)) line(b, indent, "dòng cuối");
        break;
    default: {
        d->left--;
        int loop = roll(d, 2) != 0, shift = roll(d, 3) ? indent : 0;
        line(b, shift, loop ? "@F" : "@I");
        if (roll(d, 2)) buf_putc(b, '\n');
        blocks(d, b, indent, depth > 0 ? depth - 1 : 0);
        if (roll(d, 3) == 0) {
            line(b, shift, "@E");
            blocks(d, b, indent, 0);
        }
        line(b, shift, "@.");
    }
    }
    buf_putc(b, '\n');
}

static void blocks(Dice *d, Buf *b, int indent, int depth)
{
    for (unsigned i = 0, n = 1 + roll(d, 3); i < n; i++) block(d, b, indent, depth);
}

static int check_generated(unsigned seed)
{
    Dice d = {seed * 2654435761u + 1, 4};
    Buf source = {0};
    Toy t;
    Err e = {0};
    blocks(&d, &source, 0, 2);
    toy_make(&t, buf_text(&source));
    Arena *a = arena_new();
    DocOptions o = {"mau.md", 1, t.holes, t.control};
    Doc *doc = doc_parse(buf_view(&t.text), &o, a, NULL, &e);
    if (!doc) printf("# template %u:\n%s# SEN%d line %d\n", seed, buf_text(&source), (int)e.code, e.line);
    for (int round = 0; doc && round < 3; round++) {
        for (uint32_t i = 0; i < t.holes; i++)
            if (t.control[i] == CONTROL_FOR || t.control[i] == CONTROL_IF) t.times[i] = (int)roll(&d,
                    t.control[i] == CONTROL_FOR ? 4 : 2);
        check_counts(&t, doc, a, buf_text(&source));
    }
    int ok = doc != NULL;
    arena_free(a);
    buf_free(&source);
    toy_free(&t);
    return ok;
}

TEST(generated_templates_too)
{
    int refused = 0;
    for (unsigned seed = 1; seed <= 10000; seed++) refused += !check_generated(seed);
    INT_EQ(0, refused);
}
