/* test_align.c - model/align: what happens to a plan's clauses when a newer version comes; no clause changes owner. */
#include "tests/unit/harness.h"
#include "core/model/align.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* "address|text" per line, parents before children; the parent is the longest address before the last dot. */
static Plan *plan_of(const char *lines)
{
    Plan *p = plan_new();
    char *copy = mem_copy_text(lines), *save = NULL;
    for (char *line = strtok_r(copy, "\n", &save); line; line = strtok_r(NULL, "\n", &save)) {
        char *bar = strchr(line, '|');
        *bar = 0;
        PlanNode *n = plan_add_node(p);
        n->id = arena_copy(p->arena, line);
        n->text = arena_copy(p->arena, bar + 1);
        char *dot = strrchr(line, '.');
        const char *last = dot ? dot + 1 : line;
        n->kind = !dot ? NODE_PART : strchr("abcd", *last) ? NODE_POINT : NODE_ITEM;
        n->label = !dot ? n->id : "-";
        if (dot) *dot = 0;
        if (dot) n->parent = plan_find_node(p, line);
    }
    free(copy);
    return p;
}

/* Each new clause as "new<old", "new<?" when it is new, "new<part of old" after a split; then "-old" or "-old>into". */
static const char *aligned(const char *old_lines, const char *new_lines)
{
    static char out[4000];
    Plan *old = plan_of(old_lines), *now = plan_of(new_lines);
    Arena *a = arena_new();
    Align al;
    size_t n = 0;
    align_plans(old, now, a, &al);
    for (size_t i = 0; i < now->n_nodes; i++) {
        const char *id = now->nodes[i].id;
        if (al.old_of[i] >= 0 && !strcmp(old->nodes[al.old_of[i]].id, id)) continue;
        if (al.old_of[i] >= 0) n += (size_t)sprintf(out + n, "%s<%s ", id, old->nodes[al.old_of[i]].id);
        else if (al.part_of[i] >= 0) n += (size_t)sprintf(out + n, "%s<part of %s ", id, old->nodes[al.part_of[i]].id);
        else n += (size_t)sprintf(out + n, "%s<? ", id);
    }
    for (size_t i = 0; i < old->n_nodes; i++) {
        if (al.new_of[i] >= 0) {
            INT_EQ((long long)i, al.old_of[al.new_of[i]]);
            continue;
        }
        n += (size_t)sprintf(out + n, "-%s", old->nodes[i].id);
        if (al.into[i] >= 0) n += (size_t)sprintf(out + n, ">%s", now->nodes[al.into[i]].id);
        out[n++] = ' ';
    }
    out[n ? n - 1 : 0] = 0;
    plan_free(old);
    plan_free(now);
    arena_free(a);
    return out;
}

#define HEAD "I|MỤC ĐÍCH, YÊU CẦU\nI.1|Nâng cao nhận thức của cán bộ và người dân về quyền bình đẳng\nII|NỘI DUNG HOẠT ĐỘNG\n"
#define A "Mở 02 lớp tập huấn cho cộng tác viên ở cơ sở trước ngày 30/6"
#define B "Kiểm tra việc thực hiện quy chế dân chủ tại các khu dân cư"
#define C "Phát 500 tờ rơi trong tháng hành động vì bình đẳng giới"
#define D "Rà soát hộ nghèo do phụ nữ làm chủ để hỗ trợ vay vốn"

TEST(nothing_changed) { STR_EQ("", aligned(HEAD "II.1|" A "\nII.2|" B, HEAD "II.1|" A "\nII.2|" B)); }

TEST(insert_shifts_addresses_not_owners)
{
    STR_EQ("II.1<? II.2<II.1 II.3<II.2", aligned(HEAD "II.1|" A "\nII.2|" B, HEAD "II.1|" D "\nII.2|" A "\nII.3|" B));
    STR_EQ("II.2<? II.3<II.2", aligned(HEAD "II.1|" A "\nII.2|" B, HEAD "II.1|" A "\nII.2|" C "\nII.3|" B));
}

TEST(delete_leaves_no_heir)
{
    STR_EQ("II.1<II.2 -II.1", aligned(HEAD "II.1|" A "\nII.2|" B, HEAD "II.1|" B));
    STR_EQ("-II.2", aligned(HEAD "II.1|" A "\nII.2|" B, HEAD "II.1|" A));
}

TEST(another_text_in_the_same_place_inherits_nothing)
{
    STR_EQ("II.2<? -II.2", aligned(HEAD "II.1|" A "\nII.2|" B "\nII.3|" C, HEAD "II.1|" A "\nII.2|" D "\nII.3|" C));
    STR_EQ("II.1<? -II.1", aligned(HEAD "II.1|" A, HEAD "II.1|" D));
}

TEST(move_under_another_heading)
{
    STR_EQ("II.1<II.2 III.1<II.1 III.2<III.1",
           aligned(HEAD "II.1|" A "\nII.2|" B "\nIII|TỔ CHỨC THỰC HIỆN\nIII.1|" C,
                   HEAD "II.1|" B "\nIII|TỔ CHỨC THỰC HIỆN\nIII.1|" A "\nIII.2|" C));
}

