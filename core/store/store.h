/* store.h - the workspace's database (sen.db): what cannot be derived. Knows no command line, no Lua, no JSON.
 *
 * A Store is one connection, used by one thread, in the parent process only; it is never carried over a fork.
 * Declarations (tasks, items, indicators …) live in scripts. Here are units seen, plans and their versions, ticks, values,
 * corrected links, trust, and the journal of every command.
 *
 * Writing: store_begin … store_put_* … store_commit, one transaction per command. Times ("at") come from the caller as text
 * ("2026-06-01T08:30:00"), never from a clock. All texts given are UTF-8 NFC; NULL is kept apart from "".
 * Texts returned live in the arena named by the caller. Functions return 0/-1 and fill `e` unless they say otherwise. */
#ifndef SEN_STORE_STORE_H
#define SEN_STORE_STORE_H
#include <stddef.h>
#include <stdint.h>
#include "core/base/buf.h"
#include "core/base/date.h"
#include "core/base/err.h"
#include "core/base/mem.h"
#include "core/model/plan.h"

typedef struct Store Store;
typedef enum StoreMode { STORE_READ, STORE_WRITE } StoreMode;

/* --- open and close --- */

/* Makes a new database. Refuses when something is there (SEN5010). Nothing half made is left behind. The command that makes it
 * is the first journal entry and cannot be undone. */
int store_create(const char *path, const char *at, const char *who, Err *e);
/* The same; `first` (may be NULL) puts rows in that first command: 0/-1. */
int store_create_with(const char *path, const char *at, const char *who, int (*first)(void *self, Store *s, Err *e), void *self,
                      Err *e);

/* Opens it. `path` is always a plain file name ("file:x?y" too). An older schema is migrated first, after a backup file beside it
 * was written (store_upgrade_backup). Foreign, newer, damaged or altered files are refused (SEN5001-5004). NULL on failure.
 * STORE_READ never changes a row but may have to roll back what a killed process left. */
Store *store_open(const char *path, StoreMode mode, Err *e);
void store_close(Store *s);                              /* takes NULL; an open transaction is rolled back */
const char *store_upgrade_backup(const Store *s);        /* the backup written by a migration in this store_open, or NULL */
void store_set_wait(Store *s, int ms);                   /* how long to wait for another writer; 5000 unless told */

/* --- transactions --- */

typedef struct StoreCommand {
    const char *command;                                 /* what was typed, for people: "tick action-month/radio" */
    const char *who;                                     /* person or account; NULL = unknown */
    const char *at;                                      /* "2026-06-01T08:30:00" */
    int64_t seen;                                        /* store_revision the decision was based on; -1 = any. Else SEN5011 */
    int final;                                           /* 1 = cannot be undone (made folders, sent something …) */
} StoreCommand;

int store_begin(Store *s, const StoreCommand *c, Err *e);   /* takes the write lock at once; texts are copied */
/* journals and commits; on failure all is rolled back, the old state kept */
int store_commit(Store *s, Err *e);
int64_t store_command_seq(const Store *s);               /* the number the open command will have in the journal */
void store_rollback(Store *s);                           /* harmless without a transaction */
/* 1 = the transaction just committed (or the open one) changed something */
int store_changed(const Store *s);

/* One consistent view for many reads (a build). Nests with nothing. */
int store_read_begin(Store *s, Err *e);
void store_read_end(Store *s);

/* Revisions: a number that grows with every commit. What a unit's pages depend on: the unit's own and unit "" (plans, links
 * of all). 0 = nothing was ever recorded for it. -1 on failure. */
int64_t store_revision(Store *s, Err *e);
int64_t store_unit_revision(Store *s, const char *unit, Err *e);

/* --- journal and undo --- */

typedef struct StoreEntry {                              /* one command */
    int64_t seq;
    const char *at, *who, *command;                      /* who may be NULL */
    int64_t undone_by;                                   /* seq of the undo that took it back, 0 = stands */
    int is_undo, final;
    size_t n_changes;
} StoreEntry;
/* The newest `most` entries, newest first. */
int store_journal(Store *s, size_t most, Arena *a, StoreEntry **entries, size_t *n, Err *e);

/* before/after: JSON objects, NULL = no row */
typedef struct StoreChange { const char *what, *id, *before, *after; } StoreChange;
int store_changes(Store *s, int64_t seq, Arena *a, StoreChange **changes, size_t *n, Err *e);

