/* folder.c - reads a plugin folder through descriptors, so that what was checked is what is read. */
#include "core/plug/folder.h"
#include "core/base/file.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int folder_is_name(const char *name)
{
    size_t n = strlen(name);
    return n > 0 && n <= 32 && name[0] >= 'a' && name[0] <= 'z' && strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-") == n;
}

static int is_ours(const struct stat *st)
{
    return (st->st_uid == 0 || st->st_uid == geteuid()) && !(st->st_mode & (S_IWGRP | S_IWOTH));
}

/* Every folder above may belong to anybody, but nobody but its owner may be able to swap what is in it. */
static int check_parents(const char *dir, Err *e)
{
    char *path = realpath(dir, NULL);
    if (!path) return err_set(e, SEN1001, "%s" ARG "%s", dir, strerror(errno));
    int rc = 0;
    for (char *slash = strrchr(path, '/'); rc == 0 && slash && slash > path; slash = strrchr(path, '/')) {
        *slash = 0;
        struct stat st;
        if (stat(path, &st) != 0) rc = err_set(e, SEN1001, "%s" ARG "%s", path, strerror(errno));
        else if ((st.st_mode & S_IWOTH) && !(st.st_mode & S_ISVTX)) rc = err_set(e, SEN6007, "%s", path);
    }
    free(path);
    return rc;
}

int folder_check_place(const char *dir, int mode_0700, Err *e)
{
    struct stat st;
    if (lstat(dir, &st) != 0) return err_set(e, SEN1001, "%s" ARG "%s", dir, strerror(errno));
    if (!S_ISDIR(st.st_mode)) return err_set(e, SEN6008, "%s", dir);
    if (mode_0700 && (st.st_uid != geteuid() || (st.st_mode & 0777) != 0700)) return err_set(e, SEN6011, "%s", dir);
    if (!is_ours(&st)) return err_set(e, SEN6007, "%s", dir);
    return check_parents(dir, e);
}

/* O_NONBLOCK: a FIFO must not hold us before fstat has seen what it is. */
static int read_checked(int dirfd, const char *name, Buf *out, Err *e)
{
    int fd = openat(dirfd, name, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0)
        return errno == ELOOP || errno == ENXIO ? err_set(e, SEN6008, "%s", name)
                                                : err_set(e, SEN1001, "%s" ARG "%s", name, strerror(errno));
    struct stat st;
    int rc = -1;
    if (fstat(fd, &st) != 0) err_set(e, SEN1001, "%s" ARG "%s", name, strerror(errno));
    else if (!S_ISREG(st.st_mode)) err_set(e, SEN6008, "%s", name);
    else if (!is_ours(&st)) err_set(e, SEN6007, "%s", name);
    else if (st.st_size > PLUGIN_FILE_MOST)
        err_set(e, SEN1004, "%s" ARG "%lld" ARG "%d", name, (long long)st.st_size, PLUGIN_FILE_MOST);
    else rc = 0;
    while (rc == 0) {
        buf_room(out, 65536);
        ssize_t got = read(fd, out->p + out->n, 65536);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) rc = err_set(e, SEN1001, "%s" ARG "%s", name, strerror(errno));
        if (got <= 0) break;
        out->n += (size_t)got;
        if (out->n > PLUGIN_FILE_MOST) rc = err_set(e, SEN1004, "%s" ARG "%zu" ARG "%d", name, out->n, PLUGIN_FILE_MOST);
    }
    close(fd);
    return rc;
}

static int name_cmp(const void *a, const void *b)
{
    return strcmp(((const FolderFile *)a)->name, ((const FolderFile *)b)->name);
}

static int add_file(int dirfd, Folder *f, const char *name, Err *e)
{
    if (f->n >= PLUGIN_FILES_MOST) return err_set(e, SEN6015, "%s" ARG "> %d *.lua", f->name, PLUGIN_FILES_MOST);
    f->files = mem_resize(f->files, mem_mul(f->n + 1, sizeof *f->files));
    FolderFile *one = &f->files[f->n++];
    *one = (FolderFile){.name = mem_copy_text(name)};
    return read_checked(dirfd, name, &one->bytes, e);
}

static int add_lua_files(int dirfd, Folder *f, Err *e)
{
    int own = dup(dirfd);
    DIR *d = own < 0 ? NULL : fdopendir(own);
    if (!d) {
        if (own >= 0) close(own);
        return err_set(e, SEN1001, "%s" ARG "%s", f->name, strerror(errno));
    }
    rewinddir(d);
    int rc = 0;
    for (struct dirent *entry; rc == 0 && (entry = readdir(d));) {
        size_t n = strlen(entry->d_name);
        if (n > 4 && entry->d_name[0] != '.' && !strcmp(entry->d_name + n - 4, ".lua")) rc = add_file(dirfd, f, entry->d_name, e);
    }
    closedir(d);
    if (rc == 0) qsort(f->files, f->n, sizeof *f->files, name_cmp);
    return rc;
}

static void hash_files(Folder *f)
{
    crypto_hash_sha256_state st;
    unsigned char sum[crypto_hash_sha256_BYTES];
    crypto_hash_sha256_init(&st);
    for (size_t i = 0; i < f->n; i++) {
        const FolderFile *file = &f->files[i];
        unsigned char size[8];
        for (int k = 0; k < 8; k++) size[k] = (unsigned char)((unsigned long long)file->bytes.n >> (8 * k));
        crypto_hash_sha256_update(&st, (const unsigned char *)file->name, strlen(file->name) + 1);
        crypto_hash_sha256_update(&st, size, sizeof size);
        crypto_hash_sha256_update(&st, (const unsigned char *)buf_text(&file->bytes), file->bytes.n);
    }
    crypto_hash_sha256_final(&st, sum);
    sodium_bin2hex(f->hash, sizeof f->hash, sum, sizeof sum);
}

int folder_read(const char *dir, const char *name, Folder *out, Err *e)
{
    *out = (Folder){.name = mem_copy_text(name)};
    char *path = path_join(dir, name);
    char *so = mem_alloc(strlen(name) + 4);
    sprintf(so, "%s.so", name);
    int rc = -1, fd = -1;
    struct stat st;
    if (!folder_is_name(name)) {
        err_set(e, SEN6023, "%s", name);
        goto done;
    }
    fd = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0) {
        if (errno == ELOOP || errno == ENOTDIR) err_set(e, SEN6008, "%s", path);
        else err_set(e, SEN1001, "%s" ARG "%s", path, strerror(errno));
        goto done;
    }
    if (fstat(fd, &st) != 0 || !is_ours(&st)) {
        err_set(e, SEN6007, "%s", path);
        goto done;
    }
    if (fstatat(fd, so, &st, AT_SYMLINK_NOFOLLOW) == 0) {
        rc = add_file(fd, out, so, e);
    } else if (fstatat(fd, "main.lua", &st, AT_SYMLINK_NOFOLLOW) == 0) {
        out->lua = 1;
        rc = add_lua_files(fd, out, e);
    } else {
        err_set(e, SEN6010, "%s", name);
    }
    if (rc == 0) hash_files(out);
done:
    if (fd >= 0) close(fd);
    free(so);
    free(path);
    return rc;
}

void folder_free(Folder *f)
{
    if (!f) return;
    for (size_t i = 0; i < f->n; i++) {
        buf_free(&f->files[i].bytes);
        free(f->files[i].name);
    }
    free(f->files);
    free(f->name);
    *f = (Folder){0};
}
