/* test_store.c - core/store through its header: commands, journal, undo, plans, rows, revisions, backup. */
#include "tests/unit/harness.h"
#include "core/base/file.h"
#include "core/store/store.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char dir[4096];
static Err err;

static const char *at(const char *name)
{
    static char path[2][5000];
    static int turn;
    turn = !turn;
    snprintf(path[turn], sizeof path[turn], "%s/%s", dir, name);
    return path[turn];
}

/* A fresh folder and an empty database in it, open for writing. */
static Store *fresh(void)
{
    const char *tmp = getenv("TMPDIR");
    snprintf(dir, sizeof dir, "%s/sen-store-XXXXXX", tmp ? tmp : "/tmp");
    OK(mkdtemp(dir) != NULL);
    err = (Err){0};
    INT_EQ(0, store_create(at("sen.db"), "2026-01-02T08:00:00", "An", &err));
    Store *s = store_open(at("sen.db"), STORE_WRITE, &err);
    INT_EQ(0, err.code);
    if (!s) exit(1);
    return s;
}

static int begin(Store *s, const char *command)
{
    StoreCommand c = {.command = command, .who = "Bình", .at = "2026-03-04T09:10:11", .seen = -1};
    return store_begin(s, &c, &err);
}

static void tick(Store *s, const char *unit, const char *item, int times)
{
    StoreTick t = {.unit = unit, .item = item, .on = date_of(2026, 11, 20), .times = times, .note = "xong \"tốt\"", .by = "Bình"};
    INT_EQ(0, begin(s, "tick"));
    INT_EQ(0, store_put_tick(s, &t, NULL, &err));
    INT_EQ(0, store_commit(s, &err));
}

static size_t n_ticks(Store *s, const char *unit, int *times)
{
    StoreTick *t;
    size_t n = 0;
    Arena *a = arena_new();
    INT_EQ(0, store_ticks(s, unit, a, &t, &n, &err));
    if (times) *times = n ? t[0].times : 0;
    arena_free(a);
    return n;
}

static int undo(Store *s, size_t n, Code *code)
{
    Err e = {0};
    StoreUndo u;
    Arena *a = arena_new();
    StoreCommand c = {.command = "undo", .who = "Bình", .at = "2026-03-05T09:10:11", .seen = -1};
    int rc = store_begin(s, &c, &e);
    if (rc == 0) rc = store_undo(s, n, a, &u, &e);
    if (rc == 0) rc = store_commit(s, &e);
    else store_rollback(s);
    if (code) *code = e.code;
    arena_free(a);
    return rc;
}

static size_t doctor(Store *s)
{
    Arena *a = arena_new();
    Findings f;
    findings_init(&f, a);
    INT_EQ(0, store_doctor(s, &f, &err));
    size_t n = f.n;
    for (size_t i = 0; i < n; i++) {
        Buf b = {0};
        finding_print(&f.v[i], LANG_VI, &b);
        printf("# %s", b.p);
        buf_free(&b);
    }
    findings_free(&f);
    arena_free(a);
    return n;
}

TEST(create_open_close)
{
    Store *s = fresh();
    Err e = {0};
    struct stat st;
    INT_EQ(1, store_revision(s, &e));
    INT_EQ(0, doctor(s));
    OK(stat(at("sen.db"), &st) == 0 && (st.st_mode & 077) == 0);
    INT_EQ(-1, store_create(at("sen.db"), "2026-01-02T08:00:00", NULL, &e));
    INT_EQ(SEN5010, e.code);
    store_close(s);
    store_close(NULL);
    e = (Err){0};
    OK(!store_open(at("nothing.db"), STORE_READ, &e));
    INT_EQ(SEN5009, e.code);
    OK(access(at("nothing.db"), F_OK) < 0);
    char **names;
    size_t n;
    INT_EQ(0, file_list(dir, NULL, &names, &n, &e));
    INT_EQ(1, (long long)n);                              /* no temporary file, no journal */
    file_names_free(names, n);
}

