/* test_store_plans.c - plans in the store: identity, versions, permanent keys, what moved; ticks and links stay with their owner. */
#include "tests/unit/harness.h"
#include "core/store/store.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static Err err;
static char dir[4096];

static Store *fresh(void)
{
    const char *tmp = getenv("TMPDIR");
    char path[5000];
    snprintf(dir, sizeof dir, "%s/sen-plans-XXXXXX", tmp ? tmp : "/tmp");
    OK(mkdtemp(dir) != NULL);
    snprintf(path, sizeof path, "%s/sen.db", dir);
    err = (Err){0};
    INT_EQ(0, store_create(path, "2026-01-02T08:00:00", "An", &err));
    Store *s = store_open(path, STORE_WRITE, &err);
    if (!s) exit(1);
    return s;
}

static int begin(Store *s, const char *command)
{
    StoreCommand c = {.command = command, .who = "Bình", .at = "2026-03-04T09:10:11", .seen = -1};
    return store_begin(s, &c, &err);
}

/* "address|text" per line. */
static Plan *plan_of(const char *number, const char *lines)
{
    Plan *p = plan_new();
    char *copy = mem_copy_text(lines), *save = NULL;
    p->type = "Kế hoạch";
    p->number = number;
    p->symbol = "KH-UBND";
    p->issuer = "Ủy ban nhân dân tỉnh";
    p->subject = "Vì sự tiến bộ của phụ nữ năm 2026";
    p->year = p->plan_year = 2026;
    p->month = 1;
    for (char *line = strtok_r(copy, "\n", &save); line; line = strtok_r(NULL, "\n", &save)) {
        char *bar = strchr(line, '|');
        *bar = 0;
        PlanNode *n = plan_add_node(p);
        n->id = arena_copy(p->arena, line);
        n->text = arena_copy(p->arena, bar + 1);
        n->kind = strchr(line, '.') ? NODE_ITEM : NODE_PART;
        n->line = (int)p->n_nodes;
        char *dot = strrchr(line, '.');
        if (dot) *dot = 0;
        if (dot) n->parent = plan_find_node(p, line);
    }
    free(copy);
    return p;
}

static StorePut put(Store *s, Plan *p, Arena *a)
{
    StorePut out = {0};
    INT_EQ(0, begin(s, "import"));
    INT_EQ(0, store_put_plan(s, p, "ke-hoach.txt", "00ff", a, &out, &err));
    INT_EQ(0, store_commit(s, &err));
    return out;
}

static const char *key_at(Store *s, const char *address, Arena *a)
{
    Plan *p;
    INT_EQ(0, store_plan(s, NULL, 0, &p, &err));
    int i = p ? plan_find_node(p, address) : -1;
    const char *key = i >= 0 ? arena_copy(a, p->nodes[i].key) : NULL;
    plan_free(p);
    return key;
}

static const char *moves_text(const StoreMove *m, size_t n)
{
    static const char *const word[] = {"moved", "edited", "new", "gone", "split", "joined"};
    static char out[2000];
    size_t k = 0;
    for (size_t i = 0; i < n; i++)
        k += (size_t)sprintf(out + k, "%s%s %s>%s", i ? " · " : "", word[m[i].kind], m[i].from ? m[i].from : "", m[i].to ? m[i].to : "");
    out[k] = 0;
    return out;
}

#define A "Mở 02 lớp tập huấn cho cộng tác viên ở cơ sở trước ngày 30/6"
#define B "Kiểm tra việc thực hiện quy chế dân chủ tại các khu dân cư"
#define C "Phát 500 tờ rơi trong tháng hành động vì bình đẳng giới"
#define D "Rà soát hộ nghèo do phụ nữ làm chủ để hỗ trợ vay vốn"

