/* explain.c - Lua's own messages while a script runs, turned into ours in both languages; no English of Lua reaches a person. */
#include "core/model/name.h"
#include "core/script/state.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(a) (sizeof(a) / sizeof *(a))

static int starts(const char *s, const char *with) { return !strncmp(s, with, strlen(with)); }

/* The text between the first pair of quotes after `from`, at most 60 bytes. */
static void quoted(const char *s, char out[64])
{
    const char *a = strchr(s, '\''), *b = a ? strchr(a + 1, '\'') : NULL;
    size_t n = b ? (size_t)(b - a - 1) : 0;
    if (n > 60) n = 60;
    if (n) memcpy(out, a + 1, n);
    out[n] = 0;
}

/* The name of a type, of n bytes, as Lua or luaL_argerror says it -> in both languages. */
static const char *type_both(const char *s, size_t n)
{
    static const char *const types[][2] = {
        {"nil", "trống (nil)" ERR_BOTH "nil"},               {"no value", "không ghi gì" ERR_BOTH "nothing"},
        {"boolean", "đúng/sai (true, false)" ERR_BOTH "a boolean"}, {"number", "số" ERR_BOTH "a number"},
        {"integer", "số nguyên" ERR_BOTH "a whole number"},  {"string", "chữ" ERR_BOTH "a text"},
        {"table", "bảng" ERR_BOTH "a table"},                {"function", "hàm" ERR_BOTH "a function"},
        {"userdata", "dữ liệu của Sen" ERR_BOTH "data of Sen"}, {"value", "một giá trị" ERR_BOTH "a value"},
        {"nil or table", "bảng hoặc nil" ERR_BOTH "nil or a table"},
    };
    for (size_t i = 0; i < COUNT(types); i++)
        if (strlen(types[i][0]) == n && !memcmp(types[i][0], s, n)) return types[i][1];
    return "giá trị khác" ERR_BOTH "another value";
}

const char *script_type_both(const char *lua_type) { return type_both(lua_type, strlen(lua_type)); }

/* One half of words in both languages. */
static void half(const char *both, int english, Buf *b)
{
    const char *mark = strstr(both, ERR_BOTH);
    if (!mark) buf_puts(b, both);
    else if (english) buf_puts(b, mark + strlen(ERR_BOTH));
    else buf_add(b, both, (size_t)(mark - both));
}

