/* session.h - one command's hold on a workspace: its database, its plans, its layers, and the worker that reads them.
 * The parent's side only: bytes go out, models and findings come back. */
#ifndef SEN_APP_SESSION_H
#define SEN_APP_SESSION_H
#include "core/app/gather.h"
#include "core/model/model.h"
#include "core/plug/registry.h"
#include "core/store/store.h"
#include "core/wall/wall.h"
#include "core/wall/work.h"

typedef struct Session {
    Cli *c;
    Workspace w;
    int has_workspace;
    Store *store;                      /* NULL without a workspace */
    Admit admit;                       /* which files may run */
    const char *preview_name;          /* a script that is read as these bytes instead of its file's; NULL = none */
    Str preview;
    const Swap *swap;                  /* a layer taken from elsewhere than its folder; NULL = none */
    Model *space;                      /* workspace and unit profiles read so far */
    int year;
    Plan **plans;                      /* the live ones, the one imported last first */
    const char **plan_ids, **plan_files;   /* file: the name it was imported under */
    size_t n_plans;
    struct Corrections *corrected;         /* of each plan: what a person corrected in it (model/correct.h) */
    Buf setup, base, plan_bytes;           /* what a fresh worker is told */
    Buf outputs;                           /* ids, separated by spaces: whose plugins a fresh worker loads */
    int all_plugins;                       /* it loads every plugin */
    const char *reads;                     /* the name of a file it must read with a plugin, and with the limits of an import */
    int base_alone;                        /* the base layer is wanted without a workspace too */
    Wall *wall;                        /* the worker of this thread */
    int base_said;                     /* findings of the base layers were taken up */
    TreeHash base_hash, plan_hash;     /* of base and plan_bytes */
    Trail layers, database, units;     /* how their files looked before they were read; units: those of session_unit */
    Buf said;                          /* the base's findings, packed */
    Seen seen;                         /* what an earlier build noted; session_open_build */
    int asleep;                        /* 1 = nothing was started: all files look as they did; session_wake before asking */
    int same_rows;                     /* the database looks as it did */
    size_t n_failed;                   /* findings of session_list_unit about units that could not be read */
} Session;

enum { SESSION_READ = 0, SESSION_WRITE = 1, SESSION_BARE = 2 };     /* BARE: no workspace needed, an empty model */

/* Opens the workspace (or none), starts the worker and tells it everything below the units. 0/-1; close in any case. */
int session_open(Session *s, Cli *c, int mode, Err *e);
/* The same, with one layer as it was or would be. */
int session_open_as(Session *s, Cli *c, int mode, const Swap *swap, Err *e);
/* Also says what every command says at its end: a database that was brought up to date, a build that was interrupted. */
void session_close(Session *s);
/* As session_open for reading, for a build into out_dir: when the layers and the database look as the build before noted, no
 * worker is started and no database opened (s->asleep) until session_wake. */
int session_open_build(Session *s, Cli *c, const char *out_dir, Err *e);
int session_wake(Session *s, Err *e);
/* The two steps of session_open: what there is, and the start of everything. */
int session_find(Session *s, Cli *c, int mode, Err *e);
int session_start(Session *s, int mode, Err *e);
void session_hash_program(const Cli *c, TreeHash *h);     /* this program and its worker */
TreeHash session_start_key(const Session *s);              /* options and the program itself */
TreeHash session_home(const Session *s);                   /* the workspace's folder itself, whatever it is called */

/* The units --for names: default, else the only one, else a usage error. ids are borrowed from the workspace. */
int session_units(Session *s, const char *const **ids, size_t *n, Err *e);
const Entity *session_workspace(const Session *s);                      /* what sen.lua declares, or NULL */
int session_read_space(Session *s, Err *e);                          /* sen.lua into s->space, by s->wall, unless it was read */
int session_tell_setup(Session *s, Err *e);                          /* s->wall learns year, day and language */
int session_profiles(Session *s, Err *e);                            /* all unit.lua files into s->space */
int session_one_unit(Session *s, const char **id, Err *e);           /* exactly one, `all` refused when there are several */

/* What a unit is asked, and what came back. */
typedef struct UnitAsk {
    unsigned want;
    const char *const *materials; size_t n_materials;
    const char *const *formats; size_t n_formats;
    int (*file)(void *self, const char *name, Str bytes, Err *e);    /* WANT_FILES: each file as it comes */
    void *self;
    Buf *source;                       /* WANT_SOURCE: appended to it; may be NULL */
} UnitAsk;
typedef struct UnitAnswer {
    Model *model;                      /* WANT_MODEL; model_free it */
    WorkDone done;
} UnitAnswer;
/* Asks the session's own worker; findings go to the command line. */
int session_unit(Session *s, const char *id, unsigned want, UnitAnswer *a, Err *e);
/* One of n units for a listing: what scripts have wrong is left to `check`. 0 and the model in *a; 1 = it could not be read,
 * which was said: go on with the next (never when n is 1); -1 and e. */
int session_list_unit(Session *s, const char *id, size_t n, UnitAnswer *a, Err *e);

/* A plan, or a form that came back (form_unpack): then *plan is NULL and form is filled. */
int session_import(Session *s, const char *name, Str bytes, Plan **plan, Buf *form, Err *e);
/* The workbook that was imported last, with comments in its cells; sheets count from 0. */
typedef struct SessionNote { int sheet; const char *cell, *text; } SessionNote;
int session_notes(Session *s, const char *name, Str bytes, const SessionNote *v, size_t n, Buf *out, Err *e);
/* What the reader finds in a Word file that Sen made (work.h: WORK_PARTS), appended to parts; nothing for any other file. */
int session_parts(Session *s, const char *name, Str bytes, Buf *parts, Err *e);
/* The unit's model (model_free it), and where the texts of a material come from (press_source.h; nothing when it cannot be
 * filled). */
int session_source(Session *s, const char *id, const char *material, Buf *source, Model **m, Err *e);
int session_run(Session *s, const char *name, Str bytes, const char *const *args, size_t n, Buf *text, Err *e);
/* The same, measured: the lines that ran, in the arena; also when the script failed or hit a limit. */
int session_run_traced(Session *s, const WorkRun *run, Buf *text, TraceLine **lines, size_t *n_lines, Err *e);
/* After a worker died: another one with the unit in it, or nothing to do. Before each script of a run of several. */
int session_revive(Session *s, Err *e);
int session_check_file(Session *s, const char *name, Str bytes, Err *e);
/* The outputs of the install and of the base layers. all: every plugin is loaded, so that it is known which are refused; else
 * they are as recorded when they were allowed. registry_free it. */
int session_outputs(Session *s, int all, Registry **r, Err *e);
int session_load_all(Session *s, Err *e);                            /* another worker, with every plugin loaded */

/* The recorded rows of a unit, as the worker and JSON read them; all in the arena. */
int session_rows(Store *store, const char *unit, Arena *a, Rows *rows, Err *e);
const char *session_now(Cli *c);                                     /* "2026-06-01T08:30:00", for the journal */
const char *session_who(Cli *c);                                     /* --by, else the account's name, else NULL */
int session_begin(Session *s, const char *what, Err *e);             /* store_begin for this command */
#endif
