/* test_store_hostile.c - what the store meets in the world: foreign, altered and damaged files, older and newer schemas, full and
 * read-only places, a killed writer, two writers at once, and a person with the sqlite3 shell. */
#include "tests/unit/harness.h"
#include "core/base/file.h"
#include "core/store/database.h"
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static char dir[4096], db[5200];

static void fresh_in(const char *tmp)
{
    Err e = {0};
    snprintf(dir, sizeof dir, "%s/sen-hostile-XXXXXX", tmp ? tmp : "/tmp");
    OK(mkdtemp(dir) != NULL);
    snprintf(db, sizeof db, "%s/sen.db", dir);
    INT_EQ(0, store_create(db, "2026-01-02T08:00:00", "An", &e));
}

static void fresh(void) { fresh_in(getenv("TMPDIR")); }

static int begin(Store *s, Err *e)
{
    StoreCommand c = {.command = "tick", .who = "Bình", .at = "2026-03-04T09:10:11", .seen = -1};
    return store_begin(s, &c, e);
}

static int tick(Store *s, int i, Err *e)
{
    char item[32];
    snprintf(item, sizeof item, "x/%d", i);
    StoreTick t = {.unit = "xa-a", .item = item, .on = date_of(2026, 1, 1), .times = 1, .note = "Đã làm xong việc này"};
    if (begin(s, e) < 0) return -1;
    if (store_put_tick(s, &t, NULL, e) == 0) return store_commit(s, e);
    store_rollback(s);
    return -1;
}

static void ticks(int n)
{
    Err e = {0};
    Store *s = store_open(db, STORE_WRITE, &e);
    for (int i = 0; s && i < n; i++) INT_EQ(0, tick(s, i, &e));
    store_close(s);
}

static long count(Store *s, Err *e)
{
    StoreTick *t;
    size_t n = 0;
    Arena *a = arena_new();
    int rc = store_ticks(s, "xa-a", a, &t, &n, e);
    arena_free(a);
    return rc < 0 ? -1 : (long)n;
}

static int shell(const char *sql)
{
    char command[9000];
    snprintf(command, sizeof command, "sqlite3 '%s' \"%s\" >/dev/null 2>&1", db, sql);
    return system(command);
}

static Code open_code(StoreMode mode)
{
    Err e = {0};
    Store *s = store_open(db, mode, &e);
    OK(!s == !!e.code);
    store_close(s);
    return e.code;
}

static size_t doctor(Store *s)
{
    Err e = {0};
    Arena *a = arena_new();
    Findings f;
    findings_init(&f, a);
    INT_EQ(0, store_doctor(s, &f, &e));
    size_t n = f.n;
    findings_free(&f);
    arena_free(a);
    return n;
}

TEST(altered_structures_are_refused)
{
    static const char *const sql[] = {
        "CREATE TRIGGER evil AFTER INSERT ON tick BEGIN DELETE FROM value; END",
        "CREATE TRIGGER tick_evil BEFORE UPDATE ON tick BEGIN SELECT load_extension('x'); END",
        "CREATE VIEW evil AS SELECT * FROM tick", "CREATE TABLE evil(x)", "CREATE INDEX evil ON tick(note)",
        "CREATE VIRTUAL TABLE evil USING fts5(x)", "DROP TRIGGER tick_INSERT", "DROP VIEW v_ticks", "DROP INDEX unit_revision_since",
        "ALTER TABLE tick ADD COLUMN evil TEXT", "ALTER TABLE tick RENAME COLUMN note TO notes",
        "DROP VIEW v_ticks; CREATE VIEW v_ticks AS SELECT * FROM tick",
        "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'times > 0', 'times > 9') WHERE name = 'tick'",
        "ANALYZE",
    };
    for (size_t i = 0; i < sizeof sql / sizeof *sql; i++) {
        fresh();
        if (shell(sql[i])) printf("# %s\n", sql[i]);
        INT_EQ(SEN5004, open_code(STORE_WRITE));
        INT_EQ(SEN5004, open_code(STORE_READ));
    }
}

