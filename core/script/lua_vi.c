/* lua_vi.c - sen.vi and sen.text for scripts and outputs; knows no document and no model.
 *
 *   sen.vi.speak("15/11: 60%")             --> "ngày mười lăm tháng mười một: sáu mươi phần trăm"
 *   sen.vi.number(21)                      --> "hai mươi mốt"
 *   sen.vi.seconds("Kính thưa bà con")     --> seconds to read it aloud
 *   sen.vi.compare("Ân", "Đào") < 0        --> true: dictionary order
 *   sen.text.split(text, 2000)             --> the text in parts under "--- 1/3 ---", and how many
 *   sen.text.length("Cao Lãnh")            --> 8 characters as a person counts them
 *   sen.text.words("Hội, đoàn thể; xã")    --> { "Hội", "đoàn", "thể", "xã" }: no marks around them
 *   sen.text.bare("«ngành»,")              --> "ngành"
 *   sen.text.has("Hội Phụ nữ", "hội phụ")  --> 1, 12: the bytes where the phrase stands as whole words, any case; else nil */
#include "core/script/lua_vi.h"
#include <lauxlib.h>
#include <string.h>
#include "core/base/buf.h"
#include "core/base/text.h"
#include "core/plug/post.h"
#include "core/vi/letter.h"
#include "core/vi/speak.h"
#include "core/vi/spell.h"

enum { TEXT_MOST = 1024 * 1024 };

/* --- one result buffer per call, freed when the call ends, also by an error --- */

static int box_close(lua_State *L)
{
    buf_free(lua_touserdata(L, 1));
    return 0;
}

static Buf *box(lua_State *L)
{
    Buf *b = lua_newuserdatauv(L, sizeof *b, 0);
    *b = (Buf){0};
    lua_createtable(L, 0, 2);
    lua_pushcfunction(L, box_close);
    lua_setfield(L, -2, "__close");
    lua_pushcfunction(L, box_close);
    lua_setfield(L, -2, "__gc");
    lua_setmetatable(L, -2);
    lua_toclose(L, -1);
    return b;
}

static int give(lua_State *L, const Buf *b)
{
    if (b->n > 8 * TEXT_MOST) return luaL_error(L, "kết quả dài quá 8 MiB");
    lua_pushlstring(L, buf_text(b), b->n);
    return 1;
}

static Str text_arg(lua_State *L, int i)
{
    size_t n;
    const char *s = luaL_checklstring(L, i, &n);
    luaL_argcheck(L, n <= TEXT_MOST, i, "văn bản dài quá 1 MiB");
    luaL_argcheck(L, text_valid(s, n, NULL), i, "không phải UTF-8");
    return (Str){s, n};
}

/* --- sen.vi --- */

typedef void (*TextFn)(const char *s, size_t n, Buf *out);

static int by(lua_State *L, TextFn fn)
{
    Str s = text_arg(L, 1);
    Buf *b = box(L);
    fn(s.p, s.n, b);
    return give(L, b);
}

static void speak_plain(const char *s, size_t n, Buf *out) { speak_text(NULL, s, n, out); }
static void expand_plain(const char *s, size_t n, Buf *out) { speak_expand_text(NULL, s, n, out); }
static void unknown_plain(const char *s, size_t n, Buf *out) { speak_unknown(NULL, s, n, out); }

static int l_speak(lua_State *L) { return by(L, speak_plain); }
static int l_expand(lua_State *L) { return by(L, expand_plain); }
static int l_unknown(lua_State *L) { return by(L, unknown_plain); }
static int l_fold(lua_State *L) { return by(L, text_fold); }
static int l_lower(lua_State *L) { return by(L, text_lower); }
static int l_upper(lua_State *L) { return by(L, text_upper); }
static int l_title(lua_State *L) { return by(L, letter_title_case); }
static int l_sentence(lua_State *L) { return by(L, letter_sentence_case); }
static int l_sort_key(lua_State *L) { return by(L, letter_sort_key); }

static int l_number(lua_State *L)
{
    lua_Number d = luaL_checknumber(L, 1);
    Buf *b = box(L);
    if (lua_isinteger(L, 1)) spell_number(lua_tointeger(L, 1), b);
    else spell_decimal(d, b);
    return give(L, b);
}

static int l_percent(lua_State *L)
{
    lua_Number d = luaL_checknumber(L, 1);
    Buf *b = box(L);
    spell_percent(d, b);
    return give(L, b);
}

static int l_group(lua_State *L)
{
    lua_Integer n = luaL_checkinteger(L, 1);
    Buf *b = box(L);
    spell_group(n, b);
    return give(L, b);
}

static int l_roman(lua_State *L)
{
    lua_Integer n = luaL_checkinteger(L, 1);
    luaL_argcheck(L, n >= 1 && n <= 3999, 1, "từ 1 đến 3999");
    Buf *b = box(L);
    spell_roman((int)n, b);
    return give(L, b);
}

