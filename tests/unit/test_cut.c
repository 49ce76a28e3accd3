/* test_cut.c - statements and fields taken out of a script's text; what was there stays as a comment. */
#include "tests/unit/harness.h"
#include "core/script/cut.h"
#include <string.h>

static Buf text;

static const char *after_field(const char *script, int line, const char *field, int *rc)
{
    buf_clear(&text);
    buf_puts(&text, script);
    *rc = cut_field(&text, line, KIND_TASK, (size_t)word_find_field(KIND_TASK, field, strlen(field)), "bỏ");
    return buf_text(&text);
}

TEST(a_statement_that_sets_one_field_goes_whole)
{
    int rc;
    STR_EQ("-- đầu\n-- bỏ\n-- sua.nhiem_vu \"x\" { chu_tri = \"women\", ly_do = \"vì, {\" }\nbo.viec \"x/y\" { ly_do = \"z\" }\n",
           after_field("-- đầu\nsua.nhiem_vu \"x\" { chu_tri = \"women\", ly_do = \"vì, {\" }\nbo.viec \"x/y\" { ly_do = \"z\" }\n", 2, "lead", &rc));
    INT_EQ(0, rc);
    STR_EQ("-- bỏ\n-- edit.task(\"x\") {\n--   lead = \"women\",\n--   why = \"z\" }\n",
           after_field("edit.task(\"x\") {\n  lead = \"women\",\n  why = \"z\" }\n", 2, "lead", &rc));
    INT_EQ(0, rc);
    after_field("sua.nhiem_vu \"x\" { chu_tri = \"women\", ly_do = \"z\" }\n", 1, "note", &rc);
    INT_EQ(-1, rc);
    after_field("-- sua.nhiem_vu \"x\" { chu_tri = \"women\" }\n", 1, "lead", &rc);
    INT_EQ(-1, rc);
}

TEST(one_field_of_several_goes_alone)
{
    int rc;
    STR_EQ("edit.task \"x\" {\n-- bỏ\n--   lead = \"women\",\n  with = add { \"a\", \"b\" },\n  why = \"z\",\n}\n",
           after_field("edit.task \"x\" {\n  lead = \"women\",\n  with = add { \"a\", \"b\" },\n  why = \"z\",\n}\n", 2, "lead", &rc));
    INT_EQ(0, rc);
    STR_EQ("edit.task \"x\" { lead = \"women\", \n-- bỏ\n-- with = add { \"a\", \"b\" },\nwhy = \"z\" }\n",
           after_field("edit.task \"x\" { lead = \"women\", with = add { \"a\", \"b\" }, why = \"z\" }\n", 1, "with", &rc));
    INT_EQ(0, rc);
    STR_EQ("edit.task \"x\" { \n-- bỏ\n-- \"Tên\",\nlead = \"women\" }\n",
           after_field("edit.task \"x\" { \"Tên\", lead = \"women\" }\n", 1, "title", &rc));
    INT_EQ(0, rc);
    STR_EQ("edit.task \"x\" {\n  lead = \"women\",\n-- bỏ\n--   note = [[a\n-- b]]\n}\n",
           after_field("edit.task \"x\" {\n  lead = \"women\",\n  note = [[a\nb]]\n}\n", 3, "note", &rc));
    INT_EQ(0, rc);
}

TEST(statements_are_found_by_what_they_are_about)
{
    static const char script[] = "sua.nhiem_vu \"x\" { chu_tri = \"a\", ly_do = \"z\" }\nbo.viec \"x/y\" { ly_do = \"z\" }\n"
                                 "task \"xy\" { \"T\" }\nthem.viec \"x/m\" { \"M\" }\nsua.chi_tieu \"x\" { ly_do = \"k\" }\n";
    int lines[8];
    INT_EQ(3, (long long)cut_find(str_of(script), KIND_TASK, "x", lines, 8));
    OK(lines[0] == 1 && lines[1] == 2 && lines[2] == 4);
    INT_EQ(1, (long long)cut_find(str_of(script), KIND_ITEM, "x/y", lines, 8));
    buf_clear(&text);
    buf_puts(&text, script);
    INT_EQ(0, cut_rename(&text, 2, "x", "moi"));
    OK(strstr(text.p, "bo.viec \"moi/y\"") && strstr(text.p, "sua.nhiem_vu \"x\""));
    INT_EQ(0, cut_statement(&text, 1, "bỏ"));
    OK(!strncmp(text.p, "-- bỏ\n-- sua.nhiem_vu \"x\"", 20));
    INT_EQ(-1, cut_rename(&text, 99, "x", "y"));
}

/* Whatever stands in the file, nothing is read or written beyond it. */
TEST(broken_scripts_are_left_alone)
{
    static const char *const bad[] = {"", "\"", "task \"x\" {", "task \"x\" { lead = ", "edit.task \"x\" { [[", "}}}", "task \"x", "[[\n", "--[[",
                                      "edit.task \"x\" { lead = \"", "edit . task ( \"x\" ) {", "\xEF\xBB\xBF", "a.b.c \"x\" { lead = 1 }"};
    int rc;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        after_field(bad[i], 1, "lead", &rc);
        int lines[2];
        cut_find(str_of(bad[i]), KIND_TASK, "x", lines, 2);
        cut_statement(&text, 1, "bỏ");
        cut_rename(&text, 1, "x", "y");
    }
    buf_free(&text);
}
