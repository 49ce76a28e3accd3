/* store.c - making, opening, closing and copying the database file; knows nothing of what its rows mean. */
#include "core/store/database.h"
#include "core/base/file.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char setup[] =
    "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA; PRAGMA foreign_keys = ON; PRAGMA cell_size_check = ON;"
    "PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON;";

/* An absolute path whose folder part has no links: SQLite then sees a plain name whatever characters it has.
 * NULL: no such folder. */
static char *full_path(const char *path)
{
    const char *base = path_base(path);
    char *dir = base == path ? mem_copy_text(".") : mem_copy_text(path);
    if (base != path) dir[base - path] = 0;
    char *real = realpath(dir, NULL);
    char *full = real && *base ? path_join(real, base) : NULL;
    free(real);
    free(dir);
    return full;
}

static Store *store_new(const char *path, StoreMode mode, const Schema *schema)
{
    Store *s = mem_alloc(sizeof *s);
    s->path = mem_copy_text(path);
    s->full = full_path(path);
    s->mode = mode;
    s->schema = schema;
    s->arena = arena_new();
    return s;
}

void store_close(Store *s)
{
    if (!s) return;
    store_rollback(s);
    store_read_end(s);
    if (s->db) db_close(s);
    arena_free(s->arena);
    buf_free(&s->statements);
    buf_free(&s->rewrites);
    buf_free(&s->undone);
    free(s->path);
    free(s->full);
    free(s->backup);
    free(s);
}

const char *store_upgrade_backup(const Store *s) { return s->backup; }
void store_set_wait(Store *s, int ms) { sqlite3_busy_timeout(s->db, ms); }

/* --- open --- */

/* What stands at the path, looked at without opening it: another descriptor closed here would drop SQLite's locks. */
static int look_at_file(const Store *s, Err *e)
{
    struct stat st;
    const char *name = path_base(s->path);
    if (!s->full || lstat(s->full, &st) < 0) {
        if (s->full && errno != ENOENT && errno != ENOTDIR) return err_set(e, SEN5007, "%s", name);
        return err_set(e, SEN5009, "%s", name);
    }
    if (S_ISDIR(st.st_mode)) return err_set(e, SEN1002, "%s", name);
    if (!S_ISREG(st.st_mode)) return err_set(e, SEN1003, "%s", name);
    if (st.st_size == 0) return err_set(e, SEN5001, "%s", name);
    return 0;
}

/* A name for the backup that nothing has yet: sen.db.v1.bak, sen.db.v1-2.bak … */
static char *backup_name(const char *path, int from)
{
    Buf b = {0};
    for (int i = 1; i < 1000; i++) {
        buf_clear(&b);
        if (i == 1) buf_printf(&b, "%s.v%d.bak", path, from);
        else buf_printf(&b, "%s.v%d-%d.bak", path, from, i);
        if (!file_exists(b.p)) break;
    }
    return b.p;
}

/* Brings an older file to the schema of today; a backup is made first, so nothing is lost when it goes wrong. */
static int bring_up(Store *s, int from, Err *e)
{
    if (sqlite3_db_readonly(s->db, "main") == 1) return err_set(e, SEN5007, "%s", path_base(s->path));
    char *full = backup_name(s->full, from), *shown = mem_copy_text(path_base(full));
    int rc = store_copy_to(s, full, shown, e);
    if (rc == 0) rc = schema_upgrade(s, s->schema, from, e);
    if (rc == 0) s->backup = full;
    else free(full);
    free(shown);
    return rc;
}

static int check_identity(Store *s, Err *e)
{
    int64_t id, version;
    if (db_int(s, "PRAGMA application_id", &id, e) < 0) return -1;
    if (id != APPLICATION_ID) return err_set(e, SEN5001, "%s", path_base(s->path));
    if (db_int(s, "PRAGMA user_version", &version, e) < 0) return -1;
    if (version < 1) return err_set(e, SEN5001, "%s", path_base(s->path));
    if (version > s->schema->version)
        return err_set(e, SEN5002, "%s" ARG "%d" ARG "%d", path_base(s->path), (int)version, s->schema->version);
    if (db_exec(s, setup, e) < 0) return -1;
    if (version < s->schema->version) return bring_up(s, (int)version, e);
    return schema_check(s, s->schema, e);
}

