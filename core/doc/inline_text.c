/* inline_text.c - splits libcmark's texts at holes, note references and "~"; knows no block. */
#include <string.h>
#include "core/doc/reading.h"

static void add_text(Reading *r, DocNode *parent, const char *p, size_t n)
{
    if (!n) return;
    DocNode *d = doc_node(r->arena, DOC_TEXT);
    Str in = {p, n};
    if (raw_has_shield(in)) {
        buf_clear(&r->tmp);
        raw_unshield(&r->lines, in, 1, &r->tmp);
        in = buf_view(&r->tmp);
    }
    d->text = (Str){arena_text(r->arena, in.p, in.n), in.n};
    doc_append(parent, d);
}

/* A note reference at p (its shield, the label, "]"): its length, or 0. */
static size_t note_length(const Reading *r, const char *p, const char *end)
{
    const char *close = memchr(p, ']', (size_t)(end - p));
    if (!close || close - p < 3) return 0;
    return map_get_n(r->notes, p + 2, (size_t)(close - p) - 2) ? (size_t)(close - p) + 1 : 0;
}

void inline_text_add(Reading *r, DocNode *parent, Str literal)
{
    const char *p = literal.p, *end = p + literal.n, *from = p;
    while (p < end) {
        long hole = raw_hole_at(p, end);
        size_t used = 0;
        DocNode *d = NULL;
        if (hole >= 0 && (uint32_t)hole < r->o.holes) {
            used = 4;
            d = doc_node(r->arena, DOC_HOLE);
            d->hole = (uint32_t)hole;
        } else if (p[0] == '\xC2' && end - p > 2 && p[1] == '\x91' && (used = note_length(r, p, end))) {
            d = doc_node(r->arena, DOC_NOTE_REF);
            d->text = (Str){arena_text(r->arena, p + 2, used - 3), used - 3};
        } else if (*p == '~') {
            while (p + used < end && p[used] == '~') used++;
            d = doc_node(r->arena, DOC_TEXT);
            d->text = (Str){used == 1 ? "~" : used == 2 ? "~~" : arena_text(r->arena, p, used), used};
            if (used <= 2) d->mark = '~';
        }
        if (!d) {
            p++;
            continue;
        }
        add_text(r, parent, from, (size_t)(p - from));
        doc_append(parent, d);
        p += used;
        from = p;
    }
    add_text(r, parent, from, (size_t)(end - from));
}