/* A text that the open command appends to a file of the workspace (path relative to it). Order for the caller:
 * store_begin, store_add_statement, write the file, store_commit; when the commit fails, put the old bytes back (pending.h). */
typedef struct StoreStatement { int64_t seq; const char *path, *text; } StoreStatement;
int store_add_statement(Store *s, const char *path, const char *text, Err *e);

/* A whole file of the workspace that the open command writes, with its bytes before and after; p NULL = there is no file.
 * Order for the caller: as for a statement. */
typedef struct StoreRewrite { int64_t seq; const char *path; Str before, after; } StoreRewrite;
int store_add_rewrite(Store *s, const char *path, Str before, Str after, Err *e);

typedef struct StoreUndo {
    StoreEntry *entries;         size_t n_entries;       /* what is taken back, newest first */
    StoreStatement *statements;  size_t n_statements;    /* texts to take out of files, newest first */
    StoreRewrite *rewrites;      size_t n_rewrites;      /* files to write back as they were before, newest first */
} StoreUndo;
/* Inside a transaction: takes back the newest n commands that still stand, as part of the open command (one journal entry).
 * Refuses (the transaction should then be rolled back) when there are fewer (SEN5012), one is final (SEN5013) or a later change
 * stands on it (SEN5014). The caller takes the statements out of their files before store_commit. */
int store_undo(Store *s, size_t n, Arena *a, StoreUndo *out, Err *e);

/* --- units seen --- */

/* all but id, name may be NULL */
typedef struct StoreUnit { const char *id, *name, *kind, *parent; Date valid_from, valid_to; } StoreUnit;
int store_put_unit(Store *s, const StoreUnit *u, Err *e);
int store_units(Store *s, Arena *a, StoreUnit **units, size_t *n, Err *e);      /* by id */

/* Small facts of the workspace (name = value), as text. *value is NULL when there is none. */
int store_put_setting(Store *s, const char *name, const char *value, Err *e);   /* value NULL removes it */
int store_setting(Store *s, const char *name, Arena *a, const char **value, Err *e);

/* --- plans --- */

typedef enum StoreOutcome { STORE_SAME, STORE_NEW_VERSION, STORE_NEW_PLAN } StoreOutcome;
typedef enum StoreMoveKind { MOVE_MOVED, MOVE_EDITED, MOVE_NEW, MOVE_GONE, MOVE_SPLIT, MOVE_JOINED } StoreMoveKind;

/* One clause that is not where, or not what, it was. MOVED: same text elsewhere. EDITED: same owner, other text (its address may
 * differ too). NEW: `from` is NULL. SPLIT: new clause `to` whose text was part of `from`. GONE: `to` is NULL.
 * JOINED: `from` is gone, its text is now part of `to`. */
typedef struct StoreMove { StoreMoveKind kind; const char *key, *from, *to; } StoreMove;

typedef struct StorePut {
    StoreOutcome outcome;
    const char *id;                                      /* "kh-ubnd-2026" */
    int version;                                         /* 1, 2, … */
    size_t kept;                                         /* clauses unchanged at the same address */
    StoreMove *moves; size_t n_moves;                    /* in document order of the new version, gone ones last */
} StorePut;

/* Puts a plan as read. Same identity (issuer folded, type, symbol, plan year, number when both have one) = a new version of that
 * plan, aligned with the newest (model/align.h); the same content again writes nothing (STORE_SAME).
 * Sets the keys of p's nodes (in p->arena). source: the file's name; sha256: 64 hex digits of its bytes. */
int store_put_plan(Store *s, Plan *p, const char *source, const char *sha256, Arena *a, StorePut *out, Err *e);

/* Which plan this would be a further version of, without writing: its id (NULL = none) and its newest version, whose clauses have
 * their keys (the caller's: plan_free). */
int store_match_plan(Store *s, const Plan *p, Arena *a, const char **id, Plan **newest, Err *e);

typedef struct StorePlan {
    const char *id, *type, *number, *symbol, *issuer, *subject;      /* of the newest version; any but id may be NULL */
    int year;                                            /* the plan's year, 0 = unknown */
    int version, n_versions;
    const char *source, *sha256, *at, *who;              /* of the newest version */
    size_t n_nodes;
} StorePlan;
int store_plans(Store *s, Arena *a, StorePlan **plans, size_t *n, Err *e);      /* the one imported last first */
/* A plan with its keys. id NULL = imported last; version 0 = newest. *plan is NULL (and 0 returned) when there is no such plan.
 * The caller frees it with plan_free. */
