/* inline.c - footnotes, links and images of a page. */
#include "plugins/html/page.h"
#include <stdio.h>
#include <string.h>

/* --- footnotes --- */

static void note_name(Page *p, const char *prefix, int32_t number, int32_t which)
{
    put(p, prefix);
    writer_int(&p->w, number);
    if (which > 1) {
        put(p, "-");
        writer_int(&p->w, which);
    }
}

void page_note_ref(Page *p, const SenEvent *e)
{
    p->passing = 1;
    put(p, "<sup><a id=\"");
    note_name(p, "noi-", e->start, e->count);
    put(p, "\" href=\"#");
    note_name(p, "chu-thich-", e->start, 0);
    put(p, "\" role=\"doc-noteref\">[");
    writer_int(&p->w, e->start);
    put(p, "]</a></sup>");
}

void page_end_note(Page *p)
{
    if (p->note_end) put(p, "</p>\n");
    p->note_end = 0;
}

void page_footnote(Page *p, const SenEvent *e)
{
    p->passing = 1;
    if (e->entering) {
        if (!p->in_note) put(p, "<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Chú thích\">\n<ol>\n");
        p->in_note = 1;
        put(p, "<li value=\"");
        writer_int(&p->w, e->start);
        put(p, "\" id=\"");
        note_name(p, "chu-thich-", e->start, 0);
        put(p, "\">");
        return;
    }
    int32_t count = e->count < 1 ? 1 : e->count > 50 ? 50 : e->count;
    for (int32_t i = 1; i <= count; i++) {
        put(p, " <a class=\"back\" href=\"#");
        note_name(p, "noi-", e->start, i);
        put(p, "\" role=\"doc-backlink\" aria-label=\"Về chỗ dẫn ");
        writer_int(&p->w, e->start);
        put(p, "\">↩</a>");
    }
    page_end_note(p);
    close_tag(p, "li");
}

/* --- inlines --- */

void page_link(Page *p, const SenEvent *e)
{
    if (!e->entering) {
        p->links--;
        if (p->links < DIVS && p->link_open[p->links]) put(p, "</a>");
        return;
    }
    int open = e->url.n && escape_url_allowed(e->url);
    if (open) {
        put(p, "<a href=\"");
        escape_url(&p->w, e->url);
        put(p, e->url.p[0] == '#' ? "\"" : "\" rel=\"noopener noreferrer\"");
        if (e->title.n) {
            put(p, " title=\"");
            escape_text(&p->w, e->title);
            put(p, "\"");
        }
        put(p, ">");
    }
    if (p->links < DIVS) p->link_open[p->links] = open;
    p->links++;
}

static const char *image_type(SenText name)
{
    static const char *const types[][2] = {{".png", "image/png"}, {".jpg", "image/jpeg"}, {".jpeg", "image/jpeg"},
                                           {".gif", "image/gif"}, {".webp", "image/webp"}, {".svg", "image/svg+xml"}};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        size_t n = strlen(types[i][0]);
        if (name.n > n && !memcmp(name.p + name.n - n, types[i][0], n)) return types[i][1];
    }
    return NULL;
}

void page_image(Page *p, const SenEvent *e)
{
    p->passing = 1;
    if (!e->entering) return;
    SenText alt = {"", 0}, bytes = {"", 0};
    const char *type = image_type(e->url);
    p->host->doc_text(p->doc, &alt);
    p->host->doc_skip(p->doc);
    if (!type || p->host->asset(p->options, e->url, &bytes) != 0) {
        char say[300];
        int most = e->url.n < 200 ? (int)e->url.n : 200;
        int n = snprintf(say, sizeof say, "không có hình «%.*s» trong content/", most, e->url.p);
        p->host->log(p->host, SEN_LOG_WARNING, (SenText){say, (size_t)n});
        put(p, "[Hình: ");
        escape_text(&p->w, alt.n ? alt : e->url);
        put(p, "]");
        return;
    }
    put(p, "<img alt=\"");
    escape_text(&p->w, alt);
    put(p, "\" src=\"data:");
    put(p, type);
    put(p, ";base64,");
    escape_base64(&p->w, bytes);
    put(p, "\">");
}
