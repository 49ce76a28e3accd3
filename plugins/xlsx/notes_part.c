/* notes_part.c - the parts of a sheet's comments: their texts, their boxes, and the sheet's pointer to them. */
#include "plugins/xlsx/notes.h"
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define AUTHOR "Sen"
#define MARK "Sen: "                        /* begins our comments: LibreOffice forgets authors */

void notes_add(NoteList *l, const char *cell, SenText text, int ours)
{
    size_t i = 0;
    while (i < l->n && strcmp(l->v[i].cell, cell)) i++;
    if (i == NOTES_MOST || strlen(cell) >= sizeof l->v[0].cell) return;
    if (i == l->n) {
        snprintf(l->v[l->n].cell, sizeof l->v[0].cell, "%s", cell);
        l->v[l->n++].ours = ours;
    } else {
        text_add(&l->v[i].kept, "\n", 1);
        l->v[i].ours |= ours;
    }
    if (ours) text_add(&l->v[i].kept, MARK, strlen(MARK));
    text_add(&l->v[i].kept, text.p, text.n);
}

/* --- comments that are there --- */

typedef struct Comments {
    NoteList *list;
    char cell[16];
    long author, ours, authors;             /* ours: which author is Sen, -1 = none */
    int in_author, in_text;
    Text text;
} Comments;

static int comments_open(void *ctx, const XmlTag *tag)
{
    Comments *c = ctx;
    if (!strcmp(tag->name, "s:comment")) {
        const char *ref = xml_read_attr(tag, "ref"), *author = xml_read_attr(tag, "authorId");
        snprintf(c->cell, sizeof c->cell, "%s", ref ? ref : "");
        c->author = author ? strtol(author, NULL, 10) : 0;
        c->text.n = 0;
    }
    c->in_author = !strcmp(tag->name, "s:author");
    if (c->in_author) c->text.n = 0;
    c->in_text = !strcmp(tag->name, "s:t");
    return 0;
}

static int comments_close(void *ctx, const char *name)
{
    Comments *c = ctx;
    if (!strcmp(name, "s:author")) {
        if (c->text.n == strlen(AUTHOR) && !memcmp(c->text.p, AUTHOR, c->text.n)) c->ours = c->authors;
        c->authors++;
        c->in_author = 0;
    }
    c->in_text = 0;
    int ours = c->author == c->ours || (c->text.n >= strlen(MARK) && !memcmp(c->text.p, MARK, strlen(MARK)));
    if (!strcmp(name, "s:comment") && !ours && c->text.n && c->cell[0])
        notes_add(c->list, c->cell, (SenText){c->text.p, c->text.n}, 0);
    return 0;
}

static int comments_text(void *ctx, const char *s, size_t n)
{
    Comments *c = ctx;
    if (c->in_author || c->in_text) text_add(&c->text, s, n);
    return c->text.failed;
}

int notes_read_comments(NoteList *l, const char *xml, size_t n)
{
    Comments c = {.list = l, .ours = -1};
    XmlHandler h = {&c, comments_open, comments_close, comments_text};
    int f = (int)xml_read(xml, n, XLSX_SPACES, &h, NULL);
    text_free(&c.text);
    return f;
}

/* --- the new parts --- */

void notes_comments(Xml *x, const NoteList *l)
{
    xml_puts(x,
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<comments xmlns=\"" MAIN "\"><authors><author>" AUTHOR
                "</author><author>khác</author></authors><commentList>");
    for (size_t i = 0; i < l->n; i++) {
        xml_puts(x, "<comment");
        xml_attr(x, "ref", (SenText){l->v[i].cell, strlen(l->v[i].cell)});
        xml_puts(x, l->v[i].ours ? " authorId=\"0\"" : " authorId=\"1\"");
        xml_puts(x, "><text><r><rPr><sz val=\"10\"/><rFont val=\"Times New Roman\"/></rPr><t xml:space=\"preserve\">");
        xml_text(x, (SenText){l->v[i].kept.p ? l->v[i].kept.p : "", l->v[i].kept.n});
        xml_puts(x, "</t></r></text></comment>");
    }
    xml_puts(x, "</commentList></comments>");
}

static void place_of(const char *cell, long *row, long *column)
{
    *row = *column = 0;
    for (; *cell >= 'A' && *cell <= 'Z'; cell++) *column = *column * 26 + (*cell - 'A' + 1);
    *row = strtol(cell, NULL, 10);
}