static void fill_facts(Plan *p)
{
    *plan_add_legal(p) = (PlanLegal){"Quyết định", "2282/QĐ-TTg", "Thủ tướng Chính phủ", date_of(2020, 12, 31), 0, 0};
    *plan_add_legal(p) = (PlanLegal){"Luật", "73/2006/QH11", NULL, DATE_NONE, -1, 0};
    *plan_add_date(p) = (PlanDate){DATE_DEADLINE, DATE_NONE, date_of(2026, 12, 5), 1, 0, 1, 0};
    *plan_add_date(p) = (PlanDate){DATE_PERIOD, date_of(2026, 11, 15), date_of(2026, 12, 15), 0, 1, -1, 0};
    *plan_add_actor(p) = (PlanActor){.name = "Phòng Nội vụ", .role = ACTOR_LEAD, .node = 1};
    *plan_add_actor(p) = (PlanActor){.name = "Hội Phụ nữ", .role = ACTOR_REQUEST, .node = -1};
    *plan_add_target(p) = (PlanTarget){.value = 60.1, .unit = "%", .direction = AT_LEAST, .year = 2026, .node = 1};
    *plan_add_rest(p) = (PlanRest){"header", "Số: /KH-UBND", 3};
    *plan_add_repair(p) = (PlanRepair){65, "joined", "a\nb", "a b"};
    plan_add_recipient(p, "Lưu: VT");
    p->authority = "TM. ỦY BAN NHÂN DÂN";
    p->name = "Nguyễn Văn A";
    p->nodes[1].label = "-";
    p->nodes[1].confidence = 0.1;
}

TEST(a_plan_comes_back_as_it_was)
{
    Store *s = fresh();
    Arena *a = arena_new();
    Plan *p = plan_of("17", "I|NỘI DUNG\nI.1|" A), *back = NULL;
    Buf x = {0}, y = {0};
    fill_facts(p);
    StorePut out = put(s, p, a);
    STR_EQ("kh-ubnd-2026", out.id);
    INT_EQ(STORE_NEW_PLAN, out.outcome);
    INT_EQ(0, store_plan(s, "kh-ubnd-2026", 1, &back, &err));
    plan_pack(p, &x);
    plan_pack(back, &y);
    OK(x.n == y.n && !memcmp(x.p, y.p, x.n));
    OK(p->nodes[0].key && strcmp(p->nodes[0].key, p->nodes[1].key));
    plan_free(back);
    INT_EQ(0, store_plan(s, "none", 0, &back, &err));
    OK(!back);
    INT_EQ(0, store_plan(s, "kh-ubnd-2026", 2, &back, &err));
    OK(!back);
    INT_EQ(STORE_SAME, put(s, p, a).outcome);
    OK(!store_changed(s));
    buf_free(&x);
    buf_free(&y);
    plan_free(p);
    arena_free(a);
    store_close(s);
}

TEST(identity_decides_version_or_plan)
{
    Store *s = fresh();
    Arena *a = arena_new();
    Plan *draft = plan_of(NULL, "I|" A), *issued = plan_of("17", "I|" A), *other = plan_of("18", "I|" B);
    Plan *folded = plan_of("17", "I|" A "\nII|" C), *blank = plan_of(NULL, "I|" D);
    StorePut one = put(s, draft, a), two = put(s, issued, a), three = put(s, other, a);
    folded->issuer = "ỦY BAN NHÂN DÂN TỈNH";
    blank->subject = "Về việc khác";
    StorePut four = put(s, folded, a), five = put(s, blank, a);
    INT_EQ(STORE_NEW_VERSION, two.outcome);               /* the draft got its number */
    STR_EQ(one.id, two.id);
    INT_EQ(STORE_NEW_PLAN, three.outcome);
    STR_EQ("kh-ubnd-2026-2", three.id);
    INT_EQ(3, four.version);
    STR_EQ(one.id, four.id);
    INT_EQ(STORE_NEW_PLAN, five.outcome);                 /* a blank number and another subject */
    StorePlan *list;
    size_t n;
    INT_EQ(0, store_plans(s, a, &list, &n, &err));
    INT_EQ(3, (long long)n);
    STR_EQ("kh-ubnd-2026-3", list[0].id);                 /* imported last first */
    STR_EQ("kh-ubnd-2026", list[1].id);
    INT_EQ(3, list[1].n_versions);
    STR_EQ("17", list[1].number);
    INT_EQ(2, (long long)list[1].n_nodes);
    Plan *all[] = {draft, issued, other, folded, blank};
    for (int i = 0; i < 5; i++) plan_free(all[i]);
    arena_free(a);
    store_close(s);
}

