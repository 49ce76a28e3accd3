/* fuzz_due.c - any text as a date rule, a period, a date, and read aloud. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include "core/base/date.h"
#include "core/base/text.h"
#include "core/model/due.h"
#include "core/vi/speak.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    if (!text_valid((const char *)data, n, NULL)) return 0;
    Buf text = {0}, said = {0};
    buf_add(&text, data, n);
    Str s = buf_view(&text);
    DueRule rule;
    Date from, to;
    Err e = {0}, p = {0};
    if (due_parse(s, &rule, &e) && !e.code) abort();
    if (due_parse_period(s, 2026, &from, &to, &p) == 0 && from != DATE_NONE && to < from) abort();
    date_parse(buf_text(&text), 2026);
    speak_text(NULL, s.p, s.n, &said);
    if (!text_valid(said.p ? said.p : "", said.n, NULL)) abort();
    speak_unknown(NULL, s.p, s.n, &said);
    speak_seconds(NULL, s.p, s.n, 0);
    buf_free(&text);
    buf_free(&said);
    return 0;
}
