/* xml_read.h - an XML text from memory as a run of tags and texts (expat), with the caps a stranger's file needs.
 * Knows no document format. Any DOCTYPE is refused, so there are no entities to expand and nothing to fetch. */
#ifndef SEN_COMMON_XML_READ_H
#define SEN_COMMON_XML_READ_H
#include <stddef.h>

enum { XML_DEPTH_MOST = 256, XML_ATTRS_MOST = 64, XML_VALUE_MOST = 64 << 10 };

typedef enum XmlFault { XML_FINE, XML_BROKEN, XML_DOCTYPE, XML_DEEP, XML_ATTRS, XML_MEMORY, XML_STOPPED } XmlFault;

/* Namespaces by the short name the caller likes: {"http://…/main", "w"}; NULL-ended. Several may share a short name. */
typedef struct XmlSpace { const char *uri, *prefix; } XmlSpace;

/* An element as it opens: name is "w:p" ("?:x" in a namespace that is not in the table, "x" in none). */
typedef struct XmlTag {
    const char *name;
    const char *const *attrs;              /* expat's pairs; read them with xml_read_attr */
    const XmlSpace *spaces;
    int depth;                             /* 1 = root */
} XmlTag;

typedef struct XmlHandler {
    void *ctx;
    int (*open)(void *ctx, const XmlTag *tag);             /* any other than 0 stops: XML_STOPPED */
    int (*close)(void *ctx, const char *name);
    int (*text)(void *ctx, const char *s, size_t n);
} XmlHandler;

/* Reads all of it. *line (may be NULL) = where it broke. */
XmlFault xml_read(const char *bytes, size_t n, const XmlSpace *spaces, const XmlHandler *h, long *line);
const char *xml_read_attr(const XmlTag *tag, const char *name);    /* "w:val"; NULL when absent; lives until open returns */
#endif
