/* help.c - help made from the table of commands. */
#include "core/app/help.h"
#include "core/abi/sen_plugin.h"
#include "core/app/version.h"
#include "core/base/text.h"
#include <string.h>

static const char *name_of(const Cli *c, const Command *k) { return cli_word(c, k->vi, k->en); }
static const char *other_name_of(const Cli *c, const Command *k) { return cli_word(c, k->en, k->vi); }

static void pad(Buf *b, const char *s, int width)
{
    buf_puts(b, s);
    for (int w = text_width(s, strlen(s)); w < width; w++) buf_putc(b, ' ');
}

int help_version(Cli *c)
{
    buf_printf(&c->out, VERSION_LINES, VERSION_ARGUMENTS(cli_word(c, VERSION_WORD_VI, VERSION_WORD_EN)));
    return 0;
}

int help_overview(Cli *c)
{
    size_t n;
    const Command *all = command_all(&n);
    buf_puts(&c->out, cli_word(c, "Sen biến một kế hoạch bình đẳng giới của cấp trên thành kế hoạch, danh mục việc, chỉ tiêu và\n"
                                  "tài liệu truyền thông của đơn vị mình; sửa bằng kịch bản Lua và tệp Markdown, không phải biên "
                                  "dịch lại.\n\n",
                               "Sen turns an upper body's gender-equality plan into a unit's own plan, checklists, indicators "
                               "and\n"
                               "outreach texts; changed by Lua scripts and Markdown files, without recompiling.\n\n"));
    buf_puts(&c->out, cli_word(c, "Cách dùng: sen LỆNH [THAM_SỐ] [TÙY_CHỌN]\n\n",
                               "Usage: sen COMMAND [ARGUMENTS] [OPTIONS]\n\n"));
    for (size_t i = 0; i < n; i++) {
        buf_puts(&c->out, "  ");
        pad(&c->out, name_of(c, &all[i]), 10);
        pad(&c->out, arena_print(c->arena, "(%s)", other_name_of(c, &all[i])), 13);
        buf_puts(&c->out, cli_word(c, all[i].summary[0], all[i].summary[1]));
        buf_putc(&c->out, '\n');
    }
    buf_puts(&c->out, cli_word(c, "\nsen LỆNH --help: hướng dẫn của lệnh.  sen giup TỪ: một từ của kịch bản.  sen giup SENnnnn: "
                                  "một mã lỗi.\n",
                               "\nsen COMMAND --help: help of a command.  sen help WORD: a word of the scripts.  sen help "
                               "SENnnnn: a code.\n"));
    return 0;
}

static const char *option_left(Cli *c, const Option *o)
{
    const char *name = c->lang == LANG_VI && o->vi ? o->vi : o->en;
    const char *value = cli_word(c, o->value[0], o->value[1]);
    const char *letter = o->letter ? arena_print(c->arena, "-%c, ", o->letter) : "";
    return arena_print(c->arena, "%s--%s%s%s", letter, name, value ? " " : "", value ? value : "");
}

static void print_option(Cli *c, const Option *o)
{
    if (!o->help[0]) return;
    buf_puts(&c->out, "  ");
    pad(&c->out, option_left(c, o), 30);
    buf_putc(&c->out, ' ');
    buf_puts(&c->out, cli_word(c, o->help[0], o->help[1]));
    if (o->vi) buf_printf(&c->out, " (--%s)", cli_word(c, o->en, o->vi));
    buf_putc(&c->out, '\n');
}

int help_command(Cli *c, const Command *k)
{
    buf_printf(&c->out, "sen %s %s\n", name_of(c, k), cli_word(c, k->usage[0], k->usage[1]));
    buf_printf(&c->out, "  %s\n", cli_word(c, k->summary[0], k->summary[1]));
    const char *detail = cli_word(c, k->detail[0], k->detail[1]);
    if (detail[0]) buf_printf(&c->out, "  %s\n", detail);
    buf_printf(&c->out, cli_word(c, "\nTên khác: %s\nVí dụ: %s\n\nTùy chọn:\n", "\nOther name: %s\nExample: %s\n\nOptions:\n"),
               other_name_of(c, k), k->example);
    for (const OptionId *o = k->options; *o != OPT_COUNT; o++) print_option(c, option_of(*o));
    for (int id = 0; id < OPT_COUNT; id++)
        if (option_is_common((OptionId)id)) print_option(c, option_of((OptionId)id));
    return 0;
}

