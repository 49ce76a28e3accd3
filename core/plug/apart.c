/* apart.c - both ends of a plugin in a process of its own: what is asked, what comes back; knows no wall and no dlopen. */
#include "core/plug/apart.h"
#include "core/base/text.h"
#include "core/doc/parcel.h"
#include "core/plug/talk.h"
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { WITH_DOC = 1, WITH_MODEL = 2, PARTS_MOST = 2000000 };

struct Apart {
    Registry *r;
    const char *plugin;
    int fd;
    int broken;                        /* the two sides no longer understand each other */
    Buf in;
};

/* --- where the plugin is --- */

typedef struct Here {
    Registry *r;
    const char *plugin;
    Buf job, out;
    Findings findings;
    TalkFar far;
} Here;

static void pack_options(Buf *b, const OutputOption *v, size_t n)
{
    pack_u32(b, (uint32_t)n);
    for (size_t i = 0; i < n; i++) {
        pack_str(b, v[i].key);
        pack_str(b, v[i].value);
    }
}

static OutputOption *unpack_options(Unpack *u, Arena *a, size_t *n)
{
    *n = unpack_count(u, 8);
    OutputOption *v = arena_alloc(a, mem_mul(*n + 1, sizeof *v));
    for (size_t i = 0; i < *n; i++) {
        v[i].key = unpack_str(u);
        v[i].value = unpack_str(u);
    }
    return v;
}

static int here_asset(void *ctx, Str name, Str *bytes)
{
    Here *h = ctx;
    if (talk_send(h->far.fd, TALK_ASSET, name) || talk_receive(h->far.fd, &h->far.in) != TALK_ANSWER) _exit(0);
    if (!h->far.in.n || h->far.in.p[0] != 1) return -1;
    *bytes = (Str){arena_text(h->far.arena, h->far.in.p + 1, h->far.in.n - 1), h->far.in.n - 1};
    return 0;
}

static int here_render(Here *h, Unpack *u, Buf *result, Err *e)
{
    const char *id = unpack_text(u, h->far.arena);
    OutputJob job = {.asset = here_asset, .asset_ctx = h};
    Value model;
    job.file = unpack_text(u, h->far.arena);
    job.options = unpack_options(u, h->far.arena, &job.n_options);
    unsigned with = unpack_u8(u);
    if (with == WITH_DOC) job.doc = parcel_unpack_doc(u, h->far.arena);
    if (with == WITH_MODEL) {
        model = talk_unpack_value(u, &h->far);
        job.model = &model;
    }
    const Output *o = id ? registry_output(h->r, id) : NULL;
    if (u->bad || !o || strcmp(o->plugin, h->plugin)) return err_set(e, SEN9999, "apart: render");
    return registry_render(h->r, o, &job, result, &h->findings, e);
}

static const Reader *reader_called(Here *h, const char *id)
{
    for (size_t i = 0; id && i < registry_count_readers(h->r); i++) {
        const Reader *rd = registry_reader_at(h->r, i);
        if (!strcmp(rd->id, id) && !strcmp(rd->plugin, h->plugin)) return rd;
    }
    return NULL;
}

static int here_read(Here *h, Unpack *u, Buf *result, Err *e)
{
    const Reader *rd = reader_called(h, unpack_text(u, h->far.arena));
    size_t n;
    OutputOption *options = unpack_options(u, h->far.arena, &n);
    Str bytes = unpack_str(u);
    ReadResult parts = {.arena = h->far.arena};
    if (u->bad || !rd) return err_set(e, SEN9999, "apart: read");
    int rc = rd->read(rd->self, rd, bytes, options, n, &parts, &h->findings, e);
    pack_u32(result, (uint32_t)parts.n);
    for (size_t i = 0; i < parts.n; i++) {
        const ReadPart *p = &parts.v[i];
        const int at[] = {p->line, p->page, p->table, p->row, p->column, p->rows, p->columns};
        pack_u8(result, p->kind);
        for (size_t k = 0; k < 7; k++) pack_u32(result, (uint32_t)at[k]);
        pack_text(result, p->text);
        pack_text(result, p->mark);
    }
    read_result_free(&parts);
    return rc;
}

static void here_knows(Here *h, Unpack *u, Buf *result)
{
    const Reader *rd = reader_called(h, unpack_text(u, h->far.arena));
    Str bytes = unpack_str(u);
    pack_u8(result, !u->bad && rd && rd->knows && rd->knows(rd->self, rd, bytes));
}