int store_plan(Store *s, const char *id, int version, Plan **plan, Err *e);
/* What changed between two versions; 0, 0 = from the last but one to the newest (none when there is one version). */
int store_moves(Store *s, const char *id, int from, int to, Arena *a, StoreMove **moves, size_t *n, Err *e);
/* Where the text that stood at `address` in version `version` (0 = the last but one) stands in the newest: *now is its address
 * there, or the address of the clause it was joined into, or NULL when it is gone. *key is its permanent key, NULL when the
 * address was unknown. */
int store_where(Store *s, const char *id, int version, const char *address, Arena *a, const char **key, const char **now, Err *e);

/* --- ticks --- */

typedef struct StoreTick {
    const char *unit, *item;                             /* "xa-tan-quy", "action-month/radio" */
    Date on;
    int times;                                           /* >= 1, on that day */
    const char *note, *evidence, *evidence_sha256, *by;  /* may be NULL; evidence is a file name */
    const char *at;                                      /* when it was entered; set by the store */
} StoreTick;
int store_put_tick(Store *s, const StoreTick *t, int *replaced, Err *e);    /* one per unit, item and day; replaced may be NULL */
int store_drop_tick(Store *s, const StoreTick *t, Err *e);                  /* of that unit, item and day */
int store_ticks(Store *s, const char *unit, Arena *a, StoreTick **ticks, size_t *n, Err *e);    /* by item, day */

/* --- values --- */

typedef struct StoreValue {
    const char *unit, *indicator, *period;               /* "2026", "2026-Q2", "2026-06" */
    const char *dimensions;                              /* "sex=nu;age=15-24": sorted by name by the caller; "" = none */
    /* exact decimals as text ("12", "-3.5"); d NULL = no denominator; n NULL = missing */
    const char *n, *d;
    const char *state;                                   /* estimate, provisional, final */
    Date as_of;                                          /* DATE_NONE = not said */
    const char *who;                                     /* may be NULL */
    const char *at;                                      /* when it was entered; set by the store */
} StoreValue;
int store_put_value(Store *s, const StoreValue *v, int *replaced, Err *e);
/* by indicator, period, dimensions */
int store_values(Store *s, const char *unit, Arena *a, StoreValue **values, size_t *n, Err *e);

/* --- links between tasks and clauses, as the ward corrected them --- */

/* unit "" = all units; yes 0 = not linked */
typedef struct StoreLink { const char *unit, *task, *key; int yes; const char *why, *by; } StoreLink;
int store_put_link(Store *s, const StoreLink *l, Err *e);
/* those of "" and of the unit, by task, key */
int store_links(Store *s, const char *unit, Arena *a, StoreLink **links, size_t *n, Err *e);

/* What a script's clause address meant when a newer version of the plan came: recorded in the importing command before
 * store_put_plan, so that an address that now holds another text is an error that names where its text went. */
typedef struct StoreRef { const char *owner, *plan, *address, *key; } StoreRef;    /* owner: "xa-tan-quy/task:action-month" */
int store_put_ref(Store *s, const StoreRef *r, Err *e);
int store_refs(Store *s, Arena *a, StoreRef **refs, size_t *n, Err *e);             /* by owner, plan, address */
/* Only those whose owner begins with "PREFIX:". */
int store_refs_of(Store *s, const char *prefix, Arena *a, StoreRef **refs, size_t *n, Err *e);

/* --- what came from elsewhere: files, the decisions about them, keys, layers (layers.c) --- */

/* A file of the workspace that was not made here: it runs only when trust allows exactly its bytes. */
typedef struct StoreArrival { const char *path, *source, *sha256, *who, *at; } StoreArrival;
int store_put_arrival(Store *s, const StoreArrival *x, Err *e);         /* one per path, the newest; at is set by the store */
int store_drop_arrival(Store *s, const char *path, Err *e);
int store_arrivals(Store *s, Arena *a, StoreArrival **v, size_t *n, Err *e);      /* by path */

/* signer: the key (hex) by which it was allowed, NULL = by a person who read it */
typedef struct StoreTrust { const char *path, *sha256, *permissions, *who, *at, *signer; int allow; } StoreTrust;
int store_put_trust(Store *s, const StoreTrust *t, Err *e);
int store_trusts(Store *s, Arena *a, StoreTrust **v, size_t *n, Err *e);          /* by path, sha256 */