/* What luaL_argerror says in brackets: "table expected, got nil", "value out of range" … */
static void argument_detail(const char *s, size_t n, Buf *out)
{
    static const char *const fixed[][2] = {
        {"number has no integer representation", "cần số nguyên" ERR_BOTH "a whole number is needed"},
        {"value expected", "thiếu giá trị" ERR_BOTH "a value is missing"},
        {"value out of range", "ngoài khoảng cho phép" ERR_BOTH "out of range"},
        {"out of range", "ngoài khoảng cho phép" ERR_BOTH "out of range"},
        {"position out of bounds", "vị trí nằm ngoài" ERR_BOTH "the place is outside"},
        {"interval is empty", "khoảng rỗng" ERR_BOTH "the range is empty"},
        {"interval too large", "khoảng quá lớn" ERR_BOTH "the range is too large"},
        {"base out of range", "hệ đếm phải từ 2 đến 36" ERR_BOTH "the base must be from 2 to 36"},
        {"invalid UTF-8 code", "chữ không phải UTF-8" ERR_BOTH "no UTF-8 text"},
        {"initial position is a continuation byte", "vị trí nằm giữa một chữ" ERR_BOTH "the place is inside a letter"},
        {"index out of range", "vị trí nằm ngoài" ERR_BOTH "the place is outside"},
        {"văn bản dài quá 1 MiB", "văn bản dài quá 1 MiB" ERR_BOTH "the text is over 1 MiB"},
        {"không phải UTF-8", "chữ không phải UTF-8" ERR_BOTH "no UTF-8 text"},
        {"từ 1 đến 3999", "cần số từ 1 đến 3999" ERR_BOTH "a number from 1 to 3999 is needed"},
        {"số âm tiết mỗi phút", "số âm tiết mỗi phút từ 0 đến 1000" ERR_BOTH "syllables a minute go from 0 to 1000"},
        {"quá 100 năm", "quá 100 năm" ERR_BOTH "over 100 years"},
        {"từ 1 đến 400", "cần từ 1 đến 400 byte chữ" ERR_BOTH "a text of 1 to 400 bytes is needed"},
        {"từ 0 trở lên", "cần số từ 0 trở lên" ERR_BOTH "0 or more is needed"},
        {"tên trường", "cần tên một trường" ERR_BOTH "a field's name is needed"},
        {"ngoài văn bản", "vị trí nằm ngoài văn bản" ERR_BOTH "the place is outside the text"},
        {"giới hạn phải từ 40", "giới hạn phải từ 40 ký tự trở lên" ERR_BOTH "the limit must be 40 characters or more"},
        {"cannot change a protected metatable", "bảng này không đổi được" ERR_BOTH "this table cannot be changed"},
    };
    for (size_t i = 0; i < COUNT(fixed); i++)
        if (strlen(fixed[i][0]) <= n && !memcmp(fixed[i][0], s, strlen(fixed[i][0]))) {
            buf_puts(out, fixed[i][1]);
            return;
        }
    char text[128];
    snprintf(text, sizeof text, "%.*s", (int)(n < 120 ? n : 120), s);
    char *expected = strstr(text, " expected, got ");
    if (!expected) {                       /* one we do not know */
        buf_puts(out, "giá trị không hợp" ERR_BOTH "the value does not fit");
        return;
    }
    *expected = 0;
    const char *want = type_both(text, strlen(text)), *got = expected + strlen(" expected, got ");
    got = type_both(got, strlen(got));
    buf_puts(out, "cần ");
    half(want, 0, out);
    buf_puts(out, ", đang là ");
    half(got, 0, out);
    buf_puts(out, ERR_BOTH "needs ");
    half(want, 1, out);
    buf_puts(out, ", is ");
    half(got, 1, out);
}

static void bad_argument(const char *msg, Err *e)
{
    char name[64];
    const char *hash = strchr(msg, '#'), *detail = strchr(msg, '('), *end = detail ? strrchr(detail, ')') : NULL;
    Buf b = {0};
    quoted(msg, name);
    if (detail) argument_detail(detail + 1, end ? (size_t)(end - detail - 1) : strlen(detail + 1), &b);
    err_set(e, SEN3045, "%d" ARG "%s" ARG "%s", hash ? atoi(hash + 1) : 0, name, buf_text(&b));
    buf_free(&b);
}

/* "attempt to compare two nil values", "attempt to compare number with nil" */
static void bad_comparison(const char *msg, Err *e)
{
    const char *s = msg + strlen("attempt to compare "), *with = strstr(s, " with "), *end = strstr(s, " values");
    if (with) err_set(e, SEN3044, "%s" ARG "%s", type_both(s, (size_t)(with - s)), script_type_both(with + strlen(" with ")));
    else {
        s += starts(s, "two ") ? 4 : 0;
        const char *both = type_both(s, end && end > s ? (size_t)(end - s) : strlen(s));
        err_set(e, SEN3044, "%s" ARG "%s", both, both);
    }
}

