/* line.c - the command line itself: its arguments by the table of commands, then the command. */
#include "core/app/line.h"
#include "core/app/commands.h"
#include "core/app/help.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* --- the arguments --- */

typedef struct Args {
    int argc, at;
    char **argv;
} Args;

static int set_option(Cli *c, const Option *o, const char *shown, const char *value)
{
    if (c->command && !command_takes(c->command, o->id))
        return cli_usage(c, SEN8003, "%s" ARG "%s", shown, cli_word(c, c->command->vi, c->command->en));
    if (o->id == OPT_UNIT) {
        c->units = mem_resize(c->units, mem_mul(c->n_units + 1, sizeof *c->units));
        c->units[c->n_units++] = value;
    }
    c->opt[o->id] = value;
    return 0;
}

static int add_argument(Cli *c, const char *arg)
{
    if (!c->command) {
        c->command = command_find(arg);
        if (c->command) return 0;
        const char *near = command_nearest(arg);
        return near ? cli_usage(c, SEN8007, "%s" ARG "%s", arg, near) : cli_usage(c, SEN8006, "%s", arg);
    }
    c->arg = mem_resize(c->arg, mem_mul(c->n_args + 1, sizeof *c->arg));
    c->arg[c->n_args++] = arg;
    return 0;
}

/* One argument that begins with "-"; takes its value from the next when it needs one. */
static int parse_option(Cli *c, Args *a)
{
    char *arg = a->argv[a->at];
    const Option *o = NULL;
    const char *value = NULL;
    if (arg[1] == '-') {
        char *eq = strchr(arg, '=');
        o = option_find(arg + 2, eq ? (size_t)(eq - arg - 2) : strlen(arg + 2));
        if (eq) value = eq + 1;
    } else {
        o = option_find_letter(arg[1]);
        if (arg[2]) value = arg + 2;
    }
    int free_rest = c->command && c->command->rest_is_free && (!o || !command_takes(c->command, o->id));
    int value_of_edit = !o && arg[1] != '-';               /* sen edit task:x.clause -II.1 --why … */
    if (c->n_args && (free_rest || value_of_edit)) return add_argument(c, arg);
    if (!o) {
        const char *near = arg[1] == '-' ? option_nearest(arg + 2) : NULL;
        return near ? cli_usage(c, SEN8002, "%s" ARG "--%s", arg, near) : cli_usage(c, SEN8001, "%s", arg);
    }
    if (!o->value[0]) {
        if (value) return cli_usage(c, SEN8004, "%s", arg);
        value = "";
    } else if (!value) {
        if (a->at + 1 >= a->argc) return cli_usage(c, SEN8005, "%s" ARG "%s", arg, cli_word(c, o->value[0], o->value[1]));
        value = a->argv[++a->at];
    }
    return set_option(c, o, arg, value);
}

/* An argument in UTF-8 NFC, or NULL. */
static char *clean_argument(Cli *c, const char *arg)
{
    Buf b = {0};
    char *r = text_nfc(arg, strlen(arg), &b) == 0 ? arena_copy(c->arena, buf_text(&b)) : NULL;
    buf_free(&b);
    return r;
}

/* What is typed is shown again and goes into files: no control character but tab and line end, none that turns the direction. */
static int is_plain_argument(const char *s)
{
    uint32_t c;
    for (size_t n = strlen(s), i = 0, k; i < n; i += k ? k : 1) {
        k = text_decode(s + i, n - i, &c);
        if ((c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0) || c == 0x200E || c == 0x200F || c == 0x61C ||
            (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)) return 0;
    }
    return 1;
}

static int parse_all(Cli *c, int argc, char **argv)
{
    Args a = {.argc = argc, .at = 1, .argv = argv};
    int free_rest = 0;
    for (; a.at < argc; a.at++) {
        const char *arg = a.argv[a.at];
        if (!free_rest && !strcmp(arg, "--")) {
            free_rest = 1;
        } else if (!free_rest && !strcmp(arg, "--version")) {
            c->command = command_find("help");
            return help_version(c);
        } else if (!free_rest && arg[0] == '-' && arg[1]) {
            if (parse_option(c, &a)) return 2;
        } else {
            if (add_argument(c, arg)) return 2;
        }
    }
    return -1;
}

static int check_common(Cli *c)
{
    const char *lang = c->opt[OPT_LANG];
    if (lang) {
        if (strcmp(lang, "vi") && strcmp(lang, "en")) return cli_usage(c, SEN8008, "%s" ARG "%s" ARG "vi, en", "--lang", lang);
        c->lang = lang[0] == 'e' ? LANG_EN : LANG_VI;
    }
    c->json = cli_has(c, OPT_JSON);
    c->quiet = cli_has(c, OPT_QUIET);
    if (cli_has(c, OPT_YEAR)) {
        char *end;
        long y = strtol(c->opt[OPT_YEAR], &end, 10);
        if (*end || y < 1900 || y > 2200) return cli_usage(c, SEN8008, "%s" ARG "%s" ARG "2026", "--year", c->opt[OPT_YEAR]);
        c->year = (int)y;
    }
    if (cli_has(c, OPT_DATE)) {
        c->date = date_parse(c->opt[OPT_DATE], c->year);
        c->date_given = 1;
        if (c->date == DATE_NONE) return cli_usage(c, SEN8009, "%s" ARG "%s", "--date", c->opt[OPT_DATE]);
    } else {
        time_t now = time(NULL);
        struct tm tm;
        localtime_r(&now, &tm);
        c->date = date_of(tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday);
    }
    return 0;
}

