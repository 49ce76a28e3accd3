/* main.c - the program people start: tells its version itself and becomes sen-command for all else. Links nothing but libc, so
 * that it starts at once; knows no command.
 *
 * Three programs, so that each loads only the libraries it needs: sen; sen-command, the command line with the database;
 * sen-worker, the sealed half with Lua and libcmark. The two stand beside sen (a build folder) or in ../lib/sen (installed). */
#include "core/app/version.h"
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* The folder of this program's own file, without the last slash. 0/-1. */
static int own_folder(char *path, size_t most)
{
    ssize_t n = readlink("/proc/self/exe", path, most - 1);
    if (n <= 0) return -1;
    path[n] = 0;
    char *slash = strrchr(path, '/');
    if (!slash) return -1;
    *slash = 0;
    return 0;
}

int main(int argc, char **argv)
{
    static const char *const places[] = {"", "/../lib/sen"};
    char folder[4096], program[4200];
    if (argc == 2 && strcmp(argv[1], "--version") == 0) {
        printf(VERSION_LINES, VERSION_ARGUMENTS(VERSION_WORD_VI));
        return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 4;
    }
    for (size_t i = 0; own_folder(folder, sizeof folder) == 0 && i < 2; i++) {
        snprintf(program, sizeof program, "%s%s/sen-command", folder, places[i]);
        execv(program, argv);
    }
    fputs("sen: không tìm thấy sen-command bên cạnh chương trình hoặc trong lib/sen; hãy cài đặt lại "
          "(sen-command is missing: install Sen again)\n", stderr);
    return 70;
}
