/* speak.c - a scanner that copies a text and writes out what a voice cannot read. */
#include "core/vi/speak.h"
#include "core/base/map.h"
#include "core/base/mem.h"
#include "core/base/text.h"
#include "core/vi/figure.h"
#include "core/vi/letter.h"
#include "core/vi/spell.h"
#include <stdlib.h>
#include <string.h>

/* --- writing out: the piece begins with a capital when a sentence does --- */

static int at_sentence_start(const Buf *out, size_t at)
{
    while (at > 0 && (out->p[at - 1] == ' ' || out->p[at - 1] == '\t')) at--;
    return at == 0 || strchr(".!?\n", out->p[at - 1]) != NULL;
}

static void swap_word(Buf *b, size_t from, const char *old, const char *new_word)
{
    Buf r = {0};
    size_t k = strlen(old);
    for (size_t i = from; i < b->n;) {
        int whole = b->n - i >= k && !memcmp(b->p + i, old, k) && (i == from || b->p[i - 1] == ' ') &&
                    (i + k == b->n || b->p[i + k] == ' ');
        if (whole) buf_puts(&r, new_word);
        else buf_putc(&r, b->p[i]);
        i += whole ? k : 1;
    }
    b->n = from;
    buf_str(b, buf_view(&r));
    buf_free(&r);
}

static void finish(Scan *c, size_t from, size_t taken)
{
    if (speak_south(c->s)) {
        swap_word(c->out, from, "linh", "lẻ");
        swap_word(c->out, from, "nghìn", "ngàn");
    }
    if (at_sentence_start(c->out, from)) {
        Buf piece = {0};
        letter_sentence_case(c->out->p + from, c->out->n - from, &piece);
        c->out->n = from;
        buf_str(c->out, buf_view(&piece));
        buf_free(&piece);
    }
    c->i += taken;
}

/* --- words --- */

/* A Roman numeral after a word that wants one: phần II, quý IV/2026. */
static size_t say_roman(Scan *c)
{
    size_t k = 0;
    while (c->i + k < c->n && strchr("IVXLCDM", c->p[c->i + k])) k++;
    int v = k ? spell_from_roman((Str){c->p + c->i, k}) : 0;
    if (!v || scan_letter_at(c, c->i + k) || scan_digit_at(c, c->i + k)) return 0;
    if (!scan_before_is(c, "phần|quý|khóa|khoá|chương|mục|kỳ|kỷ|thứ|loại|cấp|đợt|tập|hạng|lần")) return 0;
    if (v == 1 && scan_before_is(c, "thứ")) buf_puts(c->out, "nhất");
    else spell_number(v, c->out);
    int y;
    if (scan_cp_at(c, c->i + k) == '/' && scan_take_number(c, c->i + k + 1, 4, &y) == 4 && !scan_digit_at(c, c->i + k + 5)) {
        buf_puts(c->out, " năm ");
        spell_number(y, c->out);
        k += 5;
    }
    return k;
}

static int is_word_cp(uint32_t cp) { return letter_is_letter(cp) || (cp >= '0' && cp <= '9'); }

/* The longest abbreviation that begins here: over «&», «-», «/», «.» when the table has it whole. */
static size_t say_abbreviation(Scan *c)
{
    size_t end[6], n = 0, i = c->i;
    char b[4];
    while (i < c->n && n < 6) {
        while (is_word_cp(scan_cp_at(c, i))) i += text_encode(scan_cp_at(c, i), b);
        end[n++] = i;
        if (i >= c->n || !strchr("&-/.", c->p[i]) || !is_word_cp(scan_cp_at(c, i + 1))) break;
        i++;
    }
    while (n > 0) {
        Str w = {c->p + c->i, end[--n] - c->i};
        const char *words = w.n ? speak_expand(c->s, w) : NULL;
        if (!words) continue;
        buf_puts(c->out, words);
        size_t k = w.n;
        int dotted = c->i + k < c->n && c->p[c->i + k] == '.' && scan_letter_at(c, scan_skip_spaces(c, c->i + k + 1));
        if (!dotted || scan_listed(w, "v.v|vv")) return k;
        int place = scan_listed(w, "tp");       /* «TP. Sa Đéc»: the dot belongs to the short form */
        if (!place && scan_cp_at(c, c->i + k + 1) == ' ') return k;
        if (scan_cp_at(c, c->i + k + 1) != ' ') buf_putc(c->out, ' ');
        return k + 1;
    }
    return 0;
}

/* A web or mail address stays as it is. */
static size_t copy_address(Scan *c)
{
    size_t i = c->i;
    int is = 0;
    if (i < c->plain) return 0;
    for (; i < c->n && !strchr(" \t\n\r<>\"()", c->p[i]); i++)
        is |= c->p[i] == '@' || (c->n - i > 3 && !memcmp(c->p + i, "://", 3)) || (c->n - i > 4 && !memcmp(c->p + i, "www.", 4));
    c->plain = i;
    if (!is) return 0;
    buf_add(c->out, c->p + c->i, i - c->i);
    return i - c->i;
}