TEST(a_name_that_looks_like_a_uri_is_a_name)
{
    Store *s = fresh();
    store_close(s);
    const char *odd[] = {"file:x.db?mode=memory", "a#b.db", ":memory:"};
    OK(chdir(dir) == 0);
    for (int i = 0; i < 3; i++) {
        Err e = {0};
        INT_EQ(0, store_create(odd[i], "2026-01-02T08:00:00", NULL, &e));
        OK(access(at(odd[i]), F_OK) == 0);
        s = store_open(odd[i], STORE_WRITE, &e);
        OK(s != NULL);
        if (s) tick(s, "xa-a", "x/y", 1);
        store_close(s);
    }
    OK(chdir("/") == 0);
}

TEST(ticks_are_upserted_and_listed_in_order)
{
    Store *s = fresh();
    tick(s, "xa-b", "z/1", 1);
    tick(s, "xa-a", "b/2", 1);
    tick(s, "xa-a", "b/1", 1);
    tick(s, "xa-a", "b/1", 3);
    Arena *a = arena_new();
    StoreTick *t;
    size_t n;
    INT_EQ(0, store_ticks(s, "xa-a", a, &t, &n, &err));
    INT_EQ(2, (long long)n);
    STR_EQ("b/1", t[0].item);
    INT_EQ(3, t[0].times);
    STR_EQ("xong \"tốt\"", t[0].note);
    OK(t[0].evidence == NULL);
    INT_EQ(date_of(2026, 11, 20), t[0].on);
    STR_EQ("2026-03-04T09:10:11", t[0].at);
    STR_EQ("b/2", t[1].item);
    arena_free(a);
    INT_EQ(0, doctor(s));
    store_close(s);
}

TEST(values_are_exact)
{
    Store *s = fresh();
    const char *numbers[] = {"0", "12", "-3", "3.50", "999999999999999999", "1234567890123456789012345", "007", "-0", "0.1"};
    Err e = {0};
    INT_EQ(0, begin(s, "record"));
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        char period[8];
        snprintf(period, sizeof period, "20%02zu", i + 10);
        StoreValue v = {.unit = "xa-a", .indicator = "people", .period = period, .n = numbers[i], .d = i % 2 ? "100" : NULL,
                        .state = "final", .as_of = i % 2 ? date_of(2026, 1, 1) : DATE_NONE};
        INT_EQ(0, store_put_value(s, &v, NULL, &err));
    }
    StoreValue none = {.unit = "xa-a", .indicator = "a", .period = "2026-Q2", .dimensions = "sex=nu", .state = "estimate", .as_of = DATE_NONE};
    INT_EQ(0, store_put_value(s, &none, NULL, &err));
    none.n = "1e5";
    INT_EQ(-1, store_put_value(s, &none, NULL, &e));
    INT_EQ(SEN5017, e.code);
    INT_EQ(0, store_commit(s, &err));
    Arena *a = arena_new();
    StoreValue *v;
    size_t n;
    INT_EQ(0, store_values(s, "xa-a", a, &v, &n, &err));
    INT_EQ(10, (long long)n);
    STR_EQ("a", v[0].indicator);
    STR_EQ("sex=nu", v[0].dimensions);
    OK(v[0].n == NULL);                                   /* missing is not zero */
    for (size_t i = 1; i < n; i++) {
        STR_EQ(numbers[i - 1], v[i].n);
        STR_EQ(i % 2 ? NULL : "100", v[i].d);
    }
    INT_EQ(DATE_NONE, v[1].as_of);
    INT_EQ(date_of(2026, 1, 1), v[2].as_of);
    arena_free(a);
    store_close(s);
}

