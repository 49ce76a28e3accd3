/* test_template_random.c - ten thousand generated templates: filled, and by the reference meaning (expanded, then parsed). */
#include "tests/unit/harness.h"
#include "core/press/expr_script.h"
#include "tests/unit/press_case.h"
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Gen { uint64_t seed; Buf out; int loops, depth; char indent[64]; } Gen;

static unsigned pick(Gen *g, unsigned n)
{
    g->seed = g->seed * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)(g->seed >> 33) % n;
}

static void line(Gen *g, const char *s) { buf_printf(&g->out, "%s%s\n", g->indent, s); }
static void blank(Gen *g) { buf_putc(&g->out, '\n'); }

/* --- expressions --- */

static const char *text_expr(Gen *g)
{
    static const char *const plain[] = {"unit.name", "unit.kind", "unit.place | default(\"nơi này\")", "year", "unit.name | upper",
                                        "tasks | count", "unit.name .. \"x\"", "(year + 1) * 2 - 3", "today | date(\"d/m\")",
                                        "unit.active and \"có\" or \"không\"", "\"chữ\"", "unit.list | join(\" và \")"};
    static const char *const inner[] = {"x.title", "x.note", "loop.index", "x.title | upper", "loop.count - loop.index", "x.title"};
    return g->loops && pick(g, 3) ? inner[pick(g, 6)] : plain[pick(g, 12)];
}

static const char *condition(Gen *g)
{
    static const char *const plain[] = {"unit.active", "not unit.active", "unit.kind == \"xa\"", "year > 2025", "unit.phone", "false",
                                        "unit.phone == nil or year < 3", "#tasks >= 2"};
    static const char *const inner[] = {"x.done", "not x.done", "loop.first", "not loop.last", "loop.index > 1", "x.done and loop.last"};
    return g->loops && pick(g, 3) ? inner[pick(g, 6)] : plain[pick(g, 8)];
}

static const char *list_expr(Gen *g)
{
    static const char *const lists[] = {"tasks", "events", "materials", "tasks", "indicators"};
    return lists[pick(g, 5)];
}

/* --- inlines --- */

static void inlines(Gen *g, Buf *b, int depth)
{
    static const char *const words[] = {"việc", "nhà", "là việc chung", "số 5", "bình đẳng", "a, b"};
    unsigned n = 1 + pick(g, 3);
    for (unsigned i = 0; i < n; i++) {
        if (i) buf_putc(b, ' ');
        switch (pick(g, depth > 1 ? 4 : 9)) {
        case 0: case 1: buf_puts(b, words[pick(g, 6)]); break;
        case 2: case 3: buf_printf(b, "{{ %s }}", text_expr(g)); break;
        case 4: buf_printf(b, "**chữ {{ %s }}**", text_expr(g)); break;
        case 5: buf_printf(b, "*{{ %s }}*", text_expr(g)); break;
        case 6: buf_printf(b, "[{{ %s }}](https://a.vn/{{ unit.id }})", text_expr(g)); break;
        case 7:
            buf_printf(b, "a{%% if %s %%} ", condition(g));
            inlines(g, b, depth + 1);
            if (pick(g, 2)) {
                buf_puts(b, ",{% else %} ");
                inlines(g, b, depth + 1);
            }
            buf_puts(b, ",{% end %} b");
            break;
        default:
            if (g->loops) {
                buf_puts(b, "`mã {{ year }}`");
                break;
            }
            buf_printf(b, "a{%% for x in %s %%} ", list_expr(g));
            g->loops++;
            inlines(g, b, depth + 1);
            g->loops--;
            buf_puts(b, ",{% end %} b");                 /* marks of two rounds must not touch */
        }
    }
}

static void text_line(Gen *g, const char *before)
{
    Buf b = {0};
    buf_puts(&b, before);
    inlines(g, &b, 0);
    line(g, buf_text(&b));
    buf_free(&b);
}

