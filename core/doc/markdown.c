/* markdown.c - doc_parse: cleans, guards, hands the lines to libcmark and calls the passes in order. */
#include <string.h>
#include "core/doc/guard.h"
#include "core/doc/reading.h"

enum {
    PARSE_MEMORY = 192 * 1024 * 1024       /* libcmark's own, for the largest text the guard lets through */
};

static void count_blanks(Reading *r)
{
    r->blanks = arena_alloc(r->scratch, (r->source.n + 1) * sizeof *r->blanks);
    uint32_t n = 0;
    for (size_t i = 0; i < r->source.n; i++) {
        n += raw_line_blank(r->source.v[i].text) != 0;
        r->blanks[i] = n;
    }
}

static int check_tree_depth(Reading *r, DocNode *root)
{
    int depth = 0, line = 0;
    for (DocWalk w = {root, NULL, 0}; doc_walk_next(&w);) {
        depth += w.entering ? 1 : -1;
        if (w.node->line) line = w.node->line;
        if (depth <= GUARD_DEPTH + 2) continue;
        err_set(r->e, SEN4004, "%d", GUARD_DEPTH);
        return err_at(r->e, r->o.file, line, 1);
    }
    return 0;
}

static Doc *read_all(Reading *r)
{
    if (seam_join(r)) return NULL;
    if (reading_find_tables(r)) return NULL;
    cmark_node *document = reading_parse(r, 1);
    if (reading_check_depth(r, document)) return NULL;
    DocNode *root = convert_tree(r, document);
    if (place_controls(r, root)) return NULL;
    place_gaps(r, root);
    place_live(root);
    if (check_tree_depth(r, root)) return NULL;
    Doc *d = arena_alloc(r->arena, sizeof *d);
    d->arena = r->arena;
    d->root = root;
    doc_number_notes(d);
    return d;
}

static Doc *clean_and_read(Reading *r, Str markdown)
{
    unsigned dropped = 0;
    if (guard_clean(markdown, r->o.holes, &r->clean, &dropped, r->e)) {
        err_at(r->e, r->o.file, 0, 0);
        return NULL;
    }
    if (dropped && r->f) findings_add(r->f, SEN4010, r->o.file, r->o.first_line, 0, NULL, "%u", dropped);
    if (guard_check(buf_view(&r->clean), r->o.file, r->o.first_line, r->e)) return NULL;
    r->source.arena = r->lines.arena = r->scratch;
    r->source.notes = r->lines.notes = r->notes;
    raw_lines_split(&r->source, buf_view(&r->clean), r->o.first_line, &r->o);
    count_blanks(r);
    r->kept = arena_alloc(r->scratch, r->o.holes + 1);
    return read_all(r);
}

Doc *doc_parse(Str markdown, const DocOptions *o, Arena *a, Findings *f, Err *e)
{
    Reading r = {.f = f, .e = e, .arena = a};
    Doc *volatile d = NULL;
    if (o) r.o = *o;
    if (r.o.first_line < 1) r.o.first_line = 1;
    if (r.o.holes > DOC_HOLE_MOST) r.o.holes = DOC_HOLE_MOST;
    r.scratch = arena_new();
    r.notes = map_new();
    cmark_memory_begin(&r.memory, PARSE_MEMORY);
    if (setjmp(r.memory.over)) {
        err_set(r.e, SEN4008, "%s", "");
        err_at(r.e, r.o.file, 0, 0);
    } else {
        d = clean_and_read(&r, markdown);
    }
    cmark_memory_end(&r.memory);
    map_free(r.notes);
    buf_free(&r.clean);
    buf_free(&r.input);
    buf_free(&r.tmp);
    arena_free(r.scratch);
    return d;
}
