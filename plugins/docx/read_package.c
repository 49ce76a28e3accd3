/* read_package.c - the package of a .docx: which part is where, its bytes, and why a file is refused; reads no text. */
#include "plugins/docx/read_package.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* The first word of a reason is one the host knows and has advice for (README of plugins/, sen_plugin.h). */
int package_refuse(Package *p, const char *reason)
{
    return p->d.host->fail(p->err, (SenText){reason, strlen(reason)});
}

int package_refuse_zip(Package *p, ZipFault f) { return package_refuse(p, zip_read_reason(f)); }

int package_refuse_xml(Package *p, int f)
{
    static const char *const WHY[] = {
        "damaged: ?", "damaged: nội dung bên trong (XML) bị lỗi", "hostile: có khai báo DOCTYPE",
        "hostile: các phần lồng nhau quá sâu",
        "hostile: quá nhiều thuộc tính", "too-large: không đủ bộ nhớ", "too-large: quá nhiều chữ"};
    return package_refuse(p, WHY[f > 0 && f <= XML_STOPPED ? f : 0]);
}

int package_take_part(Package *p, const char *name, char **bytes, size_t *n)
{
    ZipFault why = ZIP_FINE;
    long at = zip_read_find(p->zip, name);
    *bytes = NULL;
    if (at < 0) return 1;
    return zip_read_part(p->zip, at, bytes, n, &why) ? package_refuse_zip(p, why) : 0;
}

/* --- relationships --- */

typedef struct Relations { Package *p; const char *base; int root; } Relations;

static void add_edge(Package *p, const char *base, const char *target, const XmlTag *tag)
{
    const char *id = xml_read_attr(tag, "Id");
    if (!id || p->n_edges == EDGES_MOST) return;
    Edge *e = &p->edge[p->n_edges];
    if (snprintf(e->id, sizeof e->id, "%s", id) >= (int)sizeof e->id) return;
    part_name_join(base, target, e->name);
    p->n_edges++;
}

static int on_relation(void *ctx, const XmlTag *tag)
{
    Relations *r = ctx;
    Package *p = r->p;
    if (strcmp(tag->name, "rel:Relationship")) return 0;
    const char *type = xml_read_attr(tag, "Type"), *target = xml_read_attr(tag, "Target");
    const char *mode = xml_read_attr(tag, "TargetMode");
    if (!type || !target || (mode && !strcasecmp(mode, "External"))) return 0;
    if (!r->root && (part_name_ends(type, "/header") || part_name_ends(type, "/footer"))) add_edge(p, r->base, target, tag);
    const struct { const char *type; char *to; int root; } PARTS[] = {
        {"/officeDocument", p->main, 1}, {"/styles", p->styles, 0}, {"/numbering", p->numbering, 0},
        {"/footnotes", p->footnotes, 0}, {"/endnotes", p->endnotes, 0}, {"/comments", p->comments, 0}, {"/theme", p->theme, 0}};
    for (size_t i = 0; i < sizeof PARTS / sizeof *PARTS; i++)
        if (PARTS[i].root == r->root && part_name_ends(type, PARTS[i].type) && !PARTS[i].to[0])
            part_name_join(r->base, target, PARTS[i].to);
    return 0;
}

static int read_relations(Package *p, const char *name, const char *base, int root)
{
    Relations r = {p, base, root};
    XmlHandler h = {&r, on_relation, NULL, NULL};
    char *xml;
    size_t n;
    int rc = package_take_part(p, name, &xml, &n);
    if (rc) return rc;
    int f = (int)xml_read(xml, n, DOCX_SPACES, &h, NULL);
    free(xml);
    return f ? package_refuse_xml(p, f) : 0;
}

int package_find_parts(Package *p)
{
    int rc = read_relations(p, "_rels/.rels", "", 1);
    if (rc < 0) return -1;
    if (!p->main[0]) snprintf(p->main, sizeof p->main, "word/document.xml");
    if (zip_read_find(p->zip, p->main) < 0) return package_refuse(p, "wrong-kind: không có văn bản Word bên trong");
    const char *slash = strrchr(p->main, '/'), *file = slash ? slash + 1 : p->main;
    char base[PART_NAME], rels[2 * PART_NAME + 16];
    snprintf(base, sizeof base, "%.*s", (int)(file - p->main), p->main);
    snprintf(rels, sizeof rels, "%s_rels/%s.rels", base, file);
    return read_relations(p, rels, base, 0) < 0 ? -1 : 0;
}

/* --- styles and numbering --- */

int package_read_tables(Package *p)
{
    char *xml;
    size_t n;
    int rc = p->styles[0] ? package_take_part(p, p->styles, &xml, &n) : 1, f;
    if (rc < 0) return -1;
    if (rc == 0) {
        f = style_read(xml, n, &p->d.styles);
        free(xml);
        if (f) return package_refuse_xml(p, f);
    }
    rc = p->numbering[0] ? package_take_part(p, p->numbering, &xml, &n) : 1;
    if (rc) return rc < 0 ? -1 : 0;
    f = number_read(xml, n, &p->d.numbering);
    free(xml);
    return f ? package_refuse_xml(p, f) : 0;
}
