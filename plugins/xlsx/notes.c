/* notes.c - a workbook as it came, with comments in it: all parts copied but those that point to the comments. */
#include "plugins/xlsx/notes.h"
#include "plugins/common/writer.h"
#include "plugins/common/zip/zip_write.h"
#include <stdio.h>
#include <stdlib.h>

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define RELS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define TYPES "http://schemas.openxmlformats.org/package/2006/content-types"

enum { ADDED_MOST = 3 * READ_SHEETS };

/* One part of the new file: copied bytes, or what was written. */
typedef struct Piece { char name[PART_NAME]; char *bytes; size_t n; int gone; } Piece;

typedef struct Notes {
    const Data *d;
    Workbook *w;
    SenErr *err;
    Piece *v;
    size_t n, copied;
    NoteList list;                          /* of the sheet at hand */
    char dir[PART_NAME];                    /* its folder: "xl/worksheets/" */
    Xml rels;                               /* its relations, being written anew */
} Notes;

static int refuse(Notes *x, const char *why) { return x->d->host->fail(x->err, (SenText){why, strlen(why)}); }

static Piece *find(Notes *x, const char *name)
{
    for (size_t i = 0; i < x->n; i++)
        if (!strcmp(x->v[i].name, name)) return &x->v[i];
    return NULL;
}

static Piece *add(Notes *x, const char *name)
{
    Piece *p = find(x, name);
    if (!p) p = &x->v[x->n++];
    free(p->bytes);
    *p = (Piece){.gone = 0};
    snprintf(p->name, sizeof p->name, "%s", name);
    return p;
}

/* Takes what was written over into the piece. */
static int put(Notes *x, Piece *p, Xml *xml)
{
    free(p->bytes);
    p->bytes = xml->p;
    p->n = xml->n;
    int failed = xml->failed;
    *xml = (Xml){0};
    return failed ? refuse(x, "không đủ bộ nhớ") : 0;
}

static int copy_parts(Notes *x)
{
    size_t n = zip_read_count(x->w->zip);
    x->v = calloc(n + ADDED_MOST, sizeof *x->v);
    if (!x->v) return refuse(x, "không đủ bộ nhớ");
    for (size_t i = 0; i < n; i++) {
        ZipFault why;
        const char *name = zip_read_name(x->w->zip, i);
        size_t k = strlen(name);
        if (!k || name[k - 1] == '/' || k >= PART_NAME) continue;
        Piece *p = &x->v[x->n];
        if (zip_read_part(x->w->zip, (long)i, &p->bytes, &p->n, &why)) return refuse(x, "không đọc được một phần của tệp");
        snprintf(p->name, sizeof p->name, "%s", name);
        x->n++;
    }
    x->copied = x->n;
    return 0;
}

static void attr(Xml *x, const char *name, const char *v) { if (v) xml_attr(x, name, (SenText){v, strlen(v)}); }

/* The relations of the sheet but those to comments and their boxes, whose parts go; other people's comments are kept. */
static int on_relation(void *ctx, const XmlTag *tag)
{
    Notes *x = ctx;
    char name[PART_NAME];
    if (strcmp(tag->name, "rel:Relationship")) return 0;
    const char *type = xml_read_attr(tag, "Type"), *target = xml_read_attr(tag, "Target");
    if (type && target && (part_name_ends(type, "/comments") || part_name_ends(type, "/vmlDrawing"))) {
        part_name_join(x->dir, target, name);
        Piece *p = find(x, name);
        if (!p) return 0;
        p->gone = 1;
        return part_name_ends(type, "/comments") ? notes_read_comments(&x->list, p->bytes ? p->bytes : "", p->n) : 0;
    }
    xml_puts(&x->rels, "<Relationship");
    attr(&x->rels, "Id", xml_read_attr(tag, "Id"));
    attr(&x->rels, "Type", type);
    attr(&x->rels, "Target", target);
    attr(&x->rels, "TargetMode", xml_read_attr(tag, "TargetMode"));
    xml_puts(&x->rels, "/>");
    return 0;
}

