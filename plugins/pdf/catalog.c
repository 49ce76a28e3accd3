/* catalog.c - the catalog object is the last one cairo writes: what is put into it moves only the table behind it. */
#include "plugins/pdf/catalog.h"
#include <string.h>

static const char words[] = " /Lang (vi-VN)\n   /ViewerPreferences << /DisplayDocTitle true >>\n  ";

/* The last place of `what` before `end`; -1 = none. */
static gssize find_last(const GByteArray *b, const char *what, gsize end)
{
    gsize n = strlen(what);
    for (gsize i = end < n ? 0 : end - n + 1; i-- > 0;)
        if (!memcmp(b->data + i, what, n)) return (gssize)i;
    return -1;
}

void catalog_finish(GByteArray *pdf)
{
    gssize start = find_last(pdf, "startxref\n", pdf->len), catalog = find_last(pdf, "/Type /Catalog", pdf->len);
    if (start < 0 || catalog < 0) return;
    gsize table = 0, at = (gsize)start + strlen("startxref\n");
    while (at < pdf->len && g_ascii_isdigit(pdf->data[at]) && table < pdf->len)
        table = table * 10 + (gsize)(pdf->data[at++] - '0');
    gssize object = find_last(pdf, " 0 obj", table);
    if (table >= pdf->len || catalog > (gssize)table || object > catalog || memcmp(pdf->data + table, "xref", 4)) return;
    GByteArray *out = g_byte_array_sized_new(pdf->len + 200);
    char *end = g_strdup_printf("startxref\n%zu\n%%%%EOF\n", table + sizeof words - 1);
    gsize into = (gsize)catalog + strlen("/Type /Catalog");
    g_byte_array_append(out, pdf->data, (guint)into);
    g_byte_array_append(out, (const guint8 *)words, sizeof words - 1);
    g_byte_array_append(out, pdf->data + into, (guint)((gsize)start - into));
    g_byte_array_append(out, (const guint8 *)end, (guint)strlen(end));
    g_byte_array_set_size(pdf, 0);
    g_byte_array_append(pdf, out->data, out->len);
    g_byte_array_free(out, TRUE);
    g_free(end);
}
