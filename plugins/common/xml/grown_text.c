/* grown_text.c - a text that grows; must not know what is read into it. */
#include "plugins/common/xml/grown_text.h"
#include <stdlib.h>
#include <string.h>

void text_add(Text *t, const char *s, size_t n)
{
    if (t->failed) return;
    if (t->cap - t->n < n + 1) {
        size_t cap = t->cap ? t->cap : 64;
        while (cap - t->n < n + 1 && cap < ((size_t)1 << 40)) cap *= 2;
        char *p = realloc(t->p, cap);
        if (!p) {
            t->failed = 1;
            return;
        }
        t->p = p;
        t->cap = cap;
    }
    if (n) memcpy(t->p + t->n, s, n);
    t->n += n;
    t->p[t->n] = 0;
}

void text_free(Text *t)
{
    free(t->p);
    *t = (Text){0};
}
