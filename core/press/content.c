/* content.c - layers of Markdown files; opens none of them. */
#include "core/press/content.h"
#include "core/base/map.h"
#include "core/base/text.h"
#include <string.h>
#include <stdlib.h>

struct Content {
    const Content *below;
    Arena *arena;
    Map *files;                            /* name -> ContentFile, in the arena */
};

Content *content_new(const Content *below)
{
    Content *c = mem_alloc(sizeof *c);
    c->below = below;
    c->arena = arena_new();
    c->files = map_new();
    return c;
}

void content_free(Content *c)
{
    if (!c) return;
    for (size_t i = 0; i < map_count(c->files); i++) {
        void *at;
        map_at(c->files, i, &at);
        const ContentFile *file = at;
        if (file->parsed) file->drop(file->parsed);
    }
    map_free(c->files);
    arena_free(c->arena);
    free(c);
}

static int is_plain_name(const char *name)
{
    size_t n = strlen(name), part = 0;
    if (n == 0 || n > 200 || !text_valid(name, n, NULL)) return 0;
    for (size_t i = 0; i <= n; i++) {
        unsigned char c = (unsigned char)name[i];
        if (c == '/' || c == 0) {
            if (part == 0 || name[i - part] == '.') return 0;
            part = 0;
            continue;
        }
        if (c < 0x20 || c == 0x7F || c == '\\') return 0;
        part++;
    }
    return 1;
}

int content_add(Content *c, const char *name, const char *shown, Str bytes, Err *e)
{
    if (!is_plain_name(name)) return err_set(e, SEN4118, "%s", name);
    if (map_get(c->files, name)) return err_set(e, SEN4119, "%s", name);
    ContentFile *f = arena_alloc(c->arena, sizeof *f);
    f->name = arena_copy(c->arena, name);
    f->shown = shown ? arena_copy(c->arena, shown) : arena_print(c->arena, "content/%s", name);
    f->bytes = (Str){arena_text(c->arena, bytes.p, bytes.n), bytes.n};
    map_put(c->files, name, f);
    return 0;
}

ContentFile *content_find(const Content *c, Str name)
{
    for (; c; c = c->below) {
        ContentFile *f = map_get_n(c->files, name.p, name.n);
        if (f) return f;
    }
    return NULL;
}

ContentFile *content_seen(const Content *c, size_t i)
{
    const Content *stack[64];
    size_t depth = 0, at = 0;
    for (const Content *l = c; l && depth < 64; l = l->below) stack[depth++] = l;
    while (depth > 0) {
        const Content *l = stack[--depth];
        for (size_t k = 0; k < map_count(l->files); k++) {
            void *f;
            const char *name = map_at(l->files, k, &f);
            if (content_find(c, str_of(name)) == f && at++ == i) return f;
        }
    }
    return NULL;
}

const char *content_nearest(const Content *c, Str name)
{
    size_t n = 0, k = 0;
    for (const Content *l = c; l; l = l->below) n += map_count(l->files);
    const char **names = mem_alloc(mem_mul(n + 1, sizeof *names));
    for (const Content *l = c; l; l = l->below)
        for (size_t i = 0; i < map_count(l->files); i++) names[k++] = map_at(l->files, i, NULL);
    char *word = mem_alloc(name.n + 1);
    memcpy(word, name.p, name.n);
    const char *near = text_nearest(word, names, n);
    free(word);
    free(names);
    return near;
}
