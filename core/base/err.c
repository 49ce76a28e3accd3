/* err.c - errors and findings: codes with arguments, turned into sentences when shown. */
#include "core/base/err.h"
#include "core/base/text.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Message {
    Code code;
    Severity severity;
    int exit;
    const char *text[2], *remedy[2], *example;       /* indexed by Lang */
} Message;

static const Message messages[] = {
#define M(number, severity, exit, vi, en, fix_vi, fix_en, example) \
    {SEN##number, SEV_##severity, exit, {vi, en}, {fix_vi, fix_en}, example},
#include "core/base/messages.def"
#undef M
};

static const Message *message_find(Code c)
{
    for (size_t i = 0; i < sizeof messages / sizeof *messages; i++)
        if (messages[i].code == c) return &messages[i];
    return NULL;
}

Severity err_severity(Code c)
{
    const Message *m = message_find(c);
    return m ? m->severity : SEV_ERROR;
}

int err_exit(Code c)
{
    const Message *m = message_find(c);
    return m ? m->exit : 70;
}

const char *err_example(Code c)
{
    const Message *m = message_find(c);
    return m && m->example[0] ? m->example : NULL;
}

int err_code_from_name(const char *name, Code *out)
{
    if ((name[0] == 'S' || name[0] == 's') && (name[1] == 'E' || name[1] == 'e') && (name[2] == 'N' || name[2] == 'n'))
        name += 3;
    char *end;
    long n = strtol(name, &end, 10);
    if (end == name || *end || !message_find((Code)n)) return -1;
    *out = (Code)n;
    return 0;
}

int err_set(Err *e, Code code, const char *args, ...)
{
    if (e->code) return -1;
    char all[ERR_ARGS * 256];
    va_list ap;
    va_start(ap, args);
    vsnprintf(all, sizeof all, args, ap);
    va_end(ap);
    e->code = code;
    char *p = all;
    for (int i = 0; i < ERR_ARGS && p; i++) {
        char *next = strchr(p, ARG[0]);
        if (next) *next++ = 0;
        snprintf(e->arg[i], sizeof e->arg[i], "%.*s", (int)sizeof e->arg[i] - 1, p);
        text_scrub(e->arg[i]);
        p = next;
    }
    return -1;
}

int err_at(Err *e, const char *file, int line, int col)
{
    if (e->file[0] || e->line) return -1;
    if (file) snprintf(e->file, sizeof e->file, "%s", file);
    text_scrub(e->file);
    e->line = line;
    e->col = col;
    return -1;
}

void findings_init(Findings *f, Arena *a) { *f = (Findings){.arena = a}; }

void findings_free(Findings *f)
{
    if (!f) return;
    free(f->v);
    f->v = NULL;
    f->n = f->cap = 0;
}

/* A copy that can travel in a frame: what a message quotes may be cut or foreign bytes. */
static char *keep_text(Arena *a, const char *s)
{
    char *copy = arena_copy(a, s);
    text_scrub(copy);
    return copy;
}

static Finding *finding_new(Findings *f)
{
    if (f->n >= FINDINGS_MOST) {
        f->dropped++;
        return NULL;
    }
    if (f->n == f->cap) {
        f->cap = f->cap ? f->cap * 2 : 16;
        f->v = mem_resize(f->v, mem_mul(f->cap, sizeof *f->v));
    }
    Finding *one = &f->v[f->n++];
    *one = (Finding){0};
    return one;
}

void findings_add(Findings *f, Code code, const char *file, int line, int col, const char *id, const char *args, ...)
{
    Finding *one = finding_new(f);
    if (!one) return;
    *one = (Finding){.severity = err_severity(code), .code = code, .file = keep_text(f->arena, file),
                     .line = line, .col = col, .id = keep_text(f->arena, id)};
    va_list ap, again;
    va_start(ap, args);
    va_copy(again, ap);
    int n = vsnprintf(NULL, 0, args, ap);
    char *p = arena_alloc(f->arena, (size_t)(n < 0 ? 0 : n) + 1);
    if (n > 0) vsnprintf(p, (size_t)n + 1, args, again);
    va_end(again);
    va_end(ap);
    for (int i = 0; i < ERR_ARGS && p; i++) {
        char *next = strchr(p, ARG[0]);
        if (next) *next++ = 0;
        text_scrub(p);
        one->arg[i] = p;
        p = next;
    }
}

void findings_add_err(Findings *f, const Err *e)
{
    Finding one = {.severity = err_severity(e->code), .code = e->code, .file = e->file[0] ? e->file : NULL,
                   .line = e->line, .col = e->col};
    int n = ERR_ARGS;
    while (n && !e->arg[n - 1][0]) n--;
    for (int i = 0; i < n; i++) one.arg[i] = e->arg[i];
    findings_copy(f, &one);
}

void findings_copy(Findings *f, const Finding *from)
{
    Finding *one = finding_new(f);
    if (!one) return;
    *one = *from;
    one->file = keep_text(f->arena, from->file);
    one->id = keep_text(f->arena, from->id);
    for (int i = 0; i < ERR_ARGS; i++) one->arg[i] = keep_text(f->arena, from->arg[i]);
}

static int text_cmp(const char *a, const char *b) { return strcmp(a ? a : "", b ? b : ""); }

static int finding_cmp(const void *x, const void *y)
{
    const Finding *a = x, *b = y;
    int c = text_cmp(a->file, b->file);
    if (!c) c = (a->line > b->line) - (a->line < b->line);
    if (!c) c = (a->col > b->col) - (a->col < b->col);
    if (!c) c = (a->code > b->code) - (a->code < b->code);
    if (!c) c = text_cmp(a->id, b->id);
    for (int i = 0; !c && i < ERR_ARGS; i++) c = text_cmp(a->arg[i], b->arg[i]);
    return c;
}

void findings_sort(Findings *f)
{
    if (!f->n) return;
    qsort(f->v, f->n, sizeof *f->v, finding_cmp);
    size_t k = 1;
    for (size_t i = 1; i < f->n; i++)
        if (finding_cmp(&f->v[k - 1], &f->v[i])) f->v[k++] = f->v[i];
    f->n = k;
}

void findings_drop_notes(Findings *f)
{
    size_t k = 0;
    for (size_t i = 0; i < f->n; i++)
        if (f->v[i].severity != SEV_NOTE) f->v[k++] = f->v[i];
    f->n = k;
}

size_t findings_count(const Findings *f, Severity at_least)
{
    size_t n = 0;
    for (size_t i = 0; i < f->n; i++) n += f->v[i].severity >= at_least;
    return n;
}

/* Arguments that come from the system or from a type are English words; here they are said in Vietnamese. */
static const char *const words_vi[][2] = {
    {"No such file or directory", "không có tệp hoặc thư mục này"},
    {"Permission denied", "không có quyền"},
    {"Operation not permitted", "không được phép"},
    {"Is a directory", "đây là một thư mục"},
    {"Not a directory", "một phần của đường dẫn không phải thư mục"},
    {"File exists", "đã có sẵn"},
    {"Read-only file system", "ổ đĩa chỉ cho đọc"},
    {"No space left on device", "ổ đĩa đầy"},
    {"Disk quota exceeded", "hết hạn mức ổ đĩa"},
    {"Input/output error", "lỗi đọc ghi ổ đĩa"},
    {"File name too long", "tên tệp quá dài"},
    {"File too large", "tệp quá lớn"},
    {"Too many levels of symbolic links", "các liên kết trỏ vòng quanh"},
    {"Too many open files", "đang mở quá nhiều tệp"},
    {"Cannot allocate memory", "không đủ bộ nhớ"},
    {"Resource temporarily unavailable", "máy đang bận"},
    {"Directory not empty", "thư mục không rỗng"},
    {"No such device or address", "không có thiết bị này"},
    {"Broken pipe", "bên nhận đã đóng"},
    {"Bad file descriptor", "tệp đã đóng"},
    {"Device or resource busy", "đang bận"},
};

static const char *const types_vi[][2] = {
    {"nil", "trống"},          {"bool", "đúng/sai"},  {"int", "số nguyên"}, {"number", "số"},     {"text", "chữ"},
    {"date", "ngày"},
    {"word", "từ cho sẵn"},    {"list", "danh sách"}, {"map", "bảng"},      {"object", "đối tượng"}, {"function", "hàm"},
};

/* `{2w}` in a pattern: the argument is the name of a type. */
static const char *word_in(const char *arg, int type, Lang lang)
{
    if (lang != LANG_VI) return arg;
    for (size_t i = 0; type && i < sizeof types_vi / sizeof *types_vi; i++)
        if (!strcmp(arg, types_vi[i][0])) return types_vi[i][1];
    for (size_t i = 0; i < sizeof words_vi / sizeof *words_vi; i++)
        if (!strcmp(arg, words_vi[i][0])) return words_vi[i][1];
    return arg;
}

/* `{2m}` in a pattern: a number of bytes, as people say it. */
static void put_size(const char *bytes, Lang lang, Buf *out)
{
    if (*bytes < '0' || *bytes > '9') {
        buf_puts(out, bytes);
        return;
    }
    long long n = strtoll(bytes, NULL, 10), tenth = n * 10 / (1 << 20);
    if (n < 1 << 20) buf_printf(out, "%lld KB", (n + 1023) / 1024);
    else buf_printf(out, tenth % 10 ? "%lld%c%lld MB" : "%lld MB", tenth / 10, lang == LANG_EN ? '.' : ',', tenth % 10);
}

/* The half of an argument that is said in this language, at most 400 bytes. */
static void put_half(const char *arg, Lang lang, Buf *out)
{
    const char *mark = strstr(arg, ERR_BOTH);
    char half[401];
    if (mark && lang == LANG_EN) arg = mark + strlen(ERR_BOTH);
    else if (mark) {
        size_t n = (size_t)(mark - arg) < sizeof half ? (size_t)(mark - arg) : sizeof half - 1;
        memcpy(half, arg, n);
        half[text_cut(arg, n)] = 0;
        arg = half;
    }
    text_show(arg, 400, out);
}

static void fill(const char *pattern, const char *const *args, size_t n, Lang lang, Buf *out)
{
    for (const char *p = pattern; *p; p++) {
        int type = p[0] == '{' && p[1] && (p[2] == 'w' || p[2] == 'm');
        if (p[0] == '{' && p[1] >= '1' && p[1] <= '4' && p[2 + type] == '}') {
            size_t i = (size_t)(p[1] - '1');
            if (i < n && args[i] && p[2] == 'm') put_size(args[i], lang, out);
            else if (i < n && args[i]) put_half(word_in(args[i], type, lang), lang, out);
            p += 2 + type;
        } else {
            buf_putc(out, *p);
        }
    }
}

void err_message(Code c, Lang lang, const char *const *args, size_t n, Buf *out)
{
    const Message *m = message_find(c);
    fill(m ? m->text[lang] : "?", args, n, lang, out);
}

void err_remedy(Code c, Lang lang, const char *const *args, size_t n, Buf *out)
{
    const Message *m = message_find(c);
    if (m) fill(m->remedy[lang], args, n, lang, out);
}

void finding_print(const Finding *f, Lang lang, Buf *out)
{
    static const char *const word[] = {"note", "warning", "error"};
    if (f->file) {
        text_show(f->file, 400, out);
        if (f->line) buf_printf(out, ":%d", f->line);
        if (f->line && f->col) buf_printf(out, ":%d", f->col);
        buf_puts(out, ": ");
    }
    buf_printf(out, "%s[SEN%d]: ", word[f->severity], f->code);
    err_message(f->code, lang, f->arg, ERR_ARGS, out);
    buf_putc(out, '\n');
    size_t before = out->n;
    buf_puts(out, "    ");
    err_remedy(f->code, lang, f->arg, ERR_ARGS, out);
    if (out->n == before + 4) {
        out->n = before;
        out->p[before] = 0;
    } else {
        buf_putc(out, '\n');
    }
}

void err_print(const Err *e, Lang lang, Buf *out)
{
    Finding f = {.severity = err_severity(e->code), .code = e->code, .file = e->file[0] ? e->file : NULL,
                 .line = e->line, .col = e->col};
    for (int i = 0; i < ERR_ARGS; i++) f.arg[i] = e->arg[i];
    finding_print(&f, lang, out);
}
