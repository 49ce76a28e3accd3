/* test_template.c - templates by hand: what each construct gives, where each mistake is reported, what a draft prints. */
#include "tests/unit/harness.h"
#include "tests/unit/press_case.h"
#include <stdio.h>
#include <string.h>

static void set_scope(PressCase *c)
{
    Arena *a = c->a;
    const char *const signer_keys[] = {"title", "name"};
    Value signer[] = {press_case_text("CHỦ TỊCH"), value_none()};
    const char *const phone_keys[] = {"Công an", "Cấp cứu"};
    Value phone[] = {press_case_text("113"), press_case_text("115")};
    const char *const unit_keys[] = {"name", "id", "kind", "signer", "hotlines", "place", "lines", "link", "note"};
    Value unit[] = {press_case_text("Xã Tân Quy"), press_case_text("xa-tan-quy"), {.type = VAL_WORD, .u.text = {"xa", 2}, .x.label = "xã"},
                    press_case_map(a, 2, signer_keys, signer), press_case_map(a, 2, phone_keys, phone), value_none(),
                    press_case_text("dòng một\ndòng hai"), press_case_text("javascript:alert(1)"),
                    press_case_text("đoạn *một*\n\n- hai\n- <b>ba</b>")};
    c->scope.root[SCOPE_UNIT] = press_case_object(a, "unit", 9, unit_keys, unit);
    const char *const keys[] = {"title", "done", "due", "n", "ratio"};
    Value tasks[3];
    for (int i = 0; i < 3; i++) {
        static const char *const titles[] = {"Tháng hành động", "*Gặp mặt* | <b>", "Sơ kết"};
        Value one[] = {press_case_text(titles[i]), value_bool(i == 1), i == 2 ? value_none() : value_date(date_of(2026, 6 + i, 5)),
                       value_int(1234567 * i), value_number(0.285 * i)};
        tasks[i] = press_case_object(a, "task", 5, keys, one);
    }
    c->scope.root[SCOPE_TASKS] = press_case_list(a, 3, tasks);
    c->scope.root[SCOPE_EVENTS] = press_case_list(a, 0, NULL);
    c->scope.root[SCOPE_YEAR] = value_int(2026);
    c->scope.root[SCOPE_TODAY] = value_date(date_of(2026, 11, 5));
}

typedef struct Golden { const char *source, *want; } Golden;

static void run(const Golden *v, size_t n, int draft, void (*more)(PressCase *))
{
    for (size_t i = 0; i < n; i++) {
        PressCase c;
        press_case_open(&c);
        set_scope(&c);
        c.engine.draft = draft;
        if (more) more(&c);
        STR_EQ(v[i].want, press_case_fill(&c, v[i].source));
        press_case_close(&c);
    }
}
#define RUN(v) run(v, sizeof v / sizeof *v, 0, NULL)

TEST(values_are_text)
{
    static const Golden v[] = {
        {"# {{ unit.name }} năm {{ year }}", "(root (heading 1 \"Xã Tân Quy năm 2026\"))"},
        {"{{ tasks[2].title }}", "(root (paragraph \"*Gặp mặt* | <b>\"))"},
        {"**{{ tasks[2].title }}**", "(root (paragraph (strong \"*Gặp mặt* | <b>\")))"},
        {"{{ unit.lines }}.", "(root (paragraph \"dòng một\" (break) \"dòng hai.\"))"},
        {"`a {{ unit.name }}`", "(root (paragraph (code \"a Xã Tân Quy\")))"},
        {"```\n{{ unit.name }}\n{# ghi chú #}\nhết\n```", "(root (code_block \"Xã Tân Quy\\nhết\\n\"))"},
        {"{{ unit.kind }} {{ unit.kind == \"xa\" }} {{ unit.kind == \"xã\" }} {{ unit.kind ~= \"xa\" }}",
         "(root (paragraph \"xã có có không\"))"},
        {"{{ tasks }}", "(root (paragraph \"Tháng hành động, *Gặp mặt* | <b>, Sơ kết\"))"},
        {"{{ tasks[1].due }} {{ tasks[1].ratio }} {{ tasks[2].ratio }}", "(root (paragraph \"05/6/2026 0 0,285\"))"},
        {"{{ \"{{\" }} {{ '}}' }}", "(root (paragraph \"{{ }}\"))"},
        {"---\ntitle: Chào {{ unit.kind }}\nn: 05\n---\n{{ vars.title }} {{ vars.n }}", "(root (paragraph \"Chào xã 05\"))"},
        {"## Mục {#muc-1}\n\n{# một\nhai #}\nba {# bốn #}năm", "(root (heading 2 info=\"muc-1\" \"Mục\") (paragraph \"ba năm\"))"},
    };
    RUN(v);
}

