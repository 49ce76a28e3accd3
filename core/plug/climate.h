/* climate.h - what a plugin must not change in the process that loads it; compared before and after its start. */
#ifndef SEN_PLUG_CLIMATE_H
#define SEN_PLUG_CLIMATE_H
#include <signal.h>
#include <sys/types.h>

typedef struct Climate {
    mode_t umask;
    int rounding;
    sigset_t blocked;
    dev_t cwd_dev;
    ino_t cwd_ino;
    char point[8];                     /* the decimal point: changes with the locale */
} Climate;

void climate_read(Climate *c);
/* NULL when nothing changed; else the name of what did, put back as it was where that is possible. */
const char *climate_compare(const Climate *before);
#endif
