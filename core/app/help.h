/* help.h - help made from the table of commands: overview, one command, man page, completion, version. Each returns 0. */
#ifndef SEN_APP_HELP_H
#define SEN_APP_HELP_H
#include "core/app/cli.h"
int help_overview(Cli *c);
int help_command(Cli *c, const Command *k);
int help_man(Cli *c);                  /* the man page in troff */
int help_completion(Cli *c);           /* the bash completion */
int help_template(Cli *c, const char *topic);   /* the page about templates when the topic is one of its words: 1, else 0 */
int help_version(Cli *c);
#endif
