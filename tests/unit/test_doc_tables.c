/* test_doc_tables.c - two tables in one document stay two, and what stands between them stays there. */
#include "core/doc/doc.h"
#include "tests/unit/harness.h"
#include <string.h>

static void outline(const char *markdown, char *out)
{
    Arena *a = arena_new();
    Err e = {0};
    DocOptions o = {.file = "t.md"};
    *out = 0;
    Doc *d = doc_parse(str_of(markdown), &o, a, NULL, &e);
    if (d)
        for (DocNode *n = d->root->first; n; n = n->next) {
            Buf text = {0};
            doc_plain_text(n, &text);
            strcat(out, n->kind == DOC_TABLE ? "[" : "");
            strcat(out, buf_text(&text));
            strcat(out, n->kind == DOC_TABLE ? "]" : "|");
            buf_free(&text);
        }
    arena_free(a);
}

TEST(two_tables_stay_two_and_keep_what_stands_between)
{
    char out[400];
    outline("P\n\n| a |\n| --- |\n| c |\n\nbetween\n\n| b |\n| --- |\n| x |\n\nQ\n", out);
    OK(strstr(out, "between") != NULL);
    OK(strchr(out, '[') != strrchr(out, '['));
    OK(strstr(out, "b") && strstr(out, "x") && strstr(out, "Q"));
}
