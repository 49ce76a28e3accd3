/* verdict.c - decisions carried out in scripts and templates; must not ask. */
#include "core/app/verdict.h"
#include "core/model/address.h"
#include "core/script/cut.h"
#include <stdlib.h>
#include <string.h>

typedef struct Verdict { Session *s; const StoreProposal *p; Edits *x; } Verdict;

static int not_there(const Verdict *v, const char *file, Err *e)
{
    return err_set(e, SEN8235, "%lld" ARG "%s", (long long)v->p->id, file);
}

static const char *note(const Verdict *v)
{
    return arena_print(v->s->c->arena, cli_word(v->s->c, "xem-lai %lld: nhận bản của %s", "review %lld: took the one of %s"),
                       (long long)v->p->id, v->p->source);
}

/* "task:x" -> kind and path. */
static int split_address(const char *address, Kind *k, const char **path)
{
    char name[65];
    const char *colon = strchr(address, ':');
    if (!colon || colon - address >= 65) return -1;
    memcpy(name, address, (size_t)(colon - address));
    name[colon - address] = 0;
    int kind = word_find_kind(name);
    *k = (Kind)kind;
    *path = colon + 1;
    return kind < 0 ? -1 : 0;
}

/* Does the file belong to the unit ("" = to the workspace) of the decision? */
static int is_of(const char *unit, const char *file)
{
    size_t n = strlen(unit);
    if (!*unit) return strncmp(file, "units/", 6) && strncmp(file, "sen:", 4) && strncmp(file, "layers/", 7);
    return !strncmp(file, "units/", 6) && !strncmp(file + 6, unit, n) && file[6 + n] == '/';
}

/* --- a field both set --- */

static int drop_steps(Verdict *v, const Slot *slot, Kind k, size_t at, Err *e)
{
    int done = 0;
    for (const Step *s = slot->step; s; s = s->prev) {             /* newest first: lower lines stay where they are */
        if (s->op == STEP_COMPUTED || !s->file || !is_of(v->p->unit, s->file)) continue;
        Buf *text = edits_open(v->x, s->file, e);
        if (!text || cut_field(text, s->line, k, at, note(v))) return text ? not_there(v, s->file, e) : -1;
        done = 1;
    }
    return done ? 0 : not_there(v, v->p->address, e);
}

static int take_field(Verdict *v, Err *e)
{
    UnitAnswer a = {0};
    Kind k;
    const char *path;
    const StoreProposal *p = v->p;
    size_t before = v->s->c->findings.n;
    if (split_address(p->address, &k, &path)) return not_there(v, p->address, e);
    int at = p->field ? word_find_field(k, p->field, strlen(p->field)) : -1;
    if (session_unit(v->s, *p->unit ? p->unit : NULL, WANT_MODEL, &a, e)) return -1;
    v->s->c->findings.n = before;
    const Entity *en = model_find(a.model, k, path);
    int rc = en && at >= 0 ? drop_steps(v, &en->slots[at], k, (size_t)at, e) : not_there(v, p->address, e);
    model_free(a.model);
    return rc;
}

/* --- statements about something --- */

typedef int (*Each)(Verdict *v, Buf *text, int line, const char *path, Err *e);

/* Every statement of the file about the thing, from the last line up. */
static int each_statement(Verdict *v, Each each, Err *e)
{
    int lines[200];
    Kind k;
    const char *path, *file = v->p->field;
    if (!file || split_address(v->p->address, &k, &path)) return not_there(v, v->p->address, e);
    Buf *text = edits_open(v->x, file, e);
    if (!text) return -1;
    size_t n = cut_find(buf_view(text), k, path, lines, 200);
    if (!n) return not_there(v, file, e);
    while (n--)
        if (each(v, text, lines[n], path, e)) return e->code ? -1 : not_there(v, file, e);
    return 0;
}

static int comment_it(Verdict *v, Buf *text, int line, const char *path, Err *e)
{
    (void)path;
    (void)e;
    return cut_statement(text, line, note(v));
}

static int rename_it(Verdict *v, Buf *text, int line, const char *path, Err *e)
{
    Kind k;
    const char *now;
    (void)e;
    return split_address(v->p->theirs, &k, &now) || cut_rename(text, line, path, now);
}