/* Insert, delete, move, split, join: the key, and with it the link and the evidence, stays with the text. */
TEST(nothing_changes_owner)
{
    Store *s = fresh();
    Arena *a = arena_new();
    const char *versions[] = {
        "I|MỤC ĐÍCH\nII|NỘI DUNG\nII.1|" A "\nII.2|" B "; phát tài liệu hỏi đáp cho từng học viên\nII.3|" C,
        /* insert */
        "I|MỤC ĐÍCH\nII|NỘI DUNG\nII.1|" D "\nII.2|" A "\nII.3|" B "; phát tài liệu hỏi đáp cho từng học viên\nII.4|" C,
        /* move */
        "I|MỤC ĐÍCH\nI.1|" C "\nII|NỘI DUNG\nII.1|" D "\nII.2|" A "\nII.3|" B "; phát tài liệu hỏi đáp cho từng học viên",
        /* delete, split */
        "I|MỤC ĐÍCH\nI.1|" C "\nII|NỘI DUNG\nII.1|" A "\nII.2|" B "\nII.3|Phát tài liệu hỏi đáp cho từng học viên",
        /* join, revive */
        "I|MỤC ĐÍCH\nI.1|" C "\nII|NỘI DUNG\nII.1|" A "\nII.2|" B "; phát tài liệu hỏi đáp cho từng học viên\nII.3|" D,
    };
    const char *expect[] = {"", "new >II.1 · moved II.1>II.2 · moved II.2>II.3 · moved II.3>II.4", "moved II.4>I.1",
                            "moved II.2>II.1 · edited II.3>II.2 · split II.3>II.3 · gone II.1>",
                            "edited II.2>II.2 · new >II.3 · joined II.3>II.2"};
    const char *where_a[] = {"II.1", "II.2", "II.2", "II.1", "II.1"}, *where_b[] = {"II.2", "II.3", "II.3", "II.2", "II.2"};
    const char *where_c[] = {"II.3", "II.4", "I.1", "I.1", "I.1"};
    const char *key_a = NULL, *key_b = NULL, *key_c = NULL, *key_d = NULL;
    for (int v = 0; v < 5; v++) {
        Plan *p = plan_of("17", versions[v]);
        StorePut out = put(s, p, a);
        INT_EQ(v + 1, out.version);
        STR_EQ(expect[v], moves_text(out.moves, out.n_moves));
        if (v) {
            StoreMove *m;
            size_t n;
            INT_EQ(0, store_moves(s, NULL, 0, 0, a, &m, &n, &err));
            STR_EQ(expect[v], moves_text(m, n));
            STR_EQ(key_a, key_at(s, where_a[v], a));
            STR_EQ(key_b, key_at(s, where_b[v], a));
            STR_EQ(key_c, key_at(s, where_c[v], a));
        } else {
            key_a = key_at(s, "II.1", a);
            key_b = key_at(s, "II.2", a);
            key_c = key_at(s, "II.3", a);
        }
        if (v == 1) key_d = key_at(s, "II.1", a);
        if (v == 4) STR_EQ(key_d, key_at(s, "II.3", a));    /* it was gone for one version */
        plan_free(p);
    }
    const char *key, *now;
    INT_EQ(0, store_where(s, NULL, 1, "II.3", a, &key, &now, &err));
    STR_EQ("I.1", now);
    STR_EQ(key_c, key);
    INT_EQ(0, store_where(s, NULL, 4, "II.3", a, &key, &now, &err));
    STR_EQ("II.2", now);                                  /* joined */
    INT_EQ(0, store_where(s, NULL, 0, "IX", a, &key, &now, &err));
    OK(!key && !now);
    arena_free(a);
    store_close(s);
}