Store *store_open_schema(const char *path, StoreMode mode, const Schema *schema, Err *e)
{
    Store *s = store_new(path, mode, schema);
    int rc = look_at_file(s, e);
    if (rc == 0) rc = db_open(s, 0, e);
    if (rc == 0) rc = check_identity(s, e);
    if (rc == 0 && mode == STORE_WRITE && sqlite3_db_readonly(s->db, "main") == 1)
        rc = err_set(e, SEN5007, "%s", path_base(path));
    if (rc == 0 && mode == STORE_READ) rc = db_exec(s, "PRAGMA query_only = ON", e);
    if (rc < 0) {
        store_close(s);
        return NULL;
    }
    s->sealed = 1;
    return s;
}

Store *store_open(const char *path, StoreMode mode, Err *e) { return store_open_schema(path, mode, schema_current(), e); }

/* --- files beside the database --- */

static int sync_path(const char *path, int flags)
{
    int fd = open(path, flags | O_CLOEXEC | O_NOFOLLOW);
    if (fd < 0) return -1;
    int rc = fsync(fd), why = errno;
    close(fd);
    errno = why;
    return rc;
}

static char *folder_of(const char *full)
{
    char *dir = mem_copy_text(full);
    char *slash = strrchr(dir, '/');
    slash[slash == dir] = 0;
    return dir;
}

/* Gives the finished temporary file its name, unless something has that name. */
static int put_in_place(const char *tmp, const char *full, const char *shown, Code taken, Err *e)
{
    if (sync_path(tmp, O_RDWR) < 0) return err_set(e, errno == ENOSPC ? SEN5006 : SEN5008, "%s" ARG "%s", shown, strerror(errno));
    int rc = renameat2(AT_FDCWD, tmp, AT_FDCWD, full, RENAME_NOREPLACE);
    if (rc < 0 && (errno == EINVAL || errno == ENOSYS)) {  /* a file system that cannot promise it */
        if (file_exists(full)) errno = EEXIST;
        else rc = rename(tmp, full);
    }
    if (rc < 0) return err_set(e, errno == EEXIST ? taken : SEN5007, "%s", shown);
    char *dir = folder_of(full);
    sync_path(dir, O_RDONLY | O_DIRECTORY);
    free(dir);
    return 0;
}

