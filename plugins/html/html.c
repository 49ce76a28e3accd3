/* html.c - the html output: one self-contained page, readable on a phone, by a screen reader and on paper; no script. */
#include "plugins/html/page.h"
#include "plugins/html/style.h"
#include <stdlib.h>
#include <string.h>

static void put_box(Page *p)
{
    if (p->box == SEN_CHECK_NONE) return;
    put(p, p->box == SEN_CHECK_DONE ? "<span class=\"box\" role=\"img\" aria-label=\"đã xong\">☑</span> "
                                    : "<span class=\"box\" role=\"img\" aria-label=\"chưa xong\">☐</span> ");
    p->box = SEN_CHECK_NONE;
}

/* --- blocks --- */

static void heading(Page *p, const SenEvent *e)
{
    char tag[4] = {'h', (char)('0' + (e->level < 1 ? 1 : e->level > 6 ? 6 : e->level)), 0, 0};
    if (!e->entering) {
        close_tag(p, tag);
        return;
    }
    p->host->doc_text(p->doc, &p->heading);
    p->keeping.sets_heading = 1;
    writer_char(&p->w, '<');
    put(p, tag);
    if (e->info.n) {
        put(p, " id=\"");
        escape_id(&p->w, e->info);
        put(p, "\"");
    }
    put_origin(p, e);
    put(p, ">");
}

static void paragraph(Page *p, const SenEvent *e)
{
    if (e->entering) {
        if (!e->tight) open_tag(p, "p", e);
        put_box(p);
    } else if (p->in_note && !e->tight) {
        p->note_end = 1;               /* the way back belongs into the last paragraph */
    } else {
        put(p, e->tight ? "\n" : "</p>\n");
    }
}

static void list(Page *p, const SenEvent *e)
{
    if (!e->entering) {
        close_tag(p, e->ordered ? "ol" : "ul");
        return;
    }
    put(p, e->ordered ? "<ol" : "<ul");
    if (e->ordered && e->start != 1) {
        put(p, " start=\"");
        writer_int(&p->w, e->start);
        put(p, "\"");
    }
    put_origin(p, e);
    put(p, ">\n");
}

static void item(Page *p, const SenEvent *e)
{
    if (!e->entering) {
        put_box(p);
        close_tag(p, "li");
        return;
    }
    put(p, e->check ? "<li class=\"task\"" : "<li");
    put_origin(p, e);
    put(p, ">");
    p->box = e->check;
}

