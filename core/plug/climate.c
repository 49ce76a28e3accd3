/* climate.c - umask, working folder, signal mask, rounding mode, decimal point: read and compared. */
#include "core/plug/climate.h"
#include <fenv.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

void climate_read(Climate *c)
{
    memset(c, 0, sizeof *c);
    c->umask = umask(077);
    umask(c->umask);
    c->rounding = fegetround();
    sigprocmask(SIG_SETMASK, NULL, &c->blocked);
    struct stat st;
    if (stat(".", &st) == 0) {
        c->cwd_dev = st.st_dev;
        c->cwd_ino = st.st_ino;
    }
    snprintf(c->point, sizeof c->point, "%s", localeconv()->decimal_point);
}

static int same_signals(const sigset_t *a, const sigset_t *b)
{
    for (int s = 1; s < NSIG; s++)
        if (sigismember(a, s) != sigismember(b, s)) return 0;
    return 1;
}

const char *climate_compare(const Climate *before)
{
    Climate now;
    climate_read(&now);
    if (now.umask != before->umask) {
        umask(before->umask);
        return "umask";
    }
    if (now.rounding != before->rounding) {
        fesetround(before->rounding);
        return "rounding mode";
    }
    if (!same_signals(&now.blocked, &before->blocked)) {
        sigprocmask(SIG_SETMASK, &before->blocked, NULL);
        return "signal mask";
    }
    if (now.cwd_dev != before->cwd_dev || now.cwd_ino != before->cwd_ino) return "working folder";
    if (strcmp(now.point, before->point)) return "locale";
    return NULL;
}
