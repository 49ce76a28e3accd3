/* commands.h - the functions behind the commands, one cmd_*.c each. Each returns the exit code. */
#ifndef SEN_APP_COMMANDS_H
#define SEN_APP_COMMANDS_H
typedef struct Cli Cli;
int cmd_init(Cli *c);
int cmd_unit(Cli *c);
int cmd_import(Cli *c);
int cmd_show(Cli *c);
int cmd_check(Cli *c);
int cmd_build(Cli *c);
int cmd_why(Cli *c);
int cmd_tick(Cli *c);
int cmd_record(Cli *c);
int cmd_undo(Cli *c);
int cmd_today(Cli *c);
int cmd_overview(Cli *c);          /* `sen` alone */
int cmd_watch(Cli *c);
int cmd_edit(Cli *c);
int cmd_add(Cli *c);
int cmd_remove(Cli *c);
int cmd_run(Cli *c);
int cmd_repl(Cli *c);
int cmd_test(Cli *c);
int cmd_plugin(Cli *c);
int cmd_help(Cli *c);
int cmd_doctor(Cli *c);
int cmd_backup(Cli *c);
int cmd_key(Cli *c);
int cmd_bundle(Cli *c);
int cmd_trust(Cli *c);
int cmd_upgrade(Cli *c);
int cmd_review(Cli *c);
int cmd_issued(Cli *c);
#endif
