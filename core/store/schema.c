/* schema.c - the tables, views and triggers of sen.db as text, the check that a file has exactly these, and migrations.
 *
 * The text of an object is what SQLite keeps in sqlite_schema, so the check is a comparison. A change here is a new version:
 * raise `version`, add a step, leave the released texts of older versions to the steps. */
#include "core/store/database.h"
#include "core/base/file.h"
#include <stdlib.h>
#include <string.h>

#define TABLE(name, columns, rest) {"table", name, name, "CREATE TABLE " name "(" columns ")" rest}
#define KEYED " STRICT, WITHOUT ROWID"
#define VIEW(name, meaning, sql) {"view", name, name, "CREATE VIEW " name " AS -- " meaning "\n" sql}
/* Every change of a unit's rows marks the unit with the revision that the open command will have. */
#define BUMP_SQL(table, event, unit)                                                                           \
    "CREATE TRIGGER " table "_" event " AFTER " event " ON " table                                             \
    " BEGIN INSERT INTO unit_revision VALUES(" unit ", (SELECT revision + 1 FROM clock))"                      \
    " ON CONFLICT(unit) DO UPDATE SET revision = excluded.revision; END"
#define BUMP(table, event, unit) {"trigger", table "_" event, table, BUMP_SQL(table, event, unit)}
#define BUMPS(table, unit) \
    BUMP(table, "INSERT", "new." unit), BUMP(table, "UPDATE", "new." unit), BUMP(table, "DELETE", "old." unit)
#define BUMPS_ALL(table) BUMP(table, "INSERT", "''"), BUMP(table, "UPDATE", "''"), BUMP(table, "DELETE", "''")
/* The parts of a plan's version: plan, version, position in document order, then its own columns. */
#define PART(name, columns)                                                                                    \
    TABLE(name, "plan TEXT NOT NULL, version INTEGER NOT NULL, pos INTEGER NOT NULL, " columns                 \
          ", PRIMARY KEY(plan, version, pos), FOREIGN KEY(plan, version) REFERENCES version", KEYED)

/* What version 2 added; the step from version 1 makes the same, so these texts are released: they change only by a new step. */
#define ADDED_2(T)                                                                                             \
    /* public keys whose layers are taken in and run; scope: "layer", or "layer:NAME" */                      \
    T("key", "key TEXT PRIMARY KEY, name TEXT NOT NULL, scope TEXT NOT NULL, who TEXT, at TEXT NOT NULL")      \
    /* layers taken in; "sen" is the program's own base layer as last taken up. signed_by: a key, NULL = not signed */ \
    T("layer", "name TEXT PRIMARY KEY, version TEXT NOT NULL, path TEXT NOT NULL, sha256 TEXT NOT NULL, "      \
      "signed_by TEXT, who TEXT, at TEXT NOT NULL")                                                            \
    T("layer_file", "layer TEXT NOT NULL, path TEXT NOT NULL, sha256 TEXT NOT NULL, text TEXT NOT NULL, "      \
      "PRIMARY KEY(layer, path)")                                                                              \
    /* files of the workspace that came from elsewhere: they run only when trust allows exactly their bytes */ \
    T("arrival", "path TEXT PRIMARY KEY, source TEXT NOT NULL, sha256 TEXT NOT NULL, who TEXT, at TEXT NOT NULL") \
    T("proposal", "id INTEGER PRIMARY KEY, unit TEXT NOT NULL, source TEXT NOT NULL, sha256 TEXT, kind TEXT NOT NULL, " \
      "address TEXT NOT NULL, field TEXT, base TEXT, theirs TEXT, mine TEXT, note TEXT, "                      \
      "state TEXT NOT NULL CHECK(state IN ('open', 'accepted', 'rejected')), why TEXT, who TEXT, at TEXT NOT NULL") \
    T("issued", "unit TEXT NOT NULL, material TEXT NOT NULL, number TEXT NOT NULL, issued_on TEXT NOT NULL, "  \
      "file TEXT, sha256 TEXT, who TEXT, at TEXT NOT NULL, PRIMARY KEY(unit, material, number, issued_on)")    \
    /* what a calendar file last told the programs that read it: SEQUENCE grows when the hash changes */       \
    T("calendar", "unit TEXT NOT NULL, uid TEXT NOT NULL, sequence INTEGER NOT NULL, sha256 TEXT NOT NULL, "   \
      "at TEXT NOT NULL, PRIMARY KEY(unit, uid)")                                                              \
    /* the journal: whole files a command wrote, as they were and as it left them; NULL = there is no file */  \
    T("rewrite", "seq INTEGER NOT NULL REFERENCES command DEFERRABLE INITIALLY DEFERRED, i INTEGER NOT NULL, " \
      "path TEXT NOT NULL, before BLOB, after BLOB, PRIMARY KEY(seq, i)")
