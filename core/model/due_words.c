/* due_words.c - cuts a date phrase into words and knows the names of days, months, quarters. */
#include "core/model/due_words.h"
#include "core/base/date.h"
#include "core/base/text.h"
#include "core/vi/letter.h"
#include <stdio.h>
#include <string.h>

static int is_dash(uint32_t c) { return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }

static int is_gap(uint32_t c)
{
    return c == 0xA0 || (c < 0x80 && c && strchr(" \t\n\r(),.;", (int)c));
}

/* A run of letters, folded; returns its bytes and counts its characters. */
static size_t cut_word(const char *s, size_t n, DueWord *d, int *chars)
{
    size_t i = 0, k;
    uint32_t cp;
    while (i < n && (k = text_decode(s + i, n - i, &cp)) && letter_is_letter(cp)) {
        i += k;
        (*chars)++;
    }
    Buf b = {0};
    text_fold(s, i, &b);
    size_t kept = b.n < sizeof d->text ? b.n : sizeof d->text - 1;
    memcpy(d->text, buf_text(&b), kept);
    d->text[kept] = 0;
    buf_free(&b);
    d->type = 'w';
    return i;
}

static size_t cut_number(const char *s, size_t n, DueWord *d, int *chars)
{
    size_t i = 0;
    for (; i < n && s[i] >= '0' && s[i] <= '9'; i++) {
        if (d->number < 100000) d->number = d->number * 10 + (s[i] - '0');
    }
    d->type = 'n';
    d->digits = i > 9 ? 9 : (int)i;
    *chars += (int)i;
    return i;
}

static int cut_all(DueWords *w, const char *s, size_t n)
{
    int column = 1, gap = 1;
    uint32_t cp;
    for (size_t i = 0; i < n;) {
        size_t k = text_decode(s + i, n - i, &cp);
        if (!k) return -1;
        if (is_gap(cp)) {
            gap = 1;
            column++;
            i += k;
            continue;
        }
        if (w->n == DUE_WORDS) return -1;
        DueWord *d = &w->v[w->n++];
        *d = (DueWord){.column = column, .tight = !gap};
        gap = 0;
        int chars = 0;
        if (letter_is_letter(cp)) {
            i += cut_word(s + i, n - i, d, &chars);
        } else if (cp >= '0' && cp <= '9') {
            i += cut_number(s + i, n - i, d, &chars);
        } else {
            d->type = 's';
            d->text[0] = is_dash(cp) ? '-' : cp < 0x80 ? (char)cp : '?';
            i += k;
            chars = 1;
        }
        column += chars;
    }
    return 0;
}

int due_words_read(DueWords *w, Str s)
{
    memset(w, 0, sizeof *w);
    w->whole = s;
    Buf nfc = {0};
    int r = s.n > 400 || text_nfc(s.p, s.n, &nfc) != 0 ? -1 : cut_all(w, buf_text(&nfc), nfc.n);
    w->v[w->n].column = (int)text_length(buf_text(&nfc), nfc.n) + 1;
    buf_free(&nfc);
    if (r != 0) w->at = w->n;
    return r;
}

int due_words_is(DueWords *w, const char *list)
{
    const DueWord *d = &w->v[w->at];
    if (w->at > w->furthest) w->furthest = w->at;
    if (d->type != 'w' && d->type != 's') return 0;
    size_t n = strlen(d->text);
    for (const char *p = list; *p;) {
        size_t k = strcspn(p, "|");
        if (k == n && !memcmp(p, d->text, n)) return 1;
        p += k + (p[k] == '|');
    }
    return 0;
}

int due_words_take(DueWords *w, const char *list)
{
    if (!due_words_is(w, list)) return 0;
    w->at++;
    return 1;
}

int due_words_phrase(DueWords *w, const char *words)
{
    int from = w->at;
    while (*words) {
        size_t k = strcspn(words, " ");
        char one[24];
        size_t n = k < sizeof one ? k : sizeof one - 1;
        memcpy(one, words, n);
        one[n] = 0;
        if (!due_words_take(w, one)) {
            w->at = from;
            return 0;
        }
        words += k + (words[k] == ' ');
    }
    return 1;
}

int due_words_number(DueWords *w, int most_digits, int *v)
{
    const DueWord *d = &w->v[w->at];
    if (w->at > w->furthest) w->furthest = w->at;
    if (d->type != 'n' || d->digits > most_digits) return 0;
    *v = d->number;
    w->at++;
    return 1;
}

int due_words_end(const DueWords *w) { return w->v[w->at].type == 0; }

int due_words_stuck(DueWords *w, Code code, Err *e)
{
    const DueWord *d = &w->v[w->furthest > w->at ? w->furthest : w->at];
    char word[32];
    if (d->type == 'n') snprintf(word, sizeof word, "%d", d->number);
    else snprintf(word, sizeof word, "%s", d->type ? d->text : "…");
    int n = w->whole.n > 120 ? (int)text_cut(w->whole.p, 120) : (int)w->whole.n;
    err_set(e, code, "%.*s" ARG "%s" ARG "%d", n, w->whole.p ? w->whole.p : "", word, d->column);
    e->col = d->column;
    return -1;
}

/* --- days --- */

static int name_of_month(const char *s)
{
    static const char *const name[] = {"january", "february", "march", "april", "may", "june", "july", "august", "september",
                                       "october", "november", "december"};
    for (int i = 0; i < 12; i++)
        if (!strcmp(s, name[i]) || (strlen(s) == 3 && !memcmp(s, name[i], 3))) return i + 1;
    return 0;
}

static int take_month_name(DueWords *w, int *month)
{
    if (w->v[w->at].type != 'w') return 0;
    int m = name_of_month(w->v[w->at].text);
    if (!m) return 0;
    *month = m;
    w->at++;
    return 1;
}

