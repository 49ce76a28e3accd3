/* bold_advice.c - finds `**Kế hoạch:**nội dung`, which Markdown does not make bold; changes nothing. */
#include <string.h>
#include "core/doc/reading.h"

static int is_letter(char c)
{
    return (unsigned char)c >= 0x80 || (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

/* Two pairs of stars in one text, the second behind punctuation and before a letter. */
static int looks_bold(Str s)
{
    int open = 0;
    for (size_t i = 0; i + 2 < s.n; i++) {
        if (s.p[i] != '*' || s.p[i + 1] != '*') continue;
        if (open && i > 0 && strchr(":.,;!?)", s.p[i - 1]) && is_letter(s.p[i + 2])) return 1;
        open = 1;
        i++;
    }
    return 0;
}

void bold_advise(Reading *r, const DocNode *paragraph)
{
    int line = paragraph->line;
    for (const DocNode *x = paragraph->first; x; x = x->next) {
        if (x->kind == DOC_SOFT_BREAK || x->kind == DOC_BREAK) line++;
        if (x->kind == DOC_TEXT && looks_bold(x->text)) findings_add(r->f, SEN4017, r->o.file, line, 0, NULL, "%s", "");
    }
}
