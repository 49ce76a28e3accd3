/* read_ours.c - a file that Sen made comes back: the custom part with every block's text as it went out becomes marks before the
 * lines, bookmarks, comments and tracked changes become marks among them; must not compare anything.
 *
 * Marks: sen-document "material TAB unit TAB type"; sen-block "n TAB part TAB style TAB origin TAB line"; sen-grid, sen-table
 * "n TAB part TAB origin TAB line TAB head rows"; sen-row "origin"; sen-cell ""; sen-foot ""; after a block,
 * cell or foot its lines as sen-text. Then sen-at "n", sen-label "- ", sen-change "author", sen-box "1",
 * sen-comment "id" before the line they belong to, and at the end sen-note "id TAB author" with sen-text. */
#include "plugins/docx/read.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ITEMS_MOST = 20, BLOCK_MOST = 1000000 };

typedef struct Ours { Docx *d; Text text; int in_text, root; } Ours;

static const char *attr(const XmlTag *tag, const char *name)
{
    const char *v = xml_read_attr(tag, name);
    return v ? v : "";
}

static void put_lines(Docx *d, const char *s)
{
    Text line = {0};
    for (;;) {
        size_t n = strcspn(s, "\n");
        text_clear(&line);
        text_add(&line, s, n);
        emit_mark(d, "sen-text", text_of(&line));
        if (!s[n]) break;
        s += n + 1;
    }
    d->failed |= line.failed;
    text_free(&line);
}

static void put_mark(Docx *d, const char *kind, const char *const *part, size_t n)
{
    Text t = {0};
    for (size_t i = 0; i < n; i++) {
        if (i) text_puts(&t, "\t");
        for (const char *c = part[i]; *c; c++) text_add(&t, *c == '\t' ? " " : c, 1);
    }
    emit_mark(d, kind, text_of(&t));
    d->failed |= t.failed;
    text_free(&t);
}

static int on_open(void *ctx, const XmlTag *tag)
{
    Ours *o = ctx;
    const char *name = tag->name;
    const char *part = xml_read_attr(tag, "part") ? attr(tag, "part") : "body";
    if (tag->depth == 1) {
        if (strcmp(name, "sen:document")) return 1;
        o->root = 1;
        put_mark(o->d, "sen-document", (const char *[]){attr(tag, "material"), attr(tag, "unit"), attr(tag, "type")}, 3);
    } else if (!strcmp(name, "sen:p")) {
        put_mark(o->d, "sen-block",
                 (const char *[]){attr(tag, "n"), part, attr(tag, "style"), attr(tag, "origin"), attr(tag, "line")}, 5);
    } else if (!strcmp(name, "sen:table") || !strcmp(name, "sen:grid")) {
        put_mark(o->d, !strcmp(name, "sen:grid") ? "sen-grid" : "sen-table",
                 (const char *[]){attr(tag, "n"), part, attr(tag, "origin"), attr(tag, "line"), attr(tag, "head")}, 5);
    } else if (!strcmp(name, "sen:row")) {
        put_mark(o->d, "sen-row", (const char *[]){attr(tag, "origin")}, 1);
    }
    o->in_text = !strcmp(name, "sen:p") || !strcmp(name, "sen:c") || !strcmp(name, "sen:note");
    if (o->in_text && strcmp(name, "sen:p")) emit_mark(o->d, !strcmp(name, "sen:c") ? "sen-cell" : "sen-foot", "");
    text_clear(&o->text);
    return o->d->failed;
}

static int on_close(void *ctx, const char *name)
{
    Ours *o = ctx;
    (void)name;
    if (o->in_text) put_lines(o->d, text_of(&o->text));
    o->in_text = 0;
    o->d->failed |= o->text.failed;
    return o->d->failed;
}

static int on_text(void *ctx, const char *s, size_t n)
{
    Ours *o = ctx;
    if (o->in_text) text_add(&o->text, s, n);
    return o->text.failed;
}

/* A part that is not well-formed, or not Sen's, is none: the text is still read as any other. */
static void read_part(Docx *d, const char *xml, size_t n)
{
    Ours o = {.d = d};
    XmlHandler h = {&o, on_open, on_close, on_text};
    xml_read(xml, n, DOCX_SPACES, &h, NULL);
    d->ours |= o.root;
    text_free(&o.text);
}

/* Programs that save the file again give the part another number. */
int ours_read(Docx *d, ZipRead *zip)
{
    for (int i = 0; i <= ITEMS_MOST && !d->ours; i++) {
        char name[40], *xml;
        size_t n;
        ZipFault why = ZIP_FINE;
        snprintf(name, sizeof name, "customXml/item%d.xml", i);
        long at = zip_read_find(zip, name);
        if (at < 0) continue;
        if (zip_read_part(zip, at, &xml, &n, &why)) return (int)why;
        if (memmem(xml, n, "urn:sen:blocks:1", 16)) read_part(d, xml, n);
        free(xml);
    }
    return 0;
}

/* "_Sen12"; copies that some programs make ("_Sen12_1", "_Sen12 Copy 1") are not the block itself. */
void ours_bookmark(Docx *d, const char *name)
{
    char *end;
    if (!d->ours || !name || strncmp(name, "_Sen", 4) || name[4] < '1' || name[4] > '9') return;
    unsigned long n = strtoul(name + 4, &end, 10);
    if (*end || n > BLOCK_MOST) return;
    emit_mark(d, "sen-at", name + 4);
}

void ours_change(Docx *d, const char *author)
{
    if (d->ours) emit_mark(d, "sen-change", author ? author : "");
}

void ours_label(Docx *d, const char *label)
{
    if (d->ours) emit_mark(d, "sen-label", label);
}

void ours_box(Docx *d, const char *state)
{
    if (d->ours && state) emit_mark(d, "sen-box", !strcmp(state, "1") || !strcmp(state, "true") ? "1" : "0");
}

void ours_comment_at(Docx *d, const char *id)
{
    if (d->ours && id) emit_mark(d, "sen-comment", id);
}

void ours_comment(Docx *d, long id, const char *text)
{
    char number[24];
    if (!d->ours) return;
    snprintf(number, sizeof number, "%ld", id);
    put_mark(d, "sen-note", (const char *[]){number, d->author}, 2);
    put_lines(d, text);
}
