/* read.h - what the reading files share: one workbook from a stranger, its texts, its number formats, its sheets. */
#ifndef SEN_XLSX_READ_H
#define SEN_XLSX_READ_H
#include "core/abi/sen_plugin.h"
#include "plugins/common/xml/grown_text.h"
#include "plugins/common/xml/xml_read.h"
#include "plugins/common/zip/part_name.h"
#include "plugins/common/zip/zip_read.h"

enum { SHEET_NAME = 128, READ_SHEETS = 100, READ_CELLS = 400000, ROWS_MOST = 1048576, COLUMNS_MOST = 16384 };

typedef enum Style { STYLE_NUMBER, STYLE_DATE, STYLE_PERCENT } Style;

typedef struct Workbook {
    const SenHost *host;
    SenLines *lines;
    SenErr *err;
    ZipRead *zip;
    int date1904;
    Text strings;                           /* all shared strings, one after another */
    size_t *string_at;                      /* where each begins; [n_strings] = the end */
    size_t n_strings, cap_strings;
    unsigned char *style;                   /* Style of each cell format */
    size_t n_styles, cap_styles;
    struct { char name[SHEET_NAME], id[64], part[PART_NAME]; } sheet[READ_SHEETS];
    size_t n_sheets, n_cells;
} Workbook;

extern const XmlSpace XLSX_SPACES[];

/* Each reads one part from memory; an XmlFault, or XML_STOPPED after a refusal of its own (w->err is set then). */
int read_strings(Workbook *w, const char *xml, size_t n);
int read_styles(Workbook *w, const char *xml, size_t n);
int read_sheet(Workbook *w, size_t number, const char *xml, size_t n);
/* Opens the archive (zip_read_close w->zip) and finds its sheets' names and parts, no more. 0/-1. */
int read_find_sheets(Workbook *w, SenText bytes);
int read_refuse(Workbook *w, const char *reason);           /* -1 */
#endif
