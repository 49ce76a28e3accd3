/* scan.h - reads a script's tokens before it runs: the line of each field, doubled fields, characters from Word; knows no Lua
 * state. */
#ifndef SEN_SCRIPT_SCAN_H
#define SEN_SCRIPT_SCAN_H
#include <stddef.h>
#include <string.h>
#include "core/base/err.h"
#include "core/base/mem.h"

typedef enum TokenKind { TOKEN_NAME, TOKEN_STRING, TOKEN_NUMBER, TOKEN_SYMBOL, TOKEN_END } TokenKind;

typedef struct Token {
    TokenKind kind;
    int line, col;                         /* col in characters, from 1 */
    int end_line;                          /* of a long string */
    const char *p;                         /* the bytes in the source; of a string without its quotes, as written */
    size_t n;
    int broken;                            /* a string without its closing quote */
    char mark;                             /* what it is for those who count brackets: MARK_…; 0 = any other */
} Token;
/* A symbol of one byte is its own mark; the words that open and close are these. */
enum { MARK_FUNCTION = 'F', MARK_IF = 'I', MARK_DO = 'D', MARK_REPEAT = 'R', MARK_END = 'E', MARK_UNTIL = 'U', MARK_ELSEIF = 'L',
       MARK_LOGIC = 'A', MARK_JUMP = 'J' };

typedef struct ScanField {
    const char *p;                         /* NULL = positional */
    size_t n;
    int line, col;
    int index;                             /* positional: 1, 2 … */
} ScanField;

/* A word, perhaps an id, and braces: task "x" { … }. */
typedef struct ScanBlock {
    int line;                              /* of its first word */
    const char *id;                        /* literal id as written, NULL = an expression or none */
    size_t id_n;
    int doubled;                           /* line of a field given twice, 0 = none */
    ScanField *field;
    size_t n;
    int used;                              /* taken by a statement at run time */
} ScanBlock;

typedef struct Scan {
    Arena *arena;                          /* owned */
    const char *text;                      /* the source, as its tokens point into it */
    Token *token;
    size_t n_tokens;
    ScanBlock *block;
    size_t n_blocks;
} Scan;

/* Reads the tokens of NFC source. Foreign characters and doubled fields go to f; *bad = 1 when the file cannot be run. */
Scan *scan_new(const char *s, size_t n, const char *file, Findings *f, int *bad);
/* 0; -1 and a finding at the line when Lua's parser should not be asked to read it: too deep, or too many jumps. */
int scan_check_size(const Scan *s, const char *file, Findings *f);
void scan_free(Scan *s);                   /* takes NULL */
/* 1 when it reads so and is no string; t may be NULL. In the header, so that the length of a literal is known where it stands. */
static inline int scan_is(const Token *t, const char *text)
{
    size_t n = strlen(text);
    return t && t->n == n && t->kind != TOKEN_STRING && !memcmp(t->p, text, n);
}
/* The block of a statement at `line` with this id (NULL = none); each is found once. NULL = written in another way. */
ScanBlock *scan_find(Scan *s, int line, const char *id);
int scan_field_line(const ScanBlock *b, const char *name, int index, int *col);   /* 0 = unknown; name NULL = by position */
/* The token before the first one at or after line whose text is `near`; NULL when unknown. For messages about what is missing. */
const Token *scan_before(const Scan *s, int line, const char *near, size_t n);
/* The innermost bracket (words: function, if, do, repeat) still open before the token `until`; NULL = none. */
const Token *scan_open(const Scan *s, const Token *until, int words);
#endif