static void here_answer(Here *h, int kind)
{
    Err e = {0};
    Buf result = {0}, out = {0};
    Unpack u = unpack_from(h->job.p, h->job.n);
    int rc = 0;
    arena_reset(h->far.arena);
    h->far.types = NULL;
    findings_init(&h->findings, h->far.arena);
    if (kind == TALK_RENDER) rc = here_render(h, &u, &result, &e);
    else if (kind == TALK_READ) rc = here_read(h, &u, &result, &e);
    else here_knows(h, &u, &result);
    pack_u8(&out, rc == 0);
    pack_err(&out, &e);
    pack_findings(&out, &h->findings);
    pack_str(&out, buf_view(&result));
    if (talk_send(h->far.fd, TALK_DONE, buf_view(&out))) _exit(0);
    findings_free(&h->findings);
    buf_free(&result);
    buf_free(&out);
}

void apart_serve(int fd, Registry *r, const char *plugin, const Err *why)
{
    Here h = {.r = r, .plugin = plugin, .far = {.fd = fd, .arena = arena_new()}};
    Buf hello = {0};
    Err none = {0};
    pack_err(&hello, why ? why : &none);
    if (talk_send(fd, TALK_STARTED, buf_view(&hello)) || why) _exit(0);
    for (;;) {
        int kind = talk_receive(fd, &h.job);
        if (kind != TALK_RENDER && kind != TALK_READ && kind != TALK_KNOWS) _exit(0);
        here_answer(&h, kind);
    }
}

void apart_say_died(char bytes[APART_DIED_BYTES], int status)
{
    uint32_t n = 4, value = (uint32_t)(WIFSIGNALED(status) ? WTERMSIG(status) : 0);
    bytes[0] = TALK_DIED;
    memcpy(bytes + 1, &n, 4);
    memcpy(bytes + 5, &value, 4);
}

/* --- where it is asked --- */

static void apart_end(void *self)
{
    Apart *a = self;
    close(a->fd);
    buf_free(&a->in);
}

static int died(Apart *a, Err *e)
{
    uint32_t signal = 0;
    if (a->in.n == 4) memcpy(&signal, a->in.p, 4);
    return err_set(e, SEN6060, "%s" ARG "%u", a->plugin, signal);
}

static int broken(Apart *a, Err *e)
{
    a->broken = 1;
    return err_set(e, SEN6060, "%s" ARG "-", a->plugin);
}

Apart *apart_open(Registry *r, const char *plugin, int fd, Err *e)
{
    Apart *a = arena_alloc(registry_arena(r), sizeof *a);
    *a = (Apart){.r = r, .plugin = plugin, .fd = fd};
    registry_at_end(r, apart_end, a);
    int kind = talk_receive(fd, &a->in);
    Unpack u = unpack_from(a->in.p, a->in.n);
    Err why = {0};
    if (kind == TALK_STARTED) unpack_err(&u, &why);
    if (kind == TALK_DIED) died(a, e);
    else if (kind != TALK_STARTED || u.bad) broken(a, e);
    else if (why.code) *e = why;
    else return a;
    return NULL;
}

static int answer_asset(Apart *a, const OutputJob *job)
{
    Buf out = {0};
    Str bytes = {"", 0};
    int found = job && job->asset && job->asset(job->asset_ctx, buf_view(&a->in), &bytes) == 0;
    pack_u8(&out, (unsigned)found);
    if (found) buf_str(&out, bytes);
    int rc = talk_send(a->fd, TALK_ANSWER, buf_view(&out));
    buf_free(&out);
    return rc;
}

static int answer_field(Apart *a, TalkObjects *o)
{
    Buf out = {0};
    Value got = value_none();
    Unpack u = unpack_from(a->in.p, a->in.n);
    uint32_t number = unpack_u32(&u);
    Str name = unpack_str(&u);
    const Value *v = !u.bad && number < o->n ? &o->v[number] : NULL;
    int known = v && v->x.type && v->x.type->get && v->x.type->get(v->u.self, name, &got);
    pack_u8(&out, (unsigned)known);
    talk_pack_value(&out, &got, o);
    int rc = talk_send(a->fd, TALK_ANSWER, buf_view(&out));
    buf_free(&out);
    return rc;
}

/* Sends what is asked and serves what is asked back until it is done; then a->in holds the answer, *u stands at its result. */
static int ask(Apart *a, unsigned kind, const Buf *what, const OutputJob *job, TalkObjects *o, Findings *f, Unpack *u, Err *e)
{
    if (a->broken || talk_send(a->fd, kind, buf_view(what))) return broken(a, e);
    for (;;) {
        int got = talk_receive(a->fd, &a->in);
        if (got == TALK_STARTED) continue;             /* of the process after one that died */
        if (got == TALK_DIED) return died(a, e);
        if (got == TALK_ASSET && answer_asset(a, job) == 0) continue;
        if (got == TALK_FIELD && answer_field(a, o) == 0) continue;
        if (got != TALK_DONE) return broken(a, e);
        break;
    }
    Err why = {0};
    Findings dropped = {0};
    *u = unpack_from(a->in.p, a->in.n);
    int good = unpack_u8(u) == 1;
    unpack_err(u, &why);
    if (f) {
        unpack_findings(u, f);
    } else {
        findings_init(&dropped, arena_new());
        unpack_findings(u, &dropped);
        Arena *arena = dropped.arena;
        findings_free(&dropped);
        arena_free(arena);
    }
    if (u->bad) return broken(a, e);
    if (good) return 0;
    if (why.code) *e = why;
    return -1;
}