TEST(a_rollback_leaves_nothing)
{
    Store *s = fresh();
    StoreTick t = {.unit = "xa-a", .item = "x/y", .on = date_of(2026, 1, 1), .times = 1};
    INT_EQ(0, begin(s, "tick"));
    INT_EQ(0, store_put_tick(s, &t, NULL, &err));
    OK(store_changed(s));
    store_rollback(s);
    INT_EQ(0, (long long)n_ticks(s, "xa-a", NULL));
    INT_EQ(1, store_revision(s, &err));
    INT_EQ(0, begin(s, "nothing"));
    INT_EQ(0, store_commit(s, &err));                     /* no change: no entry, no revision */
    OK(!store_changed(s));
    INT_EQ(1, store_revision(s, &err));
    Err e = {0};
    INT_EQ(-1, store_put_tick(s, &t, NULL, &e));          /* outside a command */
    INT_EQ(SEN9999, e.code);
    store_close(s);
}

TEST(undo_takes_back_newest_first_and_never_twice)
{
    Store *s = fresh();
    Code code;
    int times;
    tick(s, "xa-a", "x/y", 1);
    tick(s, "xa-a", "x/y", 4);
    tick(s, "xa-a", "x/z", 2);
    INT_EQ(0, undo(s, 2, &code));
    INT_EQ(1, (long long)n_ticks(s, "xa-a", &times));
    INT_EQ(1, times);
    tick(s, "xa-a", "x/w", 1);
    INT_EQ(0, undo(s, 2, &code));
    INT_EQ(0, (long long)n_ticks(s, "xa-a", NULL));
    INT_EQ(-1, undo(s, 1, &code));
    INT_EQ(SEN5013, code);                                /* only init stands, and it is final */
    tick(s, "xa-a", "x/w", 1);
    INT_EQ(-1, undo(s, 2, &code));
    INT_EQ(SEN5012, code);
    INT_EQ(1, (long long)n_ticks(s, "xa-a", NULL));
    Arena *a = arena_new();
    StoreEntry *j;
    size_t n;
    INT_EQ(0, store_journal(s, 100, a, &j, &n, &err));
    INT_EQ(8, (long long)n);
    OK(j[1].is_undo && !j[0].is_undo && j[7].final);
    INT_EQ(7, j[2].undone_by);
    INT_EQ(7, j[6].undone_by);
    INT_EQ(5, j[5].undone_by);
    arena_free(a);
    INT_EQ(0, doctor(s));
    store_close(s);
}

TEST(the_journal_says_before_and_after)
{
    Store *s = fresh();
    tick(s, "xa-a", "x/y", 1);
    tick(s, "xa-a", "x/y", 4);
    Arena *a = arena_new();
    StoreChange *c;
    size_t n;
    INT_EQ(0, store_changes(s, 3, a, &c, &n, &err));
    INT_EQ(1, (long long)n);
    STR_EQ("tick", c[0].what);
    STR_EQ("xa-a|x/y|2026-11-20", c[0].id);
    STR_EQ("{\"unit\":\"xa-a\",\"item\":\"x/y\",\"done_on\":\"2026-11-20\",\"times\":1}", c[0].before);
    STR_EQ("{\"times\":4}", c[0].after);
    INT_EQ(0, store_changes(s, 2, a, &c, &n, &err));
    OK(c[0].before == NULL && strstr(c[0].after, "\"note\":\"xong \\\"tốt\\\"\"") && strstr(c[0].after, "\"evidence\":null"));
    arena_free(a);
    store_close(s);
}

TEST(statements_come_back_on_undo)
{
    Store *s = fresh();
    Arena *a = arena_new();
    StoreUndo u;
    INT_EQ(0, begin(s, "edit"));
    INT_EQ(0, store_add_statement(s, "units/xa-a/scripts/ward.lua", "sua.nhiem_vu \"x\" { han = \"20/11\" }\n", &err));
    INT_EQ(0, store_add_statement(s, "units/xa-a/scripts/ward.lua", "bo.viec \"x/y\" {}\n", &err));
    INT_EQ(0, store_commit(s, &err));
    OK(store_changed(s));
    INT_EQ(0, begin(s, "undo"));
    INT_EQ(0, store_undo(s, 1, a, &u, &err));
    INT_EQ(2, (long long)u.n_statements);
    STR_EQ("bo.viec \"x/y\" {}\n", u.statements[0].text);
    STR_EQ("units/xa-a/scripts/ward.lua", u.statements[1].path);
    STR_EQ("edit", u.entries[0].command);
    INT_EQ(0, store_commit(s, &err));
    INT_EQ(0, begin(s, "undo"));
    Err e = {0};
    INT_EQ(-1, store_undo(s, 1, a, &u, &e));
    store_rollback(s);
    INT_EQ(0, doctor(s));
    arena_free(a);
    store_close(s);
}

