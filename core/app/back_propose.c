/* back_propose.c - a proposal as every file that makes some begins it; decides nothing. */
#include "core/app/back.h"
#include <stdlib.h>

static Arena *arena(const BackPlan *p) { return p->s->c->arena; }

const SourceBlock *back_block_of(const BackPlan *p, long spot)
{
    return spot >= 0 && p->block_of[spot] >= 0 ? &p->source->block[p->block_of[spot]] : NULL;
}

/* The unit's own copy of the template the block stands in: units/ID/content/NAME. */
const char *back_place_of(const BackPlan *p, const SourceBlock *b)
{
    const SourceFile *f = b ? back_file(p->source, b->file) : NULL;
    return f ? arena_print(arena(p), "units/%s/content/%s", p->d->unit, f->name)
             : arena_print(arena(p), "material:%s", p->d->material);
}

StoreProposal *back_propose(BackPlan *p, const char *kind, const SourceBlock *b)
{
    if (p->n == p->cap) {
        p->cap = p->cap ? p->cap * 2 : 32;
        p->v = mem_resize(p->v, mem_mul(p->cap, sizeof *p->v));
    }
    StoreProposal *x = &p->v[p->n++];
    *x = (StoreProposal){.unit = p->d->unit, .source = p->from, .sha256 = p->sha256, .kind = kind, .address = back_place_of(p, b),
                         .field = b && b->line ? arena_print(arena(p), "%d", b->line) : NULL, .who = session_who(p->s->c)};
    return x;
}

const char *back_tracked(const BackPlan *p, long now)
{
    const char *who = now >= 0 ? p->d->now[now].author : NULL;
    if (!who) return NULL;
    return arena_print(arena(p), cli_word(p->s->c, "theo dõi thay đổi: %s", "tracked change by %s"), *who ? who : "?");
}

void back_note_more(const BackPlan *p, StoreProposal *x, const char *more)
{
    if (more) x->note = x->note ? arena_print(arena(p), "%s\n%s", x->note, more) : more;
}

StoreProposal *back_refuse(BackPlan *p, const BackEdit *e, const SourceBlock *b, const char *was, const char *now,
                           const char *why)
{
    StoreProposal *x = back_propose(p, "word-fixed", b);
    x->base = x->mine = was;
    x->theirs = now;
    back_note_more(p, x, why);
    back_note_more(p, x, back_tracked(p, e->now));
    return x;
}
