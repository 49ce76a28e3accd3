/* runs.c - the paragraph that is being read: gathers text and marks until it ends. */
#include "plugins/common/official/inside.h"
#include <stdlib.h>

static OffRun *run_new(Walk *w)
{
    static const OffRun none = {OFF_RUN_TEXT, .text = SEN_TEXT("")};
    OffRun *bigger = memory_grow(w->memory, w->runs, w->n_runs, &w->cap_runs, sizeof *w->runs);
    if (!bigger) return NULL;
    w->runs = bigger;
    w->runs[w->n_runs] = none;
    w->runs[w->n_runs].url = w->runs[w->n_runs].bytes = SEN_STR("");
    return &w->runs[w->n_runs++];
}

void runs_flush(Walk *w)
{
    if (!w->n_text) return;
    SenText all = memory_text(w->memory, w->text, w->n_text), part;
    const OffStyle *s = &w->out->style[w->para.role];
    size_t at = 0;
    int whole;
    w->n_text = 0;
    while (letters_next_part(all, &at, &part, &whole)) {
        OffRun *r = run_new(w);
        if (!r) return;
        r->text = part;
        r->whole = whole;
        r->bold = s->bold || w->bold > 0;
        r->italic = s->italic || w->italic > 0;
        r->strike = w->strike > 0;
        r->mono = w->code > 0;
        r->url = w->url;
    }
}

void runs_add_text(Walk *w, SenText t)
{
    if (!t.n) return;
    if (w->n_text + t.n > w->cap_text) {
        size_t cap = (w->n_text + t.n) * 2 + 256;
        char *bigger = memory_take(w->memory, cap);
        if (!bigger) return;
        if (w->n_text) memcpy(bigger, w->text, w->n_text);
        w->text = bigger;
        w->cap_text = cap;
    }
    memcpy(w->text + w->n_text, t.p, t.n);
    w->n_text += t.n;
}

void runs_add_run(Walk *w, OffRun run)
{
    runs_flush(w);
    OffRun *r = run_new(w);
    if (!r) return;
    const OffStyle *s = &w->out->style[w->para.role];
    *r = run;
    r->bold = s->bold || w->bold > 0;
    r->italic = s->italic || w->italic > 0;
}

void runs_open(Walk *w, OffRole role, const SenEvent *e)
{
    const OffStyle *s = &w->out->style[role];
    w->para = (OffPara){.role = role, .align = s->align, .keep_next = s->keep_next, .outline = s->outline, .label = SEN_TEXT(""),
                        .id = SEN_TEXT(""), .origin = SEN_TEXT(""), .line = e ? e->line : 0};
    if (e) {
        w->para.id = e->kind == SEN_DOC_HEADING ? e->info : SEN_STR("");
        for (size_t d = e->depth < 127 ? e->depth : 127;; d--) {
            if (w->origin[d].n) w->para.origin = w->origin[d];
            if (w->origin[d].n || d == 0) break;
        }
    }
    w->open = 1;
    w->n_runs = w->n_text = 0;
}

static void trim_ends(Walk *w)
{
    while (w->n_text && (w->text[w->n_text - 1] == ' ' || w->text[w->n_text - 1] == '\t')) w->n_text--;
    runs_flush(w);
    while (w->n_runs && w->runs[w->n_runs - 1].kind == OFF_RUN_BREAK) w->n_runs--;
}

int runs_close(Walk *w, OffPara *out)
{
    trim_ends(w);
    w->open = 0;
    *out = w->para;
    out->n_runs = w->n_runs;
    out->runs = NULL;
    if (w->n_runs) {
        OffRun *copy = memory_take(w->memory, w->n_runs * sizeof *copy);
        if (copy) memcpy(copy, w->runs, w->n_runs * sizeof *copy);
        else out->n_runs = 0;
        out->runs = copy;
    }
    w->n_runs = 0;
    return out->n_runs > 0;
}

/* A text that holds "\n" gets line breaks there. */
OffPara runs_make(Walk *w, OffRole role, SenText text)
{
    OffPara p;
    runs_open(w, role, NULL);
    for (size_t i = 0, from = 0; i <= text.n; i++) {
        if (i < text.n && text.p[i] != '\n') continue;
        runs_add_text(w, (SenText){text.p + from, i - from});
        if (i < text.n) runs_add_run(w, (OffRun){.kind = OFF_RUN_BREAK, .text = SEN_TEXT(""), .url = SEN_TEXT("")});
        from = i + 1;
    }
    if (!runs_close(w, &p)) p.runs = NULL;
    return p;
}

SenText runs_plain(Walk *w, const OffPara *p)
{
    size_t n = 0, at = 0;
    for (size_t i = 0; i < p->n_runs; i++) n += p->runs[i].kind == OFF_RUN_TEXT ? p->runs[i].text.n : 1;
    char *out = memory_take(w->memory, n + 1);
    if (!out) return SEN_STR("");
    for (size_t i = 0; i < p->n_runs; i++) {
        const OffRun *r = &p->runs[i];
        if (r->kind == OFF_RUN_TEXT && r->text.n) memcpy(out + at, r->text.p, r->text.n), at += r->text.n;
        else if (r->kind == OFF_RUN_BREAK) out[at++] = ' ';
    }
    return letters_trim((SenText){out, at});
}

static int is_stop(char c) { return c == '.' || c == ';' || c == ',' || c == '/' || c == ' '; }

void runs_end_with(Walk *w, OffPara *p, const char *end)
{
    size_t last = p->n_runs;
    while (last && p->runs[last - 1].kind == OFF_RUN_NOTE) last--;      /* a footnote mark stands behind the stop */
    if (!last || p->runs[last - 1].kind != OFF_RUN_TEXT) return;
    OffRun *runs = memory_take(w->memory, p->n_runs * sizeof *runs);
    if (!runs) return;
    memcpy(runs, p->runs, p->n_runs * sizeof *runs);
    OffRun *r = &runs[last - 1];
    SenText t = r->text;
    while (t.n && is_stop(t.p[t.n - 1]) && !letters_end(t, "...")) t.n--;
    r->text = letters_join(w->memory, t, end, SEN_STR(""));
    p->runs = runs;
}
