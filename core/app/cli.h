/* cli.h - one run of the command line: what was asked, what is to be said, which exit code; knows no single command. */
#ifndef SEN_APP_CLI_H
#define SEN_APP_CLI_H
#include "core/app/command.h"
#include "core/base/date.h"
#include "core/base/err.h"

struct Cli {
    Arena *arena;                      /* lives as long as the run */
    const Command *command;
    const char *opt[OPT_COUNT];        /* the value, "" for a flag that was given, NULL = not given; the last one counts */
    const char **units;                /* every --unit, in order */
    size_t n_units;
    const char **arg;                  /* positional arguments */
    size_t n_args;
    Lang lang;
    int json, quiet;
    Date date;                         /* --date or today */
    int date_given;
    int year;                          /* --year, or 0: the workspace's */
    Findings findings;                 /* shown at the end, on stderr (check: on stdout) */
    int code;                          /* exit code so far, see cli_code */
    Buf out;                           /* stdout, flushed by cli_flush and at the end */
    const char *install;               /* folder that holds scripts/ and content/ (the base layer) */
    const char *plugins;               /* folder of installed plugins */
    const char *program, *worker;      /* paths of this program and of sen-worker */
};

/* Several codes at once: the first of 70, 4, 5, 3, 1 (2 ends at once). Returns the result, kept in c->code. */
int cli_code(Cli *c, int code);
int cli_fail(Cli *c, const Err *e);                       /* takes the error up as a finding; returns its exit code */
/* Both languages at the place of use; the right one goes to stdout, or nowhere with -q or --json. */
void cli_say(Cli *c, const char *vi, const char *en, ...) __attribute__((format(printf, 2, 4)));
const char *cli_word(const Cli *c, const char *vi, const char *en);   /* the one of the run's language */
int cli_write(int fd, const char *p, size_t n);           /* all of it; 0 or the errno */
void cli_flush(Cli *c);                                   /* writes c->out; a closed pipe ends quietly, a full disk is code 4 */
void cli_drain(void *cli);                                /* the same amid a long output; after a failed write it only forgets */
int cli_has(const Cli *c, OptionId id);
int cli_usage(Cli *c, Code code, const char *args, ...) __attribute__((format(printf, 3, 4)));   /* returns 2 */
Date cli_parse_date(const Cli *c, const char *s, int year);    /* dd/mm/yyyy, dd/mm, ISO */
const char *cli_date_text(Cli *c, Date d);                /* «thứ Hai, 30/11/2026» / "Mon 30/11/2026", in the arena */
/* Prints the findings in the run's form (text or one JSON list) to `to`; the list is empty afterwards. */
void cli_print_findings(Cli *c, Buf *to);
#endif