int apart_render(void *self, const Output *o, const OutputJob *job, Buf *out, Findings *f, Err *e)
{
    Apart *a = self;
    Buf what = {0};
    TalkObjects objects = {0};
    Unpack u;
    pack_text(&what, o->id);
    pack_text(&what, job->file);
    pack_options(&what, job->options, job->n_options);
    pack_u8(&what, job->doc ? WITH_DOC : WITH_MODEL);
    if (job->doc) parcel_pack_doc(&what, job->doc);
    else talk_pack_value(&what, job->model, &objects);
    registry_away(a->r, 1);
    int rc = ask(a, TALK_RENDER, &what, job, &objects, f, &u, e);
    registry_away(a->r, 0);
    if (rc == 0) {
        Str bytes = unpack_str(&u);
        if (u.bad) rc = broken(a, e);
        else buf_str(out, bytes);
    }
    talk_objects_free(&objects);
    buf_free(&what);
    return rc;
}

int apart_knows(void *self, const Reader *r, Str bytes)
{
    Apart *a = self;
    Buf what = {0};
    TalkObjects none = {0};
    Unpack u;
    Err e = {0};
    pack_text(&what, r->id);
    pack_str(&what, bytes);
    int yes = ask(a, TALK_KNOWS, &what, NULL, &none, NULL, &u, &e) == 0 && unpack_str(&u).n == 1;
    yes = yes && a->in.p[a->in.n - 1] == 1;
    buf_free(&what);
    return yes;
}

/* As host.c hands them out: NFC, no control character but TAB. */
static const char *clean_text(Arena *arena, const char *text)
{
    Buf nfc = {0};
    char *kept = NULL;
    if (text_nfc(text, strlen(text), &nfc) == 0) {
        kept = arena_text(arena, buf_text(&nfc), nfc.n);
        for (char *p = kept; *p; p++)
            if ((unsigned char)*p < 0x20 && *p != '\t') *p = ' ';
    }
    buf_free(&nfc);
    return kept;
}

static int unpack_part(Unpack *u, Arena *arena, ReadPart *p)
{
    unsigned kind = unpack_u8(u);
    int at[7];
    for (size_t k = 0; k < 7; k++) at[k] = (int)unpack_u32(u);
    for (size_t k = 0; k < 7; k++)
        if (at[k] < (k > 4)) u->bad = 1;
    const char *text = unpack_text(u, arena), *mark = unpack_text(u, arena);
    if (u->bad || kind > READ_MARK || !text || (kind == READ_MARK) != (mark != NULL)) return -1;
    if (mark && (strlen(mark) > 32 || mark[strspn(mark, "abcdefghijklmnopqrstuvwxyz-")])) return -1;
    *p = (ReadPart){.line = at[0], .page = at[1], .table = at[2], .row = at[3], .column = at[4], .rows = at[5], .columns = at[6],
                    .text = clean_text(arena, text), .mark = mark};
    p->kind = kind == READ_LINE ? READ_LINE : kind == READ_CELL ? READ_CELL : READ_MARK;
    return p->text ? 0 : -1;
}

static int take_parts(Str bytes, ReadResult *out)
{
    Unpack u = unpack_from(bytes.p, bytes.n);
    uint32_t n = unpack_count(&u, 30);
    if (u.bad || n > PARTS_MOST) return -1;
    out->v = mem_resize(out->v, mem_mul(out->n + n + 1, sizeof *out->v));
    out->cap = out->n + n + 1;
    for (uint32_t i = 0; i < n; i++)
        if (unpack_part(&u, out->arena, &out->v[out->n++]) != 0) return -1;
    return 0;
}

int apart_read(void *self, const Reader *r, Str bytes, const OutputOption *options, size_t n, ReadResult *out, Findings *f,
               Err *e)
{
    Apart *a = self;
    Buf what = {0};
    TalkObjects none = {0};
    Unpack u;
    pack_text(&what, r->id);
    pack_options(&what, options, n);
    pack_str(&what, bytes);
    int rc = ask(a, TALK_READ, &what, NULL, &none, f, &u, e);
    if (rc == 0 && take_parts(unpack_str(&u), out) != 0) rc = broken(a, e);
    buf_free(&what);
    return rc;
}
