/* host.h - the host table a C plugin is given, over Doc, Value and core/vi; shared by load.c and the host_*.c files only.
 *
 * One Host per plugin, alive as long as its registry: its table never changes while the plugin runs. A Job is one call into
 * the plugin: all handles live in it, all texts handed out live in its arena. */
#ifndef SEN_PLUG_HOST_H
#define SEN_PLUG_HOST_H
#include "core/abi/sen_plugin.h"
#include "core/plug/registry.h"

typedef struct Host Host;
typedef struct HostJob HostJob;

struct SenErr { Err *e; char text[512]; };
struct SenSink { Buf *out; size_t from; };
struct SenOptions { HostJob *job; };
struct SenModel { HostJob *job; };
struct SenLines { HostJob *job; ReadResult *out; size_t bytes; };
struct SenDoc {
    HostJob *job;
    const Doc *doc;
    const DocNode *node;               /* the last one given out, NULL before the first */
    int entering, skip, done;
    uint32_t depth;
    uint32_t *index;                   /* index[d]: which child of its parent the node at depth d is */
    uint32_t index_cap;
    SenEvent *last;                    /* the struct of the step before, and what it had set (host_doc.c) */
    unsigned set;
    uint32_t *seen, *total;            /* references to footnote i met so far, and in all; NULL until there is one */
    uint32_t notes;
};

struct HostJob {
    Host *host;
    const OutputJob *job;              /* NULL in start, knows and read */
    const OutputOption *options;
    size_t n_options;
    Arena *arena;
    Findings *findings;                /* NULL = log is dropped */
    const char *what, *file;           /* id of the output or reader; file for findings */
    Err why;                           /* what the host refused in this call: told when the plugin then fails */
};

struct Host {
    SenHost table;                     /* table.ctx = the Host */
    HostJob *job;                      /* the running call, NULL between calls */
    Arena *arena;                      /* reset before each call */
    Registry *registry;
    const char *plugin;
    int may_run;                       /* its wall is exec */
};

Host *host_new(Registry *r, const char *plugin, int may_run);
void host_free(Host *h);                               /* takes NULL */
/* Begins a call: the arena is emptied, job points into the host. */
void host_begin(Host *h, HostJob *job);
void host_end(Host *h);

/* host_text.c */
SenText host_text(Str s);
Str host_str(SenText s);
SenText host_keep(HostJob *job, const Buf *b);         /* a copy in the job's arena */

/* host_doc.c and host_model.c: their entries of the table */
void host_doc_fill(SenHost *t);
void host_doc_start(SenDoc *d, HostJob *job, const Doc *doc);
void host_doc_end(SenDoc *d);
void host_model_fill(SenHost *t);
#endif