TEST(revisions_tell_which_unit_changed)
{
    Store *s = fresh();
    Arena *a = arena_new();
    INT_EQ(0, store_unit_revision(s, "xa-a", &err));
    tick(s, "xa-a", "x/y", 1);
    int64_t one = store_revision(s, &err);
    INT_EQ(one, store_unit_revision(s, "xa-a", &err));
    tick(s, "xa-b", "x/y", 1);
    INT_EQ(one, store_unit_revision(s, "xa-a", &err));
    OK(store_unit_revision(s, "xa-b", &err) > one);
    INT_EQ(0, undo(s, 2, NULL));
    OK(store_unit_revision(s, "xa-a", &err) > one + 1);   /* an undo is a change too */
    StoreCommand late = {.command = "tick", .at = "2026-03-04T09:10:11", .seen = one};
    Err e = {0};
    INT_EQ(-1, store_begin(s, &late, &e));
    INT_EQ(SEN5011, e.code);
    INT_EQ(0, begin(s, "set"));
    INT_EQ(0, store_put_setting(s, "year", "2026", &err));
    INT_EQ(0, store_commit(s, &err));
    INT_EQ(store_revision(s, &err), store_unit_revision(s, "", &err));
    const char *year;
    INT_EQ(0, store_setting(s, "year", a, &year, &err));
    STR_EQ("2026", year);
    arena_free(a);
    store_close(s);
}

TEST(units_links_refs_trust)
{
    Store *s = fresh();
    Arena *a = arena_new();
    StoreUnit u = {"xa-a", "Xã A", "xa", NULL, date_of(2025, 7, 1), DATE_NONE}, *us;
    StoreLink l = {"xa-a", "action-month", "n7", 1, "đúng mục", "An"}, all = {"", "survey", "n2", 0, NULL, NULL}, *ls;
    StoreRef r = {"xa-a/task:x", "kh-1", "II.1", "n3"}, *rs;
    StoreTrust t = {"in/x.lua", "ab", "reads", "An", NULL, NULL, 1}, *got;
    size_t n;
    INT_EQ(0, begin(s, "many"));
    INT_EQ(0, store_put_unit(s, &u, &err));
    INT_EQ(0, store_put_link(s, &l, &err));
    INT_EQ(0, store_put_link(s, &all, &err));
    INT_EQ(0, store_put_ref(s, &r, &err));
    INT_EQ(0, store_put_trust(s, &t, &err));
    INT_EQ(0, store_commit(s, &err));
    INT_EQ(0, store_units(s, a, &us, &n, &err));
    OK(n == 1 && us[0].valid_from == date_of(2025, 7, 1) && us[0].valid_to == DATE_NONE && !us[0].parent);
    INT_EQ(0, store_links(s, "xa-a", a, &ls, &n, &err));
    OK(n == 2 && !ls[0].yes && ls[1].yes && !strcmp(ls[1].key, "n7"));
    INT_EQ(0, store_links(s, "xa-b", a, &ls, &n, &err));
    INT_EQ(1, (long long)n);
    INT_EQ(0, store_refs(s, a, &rs, &n, &err));
    OK(n == 1 && !strcmp(rs[0].key, "n3"));
    INT_EQ(0, store_refs_of(s, "xa-a/task", a, &rs, &n, &err));
    OK(n == 1 && !strcmp(rs[0].key, "n3"));
    INT_EQ(0, store_refs_of(s, "xa-a/tas", a, &rs, &n, &err));
    INT_EQ(0, (long long)n);
    INT_EQ(0, store_trusts(s, a, &got, &n, &err));
    OK(n == 1 && got->allow && !got->signer && !strcmp(got->at, "2026-03-04T09:10:11"));
    INT_EQ(0, undo(s, 1, NULL));
    INT_EQ(0, store_units(s, a, &us, &n, &err));
    INT_EQ(0, (long long)n);
    arena_free(a);
    store_close(s);
}

