/* test_conformance.c - the examples of the CommonMark and GFM texts, read from the Debian package cmark-gfm, never copied. */
#include "tests/unit/harness.h"
#include "tests/unit/doc_html.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char READ_SPEC[] =
    "f=/usr/share/doc/cmark-gfm/spec.txt.gz; if [ -r \"$f\" ]; then zcat \"$f\"; exit; fi; "
    "d=$(mktemp -d) && cd \"$d\" && apt-get download -qq cmark-gfm >&2 && dpkg-deb -x cmark-gfm_*.deb x && zcat x$f; rm -rf"
            " \"$d\"";

static void load_spec(Buf *b)
{
    FILE *f = popen(READ_SPEC, "r");
    char piece[65536];
    size_t n;
    while (f && (n = fread(piece, 1, sizeof piece, f)) > 0) buf_add(b, piece, n);
    if (f) pclose(f);
}

/* The examples print a tab as an arrow. */
static void with_tabs(const char *p, size_t n, Buf *out)
{
    for (size_t i = 0; i < n; i++) {
        if (i + 3 <= n && !memcmp(p + i, "\xE2\x86\x92", 3)) {
            buf_putc(out, '\t');
            i += 2;
        } else {
            buf_putc(out, p[i]);
        }
    }
}

typedef void (*ExampleFn)(const Buf *markdown, const Buf *html, int line, const char *tag, void *ctx);

static const char FENCE[] = "````````````````````````````````";

static void each_example(const Buf *spec, ExampleFn fn, void *ctx)
{
    int line = 0, state = 0, at = 0;
    char tag[32] = "";
    Buf md = {0}, html = {0};
    for (const char *p = spec->p; p && *p; line++) {
        const char *nl = strchr(p, '\n');
        size_t n = nl ? (size_t)(nl - p) : strlen(p);
        if (state == 0 && n > 40 && !strncmp(p, FENCE, 32) && !strncmp(p + 32, " example", 8)) {
            state = 1;
            at = line + 1;
            snprintf(tag, sizeof tag, "%.*s", (int)(n - 40), p + 40);
        } else if (state == 0 && n == 40 && !strncmp(p, FENCE, 32)) {
            state = 1;
            at = line + 1;
            tag[0] = 0;
        } else if (state == 1 && n == 1 && *p == '.') {
            state = 2;
        } else if (state == 2 && n == 32 && !strncmp(p, FENCE, 32)) {
            fn(&md, &html, at, tag[0] == ' ' ? tag + 1 : tag, ctx);
            buf_clear(&md);
            buf_clear(&html);
            state = 0;
        } else if (state) {
            with_tabs(p, n + 1, state == 1 ? &md : &html);
        }
        p = nl ? nl + 1 : p + n;
    }
    buf_free(&md);
    buf_free(&html);
}

typedef struct Tally {
    const char *tag;
    int run, right;
} Tally;

static void tally_one(const Buf *md, const Buf *html, int line, const char *tag, void *ctx)
{
    Tally *t = ctx;
    if (strcmp(tag, t->tag)) return;
    Buf got = {0};
    doc_html_of(buf_text(md), md->n, NULL, &got);
    t->run++;
    if (!strcmp(buf_text(&got), buf_text(html))) t->right++;
    else printf("# line %d\n#   want: %s\n#   got:  %s\n", line, buf_text(html), buf_text(&got));
    buf_free(&got);
}

static void conforms(const char *tag, int count)
{
    Buf spec = {0};
    Tally t = {tag, 0, 0};
    load_spec(&spec);
    each_example(&spec, tally_one, &t);
    INT_EQ(count, t.run);
    INT_EQ(count, t.right);
    buf_free(&spec);
}

TEST(core_examples_649) { conforms("", 649); }
TEST(table_examples_8) { conforms("table", 8); }
TEST(task_examples_2) { conforms("disabled", 2); }
TEST(strikethrough_examples_2) { conforms("strikethrough", 2); }

/* --- the tree as Markdown, parsed again, is the same tree --- */

typedef struct Trip {
    int run, same;
} Trip;

static void trip_one(const Buf *md, const Buf *html, int line, const char *tag, void *ctx)
{
    Trip *t = ctx;
    Err e = {0};
    Arena *a = arena_new();
    Buf again = {0}, want = {0}, got = {0};
    Doc *d = doc_parse(buf_view(md), NULL, a, NULL, &e);
    (void)html;
    (void)tag;
    int has_html = 0;
    for (DocWalk w = {d ? d->root : NULL, NULL, 0}; doc_walk_next(&w);)
        has_html |= w.node->kind == DOC_HTML || w.node->kind == DOC_HTML_BLOCK;
    if (d && !has_html) {
        t->run++;
        doc_to_markdown(d, &again);
        Doc *d2 = doc_parse(buf_view(&again), NULL, a, NULL, &e);
        doc_shape(d->root, &want);
        if (d2) doc_shape(d2->root, &got);
        if (!strcmp(buf_text(&want), buf_text(&got))) t->same++;
        else printf("# line %d\n#   text: %s#   again: %s#   want: %s\n#   got:  %s\n", line, buf_text(md), buf_text(&again),
                buf_text(&want), buf_text(&got));
    }
    buf_free(&again);
    buf_free(&want);
    buf_free(&got);
    arena_free(a);
}

TEST(markdown_written_and_parsed_again_is_the_same_tree)
{
    Buf spec = {0};
    Trip t = {0, 0};
    load_spec(&spec);
    each_example(&spec, trip_one, &t);
    OK(t.run > 500);
    INT_EQ(t.run, t.same);
    buf_free(&spec);
}
