/* part_name.c - names of the parts of an office file; must not know what is in them. */
#include "plugins/common/zip/part_name.h"
#include <stdio.h>
#include <string.h>

static void go_up(char *dir)
{
    size_t n = strlen(dir);
    if (n) dir[n - 1] = 0;
    char *slash = strrchr(dir, '/');
    if (slash) slash[1] = 0;
    else dir[0] = 0;
}

void part_name_join(const char *base, const char *target, char out[PART_NAME])
{
    char dir[PART_NAME];
    snprintf(dir, sizeof dir, "%s", *target == '/' ? "" : base);
    while (*target == '/') target++;
    while (!strncmp(target, "../", 3) || !strncmp(target, "./", 2)) {
        int up = target[1] == '.';
        target += up ? 3 : 2;
        if (up) go_up(dir);
    }
    if (snprintf(out, PART_NAME, "%s%s", dir, target) >= PART_NAME) out[0] = 0;
}

int part_name_ends(const char *name, const char *end)
{
    size_t n = strlen(name), k = strlen(end);
    return n >= k && !strcmp(name + n - k, end);
}