/* --- blocks --- */

static void open_control(Gen *g, int *is_for)
{
    char s[120];
    *is_for = pick(g, 2) && g->loops < 2;
    if (*is_for) snprintf(s, sizeof s, "{%% for x in %s %%}", list_expr(g));
    else snprintf(s, sizeof s, "{%% if %s %%}", condition(g));
    line(g, s);
    if (*is_for) g->loops++;
}

static void close_control(Gen *g, int is_for)
{
    line(g, pick(g, 4) ? "{% end %}" : is_for ? "{% endfor %}" : "{% endif %}");
    if (is_for) g->loops--;
}

static void list_items(Gen *g, const char *mark, int depth)
{
    char before[16];
    unsigned n = 1 + pick(g, 3);
    int loose = pick(g, 4) == 0;
    for (unsigned i = 0; i < n; i++) {
        int is_for, wrapped = pick(g, 3) == 0;
        if (wrapped) open_control(g, &is_for);
        snprintf(before, sizeof before, "%s %s", mark, pick(g, 5) || *mark == '1' ? "" : pick(g, 2) ? "[ ] " : "[x] ");
        text_line(g, before);
        if (depth < 2 && pick(g, 4) == 0) {
            size_t at = strlen(g->indent);
            strcat(g->indent, *mark == '1' ? "   " : "  ");
            list_items(g, pick(g, 2) ? "-" : "1.", depth + 1);
            g->indent[at] = 0;
        }
        if (wrapped && pick(g, 3) == 0) {
            if (loose) blank(g);
            line(g, "{% else %}");
            if (is_for) g->loops--;
            snprintf(before, sizeof before, "%s ", mark);
            text_line(g, before);
            if (is_for) g->loops++;
        }
        if (loose) blank(g);
        if (wrapped) close_control(g, is_for);
    }
}

static void table(Gen *g)
{
    line(g, "| a | b |");
    line(g, "| --- | ---: |");
    line(g, "| đầu | 1 |");
    unsigned n = 1 + pick(g, 3);
    for (unsigned i = 0; i < n; i++) {
        int is_for, wrapped = pick(g, 2);
        if (wrapped) open_control(g, &is_for);
        Buf b = {0};
        buf_puts(&b, "| ");
        inlines(g, &b, 0);
        buf_printf(&b, " | {{ %s }} |", text_expr(g));
        line(g, buf_text(&b));
        buf_free(&b);
        if (wrapped) close_control(g, is_for);
    }
}

static void blocks(Gen *g, int depth);

static void group(Gen *g, int depth)
{
    int is_for;
    open_control(g, &is_for);
    blank(g);
    blocks(g, depth + 1);
    if (pick(g, 3) == 0) {
        line(g, "{% else %}");
        blank(g);
        if (is_for) g->loops--;
        blocks(g, depth + 1);
        if (is_for) g->loops++;
    }
    close_control(g, is_for);
    blank(g);
}

/* Every block is followed by a blank line: nothing can flow into the next. */
static void blocks(Gen *g, int depth)
{
    unsigned n = 1 + pick(g, depth ? 2 : 4);
    for (unsigned i = 0; i < n; i++) {
        size_t at = strlen(g->indent);
        switch (pick(g, depth > 2 ? 5 : 9)) {
        case 0: text_line(g, pick(g, 2) ? "# " : "### "); break;
        case 1: text_line(g, "Chữ "); break;
        case 2: list_items(g, "-", 0); break;
        case 3: list_items(g, "1.", 0); break;
        case 4: table(g); break;
        case 5:
            line(g, "::: hop");
            blank(g);
            blocks(g, depth + 1);
            line(g, ":::");
            break;
        case 6:
            if (at) break;
            text_line(g, "> Trích ");
            break;
        default: group(g, depth); continue;
        }
        blank(g);
    }
}

/* --- the test --- */