#define MAKE(name, columns) "CREATE TABLE " name "(" columns ")" KEYED
#define OBJECT(name, columns) {"table", name, name, MAKE(name, columns)},
#define STEP(name, columns) MAKE(name, columns),
#define BUMP_ISSUED(T) T("INSERT", "new") T("UPDATE", "new") T("DELETE", "old")
#define ISSUED(event, row) BUMP("issued", event, row ".unit"),
#define ISSUED_STEP(event, row) BUMP_SQL("issued", event, row ".unit"),

static const SchemaObject objects[] = {
    /* one row: counters that only grow; undo does not touch them */
    TABLE("clock", "id INTEGER PRIMARY KEY CHECK(id = 1), revision INTEGER NOT NULL, next_key INTEGER NOT NULL, "
          "puts INTEGER NOT NULL, entries INTEGER NOT NULL, head TEXT NOT NULL", " STRICT"),
    TABLE("unit_revision", "unit TEXT PRIMARY KEY, revision INTEGER NOT NULL", KEYED),
    {"index", "unit_revision_since", "unit_revision", "CREATE INDEX unit_revision_since ON unit_revision(revision)"},

    TABLE("setting", "name TEXT PRIMARY KEY, value TEXT NOT NULL", KEYED),
    TABLE("unit", "id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT, parent TEXT, valid_from TEXT, valid_to TEXT", KEYED),
    TABLE("plan",
          "id TEXT PRIMARY KEY, identity TEXT NOT NULL, number TEXT, version INTEGER NOT NULL, put INTEGER NOT NULL", KEYED),
    TABLE("version", "plan TEXT NOT NULL REFERENCES plan DEFERRABLE INITIALLY DEFERRED, version INTEGER NOT NULL, source TEXT "
                     "NOT NULL, "
          "sha256 TEXT NOT NULL, at TEXT NOT NULL, who TEXT, content TEXT NOT NULL, type TEXT, attached TEXT, number TEXT, "
          "symbol TEXT, "
          "place TEXT, subject TEXT, issuer TEXT, year INTEGER NOT NULL, month INTEGER NOT NULL, day INTEGER NOT NULL, "
          "plan_year INTEGER NOT NULL, signer_authority TEXT, signer_title TEXT, signer_name TEXT, nodes INTEGER NOT NULL, "
          "PRIMARY KEY(plan, version)", KEYED),
    PART("node", "key TEXT NOT NULL, address TEXT NOT NULL, parent INTEGER, kind TEXT NOT NULL, label TEXT, text TEXT NOT NULL, "
         "line INTEGER NOT NULL, confidence REAL NOT NULL"),
    PART("legal", "kind TEXT NOT NULL, number TEXT NOT NULL, issuer TEXT, date TEXT, node INTEGER"),
    PART("date", "kind TEXT NOT NULL, first TEXT, last TEXT, exclusive INTEGER NOT NULL, yearly INTEGER NOT NULL, node INTEGER"),
    PART("actor", "name TEXT NOT NULL, role TEXT NOT NULL, node INTEGER"),
    PART("target", "value REAL NOT NULL, unit TEXT NOT NULL, direction TEXT NOT NULL, year INTEGER NOT NULL, node INTEGER"),
    PART("rest", "kind TEXT NOT NULL, text TEXT NOT NULL, line INTEGER NOT NULL"),
    PART("repair", "kind TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL, line INTEGER NOT NULL"),
    PART("recipient", "name TEXT NOT NULL"),
    {"trigger", "version_parts", "version",
     "CREATE TRIGGER version_parts AFTER DELETE ON version BEGIN "
     "DELETE FROM node WHERE plan = old.plan AND version = old.version; "
     "DELETE FROM legal WHERE plan = old.plan AND version = old.version; "
     "DELETE FROM date WHERE plan = old.plan AND version = old.version; "
     "DELETE FROM actor WHERE plan = old.plan AND version = old.version; "
     "DELETE FROM target WHERE plan = old.plan AND version = old.version; "
     "DELETE FROM rest WHERE plan = old.plan AND version = old.version; "
     "DELETE FROM repair WHERE plan = old.plan AND version = old.version; "
     "DELETE FROM recipient WHERE plan = old.plan AND version = old.version; END"},

    TABLE("tick", "unit TEXT NOT NULL, item TEXT NOT NULL, done_on TEXT NOT NULL, times INTEGER NOT NULL CHECK(times > 0), "
                  "note TEXT, "
          "evidence TEXT, evidence_sha256 TEXT, who TEXT, at TEXT NOT NULL, PRIMARY KEY(unit, item, done_on)", KEYED),
    TABLE("value", "unit TEXT NOT NULL, indicator TEXT NOT NULL, period TEXT NOT NULL, dimensions TEXT NOT NULL, n ANY, d ANY, "
          "state TEXT NOT NULL, as_of TEXT, who TEXT, at TEXT NOT NULL, PRIMARY KEY(unit, indicator, period, dimensions)", KEYED),
    TABLE("link", "unit TEXT NOT NULL, task TEXT NOT NULL, key TEXT NOT NULL, yes INTEGER NOT NULL, why TEXT, who TEXT, at "
                  "TEXT NOT NULL, "
          "PRIMARY KEY(unit, task, key)", KEYED),
    TABLE("ref", "owner TEXT NOT NULL, plan TEXT NOT NULL, address TEXT NOT NULL, key TEXT NOT NULL, PRIMARY KEY(owner, plan, "
                 "address)", KEYED),
    TABLE("trust", "path TEXT NOT NULL, sha256 TEXT NOT NULL, allow INTEGER NOT NULL, permissions TEXT NOT NULL, who TEXT, at "
                   "TEXT NOT NULL, signer TEXT, "
          "PRIMARY KEY(path, sha256)", KEYED),
    ADDED_2(OBJECT)

    /* the journal: only ever added to; hash = SHA-256 of the entry before it and of all rows of this one */
    TABLE("command", "seq INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT, command TEXT NOT NULL, final INTEGER NOT NULL, "
          "changes BLOB NOT NULL, hash TEXT NOT NULL", " STRICT"),
    TABLE("change", "seq INTEGER NOT NULL REFERENCES command DEFERRABLE INITIALLY DEFERRED, i INTEGER NOT NULL, what TEXT NOT "
                    "NULL, id TEXT NOT NULL, before TEXT, "
          "after TEXT, PRIMARY KEY(seq, i)", KEYED),
    TABLE("statement", "seq INTEGER NOT NULL REFERENCES command DEFERRABLE INITIALLY DEFERRED, i INTEGER NOT NULL, path TEXT "
                       "NOT NULL, text TEXT NOT NULL, "
          "PRIMARY KEY(seq, i)", KEYED),
    TABLE("undone", "seq INTEGER PRIMARY KEY REFERENCES command, undone_by INTEGER NOT NULL REFERENCES command DEFERRABLE "
                    "INITIALLY DEFERRED", " STRICT"),
    {"index", "undone_by", "undone", "CREATE INDEX undone_by ON undone(undone_by)"},

    BUMPS("tick", "unit"), BUMPS("value", "unit"), BUMPS("link", "unit"),
    BUMPS_ALL("plan"), BUMPS_ALL("unit"), BUMPS_ALL("setting"),
    BUMP_ISSUED(ISSUED)

    VIEW("v_help", "Các khung xem dành cho người đọc; đọc bằng: SELECT * FROM v_help;",
         "SELECT column1 AS view, column2 AS meaning FROM (VALUES"
         "('v_units', 'Đơn vị đã biết: id, tên, loại, đơn vị cha, hiệu lực từ, đến'),"
         "('v_settings', 'Thông số của thư mục làm việc'),"
         "('v_plans', 'Kế hoạch đang theo dõi, mỗi kế hoạch một dòng, theo bản mới nhất'),"
         "('v_versions', 'Mọi bản đã nhập của từng kế hoạch: tệp nguồn, ngày nhập, người nhập'),"
         "('v_nodes', 'Các mục của kế hoạch: địa chỉ trong bản đó, khóa cố định, loại, nhãn, nội dung, dòng; newest = 1 là "
         "bản mới nhất'),"
         "('v_legal', 'Văn bản được viện dẫn, và mục viện dẫn'),"
         "('v_dates', 'Hạn và thời gian trong kế hoạch'),"
         "('v_actors', 'Cơ quan được giao: lead chủ trì, support phối hợp, request đề nghị, group nhóm'),"
         "('v_targets', 'Con số kế hoạch đề ra'),"
         "('v_rest', 'Chữ trong văn bản không thuộc mục nào: đầu trang, ký, nơi nhận'),"
         "('v_repairs', 'Chỗ đã sửa khi nhập: trước, sau, dòng'),"
         "('v_recipients', 'Nơi nhận'),"
         "('v_ticks', 'Việc đã xong: đơn vị, việc, ngày, số lần, ghi chú, minh chứng'),"
         "('v_values', 'Số liệu: tử số n, mẫu số d (trống = không có), tình trạng, tính đến ngày'),"
         "('v_links', 'Gắn nhiệm vụ với mục kế hoạch do đơn vị sửa: yes = 1 gắn, 0 không gắn'),"
         "('v_refs', 'Địa chỉ mục mà tệp Lua đang dùng, và khóa của mục lúc đó'),"
         "('v_trust', 'Tệp từ nơi khác đã được cho phép (allow = 1) hoặc từ chối (0), theo đúng mã băm của tệp'),"
         "('v_arrivals', 'Tệp từ nơi khác đến: đường dẫn, đến từ đâu, mã băm lúc đến'),"
         "('v_keys', 'Khóa công khai được tin: khóa, tên, phạm vi, ai tin, khi nào'),"
         "('v_layers', 'Lớp đã nhận: tên, phiên bản, thư mục, khóa đã ký; sen = lớp nền của chương trình, bản đã tiếp nhận'),"
         "('v_layer_files', 'Tệp của các lớp đã nhận, nguyên văn lúc nhận'),"
         "('v_proposals', 'Đề nghị chờ đơn vị quyết: gốc (base), bản mới (theirs), bản của đơn vị (mine); state: open chờ, "
         "accepted nhận, rejected không nhận'),"
         "('v_issued', 'Văn bản đã ban hành: tài liệu, số, ngày, tệp và mã băm'),"
         "('v_calendar', 'Mục lịch đã gửi đi: mã, số lần đổi'),"
         "('v_rewrites', 'Nhật ký: tệp được lệnh ghi lại, cỡ trước và sau (byte; trống = không có tệp)'),"
         "('v_journal', 'Nhật ký: mỗi lệnh một dòng, ai, khi nào; undone_by = lệnh đã hoàn tác nó'),"
         "('v_changes', 'Nhật ký: từng thay đổi của mỗi lệnh, trước và sau'),"
         "('v_statements', 'Câu lệnh Lua đã ghi thêm vào tệp của đơn vị'),"
         "('v_revisions', 'Lần thay đổi gần nhất của từng đơn vị; đơn vị trống = chung'))"),
    VIEW("v_units", "Đơn vị đã biết", "SELECT id, name, kind, parent, valid_from, valid_to FROM unit"),
    VIEW("v_settings", "Thông số", "SELECT name, value FROM setting"),
    VIEW("v_plans", "Kế hoạch, theo bản mới nhất",
         "SELECT p.id, v.type, v.number, v.symbol, v.issuer, v.subject, v.plan_year AS year, p.version, v.nodes, v.source, "
         "v.at, v.who "
         "FROM plan p JOIN version v ON v.plan = p.id AND v.version = p.version ORDER BY p.put DESC"),
    VIEW("v_versions", "Các bản của kế hoạch",
         "SELECT plan, version, source, sha256, at, who, type, attached, number, symbol, place, subject, issuer, year, month, "
         "day, plan_year, "
         "signer_authority, signer_title, signer_name, nodes FROM version"),
#define NEWEST(t) t ".version = (SELECT version FROM plan WHERE id = " t ".plan) AS newest"
#define AT_NODE(t) \
    "(SELECT address FROM node n WHERE n.plan = " t ".plan AND n.version = " t ".version AND n.pos = " t ".node) AS node"
    VIEW("v_nodes", "Mục của kế hoạch",
         "SELECT plan, version, " NEWEST("node") ", address, key, kind, label, text, line, confidence FROM node ORDER BY "
         "plan, version, pos"),
    VIEW("v_legal", "Văn bản viện dẫn", "SELECT plan, version, kind, number, issuer, date, " AT_NODE("legal") " FROM legal"),
    VIEW("v_dates", "Hạn và thời gian",
         "SELECT plan, version, kind, first, last, exclusive, yearly, " AT_NODE("date") " FROM date"),
    VIEW("v_actors", "Cơ quan được giao", "SELECT plan, version, name, role, " AT_NODE("actor") " FROM actor"),
    VIEW("v_targets", "Con số đề ra",
         "SELECT plan, version, value, unit, direction, nullif(year, 0) AS year, " AT_NODE("target") " FROM target"),
    VIEW("v_rest", "Chữ ngoài các mục", "SELECT plan, version, kind, text, line FROM rest"),
    VIEW("v_repairs", "Chỗ đã sửa khi nhập", "SELECT plan, version, line, kind, before, after FROM repair"),
    VIEW("v_recipients", "Nơi nhận", "SELECT plan, version, name FROM recipient"),
    VIEW("v_ticks", "Việc đã xong", "SELECT unit, item, done_on, times, note, evidence, evidence_sha256, who, at FROM tick"),
    VIEW("v_values", "Số liệu", "SELECT unit, indicator, period, dimensions, n, d, state, as_of, who, at FROM value"),
    VIEW("v_links", "Gắn nhiệm vụ với mục",
         "SELECT unit, task, key, yes, (SELECT n.plan || ':' || n.address FROM node n JOIN plan p ON p.id = n.plan AND "
         "p.version = n.version "
         "WHERE n.key = link.key) AS clause, why, who, at FROM link"),
    VIEW("v_refs", "Địa chỉ mục mà tệp Lua dùng", "SELECT owner, plan, address, key FROM ref"),
    VIEW("v_trust", "Tệp được cho phép hoặc từ chối", "SELECT path, sha256, allow, permissions, who, at, signer FROM trust"),
    VIEW("v_arrivals", "Tệp từ nơi khác đến", "SELECT path, source, sha256, who, at FROM arrival"),
    VIEW("v_keys", "Khóa công khai được tin", "SELECT key, name, scope, who, at FROM key"),
    VIEW("v_layers", "Lớp đã nhận", "SELECT name, version, path, sha256, signed_by, who, at FROM layer"),
    VIEW("v_layer_files", "Tệp của các lớp đã nhận", "SELECT layer, path, sha256, text FROM layer_file"),
    VIEW("v_proposals", "Đề nghị chờ quyết", "SELECT id, unit, source, sha256, kind, address, field, base, theirs, mine, note, "
         "state, why, who, at FROM proposal"),
    VIEW("v_issued", "Văn bản đã ban hành", "SELECT unit, material, number, issued_on, file, sha256, who, at FROM issued"),
    VIEW("v_calendar", "Mục lịch đã gửi đi", "SELECT unit, uid, sequence, sha256, at FROM calendar"),
    VIEW("v_rewrites", "Tệp được ghi lại",
         "SELECT seq, path, length(before) AS before, length(after) AS after FROM rewrite"),
    VIEW("v_journal", "Nhật ký lệnh",
         "SELECT c.seq, c.at, c.who, c.command, c.final, u.undone_by, (SELECT count(*) FROM change WHERE seq = c.seq) AS "
         "changes, c.hash "
         "FROM command c LEFT JOIN undone u ON u.seq = c.seq"),
    VIEW("v_changes", "Nhật ký thay đổi",
         "SELECT h.seq, c.at, c.who, h.what, h.id, h.before, h.after FROM change h JOIN command c ON c.seq = h.seq"),
    VIEW("v_statements", "Câu lệnh Lua đã ghi thêm", "SELECT seq, path, text FROM statement"),
    VIEW("v_revisions", "Lần thay đổi gần nhất", "SELECT unit, revision FROM unit_revision"),
};

