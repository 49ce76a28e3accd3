/* look_read.c - the parts of a Word file in the order its looks need them: theme, styles, headers and footers, the text. */
#include "plugins/docx/look.h"
#include <stdlib.h>

typedef struct Reading { LookStyles styles; LookEdges edges; } Reading;

static int read_forms(Package *p, LookStyles *s)
{
    char *xml;
    size_t n;
    int rc = p->theme[0] ? package_take_part(p, p->theme, &xml, &n) : 1, f;
    if (rc < 0) return -1;
    if (rc == 0) {
        f = look_read_theme(xml, n, s);
        free(xml);
        if (f) return package_refuse_xml(p, f);
    }
    rc = p->styles[0] ? package_take_part(p, p->styles, &xml, &n) : 1;
    if (rc) return rc < 0 ? -1 : 0;
    f = look_read_styles(xml, n, s);
    free(xml);
    return f ? package_refuse_xml(p, f) : 0;
}

static int read_edges(Package *p, Reading *r)
{
    for (int i = 0; i < p->n_edges; i++) {
        char *xml;
        size_t n;
        int rc = package_take_part(p, p->edge[i].name, &xml, &n);
        if (rc < 0) return -1;
        if (rc) continue;
        int f = look_walk_edge(p, &r->styles, xml, n, &r->edges.number[i]);
        free(xml);
        if (f) return package_refuse_xml(p, f);
    }
    return 0;
}

static int read_document(Package *p, Reading *r)
{
    char *xml;
    size_t n;
    int rc = package_take_part(p, p->main, &xml, &n);
    if (rc) return rc < 0 ? -1 : package_refuse(p, "damaged: thiếu phần nội dung");
    int f = look_walk_document(p, &r->styles, &r->edges, xml, n);
    free(xml);
    return f ? package_refuse_xml(p, f) : 0;
}

int look_read(Package *p)
{
    Reading *r = calloc(1, sizeof *r);
    if (!r) return package_refuse(p, "too-large: không đủ bộ nhớ");
    look_clear_run(&r->styles.run);
    look_clear_para(&r->styles.para);
    int rc = package_find_parts(p) || package_read_tables(p) || read_forms(p, &r->styles) || read_edges(p, r) ||
             read_document(p, r) ? -1 : 0;
    look_free_styles(&r->styles);
    free(r);
    if (rc) return -1;
    if (!p->d.words) return package_refuse(p, p->d.pictures ? "no-text: chỉ có ảnh" : "empty: không có chữ");
    return p->d.failed ? package_refuse(p, "too-large: quá nhiều chữ") : 0;
}