TEST(layers_keys_and_arrivals_come_back)
{
    Store *s = fresh();
    Arena *a = arena_new();
    StoreLayerFile one[] = {{"scripts/a.lua", "h1", "-- một"}, {"scripts/b.lua", "h2", "-- hai"}}, two[] = {{"scripts/b.lua", "h3", "x"}};
    StoreLayer l = {"dong-thap", "1", "layers/dong-thap", "s1", "k1", "An", NULL}, *ls;
    StoreLayerFile *fs;
    StoreKey k = {"k1", "Sở", "layer", "An", NULL}, *ks;
    StoreArrival x = {"units/xa-a/scripts/ward.lua", "ban-sao.zip", "h9", "An", NULL}, *xs;
    size_t n;
    INT_EQ(0, begin(s, "import"));
    INT_EQ(0, store_put_layer(s, &l, one, 2, &err));
    INT_EQ(0, store_put_key(s, &k, &err));
    INT_EQ(0, store_put_arrival(s, &x, &err));
    INT_EQ(0, store_commit(s, &err));
    l.version = "2";
    INT_EQ(0, begin(s, "import"));
    INT_EQ(0, store_put_layer(s, &l, two, 1, &err));
    INT_EQ(0, store_drop_key(s, "k1", &err));
    INT_EQ(0, store_drop_arrival(s, x.path, &err));
    INT_EQ(0, store_commit(s, &err));
    INT_EQ(0, store_layer_files(s, "dong-thap", 1, a, &fs, &n, &err));
    OK(n == 1 && !strcmp(fs->text, "x"));
    INT_EQ(0, store_keys(s, a, &ks, &n, &err));
    INT_EQ(0, (long long)n);
    INT_EQ(0, undo(s, 1, NULL));
    INT_EQ(0, store_layers(s, a, &ls, &n, &err));
    OK(n == 1 && !strcmp(ls->version, "1") && !strcmp(ls->signed_by, "k1"));
    INT_EQ(0, store_layer_files(s, "dong-thap", 1, a, &fs, &n, &err));
    OK(n == 2 && !strcmp(fs[0].text, "-- một") && !strcmp(fs[1].sha256, "h2"));
    INT_EQ(0, store_keys(s, a, &ks, &n, &err));
    OK(n == 1 && !strcmp(ks->name, "Sở"));
    INT_EQ(0, store_arrivals(s, a, &xs, &n, &err));
    OK(n == 1 && !strcmp(xs->source, "ban-sao.zip"));
    INT_EQ(0, begin(s, "drop"));
    INT_EQ(0, store_drop_layer(s, "dong-thap", &err));
    INT_EQ(0, store_commit(s, &err));
    INT_EQ(0, store_layers(s, a, &ls, &n, &err));
    INT_EQ(0, (long long)n);
    INT_EQ(0, doctor(s));
    arena_free(a);
    store_close(s);
}

