/* err.h - what went wrong, where in the user's file, and what to do; knows no language but by the message table.
 *
 * An Err or Finding holds a code (SENnnnn) and its arguments, never a sentence: the sentence is made when it is
 * shown, in the language of the person who reads it (messages.def has both). So no room needs to know the language. */
#ifndef SEN_BASE_ERR_H
#define SEN_BASE_ERR_H
#include <stddef.h>
#include "core/base/buf.h"
#include "core/base/mem.h"

/* The numbers of messages.def: SEN1001 … */
typedef enum Code {
    SEN_OK = 0,
#define M(number, severity, exit, vi, en, fix_vi, fix_en, example) SEN##number = number,
#include "core/base/messages.def"
#undef M
} Code;

typedef enum Severity { SEV_NOTE, SEV_WARNING, SEV_ERROR } Severity;
typedef enum Lang { LANG_VI, LANG_EN } Lang;

#define ERR_ARGS 4
#define ARG "\x1f"                                   /* separates the arguments in a format */
#define ERR_BOTH "\xEF\xA3\xBF"                      /* in an argument: words in Vietnamese ERR_BOTH the same in English */

/* One failure, on the caller's stack, always the last parameter. Set once where it is known. */
typedef struct Err {
    Code code;
    int line, col;                                   /* 1-based, 0 = unknown */
    char file[256];                                  /* as the user named it, "" = none */
    char arg[ERR_ARGS][256];
} Err;

/* Sets the code and its arguments, returns -1: `return err_set(e, SEN1001, "%s", path);`
 * Several arguments are separated by ARG: err_set(e, SEN8003, "%s" ARG "%d", name, n). Never overwrites an error. */
int err_set(Err *e, Code code, const char *args, ...) __attribute__((format(printf, 3, 4)));
int err_at(Err *e, const char *file, int line, int col);   /* adds the place when none is set; returns -1 */

/* What a check, an import or a build has to say: many per run. Texts are copied into `arena`. */
typedef struct Finding {
    Severity severity;
    Code code;
    const char *file;                                /* may be NULL */
    int line, col;
    const char *id;                                  /* address of what it is about ("task:x.due"), may be NULL */
    const char *arg[ERR_ARGS];                       /* NULL-ended unless full */
} Finding;

typedef struct Findings {
    Arena *arena;                                    /* owned by the caller */
    Finding *v;
    size_t n, cap;
    size_t dropped;                                  /* beyond FINDINGS_MOST */
} Findings;
enum { FINDINGS_MOST = 2000 };

void findings_init(Findings *f, Arena *a);
void findings_free(Findings *f);                     /* frees the list, not the arena; takes NULL */
/* Severity comes from messages.def. args as in err_set. */
void findings_add(Findings *f, Code code, const char *file, int line, int col, const char *id, const char *args, ...)
    __attribute__((format(printf, 7, 8)));
void findings_add_err(Findings *f, const Err *e);
void findings_copy(Findings *f, const Finding *one); /* a deep copy of one */
void findings_sort(Findings *f);                     /* by file, line, col, code; removes exact doubles */
void findings_drop_notes(Findings *f);               /* only warnings and errors stay */
size_t findings_count(const Findings *f, Severity at_least);

/* The message table. */
Severity err_severity(Code c);
int err_exit(Code c);                                /* exit code of cli-contract.md for this code */
void err_message(Code c, Lang lang, const char *const *args, size_t n, Buf *out);
void err_remedy(Code c, Lang lang, const char *const *args, size_t n, Buf *out);    /* may add nothing */
const char *err_example(Code c);                     /* NULL when there is none */
int err_code_from_name(const char *name, Code *out); /* "SEN1001" or "1001"; -1 when unknown */

/* `file:line:col: error[SEN1001]: message` and, on a second line, the remedy. Control characters are escaped. */
void finding_print(const Finding *f, Lang lang, Buf *out);
void err_print(const Err *e, Lang lang, Buf *out);
#endif
