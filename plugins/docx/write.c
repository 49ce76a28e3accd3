/* write.c - the docx output: an Official becomes the parts of a Word file, the parts one ZIP; the same bytes every time. */
#include "plugins/docx/output.h"
#include "plugins/docx/write_inside.h"
#include "plugins/common/writer.h"
#include <stdio.h>
#include <stdlib.h>

enum { FIXED_PARTS = 14 };

typedef struct Package {
    Xml xml[FIXED_PARTS];                   /* their memory serves every file */
    ZipPart part[FIXED_PARTS + PICTURES_MOST];
    char name[PICTURES_MOST][40];
    size_t n_xml, n;
    int failed;
} Package;

/* What the plugin keeps from file to file. */
typedef struct Writing {
    ZipWriter *zip;
    Docx d;
    Package p;
} Writing;

enum { ROOM_KEPT = 2 * 1024 * 1024 };

static void empty_xml(Xml *x)
{
    if (x->failed || x->cap > ROOM_KEPT) xml_free(x);
    x->n = 0;
}

static Xml *begin_part(Package *p, const char *name)
{
    p->part[p->n] = (ZipPart){.name = name};
    empty_xml(&p->xml[p->n_xml]);
    return &p->xml[p->n_xml];
}

static void end_part(Package *p)
{
    Xml *x = &p->xml[p->n_xml++];
    p->failed |= x->failed;
    p->part[p->n].p = x->p;
    p->part[p->n++].n = x->n;
}

static void set_seams(Package *p, const Seams *s)
{
    p->part[p->n].seams = s->v;
    p->part[p->n].n_seams = s->n;
}

static void add_relations(Package *p, Docx *d)
{
    parts_types(d, begin_part(p, "[Content_Types].xml"));
    end_part(p);
    parts_rels(begin_part(p, "_rels/.rels"));
    end_part(p);
}

/* The body first: what stands in it decides which other parts there are. */
static void add_document(Package *p, Docx *d)
{
    Xml *x = begin_part(p, "word/document.xml"), empty = *x;
    *x = d->body;
    d->body = empty;
    d->document = x;
    set_seams(p, &d->body_seams);
    end_part(p);
    parts_document_rels(d, begin_part(p, "word/_rels/document.xml.rels"));
    end_part(p);
    styles_write(d, begin_part(p, "word/styles.xml"));
    end_part(p);
    styles_numbering(d, begin_part(p, "word/numbering.xml"));
    end_part(p);
    parts_settings(d, begin_part(p, "word/settings.xml"));
    end_part(p);
    parts_header(begin_part(p, "word/header1.xml"));
    end_part(p);
    if (!d->o->n_notes) return;
    parts_footnotes(d, begin_part(p, "word/footnotes.xml"));
    end_part(p);
}

static void add_rest(Package *p, Docx *d)
{
    ids_write(d, begin_part(p, "customXml/item1.xml"));
    set_seams(p, &d->ids_seams);
    end_part(p);
    ids_properties(begin_part(p, "customXml/itemProps1.xml"));
    end_part(p);
    xml_puts(begin_part(p, "customXml/_rels/item1.xml.rels"),
             "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships "
             "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" "
             "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps\" "
             "Target=\"itemProps1.xml\"/></Relationships>");
    end_part(p);
    parts_core(d, begin_part(p, "docProps/core.xml"));
    end_part(p);
    parts_app(begin_part(p, "docProps/app.xml"));
    end_part(p);
    for (uint32_t i = 0; i < d->shapes; i++) {
        snprintf(p->name[i], sizeof p->name[i], "word/media/image%u.%s", i + 1, d->picture[i].jpeg ? "jpeg" : "png");
        p->part[p->n++] = (ZipPart){.name = p->name[i], .p = d->picture[i].bytes.p, .n = d->picture[i].bytes.n, .stored = 1};
    }
}

static int send_package(const SenHost *h, Writing *w, SenSink *sink, SenErr *err)
{
    const void *bytes = NULL;
    size_t n = 0;
    if (w->p.failed || zip_write_parts(w->zip, w->p.part, w->p.n, &bytes, &n) != 0)
        return h->fail(err, SEN_STR("không đủ bộ nhớ để đóng gói tệp Word"));
    return h->write(sink, bytes, n) == 0 ? 0 : h->fail(err, SEN_STR("tệp Word quá lớn"));
}

/* The parts one after another as text, each under its name: for the expectation of the sample, which people can read. */
static int send_parts(const SenHost *h, const Package *p, SenSink *sink, SenErr *err)
{
    int rc = p->failed;
    for (size_t i = 0; i < p->n_xml && !rc; i++) {
        rc = h->write(sink, "=== ", 4) || h->write(sink, p->part[i].name, strlen(p->part[i].name)) || h->write(sink, "\n", 1) ||
             h->write(sink, p->part[i].p, p->part[i].n) || h->write(sink, "\n", 1);
    }
    return rc ? h->fail(err, SEN_STR("tệp Word quá lớn")) : 0;
}

/* A fresh document; memory that served the one before serves again. */
static void begin_document(Writing *w)
{
    Docx *d = &w->d;
    empty_xml(&d->body);
    d->body_seams.n = d->ids_seams.n = 0;
    d->spans.n = d->spans.next = 0;
    *d = (Docx){.body = d->body, .body_seams = d->body_seams, .ids_seams = d->ids_seams, .spans = d->spans};
    w->p.n = w->p.n_xml = 0;
    w->p.failed = 0;
}

static int render(void *state, const SenHost *h, SenDoc *doc, SenModel *model, const SenOptions *options, SenSink *sink,
                  SenErr *err)
{
    Writing *w = state;
    (void)model;
    Official *o = official_read(h, doc, options, "docx", err);
    if (!o) return -1;
    begin_document(w);
    w->d.o = o;
    w->d.material = sentext_option(h, options, "material");
    w->d.unit = sentext_option(h, options, "unit.id");
    body_write(&w->d);
    add_relations(&w->p, &w->d);
    add_document(&w->p, &w->d);
    add_rest(&w->p, &w->d);
    int rc = sentext_option(h, options, "parts").n ? send_parts(h, &w->p, sink, err) : send_package(h, w, sink, err);
    official_free(o);
    return rc;
}

int docx_writer_start(const SenHost *h, void **state, SenErr *err)
{
    Writing *w = calloc(1, sizeof *w);
    if (w && (w->zip = zip_writer_new())) {
        *state = w;
        return 0;
    }
    free(w);
    return h->fail(err, SEN_STR("không đủ bộ nhớ để làm tệp Word"));
}

void docx_writer_stop(void *state)
{
    Writing *w = state;
    if (!w) return;
    for (size_t i = 0; i < FIXED_PARTS; i++) xml_free(&w->p.xml[i]);
    xml_free(&w->d.body);
    free(w->d.body_seams.v);
    free(w->d.ids_seams.v);
    free(w->d.spans.v);
    zip_writer_free(w->zip);
    free(w);
}

const SenOutput docx_output = {
    .struct_size = sizeof docx_output,
    .wants = SEN_WANTS_DOC,
    .id = SEN_TEXT("docx"),
    .title = SEN_TEXT("Văn bản Word, đúng thể thức Nghị định 30"),
    .suffix = SEN_TEXT("docx"),
    .mime = SEN_TEXT("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    .render = render,
};