static const char *const tracked[] = {"setting", "unit", "plan", "version", "tick", "value", "link", "ref", "trust",
                                      "key", "layer", "layer_file", "arrival", "proposal", "issued", "calendar"};

static const char *const to_two[] = {"ALTER TABLE trust ADD COLUMN signer TEXT", ADDED_2(STEP) BUMP_ISSUED(ISSUED_STEP) NULL};
static const SchemaStep steps[] = {{1, to_two}};

static const Schema current = {
    .version = 2, .objects = objects, .n_objects = sizeof objects / sizeof *objects,
    .steps = steps, .n_steps = sizeof steps / sizeof *steps,
    .tracked = tracked, .n_tracked = sizeof tracked / sizeof *tracked,
};

const Schema *schema_current(void) { return &current; }

static int set_version(Store *s, int version, Err *e)
{
    char sql[64];
    sqlite3_snprintf(sizeof sql, sql, "PRAGMA user_version = %d", version);
    return db_exec(s, sql, e);
}

int schema_make(Store *s, const Schema *schema, Err *e)
{
    for (size_t i = 0; i < schema->n_objects; i++)
        if (db_exec(s, schema->objects[i].sql, e) < 0) return -1;
    return set_version(s, schema->version, e);
}

static const SchemaObject *find_object(const Schema *schema, const char *name)
{
    for (size_t i = 0; i < schema->n_objects; i++)
        if (!strcmp(schema->objects[i].name, name)) return &schema->objects[i];
    return NULL;
}

