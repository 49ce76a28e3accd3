/* work_form.c - the job that puts comments into a form that came back: through the output that writes workbooks. */
#include "core/wall/work_state.h"

enum { FIELDS = 3 };

/* MAP {table, cell, text} */
static int unpack_note(Unpack *u, Arena *a, Value *out)
{
    static const char *const key[FIELDS] = {"table", "cell", "text"};
    Value *v = arena_alloc(a, FIELDS * sizeof *v);
    ValuePair *pair = arena_alloc(a, FIELDS * sizeof *pair);
    v[0] = value_int((int64_t)unpack_u32(u) + 1);
    for (int i = 1; i < FIELDS; i++) {
        const char *text = unpack_text(u, a);
        v[i] = value_text(str_of(text));
        if (!text) u->bad = 1;
    }
    for (int i = 0; i < FIELDS; i++) pair[i] = (ValuePair){str_of(key[i]), &v[i]};
    *out = (Value){.type = VAL_MAP, .count = FIELDS, .u.map = pair};
    return u->bad ? -1 : 0;
}

static int render(Work *w, const char *name, Str data, const Value *notes, Buf *out, Findings *f, Err *e)
{
    const Output *o = registry_output(w->registry, "xlsx");
    OutputOption option = {str_of("previous"), data};
    ValuePair pair = {str_of("notes"), notes};
    Value root = {.type = VAL_MAP, .count = 1, .u.map = &pair};
    OutputJob job = {.model = &root, .options = &option, .n_options = 1, .file = name};
    return o ? registry_render(w->registry, o, &job, out, f, e) : err_set(e, SEN6045, "%s", "xlsx");
}

int work_run_notes(Serve *s, Str bytes, void *state, Err *e)
{
    Arena *a = arena_new();
    Findings f;
    Buf out = {0};
    int rc = -1;
    findings_init(&f, a);
    Unpack u = unpack_from(bytes.p, bytes.n);
    const char *name = unpack_text(&u, a);
    Str data = unpack_str(&u);
    uint32_t n = unpack_count(&u, 6);
    Value *v = arena_alloc(a, mem_mul((size_t)n + 1, sizeof *v));
    for (uint32_t i = 0; i < n && !u.bad; i++) unpack_note(&u, a, &v[i]);
    Value notes = {.type = VAL_LIST, .count = n, .u.list = v};
    if (u.bad || !name) err_set(e, SEN9999, "notes");
    else rc = render(state, name, data, &notes, &out, &f, e);
    if (rc == 0) serve_send(s, FRAME_TEXT, out.p, out.n);
    buf_free(&out);
    findings_free(&f);
    arena_free(a);
    return rc;
}
