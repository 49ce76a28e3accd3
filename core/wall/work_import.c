/* work_import.c - the job of an import: the bytes of a plan become a Plan, as text or through a reader that is installed. */
#include "core/intake/form_read.h"
#include "core/wall/work_state.h"
#include <stdlib.h>
#include <string.h>

enum { PLAN_PIECE = 8 << 20 };

static const IntakePart *parts_of(const ReadResult *got, Arena *a)
{
    IntakePart *v = arena_alloc(a, mem_mul(got->n, sizeof *v));
    for (size_t i = 0; i < got->n; i++) {
        const ReadPart *p = &got->v[i];
        v[i] = (IntakePart){.kind = p->kind == READ_CELL ? INTAKE_CELL : p->kind == READ_MARK ? INTAKE_MARK : INTAKE_LINE,
                            .page = p->page, .line = p->line, .table = p->table, .row = p->row, .column = p->column,
                            .rows = p->rows, .columns = p->columns, .text = p->text, .mark = p->mark};
    }
    return v;
}

/* A workbook is a form that came back, or nothing that can be imported. */
static int read_form(const IntakePart *v, size_t n, const char *name, Arena *a, Buf *form, Err *e)
{
    FormBook book;
    if (!form_read(v, n, a, &book)) return err_set(e, SEN6070, "%s", name);
    if (book.lost || !book.n) return err_set(e, SEN6073, "%s", name);
    form_pack(&book, form);
    return 0;
}

static int read_foreign(Work *w, const Reader *rd, Str data, const char *name, Arena *a, Plan **plan, Buf *form, Findings *f,
                        Err *e)
{
    ReadResult got = {.arena = a};
    Buf text = {0};
    int rc = registry_read(w->registry, rd, data, name, &got, f, e);
    if (rc == 0 && !strcmp(rd->id, "xlsx")) rc = read_form(parts_of(&got, a), got.n, name, a, form, e);
    else if (rc == 0) rc = intake_read_parts(parts_of(&got, a), got.n, name, &text, plan, f, e);
    read_result_free(&got);
    buf_free(&text);
    return rc;
}

/* The text stays for the rules that look at the plan next (work_rules.c). Takes it over. */
static void work_keep_text(Work *w, const char *name, Buf *text)
{
    buf_free(&w->imported);
    free(w->imported_name);
    w->imported = *text;
    *text = (Buf){0};
    w->imported_name = mem_copy_text(name);
}

static int read_text(Work *w, Str data, const char *name, Plan **plan, Findings *f, Err *e)
{
    Buf text = {0};
    int rc = intake_decode(data.p, data.n, name, &text, f, e);
    if (rc == 0) rc = intake_read(buf_view(&text), name, plan, f, e);
    if (rc == 0) work_keep_text(w, name, &text);
    buf_free(&text);
    return rc;
}

/* By the reader its suffix names; else by one that knows the bytes, unless that one finds them broken: then they are of some
 * other kind (an archive of pictures is no damaged Word file), which the importer's own refusal names. */
static int read_file(Work *w, Str data, const char *name, Arena *a, Plan **plan, Buf *form, Findings *f, Err *e)
{
    const Reader *rd = registry_reader_for(w->registry, name, data);
    if (rd) return read_foreign(w, rd, data, name, a, plan, form, f, e);
    rd = registry_reader_of(w->registry, data);
    if (rd && read_foreign(w, rd, data, name, a, plan, form, f, e) == 0) return 0;
    if (rd && e->code != SEN2081) return -1;
    *e = (Err){0};
    return read_text(w, data, name, plan, f, e);
}

int work_run_import(Serve *s, Str bytes, void *state, Err *e)
{
    Work *w = state;
    Arena *a = arena_new();
    Findings f;
    Buf b = {0}, form = {0};
    Plan *plan = NULL;
    int rc = -1;
    findings_init(&f, a);
    Unpack u = unpack_from(bytes.p, bytes.n);
    const char *name = unpack_text(&u, a);
    Str data = unpack_str(&u);
    if (u.bad || !name) {
        err_set(e, SEN9999, "import");
        goto out;
    }
    if (read_file(w, data, name, a, &plan, &form, &f, e)) goto out;
    work_tell_launchers(w, &f);
    if (form.n) serve_send(s, FRAME_FORM, form.p, form.n);
    else plan_pack(plan, &b);
    for (size_t at = 0; at < b.n; at += PLAN_PIECE)        /* the parent puts the pieces together */
        serve_send(s, FRAME_PLAN, b.p + at, b.n - at < PLAN_PIECE ? b.n - at : PLAN_PIECE);
    work_send_findings(s, &f);
    rc = 0;
out:
    plan_free(plan);
    buf_free(&b);
    buf_free(&form);
    findings_free(&f);
    arena_free(a);
    return rc;
}

/* u32 count, then for each part: u8 kind (IntakePart), u32 line, table, row, column, text text, text mark. */
static void pack_parts(const ReadResult *got, Buf *b)
{
    pack_u32(b, (uint32_t)got->n);
    for (size_t i = 0; i < got->n; i++) {
        const ReadPart *p = &got->v[i];
        pack_u8(b, p->kind == READ_CELL ? INTAKE_CELL : p->kind == READ_MARK ? INTAKE_MARK : INTAKE_LINE);
        pack_u32(b, (uint32_t)p->line);
        pack_u32(b, (uint32_t)p->table);
        pack_u32(b, (uint32_t)p->row);
        pack_u32(b, (uint32_t)p->column);
        pack_text(b, p->text);
        pack_text(b, p->mark);
    }
}

/* What the reader finds in a file that Sen made, unread: the parent compares it with what went out. */
int work_run_parts(Serve *s, Str bytes, void *state, Err *e)
{
    Work *w = state;
    Arena *a = arena_new();
    Findings f;
    Buf b = {0};
    ReadResult got = {.arena = a};
    findings_init(&f, a);
    Unpack u = unpack_from(bytes.p, bytes.n);
    const char *name = unpack_text(&u, a);
    Str data = unpack_str(&u);
    const Reader *rd = u.bad || !name ? NULL : registry_reader_of(w->registry, data);
    int ours = 0, rc = u.bad || !name ? err_set(e, SEN9999, "parts") : 0;
    if (rc == 0 && rd) rc = registry_read(w->registry, rd, data, name, &got, &f, e);
    for (size_t i = 0; i < got.n && !ours && got.v[i].kind == READ_MARK; i++) ours = !strcmp(got.v[i].mark, "sen-document");
    if (rc == 0 && ours) pack_parts(&got, &b);
    for (size_t at = 0; at < b.n; at += PLAN_PIECE)
        serve_send(s, FRAME_TEXT, b.p + at, b.n - at < PLAN_PIECE ? b.n - at : PLAN_PIECE);
    read_result_free(&got);
    buf_free(&b);
    findings_free(&f);
    arena_free(a);
    return rc;
}
