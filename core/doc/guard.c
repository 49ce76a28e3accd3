/* guard.c - cleans a Markdown text and refuses what would make libcmark slow; knows no tree.
 * The figures come from measurements of libcmark 0.30.2, which has quadratic inputs. */
#include "core/doc/guard.h"
#include "core/base/text.h"
#include "core/doc/doc.h"
#include <string.h>

int guard_forbidden(unsigned cp)
{
    if (cp < 0x20) return cp != '\t' && cp != '\n';
    if (cp < 0x7F) return 0;
    if (cp < 0xA0) return 1;
    if (cp < 0x2028) return cp == 0x061C || cp == 0x200E || cp == 0x200F;
    if (cp < 0x2070) return text_is_bidi(cp);
    return cp == 0xFEFF || (cp >= 0xFDD0 && cp <= 0xFDEF) || (cp & 0xFFFE) == 0xFFFE;
}

int guard_clean(Str text, unsigned holes, Buf *out, unsigned *dropped, Err *e)
{
    Buf nfc = {0};
    int rc = -1;
    *dropped = 0;
    if (text.n > GUARD_BYTES) {
        err_set(e, SEN4002, "%zu" ARG "%d", text.n, GUARD_BYTES);
        goto out;
    }
    if (text_nfc(text.p, text.n, &nfc)) {
        err_set(e, SEN4001, "%s", "");
        goto out;
    }
    buf_room(out, nfc.n + 1);
    size_t i = 0;
    if (nfc.n >= 3 && !memcmp(nfc.p, "\xEF\xBB\xBF", 3)) i = 3;
    while (i < nfc.n) {
        unsigned char c = (unsigned char)nfc.p[i];
        if (c == '\r') {
            buf_putc(out, '\n');
            i += i + 1 < nfc.n && nfc.p[i + 1] == '\n' ? 2 : 1;
            continue;
        }
        uint32_t cp = c;
        size_t len = c < 0x80 ? 1 : text_decode(nfc.p + i, nfc.n - i, &cp);
        int drop = guard_forbidden(cp) || (cp >= DOC_HOLE_FIRST && cp - DOC_HOLE_FIRST >= holes);
        if (!cp) buf_puts(out, "\xEF\xBF\xBD");
        else if (!drop) buf_add(out, nfc.p + i, len);
        *dropped += drop != 0;
        i += len;
    }
    if (out->n && out->p[out->n - 1] != '\n') buf_putc(out, '\n');
    rc = 0;
out:
    buf_free(&nfc);
    return rc;
}

/* How many containers the line may open: its leading ">" and list markers. A rule such as "- - - -" opens none. */
static int count_markers(const char *p, const char *end)
{
    int n = 0, kinds = 0;
    char only = 0;
    for (const char *q = p; q < end; q++) {
        if (*q == ' ' || *q == '\t') continue;
        if (*q != only) kinds++;
        only = *q;
    }
    if (kinds == 1 && (only == '-' || only == '*')) return 0;
    while (p < end) {
        while (p < end && (*p == ' ' || *p == '\t')) p++;
        if (p == end) break;
        if (*p == '>') {
            n++;
            p++;
            continue;
        }
        const char *q = p;
        if (*q == '-' || *q == '+' || *q == '*') q++;
        else {
            while (q < end && q - p < 10 && *q >= '0' && *q <= '9') q++;
            if (q == p || q == end || (*q != '.' && *q != ')')) break;
            q++;
        }
        if (q < end && *q != ' ' && *q != '\t') break;
        n++;
        p = q;
    }
    return n;
}

static int count_marks(const char *p, const char *end)
{
    int n = 0;
    for (const char *q = p; q < end; q++) {
        if (*q == '[' || *q == '!' || *q == '<') n++;
        else if ((*q == '*' || *q == '_' || *q == '`') && (q == p || q[-1] != *q)) n++;
    }
    return n;
}

static int is_blank(const char *p, const char *end)
{
    while (p < end && (*p == ' ' || *p == '\t' || *p == '>')) p++;
    return p == end;
}

int guard_check(Str text, const char *file, int first_line, Err *e)
{
    const char *p = text.p, *end = text.p + text.n;
    int line = first_line, marks = 0, began = line, depth = 0;
    size_t work = 0;
    for (; p < end; line++) {
        const char *nl = memchr(p, '\n', (size_t)(end - p));
        if (!nl) nl = end;
        int markers = count_markers(p, nl);
        if (markers > GUARD_MARKERS) {
            err_set(e, SEN4003, "%d" ARG "%d", markers, GUARD_MARKERS);
            return err_at(e, file, line, 1);
        }
        if (is_blank(p, nl)) {
            marks = 0;
            began = line + 1;
        } else {
            depth = markers;
        }
        work += (size_t)depth;             /* a blank line goes through every container that is open */
        if (work > GUARD_WORK) {
            err_set(e, SEN4004, "%d", depth);
            return err_at(e, file, line, 1);
        }
        marks += count_marks(p, nl);
        if (marks > GUARD_MARKS) {
            err_set(e, SEN4005, "%d" ARG "%d", marks, GUARD_MARKS);
            return err_at(e, file, began, 1);
        }
        p = nl < end ? nl + 1 : end;
    }
    return 0;
}
