/* press_index.c - the list of a unit's files on its index page, made as nodes of the document tree. */
#include "core/press/press_parts.h"
#include <stdlib.h>

static PressMade *add(PressRun *x)
{
    if (x->n_made == x->cap_made) {
        x->cap_made = x->cap_made ? x->cap_made * 2 : 32;
        x->made = mem_resize(x->made, mem_mul(x->cap_made, sizeof *x->made));
    }
    return &x->made[x->n_made++];
}

void press_index_note(PressRun *x, const Entity *m, const Output *o, const char *name)
{
    *add(x) = (PressMade){m, arena_copy(x->job_arena, name), o->title};
}

void press_index_failed(PressRun *x, const Entity *m) { *add(x) = (PressMade){m, NULL, NULL}; }
void press_index_free(PressRun *x) { free(x->made); }

static DocNode *put(DocNode *parent, Arena *a, DocKind kind)
{
    DocNode *n = doc_node(a, kind);
    doc_append(parent, n);
    return n;
}

static void put_text(DocNode *parent, Arena *a, const char *s) { put(parent, a, DOC_TEXT)->text = str_of(arena_copy(a, s)); }

static void put_link(DocNode *parent, Arena *a, const PressMade *m)
{
    DocNode *link = put(parent, a, DOC_LINK);
    link->url = str_of(m->name);
    put_text(link, a, m->title && *m->title ? m->title : m->name);
}

/* One item: «Tờ rơi cho nam giới: Trang web · Zalo» */
static size_t put_material(const PressRun *x, DocNode *list, Arena *a, size_t i)
{
    const PressMade *m = &x->made[i];
    DocNode *item = put(list, a, DOC_ITEM), *p = put(item, a, DOC_PARAGRAPH);
    item->origin = m->material->address;
    put_text(p, a, entity_title(m->material));
    put_text(p, a, ": ");
    if (!m->name) {
        put_text(put(p, a, DOC_STRONG), a, "chưa làm được, xem thông báo khi xuất");
        return i + 1;
    }
    size_t from = i;
    for (; i < x->n_made && x->made[i].material == m->material && x->made[i].name; i++) {
        if (i > from) put_text(p, a, " · ");
        put_link(p, a, &x->made[i]);
    }
    return i;
}

/* Before the second heading of level 2, else at the end. */
static DocNode *find_place(const Doc *d)
{
    int seen = 0;
    for (DocNode *n = d->root->first; n; n = n->next)
        if (n->kind == DOC_HEADING && n->level == 2 && ++seen == 2) return n;
    return NULL;
}

static void place(const Doc *d, DocNode *at, DocNode *n)
{
    if (at) doc_insert_before(at, n);
    else doc_append(d->root, n);
}

void press_index_add_files(PressRun *x, const Doc *d)
{
    Arena *a = d->arena;
    DocNode *at = find_place(d), *heading = doc_node(a, DOC_HEADING), *list = doc_node(a, DOC_LIST);
    if (x->n_made == 0) return;
    heading->level = 2;
    put_text(heading, a, "Các tài liệu đã làm");
    list->tight = 1;
    list->mark = '-';
    for (size_t i = 0; i < x->n_made;) i = put_material(x, list, a, i);
    place(d, at, heading);
    place(d, at, list);
}