TEST(proposals_issued_texts_and_events)
{
    Store *s = fresh();
    Arena *a = arena_new();
    StoreProposal p = {.unit = "xa-a", .source = "sen", .kind = "field", .address = "task:x", .field = "lead", .base = "a",
                       .theirs = "b", .mine = "c"}, q = p, *ps;
    StoreIssued x = {"xa-a", "ke-hoach", "12/KH-UBND", date_of(2026, 3, 4), "ke-hoach.docx", "h", "An", NULL}, *xs;
    StoreEvent v = {"xa-a", "x@sen", 0, "h1", NULL}, *vs;
    size_t n;
    INT_EQ(0, begin(s, "upgrade"));
    INT_EQ(0, store_put_proposal(s, &p, &err));
    INT_EQ(0, store_put_proposal(s, &q, &err));
    INT_EQ(0, store_put_issued(s, &x, &err));
    INT_EQ(0, store_put_event(s, &v, &err));
    INT_EQ(0, store_commit(s, &err));
    OK(p.id == 1 && q.id == 2);
    INT_EQ(store_revision(s, &err), store_unit_revision(s, "xa-a", &err));
    INT_EQ(0, begin(s, "review"));
    q.state = PROPOSAL_REJECTED;
    q.why = "đã giao";
    v.sequence = 1;
    INT_EQ(0, store_put_proposal(s, &q, &err));
    INT_EQ(0, store_put_event(s, &v, &err));
    INT_EQ(0, store_commit(s, &err));
    INT_EQ(0, store_proposals(s, a, &ps, &n, &err));
    OK(n == 2 && ps[0].state == PROPOSAL_OPEN && !ps[0].why && ps[1].state == PROPOSAL_REJECTED && !strcmp(ps[1].theirs, "b"));
    INT_EQ(0, store_issued(s, "xa-a", a, &xs, &n, &err));
    OK(n == 1 && xs->on == date_of(2026, 3, 4) && !strcmp(xs->number, "12/KH-UBND"));
    INT_EQ(0, store_events(s, "xa-a", a, &vs, &n, &err));
    OK(n == 1 && vs->sequence == 1);
    INT_EQ(0, undo(s, 2, NULL));
    INT_EQ(0, store_proposals(s, a, &ps, &n, &err));
    INT_EQ(0, (long long)n);
    INT_EQ(0, doctor(s));
    arena_free(a);
    store_close(s);
}

TEST(whole_files_come_back_on_undo)
{
    Store *s = fresh();
    Arena *a = arena_new();
    StoreUndo u;
    INT_EQ(0, begin(s, "upgrade"));
    INT_EQ(0, store_add_rewrite(s, "content/a.md", str_of("cũ"), str_of("mới"), &err));
    INT_EQ(0, store_add_rewrite(s, "content/b.md", (Str){0}, (Str){"\xff\0", 2}, &err));
    INT_EQ(0, store_commit(s, &err));
    OK(store_changed(s));
    INT_EQ(0, doctor(s));
    INT_EQ(0, begin(s, "undo"));
    INT_EQ(0, store_undo(s, 1, a, &u, &err));
    INT_EQ(2, (long long)u.n_rewrites);
    OK(!u.rewrites[0].before.p && u.rewrites[0].after.n == 2 && !memcmp(u.rewrites[0].after.p, "\xff", 2));
    OK(str_is(u.rewrites[1].before, "cũ"));
    INT_EQ(0, store_commit(s, &err));
    INT_EQ(0, doctor(s));
    arena_free(a);
    store_close(s);
}

TEST(a_backup_is_whole_and_never_overwrites)
{
    Store *s = fresh();
    Err e = {0};
    tick(s, "xa-a", "x/y", 2);
    INT_EQ(0, store_backup(s, at("copy.db"), &err));
    INT_EQ(-1, store_backup(s, at("copy.db"), &e));
    INT_EQ(SEN5018, e.code);
    e = (Err){0};
    INT_EQ(-1, store_backup(s, at("no/such/copy.db"), &e));
    INT_EQ(SEN5009, e.code);
    tick(s, "xa-a", "x/z", 2);
    store_close(s);
    s = store_open(at("copy.db"), STORE_READ, &err);
    OK(s != NULL);
    if (!s) return;
    INT_EQ(1, (long long)n_ticks(s, "xa-a", NULL));
    INT_EQ(0, doctor(s));
    e = (Err){0};
    INT_EQ(-1, begin(s, "tick"));                         /* opened for reading */
    err = (Err){0};
    store_close(s);
}
