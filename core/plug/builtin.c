/* builtin.c - md: canonical Markdown of the filled document; raw HTML is left out as in every output. */
#include "core/plug/builtin.h"

static int has_html(const Doc *d)
{
    DocWalk w = {.root = d->root};
    while (doc_walk_next(&w))
        if (w.node->kind == DOC_HTML || w.node->kind == DOC_HTML_BLOCK) return 1;
    return 0;
}

static void drop_html(DocNode *root)
{
    for (DocNode *n = root->first; n;) {
        DocNode *here = n;
        n = n->first;
        while (!n && here != root) {               /* deepest first is not needed: html nodes have nothing below */
            DocNode *next = here->next, *parent = here->parent;
            if (here->kind == DOC_HTML || here->kind == DOC_HTML_BLOCK) doc_unlink(here);
            n = next;
            here = parent;
        }
    }
}

static int render_markdown(void *self, const Output *o, const OutputJob *job, Buf *out, Findings *f, Err *e)
{
    (void)self, (void)o, (void)f, (void)e;
    if (!has_html(job->doc)) {
        doc_to_markdown(job->doc, out);
        return 0;
    }
    Arena *a = arena_new();
    Doc copy = {.arena = a, .root = doc_copy_tree(a, job->doc->root)};
    drop_html(copy.root);
    doc_to_markdown(&copy, out);
    arena_free(a);
    return 0;
}

void builtin_add_outputs(Registry *r)
{
    Output md = {.id = "md", .title = "Văn bản Markdown", .suffix = "md", .mime = "text/markdown; charset=utf-8",
                 .wants = WANTS_DOC, .wall = PLUGIN_SEALED, .plugin = "md", .version = "1.0", .kind = "c",
                 .render = render_markdown};
    PluginInfo info = {.name = "md", .version = "1.0", .license = "MIT", .summary = "Có sẵn trong chương trình.", .kind = "c",
                       .dir = "", .loaded = 1};
    if (registry_output(r, md.id)) return;
    if (registry_add_output(r, &md, &info.why) != 0) info.loaded = 0;
    registry_add_info(r, &info);
}