static int same(sqlite3_stmt *q, int i, const char *want)
{
    const char *have = (const char *)sqlite3_column_text(q, i);
    return have && !strcmp(have, want);
}

int schema_check(Store *s, const Schema *schema, Err *e)
{
    sqlite3_stmt *q = db_get(s, "SELECT type, name, tbl_name, sql FROM sqlite_schema", e);
    size_t found = 0;
    int rc;
    while ((rc = db_row(s, q, e)) > 0) {
        const char *name = (const char *)sqlite3_column_text(q, 1);
        const SchemaObject *o = name ? find_object(schema, name) : NULL;
        if (!o || !same(q, 0, o->type) || !same(q, 2, o->table) || !same(q, 3, o->sql)) {
            err_set(e, SEN5004, "%s" ARG "%s", path_base(s->path), name ? name : "?");
            sqlite3_reset(q);
            return -1;
        }
        found++;
    }
    if (rc < 0) return -1;
    if (found != schema->n_objects) return err_set(e, SEN5004, "%s" ARG "%zu/%zu", path_base(s->path), found, schema->n_objects);
    return 0;
}

/* Views hold nothing: those of the old version go, those of the new one are made, whatever steps lie between. */
static int drop_views(Store *s, Err *e)
{
    int rc;
    Buf b = {0};
    sqlite3_stmt *q = db_get(s, "SELECT name FROM sqlite_schema WHERE type = 'view'", e);
    while ((rc = db_row(s, q, e)) > 0) {
        char *sql = sqlite3_mprintf("DROP VIEW \"%w\";", (const char *)sqlite3_column_text(q, 0));
        buf_puts(&b, sql ? sql : "");
        sqlite3_free(sql);
    }
    if (rc == 0) rc = db_exec(s, buf_text(&b), e);
    buf_free(&b);
    return rc;
}

