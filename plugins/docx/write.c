/* write.c - the docx output: an Official becomes the parts of a Word file, the parts one ZIP; the same bytes every time. */
#include "plugins/docx/output.h"
#include "plugins/docx/write_inside.h"
#include "plugins/common/writer.h"
#include <stdio.h>
#include <stdlib.h>

enum { FIXED_PARTS = 14 };

typedef struct Package {
    Xml xml[FIXED_PARTS];
    ZipPart part[FIXED_PARTS + PICTURES_MOST];
    char name[PICTURES_MOST][40];
    size_t n_xml, n;
    int failed;
} Package;

static Xml *begin_part(Package *p, const char *name)
{
    p->part[p->n].name = name;
    return &p->xml[p->n_xml];
}

static void end_part(Package *p)
{
    Xml *x = &p->xml[p->n_xml++];
    p->failed |= x->failed;
    p->part[p->n].p = x->p;
    p->part[p->n++].n = x->n;
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
    *begin_part(p, "word/document.xml") = d->body;
    d->body = (Xml){0};
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
        p->part[p->n++] = (ZipPart){p->name[i], d->picture[i].bytes.p, d->picture[i].bytes.n, 1};
    }
}

static int send_package(const SenHost *h, Package *p, SenSink *sink, SenErr *err)
{
    void *bytes = NULL;
    size_t n = 0;
    if (p->failed || zip_write_parts(p->part, p->n, &bytes, &n) != 0)
        return h->fail(err, SEN_STR("không đủ bộ nhớ để đóng gói tệp Word"));
    int rc = h->write(sink, bytes, n);
    free(bytes);
    return rc == 0 ? 0 : h->fail(err, SEN_STR("tệp Word quá lớn"));
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

static int write_docx(const SenHost *h, SenDoc *doc, const SenOptions *options, SenSink *sink, SenErr *err)
{
    Official *o = official_read(h, doc, options, "docx", err);
    if (!o) return -1;
    Docx *d = calloc(1, sizeof *d);
    Package *p = calloc(1, sizeof *p);
    int rc = -1;
    if (d && p) {
        d->o = o;
        d->material = sentext_option(h, options, "material");
        d->unit = sentext_option(h, options, "unit.id");
        body_write(d);
        add_relations(p, d);
        add_document(p, d);
        add_rest(p, d);
        rc = sentext_option(h, options, "parts").n ? send_parts(h, p, sink, err) : send_package(h, p, sink, err);
    } else {
        h->fail(err, SEN_STR("không đủ bộ nhớ để làm tệp Word"));
    }
    if (p)
        for (size_t i = 0; i < FIXED_PARTS; i++) xml_free(&p->xml[i]);
    if (d) xml_free(&d->body);
    free(p);
    free(d);
    official_free(o);
    return rc;
}

static int render(void *state, const SenHost *h, SenDoc *doc, SenModel *model, const SenOptions *options, SenSink *sink,
                  SenErr *err)
{
    (void)state;
    (void)model;
    return write_docx(h, doc, options, sink, err);
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
