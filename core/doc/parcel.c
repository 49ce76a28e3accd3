/* parcel.c - the tree node by node: "in", what the node holds, its children, "out"; knows no format of files. */
#include "core/doc/parcel.h"

enum { OUT = 0, IN = 1 };

static void pack_node(Buf *b, const DocNode *n)
{
    const unsigned small[] = {n->kind, n->level, n->ordered, n->tight, (unsigned char)n->mark, n->check, n->align, n->header,
                              n->gap};
    for (size_t i = 0; i < sizeof small / sizeof *small; i++) pack_u8(b, small[i]);
    pack_u32(b, (uint32_t)n->start);
    pack_u32(b, (uint32_t)n->line);
    pack_u32(b, (uint32_t)n->last_line);
    pack_str(b, n->text);
    pack_str(b, n->url);
    pack_str(b, n->title);
    pack_str(b, n->info);
    pack_text(b, n->origin);
}

void parcel_pack_doc(Buf *b, const Doc *d)
{
    DocWalk w = {.root = d->root};
    while (doc_walk_next(&w)) {
        pack_u8(b, w.entering ? IN : OUT);
        if (w.entering) pack_node(b, w.node);
    }
}

static DocNode *unpack_node(Unpack *u, Arena *a)
{
    unsigned small[9];
    for (size_t i = 0; i < 9; i++) small[i] = unpack_u8(u);
    if (u->bad || small[0] >= DOC_KINDS || small[1] > 6) return NULL;
    DocNode *n = doc_node(a, (DocKind)small[0]);
    n->level = (uint8_t)small[1];
    n->ordered = small[2] != 0;
    n->tight = small[3] != 0;
    n->mark = (char)small[4];
    n->check = small[5] <= CHECK_DONE ? (uint8_t)small[5] : 0;
    n->align = small[6] <= ALIGN_RIGHT ? (uint8_t)small[6] : 0;
    n->header = small[7] != 0;
    n->gap = small[8] != 0;
    n->start = (int)unpack_u32(u);
    n->line = (int)unpack_u32(u);
    n->last_line = (int)unpack_u32(u);
    n->text = unpack_str(u);
    n->url = unpack_str(u);
    n->title = unpack_str(u);
    n->info = unpack_str(u);
    n->origin = unpack_text(u, a);
    return u->bad ? NULL : n;
}

Doc *parcel_unpack_doc(Unpack *u, Arena *a)
{
    Doc *d = arena_alloc(a, sizeof *d);
    DocNode *at = NULL;
    d->arena = a;
    for (;;) {
        unsigned step = unpack_u8(u);
        if (u->bad || (step == OUT && !at)) return NULL;
        if (step == OUT) {
            if (at == d->root) return d;
            at = at->parent;
            continue;
        }
        DocNode *n = unpack_node(u, a);
        if (!n) return NULL;
        if (at) doc_append(at, n);
        else d->root = n;
        at = n;
    }
}
