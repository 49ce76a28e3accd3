/* write_seams.c - where a part may be cut to be packed (zip_pack.h); must not know what is printed. */
#include "plugins/docx/write_inside.h"
#include <stdlib.h>

void seams_add(Seams *s, Xml *x, int parts)
{
    if (s->n == s->cap) {
        size_t cap = s->cap * 2 + 512;
        ZipSeam *bigger = realloc(s->v, cap * sizeof *bigger);
        if (!bigger) {
            x->failed = 1;                  /* without it the file would be another one */
            return;
        }
        s->v = bigger;
        s->cap = cap;
    }
    s->v[s->n++] = (ZipSeam){x->n, parts};
}

/* Header, title, bases and signature name the unit, the text between them seldom does. */
static int frame_of(const OffBlock *b)
{
    static const char *const front[] = {"header", "title", "to", "bases"};
    for (size_t i = 0; i < sizeof front / sizeof *front; i++)
        if (!strcmp(b->part, front[i])) return 1;
    return strcmp(b->part, "closing") ? 0 : 2;
}

int seams_parts(const Official *o, size_t i)
{
    const OffBlock *b = &o->blocks[i];
    if (i + 1 == o->n_blocks) return 0;
    return frame_of(b) != frame_of(b + 1) || (b->kind == OFF_PARA && b->para.role == OFF_ANNEX_NOTE);
}