static int write_relations(Notes *x, const char *name, size_t number)
{
    char text[200];
    XmlHandler h = {x, on_relation, NULL, NULL};
    Piece *p = find(x, name);
    xml_puts(&x->rels, HEAD "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
    if (p && xml_read(p->bytes ? p->bytes : "", p->n, XLSX_SPACES, &h, NULL)) return refuse(x, "không đọc được một phần của tệp");
    snprintf(text, sizeof text, "<Relationship Id=\"senNotes\" Type=\"" RELS "/comments\" Target=\"/xl/senNotes%zu.xml\"/>",
        number);
    xml_puts(&x->rels, text);
    snprintf(text, sizeof text, "<Relationship Id=\"senBoxes\" Type=\"" RELS "/vmlDrawing\" Target=\"/xl/drawings/senNot"
        "es%zu.vml\"/>",
             number);
    xml_puts(&x->rels, text);
    xml_puts(&x->rels, "</Relationships>");
    return put(x, p ? p : add(x, name), &x->rels);
}

static int write_sheet(Notes *x, size_t number)
{
    char rels[2 * PART_NAME], name[64];
    Xml out = {0};
    Piece *sheet = find(x, x->w->sheet[number].part);
    const char *slash = sheet ? strrchr(sheet->name, '/') : NULL;
    if (!slash) return refuse(x, "không tìm thấy trang tính");
    snprintf(x->dir, sizeof x->dir, "%.*s", (int)(slash + 1 - sheet->name), sheet->name);
    snprintf(rels, sizeof rels, "%s_rels/%s.rels", x->dir, slash + 1);
    if (strlen(rels) >= PART_NAME || notes_sheet(&out, sheet->bytes ? sheet->bytes : "", sheet->n, "senBoxes")) {
        xml_free(&out);
        return refuse(x, "phần cuối của trang tính không đọc được");
    }
    if (put(x, sheet, &out) || write_relations(x, rels, number + 1)) return -1;
    snprintf(name, sizeof name, "xl/senNotes%zu.xml", number + 1);
    notes_comments(&out, &x->list);
    if (put(x, add(x, name), &out)) return -1;
    snprintf(name, sizeof name, "xl/drawings/senNotes%zu.vml", number + 1);
    notes_drawing(&out, &x->list);
    return put(x, add(x, name), &out);
}

/* --- the types of parts --- */

typedef struct Kinds { Notes *x; Xml out; int vml; } Kinds;

static int on_type(void *ctx, const XmlTag *tag)
{
    Kinds *k = ctx;
    const char *colon = strchr(tag->name, ':'), *local = colon ? colon + 1 : tag->name;
    const char *part = xml_read_attr(tag, "PartName"), *extension = xml_read_attr(tag, "Extension");
    int is_part = !strcmp(local, "Override") && part, is_default = !strcmp(local, "Default") && extension;
    const Piece *p = is_part ? find(k->x, *part == '/' ? part + 1 : part) : NULL;
    if ((!is_part && !is_default) || (p && (p->gone || strstr(p->name, "xl/senNotes")))) return 0;
    if (is_default && !strcmp(extension, "vml")) k->vml = 1;
    xml_puts(&k->out, is_part ? "<Override" : "<Default");
    attr(&k->out, is_part ? "PartName" : "Extension", is_part ? part : extension);
    attr(&k->out, "ContentType", xml_read_attr(tag, "ContentType"));
    xml_puts(&k->out, "/>");
    return 0;
}

static int write_types(Notes *x)
{
    Kinds k = {.x = x};
    XmlHandler h = {&k, on_type, NULL, NULL};
    Piece *p = find(x, "[Content_Types].xml");
    if (!p) return refuse(x, "thiếu một phần của tệp");
    xml_puts(&k.out, HEAD "<Types xmlns=\"" TYPES "\">");
    if (xml_read(p->bytes ? p->bytes : "", p->n, XLSX_SPACES, &h, NULL)) {
        xml_free(&k.out);
        return refuse(x, "không đọc được một phần của tệp");
    }
    if (!k.vml) xml_puts(&k.out, "<Default Extension=\"vml\" "
                                 "ContentType=\"application/vnd.openxmlformats-officedocument.vmlDrawing\"/>");
    for (size_t i = 0; i < x->n; i++) {
        if (strncmp(x->v[i].name, "xl/senNotes", 11) || x->v[i].gone) continue;
        xml_puts(&k.out, "<Override PartName=\"/");
        xml_puts(&k.out, x->v[i].name);
        xml_puts(&k.out, "\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml\"/>");
    }
    xml_puts(&k.out, "</Types>");
    return put(x, p, &k.out);
}

/* --- all --- */

static void list_clear(NoteList *l)
{
    for (size_t i = 0; i < l->n; i++) text_free(&l->v[i].kept);
    memset(l, 0, sizeof *l);
}

static int write_all(Notes *x, const SenValue *root)
{
    const Data *d = x->d;
    SenValue notes = data_field(d, root, "notes"), note = {.struct_size = sizeof note};
    if (copy_parts(x)) return -1;
    for (size_t s = 0; s < x->w->n_sheets; s++) {
        list_clear(&x->list);
        for (uint32_t i = 0; d->host->value_at(d->model, &notes, i, NULL, &note); i++) {
            char cell[16];
            SenText at = data_text(d, &note, "cell");
            if (data_int(d, &note, "table") != (long long)s + 1 || at.n >= sizeof cell) continue;
            memcpy(cell, at.p, at.n);
            cell[at.n] = 0;
            notes_add(&x->list, cell, data_text(d, &note, "text"), 1);
        }
        if (x->list.n && write_sheet(x, s)) return -1;
    }
    return write_types(x);
}

static int send(Notes *x, ZipWriter *zip, SenSink *sink)
{
    const void *bytes = NULL;
    size_t n = 0, k = 0;
    ZipPart *parts = calloc(x->n + 1, sizeof *parts);
    for (size_t i = 0; parts && i < x->n; i++)
        if (!x->v[i].gone) parts[k++] = (ZipPart){.name = x->v[i].name, .p = x->v[i].bytes ? x->v[i].bytes : "", .n = x->v[i].n};
    int rc = parts ? zip_write_parts(zip, parts, k, &bytes, &n) : -1;
    if (!rc) rc = x->d->host->write(sink, bytes, n);
    free(parts);
    return rc ? refuse(x, "không đóng gói được tệp") : 0;
}

int notes_write(const Data *d, const SenValue *root, ZipWriter *zip, SenSink *sink, SenErr *err)
{
    Workbook *w = calloc(1, sizeof *w);
    Notes *x = calloc(1, sizeof *x);
    int rc = -1;
    if (!w || !x) {
        d->host->fail(err, SEN_STR("không đủ bộ nhớ"));
    } else {
        *w = (Workbook){.host = d->host, .err = err};
        x->d = d;
        x->w = w;
        x->err = err;
        rc = read_find_sheets(w, data_option(d, "previous"));
        if (!rc) rc = write_all(x, root);
        if (!rc) rc = send(x, zip, sink);
        zip_read_close(w->zip);
        for (size_t i = 0; i < x->n; i++) free(x->v[i].bytes);
        free(x->v);
        list_clear(&x->list);
        xml_free(&x->rels);
    }
    free(w);
    free(x);
    return rc;
}
