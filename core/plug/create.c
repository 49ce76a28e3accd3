/* create.c - copies a pattern folder under a new name; every NAME in names and texts becomes the plugin's name. */
#include "core/plug/create.h"
#include "core/base/buf.h"
#include "core/base/file.h"
#include "core/base/mem.h"
#include "core/plug/folder.h"
#include <stdlib.h>
#include <string.h>

static void put_name(const char *text, size_t n, const char *name, Buf *out)
{
    for (size_t i = 0; i < n;) {
        if (n - i >= 4 && !memcmp(text + i, "NAME", 4)) {
            buf_puts(out, name);
            i += 4;
        } else {
            buf_putc(out, text[i++]);
        }
    }
}

static int copy_dir(const char *from, const char *to, const char *name, int depth, Err *e);

static int copy_one(const char *from, const char *to, const char *file, const char *name, int depth, Err *e)
{
    Buf shown = {0}, text = {0}, filled = {0};
    put_name(file, strlen(file), name, &shown);
    char *source = path_join(from, file), *target = path_join(to, buf_text(&shown));
    int rc;
    if (file_is_dir(source)) {
        rc = depth > 0 ? copy_dir(source, target, name, depth - 1, e) : 0;
    } else {
        rc = file_read(source, source, 1024 * 1024, &text, e);
        if (rc == 0) {
            put_name(buf_text(&text), text.n, name, &filled);
            rc = file_write(target, target, buf_text(&filled), filled.n, e);
        }
    }
    buf_free(&shown);
    buf_free(&text);
    buf_free(&filled);
    free(source);
    free(target);
    return rc;
}

static int copy_dir(const char *from, const char *to, const char *name, int depth, Err *e)
{
    char **names = NULL;
    size_t n = 0;
    int rc = file_make_dirs(to, to, e);
    if (rc == 0) rc = file_list(from, from, &names, &n, e);
    for (size_t i = 0; rc == 0 && i < n; i++) rc = copy_one(from, to, names[i], name, depth, e);
    file_names_free(names, n);
    return rc;
}

int create_plugin(const char *patterns, const char *dir, const char *name, int lua, char **made, Err *e)
{
    *made = NULL;
    if (!folder_is_name(name)) return err_set(e, SEN6023, "%s", name);
    char *from = path_join(patterns, lua ? "lua" : "c"), *to = path_join(dir, name);
    int rc = -1;
    if (file_exists(to)) err_set(e, SEN6024, "%s", to);
    else if (!file_is_dir(from)) err_set(e, SEN1001, "%s" ARG "?", from);
    else rc = copy_dir(from, to, name, 2, e);
    if (rc == 0) *made = to;
    else free(to);
    free(from);
    return rc;
}
