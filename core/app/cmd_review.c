/* cmd_review.c - `sen review`: what waits for a decision, one a line; a single one with its three texts; accept or keep. */
#include "core/app/back.h"
#include "core/app/commands.h"
#include "core/app/json.h"
#include "core/app/taking_words.h"
#include "core/app/verdict.h"
#include "core/base/text.h"
#include <stdlib.h>
#include <string.h>

static const char *state_name(ProposalState s)
{
    return s == PROPOSAL_OPEN ? "open" : s == PROPOSAL_ACCEPTED ? "accepted" : "rejected";
}

static json_t *proposal_json(const StoreProposal *p)
{
    return json_pack("{s:I,s:s,s:s,s:s,s:s,s:o,s:o,s:o,s:o,s:o,s:s,s:o,s:o,s:s}", "id", (json_int_t)p->id, "unit", p->unit,
        "source",
                     p->source, "kind", p->kind, "address", p->address, "field", json_text(p->field), "base", json_text(p->base),
                     "theirs", json_text(p->theirs), "mine", json_text(p->mine), "note", json_text(p->note), "state",
                     state_name(p->state), "why", json_text(p->why), "who", json_text(p->who), "at", p->at);
}

/* Of all kinds whose address is a thing with a field the field belongs to the address; else it is a file or a line. */
static const char *place(Cli *c, const StoreProposal *p)
{
    int word = back_is_kind(p->kind), file = !strncmp(p->address, "units/", 6);
    int field = !strcmp(p->kind, "field") || !strcmp(p->kind, "refused") || (word && !file);
    int block = !strcmp(p->kind, "block") || (word && file);
    const char *at = field && p->field ? arena_print(c->arena, "%s.%s", p->address, p->field)
                     : block && p->field ? arena_print(c->arena, "%s:%s", p->address, p->field) : p->address;
    return *p->unit && strncmp(p->address, "units/", 6) ? arena_print(c->arena, "%s: %s", p->unit, at) : at;
}

static int shown(const Cli *c, const StoreProposal *p)
{
    const char *unit = c->opt[OPT_FOR];
    if (p->state != PROPOSAL_OPEN) return 0;
    return !unit || text_same_folded(unit, "all") || text_same_folded(unit, "tat ca") || text_same_folded(unit, p->unit);
}

static void list(Cli *c, const StoreProposal *v, size_t n)
{
    json_t *items = json_array();
    for (size_t i = 0; i < n; i++) {
        if (!shown(c, &v[i])) continue;
        json_array_append_new(items, proposal_json(&v[i]));
        if (c->json) continue;
        buf_printf(&c->out, "%lld\t%s\t", (long long)v[i].id, place(c, &v[i]));
        taking_words_three(v[i].base, v[i].theirs, v[i].mine, c->lang, &c->out);
        buf_printf(&c->out, "\t%s\n", taking_words_kind(v[i].kind, c->lang));
    }
    if (c->json) json_print(json_pack("{s:s,s:o}", "schema", "sen-review/1", "items", items), &c->out);
    else json_decref(items);
    if (!c->out.n) cli_say(c, "Không có điều nào chờ quyết.", "Nothing waits for a decision.");
    else cli_say(c, "Xem một điều: sen xem-lai SỐ · nhận bản mới: sen xem-lai SỐ nhan · giữ bản của đơn vị: sen xem-lai SỐ giu",
                 "See one: sen review ID · take theirs: sen review ID accept · keep mine: sen review ID reject");
}

static void show_text(Cli *c, const char *vi, const char *en, const char *text)
{
    buf_printf(&c->out, "%s:\n", cli_word(c, vi, en));
    if (!text) buf_puts(&c->out, cli_word(c, "  (không có)", "  (none)"));
    for (const char *p = text ? text : ""; *p;) {
        size_t n = strcspn(p, "\n");
        buf_puts(&c->out, "  ");
        text_show_lines(p, n, &c->out);
        p += n + (p[n] == '\n');
        if (*p) buf_putc(&c->out, '\n');
    }
    buf_putc(&c->out, '\n');
}

static void show_one(Cli *c, const StoreProposal *p)
{
    if (c->json) {
        json_print(json_pack("{s:s,s:[o]}", "schema", "sen-review/1", "items", proposal_json(p)), &c->out);
        return;
    }
    buf_printf(&c->out, "%lld  %s\n%s (%s)\n", (long long)p->id, place(c, p), taking_words_kind(p->kind, c->lang), p->source);
    if (p->note) buf_printf(&c->out, "%s\n", p->note);
    show_text(c, "Gốc", "Base", p->base);
    show_text(c, "Bản mới", "Theirs", p->theirs);
    show_text(c, "Bản của đơn vị", "Mine", p->mine);
    if (p->state == PROPOSAL_OPEN)
        cli_say(c, "Nhận bản mới: sen xem-lai %lld nhan · giữ bản của đơn vị: sen xem-lai %lld giu",
                "Take theirs: sen review %lld accept · keep mine: sen review %lld reject", (long long)p->id, (long long)p->id);
    else cli_say(c, "Đã quyết: %s", "Decided: %s", p->state == PROPOSAL_ACCEPTED ? cli_word(c, "nhận bản mới", "took theirs")
                 : cli_word(c, "giữ bản của đơn vị", "kept mine"));
}

