/* footnote.c - definitions `[^label]: text` and their numbers; knows no other block. */
#include <string.h>
#include "core/base/map.h"
#include "core/doc/reading.h"

static int begins_definition(const DocNode *ref)
{
    if (!ref || ref->kind != DOC_NOTE_REF || !ref->next || ref->next->kind != DOC_TEXT) return 0;
    return ref->next->text.n > 0 && ref->next->text.p[0] == ':';
}

void footnote_take(Reading *r, DocNode *paragraph)
{
    int line = paragraph->line;
    DocNode *body = NULL;
    if (!paragraph->parent || !begins_definition(paragraph->first)) return;
    for (DocNode *x = paragraph->first, *next; x; x = next) {
        next = x->next;
        int starts = begins_definition(x);
        if (x->kind == DOC_SOFT_BREAK || x->kind == DOC_BREAK) {
            line++;
            starts = begins_definition(next);
            if (starts) {
                doc_unlink(x);
                x = next;
                next = x->next;
            }
        }
        if (!starts) {
            doc_unlink(x);
            doc_append(body, x);
            continue;
        }
        DocNode *note = doc_node(r->arena, DOC_FOOTNOTE);
        note->text = x->text;
        note->line = note->last_line = line;
        body = doc_node(r->arena, DOC_PARAGRAPH);
        body->line = body->last_line = line;
        doc_append(note, body);
        doc_insert_before(paragraph, note);
        doc_unlink(x);
        next->text.p++;
        next->text.n--;
        while (next->text.n && (next->text.p[0] == ' ' || next->text.p[0] == '\t')) {
            next->text.p++;
            next->text.n--;
        }
    }
    paragraph->prev->last_line = body->last_line = paragraph->last_line;
    doc_unlink(paragraph);
}

static void take_notes(DocNode *root, Map *notes)
{
    DocNode *note = NULL;
    for (DocWalk w = {root, NULL, 0}; doc_walk_next(&w);) {
        if (note && w.node != note) {
            doc_unlink(note);
            note = NULL;
        }
        if (w.entering || w.node->kind != DOC_FOOTNOTE) continue;
        note = (DocNode *)w.node;
        Str label = note->text;
        if (!map_get_n(notes, label.p, label.n)) map_put_n(notes, label.p, label.n, note);
    }
    if (note) doc_unlink(note);
}

void doc_number_notes(Doc *d)
{
    Map *notes = map_new();
    int number = 0;
    take_notes(d->root, notes);
    for (DocWalk w = {d->root, NULL, 0}; doc_walk_next(&w);) {
        if (!w.entering || w.node->kind != DOC_NOTE_REF) continue;
        DocNode *ref = (DocNode *)w.node, *note = map_get_n(notes, ref->text.p, ref->text.n);
        if (!note) {
            ref->kind = DOC_TEXT;
            size_t n = ref->text.n;
            ref->text = str_of(arena_print(d->arena, "[^%.*s]", (int)n, ref->text.p));
            continue;
        }
        if (!note->parent) {
            note->start = ++number;
            doc_append(d->root, note);
        }
        ref->start = note->start;
    }
    map_free(notes);
}
