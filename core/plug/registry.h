/* registry.h - the outputs and readers of one run, C and Lua alike; a value owned by its caller, not a global.
 *
 * An output is one thing with three names: a channel of a material, a value of --format, a suffix of files in out/.
 * Ids and suffixes are unique: who comes second is refused with a sentence. */
#ifndef SEN_PLUG_REGISTRY_H
#define SEN_PLUG_REGISTRY_H
#include <stdint.h>
#include "core/base/buf.h"
#include "core/base/date.h"
#include "core/base/err.h"
#include "core/base/pack.h"
#include "core/doc/doc.h"
#include "core/model/value.h"

typedef struct Registry Registry;
typedef struct Output Output;
typedef struct Reader Reader;

typedef enum OutputWants { WANTS_DOC = 1, WANTS_MODEL = 2, WANTS_EITHER = 3 } OutputWants;
typedef enum PluginWall { PLUGIN_SEALED, PLUGIN_FILES, PLUGIN_EXEC } PluginWall;

/* One thing to render. Everything is borrowed until registry_render returns. */
typedef struct OutputOption { Str key, value; } OutputOption;
typedef struct OutputJob {
    const Doc *doc;                        /* filtered and filled (no holes); NULL when the output reads the model */
    const Value *model;                    /* what `data = …` names: a list of objects, or an object; NULL for documents */
    const OutputOption *options;           /* unit.id unit.name unit.kind material title lang date, front matter, … */
    size_t n_options;
    const char *file;                      /* for findings: the template or material, as the user knows it; may be NULL */
    int (*asset)(void *ctx, Str name, Str *bytes);   /* bytes of content/NAME, 0/-1; may be NULL: no pictures */
    void *asset_ctx;
} OutputJob;

/* An output renders a job: bytes are appended to out. 0/-1. It may add findings. */
typedef int (*OutputRender)(void *self, const Output *o, const OutputJob *job, Buf *out, Findings *f, Err *e);

struct Output {
    const char *id, *title, *suffix, *mime;
    OutputWants wants;
    PluginWall wall;
    const char *plugin, *version;          /* the folder it comes from ("" = a layer's sen.output) */
    const char *kind;                      /* "c" or "lua" */
    OutputRender render;                   /* NULL: only known (registry_unpack, record.h), its code is not loaded */
    void *self;
    const Err *refused;                    /* why its code could not be loaded, NULL otherwise; lives as long as the registry */
};

/* What a reader found, in the order of the document. A line has row = 0; a table cell has row and column from 1. */
typedef struct ReadPart {
    enum { READ_LINE, READ_CELL, READ_MARK } kind;
    int line, page, table, row, column;    /* 1-based, 0 = does not apply */
    int rows, columns;                     /* CELL: it spans these, >= 1 */
    const char *text;                      /* UTF-8 NFC */
    const char *mark;                      /* MARK: its kind ("deleted"), else NULL */
} ReadPart;
typedef struct ReadResult {
    Arena *arena;                          /* borrowed from the caller */
    ReadPart *v;                           /* malloc'd: read_result_free */
    size_t n, cap;
} ReadResult;
void read_result_free(ReadResult *r);      /* takes NULL */

typedef int (*ReaderRead)(void *self, const Reader *r, Str bytes, const OutputOption *options, size_t n, ReadResult *out,
                          Findings *f, Err *e);
struct Reader {
    const char *id, *title, *suffixes;     /* "docx dotx" */
    const char *plugin, *version, *kind;
    int (*knows)(void *self, const Reader *r, Str bytes);   /* NULL = by suffix alone */
    ReaderRead read;                       /* NULL as Output.render */
    void *self;
    const Err *refused;
};

/* What became of one plugin folder, loaded or not. */
typedef struct PluginInfo {
    const char *name, *version, *license, *summary, *kind, *dir;
    const char *program;                   /* of PLUGIN_EXEC, loaded; else NULL */
    PluginWall wall;
    int loaded;                            /* 0 with code 0: this run does not need it, only its record was read */
    Err why;
} PluginInfo;