static int take_refused(Verdict *v, Err *e)
{
    int lines[200];
    Kind k;
    const char *path;
    if (split_address(v->p->address, &k, &path) || !v->p->field) return not_there(v, v->p->address, e);
    int at = word_find_field(k, v->p->field, strlen(v->p->field));
    const char *file = *v->p->unit ? arena_print(v->s->c->arena, "units/%s/scripts", v->p->unit) : "scripts";
    LayerFiles f = {0};
    int done = 0, rc = workspace_gather(v->s->c->arena, workspace_path(v->s->c, &v->s->w, file), file, ".lua", 1 << 20, &f, e);
    for (size_t i = 0; rc == 0 && at >= 0 && i < f.n; i++) {
        size_t n = cut_find(f.v[i].bytes, k, path, lines, 200);
        Buf *text = n ? edits_open(v->x, f.v[i].name, e) : NULL;
        while (text && n--)
            for (int line = lines[n]; line < lines[n] + 40; line++)
                if (cut_field(text, line, k, (size_t)at, note(v)) == 0) {
                    done = 1;
                    break;
                }
    }
    workspace_files_free(&f);
    return rc || e->code ? -1 : done ? 0 : not_there(v, file, e);
}

/* --- templates --- */

/* Where the unit's passage stands now: the occurrence nearest to the line it stood at. */
static const char *find_passage(const Buf *text, const char *mine, int line)
{
    const char *best = NULL;
    int at = 1, best_far = 0;
    size_t n = strlen(mine);
    for (const char *p = buf_text(text); *p; at++) {
        int far = abs(at - line);
        if (!strncmp(p, mine, n) && (!best || far < best_far)) {
            best = p;
            best_far = far;
        }
        p += strcspn(p, "\n");
        if (*p) p++;
        else break;
    }
    return best;
}

static int take_block(Verdict *v, Err *e)
{
    const char *mine = v->p->mine ? v->p->mine : "", *theirs = v->p->theirs ? v->p->theirs : "";
    int line = v->p->field ? atoi(v->p->field) : 1;
    Buf *text = edits_open(v->x, v->p->address, e);
    if (!text) return -1;
    const char *at = buf_text(text);
    if (*mine) {
        at = find_passage(text, mine, line);
    } else {
        for (int i = 1; i < line && *at; i++) {
            at += strcspn(at, "\n");
            if (*at) at++;
        }
    }
    if (!at) return not_there(v, v->p->address, e);
    Buf b = {0};
    size_t head = (size_t)(at - buf_text(text)), tail = head + strlen(mine);
    buf_add(&b, buf_text(text), head);
    buf_puts(&b, theirs);
    buf_add(&b, buf_text(text) + tail, text->n - tail);
    buf_free(text);
    *text = b;
    return 0;
}

static int take_file(Verdict *v, Err *e)
{
    Buf *text = edits_open(v->x, v->p->address, e);
    if (!text) return -1;
    buf_clear(text);
    buf_puts(text, v->p->theirs);
    return 0;
}

/* --- */

static int take_lost(Verdict *v, Err *e) { return each_statement(v, v->p->theirs ? rename_it : comment_it, e); }
static int drop_statements(Verdict *v, Err *e) { return each_statement(v, comment_it, e); }

int verdict_apply(Session *s, const StoreProposal *p, int accept, Edits *x, Err *e)
{
    static const struct { const char *kind; int (*accept)(Verdict *v, Err *e), (*reject)(Verdict *v, Err *e); } what[] = {
        {"field", take_field, NULL}, {"refused", take_refused, NULL}, {"lost", take_lost, drop_statements},
        {"removed", drop_statements, NULL}, {"twin", drop_statements, NULL}, {"block", take_block, NULL}, {"file", take_file,
            NULL}};
    Verdict v = {s, p, x};
    for (size_t i = 0; i < sizeof what / sizeof *what; i++) {
        if (strcmp(what[i].kind, p->kind)) continue;
        if (accept) return what[i].accept(&v, e);
        return what[i].reject ? what[i].reject(&v, e) : 0;
    }
    return err_set(e, SEN8233, "%lld", (long long)p->id);
}