/* key: 64 hex digits of an Ed25519 public key; scope: "layer" or "layer:NAME" */
typedef struct StoreKey { const char *key, *name, *scope, *who, *at; } StoreKey;
int store_put_key(Store *s, const StoreKey *k, Err *e);
int store_drop_key(Store *s, const char *key, Err *e);
int store_keys(Store *s, Arena *a, StoreKey **v, size_t *n, Err *e);              /* by name, key */

/* path: its folder in the workspace ("layers/dong-thap"); sha256: of the file it came in; signed_by: a key or NULL.
 * The layer "sen" is the program's own base layer as last taken up, path "sen:". */
typedef struct StoreLayer { const char *name, *version, *path, *sha256, *signed_by, *who, *at; } StoreLayer;
typedef struct StoreLayerFile { const char *path, *sha256, *text; } StoreLayerFile;    /* path inside the layer */
int store_put_layer(Store *s, const StoreLayer *l, const StoreLayerFile *files, size_t n, Err *e);   /* its files become these */
int store_drop_layer(Store *s, const char *name, Err *e);
int store_layers(Store *s, Arena *a, StoreLayer **v, size_t *n, Err *e);          /* by name */
/* By path. texts 0 = their texts are not read (NULL). */
int store_layer_files(Store *s, const char *layer, int texts, Arena *a, StoreLayerFile **v, size_t *n, Err *e);

/* --- decisions that wait for the ward, and what went out (proposals.c) --- */

typedef enum ProposalState { PROPOSAL_OPEN, PROPOSAL_ACCEPTED, PROPOSAL_REJECTED } ProposalState;
/* One thing to decide. base: what both started from; theirs: the new one; mine: the unit's own. Texts may be NULL. */
typedef struct StoreProposal {
    int64_t id;                                          /* 1, 2, …; 0 = new */
    const char *unit;                                    /* "" = the workspace */
    const char *source, *sha256;                         /* what brought it: "sen 0.4", "layers/dong-thap", a file; its hash */
    const char *kind;                                    /* "field", "block", "gone" … */
    const char *address, *field;                         /* "task:action-month" "lead"; "content/leaflet.md" "3" */
    const char *base, *theirs, *mine, *note;
    ProposalState state;
    const char *why, *who, *at;                          /* of the decision; before it, of the arrival */
} StoreProposal;
int store_put_proposal(Store *s, StoreProposal *p, Err *e);              /* a new one gets its id */
int store_proposals(Store *s, Arena *a, StoreProposal **v, size_t *n, Err *e);    /* all, by id */

/* A text that went out under a number and a date (dates are ISO in the database). */
typedef struct StoreIssued { const char *unit, *material, *number; Date on; const char *file, *sha256, *who, *at; } StoreIssued;
int store_put_issued(Store *s, const StoreIssued *x, Err *e);            /* one per unit, material, number and day */
int store_issued(Store *s, const char *unit, Arena *a, StoreIssued **v, size_t *n, Err *e);    /* by material, day */

/* For each unit whose profile names `parent` as the one above: the day its newest plan («…/KH-…») was issued. */
int store_issued_below(Store *s, const char *parent, Arena *a, Date **days, size_t *n, Err *e);

/* What the unit's calendar last said about an event: SEQUENCE, and the hash of its text. */
typedef struct StoreEvent { const char *unit, *uid; int sequence; const char *sha256, *at; } StoreEvent;
int store_put_event(Store *s, const StoreEvent *x, Err *e);
int store_events(Store *s, const char *unit, Arena *a, StoreEvent **v, size_t *n, Err *e);     /* by uid */

/* --- keeping it safe --- */

/* A whole copy at `to`, checked, fsynced and renamed into place; an existing file is refused (SEN5018). */
int store_backup(Store *s, const char *to, Err *e);
/* Looks at the whole file: pages, foreign keys, schema, journal chain, plan contents, and whether the rows are what the journal
 * says was done (a row edited from outside is found). What is wrong becomes findings (`file` = the
 * store's path). -1 only when it could not look at all. */
int store_doctor(Store *s, Findings *f, Err *e);

/* digest.c: lower-case hexadecimal */
void store_sha256(const void *p, size_t n, char hex[65]);
#endif
