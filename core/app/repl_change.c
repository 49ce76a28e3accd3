/* repl_change.c - statements that wait: tried as if they stood in the unit's ward.lua, shown as a difference, written at last. */
#include "core/app/append.h"
#include "core/app/repl.h"
#include "core/app/replaced.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/vi/letter.h"
#include <stdlib.h>
#include <string.h>

enum { SCRIPT_MOST = 1 << 20 };

static const char *ward(const Repl *r) { return arena_print(r->c->arena, "units/%s/scripts/ward.lua", r->unit); }

/* Asks the worker for the unit, with the bytes of ward.lua that `preview` holds, or as they are. */
static int ask(Repl *r, const Buf *preview, Model **m, Err *e)
{
    UnitAnswer a = {0};
    Session *s = &r->s;
    size_t before = findings_count(&r->c->findings, SEV_ERROR);
    if (session_revive(s, e)) return -1;
    s->preview_name = preview ? ward(r) : NULL;
    s->preview = preview ? buf_view(preview) : (Str){"", 0};
    int rc = session_unit(s, r->unit, WANT_MODEL, &a, e);
    s->preview_name = NULL;
    if (rc == 0 && preview && findings_count(&r->c->findings, SEV_ERROR) > before) rc = 1;
    if (rc) model_free(a.model);
    else *m = a.model;
    return rc;
}

int repl_open(Repl *r, Err *e)
{
    if (!r->unit) return 0;
    int rc = ask(r, NULL, &r->saved, e);
    r->c->findings.n = 0;
    return rc;
}

void repl_close(Repl *r)
{
    for (size_t i = 0; i < r->n; i++) free(r->waiting[i]);
    model_free(r->saved);
    model_free(r->now);
    buf_free(&r->kept);
    session_close(&r->s);
}

/* --- statements --- */