/* A new empty file that only we made; SQLite then opens it. */
static char *temp_beside(const char *full, const char *shown, Err *e)
{
    Buf b = {0};
    file_sweep(full);
    buf_printf(&b, "%s.tmp.%ld", full, (long)getpid());
    int fd = open(b.p, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (fd >= 0) {
        close(fd);
        return b.p;
    }
    if (errno == ENOSPC || errno == EDQUOT) err_set(e, SEN5006, "%s", shown);
    else err_set(e, errno == ENOENT ? SEN5009 : SEN5007, "%s", shown);
    buf_free(&b);
    return NULL;
}

static void remove_temp(const char *tmp)
{
    Buf b = {0};
    buf_printf(&b, "%s-journal", tmp);
    unlink(b.p);
    unlink(tmp);
    buf_free(&b);
}

/* --- create --- */

typedef int (*First)(void *self, Store *s, Err *e);

static int fill_new(Store *s, const char *at, const char *who, First first_rows, void *self, Err *e)
{
    char sql[64];
    sqlite3_snprintf(sizeof sql, sql, "PRAGMA application_id = %d", APPLICATION_ID);
    if (db_exec(s, setup, e) < 0 || db_exec(s, sql, e) < 0 || db_exec(s, "BEGIN IMMEDIATE", e) < 0) return -1;
    if (schema_make(s, s->schema, e) < 0 || db_exec(s, "INSERT INTO clock VALUES(1, 0, 1, 0, 0, '')", e) < 0) return -1;
    if (db_exec(s, "COMMIT", e) < 0) return -1;
    s->sealed = 1;
    StoreCommand first = {.command = "init", .who = who, .at = at, .seen = -1, .final = 1};
    if (store_begin(s, &first, e) < 0 || (first_rows && first_rows(self, s, e) < 0)) return -1;
    return store_commit(s, e);
}

int store_create(const char *path, const char *at, const char *who, Err *e)
{
    return store_create_with(path, at, who, NULL, NULL, e);
}

int store_create_with(const char *path, const char *at, const char *who, First first, void *self, Err *e)
{
    const char *name = path_base(path);
    Store *s = store_new(path, STORE_WRITE, schema_current());
    char *full = s->full, *tmp = NULL;
    int rc = -1;
    s->full = NULL;
    if (!full) {
        err_set(e, SEN5009, "%s", name);
        goto out;
    }
    if (file_exists(full)) {
        err_set(e, SEN5010, "%s", name);
        goto out;
    }
    tmp = temp_beside(full, name, e);
    if (!tmp) goto out;
    s->full = mem_copy_text(tmp);
    rc = db_open(s, 1, e);
    if (rc == 0) rc = fill_new(s, at, who, first, self, e);
    store_rollback(s);
    if (s->db) db_close(s);
    if (rc == 0) rc = put_in_place(tmp, full, name, SEN5010, e);
    if (rc < 0) remove_temp(tmp);
out:
    free(tmp);
    free(full);
    store_close(s);
    return rc;
}

/* --- copies --- */

/* Page by page through the backup API: right even while others write. */
static int copy_pages(Store *s, Store *to, Err *e)
{
    int rc = SQLITE_BUSY;
    sqlite3_backup *b = sqlite3_backup_init(to->db, "main", s->db, "main");
    if (!b) return db_fail(to, sqlite3_errcode(to->db), e);
    for (int waits = 0; waits < 100; waits++) {
        db_deadline(s, 60);
        db_deadline(to, 60);
        rc = sqlite3_backup_step(b, -1);
        if ((rc & 0xff) != SQLITE_BUSY && (rc & 0xff) != SQLITE_LOCKED) break;
        sqlite3_sleep(50);
    }
    int end = sqlite3_backup_finish(b);
    if (rc == SQLITE_DONE) rc = end;
    if (rc == SQLITE_OK) return 0;
    int of_source = (rc & 0xff) == SQLITE_BUSY || (rc & 0xff) == SQLITE_LOCKED || (rc & 0xff) == SQLITE_CORRUPT;
    return db_fail(of_source ? s : to, rc, e);
}

static int copy_checked(Store *s, const char *tmp, const char *shown, Err *e)
{
    Store copy = {.path = (char *)shown, .full = (char *)tmp, .schema = s->schema, .mode = STORE_WRITE};
    int rc = db_open(&copy, 0, e);
    /* a file nobody knows yet; synced below */
    if (rc == 0) rc = db_exec(&copy, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF", e);
    if (rc == 0) rc = copy_pages(s, &copy, e);
    if (rc == 0) {
        sqlite3_stmt *q = db_get(&copy, "PRAGMA quick_check(1)", e);
        rc = db_row(&copy, q, e) == 1 ? 0 : -1;
        if (rc == 0 && strcmp((const char *)sqlite3_column_text(q, 0), "ok")) rc = err_set(e, SEN5003, "%s", path_base(s->path));
    }
    if (copy.db) db_close(&copy);
    return rc;
}

int store_copy_to(Store *s, const char *full, const char *shown, Err *e)
{
    if (file_exists(full)) return err_set(e, SEN5018, "%s", shown);
    char *tmp = temp_beside(full, shown, e);
    if (!tmp) return -1;
    int rc = copy_checked(s, tmp, shown, e);
    if (rc == 0) rc = put_in_place(tmp, full, shown, SEN5018, e);
    if (rc < 0) remove_temp(tmp);
    free(tmp);
    return rc;
}

int store_backup(Store *s, const char *to, Err *e)
{
    char *full = full_path(to);
    if (!full) return err_set(e, SEN5009, "%s", path_base(to));
    int rc = store_copy_to(s, full, path_base(to), e);
    free(full);
    return rc;
}