TEST(links_are_encoded_and_checked)
{
    static const Golden v[] = {
        {"[a](https://x.vn/{{ unit.name }}?q={{ tasks[2].title }})",
         "(root (paragraph (link url=\"https://x.vn/X%C3%A3%20T%C3%A2n%20Quy?q=%2AG%E1%BA%B7p%20m%E1%BA%B7t%2A%20%7C%20%3Cb%3E\" \"a\")))"},
        {"[a]({{ unit.id }}.html)", "(root (paragraph (link url=\"xa-tan-quy.html\" \"a\")))"},
    };
    RUN(v);
    PressCase c;
    press_case_open(&c);
    set_scope(&c);
    const char *got = press_case_fill(&c, "[a]({{ unit.link }})");
    OK(strstr(got, "javascript") == NULL);
    press_case_close(&c);
}

TEST(controls)
{
    static const Golden v[] = {
        {"{% for t in tasks %}\n- {{ loop.index }}/{{ loop.count }} {{ t.title }}\n{% end %}",
         "(root (list - (item (paragraph \"1/3 Tháng hành động\")) (item (paragraph \"2/3 *Gặp mặt* | <b>\")) (item (paragraph \"3/3 Sơ kết\"))))"},
        {"Gồm {% for t in tasks %}{% if not loop.first %}; {% endif %}{{ t.title }}{% endfor %}.",
         "(root (paragraph \"Gồm Tháng hành động; *Gặp mặt* | <b>; Sơ kết.\"))"},
        {"{% for e in events %}\n- {{ e.x }}\n{% else %}\nKhông có.\n{% end %}", "(root (paragraph \"Không có.\"))"},
        {"a\n\n{% for e in events %}\n- {{ e.x }}\n{% end %}\n\nb", "(root (paragraph \"a\") (paragraph \"b\"))"},
        {"| x | y |\n|---|--:|\n{% for e in events %}\n| {{ e }} | 1 |\n{% end %}", "(root)"},
        {"| x | y |\n|---|--:|\n{% for t in tasks %}\n{% if t.done %}\n| {{ t.title }} | {{ loop.index }} |\n{% end %}\n{% end %}\n\nsau",
         "(root (table (row head (cell \"x\") (cell 3 \"y\")) (row (cell \"*Gặp mặt* | <b>\") (cell 3 \"2\"))) (paragraph \"sau\"))"},
        {"{% for p in unit.hotlines %}\n- {{ p.key }}: {{ p.value }}\n{% end %}",
         "(root (list - (item (paragraph \"Công an: 113\")) (item (paragraph \"Cấp cứu: 115\"))))"},
        {"{% if unit.place %}\na\n{% elseif year > 2025 %}\nb\n{% else %}\nc\n{% end %}", "(root (paragraph \"b\"))"},
        {"{% for t in tasks %}\n## {{ t.title }}\n\n{% for p in unit.hotlines %}\n1. {{ loop.index }}\n{% end %}\n{% end %}",
         "(root (heading 2 \"Tháng hành động\") (list . 1 (item (paragraph \"1\")) (item (paragraph \"2\"))) (heading 2 \"*Gặp mặt* | <b>\") "
         "(list . 1 (item (paragraph \"1\")) (item (paragraph \"2\"))) (heading 2 \"Sơ kết\") (list . 1 (item (paragraph \"1\")) (item (paragraph \"2\"))))"},
        {"- đầu\n{% if unit.place %}\n- giữa\n{% end %}\n- cuối", "(root (list - (item (paragraph \"đầu\")) (item (paragraph \"cuối\"))))"},
        {"{{ unit.note | markdown }}\n\n> {{ unit.name }}",
         "(root (paragraph \"đoạn \" (emph \"một\")) (list - (item (paragraph \"hai\")) (item (paragraph (html \"<b>\") \"ba\" (html \"</b>\")))) "
         "(quote (paragraph \"Xã Tân Quy\")))"},
        {"x[^1] {% if unit.place %}y[^2]{% end %} z[^3]\n\n[^1]: một\n\n[^2]: hai\n\n[^3]: ba {{ unit.name }}",
         "(root (paragraph \"x\" (note_ref \"1\") \"  z\" (note_ref \"3\")) (footnote \"1\" (paragraph \"một\")) (footnote \"3\" (paragraph \"ba Xã Tân Quy\")))"},
    };
    RUN(v);
}

