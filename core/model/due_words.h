/* due_words.h - a date phrase as folded words, numbers and signs with their columns; private to model/due*.c. */
#ifndef SEN_MODEL_DUE_WORDS_H
#define SEN_MODEL_DUE_WORDS_H
#include "core/base/buf.h"
#include "core/base/err.h"

typedef struct DueWord {
    char type;                             /* 'w' word, 'n' number, 's' sign, 0 = the end */
    char text[24];                         /* 'w': lower case without accents; 's': the sign, every dash is "-" */
    int number, digits;                    /* 'n' */
    int column;                            /* 1-based character */
    int tight;                             /* nothing stands between it and the one before */
} DueWord;

enum { DUE_WORDS = 40 };
typedef struct DueWords {
    Str whole;                             /* borrowed */
    DueWord v[DUE_WORDS + 1];              /* ends with type 0 */
    int n, at;                             /* at = the one to read */
    int furthest;                          /* the furthest one looked at in vain */
} DueWords;

/* 0, or -1 when the phrase is not UTF-8 or longer than DUE_WORDS words (then `at` is where). */
int due_words_read(DueWords *w, Str s);
int due_words_is(DueWords *w, const char *list);           /* the next is one of "truoc|before"; does not move */
int due_words_take(DueWords *w, const char *list);         /* the same, and moves over it */
int due_words_phrase(DueWords *w, const char *words);      /* all of "bat dau" in a row, or none */
int due_words_number(DueWords *w, int most_digits, int *v);    /* takes a number */
int due_words_end(const DueWords *w);
/* Sets e: code with the phrase, the word it is stuck at, and the column. Returns -1. */
int due_words_stuck(DueWords *w, Code code, Err *e);

/* Pieces both readers know. Each takes what it names, or nothing. 1/0. A year not said is 0. */
int due_words_day(DueWords *w, int *day, int *month, int *year);   /* 20/11, 2026-11-20, ngày 20 tháng 11 năm 2026, 20 Nov */
int due_words_month(DueWords *w, int *month, int *year);           /* tháng 6/2026, June 2026 */
int due_words_quarter(DueWords *w, int *quarter, int *year);       /* quý IV/2026, Q4, quarter 4 */
int due_words_week(DueWords *w, int *week);                        /* tuần đầu, tuần thứ 2, last week; 5 = last */
int due_words_weekday(DueWords *w, int *weekday);                  /* thứ Hai, Chủ nhật, Monday; 0 = Monday */
#endif
