/* seen.h - how the files looked that a build read: while they look the same their bytes need not be read again.
 * Kept in out/.sen-build/seen; losing it only costs time. Knows no Lua, no database, no output. */
#ifndef SEN_APP_SEEN_H
#define SEN_APP_SEEN_H
#include "core/app/look.h"
#include "core/base/pack.h"
#include "core/press/tree.h"

/* Paths with size, times and number, in the order they were looked at. One changed less than two seconds before it was noted
 * may change again without showing it: such a trail is not settled and must not be kept. */
typedef struct Trail { Buf b; int unsettled; } Trail;
void trail_note(Trail *t, const char *path);               /* before it is read; t NULL = nobody asks. Missing is noted too */
int trail_holds(Str noted);                                /* 1 = everything looks as it did */
/* The same for a trail most of whose paths begin with `prefix` (ending in "/"), which is the open folder dir; one of them, the
 * rest of whose path is `known`, was looked at already. */
typedef struct TrailNear { const char *prefix, *known; int dir; const Look *look; } TrailNear;
int trail_holds_near(Str noted, const TrailNear *near);
void trail_free(Trail *t);

/* What the start of a build found out. */
typedef struct SeenStart {
    TreeHash home;                                         /* which folder: a copy must not believe the trails of the other */
    TreeHash key, base, plans;                             /* options and program; bytes of the layers; bytes of the plans */
    Str layers, database;                                  /* trails */
    Str space, findings;                                   /* the workspace's model and the base's findings, packed */
    Str outputs;                                           /* ids whose plugins the build loaded, separated by spaces */
} SeenStart;
void seen_pack_start(Buf *out, const SeenStart *s);
void seen_pack_unit(Buf *out, const char *id, TreeHash request, Str trail);        /* in the order of ids */
void seen_seal(const Buf *body, Buf *out);                 /* any such note: a mark and a sum before it */
int seen_open(const char *path, Buf *bytes, Unpack *body); /* 0; -1 when there is none or it is damaged; free bytes in any case */
void seen_pack_hash(Buf *out, TreeHash h);
TreeHash seen_unpack_hash(Unpack *u);

typedef struct Seen { Buf bytes; SeenStart start; const char *at, *end; } Seen;
/* 0; -1 when there is none or it is damaged. */
int seen_load(Seen *s, const char *out_dir);
/* The record of a unit; ids must be asked for in rising order. 1 = there is one. */
int seen_unit(Seen *s, const char *id, TreeHash *request, Str *trail);
void seen_rewind(Seen *s);
void seen_free(Seen *s);
#endif