static void table(Page *p, const SenEvent *e)
{
    if (!e->entering) {
        put(p, p->table_body == 2 ? "</tbody>" : p->table_body == 1 ? "</thead>" : "");
        put(p, "</table></div>\n");
        return;
    }
    SenText name = p->caption.n ? p->caption : p->heading;
    if (!p->caption.n && !p->keeping.sets_heading) p->keeping.reads_heading = 1;
    put(p, "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"Bảng");
    if (name.n) put(p, ": ");
    escape_text(&p->w, name);
    put(p, "\">");
    open_tag(p, "table", e);
    if (p->caption.n) {
        put(p, "<caption>");
        escape_text(&p->w, p->caption);
        put(p, "</caption>");
        p->caption.n = 0;
    }
    put(p, "\n");
    p->table_body = 0;
}

static void row(Page *p, const SenEvent *e)
{
    if (!e->entering) {
        put(p, "</tr>\n");
        return;
    }
    int part = e->header ? 1 : 2;
    if (p->table_body != part) {
        if (p->table_body == 1) put(p, "</thead>");
        put(p, part == 1 ? "<thead>" : "<tbody>");
        p->table_body = part;
    }
    open_tag(p, "tr", e);
}

static void cell(Page *p, const SenEvent *e)
{
    static const char *const align[] = {"", " class=\"l\"", " class=\"c\"", " class=\"r\""};
    if (!e->entering) {
        writer_add(&p->w, e->header ? "</th>" : "</td>", 5);
        return;
    }
    if (e->header) put(p, "<th scope=\"col\"");
    else put(p, "<td");
    if (e->align && e->align <= SEN_ALIGN_RIGHT) put(p, align[e->align]);
    put_origin(p, e);
    put(p, ">");
}

static int has_class(SenText names, const char *one)
{
    size_t n = strlen(one);
    for (size_t i = 0; i + n <= names.n; i++)
        if (!memcmp(names.p + i, one, n) && (i == 0 || names.p[i - 1] == ' ') && (i + n == names.n || names.p[i + n] == ' '))
            return 1;
    return 0;
}

static void div_block(Page *p, const SenEvent *e)
{
    static const char *const others[] = {"zalo", "facebook", "loudspeaker", "text", "loa"};
    if (!e->entering) {
        if (p->skipped_divs) p->skipped_divs--;
        else close_tag(p, "section");
        return;
    }
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (has_class(e->text, others[i])) {           /* meant for another channel */
            p->host->doc_skip(p->doc);
            p->skipped_divs++;
            return;
        }
    put(p, "<section class=\"");
    escape_classes(&p->w, e->text);
    put(p, "\"");
    if (e->info.n) {
        put(p, " id=\"");
        escape_id(&p->w, e->info);
        put(p, "\"");
    }
    put_origin(p, e);
    put(p, ">\n");
    if (!e->title.n) return;
    if (has_class(e->text, "table")) {
        p->caption = e->title;
        return;
    }
    put(p, "<p class=\"title\">");
    escape_text(&p->w, e->title);
    put(p, "</p>\n");
}

static void code_block(Page *p, const SenEvent *e)
{
    open_tag(p, "pre", e);
    put(p, "<code");
    if (e->info.n) {
        put(p, " class=\"language-");
        escape_classes(&p->w, e->info);
        put(p, "\"");
    }
    put(p, ">");
    escape_text(&p->w, e->text);
    put(p, "</code></pre>\n");
}

static void inline_tag(Page *p, const SenEvent *e, const char *in, const char *out) { put(p, e->entering ? in : out); }

/* --- blocks made before --- */

/* Nothing reaches from before it into the block, or out of it, but the last heading. */
static int is_alone(const Page *p)
{
    return !p->box && !p->caption.n && !p->in_note && !p->note_end && !p->links && !p->skipped_divs;
}

static int text_same(SenText a, SenText b) { return a.n == b.n && (!a.n || !memcmp(a.p, b.p, a.n)); }

/* 1 = the block was written, its way out is taken. Else it may be kept when it is done. */
static int put_kept(Page *p, SenEvent *e)
{
    if (p->keeping.same || e->kind == SEN_DOC_CODE_BLOCK || e->kind == SEN_DOC_RULE || !is_alone(p)) return 0;
    const KeptBlock *b = kept_find(p->kept, e->same);
    if (b && (!b->reads_heading || text_same(b->heading, p->heading))) {
        writer_add(&p->w, b->bytes, b->n);
        if (b->sets_heading) p->heading = b->heading_after;
        p->host->doc_skip(p->doc);
        return p->host->doc_next(p->doc, e);
    }
    if (b || !p->kept) return 0;
    p->keeping = (KeptBlock){.same = e->same, .heading = p->heading};
    p->keeping_at = e->depth;
    p->passing = 0;
    writer_copy_begin(&p->w);
    return 0;
}

static void end_kept(Page *p)
{
    KeptBlock b = p->keeping;
    b.bytes = writer_copy_end(&p->w, &b.n);
    b.heading_after = p->heading;
    p->keeping = (KeptBlock){0};
    if (b.bytes && !p->passing && is_alone(p)) kept_add(p->kept, b);
    else free(b.bytes);
}

/* --- the page --- */

static void event(Page *p, const SenEvent *e)
{
    if (p->note_end && e->kind != SEN_DOC_FOOTNOTE) page_end_note(p);
    if (p->box && e->entering && e->kind != SEN_DOC_PARAGRAPH) put_box(p);
    switch (e->kind) {
    case SEN_DOC_TEXT: escape_text(&p->w, e->text); break;
    case SEN_DOC_SOFT_BREAK: put(p, "\n"); break;
    case SEN_DOC_BREAK: put(p, "<br>\n"); break;
    case SEN_DOC_CODE: put(p, "<code>"); escape_text(&p->w, e->text); put(p, "</code>"); break;
    case SEN_DOC_EMPH: inline_tag(p, e, "<em>", "</em>"); break;
    case SEN_DOC_STRONG: inline_tag(p, e, "<strong>", "</strong>"); break;
    case SEN_DOC_STRIKE: inline_tag(p, e, "<del>", "</del>"); break;
    case SEN_DOC_LINK: page_link(p, e); break;
    case SEN_DOC_IMAGE: page_image(p, e); break;
    case SEN_DOC_NOTE_REF: page_note_ref(p, e); break;
    case SEN_DOC_HEADING: heading(p, e); break;
    case SEN_DOC_PARAGRAPH: paragraph(p, e); break;
    case SEN_DOC_QUOTE: if (e->entering) open_tag(p, "blockquote", e); else close_tag(p, "blockquote"); break;
    case SEN_DOC_LIST: list(p, e); break;
    case SEN_DOC_ITEM: item(p, e); break;
    case SEN_DOC_CODE_BLOCK: code_block(p, e); break;
    case SEN_DOC_RULE: put(p, "<hr>\n"); break;
    case SEN_DOC_TABLE: table(p, e); break;
    case SEN_DOC_ROW: row(p, e); break;
    case SEN_DOC_CELL: cell(p, e); break;
    case SEN_DOC_DIV: div_block(p, e); break;
    case SEN_DOC_FOOTNOTE: page_footnote(p, e); break;
    default: break;                    /* a container of a later version */
    }
}

static SenText page_title(Page *p)
{
    SenText title = sentext_option(p->host, p->options, "title");
    SenEvent e = {.struct_size = sizeof e};
    while (!title.n && p->host->doc_next(p->doc, &e))
        if (e.kind == SEN_DOC_HEADING && e.entering) p->host->doc_text(p->doc, &title);
    p->host->doc_rewind(p->doc);
    return title.n ? title : sentext_option(p->host, p->options, "material");
}

static void page_head(Page *p)
{
    SenText description = sentext_option(p->host, p->options, "description");
    put(p, "<!DOCTYPE html>\n<html lang=\"vi\">\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; base-uri 'none'; "
           "form-action 'none'; style-src '");
    put(p, style_hash);
    put(p, "'\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
           "<meta name=\"referrer\" content=\"no-referrer\">\n");
    if (description.n) {
        put(p, "<meta name=\"description\" content=\"");
        escape_text(&p->w, description);
        put(p, "\">\n");
    }
    put(p, "<title>");
    escape_text(&p->w, page_title(p));
    put(p, "</title>\n<style>");
    put(p, style_sheet);
    put(p, "</style>\n</head>\n<body>\n<main>\n");
}

/* Field by field: the writer's buffer and the table of links need no clearing. */
static void page_start(Page *p, Kept *kept, const SenHost *h, SenDoc *doc, const SenOptions *options, SenSink *sink)
{
    writer_start(&p->w, h, sink);
    p->kept = kept;
    p->keeping = (KeptBlock){0};
    p->passing = 0;
    p->host = h;
    p->doc = doc;
    p->options = options;
    p->heading = p->caption = SEN_STR("");
    p->box = SEN_CHECK_NONE;
    p->in_note = p->note_end = p->table_body = p->links = p->skipped_divs = 0;
}

static int render(void *state, const SenHost *h, SenDoc *doc, SenModel *model, const SenOptions *options, SenSink *sink,
                  SenErr *err)
{
    (void)model;
    Page p;
    page_start(&p, state, h, doc, options, sink);
    page_head(&p);
    SenEvent e = {.struct_size = sizeof e};
    while (!p.w.failed && h->doc_next(doc, &e)) {
        if (e.same && e.entering && put_kept(&p, &e)) continue;
        event(&p, &e);
        if (p.keeping.same && !e.entering && e.depth == p.keeping_at) end_kept(&p);
    }
    p.passing = 1;
    if (p.keeping.same) end_kept(&p);
    if (p.in_note) put(&p, "</ol>\n</section>\n");
    put(&p, "</main>\n</body>\n</html>\n");
    return writer_finish(&p.w) == 0 ? 0 : h->fail(err, SEN_STR("trang quá lớn"));
}

static int start(const SenHost *h, void **state, SenErr *err)
{
    (void)h;
    (void)err;
    *state = kept_new();
    return 0;
}

static void stop(void *state) { kept_free(state); }

static const SenOutput html = {
    .struct_size = sizeof html,
    .wants = SEN_WANTS_DOC,
    .id = SEN_TEXT("html"),
    .title = SEN_TEXT("Trang web, xem trên điện thoại và in được"),
    .suffix = SEN_TEXT("html"),
    .mime = SEN_TEXT("text/html; charset=utf-8"),
    .render = render,
};
static const SenOutput *const outputs[] = {&html, NULL};

static const SenPlugin plugin = {
    .struct_size = sizeof plugin,
    .abi_major = SEN_ABI_MAJOR,
    .abi_minor = SEN_ABI_MINOR,
    .wall = SEN_WALL_SEALED,
    .name = SEN_TEXT("html"),
    .version = SEN_TEXT("1.0"),
    .license = SEN_TEXT("MIT"),
    .summary = SEN_TEXT("Một trang HTML tự chứa, không có mã chạy."),
    .outputs = outputs,
    .start = start,
    .stop = stop,
};

const SenPlugin *sen_plugin_v1(void) { return &plugin; }
