/* pdf-text.c - the reader of PDF files with a text layer: runs pdftotext -layout in the exec wall, gives its lines by page. */
#include "core/abi/sen_plugin.h"
#include <string.h>

enum { PAGES_LOOKED = 16 << 20, END_LOOKED = 8 << 10 };

static int holds(SenText b, const char *word)
{
    size_t n = b.n < PAGES_LOOKED ? b.n : PAGES_LOOKED;
    return memmem(b.p, n, word, strlen(word)) != NULL;
}

static int knows(void *state, const SenHost *h, SenText bytes)
{
    (void)state, (void)h;
    size_t look = bytes.n < 1024 ? bytes.n : 1024;         /* some programs write a few bytes before it */
    return look > 4 && memmem(bytes.p, look, "%PDF-", 5) != NULL;
}

/* A file that was cut off has lost its end; pdftotext would mend it and leave pages out without a word. */
static int has_end(SenText b)
{
    size_t n = b.n < END_LOOKED ? b.n : END_LOOKED;
    return memmem(b.p + b.n - n, n, "%%EOF", 5) != NULL;
}

static int has_words(SenText t)
{
    size_t letters = 0;
    for (size_t i = 0; i < t.n && letters < 20; i++) {
        unsigned char c = (unsigned char)t.p[i];
        letters += c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
    return letters >= 20;
}

/* Lines with their page; a form feed begins a page and is told as a mark. */
static int give_lines(const SenHost *h, SenLines *lines, SenText text)
{
    SenPlace at = {.struct_size = sizeof at, .page = 1};
    for (size_t i = 0; i < text.n;) {
        if (text.p[i] == '\f') {
            i++;
            if (i == text.n) break;
            at.page++;
            at.line = 0;
            if (h->mark(lines, &at, SEN_STR("page"), SEN_STR("")) != 0) return -1;
            continue;
        }
        const char *end = memchr(text.p + i, '\n', text.n - i), *feed = memchr(text.p + i, '\f', text.n - i);
        size_t n = end ? (size_t)(end - text.p) - i : text.n - i;
        if (feed && (size_t)(feed - text.p) < i + n) n = (size_t)(feed - text.p) - i;
        at.line++;
        if (h->line(lines, &at, (SenText){text.p + i, n}) != 0) return -1;
        i += n + (i + n < text.n && text.p[i + n] == '\n');
    }
    return 0;
}

static int read_pdf(void *state, const SenHost *h, SenText bytes, const SenOptions *options, SenLines *lines, SenErr *err)
{
    static const SenText ARGS[] = {SEN_TEXT("-layout"), SEN_TEXT("-enc"), SEN_TEXT("UTF-8"), SEN_TEXT("-eol"), SEN_TEXT("unix"),
                                   SEN_TEXT("-"), SEN_TEXT("-")};
    (void)state, (void)options;
    SenText text;
    int32_t status;
    if (!SENHOST_HAS(h, run)) return h->fail(err, SEN_STR("cần Sen mới hơn"));
    if (!has_end(bytes)) return h->fail(err, SEN_STR("damaged: phần cuối tệp bị mất"));
    if (h->run(h, ARGS, sizeof ARGS / sizeof *ARGS, bytes, &text, &status) != 0) return h->fail(err, SEN_STR("pdftotext"));
    if (status == 3 || (status != 0 && holds(bytes, "/Encrypt"))) return h->fail(err, SEN_STR("locked: tệp PDF có khóa"));
    if (status != 0) return h->fail(err, SEN_STR("damaged: tệp PDF không đọc được"));
    if (!has_words(text)) return h->fail(err, SEN_STR("no-text: không có lớp chữ"));
    return give_lines(h, lines, text) == 0 ? 0 : h->fail(err, SEN_STR("too-large: quá nhiều chữ"));
}

static const SenReader reader = {
    .struct_size = sizeof reader, .id = SEN_TEXT("pdf-text"), .title = SEN_TEXT("PDF có lớp chữ"), .suffixes = SEN_TEXT("pdf"),
    .knows = knows, .read = read_pdf,
};
static const SenReader *const readers[] = {&reader, NULL};
static const SenPlugin plugin = {
    .struct_size = sizeof plugin, .abi_major = SEN_ABI_MAJOR, .abi_minor = SEN_ABI_MINOR, .wall = SEN_WALL_EXEC,
    .name = SEN_TEXT("pdf-text"), .version = SEN_TEXT("1.0"), .license = SEN_TEXT("MIT"),
    .summary = SEN_TEXT("Đọc tệp PDF có lớp chữ (qua pdftotext)"), .readers = readers, .program = SEN_TEXT("/usr/bin/pdftotext"),
};

const SenPlugin *sen_plugin_v1(void) { return &plugin; }
