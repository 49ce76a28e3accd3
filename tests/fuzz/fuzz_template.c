/* fuzz_template.c - any bytes as a template: parsed, checked, filled with a small scope and written as Markdown and prose. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include "core/plug/prose.h"
#include "core/plug/post.h"
#include "core/press/scope.h"
#include "core/press/template.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static Value one_map(Arena *a)
{
    ValuePair *p = arena_alloc(a, 2 * sizeof *p);
    Value *v = arena_alloc(a, 2 * sizeof *v);
    v[0] = value_text(str_of("Xã Tân Quy *<b>* | [x](javascript:1)"));
    v[1] = value_int(7);
    p[0] = (ValuePair){str_of("name"), &v[0]};
    p[1] = (ValuePair){str_of("times"), &v[1]};
    return (Value){.type = VAL_MAP, .count = 2, .u.map = p};
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    Arena *a = arena_new();
    Findings f;
    Err e = {0};
    findings_init(&f, a);
    Template *t = template_parse((Str){(const char *)data, n}, "fuzz.md", &f, &e);
    if (!t && !e.code) abort();
    if (t) {
        Scope *scope = arena_alloc(a, sizeof *scope);
        memset(scope, 0, sizeof *scope);
        Value *list = arena_alloc(a, 3 * sizeof *list);
        for (int i = 0; i < 3; i++) list[i] = one_map(a);
        scope->root[SCOPE_UNIT] = one_map(a);
        scope->root[SCOPE_TASKS] = (Value){.type = VAL_LIST, .count = 3, .u.list = list};
        scope->root[SCOPE_YEAR] = value_int(2026);
        ExprEngine engine = {.draft = 1};
        FillJob job = {.engine = &engine, .scope = scope, .findings = &f};
        template_check(t, NULL, &f);
        Doc *doc = template_fill(t, &job, a);
        if (doc) {
            Buf text = {0}, posts = {0};
            prose_write(doc, "zalo", PROSE_TEXT, &text);
            prose_write(doc, "loudspeaker", PROSE_SPEECH, &text);
            post_split(buf_view(&text), 200, &posts, NULL);
            buf_free(&text);
            buf_free(&posts);
        }
    }
    template_free(t);
    findings_free(&f);
    arena_free(a);
    return 0;
}