/* Messages that say all there is to say. */
static int fixed_message(const char *msg, Err *e)
{
    static const struct { const char *start; Code code; const char *arg; } fixed[] = {
        {"attempt to perform 'n//0'", SEN3042, "chia cho 0" ERR_BOTH "division by 0"},
        {"attempt to perform 'n%%0'", SEN3042, "chia lấy dư cho 0" ERR_BOTH "a remainder by 0"},
        {"attempt to divide by zero", SEN3042, "chia cho 0" ERR_BOTH "division by 0"},
        {"bad 'for'", SEN3042, "giá trị đầu, cuối hoặc bước của for không phải số" ERR_BOTH
                                 "the first, last or step of for is no number"},
        {"'for' step is zero", SEN3042, "bước của for bằng 0" ERR_BOTH "the step of for is 0"},
        {"'for' initial value", SEN3042, "giá trị đầu của for không phải số" ERR_BOTH "the first value of for is no number"},
        {"'for' limit", SEN3042, "giá trị cuối của for không phải số" ERR_BOTH "the last value of for is no number"},
        {"'for' step", SEN3042, "bước của for không phải số" ERR_BOTH "the step of for is no number"},
        {"table index is", SEN3065, ""},
        {"table overflow", SEN3032, "2.000.000"},
        {"string length overflow", SEN3022, "8"},
        {"string slice too long", SEN3022, "8"},
        {"string contains an unfinished", SEN3029, "dấu gạch chéo ngược" ERR_BOTH "a backslash"},
        {"wrong number of arguments to", SEN3066, ""},
        {"too many results to unpack", SEN3032, "1.000.000"},
        {"error in error handling", SEN3046, ""},
        {"C stack overflow", SEN3046, ""},
        {"'__index' chain too long", SEN3046, ""},
        {"'__newindex' chain too long", SEN3046, ""},
        {"object length is not an integer", SEN3042, "độ dài không phải số nguyên" ERR_BOTH "the length is no whole number"},
        {"variable '", SEN3026, "<close>"},
        {"'__tostring' must return", SEN3026, "__tostring"},
    };
    for (size_t i = 0; i < COUNT(fixed); i++)
        if (starts(msg, fixed[i].start)) return err_set(e, fixed[i].code, "%s", fixed[i].arg);
    return 0;
}

void script_explain(const char *msg, Err *e)
{
    char name[64];
    const char *open = strrchr(msg, '('), *type = type_both("nil", 3);
    quoted(open ? open : msg, name);
    if (!*name) strcpy(name, "…");
    const char *a = strstr(msg, " a "), *value = a ? strstr(a, " value") : NULL;
    if (value && value - a > 3) type = type_both(a + 3, (size_t)(value - a - 3));
    if (fixed_message(msg, e)) return;
    const char *near = strstr(msg, "(method '") ? name_near(PLACE_QUERY, name) : NULL;
    if (starts(msg, "attempt to index a nil value (global") && name_find(PLACE_ROOT, name, strlen(name)))
        err_set(e, SEN3160, "%s", name);
    else if (starts(msg, "attempt to call a nil") && near) err_set(e, SEN3161, "%s" ARG "%s", name, near);
    else if (starts(msg, "attempt to index")) err_set(e, SEN3040, "%s" ARG "%s", name, type);
    else if (starts(msg, "attempt to call")) err_set(e, SEN3041, "%s" ARG "%s", name, type);
    else if (starts(msg, "attempt to get length")) err_set(e, SEN3064, "%s" ARG "%s", name, type);
    else if (starts(msg, "attempt to concatenate")) err_set(e, SEN3043, "%s" ARG "%s", name, type);
    else if (starts(msg, "attempt to compare")) bad_comparison(msg, e);
    else if (starts(msg, "bad argument") || starts(msg, "calling '")) bad_argument(msg, e);
    else if (starts(msg, "attempt to perform arithmetic") || starts(msg, "attempt to perform bitwise")) {
        Buf b = {0};
        buf_printf(&b, "«%s» là ", name);
        half(type, 0, &b);
        buf_printf(&b, ", không phải số" ERR_BOTH "«%s» is ", name);
        half(type, 1, &b);
        buf_puts(&b, ", not a number");
        err_set(e, SEN3042, "%s", buf_text(&b));
        buf_free(&b);
    } else if (starts(msg, "number") && strstr(msg, "has no integer representation"))
        err_set(e, SEN3042, "%s", "số lẻ, ở đây cần số nguyên" ERR_BOTH "a fraction where a whole number is needed");
    else if (strstr(msg, "stack overflow")) err_set(e, SEN3046, "%s", "");
    else if (strstr(msg, "not enough memory")) err_set(e, SEN7004, "%d", SCRIPT_MEMORY / (1024 * 1024));
    else err_set(e, SEN3020, "%.250s", msg);
}
