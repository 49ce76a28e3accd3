/* work_correct.c - the job that reads a correction file: foreign bytes in, a list of corrections as plain lines out. */
#include "core/intake/correct_read.h"
#include "core/intake/intake.h"
#include "core/wall/work_state.h"

int work_run_correct(Serve *s, Str bytes, void *state, Err *e)
{
    Arena *a = arena_new();
    Corrections list;
    Findings f;
    Buf text = {0}, out = {0};
    int rc = -1;
    (void)state;
    findings_init(&f, a);
    Unpack u = unpack_from(bytes.p, bytes.n);
    const char *name = unpack_text(&u, a);
    Str data = unpack_str(&u);
    if (u.bad || !name) err_set(e, SEN9999, "correct");
    else rc = intake_decode(data.p, data.n, name, &text, NULL, e);
    if (rc == 0) {
        correct_read(buf_view(&text), name, a, &list, &f);
        correct_write(&list, &out);
        serve_send(s, FRAME_TEXT, buf_text(&out), out.n);
        work_send_findings(s, &f);
    }
    buf_free(&text);
    buf_free(&out);
    findings_free(&f);
    arena_free(a);
    return rc;
}
