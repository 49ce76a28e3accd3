/* prose.h - a document as plain text without Markdown marks, to read or to be read aloud; for outputs in Lua and of wards. */
#ifndef SEN_PLUG_PROSE_H
#define SEN_PLUG_PROSE_H
#include "core/doc/doc.h"

typedef enum ProseStyle {
    PROSE_TEXT,        /* lists with "-", boxes ☐ ☑, links with their address, notes at the end, tables as a line per row */
    PROSE_SPEECH       /* whole sentences only: no boxes, addresses, notes; numbered items as «Thứ nhất: …» */
} ProseStyle;

/* Appends the text of `d` as the channel `id` shows it: divs named after another channel, `screen` and `print` are left out.
 * In PROSE_SPEECH the divs `head` and `sign` are left out too: they are on the sheet, not on the air. */
void prose_write(const Doc *d, const char *id, ProseStyle style, Buf *out);
/* Only the divs that carry this class ("head"), as PROSE_TEXT. */
void prose_write_div(const Doc *d, const char *id, const char *class_name, Buf *out);
/* Plain text of the first heading; "" when there is none. */
void prose_title(const Doc *d, Buf *out);
#endif
