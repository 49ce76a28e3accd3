/* check.c - what `sen doctor` asks of the database: whole pages, whole references, the expected schema, an unbroken journal. */
#include "core/store/database.h"
#include "core/store/parts.h"
#include "core/base/file.h"
#include <string.h>

/* A finding per line SQLite reports; its English text is kept as it is, for the support person. */
static int check_pages(Store *s, Findings *f, Err *e)
{
    Err bad = {0};
    int rc, sound = 1;
    sqlite3_stmt *q = db_get(s, "PRAGMA integrity_check(20)", &bad);
    while ((rc = db_row(s, q, &bad)) > 0) {
        const char *t = (const char *)sqlite3_column_text(q, 0);
        if (t && !strcmp(t, "ok")) continue;
        sound = 0;
        findings_add(f, SEN5027, s->path, 0, 0, NULL, "%s", t ? t : "?");
    }
    if (rc < 0 && bad.code != SEN5003) {
        *e = bad;
        return -1;
    }
    if (rc < 0) findings_add(f, SEN5003, s->path, 0, 0, NULL, "%s", path_base(s->path));
    return rc < 0 ? 0 : sound;
}

static int check_references(Store *s, Findings *f, Err *e)
{
    int rc;
    sqlite3_stmt *q = db_get(s, "PRAGMA foreign_key_check", e);
    while ((rc = db_row(s, q, e)) > 0) {
        const char *t = (const char *)sqlite3_column_text(q, 0);
        findings_add(f, SEN5028, s->path, 0, 0, NULL, "%s", t ? t : "?");
    }
    return rc;
}

int store_doctor(Store *s, Findings *f, Err *e)
{
    Err bad = {0};
    int sound = check_pages(s, f, e);
    if (sound < 0) return -1;
    if (!sound) return 0;                                 /* what follows would read damaged pages */
    if (schema_check(s, s->schema, &bad) < 0) {
        findings_add_err(f, &bad);
        return 0;
    }
    if (check_references(s, f, e) < 0 || journal_check(s, f, e) < 0 || parts_check(s, f, e) < 0) return -1;
    return replay_check(s, f, e);
}
