/* reading.c - one pass of libcmark over the lines of a reading, and the tables found in it; knows no control lines. */
#include "core/doc/guard.h"
#include "core/doc/reading.h"

enum { TABLE_ROUNDS = 12 };                /* parses to find tables behind tables */

/* The source line of a line libcmark read. */
static int reading_line(const Reading *r, size_t index)
{
    return index < r->lines.n ? r->lines.v[index].line : 0;
}

cmark_node *reading_parse(Reading *r, int cells)
{
    cmark_memory_reset(&r->memory);
    r->input_cells = cells ? r->tables.n_cells : 0;
    buf_clear(&r->input);
    for (size_t i = 0; i < r->input_cells; i++) {
        buf_puts(&r->input, "\xEE\x80\x80 ");      /* a guard: whatever follows is a paragraph */
        raw_shield_text(&r->lines, r->tables.cells[i], &r->input);
        buf_puts(&r->input, "\n\n");
    }
    raw_lines_write(&r->lines, &r->input);
    cmark_parser *p = cmark_parser_new_with_mem(CMARK_OPT_VALIDATE_UTF8, cmark_memory_hooks());
    cmark_parser_feed(p, buf_text(&r->input), r->input.n);
    cmark_node *document = cmark_parser_finish(p);
    cmark_consolidate_text_nodes(document);
    return document;
}

static int is_leaf(cmark_node_type t)
{
    return t == CMARK_NODE_HTML_BLOCK || t == CMARK_NODE_THEMATIC_BREAK || t == CMARK_NODE_CODE_BLOCK || t == CMARK_NODE_TEXT
        || t == CMARK_NODE_SOFTBREAK || t == CMARK_NODE_LINEBREAK || t == CMARK_NODE_CODE || t == CMARK_NODE_HTML_INLINE;
}

int reading_check_depth(Reading *r, cmark_node *document)
{
    int depth = 0, line = 0;
    cmark_iter *it = cmark_iter_new(document);
    cmark_event_type ev;
    while ((ev = cmark_iter_next(it)) != CMARK_EVENT_DONE) {
        cmark_node *n = cmark_iter_get_node(it);
        if (is_leaf(cmark_node_get_type(n))) continue;
        depth += ev == CMARK_EVENT_ENTER ? 1 : -1;
        if (cmark_node_get_type(n) <= CMARK_NODE_LAST_BLOCK) line = cmark_node_get_start_line(n);
        if (depth <= GUARD_DEPTH) continue;
        line -= 2 * (int)(r->input_cells);
        err_set(r->e, SEN4004, "%d", GUARD_DEPTH);
        return err_at(r->e, r->o.file, line > 0 ? reading_line(r, (size_t)line - 1) : 0, 1);
    }
    return 0;
}

int reading_find_tables(Reading *r)
{
    r->tables = (PipeTables){.arena = r->scratch};
    if (!pipe_table_likely(&r->lines)) return 0;
    for (int round = 0; round < TABLE_ROUNDS; round++) {
        cmark_node *document = reading_parse(r, 0);
        if (reading_check_depth(r, document)) return -1;
        int found = pipe_table_find(&r->tables, &r->lines, document, r->o.file, r->e);
        if (found < 0) return -1;
        if (!found) break;
    }
    return 0;
}