static int make_views(Store *s, const Schema *schema, Err *e)
{
    for (size_t i = 0; i < schema->n_objects; i++)
        if (!strcmp(schema->objects[i].type, "view") && db_exec(s, schema->objects[i].sql, e) < 0) return -1;
    return 0;
}

static int run_steps(Store *s, const Schema *schema, int from, Err *e)
{
    if (drop_views(s, e) < 0) return -1;
    for (int v = from; v < schema->version; v++) {
        const SchemaStep *step = NULL;
        for (size_t i = 0; i < schema->n_steps; i++)
            if (schema->steps[i].from == v) step = &schema->steps[i];
        if (!step) return err_set(e, SEN5021, "%s" ARG "%d", path_base(s->path), v);
        for (const char *const *sql = step->sql; *sql; sql++)
            if (db_exec(s, *sql, e) < 0) return -1;
    }
    if (make_views(s, schema, e) < 0) return -1;
    return set_version(s, schema->version, e);
}

int schema_upgrade(Store *s, const Schema *schema, int from, Err *e)
{
    int64_t now;
    if (db_exec(s, "BEGIN IMMEDIATE", e) < 0) return -1;
    int rc = db_int(s, "PRAGMA user_version", &now, e);
    if (rc == 0 && now == from) rc = run_steps(s, schema, from, e);        /* else another process was first */
    if (rc == 0) rc = schema_check(s, schema, e);
    if (rc == 0) rc = db_exec(s, "COMMIT", e);
    if (rc < 0) sqlite3_exec(s->db, "ROLLBACK", NULL, NULL, NULL);
    return rc;
}