Registry *registry_new(void);
void registry_free(Registry *r);           /* takes NULL; stops the plugins, never unloads their code */

/* Each copies what it is given (texts too). -1 when the id or suffix is malformed or taken. */
int registry_add_output(Registry *r, const Output *o, Err *e);
int registry_add_reader(Registry *r, const Reader *rd, Err *e);
void registry_add_info(Registry *r, const PluginInfo *info);
/* Calls fn(self) in registry_free, last added first. */
void registry_at_end(Registry *r, void (*fn)(void *self), void *self);
/* Takes back the outputs and readers that `plugin` added since the mark: a plugin counts whole or not at all. */
size_t registry_mark(const Registry *r);
void registry_withdraw(Registry *r, const char *plugin, size_t mark);
Arena *registry_arena(Registry *r);        /* lives as long as the registry */

const Output *registry_output(const Registry *r, const char *id);                 /* NULL when there is none */
const Output *registry_nearest_output(const Registry *r, const char *id);        /* for "did you mean", may be NULL */
size_t registry_count_outputs(const Registry *r);
const Output *registry_output_at(const Registry *r, size_t i);                    /* in byte order of ids */
size_t registry_count_readers(const Registry *r);
const Reader *registry_reader_at(const Registry *r, size_t i);                    /* in order of adding */
const Reader *registry_reader_for(const Registry *r, const char *file, Str bytes);/* by suffix and content; NULL */
const Reader *registry_reader_of(const Registry *r, Str bytes);                   /* a file under a wrong name; NULL */
int registry_suffix_fits(Str suffixes, const char *file);                         /* "docx dotx": has the file one of them? */
const PluginInfo *registry_info(const Registry *r, const char *plugin);           /* NULL when there is none */
size_t registry_count_infos(const Registry *r);
const PluginInfo *registry_info_at(const Registry *r, size_t i);                  /* in order of loading: by name */

/* The one door to all outputs. Appends to out; on failure out is as before. An empty result, invalid wants and an output
 * over OUTPUT_MOST bytes are failures. */
enum { OUTPUT_MOST = 8 * 1024 * 1024 };
int registry_render(Registry *r, const Output *o, const OutputJob *job, Buf *out, Findings *f, Err *e);
int registry_read(Registry *r, const Reader *rd, Str bytes, const char *file, ReadResult *out, Findings *f, Err *e);
/* The same with how each line and page looks: marks "look" and "sheet" (plugins/docx/README.md), asked for by the option
 * want=layout. A reader that knows no layouts gives none. */
int registry_read_layout(Registry *r, const Reader *rd, Str bytes, const char *file, ReadResult *out, Findings *f, Err *e);

/* How a plugin of the exec wall starts its program: whoever made the walls says it. */
typedef int (*RegistryRun)(void *ctx, const char *plugin, const Str *args, size_t n, Str input, Buf *out, int *status, Err *e);
void registry_set_run(Registry *r, RegistryRun run, void *ctx);
int registry_run(Registry *r, const char *plugin, const Str *args, size_t n, Str input, Buf *out, int *status, Err *e);

/* How a plugin of the files wall gets a process of its own (wall/keep.h): 1 = this is that process, 0 = the one that asked, both
 * with their end of a socket; -1. In the new process it may come back more than once, each time in another one. */
typedef int (*RegistryPart)(void *ctx, const char *plugin, int *fd, Err *e);
void registry_set_part(Registry *r, RegistryPart part, void *ctx);
/* Called before (1) and after (0) such a process works on a render: whoever keeps the time wants to know. May stay unset. */
void registry_set_away(Registry *r, void (*away)(void *ctx, int on), void *ctx);
void registry_away(Registry *r, int on);
int registry_part(Registry *r, const char *plugin, int *fd, Err *e);

/* The list without the code, for the parent: outputs, readers, infos. */
void registry_pack(const Registry *r, Buf *out);
Registry *registry_unpack(Unpack *u);      /* NULL when bad; nothing in it can render or read */

#endif
