/* tree_parts.h - the inside of the output tree, for tree.c, tree_memory.c and tree_write.c only. */
#ifndef SEN_PRESS_TREE_PARTS_H
#define SEN_PRESS_TREE_PARTS_H
#include "core/base/map.h"
#include "core/base/mem.h"
#include "core/press/tree.h"
#include <pthread.h>

#define TREE_DIR ".sen-build"
#define TREE_MARK TREE_DIR "/building"
#define TREE_MEMORY TREE_DIR "/memory"

/* What is known of one file of a unit: whether a build made it, and its bytes. */
typedef struct TreeFile {
    const char *name;                      /* interned in the Memory */
    uint64_t size, sum;
} TreeFile;

typedef struct TreeRecord {
    const char *unit;                      /* interned */
    TreeHash inputs;                       /* {0,0} = not known: build it */
    int64_t day;                           /* the day it was built for when it read the date, else -1 */
    int64_t stamp;                         /* mtime of its folder in ns after the build */
    TreeFile *files;                       /* cap 0: in the arena, as they were read; else malloc'd */
    uint32_t n, cap;
    uint8_t gone;                          /* no such unit any more: not saved */
    uint8_t touched;                       /* its folder changed in this build: take the stamp again */
} TreeRecord;

typedef struct TreeMemory {
    Arena *arena;
    Map *names;                            /* interned texts: name -> itself */
    Map *units;                            /* unit -> TreeRecord (in the arena) */
} TreeMemory;

void tree_memory_init(TreeMemory *m);
void tree_memory_free(TreeMemory *m);
const char *tree_memory_intern(TreeMemory *m, const char *s);
TreeRecord *tree_memory_record(TreeMemory *m, const char *unit);       /* made when there is none */
TreeFile *tree_memory_file(TreeMemory *m, TreeRecord *r, const char *name);   /* made when there is none */
TreeFile *tree_memory_find(const TreeRecord *r, const char *name);     /* NULL when not known */
int tree_memory_load(TreeMemory *m, Str bytes);                        /* -1 = damaged: nothing is taken */
void tree_memory_save(const TreeMemory *m, Buf *out);

uint64_t tree_sum(const void *p, size_t n);
int tree_name_ok(const char *name);                                    /* of a file in a unit's folder */

/* One change that waits: new bytes, or NULL = remove. */
typedef struct TreeChange {
    char *unit, *name, *bytes;
    size_t n;
    int unknown;                           /* no memory knows this file yet: the mark has to name it */
} TreeChange;

typedef struct TreeChanges { TreeChange *v; size_t n, cap, bytes; } TreeChanges;

struct Tree {
    char *shown;
    int root, own, lock_fd;                /* out/, out/.sen-build, its lock */
    TreeOptions o;
    TreeMemory memory;
    pthread_mutex_t lock;                  /* guards memory, held, marked, counts */
    TreeChanges held;                          /* of finished units, while the build is small */
    int large, marked, interrupted, dirty, broken, mark_fd;
    TreeCounts counts;
};

/* --- tree_mark.c: changes that wait; the mark, there while files may be mixed, names files that no memory knows yet --- */

enum { TREE_MEMORY_MOST = 512 * 1024 * 1024 };
void tree_changes_free(TreeChanges *c);
void tree_changes_push(TreeChanges *c, TreeChange one);                /* takes one over */
/* bytes NULL = remove the file. unknown: no memory knows it yet, the mark has to name it. Copies all. */
void tree_changes_add(TreeChanges *c, const char *unit, const char *name, const Str *bytes, int unknown);
int tree_mark_set(Tree *t, Err *e);                                    /* once; the caller holds the lock */
int tree_mark_note(Tree *t, const TreeChange *c, Err *e);
void tree_mark_read(Tree *t);              /* what a killed build may have left: files become known, no unit counts as fresh */

/* --- tree_write.c: files below a folder, never through a link --- */

/* 1 = the file is there with exactly these bytes. */
int tree_write_same(int dir, const char *name, Str bytes);
/* Over the old bytes, without truncating first. */
int tree_write_in_place(int dir, const char *name, Str bytes, const char *shown, Err *e);
/* A temporary file in tmp_dir, fsync, rename to dir/name. */
int tree_write_whole(int tmp_dir, const char *tmp, int dir, const char *name, Str bytes, const char *shown, Err *e);
int tree_write_remove(int dir, const char *name, const char *shown, Err *e);    /* not there is fine */
/* folder fd, -1; make 0: e stays empty when it is not there */
int tree_write_open_unit(int root, const char *unit, int make, const char *shown, Err *e);
int tree_write_read(int dir, const char *name, size_t cap, Buf *out);  /* 0/-1 */
int tree_write_fail(const char *shown, const char *unit, const char *name, Err *e);          /* from errno; returns -1 */
#endif