/* In a build folder the worker, share/sen and plugins stand beside this program; installed it is PREFIX/lib/sen/sen-command with
 * the worker and plugins beside it, and PREFIX/share/sen. */
static void find_install(Cli *c)
{
    char self[4096];
    ssize_t n = readlink("/proc/self/exe", self, sizeof self - 1);
    if (n <= 0) n = 0;
    self[n] = 0;
    c->program = arena_copy(c->arena, self);
    char *slash = strrchr(self, '/');
    if (slash) *slash = 0;
    c->worker = arena_print(c->arena, "%s/sen-worker", self);
    c->plugins = arena_print(c->arena, "%s/plugins", self);
    c->install = arena_print(c->arena, "%s/share/sen", self);
    for (int up = 0; up < 2 && !file_is_dir(c->install); up++) {
        slash = strrchr(self, '/');
        if (slash) *slash = 0;
        c->install = arena_print(c->arena, "%s/share/sen", self);
    }
}

/* What each command of the table does. */
static int (*const work[CMD_COUNT])(Cli *c) = {
    [CMD_INIT] = cmd_init, [CMD_UNIT] = cmd_unit, [CMD_IMPORT] = cmd_import, [CMD_SHOW] = cmd_show, [CMD_CHECK] = cmd_check,
    [CMD_BUILD] = cmd_build, [CMD_WHY] = cmd_why, [CMD_TICK] = cmd_tick, [CMD_RECORD] = cmd_record, [CMD_UNDO] = cmd_undo,
    [CMD_TODAY] = cmd_today, [CMD_WATCH] = cmd_watch, [CMD_EDIT] = cmd_edit, [CMD_ADD] = cmd_add, [CMD_REMOVE] = cmd_remove,
    [CMD_RUN] = cmd_run, [CMD_REPL] = cmd_repl, [CMD_TEST] = cmd_test, [CMD_PLUGIN] = cmd_plugin, [CMD_HELP] = cmd_help,
    [CMD_DOCTOR] = cmd_doctor, [CMD_BACKUP] = cmd_backup,
    [CMD_KEY] = cmd_key, [CMD_BUNDLE] = cmd_bundle, [CMD_TRUST] = cmd_trust, [CMD_UPGRADE] = cmd_upgrade,
    [CMD_REVIEW] = cmd_review, [CMD_ISSUED] = cmd_issued,
};

static int run_command(Cli *c)
{
    if (!c->command) return cli_has(c, OPT_HELP) ? help_overview(c) : cmd_overview(c);
    if (cli_has(c, OPT_HELP)) return help_command(c, c->command);
    const Command *k = c->command;
    if (c->n_args < k->least || c->n_args > k->most)
        return cli_usage(c, c->n_args < k->least ? SEN8010 : SEN8011, "%s" ARG "%s", cli_word(c, k->vi, k->en),
                         cli_word(c, k->usage[0], k->usage[1]));
    return work[k->id](c);
}

/* --lang and --json count also when the line itself is wrong: look ahead for them. */
static void look_ahead(Cli *c, int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        if (!strcmp(argv[i], "--json")) c->json = 1;
        if (!strcmp(argv[i], "--lang=en") || (!strcmp(argv[i], "--lang") && i + 1 < argc && !strcmp(argv[i + 1], "en")))
            c->lang = LANG_EN;
    }
}

int line_run(int argc, char **argv)
{
    Cli c = {.arena = arena_new(), .lang = LANG_VI};
    findings_init(&c.findings, c.arena);
    signal(SIGPIPE, SIG_IGN);
    look_ahead(&c, argc, argv);
    find_install(&c);
    int rc = -1;
    char **clean = arena_alloc(c.arena, mem_mul((size_t)argc + 1, sizeof *clean));
    for (int i = 0; i < argc && rc < 0; i++) {
        clean[i] = clean_argument(&c, argv[i]);
        if (!clean[i]) rc = cli_usage(&c, SEN8012, "%d", i);
        else if (!is_plain_argument(clean[i])) rc = cli_usage(&c, SEN8013, "%d", i);
    }
    if (rc < 0) rc = parse_all(&c, argc, clean);
    if (rc < 0) rc = check_common(&c) ? 2 : run_command(&c);
    cli_code(&c, rc);
    cli_flush(&c);
    Buf err = {0};
    if (c.quiet && !c.json) findings_drop_notes(&c.findings);
    if (c.findings.n) cli_print_findings(&c, &err);
    if (err.n) cli_write(2, err.p, err.n);
    buf_free(&err);
    buf_free(&c.out);
    findings_free(&c.findings);
    free(c.units);
    free(c.arg);
    arena_free(c.arena);
    return c.code;
}
