/* xml_write.h - one XML part in memory: literals as they stand, texts escaped; knows no format and checks no nesting.
 *
 * A text or attribute value loses what XML 1.0 forbids (C0 but tab and line ends, U+FFFE, bytes that are no UTF-8) and what
 * turns lines around unseen (bidi controls, C1); & < > " ' and CR are escaped, so "]]>" cannot stand in it. */
#ifndef SEN_COMMON_XML_WRITE_H
#define SEN_COMMON_XML_WRITE_H
#include "core/abi/sen_plugin.h"
#include <string.h>

typedef struct Xml {
    char *p;                        /* malloc'd: xml_free */
    size_t n, cap;
    int failed;                     /* 1 once memory was refused: further writes do nothing */
} Xml;

void xml_free(Xml *x);
void xml_add_slow(Xml *x, const char *p, size_t n);
void xml_text(Xml *x, SenText t);
void xml_int(Xml *x, long long v);
void xml_attr_begin(Xml *x, const char *name, size_t n);       /* ` name="` */

static inline void xml_add(Xml *x, const char *p, size_t n)
{
    if (n > x->cap - x->n) {
        xml_add_slow(x, p, n);
        return;
    }
    memcpy(x->p + x->n, p, n);
    x->n += n;
}

/* In the header, so that the length of a literal is known where it is written. */
static inline void xml_puts(Xml *x, const char *s) { xml_add(x, s, strlen(s)); }

static inline void xml_attr(Xml *x, const char *name, SenText value)        /* ` name="value"` */
{
    xml_attr_begin(x, name, strlen(name));
    xml_text(x, value);
    xml_add(x, "\"", 1);
}

static inline void xml_attr_int(Xml *x, const char *name, long long value)
{
    xml_attr_begin(x, name, strlen(name));
    xml_int(x, value);
    xml_add(x, "\"", 1);
}

#endif