TEST(foreign_and_newer_files_are_refused)
{
    static const struct { const char *sql; Code code; } bad[] = {
        {"PRAGMA application_id = 7", SEN5001}, {"PRAGMA application_id = 0", SEN5001}, {"PRAGMA user_version = 0", SEN5001},
        {"PRAGMA user_version = 3", SEN5002}, {"PRAGMA user_version = 2000000000", SEN5002}, {"PRAGMA user_version = -1", SEN5001},
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        fresh();
        INT_EQ(0, shell(bad[i].sql));
        INT_EQ(bad[i].code, open_code(STORE_WRITE));
    }
    Err e = {0};
    const char *const bytes[] = {"", "x", "SQLite format 3", "Kế hoạch số 17/KH-UBND ngày 05/01/2026 của Ủy ban nhân dân tỉnh "
        "về việc gì đó"};
    for (size_t i = 0; i < sizeof bytes / sizeof *bytes; i++) {
        fresh();
        unlink(db);
        INT_EQ(0, file_write(db, NULL, bytes[i], strlen(bytes[i]), &e));
        INT_EQ(SEN5001, open_code(STORE_WRITE));
    }
    fresh();
    char other[5300];
    snprintf(other, sizeof other, "%s.link", db);
    OK(rename(db, other) == 0 && symlink(other, db) == 0);
    INT_EQ(SEN1003, open_code(STORE_WRITE));
    OK(unlink(db) == 0 && mkdir(db, 0700) == 0);
    INT_EQ(SEN1002, open_code(STORE_WRITE));
    OK(rmdir(db) == 0 && mkfifo(db, 0600) == 0);
    INT_EQ(SEN1003, open_code(STORE_WRITE));
    INT_EQ(3, err_exit(SEN5001));
    INT_EQ(3, err_exit(SEN5002));
    INT_EQ(4, err_exit(SEN5005));
}

TEST(a_database_left_in_wal_mode_is_taken_out_of_it)
{
    fresh();
    INT_EQ(0, shell("PRAGMA journal_mode = WAL"));
    Err e = {0};
    Store *s = store_open(db, STORE_WRITE, &e);
    OK(s != NULL);
    INT_EQ(0, tick(s, 1, &e));
    store_close(s);
    char wal[5300];
    snprintf(wal, sizeof wal, "%s-wal", db);
    OK(!file_exists(wal));
}

/* All rows as text: what a reader would see. */
static void dump(char hex[65])
{
    char command[6000];
    Buf b = {0};
    snprintf(command, sizeof command, "sqlite3 '%s' .dump 2>&1", db);
    FILE *p = popen(command, "r");
    for (size_t n = 1; p && n;) {
        buf_room(&b, 65536);
        n = fread(b.p + b.n, 1, 65536, p);
        b.n += n;
    }
    if (p) pclose(p);
    store_sha256(b.p, b.n, hex);
    buf_free(&b);
}

/* Truncated, or with random bytes on a random page: the store, SQLite or the journal says so, or not one row reads otherwise. */
TEST(damage_is_found)
{
    unsigned seed = 20260101;
    Buf whole = {0};
    Err e = {0};
    char before[65], after[65];
    fresh();
    ticks(60);
    dump(before);
    INT_EQ(0, file_read(db, NULL, 10 << 20, &whole, &e));
    int found = 0, silent = 0, rounds = 100;
    for (int i = 0; i < rounds; i++) {
        Buf b = {0};
        buf_add(&b, whole.p, whole.n);
        seed = seed * 1103515245u + 12345u;
        if (i % 10 == 0) {
            b.n = seed % (unsigned)b.n;                   /* truncated */
        } else {
            size_t page = (seed >> 8) % (b.n / 4096);
            for (int k = 0; k < (i % 3 ? 200 : 1); k++) {
                seed = seed * 1103515245u + 12345u;
                b.p[page * 4096 + (seed >> 8) % 4096] = (char)(seed >> 20);
            }
        }
        unlink(db);
        Err w = {0}, r = {0};
        INT_EQ(0, file_write(db, NULL, b.p, b.n, &w));
        Store *s = store_open(db, STORE_WRITE, &r);
        size_t n = s ? doctor(s) : 1;
        found += n > 0;
        if (s && !n) {
            dump(after);
            silent += strcmp(before, after) != 0;
        }
        if (s) count(s, &r);
        if (s) tick(s, 1000, &r);
        OK(r.code != SEN9999);
        if (r.code == SEN9999) printf("# %s\n", r.arg[0]);
        store_close(s);
        buf_free(&b);
    }
    printf("# %d of %d damages found, %d changed a row in silence\n", found, rounds, silent);
    OK(found >= rounds / 3);                              /* the others fell on free bytes */
    INT_EQ(0, silent);
    buf_free(&whole);
}

