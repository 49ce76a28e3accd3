/* sen_plugin.h - plugin ABI 1 of Sen: the one header a plugin sees; it must not know Lua, SQLite or cmark.
 *
 * A plugin is a shared object that links nothing of Sen and exports one function, sen_plugin_v1. It gives outputs (a
 * document or the model in, bytes out) and readers (bytes in; lines, table cells and marks out).
 *
 * Rules for both sides
 *  - Every struct begins with its size and only grows at its end. Read a field only when the size covers it.
 *  - Text is pointer and length, UTF-8 in NFC, not NUL-terminated. What the host gives lives until the callback returns
 *    (in start: only until start returns). What the plugin gives is copied by the host before its function returns.
 *  - Callbacks return 0 when done, -1 when failed; say why with host->fail. The host stops at the first -1.
 *  - One thread at a time calls a plugin, and only in a worker process whose limits end a runaway.
 *  - Nothing else crosses: no errno, no FILE, no memory for the other side to free, no exception, no longjmp.
 *    A plugin never calls setlocale, chdir, signal, fork or exit; a sealed one opens no file after start.
 *  - The meaning of a field never changes. Same major and any minor load. Changes: core/abi/CHANGES.md */
#ifndef SEN_PLUGIN_H
#define SEN_PLUGIN_H
#include <stddef.h>
#include <stdint.h>
#define SEN_ABI_MAJOR 1
#define SEN_ABI_MINOR 2