/* «tin/quý», «&»: small marks between words. */
static size_t say_mark(Scan *c)
{
    char m = c->p[c->i];
    if (m == '&') {
        int tight = c->i > 0 && c->p[c->i - 1] != ' ';
        buf_puts(c->out, tight ? " và " : "và");
        return 1;
    }
    if (m == '/' && c->i > 0 && scan_digit_at(c, c->i - 1) && scan_digit_at(c, c->i + 1)) {
        buf_puts(c->out, " trên ");
        return 1;
    }
    if (m != '/' || c->i == 0 || !scan_letter_at(c, c->i + 1)) return 0;
    int each = scan_listed(scan_word_after(c, c->i + 1), "người|hộ|quý|tháng|năm|tuần|ngày|giờ|lần|vụ|km|cuộc|buổi|suất");
    buf_puts(c->out, each ? " mỗi " : ", ");
    return 1;
}

static void copy_word(Scan *c)
{
    size_t from = c->i;
    do c->i += text_encode(scan_cp_at(c, c->i), (char[4]){0});
    while (is_word_cp(scan_cp_at(c, c->i)));
    buf_add(c->out, c->p + from, c->i - from);
}

static int scan_piece(Scan *c, int numbers)
{
    size_t from = c->out->n, k = copy_address(c);
    if (k) {
        c->i += k;
        return 1;
    }
    if (numbers && (scan_digit_at(c, c->i) || (c->p[c->i] == '+' && scan_digit_at(c, c->i + 1))))
        k = figure_say(c);
    if (!k && numbers) k = say_roman(c);
    if (!k) k = say_abbreviation(c);
    if (!k) return 0;
    finish(c, from, k);
    return 1;
}

static void keep_valid(const char *s, size_t n, Buf *out)
{
    uint32_t cp;
    for (size_t i = 0, k; i < n; i += k ? k : 1) {
        k = text_decode(s + i, n - i, &cp);
        if (k) buf_add(out, s + i, k);
        else buf_puts(out, "\uFFFD");
    }
}

static void scan(const Speak *s, const char *text, size_t n, int numbers, Buf *out)
{
    Buf nfc = {0}, said = {0};
    if (text_nfc(text, n, &nfc) != 0) keep_valid(text, n, &nfc);
    buf_puts(&said, "");
    Scan c = {s, buf_text(&nfc), nfc.n, 0, 0, &said};
    while (c.i < c.n) {
        if (is_word_cp(scan_cp_at(&c, c.i)) || (c.p[c.i] == '+' && scan_digit_at(&c, c.i + 1))) {
            if (scan_piece(&c, numbers)) continue;
            if (is_word_cp(scan_cp_at(&c, c.i))) {
                copy_word(&c);
                continue;
            }
        }
        size_t k = numbers ? say_mark(&c) : 0;
        if (k) {
            c.i += k;
            continue;
        }
        k = text_encode(scan_cp_at(&c, c.i), (char[4]){0});
        buf_add(&said, c.p + c.i, k ? k : 1);
        c.i += k ? k : 1;
    }
    buf_str(out, buf_view(&said));
    buf_free(&nfc);
    buf_free(&said);
}

void speak_text(const Speak *s, const char *text, size_t n, Buf *out) { scan(s, text, n, 1, out); }
void speak_expand_text(const Speak *s, const char *text, size_t n, Buf *out) { scan(s, text, n, 0, out); }

void speak_unknown(const Speak *s, const char *text, size_t n, Buf *out)
{
    Buf said = {0};
    Map *seen = map_new();
    scan(s, text, n, 1, &said);
    Scan c = {s, buf_text(&said), said.n, 0, 0, &said};
    while (c.i < c.n) {
        size_t from = c.i, letters = 0, capitals = 0;
        for (uint32_t cp; is_word_cp(cp = scan_cp_at(&c, c.i)); c.i += text_encode(cp, (char[4]){0})) {
            Str one = {c.p + c.i, text_encode(cp, (char[4]){0})};
            Buf low = {0};
            text_lower(one.p, one.n, &low);
            capitals += !str_eq(buf_view(&low), one);
            letters++;
            buf_free(&low);
        }
        Str w = {c.p + from, c.i - from};
        if (letters > 1 && letters < 13 && capitals == letters && !map_get_n(seen, w.p, w.n)) {
            map_put_n(seen, w.p, w.n, seen);
            buf_str(out, w);
            buf_putc(out, '\n');
        }
        if (c.i == from) c.i++;
    }
    map_free(seen);
    buf_free(&said);
}

int speak_seconds(const Speak *s, const char *text, size_t n, int per_minute)
{
    Buf said = {0};
    scan(s, text, n, 1, &said);
    double seconds = (double)letter_count_syllables(buf_text(&said), said.n) * 60 / (per_minute > 0 ? per_minute : 180);
    for (size_t i = 0; i < said.n; i++) {
        char m = said.p[i];
        int last = i + 1 == said.n || said.p[i + 1] == ' ' || said.p[i + 1] == '\n';
        if (m == '\n' || ((m == '.' || m == '!' || m == '?') && last)) seconds += 0.6;
        else if ((m == ',' || m == ';' || m == ':') && last) seconds += 0.3;
    }
    buf_free(&said);
    return (int)(seconds + 0.999);
}
