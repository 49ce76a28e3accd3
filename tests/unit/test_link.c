/* test_link.c - model/link: patterns against a plan built here, and the base layer's patterns against the example plan. */
#include "tests/unit/harness.h"
#include "core/base/file.h"
#include "core/base/map.h"
#include "core/model/link.h"
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int node(Plan *p, const char *id, int parent, NodeKind kind, const char *text)
{
    PlanNode *n = plan_add_node(p);
    n->id = arena_copy(p->arena, id);
    n->parent = parent;
    n->kind = kind;
    n->text = arena_copy(p->arena, text);
    return (int)p->n_nodes - 1;
}

static Plan *small_plan(void)
{
    Plan *p = plan_new();
    int i = node(p, "I", -1, NODE_PART, "MỤC ĐÍCH, YÊU CẦU");
    node(p, "I.1", i, NODE_ITEM, "Nâng cao nhận thức về bình đẳng giới.");
    int ii = node(p, "II", -1, NODE_PART, "NỘI DUNG, GIẢI PHÁP");
    int g = node(p, "II.1", ii, NODE_GROUP, "Công tác truyền thông");
    node(p, "II.1.1", g, NODE_ITEM, "Tổ chức Tháng hành động quốc gia vì bình đẳng giới tại các khóm, ấp.");
    node(p, "II.1.2", g, NODE_ITEM, "Phát thanh về phòng, chống bạo lực gia đình mỗi tuần một lần.");
    int h = node(p, "II.2", ii, NODE_GROUP, "Kiểm tra, giám sát");
    node(p, "II.2.1", h, NODE_ITEM, "Kiểm tra việc thực hiện tại các đơn vị.");
    node(p, "II.2.2", h, NODE_ITEM, "Đề xuất khen thưởng tập thể, cá nhân theo Quyết định số 12/QĐ-UBND.");
    int k = node(p, "II.3", ii, NODE_GROUP, "Kinh phí");
    node(p, "II.3.1", k, NODE_ITEM, "Ngân sách bảo đảm hoạt động.");
    int iv = node(p, "III", -1, NODE_PART, "TỔ CHỨC THỰC HIỆN");
    node(p, "III.1", iv, NODE_ITEM, "Công an phường phối hợp kiểm tra, giám sát.");
    return p;
}

static const char *found(const LinkIndex *x, const Plan *p, const char *pattern, double least)
{
    static Buf b;
    Arena *a = arena_new();
    LinkHit *hit;
    size_t n = link_find(x, pattern, least, a, &hit);
    buf_clear(&b);
    buf_puts(&b, "");
    for (size_t i = 0; i < n; i++) buf_printf(&b, "%s%s", i ? " " : "", p->nodes[hit[i].node].id);
    arena_free(a);
    return buf_text(&b);
}

TEST(phrases_and_words)
{
    Plan *p = small_plan();
    LinkIndex *x = link_index_new(p);
    STR_EQ("II.1.2", found(x, p, "phòng, chống bạo lực gia đình", LINK_SURE));
    STR_EQ("II.1.2", found(x, p, "PHONG CHONG BAO LUC GIA DINH", LINK_SURE));
    STR_EQ("II.1.1", found(x, p, "Tháng hành động vì bình đẳng giới", LINK_SURE));       /* a word between is forgiven */
    STR_EQ("", found(x, p, "bạo lực", 1.01));
    STR_EQ("", found(x, p, "bạo lự", LINK_LIKELY));                                      /* whole words only */
    STR_EQ("II.2 III.1", found(x, p, "kiểm tra, giám sát", LINK_SURE));
    STR_EQ("II.2.2", found(x, p, "12/QĐ-UBND", LINK_SURE));
    STR_EQ("II.1.2 II.2.2", found(x, p, "khen thưởng | phát thanh", LINK_SURE));
    STR_EQ("", found(x, p, "dự toán", LINK_LIKELY));
    STR_EQ("", found(x, p, "", LINK_LIKELY));
    STR_EQ("", found(x, p, "|,|", LINK_LIKELY));
    OK(link_score(x, 4, "bình đẳng giới") == 1);
    double s = link_score(x, 4, "hành động tại khóm");
    OK(s > 0.5 && s < LINK_SURE);
    OK(link_score(x, 99, "bình đẳng giới") == 0);
    for (int i = 0; i < 3; i++) STR_EQ("II.2 III.1", found(x, p, "kiểm tra, giám sát", LINK_SURE));
    char many[32];
    for (int i = 0; i < 5000; i++) {
        snprintf(many, sizeof many, "mẫu %d", i);
        found(x, p, many, LINK_SURE);
    }
    STR_EQ("II.2.2", found(x, p, "khen thưởng", LINK_SURE));
    link_index_free(x);
    plan_free(p);
}

