/* back_import.c - `sen import` of a Word file that Sen made: what was changed in it waits in `sen review`. */
#include "core/app/back.h"
#include "core/app/taking_words.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/intake/intake.h"
#include <stdlib.h>
#include <string.h>

static int could_be(Str bytes)
{
    return bytes.n > 4 && !memcmp(bytes.p, "PK\3\4", 4) && memmem(bytes.p, bytes.n, "customXml/item", 14);
}

/* One that waits already is brought up to date, so that importing twice asks once. */
static int put_all(BackPlan *p, Err *e)
{
    Session *s = p->s;
    StoreProposal *old;
    size_t n;
    if (session_begin(s, arena_print(s->c->arena, "import %s", p->from), e)) return -1;
    int rc = store_proposals(s->store, s->c->arena, &old, &n, e);
    for (size_t i = 0; rc == 0 && i < p->n; i++) {
        StoreProposal *x = &p->v[i];
        for (size_t k = 0; k < n; k++) {
            const StoreProposal *o = &old[k];
            int same = o->state == PROPOSAL_OPEN && !strcmp(o->unit, x->unit) && !strcmp(o->kind, x->kind) &&
                       !strcmp(o->source, x->source) && !strcmp(o->address, x->address) &&
                       !strcmp(o->theirs ? o->theirs : "", x->theirs ? x->theirs : "") &&
                       !strcmp(o->base ? o->base : "", x->base ? x->base : "");
            if (same) x->id = o->id;
        }
        rc = store_put_proposal(s->store, x, e);
    }
    if (rc == 0) rc = store_commit(s->store, e);
    if (rc) store_rollback(s->store);
    return rc;
}

static void say(BackPlan *p, const char *path, int dry)
{
    Cli *c = p->s->c;
    size_t fixed = 0, notes = 0;
    for (size_t i = 0; i < p->n; i++) {
        fixed += !strcmp(p->v[i].kind, "word-fixed");
        notes += !strcmp(p->v[i].kind, "word-note");
    }
    cli_say(c, "%s là «%s» của %s: %zu chỗ sửa chờ quyết, %zu chỗ không sửa được ở đây, %zu lời bình.",
            "%s is \"%s\" of %s: %zu changes wait, %zu cannot be made here, %zu comments.", path, p->d->material, p->d->unit,
            p->n - fixed - notes, fixed, notes);
    for (size_t i = 0; i < p->n && !c->json && !c->quiet; i++) {
        const StoreProposal *x = &p->v[i];
        buf_printf(&c->out, "  %lld  %s: ", (long long)x->id, taking_words_kind(x->kind, c->lang));
        taking_words_three(x->base, x->theirs, x->mine, c->lang, &c->out);
        buf_putc(&c->out, '\n');
    }
    if (dry) cli_say(c, "(chỉ đọc thử, chưa ghi gì)", "(dry run, nothing was written)");
    else if (p->n) cli_say(c, "Xem và quyết: sen xem-lai · nhận tất cả: sen xem-lai tat-ca nhan",
                           "See and decide: sen review · take all: sen review all accept");
    else cli_say(c, "Không có gì khác với bản đã xuất.", "Nothing differs from what was built.");
    cli_say(c, "Chỉ so chữ và ô đánh dấu; định dạng sửa trong Word (đậm, nghiêng, cỡ chữ, căn lề) "
               "không nhận lại: đậm, nghiêng ghi **chữ**, *chữ* trong mẫu.",
            "Words and boxes are compared; formatting changed in Word (bold, italic, size, margins) "
            "is not taken over: write **bold** and *italic* in the template.");
}

static int compare(Cli *c, const char *path, Str bytes, BackDoc *d, Err *e)
{
    Session s = {0};
    Source source;
    BackEdits edits;
    Buf packed = {0};
    Model *m = NULL;
    int dry = cli_has(c, OPT_DRY_RUN), rc = session_open(&s, c, dry ? SESSION_READ : SESSION_WRITE, e);
    size_t before = c->findings.n;
    if (rc == 0) rc = session_source(&s, d->unit, d->material, &packed, &m, e);
    c->findings.n = before;
    if (rc == 0 && (!packed.n || !m)) rc = err_set(e, SEN8080, "%s" ARG "%s", path, d->material);
    if (rc == 0 && back_source(buf_view(&packed), c->arena, &source)) rc = err_set(e, SEN7006, "%s", path);
    if (rc == 0) {
        back_number_notes(d, c->arena);
        back_match(d, c->arena, &edits);
        BackPlan p = {.s = &s, .d = d, .edits = &edits, .source = &source, .model = m,
                      .from = arena_print(c->arena, "%s: %s", d->material, path_base(path))};
        store_sha256(bytes.p, bytes.n, p.sha256);
        p.block_of = back_link(d, &source, c->arena);
        back_plan(&p);
        if (!dry && p.n) rc = put_all(&p, e);
        if (rc == 0) say(&p, path, dry);
        free(p.v);
    }
    model_free(m);
    buf_free(&packed);
    session_close(&s);
    return rc;
}

/* Is it of a unit and a material of this workspace? What comes from elsewhere is a plan like any other. */
static int is_here(Cli *c, const BackDoc *d)
{
    Workspace w = {0};
    Err none = {0};
    int here = 0;
    if (workspace_find(c, &w, &none)) return 0;
    for (size_t i = 0; i < w.n_units; i++) here |= !strcmp(w.unit[i], d->unit);
    workspace_free(&w);
    return here;
}

int back_import(Cli *c, const char *path, Err *e)
{
    Buf b = {0}, parts = {0};
    Err none = {0};
    BackDoc d;
    Session s = {.c = c};
    int rc = 0;
    if (file_read(path, path, INTAKE_BYTES_MOST, &b, &none) || !could_be(buf_view(&b))) goto out;
    /* what is wrong with the file, the importer says */
    if (session_parts(&s, path, buf_view(&b), &parts, &none) || back_read(buf_view(&parts), c->arena, &d) <= 0) goto out;
    if (is_here(c, &d)) rc = compare(c, path, buf_view(&b), &d, e) ? -1 : 1;
out:
    buf_free(&b);
    buf_free(&parts);
    return rc;
}
