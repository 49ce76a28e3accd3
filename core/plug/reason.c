/* reason.c - from the first word of a reader's refusal to the message that advises a person; knows no file format. */
#include "core/plug/reason.h"
#include <string.h>

int reason_take(const char *said, const char *reader, const char *file, Err *e)
{
    static const struct { const char *word; Code code; } WORDS[] = {
        {"locked:", SEN2080}, {"damaged:", SEN2081}, {"hostile:", SEN2082}, {"no-text:", SEN2083}, {"too-large:", SEN2084},
        {"empty:", SEN2093}, {"wrong-kind:", SEN2094}, {"macro:", SEN6071},
        {"links:", SEN6072}};
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
        size_t n = strlen(WORDS[i].word);
        if (strncmp(said, WORDS[i].word, n)) continue;
        const char *detail = said + n;
        while (*detail == ' ') detail++;
        return err_set(e, WORDS[i].code, "%s" ARG "%s", file, detail);
    }
    return err_set(e, SEN2095, "%s" ARG "%s" ARG "%s", file, reader, said);
}
