/* scan_size.c - refuses sources whose parse would take too long or nest too deeply, before Lua sees them; knows no Lua state. */
#include "core/script/scan.h"

/* Lua's parser walks its lists of jumps and labels again for each of these words: time grows with the square. */
enum { DEPTH_MOST = 100, ELSEIF_MOST = 2000, JUMPS_MOST = 2000, LOGIC_MOST = 10000 };

static int opens(char mark)
{
    return mark == '{' || mark == '(' || mark == '[' || mark == MARK_FUNCTION || mark == MARK_IF || mark == MARK_DO ||
           mark == MARK_REPEAT;
}

static int closes(char mark)
{
    return mark == '}' || mark == ')' || mark == ']' || mark == MARK_END || mark == MARK_UNTIL;
}

int scan_check_size(const Scan *s, const char *file, Findings *f)
{
    int depth = 0, elseifs = 0, jumps = 0, logic = 0;
    for (size_t i = 0; i < s->n_tokens && s->token[i].kind != TOKEN_END; i++) {
        const Token *t = &s->token[i];
        Code code = SEN_OK;
        int limit = 0;
        if (!t->mark) continue;
        if (opens(t->mark) && ++depth > DEPTH_MOST) code = SEN3077, limit = DEPTH_MOST;
        else if (closes(t->mark) && depth) depth--;
        else if (t->mark == MARK_ELSEIF && ++elseifs > ELSEIF_MOST) code = SEN3078, limit = ELSEIF_MOST;
        else if (t->mark == MARK_LOGIC && ++logic > LOGIC_MOST) code = SEN3078, limit = LOGIC_MOST;
        else if (t->mark == MARK_JUMP && ++jumps > JUMPS_MOST) code = SEN3078, limit = JUMPS_MOST;
        if (!code) continue;
        findings_add(f, code, file, t->line, t->col, NULL, "%d", limit);
        return -1;
    }
    return 0;
}