TEST(a_row_changed_from_outside_is_found)
{
    static const char *const sql[] = {
        "UPDATE tick SET note = 'x' WHERE item = 'x/1'", "DELETE FROM tick WHERE item = 'x/4'", "INSERT INTO setting VALUES('a', 'b')",
        "UPDATE unit_revision SET revision = 1 WHERE unit = 'xa-a'", "UPDATE clock SET revision = 2",
    };
    for (size_t i = 0; i < sizeof sql / sizeof *sql; i++) {
        Err e = {0};
        fresh();
        ticks(5);
        INT_EQ(0, shell(sql[i]));
        Store *s = store_open(db, STORE_READ, &e);
        OK(s && doctor(s) > 0);
        store_close(s);
    }
}

/* Any single row of the journal changed, removed or swapped. */
TEST(a_touched_journal_is_found)
{
    static const char *const sql[] = {
        "UPDATE command SET who = 'X' WHERE seq = 3", "UPDATE command SET at = '2020' WHERE seq = 1", "UPDATE command SET hash = 'x' WHERE seq = 2",
        "UPDATE command SET changes = x'00' WHERE seq = 4", "UPDATE command SET final = 1 WHERE seq = 3",
        "UPDATE change SET after = NULL WHERE seq = 2", "UPDATE change SET id = 'x' WHERE seq = 5", "DELETE FROM change WHERE "
        "seq = 4",
        "INSERT INTO change VALUES(3, 9, 'tick', 'x', NULL, NULL)", "INSERT INTO statement VALUES(3, 0, 'a', 'b')",
        "INSERT INTO undone VALUES(2, 3)", "DELETE FROM change WHERE seq = 6; DELETE FROM command WHERE seq = 6",
        "DELETE FROM change WHERE seq = 3; DELETE FROM command WHERE seq = 3",
        "UPDATE command SET seq = 90 WHERE seq = 2; UPDATE command SET seq = 2 WHERE seq = 3; UPDATE command SET seq = 3 "
        "WHERE seq = 90",
        "INSERT INTO command VALUES(7, 'a', NULL, 'b', 0, x'', 'c')", "UPDATE clock SET head = ''", "UPDATE clock SET entries "
        "= 5",
    };
    for (size_t i = 0; i < sizeof sql / sizeof *sql; i++) {
        Err e = {0};
        fresh();
        ticks(5);
        INT_EQ(0, shell(sql[i]));
        Store *s = store_open(db, STORE_READ, &e);
        if (!s || !doctor(s)) printf("# not found: %s\n", sql[i]);
        OK(s && doctor(s) > 0);
        store_close(s);
    }
}

TEST(an_undo_never_applies_altered_bytes_or_undoes_what_others_changed)
{
    Err e = {0};
    Arena *a = arena_new();
    StoreUndo u;
    fresh();
    ticks(2);
    INT_EQ(0, shell("UPDATE tick SET note = 'khác' WHERE item = 'x/1'"));
    Store *s = store_open(db, STORE_WRITE, &e);
    INT_EQ(0, begin(s, &e));
    INT_EQ(-1, store_undo(s, 1, a, &u, &e));
    INT_EQ(SEN5014, e.code);
    store_rollback(s);
    e = (Err){0};
    INT_EQ(2, count(s, &e));
    store_close(s);
    INT_EQ(0, shell("UPDATE command SET changes = (SELECT changes FROM command WHERE seq = 2) WHERE seq = 3"));
    s = store_open(db, STORE_WRITE, &e);
    INT_EQ(0, begin(s, &e));
    INT_EQ(-1, store_undo(s, 1, a, &u, &e));
    INT_EQ(SEN5025, e.code);
    store_close(s);                                       /* with the command open */
    arena_free(a);
}

/* --- migrations: from the schema of today to one made for this test --- */

static const char *const to_next[] = {"ALTER TABLE unit ADD COLUMN note TEXT", "CREATE TABLE extra(id TEXT PRIMARY KEY) "
    "STRICT, WITHOUT ROWID",
                                     "INSERT INTO extra SELECT item FROM tick", NULL};