/* One decision, or all that wait, as one command. */
static int decide(Session *s, StoreProposal **v, size_t n, int accept, Err *e)
{
    Cli *c = s->c;
    Edits edits = {.s = s};
    int rc = 0;
    for (size_t i = n; i-- && rc == 0;)                    /* lower passages first */
        if (!back_is_kind(v[i]->kind)) rc = verdict_apply(s, v[i], accept, &edits, e);
    if (rc == 0 && accept) rc = back_accept(s, v, n, &edits, e);
    Rewrites r = rewrites_new(c, &s->w, s->store);
    if (rc == 0) rc = session_begin(s, arena_print(c->arena, "review %s %s", c->arg[0], accept ? "accept" : "reject"), e);
    if (rc == 0) {
        rc = edits_put(&edits, &r, e);
        for (size_t i = 0; rc == 0 && i < n; i++) {
            v[i]->state = accept ? PROPOSAL_ACCEPTED : PROPOSAL_REJECTED;
            v[i]->why = c->opt[OPT_WHY];
            v[i]->who = session_who(c);
            rc = store_put_proposal(s->store, v[i], e);
        }
        if (rc) store_rollback(s->store);
        else rc = rewrites_commit(&r, e);
    }
    for (size_t i = 0; rc == 0 && i < n; i++)
        cli_say(c, accept ? "%lld  %s: nhận bản mới." : "%lld  %s: giữ bản của đơn vị.", accept ? "%lld  %s: took theirs." :
            "%lld  %s: kept mine.",
                (long long)v[i]->id, place(c, v[i]));
    for (size_t i = 0; rc == 0 && i < edits.n_ticks; i++) tick_say(c, &edits.tick[i]);
    for (size_t i = 0; rc == 0 && i < r.n; i++) cli_say(c, "Đã ghi %s.", "Wrote %s.", r.v[i].path);
    if (rc == 0) cli_say(c, "Rút lại: sen hoan-tac", "To take it back: sen undo");
    rewrites_free(&r);
    edits_free(&edits);
    return rc;
}

static int choose(Session *s, StoreProposal *all, size_t n, int accept, Err *e)
{
    Cli *c = s->c;
    StoreProposal **v = arena_alloc(c->arena, mem_mul(n + 1, sizeof *v));
    size_t k = 0, fixed = 0;
    int every = text_same_folded(c->arg[0], "all") || text_same_folded(c->arg[0], "tat ca");
    for (size_t i = 0; i < n; i++) {
        int this_one = !every && atoll(c->arg[0]) == all[i].id;
        if (this_one && accept >= 0 && all[i].state != PROPOSAL_OPEN) return err_set(e, SEN8234, "%s", c->arg[0]);
        int left = every && accept == 1 && shown(c, &all[i]) && back_is_fixed(all[i].kind);     /* waits for its own decision */
        fixed += (size_t)left;
        if (!left && (this_one || (every && shown(c, &all[i])))) v[k++] = &all[i];
    }
    if (fixed) findings_add(&c->findings, SEN8083, NULL, 0, 0, NULL, "%zu", fixed);
    if (!k && every) {
        cli_say(c, "Không có điều nào chờ quyết.", "Nothing waits for a decision.");
        return 0;
    }
    if (!k) return err_set(e, SEN8233, "%s", c->arg[0]);
    if (accept >= 0) return decide(s, v, k, accept, e);
    for (size_t i = 0; i < k; i++) show_one(c, v[i]);
    return 0;
}

int cmd_review(Cli *c)
{
    static const char *const yes[] = {"accept", "nhan"}, *const no[] = {"reject", "giu"};
    Err e = {0};
    Session s = {.c = c};
    StoreProposal *v;
    size_t n = 0;
    int accept = -1;
    for (size_t i = 0; c->n_args == 2 && i < 2; i++) {
        if (text_same_folded(c->arg[1], yes[i])) accept = 1;
        if (text_same_folded(c->arg[1], no[i])) accept = 0;
    }
    if (c->n_args == 2 && accept < 0)
        return cli_usage(c, SEN8008, "%s" ARG "%s" ARG "%s", cli_word(c, c->command->vi, c->command->en), c->arg[1],
                         cli_word(c, "nhan, giu", "accept, reject"));
    int rc = accept >= 0 ? session_open(&s, c, SESSION_WRITE, &e) : workspace_find(c, &s.w, &e);
    if (rc == 0 && !s.store && !(s.store = store_open(s.w.db, STORE_READ, &e))) rc = -1;
    if (accept >= 0) c->findings.n = 0;                    /* what a decision mends is not to be said again */
    if (rc == 0) rc = store_proposals(s.store, c->arena, &v, &n, &e);
    if (rc == 0 && !c->n_args) list(c, v, n);
    else if (rc == 0) rc = choose(&s, v, n, accept, &e);
    session_close(&s);
    return rc ? cli_fail(c, &e) : 0;
}