/* Text for troff: a backslash and a leading dot or quote would be commands, "-" would be a hyphen. */
static void man_text(Buf *b, const char *s)
{
    if (*s == '.' || *s == '\'') buf_puts(b, "\\&");
    for (; *s; s++) {
        if (*s == '\\') buf_puts(b, "\\e");
        else if (*s == '-') buf_puts(b, "\\-");
        else buf_putc(b, *s);
    }
}

static void man_option(Cli *c, const Option *o)
{
    if (!o->help[0]) return;
    buf_puts(&c->out, ".TP\n.B ");
    man_text(&c->out, option_left(c, o));
    buf_putc(&c->out, '\n');
    man_text(&c->out, cli_word(c, o->help[0], o->help[1]));
    buf_putc(&c->out, '\n');
}

int help_man(Cli *c)
{
    size_t n;
    const Command *all = command_all(&n);
    buf_printf(&c->out, ".TH SEN 1 \"\" \"sen %s\" \"%s\"\n", SEN_VERSION, cli_word(c, "Hướng dẫn sử dụng", "User commands"));
    buf_printf(&c->out, ".SH %s\nsen \\- ", cli_word(c, "TÊN", "NAME"));
    buf_puts(&c->out, cli_word(c, "từ kế hoạch của cấp trên đến tài liệu của đơn vị\n",
                               "from an upper plan to a unit's own files\n"));
    buf_printf(&c->out, ".SH %s\n.B sen\n", cli_word(c, "CÁCH DÙNG", "SYNOPSIS"));
    buf_puts(&c->out, cli_word(c, "LỆNH [THAM_SỐ] [TÙY_CHỌN]\n", "COMMAND [ARGUMENTS] [OPTIONS]\n"));
    buf_printf(&c->out, ".SH %s\n", cli_word(c, "LỆNH", "COMMANDS"));
    for (size_t i = 0; i < n; i++) {
        buf_puts(&c->out, ".SS ");
        man_text(&c->out, arena_print(c->arena, "sen %s %s", name_of(c, &all[i]), cli_word(c, all[i].usage[0], all[i].usage[1])));
        buf_putc(&c->out, '\n');
        man_text(&c->out, cli_word(c, all[i].summary[0], all[i].summary[1]));
        buf_puts(&c->out, ".\n");
        man_text(&c->out, cli_word(c, all[i].detail[0], all[i].detail[1]));
        buf_printf(&c->out, "\n.br\n%s ", cli_word(c, "Ví dụ:", "Example:"));
        man_text(&c->out, all[i].example);
        buf_putc(&c->out, '\n');
        for (const OptionId *o = all[i].options; *o != OPT_COUNT; o++) man_option(c, option_of(*o));
    }
    buf_printf(&c->out, ".SH %s\n", cli_word(c, "TÙY CHỌN CHUNG", "COMMON OPTIONS"));
    for (int id = 0; id < OPT_COUNT; id++)
        if (option_is_common((OptionId)id)) man_option(c, option_of((OptionId)id));
    buf_printf(&c->out, ".SH %s\n", cli_word(c, "MÃ KẾT THÚC", "EXIT STATUS"));
    buf_puts(&c->out, cli_word(c, "0 xong; 1 có lỗi hoặc cảnh báo khi soát, hoặc một phần không làm được; 2 sai câu lệnh; 3 tệp, "
                                  "tên hay giá trị bị từ chối; "
                                  "4 cơ sở dữ liệu hoặc nơi ghi; 5 vượt giới hạn bộ nhớ hay thời gian; 70 lỗi của chương "
                                  "trình.\n",
                               "0 done; 1 findings of a check, or a part could not be made; 2 usage; 3 a file, name or value was "
                               "refused; "
                               "4 the database or the output place; 5 a limit of memory or time; 70 a bug.\n"));
    return 0;
}

