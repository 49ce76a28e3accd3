/* write_files.c - the reference of B5: truncates and writes every file named on stdin with its own bytes, one changed, as a
 * program without care does. Prints how many. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int main(void)
{
    static char text[1 << 22];
    char path[4096];
    size_t files = 0;
    while (fgets(path, sizeof path, stdin)) {
        path[strcspn(path, "\n")] = 0;
        int fd = open(path, O_RDONLY);
        ssize_t n = fd < 0 ? -1 : read(fd, text, sizeof text);
        if (n < 1) return 1;
        close(fd);
        text[n - 1] ^= 1;
        fd = open(path, O_WRONLY | O_TRUNC);
        if (fd < 0 || write(fd, text, (size_t)n) != n || close(fd)) return 1;
        files++;
    }
    printf("%zu files\n", files);
    return 0;
}
