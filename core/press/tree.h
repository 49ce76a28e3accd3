/* tree.h - the folder out/ and what a build remembers of it; runs in the parent, knows no Lua, no Markdown, no database.
 *
 * A build: tree_open; per unit tree_unit_begin, and when that says the unit is stale tree_unit_put for each file, then
 * tree_unit_end (or tree_unit_fail: its earlier files stay); tree_close. Different units may be driven by different threads.
 * Up to TREE_SMALL changed files are held back and renamed into place one by one; more are written in place under a mark.
 * Killed at any point, the next build ends byte-equal to a clean one. Nothing follows a symbolic link below out/. */
#ifndef SEN_PRESS_TREE_H
#define SEN_PRESS_TREE_H
#include <stdint.h>
#include "core/base/buf.h"
#include "core/base/err.h"

enum { TREE_SMALL = 64 };

/* --- what a unit's files depend on --- */

/* A 128-bit hash over everything that decides a unit's files: layer files, unit files, database revision, options. */
typedef struct TreeHash { uint64_t a, b; } TreeHash;
TreeHash tree_hash_start(void);
void tree_hash_add(TreeHash *h, const void *p, size_t n);  /* length included: ("ab","c") differs from ("a","bc") */
void tree_hash_text(TreeHash *h, const char *s);           /* NULL differs from "" */
void tree_hash_int(TreeHash *h, int64_t v);

/* --- the tree --- */

typedef struct Tree Tree;
typedef struct TreeUnit TreeUnit;

typedef struct TreeOptions {
    int verify;                            /* compare all bytes, trust no memory */
    int partial;                           /* only some materials or formats are built: delete nothing, remember nothing new */
    int64_t day;                           /* today as a day number, for units that read the date */
} TreeOptions;

typedef struct TreeCounts { size_t written, same, removed, units_fresh, units_built, units_failed; } TreeCounts;

/* Opens (makes) `dir`, takes its lock and reads its memory; a damaged memory is forgotten. `shown` as in file.h. */
Tree *tree_open(const char *dir, const char *shown, const TreeOptions *o, Err *e);
/* 1 when an earlier build was killed half-way: mixed files may stand in `dir`. Takes no lock. */
int tree_interrupted(const char *dir);

/* Is the unit's output what these inputs give, and still there? 1 = fresh, nothing to do. 0 = build it, *u set. -1 and e. */
int tree_unit_begin(Tree *t, const char *unit, TreeHash inputs, TreeUnit **u, Err *e);
/* How the unit's folder looks, for tree_unit_is_fresh: any thread may ask, by a handle of its own. 0 = there is none. */
int64_t tree_unit_stamp(const Tree *t, int handle, const char *unit);
/* The folder once more, for one thread: threads that share a handle wait for each other. Close it; -1 = it could not be opened,
 * which tree_unit_stamp takes. */
int tree_handle(const Tree *t);
/* The question of tree_unit_begin alone, with the stamp taken before: nothing is begun. Fresh ones are counted. */
int tree_unit_is_fresh(Tree *t, const char *unit, TreeHash inputs, int64_t stamp);
/* A note for the next build, beside the memory; losing it costs time only. */
int tree_keep_note(Tree *t, const char *name, Str bytes, Err *e);
/* One file; name is [a-z0-9._-]+, not starting with ".". Bytes are copied when they are held back. */
int tree_unit_put(TreeUnit *u, const char *name, Str bytes, Err *e);
/* A file that could not be made: the one from before stays, and the unit is built again next time. */
int tree_unit_keep(TreeUnit *u, const char *name, Err *e);
void tree_unit_incomplete(TreeUnit *u);    /* something was wrong with it: build it again next time, so that it is said again */
/* All files are there: files the memory knows and that were not put are removed. reads_day = the unit read the date. */
int tree_unit_end(TreeUnit *u, int reads_day, Err *e);
void tree_unit_fail(TreeUnit *u);          /* forgets what was put and the memory of the unit; takes NULL */

/* Removes what the memory knows of units that are not in `units` (sorted or not). */
int tree_drop_others(Tree *t, const char *const *units, size_t n, Err *e);

/* Puts everything in place, writes the memory, takes the mark away, frees t. On failure the memory is not renewed. */
int tree_close(Tree *t, TreeCounts *counts, Err *e);
void tree_abandon(Tree *t);                /* frees without finishing, as a kill would; takes NULL */
#endif