TEST(filters)
{
    static const Golden v[] = {
        {"{{ today | date(\"d/m/y\") }} {{ today | date(\"long\") }} {{ today | date(\"d.m\") }} {{ today | date(\"weekday\") }}",
         "(root (paragraph \"05/11/2026 ngày 05 tháng 11 năm 2026 05.11 thứ Năm, 05/11/2026\"))"},
        {"{{ tasks[2].n | number }} {{ 2.345 | number(2) }} {{ 1234.5 | number(0) }} {{ -0.004 | number(2) }} {{ 1000 | number(1) }}",
         "(root (paragraph \"1.234.567 2,35 1.235 0,00 1.000,0\"))"},
        {"{{ 0.285 | percent(1) }} {{ 0.6 | percent }} {{ 1500000 | money }}", "(root (paragraph \"28,5% 60% 1.500.000 đồng\"))"},
        {"{{ unit.name | upper }} {{ unit.name | lower }} {{ \"hội phụ nữ\" | title }}", "(root (paragraph \"XÃ TÂN QUY xã tân quy Hội Phụ Nữ\"))"},
        {"{{ 21 | spell }} {{ 14 | roman }} {{ tasks | count }} {{ unit.name | count }}", "(root (paragraph \"hai mươi mốt XIV 3 10\"))"},
        {"{{ unit.place | default(\"nơi này\") }} {{ unit.place | upper | default(unit.name) }}", "(root (paragraph \"nơi này Xã Tân Quy\"))"},
        {"{{ tasks | join(\" + \") | upper }}", "(root (paragraph \"THÁNG HÀNH ĐỘNG + *GẶP MẶT* | <B> + SƠ KẾT\"))"},
        {"{{ (1 + 2) * 3 - 4 / 2 }} {{ 7 / 2 }} {{ \"a\" .. 1 .. \"b\" }} {{ #tasks }}", "(root (paragraph \"7 3,5 a1b 3\"))"},
        {"{{ year > 2025 and \"có\" or \"không\" }} {{ nil or false }} {{ not nil }}", "(root (paragraph \"có không có\"))"},
    };
    RUN(v);
}

