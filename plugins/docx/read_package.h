/* read_package.h - the package of a .docx as its readers share it: parts by name, refusals; knows no text. */
#ifndef SEN_DOCX_READ_PACKAGE_H
#define SEN_DOCX_READ_PACKAGE_H
#include "plugins/common/zip/part_name.h"
#include "plugins/docx/read.h"

enum { EDGES_MOST = 48 };

/* A page header or footer: the id sections name it by, and its part. */
typedef struct Edge { char id[64], name[PART_NAME]; } Edge;

typedef struct Package {
    Docx d;
    ZipRead *zip;
    SenErr *err;
    char main[PART_NAME], styles[PART_NAME], numbering[PART_NAME], footnotes[PART_NAME], endnotes[PART_NAME], comments[PART_NAME];
    char theme[PART_NAME];
    Edge edge[EDGES_MOST];
    int n_edges;
} Package;

/* The first word of a reason is one the host knows and has advice for (README of plugins/, sen_plugin.h). Always -1. */
int package_refuse(Package *p, const char *reason);
int package_refuse_zip(Package *p, ZipFault f);
int package_refuse_xml(Package *p, int f);
/* 0 and the bytes (malloc'd), 1 = there is no such part, -1 = refused. */
int package_take_part(Package *p, const char *name, char **bytes, size_t *n);
int package_find_parts(Package *p);        /* 0/-1 */
int package_read_tables(Package *p);       /* styles and numbering into p->d: 0/-1 */
#endif