TEST(what_is_work)
{
    Plan *p = small_plan();
    LinkIndex *x = link_index_new(p);
    Buf b = {0};
    for (size_t i = 0; i < p->n_nodes; i++)
        if (link_is_activity(x, (int)i)) buf_printf(&b, "%s ", p->nodes[i].id);
    STR_EQ("II.1.1 II.1.2 II.2.1 II.2.2 ", buf_text(&b));
    link_index_free(x);
    plan_free(p);
    p = plan_new();                        /* a plan whose headings say nothing */
    node(p, "1", -1, NODE_GROUP, "Tuyên truyền");
    node(p, "1.1", 0, NODE_ITEM, "Phát tờ rơi");
    node(p, "2", -1, NODE_GROUP, "Kinh phí thực hiện");
    node(p, "2.1", 2, NODE_ITEM, "Ngân sách");
    node(p, "3", -1, NODE_PARAGRAPH, "Trên đây là Kế hoạch năm 2026.");
    x = link_index_new(p);
    buf_clear(&b);
    for (size_t i = 0; i < p->n_nodes; i++)
        if (link_is_activity(x, (int)i)) buf_printf(&b, "%s ", p->nodes[i].id);
    STR_EQ("1.1 ", buf_text(&b));
    buf_free(&b);
    link_index_free(x);
    plan_free(p);
    p = plan_new();
    x = link_index_new(p);
    OK(!link_is_activity(x, 0));
    link_index_free(x);
    plan_free(p);
}

TEST(tasks_and_clauses_meet)
{
    Plan *p = small_plan();
    LinkIndex *x = link_index_new(p);
    Arena *a = arena_new();
    static const char *const month[] = {"Tháng hành động vì bình đẳng giới"}, *const none[] = {"hương ước, quy ước"};
    static const char *const check[] = {"kiểm tra, giám sát", "khen thưởng"};
    LinkTask t[] = {{"month", month, 1}, {"check", check, 2}, {"none", none, 1}};
    LinkSet s = link_tasks(x, t, 3, LINK_SURE, a);
    INT_EQ(4, s.n_pairs);
    OK(s.pairs[0].task == 0 && !strcmp(p->nodes[s.pairs[0].node].id, "II.1.1"));
    OK(s.pairs[1].task == 1 && s.pairs[1].score == 1);
    INT_EQ(1, s.n_idle);
    INT_EQ(2, s.idle_tasks[0]);
    INT_EQ(1, s.n_loose);                  /* II.2.1 is covered by its heading */
    STR_EQ("II.1.2", p->nodes[s.loose_nodes[0]].id);
    arena_free(a);
    link_index_free(x);
    plan_free(p);
}

/* --- the example plan, with the patterns of the base layer --- */

static Plan *plan_from_json(const char *path)
{
    json_t *j = json_load_file(path, 0, NULL);
    json_t *nodes = json_object_get(j, "nodes");
    if (!json_is_array(nodes)) return NULL;
    static const char *const kinds[] = {"part", "group", "point", "article", "item", "row", "paragraph"};
    Plan *p = plan_new();
    for (size_t i = 0; i < json_array_size(nodes); i++) {
        json_t *n = json_array_get(nodes, i);
        const char *up = json_string_value(json_object_get(n, "parent")), *kind = json_string_value(json_object_get(n, "kind"));
        int k = 0;
        while (k < 6 && strcmp(kinds[k], kind)) k++;
        node(p, json_string_value(json_object_get(n, "id")), up ? plan_find_node(p, up) : -1, (NodeKind)k,
             json_string_value(json_object_get(n, "text")));
    }
    json_decref(j);
    return p;
}

/* The strings of every `find "…"` in the script files. */
static size_t read_patterns(Arena *a, const char **out, size_t most)
{
    const char *root = getenv("SEN_ROOT");
    Buf dir = {0};
    buf_printf(&dir, "%s/scripts", root ? root : ".");
    char **names;
    size_t n_names, n = 0;
    Err e = {0};
    if (file_list(buf_text(&dir), NULL, &names, &n_names, &e) != 0) return 0;
    for (size_t i = 0; i < n_names; i++) {
        if (strcmp(path_suffix(names[i]), ".lua")) continue;
        char *path = path_join(buf_text(&dir), names[i]);
        Buf text = {0};
        if (file_read(path, NULL, 1 << 20, &text, &e) == 0)
            for (const char *p = buf_text(&text); (p = strstr(p, "find \"")) != NULL && n < most;) {
                p += 6;
                out[n++] = arena_text(a, p, strcspn(p, "\""));
            }
        buf_free(&text);
        free(path);
    }
    file_names_free(names, n_names);
    buf_free(&dir);
    return n;
}

TEST(the_27_activities_of_the_example_plan_attach)
{
    const char *shared = test_shared();
    if (!shared) {
        printf("# skipped: no ../shared\n");
        return;
    }
    char path[4200];
    snprintf(path, sizeof path, "%s/plans/sa-dec-2023.expected.json", shared);
    Plan *p = plan_from_json(path);
    OK(p != NULL);
    if (!p) return;
    LinkIndex *x = link_index_new(p);
    int activities = 0;
    for (size_t i = 0; i < p->n_nodes; i++) {
        activities += link_is_activity(x, (int)i);
        if (link_is_activity(x, (int)i)) OK(!strncmp(p->nodes[i].id, "II.", 3));
    }
    INT_EQ(27, activities);
    Arena *a = arena_new();
    static const char *patterns[600];
    size_t n = read_patterns(a, patterns, 600);
    OK(n > 50);
    LinkTask all = {"all", patterns, n};
    LinkSet s = link_tasks(x, &all, 1, LINK_SURE, a);
    for (size_t i = 0; i < s.n_loose; i++) printf("# no task: %s\n", p->nodes[s.loose_nodes[i]].id);
    INT_EQ(0, s.n_loose);
    arena_free(a);
    link_index_free(x);
    plan_free(p);
}