TEST(swap_follows_the_text)
{
    STR_EQ("II.1<II.2 II.2<II.1", aligned(HEAD "II.1|" A "\nII.2|" B, HEAD "II.1|" B "\nII.2|" A));
}

TEST(a_changed_number_or_word_keeps_its_owner)
{
    STR_EQ("", aligned(HEAD "II.1|" A "\nII.2|" B, HEAD "II.1|Mở 05 lớp tập huấn cho cộng tác viên ở cơ sở trước ngày "
                                                        "30/9\nII.2|" B));
    STR_EQ("II.1<? II.2<II.1", aligned(HEAD "II.1|" A, HEAD "II.1|" C "\nII.2|Mở 3 lớp tập huấn cho cộng tác viên, trưởng "
        "khóm trước ngày 30/6"));
}

TEST(split_goes_to_the_larger_part)
{
    STR_EQ("II.2<part of II.1 II.3<II.2",
           aligned(HEAD "II.1|" A "; phát tài liệu hỏi đáp cho từng học viên\nII.2|" B,
                   HEAD "II.1|" A "\nII.2|Phát tài liệu hỏi đáp cho từng học viên\nII.3|" B));
}

TEST(join_goes_to_the_larger_part)
{
    STR_EQ("II.2<II.3 -II.2>II.1",
           aligned(HEAD "II.1|" A "\nII.2|Phát tài liệu hỏi đáp cho từng học viên\nII.3|" B,
                   HEAD "II.1|" A "; phát tài liệu hỏi đáp cho từng học viên\nII.2|" B));
}

TEST(a_copy_elsewhere_is_not_a_split)
{
    STR_EQ("II.2<?", aligned(HEAD "II.1|" A "; " D, HEAD "II.1|" A "; " D "\nII.2|" D));
}

TEST(same_text_under_two_headings_stays_with_its_heading)
{
#define TWO(one, two) "I|Công tác cán bộ nữ\n" one "II|Công tác truyền thông\n" two
    const char *both = TWO("I.1|Hằng năm tổ chức sơ kết\n", "II.1|Hằng năm tổ chức sơ kết\n");
    STR_EQ("-I.1", aligned(both, TWO("", "II.1|Hằng năm tổ chức sơ kết\n")));
    STR_EQ("-II.1", aligned(both, TWO("I.1|Hằng năm tổ chức sơ kết\n", "")));
    STR_EQ("I.1<?", aligned(TWO("", "II.1|Hằng năm tổ chức sơ kết\n"), both));
}

TEST(a_renamed_heading_follows_its_children)
{
    STR_EQ("III<II III.1<II.1 III.2<II.2",
           aligned("I|Mục đích\nII|NỘI DUNG HOẠT ĐỘNG\nII.1|" A "\nII.2|" B,
                   "I|Mục đích\nIII|CÁC NHIỆM VỤ TRỌNG TÂM\nIII.1|" A "\nIII.2|" B));
}

TEST(a_heading_in_its_place_with_another_name)
{
    STR_EQ("II.1<? -II.1", aligned("I|Mục đích\nII|NỘI DUNG\nII.1|" A, "I|Mục đích\nII|NHIỆM VỤ\nII.1|" D));
}

TEST(accents_case_and_marks_do_not_matter)
{
    STR_EQ("", aligned("I|Đẩy mạnh TRUYỀN THÔNG;", "I|Đẩy mạnh truyền thông."));
    OK(align_likeness("Đẩy mạnh truyền thông", "day manh TRUYEN THONG.") > 0.99);
    OK(align_likeness(A, B) < 0.25);
    OK(align_likeness("", "") == 0);
}

TEST(empty_plans)
{
    STR_EQ("I<?", aligned("", "I|x"));
    STR_EQ("-I", aligned("I|x", ""));
    STR_EQ("", aligned("I|x\nI.1|", "I|x\nI.1|"));
}

/* Twenty thousand clauses, all alike, some dropped: ends soon and nothing is paired twice. */
TEST(many_alike_clauses)
{
    Plan *old = plan_new(), *now = plan_new();
    Arena *a = arena_new();
    Align al;
    for (int i = 0; i < 20000; i++) {
        PlanNode *n = plan_add_node(old);
        n->id = arena_print(old->arena, "%d", i);
        n->text = i % 3 ? "Thực hiện thường xuyên" : arena_print(old->arena, "Thực hiện thường xuyên lần %d", i);
        if (i % 7 == 0) continue;
        PlanNode *m = plan_add_node(now);
        m->id = arena_print(now->arena, "%zu", now->n_nodes);
        m->text = i % 11 ? n->text : arena_print(now->arena, "Thực hiện thường xuyên và kịp thời lần %d", i);
    }
    align_plans(old, now, a, &al);
    int wrong = 0;
    for (size_t i = 0; i < now->n_nodes; i++) wrong += al.old_of[i] >= 0 && al.new_of[al.old_of[i]] != (int)i;
    INT_EQ(0, wrong);
    plan_free(old);
    plan_free(now);
    arena_free(a);
}