static const char *const bad_next[] = {"CREATE TABLE extra(id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID", "INSERT INTO nowhere VALUES(1)", NULL};

static Schema next_schema(SchemaObject *objects, const SchemaStep *step)
{
    Schema two = *schema_current();
    memcpy(objects, two.objects, two.n_objects * sizeof *objects);
    for (size_t i = 0; i < two.n_objects; i++)
        if (!strcmp(objects[i].name, "unit"))
            objects[i].sql = "CREATE TABLE unit(id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT, parent TEXT, valid_from "
                             "TEXT, valid_to TEXT, "
                             "note TEXT) STRICT, WITHOUT ROWID";
    objects[two.n_objects] = (SchemaObject){"table", "extra", "extra", "CREATE TABLE extra(id TEXT PRIMARY KEY) STRICT, "
        "WITHOUT ROWID"};
    two.objects = objects;
    two.n_objects++;
    two.version++;
    two.steps = step;
    two.n_steps = 1;
    return two;
}

TEST(a_migration_keeps_a_backup_and_everything_else)
{
    SchemaObject objects[200];
    SchemaStep step = {schema_current()->version, to_next}, bad = {schema_current()->version, bad_next};
    Schema two = next_schema(objects, &step), broken = next_schema(objects, &bad);
    Err e = {0};
    char name[5100];
    fresh();
    ticks(3);
    OK(!store_open_schema(db, STORE_WRITE, &broken, &e));
    OK(e.code != 0);
    e = (Err){0};
    INT_EQ(SEN_OK, open_code(STORE_WRITE));               /* still the version of today, whole */
    Store *s = store_open_schema(db, STORE_READ, &two, &e);
    OK(s != NULL);
    if (!s) return;
    OK(store_upgrade_backup(s) != NULL);
    INT_EQ(3, count(s, &e));
    INT_EQ(0, (long long)doctor(s));
    snprintf(name, sizeof name, "%s", store_upgrade_backup(s));
    store_close(s);
    INT_EQ(SEN5002, open_code(STORE_WRITE));              /* to this program it is a newer one */
    snprintf(db, sizeof db, "%s", name);
    s = store_open(db, STORE_WRITE, &e);                  /* and the backup is of the version before */
    OK(s != NULL);
    if (s) INT_EQ(3, count(s, &e));
    store_close(s);
    Schema gap = two;
    gap.version++;
    e = (Err){0};
    OK(!store_open_schema(db, STORE_WRITE, &gap, &e));
    INT_EQ(SEN5021, e.code);
}

/* A child is killed somewhere in its migration: the file is the old one or the new one, whole. */
TEST(a_killed_migration_is_old_or_new)
{
    SchemaObject objects[200];
    SchemaStep step = {schema_current()->version, to_next};
    Schema two = next_schema(objects, &step);
    for (int i = 0; i < 12; i++) {
        fresh();
        ticks(2);
        pid_t child = fork();
        if (child == 0) {
            Err e = {0};
            store_close(store_open_schema(db, STORE_WRITE, &two, &e));
            _exit(0);
        }
        usleep((useconds_t)(i * 700));
        kill(child, SIGKILL);
        waitpid(child, NULL, 0);
        Err e = {0};
        Store *s = store_open_schema(db, STORE_WRITE, &two, &e);
        OK(s != NULL);
        if (s) INT_EQ(2, count(s, &e));
        if (s) INT_EQ(0, (long long)doctor(s));
        store_close(s);
    }
}

/* --- full, read-only, killed, shared --- */

TEST(a_full_disk_keeps_the_old_state)
{
    Err e = {0};
    fresh();
    Store *s = store_open(db, STORE_WRITE, &e);
    int64_t pages;
    INT_EQ(0, db_int(s, "PRAGMA max_page_count = 1", &pages, &e));    /* SQLite then allows no page more than there are */
    int done = 0;
    while (done < 500 && tick(s, done, &e) == 0) done++;
    INT_EQ(SEN5006, e.code);
    INT_EQ(4, err_exit(e.code));
    e = (Err){0};
    INT_EQ(done, count(s, &e));
    INT_EQ(0, (long long)doctor(s));
    INT_EQ(0, db_int(s, "PRAGMA max_page_count = 100000", &pages, &e));
    INT_EQ(0, tick(s, done, &e));                         /* after space was freed */
    store_close(s);
}

