/* cmd_help.c - `sen help [TOPIC]`: a command, a word of the scripts, a code; and what is made from the tables. */
#include "core/app/commands.h"
#include "core/app/help.h"
#include "core/base/text.h"
#include "core/model/due.h"
#include "core/model/word.h"
#include <string.h>

static int help_code(Cli *c, Code code)
{
    static const char *const holes[] = {"…", "…", "…", "…"};
    Buf b = {0};
    buf_printf(&c->out, "SEN%d\n  ", code);
    err_message(code, c->lang, holes, 4, &c->out);
    buf_putc(&c->out, '\n');
    err_remedy(code, c->lang, holes, 4, &b);
    if (b.n) buf_printf(&c->out, cli_word(c, "\nCách sửa: %s\n", "\nRemedy: %s\n"), b.p);
    if (err_example(code)) buf_printf(&c->out, cli_word(c, "\nVí dụ:\n%s\n", "\nExample:\n%s\n"), err_example(code));
    static const char *const class_vi[] = {"lời nhắc", "cảnh báo", "lỗi"},
        *const class_en[] = {"a note", "a warning", "an error"};
    buf_printf(&c->out, cli_word(c, "\nMức: %s; mã kết thúc %d.\n", "\nLevel: %s; exit code %d.\n"),
               c->lang == LANG_EN ? class_en[err_severity(code)] : class_vi[err_severity(code)], err_exit(code));
    buf_free(&b);
    return 0;
}

/* A date rule is worked out for this year and said back. */
static int help_day(Cli *c, const char *topic)
{
    Err e = {0};
    DueRule rule;
    DueContext ctx = {DATE_NONE, DATE_NONE, c->year ? c->year : date_year(c->date), NULL};
    if (due_parse(str_of(topic), &rule, &e)) return 0;
    DueResult *r = arena_alloc(c->arena, sizeof *r);
    due_say_rule(&rule, c->lang, &c->out);
    if (due_resolve(&rule, &ctx, r, &e) == 0) {
        buf_puts(&c->out, ": ");
        due_say(r, c->lang, &c->out);
        buf_putc(&c->out, '\n');
    } else {
        buf_puts(&c->out, cli_word(c, ": tính theo thời gian thực hiện của nhiệm vụ\n",
                                   ": counted from the period of the task\n"));
    }
    return 1;
}

static int help_topic(Cli *c, const char *topic)
{
    Code code;
    const Command *k = command_find(topic);
    if (err_code_from_name(topic, &code) == 0 && code) return help_code(c, code);
    if (k) help_command(c, k);
    int found = word_help(topic, c->lang, &c->out) == 0;
    if (found) buf_putc(&c->out, '\n');
    if (help_template(c, topic)) found = 1;
    else if (found) c->out.n--;
    if (k || found || help_day(c, topic)) return 0;
    Err e = {0};
    const char *near = word_help_near(topic);
    if (!near) near = command_nearest(topic);
    near ? err_set(&e, SEN8051, "%s" ARG "%s", topic, near) : err_set(&e, SEN8052, "%s", topic);
    return cli_fail(c, &e);
}

int cmd_help(Cli *c)
{
    if (cli_has(c, OPT_MAN)) return help_man(c);
    if (cli_has(c, OPT_COMPLETION)) return help_completion(c);
    if (cli_has(c, OPT_META)) {
        word_print_meta(&c->out);
        return 0;
    }
    if (cli_has(c, OPT_LUACHECK)) {
        word_print_luacheck(&c->out);
        return 0;
    }
    if (cli_has(c, OPT_WORDS)) {
        word_print_reference(c->lang, &c->out);
        return 0;
    }
    if (!c->n_args) {
        help_overview(c);
        buf_puts(&c->out, cli_word(c, "\nTừ của kịch bản:\n", "\nWords of the scripts:\n"));
        word_print_topics(c->lang, &c->out);
        return 0;
    }
    Buf topic = {0};
    for (size_t i = 0; i < c->n_args; i++) buf_printf(&topic, "%s%s", i ? " " : "", c->arg[i]);
    int rc = help_topic(c, buf_text(&topic));
    buf_free(&topic);
    return rc;
}