typedef struct SenText {
    const char *p;
    size_t n;
} SenText;
#define SEN_TEXT(literal) {(literal), sizeof(literal) - 1}                     /* for static tables */
#ifdef __cplusplus
extern "C" {
#define SEN_STR(literal) (SenText{(literal), sizeof(literal) - 1})             /* as an argument */
#else
#define SEN_STR(literal) ((SenText){(literal), sizeof(literal) - 1})
#endif

/* Handles: only the host knows what is inside. They live until the callback they were given to returns. */
typedef struct SenDoc SenDoc;           /* a document and a place in it */
typedef struct SenModel SenModel;       /* the data a material is made of */
typedef struct SenSink SenSink;         /* where an output writes */
typedef struct SenLines SenLines;       /* where a reader reports what it found */
typedef struct SenOptions SenOptions;   /* key=value texts of this job */
typedef struct SenErr SenErr;           /* the error buffer of this call, owned by the host */
typedef struct SenRef SenRef;           /* inside of a SenValue */
typedef struct SenHost SenHost;

/* ------------------------------------------------------------------------------------------------ the document */

enum { /* SenEvent.kind. An unknown kind is a container: go on with what is inside. */
    SEN_DOC_ROOT = 0,
    SEN_DOC_HEADING = 1,                /* level 1..6; info = its id ("" = none) */
    SEN_DOC_PARAGRAPH = 2,              /* tight = 1: the only text of an item of a tight list, no space around it */
    SEN_DOC_QUOTE = 3,
    SEN_DOC_LIST = 4,                   /* ordered, start, tight, count = items */
    SEN_DOC_ITEM = 5,                   /* check; ordered; start = its own number in an ordered list */
    SEN_DOC_CODE_BLOCK = 6,             /* leaf: text, info = language */
    SEN_DOC_RULE = 7,                   /* leaf */
    SEN_DOC_TABLE = 8,                  /* count = columns */
    SEN_DOC_ROW = 9,                    /* header */
    SEN_DOC_CELL = 10,                  /* header, align, column (0, 1 …) */
    SEN_DOC_DIV = 11,                   /* text = class names, title, info = id */
    SEN_DOC_FOOTNOTE = 12,              /* start = its number; count = references to it; stands at the end of the document */
    SEN_DOC_TEXT = 13,                  /* leaf: text */
    SEN_DOC_SOFT_BREAK = 14,            /* leaf: a line end of the source */
    SEN_DOC_BREAK = 15,                 /* leaf: a line break that was asked for */
    SEN_DOC_CODE = 16,                  /* leaf: text */
    SEN_DOC_EMPH = 17,
    SEN_DOC_STRONG = 18,
    SEN_DOC_STRIKE = 19,
    SEN_DOC_LINK = 20,                  /* url ("" = not allowed: print only what is inside), title */
    SEN_DOC_IMAGE = 21,                 /* url = a name for host->asset, title; what is inside is its description */
    SEN_DOC_NOTE_REF = 22               /* leaf: start = number of the footnote, count = which reference to it (1, 2 …) */
};
enum { SEN_ALIGN_NONE = 0, SEN_ALIGN_LEFT = 1, SEN_ALIGN_CENTER = 2, SEN_ALIGN_RIGHT = 3 };
enum { SEN_CHECK_NONE = 0, SEN_CHECK_OPEN = 1, SEN_CHECK_DONE = 2 };

/* One step of a walk. Begin with SenEvent e = {.struct_size = sizeof e}; the host fills what fits. Fields a kind does not name
 * are 0 or "". Raw HTML is never delivered. */
typedef struct SenEvent {
    uint32_t struct_size;
    uint32_t kind;
    uint32_t entering;                  /* 1 = into the node (or a leaf), 0 = out of it; leaves have no way out */
    uint32_t depth;                     /* 0 = root */
    int32_t level, start, count, column;
    uint32_t ordered, tight, check, align, header;
    int32_t line;                       /* of the source, 0 = unknown */
    SenText text, url, title, info;
    SenText origin;                     /* what it came from ("task:action-month", "node:II.1.a"), "" = nothing known */
    /* 1.2: nodes of one number (not 0) are the same with all inside, from start to stop: what was made of one serves again. */
    uint64_t same;
} SenEvent;

/* --------------------------------------------------------------------------------------------------- the model */

enum { /* SenValue.type */
    SEN_VALUE_NONE = 0,                 /* missing: not zero and not "" */
    SEN_VALUE_BOOL = 1,                 /* integer 0 or 1 */
    SEN_VALUE_INT = 2,                  /* integer */
    SEN_VALUE_NUMBER = 3,               /* number */
    SEN_VALUE_TEXT = 4,                 /* text */
    SEN_VALUE_DATE = 5,                 /* integer = days since 1970-01-01; text = "2026-11-15" */
    SEN_VALUE_WORD = 6,                 /* text = id ("xa"); host->value_text gives what people read ("xã") */
    SEN_VALUE_LIST = 7,                 /* count entries, host->value_at */
    SEN_VALUE_MAP = 8,                  /* count entries, host->value_at gives key and value */
    SEN_VALUE_OBJECT = 9                /* a task, item, indicator, unit …: count fields; text = its type ("task") */
};

/* The plugin sets struct_size before each call, the host fills what fits. */
typedef struct SenValue {
    uint32_t struct_size;
    uint32_t type;
    int64_t integer;
    double number;
    SenText text;
    uint32_t count;
    uint32_t reserved;                  /* 0 */
    const SenRef *ref;                  /* the host's */
} SenValue;

/* ----------------------------------------------------------------------------------------------- what a reader found */

/* Where something stood in the source; 1-based, 0 = does not apply. Tables are numbered in order. */
typedef struct SenPlace {
    uint32_t struct_size;
    int32_t line, page, table, row, column;
} SenPlace;

/* -------------------------------------------------------------------------------------------------------- the host */

enum { SEN_LOG_NOTE = 0, SEN_LOG_WARNING = 1, SEN_LOG_ERROR = 2 };

/* Function table of the host, constant while the program runs. Grows only at its end: test newer entries with
 * SENHOST_HAS. All of 1.0 are present. */
struct SenHost {
    uint32_t struct_size;
    uint16_t abi_major, abi_minor;
    void *ctx;                          /* the host's */

    /* since 1.0: errors, options, sink */
    /* Puts message into the error buffer (a longer one is cut) and returns -1: return h->fail(err, SEN_STR("…")); */
    int (*fail)(SenErr *err, SenText message);
    /* A finding beside the result, for the person who runs the build: level, message. */
    void (*log)(const SenHost *h, uint32_t level, SenText message);
    /* 1 and the value, or 0 when the option is not set. Options known to all: unit.id unit.name unit.kind material title
     * lang, and date when the page depends on the day; the rest are the material's front matter and those of the README. */
    int (*option)(const SenOptions *o, SenText key, SenText *value);
    /* Adds bytes; -1 when the output grows over its limit: return -1 then. */
    int (*write)(SenSink *sink, const void *p, size_t n);

    /* since 1.0: the document */
    /* The next step into *e: 1, or 0 at the end. Starts at the root; the last step leaves it. Hand in the same struct each
     * time and write nothing into it: the host puts back only what the step before had set. */
    int (*doc_next)(SenDoc *doc, SenEvent *e);
    void (*doc_rewind)(SenDoc *doc);
    /* After entering a node that is no leaf: the next step will be its way out. */
    void (*doc_skip)(SenDoc *doc);
    /* The plain text inside the node just entered (without footnotes and marks); does not move. */
    int (*doc_text)(SenDoc *doc, SenText *out);
    /* The bytes of an image or font of content/ by plain name: 0, or -1 when there is none. */
    int (*asset)(const SenOptions *o, SenText name, SenText *bytes);

    /* since 1.0: the model */
    int (*model_root)(SenModel *m, SenValue *out);
    /* A field of an object or map by name: 1 (the value may be NONE), 0 = there is no such field. */
    int (*value_field)(SenModel *m, const SenValue *v, SenText name, SenValue *out);
    /* Entry i (0 …) of a list, map or object; key may be NULL and is "" for lists. 1, or 0 past the end. */
    int (*value_at)(SenModel *m, const SenValue *v, uint32_t i, SenText *key, SenValue *out);
    /* What a page prints for the value: dates as dd/mm/yyyy, words as people read them, lists joined by ", ". */
    int (*value_text)(SenModel *m, const SenValue *v, SenText *out);
    /* What people call a field of an object («chủ trì» for lead): 1, or 0 and the name itself when nothing better is known. */
    int (*value_label)(SenModel *m, const SenValue *v, SenText name, SenText *out);

    /* since 1.0: what a reader reports, in the order of the document; -1 when over a limit: return -1 then */
    int (*line)(SenLines *l, const SenPlace *at, SenText text);
    /* A table's cells come in a run, row by row; a cell of several paragraphs by one call for each, at the same place. */
    int (*cell)(SenLines *l, const SenPlace *at, SenText text, uint32_t rows, uint32_t columns);    /* it spans these */
    /* Something else a person should know: kind is a word of a–z and "-" (heading, number, footnote, deleted, hidden,
     * field, picture, page-break …); what it says of a line stands before that line. */
    int (*mark)(SenLines *l, const SenPlace *at, SenText kind, SenText text);

    /* since 1.0: Vietnamese. Results live until the callback returns. */
    int (*vi_speak)(const SenHost *h, SenText text, SenText *out);      /* as read aloud: numbers, dates, short forms in words */
    int (*vi_number)(const SenHost *h, int64_t n, SenText *out);        /* 21 -> "hai mươi mốt" */
    int (*vi_fold)(const SenHost *h, SenText text, SenText *out);       /* lower case without accents, for comparing */
    int (*vi_compare)(const SenHost *h, SenText a, SenText b);          /* dictionary order: <0, 0, >0 */
    uint32_t (*vi_syllables)(const SenHost *h, SenText text);           /* after vi_speak: how long it takes to read */

    /* since 1.1: runs the program of a SEN_WALL_EXEC plugin (not in start) with these arguments and standard input, no files,
     * no network: *output = what it printed (at most 32 MiB, until the callback returns), *status = its exit code. -1 when it
     * is missing, died or was stopped: return fail then, the host tells its own reason. */
    int (*run)(const SenHost *h, const SenText *args, size_t n_args, SenText input, SenText *output, int32_t *status);
};

#define SENHOST_HAS(h, fn) ((h)->struct_size >= offsetof(SenHost, fn) + sizeof((h)->fn) && (h)->fn != NULL)

/* -------------------------------------------------------------------------------------------------------- the plugin */

enum { SEN_WANTS_DOC = 1, SEN_WANTS_MODEL = 2, SEN_WANTS_EITHER = 3 };

typedef struct SenOutput {
    uint32_t struct_size;
    uint32_t wants;                     /* SEN_WANTS_… */
    SenText id;                         /* [a-z][a-z0-9-]*; channels and --format name it */
    SenText title;                      /* for people, in Vietnamese */
    SenText suffix;                     /* of the file, without the first dot; unique among all outputs: "zalo.txt" */
    SenText mime;
    /* Writes the whole result to sink. doc or model is NULL (with SEN_WANTS_EITHER exactly one is given). */
    int (*render)(void *state, const SenHost *h, SenDoc *doc, SenModel *model, const SenOptions *options, SenSink *sink,
                  SenErr *err);
} SenOutput;

typedef struct SenReader {
    uint32_t struct_size;
    uint32_t reserved;                  /* 0 */
    SenText id, title;
    SenText suffixes;                   /* separated by spaces, without dots: "docx dotx" */
    /* 1 when these bytes are of this kind, else 0; NULL = by the suffix alone. Must be quick. The host has advice for what read
     * refuses as "locked:" "damaged:" "hostile:" "no-text:" "empty:" "too-large:" "wrong-kind:" "macro:" "links:". */
    int (*knows)(void *state, const SenHost *h, SenText bytes);
    int (*read)(void *state, const SenHost *h, SenText bytes, const SenOptions *options, SenLines *lines, SenErr *err);
} SenReader;

enum { /* SenPlugin.wall */
    SEN_WALL_SEALED = 0,                /* start runs before the seal; afterwards no file, no process, no network */
    SEN_WALL_FILES = 1,                 /* its own child: read-only fonts and content ($SEN_CONTENT), $TMPDIR is its own */
    SEN_WALL_EXEC = 2                   /* may start exactly the program it names */
};

typedef struct SenPlugin {
    uint32_t struct_size;
    uint16_t abi_major, abi_minor;      /* SEN_ABI_MAJOR, SEN_ABI_MINOR of the header it was built with */
    uint32_t wall;
    uint32_t reserved;                  /* 0 */
    SenText name;                       /* the name of its folder: [a-z][a-z0-9-]* */
    SenText version, license, summary;
    const SenOutput *const *outputs;    /* NULL-ended, may be NULL */
    const SenReader *const *readers;    /* NULL-ended, may be NULL */
    SenText program;                    /* SEN_WALL_EXEC: absolute path, else "" */
    /* Once, in sorted order of plugins, after all descriptors were checked. May set *state. NULL = nothing to do. */
    int (*start)(const SenHost *h, void **state, SenErr *err);
    void (*stop)(void *state);          /* once, only after a start that gave 0; NULL = nothing to do */
} SenPlugin;

/* The only symbol a plugin exports. Returns a static descriptor and does nothing else. */
#if defined(__GNUC__)
__attribute__((visibility("default")))
#endif
const SenPlugin *sen_plugin_v1(void);

#ifdef __cplusplus
}
#endif
#endif