static size_t first_word(const char *line, char word[64])
{
    size_t n = strspn(line, " \t"), k = strspn(line + n, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");
    if (!k || k >= 64) return 0;
    memcpy(word, line + n, k);
    word[k] = 0;
    return n + k;
}

int repl_is_statement(const char *line)
{
    char word[64];
    size_t n = first_word(line, word);
    n += strspn(line + n, " ");
    if (!n || !(line[n] == '"' || line[n] == '\'' || line[n] == '.' || line[n] == '(' || line[n] == '{')) return 0;
    int verb = word_find_verb(word), kind = word_find_kind(word);
    if (verb > 0 && (!strcmp(word, word_verb((Verb)verb)->name) || !strcmp(word, word_verb((Verb)verb)->alias))) return 1;
    if (kind < 0 || line[n] == '.') return 0;
    return !strcmp(word, word_kind((Kind)kind)->name) || !strcmp(word, word_kind((Kind)kind)->alias);
}

/* Does it need a reason that it does not give? */
static int lacks_reason(const char *s)
{
    char word[64];
    if (!first_word(s, word)) return 0;
    int verb = word_find_verb(word);
    if (verb != VERB_EDIT && verb != VERB_REMOVE && verb != VERB_WAIVE) return 0;
    for (const char *p = s; (p = strpbrk(p, "wl")); p++)
        if (!strncmp(p, "why", 3) || !strncmp(p, "ly_do", 5)) return 0;
    return strrchr(s, '}') != NULL;
}

int repl_lacks_reason(const Repl *r)
{
    for (size_t i = 0; i < r->n; i++)
        if (lacks_reason(r->waiting[i])) return 1;
    return 0;
}

/* The statement with its reason put before the last brace. */
static void with_reason(const Repl *r, const char *s, const char *why, Buf *out)
{
    const char *end = strrchr(s, '}'), *last = end;
    if (!lacks_reason(s)) {
        buf_puts(out, s);
        return;
    }
    while (last > s && (last[-1] == ' ' || last[-1] == '\t')) last--;
    buf_add(out, s, (size_t)(last - s));
    buf_printf(out, "%s %s = \"", last > s && (last[-1] == '{' || last[-1] == ',') ? "" : ",",
               r->c->lang == LANG_EN ? "why" : "ly_do");
    for (const char *p = why; *p; p++) {
        if (*p == '"' || *p == '\\') buf_putc(out, '\\');
        if ((unsigned char)*p >= 0x20) buf_putc(out, *p);
    }
    buf_printf(out, "\" %s", end);
}

/* ward.lua as it would be. */
static int preview(Repl *r, Buf *out, Err *e)
{
    const char *path = workspace_path(r->c, &r->s.w, ward(r));
    if (file_exists(path) && file_read(path, ward(r), SCRIPT_MOST, out, e)) return -1;
    for (size_t i = 0; i < r->n; i++) {
        Buf one = {0}, added = {0};
        with_reason(r, r->waiting[i], "…", &one);
        if (out->n && out->p[out->n - 1] != '\n') buf_putc(&added, '\n');
        replaced_take(out, buf_view(&one), &added);
        buf_str(out, buf_view(&added));
        if (out->n && out->p[out->n - 1] != '\n') buf_putc(out, '\n');
        buf_free(&one);
        buf_free(&added);
    }
    return 0;
}

/* Tries what waits; 1 = it does not hold. */
static int try(Repl *r, Err *e)
{
    Buf text = {0};
    Model *m = NULL;
    int rc = preview(r, &text, e);
    if (rc == 0) rc = ask(r, r->n ? &text : NULL, &m, e);
    buf_free(&text);
    if (rc) return rc;
    model_free(r->now);
    r->now = m;
    return 0;
}

int repl_wake(Repl *r, Err *e)
{
    if (wall_alive(r->s.wall)) return 0;
    int rc = session_revive(&r->s, e);
    return rc == 0 && r->n ? try(r, e) : rc;
}

int repl_add(Repl *r, const char *statement, Err *e)
{
    Err again = {0};
    Findings unsaid;
    if (!r->unit) return err_set(e, SEN8301, "%s", "");
    if (r->n == REPL_WAITING) return err_set(e, SEN8302, "%d", REPL_WAITING);
    r->waiting[r->n++] = mem_copy_text(statement);
    int rc = try(r, e);
    if (rc == 0) {
        r->c->findings.n = 0;
        return 0;
    }
    free(r->waiting[--r->n]);
    unsaid = r->c->findings;               /* the worker goes back to what held; what was said stays */
    findings_init(&r->c->findings, r->c->arena);
    try(r, &again);
    findings_free(&r->c->findings);
    r->c->findings = unsaid;
    return rc < 0 ? -1 : 1;
}

int repl_undo(Repl *r, Err *e)
{
    if (!r->n) return err_set(e, SEN8303, "%s", "");
    free(r->waiting[--r->n]);
    int rc = try(r, e);
    r->c->findings.n = 0;
    return rc;
}

int repl_commit(Repl *r, const char *why, Err *e)
{
    Session w = {0};
    size_t done = 0;
    if (!r->n) return err_set(e, SEN8303, "%s", "");
    if (!*why && repl_lacks_reason(r)) return err_set(e, SEN8304, "%s", "");
    int rc = session_open(&w, r->c, SESSION_WRITE, e);
    r->c->findings.n = 0;
    for (; rc == 0 && done < r->n; done++) {
        Buf one = {0};
        with_reason(r, r->waiting[done], why, &one);
        rc = append_statement(&w, r->unit, arena_print(r->c->arena, "repl %.60s", r->waiting[done]), &one, e);
        buf_free(&one);
        if (rc) break;
    }
    session_close(&w);
    for (size_t i = 0; i < done; i++) free(r->waiting[i]);
    memmove(r->waiting, r->waiting + done, (r->n - done) * sizeof *r->waiting);
    r->n -= done;
    Model *m = NULL;
    Err again = {0};
    if (done && ask(r, NULL, &m, &again) == 0) {
        model_free(r->saved);
        r->saved = m;
        model_free(r->now);
        r->now = NULL;
    }
    return rc;
}

/* --- what would change --- */

static void show(const Value *v, Buf *out)
{
    size_t at = out->n;
    value_show(*v, out);
    if (out->n == at) buf_puts(out, "–");
}

static void diff_entity(Repl *r, const Entity *old, const Entity *now, size_t *n)
{
    Buf *out = &r->c->out;
    for (size_t i = 0; i < word_field_count(now->kind); i++) {
        const Value *a = &old->slots[i].value, *b = &now->slots[i].value;
        const Field *f = word_field(now->kind, i);
        if (f->type == FIELD_FUNCTION || value_equal(*a, *b)) continue;
        buf_printf(out, "  %s.%s: ", now->address, r->c->lang == LANG_EN ? f->name : f->alias);
        show(a, out);
        buf_puts(out, " → ");
        show(b, out);
        buf_putc(out, '\n');
        ++*n;
    }
}

void repl_diff(Repl *r)
{
    Cli *c = r->c;
    size_t n = 0;
    for (size_t i = 0; i < r->n; i++) buf_printf(&c->out, "%zu  %s\n", i + 1, r->waiting[i]);
    for (int k = 0; r->now && r->saved && k < KINDS; k++)
        for (size_t i = 0; i < model_count(r->now, (Kind)k); i++) {
            const Entity *now = model_at(r->now, (Kind)k, i), *old = model_find(r->saved, (Kind)k, now->path);
            int was = old && !entity_gone(old), is = !entity_gone(now);
            if (was && is) diff_entity(r, old, now, &n);
            if (was == is) continue;
            buf_printf(&c->out, "  %c %s  %s\n", is ? '+' : '-', now->address, entity_title(now));
            n++;
        }
    if (!r->n) cli_say(c, "Chưa có thay đổi nào.", "Nothing is changed.");
    else cli_say(c, "%zu chỗ sẽ đổi. Ghi lại: :commit LÝ DO. Bỏ câu cuối: :undo",
                 "%zu changes. To write them: :commit REASON. To drop the last: :undo", n);
}