static void complete_options(Buf *b, const Command *k)
{
    for (int id = 0; id < OPT_COUNT; id++) {
        const Option *o = option_of((OptionId)id);
        if (!command_takes(k, o->id) || !o->help[0]) continue;
        buf_printf(b, "--%s ", o->en);
        if (o->vi) buf_printf(b, "--%s ", o->vi);
    }
}

/* What follows a command: names that never change, or a question to sen itself. */
static const char *complete_words(const Command *k)
{
    static const char *const words[][2] = {
        {"show", "plan ke-hoach tasks nhiem-vu checklists danh-muc indicators chi-tieu values so-lieu materials tai-lieu bodies "
                 "co-quan units don-vi "
                 "legal van-ban outputs dau-ra layers lop today hom-nay"},
        {"unit", "add them list liet-ke"},
        {"plugin", "list liet-ke new tao test kiem-thu allow cho-phep"},
        {"build", "$(_sen_ids materials)"},
        {"tick", "$(_sen_ids checklists)"},
        {"record", "$(_sen_ids indicators)"},
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (!strcmp(words[i][0], k->en)) return words[i][1];
    return "";
}

int help_completion(Cli *c)
{
    static const char *const start =
        "# bash completion for sen, made by `sen help --completion`\n"
        "_sen_ids() { sen show \"$1\" 2>/dev/null | cut -f1; }\n"
        "_sen() {\n"
        "    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} cmd= at=0 i w\n"
        "    for ((i = 1; i < COMP_CWORD; i++)); do\n"
        "        w=${COMP_WORDS[i]}\n"
        "        case $w in -C|--dir|--thu-muc|--date|--ngay|--year|--nam|--lang|--ngon-ngu) ((i++)) ;; -*) ;; *) cmd=$w at=$i; "
        "break ;; esac\n"
        "    done\n"
        "    case $prev in\n"
        "        --for|--cho) COMPREPLY=($(compgen -W \"all $(sen unit list 2>/dev/null)\" -- \"$cur\")); return ;;\n"
        "        --format|--dang) COMPREPLY=($(compgen -W \"$(_sen_ids outputs)\" -- \"$cur\")); return ;;\n"
        "        --lang|--ngon-ngu) COMPREPLY=($(compgen -W \"vi en\" -- \"$cur\")); return ;;\n"
        "        --state|--tinh-trang) COMPREPLY=($(compgen -W \"estimate provisional final uoc so_bo chinh_thuc\" -- "
        "\"$cur\")); return ;;\n"
        "        -C|--dir|--thu-muc|--out|--noi-xuat) COMPREPLY=($(compgen -d -- \"$cur\")); return ;;\n"
        "    esac\n"
        "    local words= opts=\n"
        "    case $cmd in\n";
    size_t n;
    const Command *all = command_all(&n);
    buf_puts(&c->out, start);
    buf_puts(&c->out, "        '') words=\"");
    for (size_t i = 0; i < n; i++) buf_printf(&c->out, "%s %s ", all[i].en, all[i].vi);
    buf_puts(&c->out, "\" opts=\"--version ");
    for (int id = 0; id < OPT_COUNT; id++) {
        const Option *o = option_of((OptionId)id);
        if (option_is_common(o->id) && o->help[0]) buf_printf(&c->out, "--%s ", o->en);
    }
    buf_puts(&c->out, "\" ;;\n");
    for (size_t i = 0; i < n; i++) {
        const char *words = complete_words(&all[i]);
        buf_printf(&c->out, "        %s|%s) opts=\"", all[i].en, all[i].vi);
        complete_options(&c->out, &all[i]);
        buf_puts(&c->out, "\"");
        if (*words) buf_printf(&c->out, "; ((COMP_CWORD == at + 1)) && [[ $cur != -* ]] && words=\"%s\"", words);
        buf_puts(&c->out, " ;;\n");
    }
    buf_puts(&c->out, "    esac\n    case $cur in\n        -*) COMPREPLY=($(compgen -W \"$opts\" -- \"$cur\")) ;;\n"
                      "        *) if [ -n \"$words\" ]; then COMPREPLY=($(compgen -W \"$words\" -- \"$cur\")); else "
                      "COMPREPLY=($(compgen -f -- \"$cur\")); fi ;;\n"
                      "    esac\n}\ncomplete -F _sen sen\n");
    return 0;
}
