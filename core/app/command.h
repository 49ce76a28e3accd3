/* command.h - the one table of commands and options, in English and unaccented Vietnamese; knows not what they do.
 * From it come parsing, --help, the man page and the bash completion. */
#ifndef SEN_APP_COMMAND_H
#define SEN_APP_COMMAND_H
#include <stddef.h>
#include "core/base/err.h"

typedef struct Cli Cli;

typedef enum OptionId {
    OPT_DIR, OPT_DATE, OPT_YEAR, OPT_LANG, OPT_JSON, OPT_QUIET, OPT_HELP, OPT_FOR, OPT_UNIT, OPT_DRY_RUN, OPT_REVIEW,
    OPT_STRICT, OPT_CONFLICTS, OPT_FORMAT, OPT_OUT, OPT_JOBS, OPT_DRAFT, OPT_PUBLISH, OPT_VERIFY, OPT_WATCH, OPT_ON, OPT_TIMES,
    OPT_NOTE, OPT_EVIDENCE, OPT_BY, OPT_PERIOD, OPT_STATE, OPT_WHY, OPT_LUA, OPT_C, OPT_BUILT, OPT_ONCE, OPT_MAN,
    OPT_COMPLETION, OPT_META, OPT_LUACHECK, OPT_WORDS, OPT_NO_OPLIST,
    OPT_LAYER, OPT_KEY, OPT_NAME, OPT_HASH,
    OPT_ACCEPT, OPT_TRACE, OPT_LIST,
    OPT_NUMBER, OPT_FILE, OPT_REISSUE,
    OPT_COUNT
} OptionId;

typedef struct Option {
    OptionId id;
    const char *en, *vi;               /* without the dashes; vi may be NULL */
    char letter;                       /* 0 = none */
    const char *value[2];              /* name of its value by Lang; NULL = a flag */
    const char *help[2];               /* by Lang; NULL = for tests and packaging, not shown */
} Option;

typedef enum CommandId {
    CMD_INIT, CMD_UNIT, CMD_IMPORT, CMD_SHOW, CMD_CHECK, CMD_BUILD, CMD_WHY, CMD_TICK, CMD_RECORD, CMD_UNDO, CMD_TODAY, CMD_WATCH,
    CMD_EDIT, CMD_ADD, CMD_REMOVE, CMD_RUN, CMD_REPL, CMD_TEST, CMD_PLUGIN, CMD_HELP, CMD_DOCTOR, CMD_BACKUP,
    CMD_KEY, CMD_BUNDLE, CMD_TRUST, CMD_UPGRADE, CMD_REVIEW,
    CMD_ISSUED,
    CMD_COUNT
} CommandId;

typedef struct Command {
    const char *en, *vi;
    const char *usage[2];              /* arguments after the name, by Lang */
    const char *summary[2];            /* one line, by Lang */
    const char *detail[2];             /* some lines more, may be "" */
    const char *example;               /* a line that works, without "$ " */
    const OptionId *options;           /* besides the common ones; ended by OPT_COUNT */
    size_t least, most;                /* positional arguments; most = (size_t)-1: any number */
    CommandId id;                      /* what it does: line.c */
    int rest_is_free;                  /* 1: options it does not know go on to the script (run FILE ARG…) */
} Command;

const Command *command_all(size_t *n);
const Command *command_find(const char *name);           /* by either name, accents and "_" folded; NULL */
const char *command_nearest(const char *name);           /* for a suggestion; NULL */
const Option *option_of(OptionId id);
const Option *option_find(const char *name, size_t n);   /* long name, without dashes; NULL */
const Option *option_find_letter(char c);
const char *option_nearest(const char *name);
int option_is_common(OptionId id);
int command_takes(const Command *c, OptionId id);
#endif