void notes_drawing(Xml *x, const NoteList *l)
{
    xml_puts(x, "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" "
                "xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" "
                "data=\"1\"/>"
                "</o:shapelayout><v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" "
                "path=\"m,l,21600r21600,l21600,xe\">"
                "<v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>");
    for (size_t i = 0; i < l->n; i++) {
        char text[900];
        long row, column;
        place_of(l->v[i].cell, &row, &column);
        snprintf(text, sizeof text,
                 "<v:shape id=\"_x0000_s%u\" type=\"#_x0000_t202\" style=\"position:absolute;width:230pt;height:70pt;"
                 "visibility:hidden\" "
                 "fillcolor=\"#ffffe1\" o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/><v:shadow on=\"t\" "
                 "color=\"black\" obscured=\"t\"/>"
                 "<v:path o:connecttype=\"none\"/><v:textbox style=\"mso-direction-alt:auto\"/><x:ClientData ObjectType=\"Note\">"
                 "<x:MoveWithCells/><x:SizeWithCells/><x:Anchor>%ld, 12, %ld, 2, %ld, 40, %ld, 10</x:Anchor><x:AutoFill>"
                 "False</x:AutoFill>"
                 "<x:Row>%ld</x:Row><x:Column>%ld</x:Column></x:ClientData></v:shape>",
                 1025 + (unsigned)i, column, row > 1 ? row - 2 : 0, column + 3, row + 3, row - 1, column - 1);
        xml_puts(x, text);
    }
    xml_puts(x, "</xml>");
}

/* --- the sheet --- */

/* After the cells: "</sheetData>" or "<sheetData/>", with any prefix. NULL = not found. */
static const char *after_cells(const char *xml, size_t n)
{
    static const char word[] = "sheetData";
    const char *found = NULL;
    for (const char *p = xml; (p = memmem(p, (size_t)(xml + n - p), word, sizeof word - 1)); p++) {
        const char *q = p + sizeof word - 1, *b = p;
        while (b > xml && b[-1] != '<' && b[-1] != '/' && b[-1] != '>') b--;
        if (b > xml && b[-1] == '/' && b - 1 > xml && b[-2] == '<' && *q == '>') found = q + 1;
        if (b > xml && b[-1] == '<' && q[0] == '/' && q[1] == '>') found = q + 2;
    }
    return found;
}

static int is_word(const char *p, const char *end, const char *word)
{
    size_t n = strlen(word);
    return (size_t)(end - p) > n && !memcmp(p, word, n) && (p[n] == ' ' || p[n] == '/' || p[n] == '>' ||
        isspace((unsigned char)p[n]));
}

/* What stands after <legacyDrawing> in a sheet, by the order of the format. */
static int comes_after(const char *p, const char *end)
{
    static const char *const later[] = {"legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems",
                                        "tableParts", "extLst"};
    for (size_t i = 0; i < sizeof later / sizeof *later; i++)
        if (is_word(p, end, later[i])) return 1;
    return 0;
}

/* Where <legacyDrawing> belongs: *from..*to is an old one, or both the place of a new one. */
static int find_place(const char *p, const char *end, const char **from, const char **to)
{
    int depth = 0;
    while (p < end && (p = memchr(p, '<', (size_t)(end - p)))) {
        const char *close = memchr(p, '>', (size_t)(end - p)), *name = p + 1;
        if (!close) return -1;
        int leaving = *name == '/';
        for (const char *c = name; c < close && !isspace((unsigned char)*c) && *c != '/'; c++)
            if (*c == ':') name = c + 1;
        if (!depth && !leaving && is_word(name, end, "legacyDrawing")) {
            *from = p;
            *to = close + 1;
            return close[-1] == '/' ? 0 : -1;
        }
        if (!depth && (leaving || comes_after(name, end))) {
            *from = *to = p;
            return 0;
        }
        if (p[1] != '!' && p[1] != '?') depth += leaving ? -1 : close[-1] == '/' ? 0 : 1;
        p = close + 1;
    }
    return -1;
}

int notes_sheet(Xml *x, const char *xml, size_t n, const char *id)
{
    const char *start = after_cells(xml, n), *from, *to;
    if (!start || find_place(start, xml + n, &from, &to)) return -1;
    xml_add(x, xml, (size_t)(from - xml));
    int strict = memmem(xml, n < 4096 ? n : 4096, "purl.oclc.org/ooxml/spreadsheetml", 33) != NULL;
    xml_puts(x, strict ? "<legacyDrawing xmlns=\"http://purl.oclc.org/ooxml/spreadsheetml/main\" "
                         "xmlns:r=\"http://purl.oclc.org/ooxml/officeDocument/relationships\" r:id=\""
                       : "<legacyDrawing xmlns=\"" MAIN "\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2"
                                                        "006/relationships\" r:id=\"");
    xml_puts(x, id);
    xml_puts(x, "\"/>");
    xml_add(x, to, (size_t)(xml + n - to));
    return 0;
}
