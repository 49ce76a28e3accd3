/* work.h - the jobs a worker does for the command line: their numbers, what is asked and what comes back, both sides.
 *
 * The parent packs a request, sends it through wall.h, and unpacks the frames; every unpack treats its bytes as hostile.
 * In the worker, work_main registers the handlers (work_*.c) and never returns. A worker is told about the run (WORK_SETUP),
 * the layers below the units (WORK_BASE) and the plans (WORK_PLANS) once; then it answers any number of units. */
#ifndef SEN_WALL_WORK_H
#define SEN_WALL_WORK_H
#include "core/base/date.h"
#include "core/base/pack.h"
#include "core/model/plan.h"
#include "core/model/rows.h"
#include "core/plug/registry.h"
#include "core/script/trace.h"

enum { /* jobs */
    WORK_SETUP = 1,            /* WorkSetup */
    WORK_OUTPUTS,              /* -> FRAME_REGISTRY */
    WORK_WORKSPACE,            /* WorkFiles: sen.lua and unit.lua files -> FRAME_MODEL, FRAME_FINDINGS */
    WORK_BASE,                 /* WorkFiles: the layers below the units -> FRAME_FINDINGS */
    WORK_PLANS,                /* u32 count, then text id, text file and plan_pack each */
    WORK_UNIT,                 /* WorkUnit -> FRAME_FILE …, FRAME_MODEL, FRAME_DONE, FRAME_FINDINGS */
    WORK_IMPORT,               /* text name, str bytes -> FRAME_PLAN or FRAME_FORM (form_pack), FRAME_FINDINGS */
    WORK_RUN,                  /* WorkRun, against the unit of the last WORK_UNIT -> FRAME_TEXT, FRAME_FINDINGS */
    WORK_CHECK,                /* text name, str bytes: one script or template, against the last unit -> FRAME_FINDINGS */
    WORK_FAULTS,               /* text name, str WorkFiles, plan_pack: the rules about plans -> FRAME_FINDINGS */
    WORK_CORRECT,              /* text name, str bytes: a correction file -> FRAME_TEXT (correct_write), FRAME_FINDINGS */
    WORK_SPECS,                /* WorkFiles: the examples of their rules -> FRAME_TEXT, FRAME_FINDINGS */
    WORK_NOTES,                /* text name, str bytes, u32 count, then u32 sheet, text cell, text each: comments -> FRAME_TEXT */
    WORK_PARTS,                /* as WORK_IMPORT: a file Sen made -> FRAME_TEXT … (work_import.c); any other -> nothing */
    WORK_PLUGIN                /* a plugin's sample -> FRAME_TEXT, FRAME_FINDINGS; FRAME_FILE (text name, str bytes): differs */
};
enum { /* frames that come back */
    FRAME_FINDINGS = 1, FRAME_MODEL, FRAME_PLAN, FRAME_REGISTRY, FRAME_FILE, FRAME_DONE, FRAME_TEXT,
    FRAME_TRACE,               /* work_pack_trace, of a run that was measured */
    FRAME_FORM,
    FRAME_SOURCE,              /* press_source.h, of the first material asked for */
    FRAME_NEEDS                /* ids of outputs, separated by spaces: nothing was built, the worker must be started with them */
};

typedef struct WorkSetup {
    Lang lang;
    Date today;
    int year;
    int draft, no_oplist, strict;
} WorkSetup;
void work_pack_setup(Buf *b, const WorkSetup *s);
int work_unpack_setup(Unpack *u, WorkSetup *s);

/* Files of layers. `layer` counts from 0 within the request; scripts and content in one list each, in loading order. */
typedef struct WorkLayer { const char *name, *path; } WorkLayer;
/* name as shown, path inside its folder. foreign 1 = the permissions in its head bind it; refused: a message instead of bytes,
 * about the file, with two more arguments. */
typedef struct WorkFile {
    const char *name, *path;
    Str bytes;
    int layer, foreign;
    Code refused;
    const char *arg[2];
} WorkFile;
typedef struct WorkFiles {
    WorkLayer *layers; size_t n_layers;
    WorkFile *scripts; size_t n_scripts;
    WorkFile *content; size_t n_content;
} WorkFiles;
void work_pack_files(Buf *b, const WorkFiles *f);
int work_unpack_files(Unpack *u, Arena *a, WorkFiles *f);      /* bytes borrowed from the input; 0/-1 */

/* PLANS: with CHECK, the plans are looked at by the rules of all layers, not only by the unit's own.
 * MATERIALS: instead of MODEL, its materials alone, for those who only ask which there are */
enum { WANT_MODEL = 1, WANT_FILES = 2, WANT_CHECK = 4, WANT_CONFLICTS = 8, WANT_PLANS = 16, WANT_SOURCE = 32,
       WANT_MATERIALS = 64 };
typedef struct WorkUnit {
    const char *id;                            /* NULL = no unit: the base alone */
    unsigned want;
    WorkFiles files;                           /* the unit's layers: unit.lua first, its own `layers`, its scripts, its content */
    Rows rows;
    const char **materials; size_t n_materials;
    const char **formats; size_t n_formats;
    /* name and bytes of files in the unit's folder of out/ that their output wants to see again */
    OutputOption *previous; size_t n_previous;
} WorkUnit;
void work_pack_unit(Buf *b, const WorkUnit *q);            /* without the previous files, which follow: they are no input */
void work_pack_previous(Buf *b, const OutputOption *v, size_t n);
int work_unpack_unit(Unpack *u, Arena *a, WorkUnit *q);

typedef struct WorkDone { uint32_t made, failed; int read_today, failed_whole; } WorkDone;
void work_pack_done(Buf *b, const WorkDone *d);
int work_unpack_done(Unpack *u, WorkDone *d);

typedef struct WorkRun { const char *name; Str bytes; const char **args; size_t n_args; int trace; } WorkRun;
void work_pack_run(Buf *b, const WorkRun *r);
int work_unpack_run(Unpack *u, Arena *a, WorkRun *r);

void work_pack_trace(Buf *b, const TraceLine *v, size_t n);
int work_unpack_trace(Unpack *u, Arena *a, TraceLine **v, size_t *n);

/* The worker's main; setup bytes of the wall are the plugin places: work_pack_places. Texts may be NULL, see load.h. */
typedef struct WorkPlaces {
    const char *install, *user, *only;
    int prove;                                 /* the sample of `only` is read too */
    int few;                                   /* only the plugins for these are loaded: */
    const char *outputs;                       /* ids, separated by spaces */
    const char *file;                          /* name of a file that is to be read */
    const char *content;                       /* folders of content, one a line: for plugins of the files wall */
} WorkPlaces;
int work_unpack_places(Unpack *u, Arena *a, WorkPlaces *p);
void work_pack_places(Buf *b, const WorkPlaces *p);
int work_main(int argc, char **argv) __attribute__((noreturn));
#endif
