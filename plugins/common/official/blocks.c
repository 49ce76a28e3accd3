/* blocks.c - the growing lists of blocks and paragraphs; knows nothing of where they come from. */
#include "plugins/common/official/inside.h"

OffBlock *blocks_add_block(Walk *w, Blocks *to, OffBlockKind kind, const char *part)
{
    OffBlock *bigger = memory_grow(w->memory, to->v, to->n, &to->cap, sizeof *to->v);
    if (!bigger) return NULL;
    to->v = bigger;
    OffBlock *b = &to->v[to->n++];
    *b = (OffBlock){.kind = kind, .part = part, .origin = SEN_TEXT("")};
    b->table.caption = SEN_STR("");
    return b;
}

void blocks_add_paragraph(Walk *w, Blocks *to, const OffPara *p, const char *part)
{
    OffBlock *b = blocks_add_block(w, to, OFF_PARA, part);
    if (!b) return;
    b->para = *p;
    b->origin = p->origin;
    b->line = p->line;
}

OffPara *blocks_add_para(Walk *w, Paras *to, const OffPara *p)
{
    OffPara *bigger = memory_grow(w->memory, to->v, to->n, &to->cap, sizeof *to->v);
    if (!bigger) return NULL;
    to->v = bigger;
    to->v[to->n] = *p;
    return &to->v[to->n++];
}
