/* press_source.c - a material's document with the origin of every text, packed for the way back from Word; writes no file. */
#include "core/press/press_source.h"
#include <string.h>

typedef struct Sources {
    Buf blocks;
    uint32_t n_blocks;
    const ContentFile *file[64];           /* those the blocks name */
    uint32_t n_files;
    const Content *content;
    uint32_t table, row, column;
} Sources;

static void note_file(Sources *x, Str shown)
{
    for (uint32_t i = 0; i < x->n_files; i++)
        if (str_is(shown, x->file[i]->shown)) return;
    const ContentFile *f;
    for (size_t i = 0; (f = content_seen(x->content, i)) && x->n_files < 64; i++)
        if (str_is(shown, f->shown)) {
            x->file[x->n_files++] = f;
            return;
        }
}

static void pack_part(Buf *b, Str text, const DocNode *n)
{
    int hole = n && n->info.n;
    pack_str(b, text);
    pack_str(b, hole ? n->info : (Str){"", 0});
    pack_str(b, hole ? n->url : (Str){"", 0});
    pack_str(b, hole ? n->title : (Str){"", 0});
    pack_text(b, hole && n->origin ? n->origin : "");
}

/* The texts below a block, in order; breaks are texts of their own. */
static void pack_parts(const DocNode *block, Buf *out)
{
    Buf parts = {0};
    uint32_t n = 0;
    DocWalk w = {.root = block};
    while (doc_walk_next(&w)) {
        const DocNode *x = w.node;
        if (!w.entering || x == block) continue;
        if (x->kind == DOC_TEXT || x->kind == DOC_CODE) pack_part(&parts, x->text, x->kind == DOC_TEXT ? x : NULL);
        else if (x->kind == DOC_BREAK) pack_part(&parts, (Str){"\n", 1}, NULL);
        else if (x->kind == DOC_SOFT_BREAK) pack_part(&parts, (Str){" ", 1}, NULL);
        else continue;
        n++;
    }
    if (block->kind == DOC_CODE_BLOCK) {
        pack_part(&parts, block->text, NULL);
        n++;
    }
    pack_u32(out, n);
    buf_str(out, buf_view(&parts));
    buf_free(&parts);
}

static const DocNode *above(const DocNode *n, DocKind kind)
{
    while (n && n->kind != kind) n = n->parent;
    return n;
}

static void pack_block(Sources *x, const DocNode *n)
{
    Buf *b = &x->blocks;
    const DocNode *div = above(n, DOC_DIV), *row = n->kind == DOC_CELL ? n->parent : NULL;
    const char *origin = n->origin ? n->origin : row && row->origin ? row->origin : "";
    int line = n->line ? n->line : row ? row->line : 0, last = n->last_line ? n->last_line : row ? row->last_line : 0;
    x->n_blocks++;
    pack_u8(b, n->kind == DOC_CELL ? 2 : n->kind == DOC_HEADING ? 1 : n->kind == DOC_CODE_BLOCK ? 3 : 0);
    pack_str(b, n->url);
    pack_u32(b, (uint32_t)line);
    pack_u32(b, (uint32_t)(last >= line ? last : line));
    pack_text(b, origin);
    pack_str(b, n->title);
    pack_u32(b, n->kind == DOC_CELL ? x->table : 0);
    pack_u32(b, n->kind == DOC_CELL ? x->row : 0);
    pack_u32(b, n->kind == DOC_CELL ? x->column : 0);
    pack_u8(b, (unsigned)((row && row->header) | (above(n, DOC_ITEM) != NULL) << 1));
    pack_str(b, div ? div->text : (Str){"", 0});
    pack_parts(n, b);
    note_file(x, n->url);
}

void press_source_pack(const Doc *d, const Content *content, Buf *out)
{
    Sources x = {.content = content};
    DocWalk w = {.root = d->root};
    while (doc_walk_next(&w)) {
        const DocNode *n = w.node;
        if (!w.entering) continue;
        if (n->kind == DOC_TABLE) x.table++, x.row = 0;
        else if (n->kind == DOC_ROW) x.row++, x.column = 0;
        else if (n->kind == DOC_CELL) x.column++;
        int text = n->kind == DOC_PARAGRAPH || n->kind == DOC_HEADING || n->kind == DOC_CELL || n->kind == DOC_CODE_BLOCK;
        if (text) pack_block(&x, n);
    }
    pack_u32(out, x.n_files);
    for (uint32_t i = 0; i < x.n_files; i++) {
        pack_text(out, x.file[i]->name);
        pack_text(out, x.file[i]->shown);
        pack_str(out, x.file[i]->bytes);
    }
    pack_u32(out, x.n_blocks);
    buf_str(out, buf_view(&x.blocks));
    buf_free(&x.blocks);
}
