/* template_tree.h - the inside of a template, for template.c, template_check.c and fill.c only. */
#ifndef SEN_PRESS_TEMPLATE_TREE_H
#define SEN_PRESS_TEMPLATE_TREE_H
#include "core/press/hole.h"
#include "core/press/template.h"

enum { INCLUDE_DEPTH = 8 };

struct Template {
    Arena *arena;
    const char *shown;
    Value vars;
    int vars_live;                         /* some text of vars has holes */
    int has_notes;                         /* footnotes stand in it */
    Doc *doc;
    Holes holes;
    Findings advice;                       /* of reading it; said again for every page made of it */
};

/* fill_trace.c. A block knows its file (url) and the variable of the loop it stands in (title); the texts a hole printed know its
 * expression (info), the thing and its field (url, title) and the filter (origin). */
void fill_trace_block(DocNode *m, const char *shown, Str var);
void fill_trace_hole(Arena *a, const Hole *h, Scope *s, DocNode *from);

/* The file a hole includes; NULL and e (at the hole) when there is none or it is bad. */
ContentFile *template_find_include(const Template *t, const Hole *h, const Content *content, Err *e);
#endif