/* «/2026», «năm 2026», «2026» alone when `bare`. */
static void take_year(DueWords *w, int bare, int *year)
{
    int from = w->at;
    *year = 0;
    int marked = due_words_take(w, "/|-") || due_words_take(w, "nam|of|year");
    if ((marked || bare) && w->v[w->at].digits == 4 && due_words_number(w, 4, year) && *year >= 1900 && *year <= 2200) return;
    w->at = from;
    *year = 0;
}

static int good_day(int d, int m, int y) { return m >= 1 && m <= 12 && d >= 1 && d <= date_month_days(y ? y : 2000, m); }

/* 20/11[/2026], 2026-11-20 */
static int day_in_figures(DueWords *w, int *d, int *m, int *y)
{
    if (w->v[w->at].digits == 4)
        return due_words_number(w, 4, y) && due_words_take(w, "-") && due_words_number(w, 2, m) && due_words_take(w, "-") &&
               due_words_number(w, 2, d);
    if (!due_words_number(w, 2, d) || !due_words_take(w, "/") || !w->v[w->at].tight || w->v[w->at].digits > 2) return 0;
    if (!due_words_number(w, 2, m)) return 0;
    *y = 0;
    int from = w->at;
    if (due_words_take(w, "/")) {
        if (w->v[w->at].digits == 4 && due_words_number(w, 4, y)) return 1;
        w->at = from;
        return 0;
    }
    if (due_words_take(w, "nam") && w->v[w->at].digits == 4 && due_words_number(w, 4, y)) return 1;
    w->at = from;
    return 1;
}

/* 20 tháng 11 [năm 2026], 20 November [2026], November 20 [2026] */
static int day_in_words(DueWords *w, int *d, int *m, int *y)
{
    if (take_month_name(w, m)) {
        if (!due_words_number(w, 2, d)) return 0;
        (void)due_words_take(w, "st|nd|rd|th");
    } else {
        (void)due_words_take(w, "mung|mong");
        if (!due_words_number(w, 2, d)) return 0;
        (void)due_words_take(w, "st|nd|rd|th");
        (void)due_words_take(w, "of");
        if (due_words_take(w, "thang") ? !due_words_number(w, 2, m) : !take_month_name(w, m)) return 0;
    }
    take_year(w, 1, y);
    return 1;
}

int due_words_day(DueWords *w, int *day, int *month, int *year)
{
    int from = w->at;
    (void)(due_words_take(w, "ngay") || due_words_take(w, "the"));
    int start = w->at;
    if (day_in_figures(w, day, month, year) && good_day(*day, *month, *year)) return 1;
    w->at = start;
    if (day_in_words(w, day, month, year) && good_day(*day, *month, *year)) return 1;
    w->at = from;
    return 0;
}

int due_words_month(DueWords *w, int *month, int *year)
{
    int from = w->at;
    if (due_words_take(w, "thang|month") ? due_words_number(w, 2, month) : take_month_name(w, month)) {
        if (*month >= 1 && *month <= 12) {
            take_year(w, 1, year);
            return 1;
        }
    }
    w->at = from;
    return 0;
}

int due_words_quarter(DueWords *w, int *quarter, int *year)
{
    static const char *const roman[] = {"i", "ii", "iii", "iv"};
    int from = w->at;
    if (due_words_take(w, "quy|quarter|q")) {
        *quarter = 0;
        for (int i = 0; i < 4 && !*quarter; i++)
            if (due_words_take(w, roman[i])) *quarter = i + 1;
        if (*quarter || (due_words_number(w, 1, quarter) && *quarter >= 1 && *quarter <= 4)) {
            take_year(w, 1, year);
            return 1;
        }
    }
    w->at = from;
    return 0;
}

int due_words_week(DueWords *w, int *week)
{
    static const char *const vi[] = {"nhat|dau|mot", "hai|nhi", "ba", "tu|bon", "cuoi"};
    static const char *const en[] = {"first", "second", "third", "fourth", "last"};
    int from = w->at;
    if (due_words_take(w, "tuan")) {
        (void)due_words_take(w, "thu");
        for (int i = 0; i < 5; i++)
            if (due_words_take(w, vi[i])) {
                (void)due_words_take(w, i == 4 ? "cung" : "tien");
                *week = i + 1;
                return 1;
            }
        if (due_words_number(w, 1, week) && *week >= 1 && *week <= 4) return 1;
        w->at = from;
        return 0;
    }
    (void)due_words_take(w, "the");
    for (int i = 0; i < 5; i++)
        if (due_words_take(w, en[i]) && due_words_take(w, "week")) {
            *week = i + 1;
            return 1;
        }
    w->at = from;
    return 0;
}

int due_words_weekday(DueWords *w, int *weekday)
{
    static const char *const vi[] = {"hai", "ba", "tu", "nam", "sau", "bay"};
    static const char *const en[] = {"monday|mondays", "tuesday|tuesdays", "wednesday|wednesdays", "thursday|thursdays",
                                     "friday|fridays", "saturday|saturdays", "sunday|sundays"};
    int from = w->at, n;
    if (due_words_phrase(w, "chu nhat")) {
        *weekday = 6;
        return 1;
    }
    for (int i = 0; i < 7; i++)
        if (due_words_take(w, en[i])) {
            *weekday = i;
            return 1;
        }
    if (due_words_take(w, "thu")) {
        for (int i = 0; i < 6; i++)
            if (due_words_take(w, vi[i])) {
                *weekday = i;
                return 1;
            }
        if (due_words_number(w, 1, &n) && n >= 2 && n <= 7) {
            *weekday = n - 2;
            return 1;
        }
    }
    w->at = from;
    return 0;
}
