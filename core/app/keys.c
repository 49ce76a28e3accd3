/* keys.c - key files: one small text each, the secret ones 0600 in ${XDG_CONFIG_HOME}/sen/keys; must not know workspaces. */
#include "core/app/keys.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { KEY_FILE_MOST = 4096 };
static const char head[] = "sen key 1\n";

static const char *keys_dir(Cli *c)
{
    const char *config = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");
    if (config && config[0] == '/') return arena_print(c->arena, "%s/sen/keys", config);
    return home && home[0] == '/' ? arena_print(c->arena, "%s/.config/sen/keys", home) : NULL;
}

const char *keys_path(Cli *c, const char *name)
{
    const char *dir = keys_dir(c);
    return dir ? arena_print(c->arena, "%s/%s.key", dir, name) : NULL;
}

/* The value of a line "word value" of a key text, or NULL. */
static const char *value_of(Cli *c, const char *text, const char *word)
{
    size_t n = strlen(word);
    for (const char *p = text; *p;) {
        size_t k = strcspn(p, "\r\n");
        if (k > n + 1 && !strncmp(p, word, n) && p[n] == ' ') return arena_text(c->arena, p + n + 1, k - n - 1);
        p += k;
        p += strspn(p, "\r\n");
    }
    return NULL;
}

void keys_write_public(const char *name, const char *hex, Buf *out)
{
    buf_printf(out, "%sname %s\npublic %s\n", head, name, hex);
}

static int write_secret(const char *path, const char *text, size_t n, Err *e)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (fd < 0) return err_set(e, errno == EEXIST ? SEN8219 : SEN1005, "%s" ARG "%s", path_base(path), strerror(errno));
    int why = cli_write(fd, text, n);
    if (!why && fsync(fd)) why = errno;
    if (close(fd) && !why) why = errno;
    if (!why) return 0;
    unlink(path);
    return err_set(e, SEN1005, "%s" ARG "%s", path, strerror(why));
}

int keys_make(Cli *c, const char *name, OwnKey *k, Err *e)
{
    const char *dir = keys_dir(c), *path = keys_path(c, name);
    char key[SIGN_HEX], seed[SIGN_HEX];
    if (!path) return err_set(e, SEN8222, "%s", "HOME");
    if (file_exists(path)) return err_set(e, SEN8219, "%s", name);
    if (file_make_dirs(dir, dir, e)) return -1;
    if (chmod(dir, 0700)) return err_set(e, SEN1005, "%s" ARG "%s", dir, strerror(errno));
    *k = (OwnKey){.name = name};
    if (sign_new(k->key, k->seed)) return err_set(e, SEN1005, "%s" ARG "%s", path, "random");
    sign_hex(k->key, key);
    sign_hex(k->seed, seed);
    Buf b = {0};
    keys_write_public(name, key, &b);
    buf_printf(&b, "secret %s\n", seed);
    int rc = write_secret(path, b.p, b.n, e);
    sign_forget(seed, sizeof seed);
    sign_forget(b.p, b.n);
    buf_free(&b);
    return rc;
}

int keys_list(Cli *c, const char ***names, size_t *n, Err *e)
{
    const char *dir = keys_dir(c);
    char **all = NULL;
    size_t n_all = 0;
    *n = 0;
    if (!dir || !file_exists(dir)) return 0;
    if (file_list(dir, dir, &all, &n_all, e)) return -1;
    *names = arena_alloc(c->arena, mem_mul(n_all + 1, sizeof **names));
    for (size_t i = 0; i < n_all; i++) {
        size_t k = strlen(all[i]);
        if (k > 4 && !strcmp(all[i] + k - 4, ".key")) (*names)[(*n)++] = arena_text(c->arena, all[i], k - 4);
    }
    file_names_free(all, n_all);
    return 0;
}

static int load_file(Cli *c, const char *name, const char *path, OwnKey *k, Err *e)
{
    struct stat st;
    Buf b = {0};
    if (lstat(path, &st)) return err_set(e, SEN8218, "%s", name);
    if (!S_ISREG(st.st_mode) || st.st_uid != geteuid() || (st.st_mode & 077)) return err_set(e, SEN8221, "%s", path);
    int rc = file_read(path, path, KEY_FILE_MOST, &b, e);
    const char *seed = rc == 0 && !strncmp(buf_text(&b), head, sizeof head - 1) ? value_of(c, buf_text(&b), "secret") : NULL;
    *k = (OwnKey){.name = name};
    if (rc == 0 && (!seed || sign_unhex(seed, k->seed))) rc = err_set(e, SEN8220, "%s", path);
    if (rc == 0) sign_key_of(k->seed, k->key);
    if (b.p) sign_forget(b.p, b.n);
    buf_free(&b);
    return rc;
}

int keys_load(Cli *c, const char *name, OwnKey *k, Err *e)
{
    const char **names;
    size_t n;
    if (!name) {
        if (keys_list(c, &names, &n, e)) return -1;
        if (n != 1) return err_set(e, SEN8218, "%s", "?");
        name = names[0];
    }
    if (!text_is_id(name)) return err_set(e, SEN8218, "%s", name);
    const char *path = keys_path(c, name);
    return path ? load_file(c, name, path, k, e) : err_set(e, SEN8222, "%s", "HOME");
}

int keys_read_public(Cli *c, const char *what, const char **hex, const char **name, Err *e)
{
    unsigned char key[SIGN_KEY];
    char lower[SIGN_HEX];
    Buf b = {0};
    *name = NULL;
    *hex = what;
    if (sign_unhex(what, key)) {
        if (file_read(what, what, KEY_FILE_MOST, &b, e)) return -1;
        int known = !strncmp(buf_text(&b), head, sizeof head - 1);
        size_t at;
        *hex = known && text_valid(b.p, b.n, &at) ? value_of(c, b.p, "public") : NULL;
        if (*hex) *name = value_of(c, b.p, "name");
        buf_free(&b);
        if (!*hex || sign_unhex(*hex, key)) return err_set(e, SEN8220, "%s", what);
    }
    sign_hex(key, lower);
    *hex = arena_copy(c->arena, lower);
    return 0;
}