TEST(a_read_only_place_is_said_so)
{
    fresh_in("/tmp");                                     /* a folder that another account can reach */
    ticks(1);
    if (geteuid() == 0) {                                 /* root writes anywhere: another account tries */
        OK(chown(dir, 65534, 65534) == 0 && chown(db, 65534, 65534) == 0);
    }
    for (int way = 0; way < 2; way++) {
        OK(chmod(db, way ? 0600 : 0400) == 0 && chmod(dir, way ? 0500 : 0700) == 0);
        fflush(stdout);
        pid_t child = fork();
        if (child == 0) {
            Err e = {0};
            if (geteuid() == 0 && (setgid(65534) < 0 || setuid(65534) < 0)) _exit(9);
            Store *s = store_open(db, STORE_WRITE, &e);
            if (s) tick(s, 2, &e);
            if (e.code != SEN5007) _exit(1);
            e = (Err){0};
            s = store_open(db, STORE_READ, &e);
            if (!s || count(s, &e) != 1) _exit(2);
            _exit(0);
        }
        int status;
        waitpid(child, &status, 0);
        INT_EQ(0, WEXITSTATUS(status));
    }
    chmod(dir, 0700);
    Err e = {0};
    char path[5100];
    snprintf(path, sizeof path, "%s/none/sen.db", dir);
    INT_EQ(-1, store_create(path, "2026-01-02T08:00:00", NULL, &e));
    INT_EQ(SEN5009, e.code);
    unlink(db);
    rmdir(dir);
}

/* A child writes without end and is killed somewhere: what it told as committed is there, whole. */
TEST(a_killed_writer_loses_nothing_it_committed)
{
    unsigned seed = 7;
    fresh();
    int base = 0;
    for (int round = 0; round < 15; round++) {
        int fd[2], told = 0, one;
        OK(pipe(fd) == 0);
        pid_t child = fork();
        if (child == 0) {
            Err e = {0};
            close(fd[0]);
            Store *s = store_open(db, STORE_WRITE, &e);
            for (int i = base;; i++)
                if (!s || tick(s, i, &e) < 0 || write(fd[1], &i, sizeof i) != (ssize_t)sizeof i) _exit(1);
        }
        close(fd[1]);
        seed = seed * 1103515245u + 12345u;
        while (told < 1 + round % 4 && read(fd[0], &one, sizeof one) == (ssize_t)sizeof one) told++;
        usleep((seed >> 8) % 5000);                       /* somewhere in the next commands */
        kill(child, SIGKILL);
        waitpid(child, NULL, 0);
        while (read(fd[0], &one, sizeof one) == (ssize_t)sizeof one) told++;
        close(fd[0]);
        Err e = {0};
        Store *s = store_open(db, STORE_WRITE, &e);
        OK(s != NULL);
        if (!s) return;
        long n = count(s, &e);
        OK(n == base + told || n == base + told + 1);     /* the last may be committed and untold */
        INT_EQ(n + 1, store_revision(s, &e));
        INT_EQ(0, (long long)doctor(s));
        base = (int)n;
        store_close(s);
    }
    OK(base >= 15);
}

TEST(two_writers_lose_no_update)
{
    enum { EACH = 60, WRITERS = 3 };
    pid_t child[WRITERS];
    fresh();
    ticks(1);
    for (int w = 0; w < WRITERS; w++) {
        child[w] = fork();
        if (child[w]) continue;
        Err e = {0};
        Store *s = store_open(db, STORE_WRITE, &e);
        for (int i = 0; s && i < EACH; i++) {             /* read, add one, write: inside one command */
            StoreTick *t;
            size_t n;
            Arena *a = arena_new();
            if (begin(s, &e) < 0 || store_ticks(s, "xa-a", a, &t, &n, &e) < 0 || n != 1) _exit(2);
            t[0].times++;
            if (store_put_tick(s, &t[0], NULL, &e) < 0 || store_commit(s, &e) < 0) _exit(3);
            arena_free(a);
        }
        store_close(s);
        _exit(!s);
    }
    for (int w = 0; w < WRITERS; w++) {
        int status;
        waitpid(child[w], &status, 0);
        INT_EQ(0, WEXITSTATUS(status));
    }
    Err e = {0};
    StoreTick *t;
    size_t n;
    Arena *a = arena_new();
    Store *s = store_open(db, STORE_READ, &e);
    INT_EQ(0, store_ticks(s, "xa-a", a, &t, &n, &e));
    INT_EQ(1 + EACH * WRITERS, t[0].times);
    INT_EQ(0, (long long)doctor(s));
    arena_free(a);
    store_close(s);
}

