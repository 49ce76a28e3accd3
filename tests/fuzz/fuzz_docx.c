/* fuzz_docx.c - libFuzzer target: any bytes as a Word file through zip, XML and the reader, then through the importer.
 *
 * The first byte chooses: 0 = the rest is the file itself; else it is word/document.xml (even) or word/numbering.xml (odd) of an
 * archive made here, so that the fuzzer need not find check sums; with 2 in it the reader is asked how the lines look, not for the
 * plan. Nothing may crash; what is read loses nothing. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>
#include "core/base/text.h"
#include "core/intake/intake.h"
#include "plugins/docx/read.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static const char STYLES[] =
    "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:style w:type=\"paragraph\" w:styleId=\"a\">"
    "<w:basedOn w:val=\"b\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:rPr><w:rFonts w:hAnsi=\".VnTimeH\"/></w:rPr>"
    "</w:style><w:style w:type=\"paragraph\" w:styleId=\"b\"><w:name w:val=\"heading 1\"/><w:basedOn w:val=\"a\"/></w:style></w:styles>";
static const char NUMBERS[] =
    "<w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:abstractNum w:abstractNumId=\"0\">"
    "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"upperRoman\"/><w:lvlText w:val=\"%1.\"/></w:lvl><w:lvl w:ilvl=\"1\">"
    "<w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"-\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/>"
    "</w:num></w:numbering>";
static const char BODY[] =
    "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:pPr><w:numPr><w:ilvl "
    "w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>A</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val=\"a\"/></w:pPr><w:r>"
    "<w:t>B</w:t></w:r></w:p></w:body></w:document>";
static const char RELATIONS[] =
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" Type=\"x/styles\" "
    "Target=\"styles.xml\"/><Relationship Id=\"b\" Type=\"x/numbering\" Target=\"numbering.xml\"/><Relationship Id=\"c\" "
    "Type=\"x/footnotes\" Target=\"document.xml\"/></Relationships>";

static void put(zip_t *z, const char *name, const void *bytes, size_t n)
{
    zip_int64_t at = zip_file_add(z, name, zip_source_buffer(z, bytes, n, 0), 0);
    if (at >= 0) zip_set_file_compression(z, (zip_uint64_t)at, ZIP_CM_STORE, 0);
}

/* An archive around the fuzzer's part: malloc'd bytes. */
static char *archive(int numbering, const void *part, size_t n, size_t *size)
{
    zip_error_t e;
    zip_error_init(&e);
    zip_source_t *to = zip_source_buffer_create(NULL, 0, 0, &e);
    zip_source_keep(to);
    zip_t *z = zip_open_from_source(to, ZIP_TRUNCATE, &e);
    put(z, "word/document.xml", numbering ? (const void *)BODY : part, numbering ? sizeof BODY - 1 : n);
    put(z, "word/numbering.xml", numbering ? part : (const void *)NUMBERS, numbering ? n : sizeof NUMBERS - 1);
    put(z, "word/styles.xml", STYLES, sizeof STYLES - 1);
    put(z, "word/_rels/document.xml.rels", RELATIONS, sizeof RELATIONS - 1);
    zip_close(z);
    zip_source_open(to);
    zip_source_seek(to, 0, SEEK_END);
    *size = (size_t)zip_source_tell(to);
    zip_source_seek(to, 0, SEEK_SET);
    char *bytes = malloc(*size + 1);
    zip_source_read(to, bytes, *size);
    zip_source_close(to);
    zip_source_free(to);
    zip_error_fini(&e);
    return bytes;
}

/* The host, as far as a reader sees it (core/plug/host.c does the same). */
struct SenLines { Arena *a; IntakePart *v; size_t n, cap; };

static int take(SenLines *l, const SenPlace *at, SenText text, IntakePart part)
{
    Buf clean = {0};
    if (l->n >= 200000 || text_nfc(text.p, text.n, &clean)) {
        buf_free(&clean);
        return -1;
    }
    if (l->n == l->cap) {
        l->cap = l->cap ? l->cap * 2 : 64;
        l->v = mem_resize(l->v, l->cap * sizeof *l->v);
    }
    char *kept = arena_text(l->a, buf_text(&clean), clean.n);
    for (size_t i = 0; i < clean.n; i++)
        if ((unsigned char)kept[i] < 0x20 && kept[i] != '\t') kept[i] = ' ';
    part.text = kept;
    part.page = at->page;
    part.line = at->line;
    part.table = at->table;
    part.row = at->row;
    part.column = at->column;
    l->v[l->n++] = part;
    buf_free(&clean);
    return 0;
}

static int on_line(SenLines *l, const SenPlace *at, SenText text)
{
    return take(l, at, text, (IntakePart){.kind = INTAKE_LINE});
}

static int on_cell(SenLines *l, const SenPlace *at, SenText text, uint32_t rows, uint32_t columns)
{
    if (!rows || !columns || at->row < 1 || at->column < 1) abort();
    if (rows > 10000 || columns > 10000) return -1;
    return take(l, at, text, (IntakePart){.kind = INTAKE_CELL, .rows = (int)rows, .columns = (int)columns});
}

static int on_mark(SenLines *l, const SenPlace *at, SenText kind, SenText text)
{
    return take(l, at, text, (IntakePart){.kind = INTAKE_MARK, .mark = arena_text(l->a, kind.p, kind.n)});
}

struct SenOptions { int layout; };

static int on_option(const SenOptions *o, SenText key, SenText *value)
{
    if (!o->layout || key.n != 4 || memcmp(key.p, "want", 4)) return 0;
    *value = SEN_STR("layout");
    return 1;
}

static int on_fail(SenErr *err, SenText message)
{
    (void)err, (void)message;
    return -1;
}

static void import(const SenLines *got)
{
    Findings f;
    Buf utf8 = {0};
    Plan *p = NULL;
    Err e = {0};
    findings_init(&f, got->a);
    if (intake_read_parts(got->v, got->n, "fuzz", &utf8, &p, &f, &e) == 0 && intake_lost(buf_view(&utf8), p, NULL)) abort();
    plan_free(p);
    buf_free(&utf8);
    findings_free(&f);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    if (!n) return 0;
    size_t size = n - 1;
    char *made = data[0] ? archive(data[0] & 1, data + 1, n - 1, &size) : NULL;
    static const SenHost host = {.struct_size = sizeof host, .abi_major = SEN_ABI_MAJOR, .abi_minor = SEN_ABI_MINOR,
                                 .fail = on_fail, .option = on_option, .line = on_line, .cell = on_cell, .mark = on_mark};
    SenLines lines = {.a = arena_new()};
    SenText bytes = {made ? made : (const char *)data + 1, size};
    SenOptions options = {data[0] & 2};
    if (docx_reader.read(NULL, &host, bytes, &options, &lines, NULL) == 0 && !options.layout) import(&lines);
    free(lines.v);
    arena_free(lines.a);
    free(made);
    return 0;
}
