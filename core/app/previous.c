/* previous.c - reads the calendars of the build before; must not know what stands in them. */
#include "core/app/previous.h"
#include "core/base/file.h"
#include "core/wall/work.h"
#include <stdlib.h>
#include <string.h>

enum { FILES_MOST = 8, BYTES_MOST = 4 << 20 };

void previous_add(const char *out, const char *unit, Buf *request)
{
    OutputOption v[FILES_MOST];
    Buf bytes[FILES_MOST] = {{0}};
    char **names = NULL, *dir = path_join(out, unit);
    size_t n = 0, k = 0;
    Err none = {0};
    if (file_list(dir, NULL, &names, &n, &none)) n = 0;
    for (size_t i = 0; i < n && k < FILES_MOST; i++) {
        if (strcmp(path_suffix(names[i]), ".ics")) continue;
        char *path = path_join(dir, names[i]);
        if (file_read(path, NULL, BYTES_MOST, &bytes[k], &none) == 0) {
            v[k] = (OutputOption){str_of(names[i]), buf_view(&bytes[k])};
            k++;
        }
        free(path);
    }
    work_pack_previous(request, v, k);
    for (size_t i = 0; i < FILES_MOST; i++) buf_free(&bytes[i]);
    file_names_free(names, n);
    free(dir);
}
