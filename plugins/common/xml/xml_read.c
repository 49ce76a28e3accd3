/* xml_read.c - expat in namespace mode behind a small face: names become short, limits are kept; knows no document format. */
#include "plugins/common/xml/xml_read.h"
#include <expat.h>
#include <string.h>

enum { NAME_MOST = 96 };

typedef struct Reading {
    XML_Parser parser;
    const XmlSpace *spaces;
    const XmlHandler *h;
    int depth;
    XmlFault fault;
} Reading;

static void stop(Reading *r, XmlFault why)
{
    if (!r->fault) r->fault = why;
    XML_StopParser(r->parser, XML_FALSE);
}

static const char *prefix_of(const XmlSpace *spaces, const char *uri, size_t n)
{
    for (; spaces->uri; spaces++)
        if (!strncmp(spaces->uri, uri, n) && !spaces->uri[n]) return spaces->prefix;
    return "?";
}

/* "uri|local" -> "w:local" */
static void short_name(const XmlSpace *spaces, const char *name, char out[NAME_MOST])
{
    const char *bar = strrchr(name, '|'), *local = bar ? bar + 1 : name;
    size_t n = 0, k = strlen(local);
    if (bar) {
        const char *prefix = prefix_of(spaces, name, (size_t)(bar - name));
        n = strlen(prefix);
        if (n > 16) n = 16;
        memcpy(out, prefix, n);
        out[n++] = ':';
    }
    if (k > NAME_MOST - 1 - n) k = NAME_MOST - 1 - n;
    memcpy(out + n, local, k);
    out[n + k] = 0;
}

static void XMLCALL on_open(void *ctx, const XML_Char *name, const XML_Char **attrs)
{
    Reading *r = ctx;
    char shown[NAME_MOST];
    if (r->fault) return;
    if (++r->depth > XML_DEPTH_MOST) {
        stop(r, XML_DEEP);
        return;
    }
    for (int i = 0; attrs[2 * i]; i++)
        if (i >= XML_ATTRS_MOST || strlen(attrs[2 * i + 1]) > XML_VALUE_MOST) {
            stop(r, XML_ATTRS);
            return;
        }
    short_name(r->spaces, name, shown);
    XmlTag tag = {shown, (const char *const *)attrs, r->spaces, r->depth};
    if (r->h->open && r->h->open(r->h->ctx, &tag)) stop(r, XML_STOPPED);
}

static void XMLCALL on_close(void *ctx, const XML_Char *name)
{
    Reading *r = ctx;
    char shown[NAME_MOST];
    if (r->fault) return;
    r->depth--;
    short_name(r->spaces, name, shown);
    if (r->h->close && r->h->close(r->h->ctx, shown)) stop(r, XML_STOPPED);
}

static void XMLCALL on_text(void *ctx, const XML_Char *s, int n)
{
    Reading *r = ctx;
    if (!r->fault && r->h->text && r->h->text(r->h->ctx, s, (size_t)n)) stop(r, XML_STOPPED);
}

static void XMLCALL on_doctype(void *ctx, const XML_Char *name, const XML_Char *system, const XML_Char *public, int subset)
{
    (void)name, (void)system, (void)public, (void)subset;
    stop(ctx, XML_DOCTYPE);
}

XmlFault xml_read(const char *bytes, size_t n, const XmlSpace *spaces, const XmlHandler *h, long *line)
{
    Reading r = {.spaces = spaces, .h = h, .parser = XML_ParserCreateNS(NULL, '|')};
    if (line) *line = 0;
    if (!r.parser) return XML_MEMORY;
    if (n > (size_t)1 << 30) r.fault = XML_BROKEN;
    XML_SetUserData(r.parser, &r);
    XML_SetElementHandler(r.parser, on_open, on_close);
    XML_SetCharacterDataHandler(r.parser, on_text);
    XML_SetStartDoctypeDeclHandler(r.parser, on_doctype);
    if (!r.fault && XML_Parse(r.parser, bytes, (int)n, 1) != XML_STATUS_OK && !r.fault)
        r.fault = XML_GetErrorCode(r.parser) == XML_ERROR_NO_MEMORY ? XML_MEMORY : XML_BROKEN;
    if (line) *line = (long)XML_GetCurrentLineNumber(r.parser);
    XML_ParserFree(r.parser);
    return r.fault;
}

const char *xml_read_attr(const XmlTag *tag, const char *name)
{
    char shown[NAME_MOST];
    const char *colon = strchr(name, ':'), *local = colon ? colon + 1 : name;
    for (size_t i = 0; tag->attrs[i]; i += 2) {
        const char *bar = strrchr(tag->attrs[i], '|');
        if (strcmp(bar ? bar + 1 : tag->attrs[i], local)) continue;
        short_name(tag->spaces, tag->attrs[i], shown);
        if (!strcmp(shown, name)) return tag->attrs[i + 1];
    }
    return NULL;
}