TEST(mistakes_have_their_place)
{
    static const Golden v[] = {
        {"a\n\n{{ unit.nme }}", "error SEN4133 3:9 nme|unit|name"},
        {"{{ unitt.name }}", "error SEN4131 1:4 unitt|unit"},
        {"{{ zzz }}", "error SEN4130 1:4 zzz"},
        {"x {{ unit.signer.nane }}", "error SEN4133 1:18 nane|signer|name"},
        {"{% for t in tasks %}\n- {{ t.titel }}\n{% end %}", "error SEN4133 2:8 titel|task|title"},
        {"{% for t in tasks %}\n{{ loop.indx }}\n{% end %}", "error SEN4133 2:9 indx|map|index"},
        {"\n{% for t in tasks %}\n- a\n", "error SEN4151 2:1 for||0"},
        {"a\n{% end %}", "error SEN4150 2:1 end||0"},
        {"{% if year %}\na\n{% endfor %}", "error SEN4152 3:1 endfor|if|1"},
        {"{% if year %}\na\n{% else %}\nb\n{% else %}\nc\n{% end %}", "error SEN4153 5:1 else|if|1"},
        {"{% fro t in tasks %}", "error SEN4102 1:1 fro|for|"},
        {"{% repeat t in tasks %}", "error SEN4101 1:1 repeat||"},
        {"{% fors t in tasks %}", "error SEN4102 1:1 fors|for|"},
        {"{% for t of tasks %}\n{% end %}", "error SEN4103 1:1 tasks||"},
        {"{% for unit in tasks %}\n{% end %}", "error SEN4104 1:1 unit||"},
        {"{% include phrases %}", "error SEN4105 1:1 phrases||"},
        {"a {{ unit.name\n}}", "error SEN4109 1:3 {{||"},
        {"{{ }}", "error SEN4110 1:1 ||"},
        {"{{ unit.name | uper }}", "error SEN4122 1:16 uper|upper|"},
        {"{{ unit.name | default }}", "error SEN4125 1:16 default||"},
        {"{{ unit.name | upper(1) }}", "error SEN4124 1:16 upper||"},
        {"{{ “a” }}", "error SEN4126 1:4 “a”||"},
        {"{{ unit.name | date }}", "error SEN4137 1:16 date|text"},
        {"{{ today | date(\"Y-x\") }}", "error SEN4138 1:12 Y-x"},
        {"{{ today < 3 }}", "error SEN4135 1:10 <|date|int"},
        {"{{ unit.name:upper() }}", "error SEN4136 1:4 unit.name:upper()"},
        {"{{ unit.hotlines }}", "error SEN4146 1:1 unit.hotlines|map"},
        {"{% for x in unit.name %}\n{% end %}", "error SEN4147 1:1 unit.name|text"},
        {"<div class=\"{{ unit.name }}\">\n</div>", "error SEN4155 1:13 unit.name||"},
        {"```{{ unit.id }}\nx\n```", "error SEN4155 1:4 unit.id||"},
        {"[a]: {{ unit.id }}\n\nx", "error SEN4155 1:6 unit.id||"},
        {"`{% if year %}a{% end %}`", "error SEN4155 1:2 year||"},
        {"**{% if year %}a**{% end %}", "error SEN4154 1:19 end|1|"},
        {"x {{ unit.note | markdown }}", "error SEN4165 1:3 unit.note | markdown"},
        {"{{ unit.name | markdown | upper }}", "error SEN4128 1:16 unit.name | markdown | upper||"},
        {"---\na: 1\na: 2\n---\nx", "error SEN4114 3:0 a||"},
        {"---\na: &b 1\nc: *b\n---\nx", "error SEN4112 2:0 & *||"},
        {"---\na: 1\nx", "error SEN4111 1:1 ---||"},
        {"---\n- a\n---\nx", "error SEN4117 2:0 ||"},
        {"---\na: [[[[[[[[[[1]]]]]]]]]]\n---\nx", "error SEN4116 2:0 8||"},
    };
    RUN(v);
}

TEST(missing_values_say_who_owes_them)
{
    static const Golden v[] = {
        {"{{ unit.place }} {{ unit.signer.name }}", "error SEN4144 1:4 unit:Xã Tân Quy.place|Xã Tân Quy; error SEN4144 1:21 unit.signer.name|unit.signer.name"},
        {"{% for t in tasks %}\n- {{ t.due }}\n{% end %}", "error SEN4145 2:6 task:Sơ kết.due|Sơ kết"},
        {"{{ plan.number }}", "error SEN4141 1:4 plan.number|plan.number"},
        {"---\nchu_de:\n---\n{{ vars.chu_de }}", "error SEN4142 4:4 vars.chu_de|vars.chu_de"},
    };
    RUN(v);
    static const Golden draft[] = {
        {"Số {{ plan.number }} {{ unit.place | upper }} [a](x{{ unit.place }})", "(root (paragraph \"Số …… …… \" (link url=\"x\" \"a\")))"},
    };
    run(draft, 1, 1, NULL);
}

static void add_includes(PressCase *c)
{
    Err e = {0};
    static const char *const files[][2] = {
        {"phrases/hello.md", "Chào {{ unit.kind }}"}, {"phrases/list.md", "- {{ t.title }}\n- hết"}, {"two.md", "a\n\nb"},
        {"self.md", "x\n\n{% include \"self.md\" %}"}, {"a.md", "{% include \"b.md\" %}"}, {"b.md", "{% include \"a.md\" %}"},
        {"bad.md", "x\n\n{% if %}"}, {"n1.md", "{% include \"n2.md\" %}"}, {"n2.md", "{% include \"n3.md\" %}"},
        {"n3.md", "{% include \"n4.md\" %}"}, {"n4.md", "{% include \"n5.md\" %}"}, {"n5.md", "{% include \"n6.md\" %}"},
        {"n6.md", "{% include \"n7.md\" %}"}, {"n7.md", "{% include \"n8.md\" %}"}, {"n8.md", "{% include \"n9.md\" %}"}, {"n9.md", "cuối"}};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) INT_EQ(0, content_add(c->content, files[i][0], NULL, str_of(files[i][1]), &e));
    INT_EQ(-1, content_add(c->content, "../x.md", NULL, str_of(""), &e));
    e = (Err){0};
    INT_EQ(-1, content_add(c->content, "a/.x.md", NULL, str_of(""), &e));
}

