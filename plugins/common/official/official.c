/* official.c - makes an Official: facts, styles, one walk, then the parts in the order of the page. */
#include "plugins/common/official/inside.h"
#include "plugins/common/writer.h"
#include <stdlib.h>

static void append(Walk *w, Blocks *to, const Blocks *from)
{
    for (size_t i = 0; i < from->n; i++) {
        OffBlock *bigger = memory_grow(w->memory, to->v, to->n, &to->cap, sizeof *to->v);
        if (!bigger) return;
        to->v = bigger;
        to->v[to->n++] = from->v[i];
    }
}

static void number_table(OffTable *t, uint32_t number)
{
    for (size_t r = 0; r < t->n_rows; r++)
        for (uint32_t c = 0; c < t->columns; c++) {
            const OffCell *cell = &t->rows[r].cells[c];
            for (size_t i = 0; i < cell->n_paras; i++) ((OffPara *)cell->paras)[i].block = number;
        }
}

static void number_blocks(Blocks *all)
{
    for (size_t i = 0; i < all->n; i++) {
        OffBlock *b = &all->v[i];
        b->number = (uint32_t)i + 1;
        b->para.block = b->number;
        if (b->kind == OFF_TABLE || b->kind == OFF_GRID) number_table(&b->table, b->number);
    }
}

/* «Kế hoạch năm»: the title of the material, unless the document says better. */
static void set_properties(Walk *w)
{
    Official *o = w->out;
    o->title = w->facts.title;
    o->author = w->facts.unit_name;
    o->keywords = o->type[0] ? (SenText){o->type, strlen(o->type)} : SEN_STR("");
    if (!o->subject.n) o->subject = SEN_STR("");
}

static void assemble(Walk *w)
{
    Blocks all = {0};
    frame_header(w, &all);
    append(w, &all, &w->body);
    frame_closing(w, &all);
    append(w, &all, &w->after);
    number_blocks(&all);
    Official *o = w->out;
    o->blocks = all.v;
    o->n_blocks = all.n;
    o->notes = w->notes;
    o->n_notes = w->n_notes;
    set_properties(w);
}

Official *official_read(const SenHost *h, SenDoc *doc, const SenOptions *options, const char *channel, SenErr *err)
{
    Memory *m = calloc(1, sizeof *m);
    Official *o = m ? memory_take(m, sizeof *o) : NULL;
    Walk *w = o ? memory_take(m, sizeof *w) : NULL;
    if (w) {
        *w = (Walk){.host = h, .doc = doc, .options = options, .channel = channel, .memory = m, .out = o, .url = SEN_TEXT(""),
                    .caption = SEN_TEXT(""), .heading = SEN_TEXT("")};
        o->inside = m;
        o->subject = SEN_STR("");
        facts_read(m, h, options, &w->facts);
        o->type = w->facts.type ? w->facts.type->symbol : "";
        styles_set(m, o, &w->words, sentext_option(h, options, "page.layout"));
        walk_pages(w);
        assemble(w);
        if (!m->failed) return o;
    }
    if (m) memory_free(m);
    free(m);
    h->fail(err, SEN_STR("văn bản quá lớn, không đủ bộ nhớ để dàn trang"));
    return NULL;
}

void official_free(Official *o)
{
    if (!o) return;
    Memory *m = o->inside;
    memory_free(m);
    free(m);
}
