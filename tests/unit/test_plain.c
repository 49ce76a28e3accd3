/* test_plain.c - which scripts count as nothing but data: profiles of constants; all that could leave something behind does not. */
#include "core/script/plain.h"
#include "tests/unit/harness.h"

TEST(profiles_are_data)
{
    static const char *const yes[] = {
        "", "-- chỉ có ghi chú\n", "unit \"x\" { name = \"Xã A\", kind = \"xa\", slots = { sang = '05:00', n = 3, ok = true } }\n-- hết",
        "don_vi \"x\" { loai = \"phuong\"; }", "unit'x'{'a','b';c=false}"};
    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++) OK(plain_profile(str_of(yes[i])));
}

TEST(others_are_not)
{
    static const char *const no[] = {
        "unit \"x\" { name = f() }", "unit \"x\" { name = y }", "unit(\"x\", {})", "unit \"x\" { [1] = 2 }", "unit \"x\" { } x = 1",
        "task \"x\" { \"y\" }", "while true do end", "--[[ a ]] unit \"x\" {}", "unit \"x\" {", "unit \"x", "unit \"\\65\" { }",
        "unit \"x\" { n = -1 }", "unit \"x\" { n = 1 .. 2 }", "unit \"x\" { a = \"b\" .. \"c\" }", "unit \"x\" { n = 0x10 }",
        "unit \"x\" { n = 1.5 }", "unit \"x\" { } { }", "unit", "unit \"x\" { a = function() end }", "unit \"x\" { nil }",
        "unit \"x\" { a = #\"b\" }", "unit \"x\" { a = [[b]] }"};
    for (size_t i = 0; i < sizeof no / sizeof *no; i++) OK(!plain_profile(str_of(no[i])));
}

