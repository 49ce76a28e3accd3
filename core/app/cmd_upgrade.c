/* cmd_upgrade.c - `sen upgrade`, `sen review`. */
#include "core/app/commands.h"
#include "core/app/cli.h"
int cmd_upgrade(Cli *c) { (void)c; return 0; }
int cmd_review(Cli *c) { (void)c; return 0; }
int cmd_trust(Cli *c) { (void)c; return 0; }
