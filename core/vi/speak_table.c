/* speak_table.c - added pairs over the built-in abbreviations. */
#include "core/vi/speak_table.h"
#include "core/base/map.h"
#include "core/base/mem.h"
#include "core/vi/abbrev.h"
#include <stdlib.h>

struct Speak {
    Map *added;
    int south;
};

Speak *speak_new(void)
{
    Speak *s = mem_alloc(sizeof *s);
    s->added = map_new();
    return s;
}

void speak_free(Speak *s)
{
    if (!s) return;
    for (size_t i = 0; i < map_count(s->added); i++) {
        void *v;
        map_at(s->added, i, &v);
        free(v);
    }
    map_free(s->added);
    free(s);
}

void speak_add(Speak *s, const char *abbreviation, const char *words)
{
    free(map_get(s->added, abbreviation));
    map_put(s->added, abbreviation, mem_copy_text(words));
}

void speak_set_south(Speak *s, int on) { s->south = on != 0; }
int speak_south(const Speak *s) { return s && s->south; }

const char *speak_expand(const Speak *s, Str word)
{
    const char *w = s ? map_get_n(s->added, word.p, word.n) : NULL;
    return w ? w : abbrev_words(word);
}