static void set_scope(PressCase *c)
{
    Arena *a = c->a;
    const char *const unit_keys[] = {"name", "id", "kind", "place", "active", "phone", "list"};
    const Value names[] = {press_case_text("một"), press_case_text("hai")};
    Value unit[] = {press_case_text("Xã *Tân_Quy [x](y) <b>&amp; #1"), press_case_text("xa-tan-quy"),
                    {.type = VAL_WORD, .u.text = {"xa", 2}, .x.label = "xã"}, value_none(), value_bool(1), value_none(),
                    press_case_list(a, 2, names)};
    c->scope.root[SCOPE_UNIT] = press_case_object(a, "unit", 7, unit_keys, unit);
    const char *const keys[] = {"title", "done", "note"};
    static const char *const titles[] = {"Tháng hành động | đợt 1", "Gặp `mặt` **đầu** năm", "Sơ kết!"};
    Value task[3], one[3];
    for (int i = 0; i < 3; i++) {
        one[0] = press_case_text(titles[i]);
        one[1] = value_bool(i & 1);
        one[2] = press_case_text("ghi\\chú ~~x~~ y");
        task[i] = press_case_object(a, "task", 3, keys, one);
    }
    c->scope.root[SCOPE_TASKS] = press_case_list(a, 3, task);
    c->scope.root[SCOPE_EVENTS] = press_case_list(a, 0, NULL);
    c->scope.root[SCOPE_MATERIALS] = press_case_list(a, 1, task + 1);
    c->scope.root[SCOPE_INDICATORS] = press_case_list(a, 2, task);
    c->scope.root[SCOPE_YEAR] = value_int(2026);
    c->scope.root[SCOPE_TODAY] = value_date(date_of(2026, 6, 5));
}

TEST(generated_templates_equal_their_reference)
{
    PressCase c;
    Err e = {0};
    int from = getenv("SEN_GEN_FROM") ? atoi(getenv("SEN_GEN_FROM")) : 0, many = getenv("SEN_GEN") ? atoi(getenv("SEN_GEN")) : 10000;
    int bad = 0, empty = 0, other = 0;
    Script *script = NULL;
    ExprScript *exprs = NULL;
    ExprBackend backend;
    for (int i = from; i < from + many; i++) {
        Gen g = {.seed = (uint64_t)i * 2654435761u + 12345};
        if (i % 500 == 0) {                                /* a fresh Lua state now and then: expressions stay compiled */
            expr_script_free(exprs);
            script_free(script);
            OK((script = script_new(&(ScriptSetup){.today = DATE_NONE}, &e)) != NULL);
            exprs = expr_script_new(script);
            backend = expr_script_backend(exprs);
        }
        press_case_open(&c);
        set_scope(&c);
        for (int k = 0; k < 4; k++) pick(&g, 2);
        blocks(&g, 0);
        const char *expanded, *filled = press_case_fill(&c, buf_text(&g.out));
        const char *want = press_case_reference(&c, buf_text(&g.out), &expanded);
        c.engine.lua = &backend;
        c.engine.no_oplist = 1;
        const char *lua = press_case_fill(&c, buf_text(&g.out));
        empty += strcmp(want, "(root)") == 0;
        if (strcmp(filled, lua) != 0 && other++ < 3)
            printf("# template %d\n%s\n# op list %s\n# lua     %s\n", i, buf_text(&g.out), filled, lua);
        if (strcmp(filled, want) != 0 || strncmp(want, "(root", 5) != 0) {
            if (bad++ < 3)
                printf("# template %d\n%s\n# expanded\n%s\n# want %s\n# got  %s\n", i, buf_text(&g.out), expanded, want, filled);
        }
        buf_free(&g.out);
        press_case_close(&c);
    }
    expr_script_free(exprs);
    script_free(script);
    INT_EQ(0, bad);
    INT_EQ(0, other);
    OK(empty < many / 4 + 1);
}