TEST(includes)
{
    static const Golden v[] = {
        {"{% include \"phrases/hello.md\" %}\n\nsau", "(root (paragraph \"Chào xã\") (paragraph \"sau\"))"},
        {"Xin {% include \"phrases/hello.md\" %}!", "(root (paragraph \"Xin Chào xã!\"))"},
        {"{% for t in tasks %}\n{% if t.done %}\n- đầu\n\n{% include \"phrases/list.md\" %}\n{% end %}\n{% end %}",
         "(root (list - loose (item (paragraph \"đầu\")) (item (paragraph \"*Gặp mặt* | <b>\")) (item (paragraph \"hết\"))))"},
        {"a {% include \"two.md\" %}", "error SEN4164 1:3 two.md"},
        {"{% include \"self.md\" %}", "error SEN4162 3:1 self.md"},
        {"{% include \"a.md\" %}", "error SEN4162 1:1 a.md"},
        {"{% include \"phrases/helo.md\" %}", "error SEN4161 1:1 phrases/helo.md|phrases/hello.md"},
        {"{% include \"qqqqqq\" %}", "error SEN4160 1:1 qqqqqq"},
        {"{% include \"bad.md\" %}", "error SEN4107 3:1 if"},
        {"{% include \"n2.md\" %}", "(root (paragraph \"cuối\"))"},
        {"{% include \"n1.md\" %}", "error SEN4163 1:1 n9.md"},
    };
    run(v, sizeof v / sizeof *v, 0, add_includes);
}

TEST(check_looks_into_every_branch)
{
    PressCase c;
    Err e = {0};
    press_case_open(&c);
    add_includes(&c);
    Template *t = template_parse(str_of("{% if false %}\n{{ unitt.x }}\n{% end %}\n\n{% for x in tasks %}\n{{ x.y }} {{ loop.index }}\n{% end %}\n\n"
                                        "{{ x }}\n\n{% include \"nope\" %}\n\n{% include \"a.md\" %}"), "t.md", &c.f, &e);
    OK(t != NULL);
    template_check(t, c.content, &c.f);
    INT_EQ(4, (int)findings_count(&c.f, SEV_ERROR));
    template_free(t);
    press_case_close(&c);
}

TEST(single_texts)
{
    PressCase c;
    Err e = {0};
    Str out;
    press_case_open(&c);
    set_scope(&c);
    INT_EQ(0, template_fill_text(str_of("Ban hành kế hoạch của {{ unit.kind }} *x*"), "a.lua", 3, &c.job, c.a, &out, &e));
    OK(str_is(out, "Ban hành kế hoạch của xã *x*"));
    Str plain = str_of("không có gì");
    INT_EQ(0, template_fill_text(plain, "a.lua", 3, &c.job, c.a, &out, &e));
    OK(out.p == plain.p);
    INT_EQ(-1, template_fill_text(str_of("của {{ unit.knd }}"), "a.lua", 3, &c.job, c.a, &out, &e));
    INT_EQ(SEN4133, (int)e.code);
    INT_EQ(3, e.line);
    e = (Err){0};
    INT_EQ(-1, template_fill_text(str_of("của {{ unit.kind"), "a.lua", 3, &c.job, c.a, &out, &e));
    INT_EQ(SEN4109, (int)e.code);
    press_case_close(&c);
}

TEST(runaway_loops_end)
{
    PressCase c;
    press_case_open(&c);
    set_scope(&c);
    Value *many = arena_alloc(c.a, 2000 * sizeof *many);
    for (int i = 0; i < 2000; i++) many[i] = value_int(i);
    c.scope.root[SCOPE_TASKS] = (Value){.type = VAL_LIST, .count = 2000, .u.list = many};
    const char *got = press_case_fill(&c, "{% for a in tasks %}\n{% for b in tasks %}\n{% for c in tasks %}\n- {{ a }}\n{% end %}\n{% end %}\n{% end %}");
    OK(strstr(got, "SEN4166") != NULL);
    press_case_close(&c);
}
