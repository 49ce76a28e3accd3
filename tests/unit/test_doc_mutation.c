/* test_doc_mutation.c - damaged Markdown, always the same: every tree stays sound and nothing is lost to a crash. */
#include "tests/unit/harness.h"
#include "tests/unit/doc_check.h"
#include "core/base/text.h"
#include <stdio.h>
#include <string.h>

static const char *const seeds[] = {
    "# Kế hoạch {#kh}\n\nCăn cứ **Luật** và _Nghị định_ số ~~12~~ [13](https://a.vn \"t\")[^1].\n\n[^1]: Chú *thích*.\n",
    "- [ ] một\n- [x] hai\n\n  đoạn\n  - ba\n    1. bốn\n\n> trích\n> | a | b |\n> |---|:-:|\n> | `x\\|y` | ![h](h.png) |\n",
    "| a | b |\n|---|--:|\n@\n| @ | **@** |\n@\n\n::: luu-y tiêu đề\nnội dung\n\n::: {.b #c}\n- x\n:::\n:::\n",
    "@\n## @\n@\n- @\n  @\n  - b\n  @\n@\nxong\n@\n```sh\n@\nmã @\n@\n```\n@\n\n    thụt\n@\n",
    "Một\n@\nhai @ <b>x</b>\n@\n===\n\n<div>\n@\n</div>\n\n[r]: /u 'a'\n[r] &amp; &#x91; \\~ \\[^1] <!-- c -->\n***\n1) a\n2)"
            " b\n",
};

static const char *const pieces[] = {"\n", "\n\n", "  ", "    ", "- ", "> ", "1. ", "| ", "|---|\n", "*", "**", "_", "`",
        "```\n", "~~", "[", "](", "[^1]", "[^1]: ",
                                     "![", "<!--", "-->", "::: a\n", ":::\n", "@\n", "@", "\\", "&#0;", "&#xF0001;", "\t",
                                     "===\n", "---\n", "# ", "\xC2\x93", "đ",
                                     "\xF3\xB0\x80\x80", "{#x}", "[x] "};

static unsigned roll(unsigned *state, unsigned n)
{
    *state = *state * 1664525u + 1013904223u;
    return (*state >> 16) % n;
}

static void damage(Buf *b, unsigned *state)
{
    size_t at = b->n ? roll(state, (unsigned)b->n + 1) : 0;
    Buf old = *b, new = {0};
    buf_add(&new, old.p, at);
    unsigned kind = roll(state, 4);
    if (kind == 0) {                                  /* cut */
        at += roll(state, 12);
    } else if (kind == 1 && old.n > 4) {              /* copy a run from elsewhere */
        size_t from = roll(state, (unsigned)old.n - 1), n = roll(state, 30);
        buf_add(&new, old.p + from, from + n <= old.n ? n : old.n - from);
    } else {
        buf_puts(&new, pieces[roll(state, sizeof pieces / sizeof *pieces)]);
    }
    if (at < old.n) buf_add(&new, old.p + at, old.n - at);
    buf_free(&old);
    *b = new;
}

static void with_holes(const Buf *source, Buf *out, unsigned *state, uint8_t *kinds, uint32_t *holes, uint32_t most)
{
    *holes = 0;
    for (size_t i = 0; i < source->n; i++) {
        char c[4];
        if (source->p[i] == '@' && *holes < most) {
            kinds[*holes] = (uint8_t)roll(state, 6);
            buf_add(out, c, text_encode(DOC_HOLE_FIRST + (*holes)++, c));
        } else {
            buf_putc(out, source->p[i]);
        }
    }
}

TEST(damaged_texts_give_sound_trees)
{
    unsigned state = 20260105;
    for (int round = 0; round < 6000; round++) {
        Buf b = {0}, text = {0};
        uint8_t kinds[64];
        uint32_t holes;
        buf_puts(&b, seeds[round % 5]);
        if (roll(&state, 3) == 0) buf_puts(&b, seeds[roll(&state, 5)]);
        for (unsigned n = 1 + roll(&state, 6); n; n--) damage(&b, &state);
        with_holes(&b, &text, &state, kinds, &holes, 64);
        const char *bad = doc_check_bytes(buf_text(&text), text.n, kinds, holes);
        if (bad) printf("# round %d: %s\n%s\n", round, bad, buf_text(&b));
        OK(!bad);
        buf_free(&b);
        buf_free(&text);
        if (bad) break;
    }
}