static int l_syllables(lua_State *L)
{
    Str s = text_arg(L, 1);
    lua_pushinteger(L, (lua_Integer)letter_count_syllables(s.p, s.n));
    return 1;
}

static int l_seconds(lua_State *L)
{
    Str s = text_arg(L, 1);
    lua_Integer rate = luaL_optinteger(L, 2, 0);
    luaL_argcheck(L, rate >= 0 && rate <= 1000, 2, "số âm tiết mỗi phút từ 0 đến 1000");
    lua_pushinteger(L, speak_seconds(NULL, s.p, s.n, (int)rate));
    return 1;
}

static int l_compare(lua_State *L)
{
    Str a = text_arg(L, 1), b = text_arg(L, 2);
    int c = letter_compare(a, b);
    lua_pushinteger(L, (c > 0) - (c < 0));
    return 1;
}

/* --- sen.text --- */

static int l_split(lua_State *L)
{
    Str s = text_arg(L, 1);
    lua_Integer limit = luaL_optinteger(L, 2, POST_LIMIT);
    luaL_argcheck(L, limit >= POST_LEAST && limit <= TEXT_MOST, 2, "giới hạn phải từ 40 ký tự trở lên");
    Buf *b = box(L);
    size_t over = 0, parts = post_split(s, (size_t)limit, b, &over);
    give(L, b);
    lua_pushinteger(L, (lua_Integer)parts);
    lua_pushinteger(L, (lua_Integer)over);
    return 3;
}

static int l_length(lua_State *L)
{
    Str s = text_arg(L, 1);
    lua_pushinteger(L, (lua_Integer)text_length(s.p, s.n));
    return 1;
}

static int is_word_char(uint32_t c) { return (c >= '0' && c <= '9') || letter_is_letter(c); }

/* s without what is no letter and no digit around it. */
static Str bare(Str s)
{
    uint32_t c;
    size_t k;
    while (s.n && (k = text_decode(s.p, s.n, &c)) && !is_word_char(c)) s = (Str){s.p + k, s.n - k};
    while (s.n) {
        k = s.n - 1;
        while (k && ((unsigned char)s.p[k] & 0xC0) == 0x80) k--;
        if (!text_decode(s.p + k, s.n - k, &c) || is_word_char(c)) break;
        s.n = k;
    }
    return s;
}

static int l_bare(lua_State *L)
{
    Str s = bare(text_arg(L, 1));
    lua_pushlstring(L, s.p, s.n);
    return 1;
}

static int l_words(lua_State *L)
{
    Str s = text_arg(L, 1);
    lua_Integer count = 0;
    lua_newtable(L);
    for (size_t i = 0; i < s.n;) {
        size_t k = i;
        while (k < s.n && !strchr(" \t\r\n", s.p[k])) k++;
        Str w = bare((Str){s.p + i, k - i});
        if (w.n) {
            lua_pushlstring(L, w.p, w.n);
            lua_rawseti(L, -2, ++count);
        }
        i = k + 1;
    }
    return 1;
}

/* Where a phrase stands as whole words, in any case. */
static int l_has(lua_State *L)
{
    Str s = text_arg(L, 1), want = text_arg(L, 2);
    Buf *hay = box(L), *needle = box(L);
    uint32_t c;
    text_lower(s.p, s.n, hay);
    text_lower(want.p, want.n, needle);
    if (hay->n != s.n || !needle->n) return 0;
    for (const char *p = hay->p; (p = memmem(p, hay->n - (size_t)(p - hay->p), needle->p, needle->n)); p += needle->n) {
        size_t at = (size_t)(p - hay->p), end = at + needle->n, k = at;
        while (k && ((unsigned char)hay->p[--k] & 0xC0) == 0x80) ;
        if (at && text_decode(hay->p + k, at - k, &c) && is_word_char(c)) continue;
        if (end < hay->n && text_decode(hay->p + end, hay->n - end, &c) && is_word_char(c)) continue;
        lua_pushinteger(L, (lua_Integer)at + 1);
        lua_pushinteger(L, (lua_Integer)end);
        return 2;
    }
    return 0;
}

static const luaL_Reg vi_functions[] = {
    {"speak", l_speak}, {"expand", l_expand}, {"unknown", l_unknown}, {"number", l_number}, {"percent", l_percent},
    {"group", l_group}, {"roman", l_roman}, {"syllables", l_syllables}, {"seconds", l_seconds}, {"compare", l_compare},
    {"sort_key", l_sort_key}, {"fold", l_fold}, {"lower", l_lower}, {"upper", l_upper}, {"title", l_title},
    {"sentence", l_sentence}, {NULL, NULL}};
static const luaL_Reg text_functions[] = {{"split", l_split}, {"length", l_length}, {"words", l_words}, {"bare", l_bare},
    {"has", l_has}, {NULL, NULL}};

void lua_vi_open(lua_State *L)
{
    luaL_newlib(L, vi_functions);
    lua_setfield(L, -2, "vi");
    luaL_newlib(L, text_functions);
    lua_setfield(L, -2, "text");
}
