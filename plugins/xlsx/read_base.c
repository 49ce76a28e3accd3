/* read_base.c - what all files that read a workbook need: the namespaces, a growing text, a refusal. */
#include "plugins/xlsx/read.h"
#include <stdlib.h>
#include <string.h>

const XmlSpace XLSX_SPACES[] = {
    {"http://schemas.openxmlformats.org/spreadsheetml/2006/main", "s"},
    {"http://purl.oclc.org/ooxml/spreadsheetml/main", "s"},
    {"http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r"},
    {"http://purl.oclc.org/ooxml/officeDocument/relationships", "r"},
    {"http://schemas.openxmlformats.org/package/2006/relationships", "rel"},
    {NULL, NULL}};

void text_add(Text *t, const char *p, size_t n)
{
    if (t->failed) return;
    if (n + 1 > t->cap - t->n) {
        size_t cap = (t->n + n) * 2 + 256;
        char *bigger = realloc(t->p, cap);
        if (!bigger) {
            t->failed = 1;
            return;
        }
        t->p = bigger;
        t->cap = cap;
    }
    memcpy(t->p + t->n, p, n);
    t->n += n;
    t->p[t->n] = 0;
}

void text_free(Text *t)
{
    free(t->p);
    *t = (Text){0};
}

int read_refuse(Workbook *w, const char *reason)
{
    return w->host->fail(w->err, (SenText){reason, strlen(reason)});
}