TEST(a_locked_database_gives_a_sentence_not_a_wait_without_end)
{
    Err e = {0};
    fresh();
    Store *one = store_open(db, STORE_WRITE, &e), *two = store_open(db, STORE_WRITE, &e), *reader = store_open(db, STORE_READ, &e);
    store_set_wait(one, 30);
    store_set_wait(two, 30);
    INT_EQ(0, begin(one, &e));
    INT_EQ(-1, begin(two, &e));
    INT_EQ(SEN5005, e.code);
    e = (Err){0};
    StoreTick t = {.unit = "xa-a", .item = "x/y", .on = date_of(2026, 1, 1), .times = 1};
    INT_EQ(0, store_read_begin(reader, &e));
    INT_EQ(0, store_put_tick(one, &t, NULL, &e));
    INT_EQ(-1, store_commit(one, &e));                    /* a reader holds its view: the commit waits, then says so */
    INT_EQ(SEN5005, e.code);
    e = (Err){0};
    store_read_end(reader);
    INT_EQ(0, tick(one, 1, &e));
    INT_EQ(1, count(reader, &e));
    store_close(one);
    store_close(two);
    store_close(reader);
}

TEST(temporary_files_of_the_dead_are_swept)
{
    char path[5100];
    Err e = {0};
    fresh();
    ticks(1);
    pid_t child = fork();
    if (child == 0) _exit(0);
    waitpid(child, NULL, 0);
    snprintf(path, sizeof path, "%s/copy.db.tmp.%ld", dir, (long)child);
    INT_EQ(0, file_write(path, NULL, "x", 1, &e));
    snprintf(path, sizeof path, "%s/copy.db", dir);
    Store *s = store_open(db, STORE_READ, &e);
    INT_EQ(0, store_backup(s, path, &e));
    store_close(s);
    char **names;
    size_t n;
    INT_EQ(0, file_list(dir, NULL, &names, &n, &e));
    INT_EQ(2, (long long)n);
    file_names_free(names, n);
}

/* --- a person with the sqlite3 shell --- */

TEST(every_table_has_a_view_and_all_are_listed_in_v_help)
{
    char command[40000];
    fresh();
    ticks(2);
    snprintf(command, sizeof command,
             "set -e; test \"$(sqlite3 -readonly '%s' \"SELECT item FROM v_ticks ORDER BY 1\" | tr '\\n' ' ')\" = 'x/0 x/1 '\n"
             "views=$(sqlite3 '%s' \"SELECT name FROM sqlite_schema WHERE type = 'view' AND name <> 'v_help' ORDER BY 1\")\n"
             "test \"$views\" = \"$(sqlite3 '%s' 'SELECT view FROM v_help ORDER BY 1')\"\n"
             "for v in $views; do sqlite3 '%s' \"SELECT * FROM $v\" >/dev/null; done\n"
             "test \"$(sqlite3 '%s' 'SELECT count(*), max(seq) FROM v_journal')\" = '3|3'\n"
             "! sqlite3 '%s' \"UPDATE v_ticks SET times = 9\" 2>/dev/null", db, db, db, db, db, db);
    INT_EQ(0, system(command));
    const Schema *c = schema_current();
    for (size_t i = 0; i < c->n_objects; i++) {           /* every table but the counters is read by some view */
        if (strcmp(c->objects[i].type, "table") || !strcmp(c->objects[i].name, "clock")) continue;
        char word[100];
        int seen = 0;
        snprintf(word, sizeof word, "%s", c->objects[i].name);
        for (size_t k = 0; k < c->n_objects; k++) {
            if (strcmp(c->objects[k].type, "view")) continue;
            const char *sql = c->objects[k].sql, *p = sql;
            while ((p = strstr(p, word))) {
                char after = p[strlen(word)];
                seen |= (p > sql && p[-1] == ' ') && (!after || after == ' ');
                p++;
            }
        }
        if (!seen) printf("# no view reads %s\n", word);
        OK(seen);
    }
}
