/* read_base.c - what all files that read a workbook need: the namespaces, a refusal. */
#include "plugins/xlsx/read.h"
#include <string.h>

const XmlSpace XLSX_SPACES[] = {
    {"http://schemas.openxmlformats.org/spreadsheetml/2006/main", "s"},
    {"http://purl.oclc.org/ooxml/spreadsheetml/main", "s"},
    {"http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r"},
    {"http://purl.oclc.org/ooxml/officeDocument/relationships", "r"},
    {"http://schemas.openxmlformats.org/package/2006/relationships", "rel"},
    {NULL, NULL}};

int read_refuse(Workbook *w, const char *reason)
{
    return w->host->fail(w->err, (SenText){reason, strlen(reason)});
}