TEST(undo_of_an_import_brings_the_old_version_back)
{
    Store *s = fresh();
    Arena *a = arena_new();
    Plan *one = plan_of("17", "I|NỘI DUNG\nI.1|" A), *two = plan_of("17", "I|NỘI DUNG\nI.1|" B "\nI.2|" A), *back;
    StoreUndo u;
    put(s, one, a);
    const char *key = key_at(s, "I.1", a);
    put(s, two, a);
    STR_EQ(key, key_at(s, "I.2", a));
    INT_EQ(0, begin(s, "undo"));
    INT_EQ(0, store_undo(s, 1, a, &u, &err));
    INT_EQ(0, store_commit(s, &err));
    STR_EQ(key, key_at(s, "I.1", a));
    INT_EQ(0, store_plan(s, NULL, 2, &back, &err));
    OK(!back);
    const char *gone = two->nodes[1].key;
    put(s, two, a);                                       /* again: version 2, and no key is ever used for something else */
    STR_EQ(key, key_at(s, "I.2", a));
    OK(strcmp(gone, key_at(s, "I.1", a)) != 0);
    INT_EQ(0, begin(s, "undo"));
    INT_EQ(0, store_undo(s, 2, a, &u, &err));
    INT_EQ(0, store_commit(s, &err));
    StorePlan *list;
    size_t n;
    INT_EQ(0, store_plans(s, a, &list, &n, &err));
    INT_EQ(0, (long long)n);
    Findings f;
    findings_init(&f, a);
    INT_EQ(0, store_doctor(s, &f, &err));
    INT_EQ(0, (long long)f.n);
    findings_free(&f);
    plan_free(one);
    plan_free(two);
    arena_free(a);
    store_close(s);
}

TEST(what_was_read_outside_a_command_is_not_written)
{
    Store *s = fresh();
    Arena *a = arena_new();
    Plan *p = plan_of("17", "I|" A), *back;
    StorePut out;
    INT_EQ(0, begin(s, "import --dry-run"));
    INT_EQ(0, store_put_plan(s, p, "x", "", a, &out, &err));
    store_rollback(s);
    INT_EQ(0, store_plan(s, NULL, 0, &back, &err));
    OK(!back);
    plan_free(p);
    arena_free(a);
    store_close(s);
}

/* A row no importer writes (by another hand) is refused, not trusted. */
TEST(impossible_rows_are_refused)
{
    static const char *const sql[] = {
        "UPDATE node SET parent = 7", "UPDATE node SET parent = pos", "UPDATE node SET kind = 'x'", "UPDATE legal SET node = 99",
        "UPDATE date SET last = 'mai'", "UPDATE actor SET role = ''", "UPDATE target SET direction = 'up'",
        "UPDATE node SET text = CAST(x'ff41' AS TEXT)", "UPDATE node SET line = -5", "UPDATE version SET plan_year = 99999999999",
    };
    for (size_t i = 0; i < sizeof sql / sizeof *sql; i++) {
        Store *s = fresh();
        Arena *a = arena_new();
        Plan *p = plan_of("17", "I|NỘI DUNG\nI.1|" A), *back;
        char command[6000];
        fill_facts(p);
        put(s, p, a);
        store_close(s);
        snprintf(command, sizeof command, "sqlite3 '%s/sen.db' \"%s\"", dir, sql[i]);
        INT_EQ(0, system(command));
        snprintf(command, sizeof command, "%s/sen.db", dir);
        s = store_open(command, STORE_READ, &err);
        Err e = {0};
        INT_EQ(-1, store_plan(s, NULL, 0, &back, &e));
        INT_EQ(SEN5003, e.code);
        Findings f;
        findings_init(&f, a);
        e = (Err){0};
        INT_EQ(0, store_doctor(s, &f, &e));
        OK(f.n > 0 && f.v[0].code == SEN5026);
        findings_free(&f);
        plan_free(p);
        arena_free(a);
        store_close(s);
    }
}
