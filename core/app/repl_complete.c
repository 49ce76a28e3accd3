/* repl_complete.c - what TAB offers: commands, words of the scripts, methods, fields, ids of the unit's model. */
#include "core/app/repl.h"
#include "core/model/name.h"
#include <stdlib.h>
#include <string.h>

enum { OFFERED_MOST = 300 };

typedef struct Offer { const char *typed; size_t n; const char *v[OFFERED_MOST]; size_t count; } Offer;

static void offer(Offer *o, const char *word)
{
    if (strncmp(word, o->typed, o->n) || o->count == OFFERED_MOST) return;
    for (size_t i = 0; i < o->count; i++)
        if (!strcmp(o->v[i], word)) return;
    o->v[o->count++] = word;
}

static void offer_place(Offer *o, Place p)
{
    size_t n;
    const Name *all = name_all(&n);
    for (size_t i = 0; i < n; i++) {
        if (all[i].place != p) continue;
        offer(o, all[i].en);
        offer(o, all[i].vi);
    }
}

static void offer_words(Offer *o)
{
    static const char *const more[] = {"print", "ipairs", "pairs", "for", "local", "function", "return", "sen"};
    for (size_t i = 0; i < sizeof more / sizeof *more; i++) offer(o, more[i]);
    for (int k = 0; k < KINDS; k++) offer(o, word_kind((Kind)k)->name), offer(o, word_kind((Kind)k)->alias);
    for (int v = 1; v < VERBS; v++) offer(o, word_verb((Verb)v)->name), offer(o, word_verb((Verb)v)->alias);
    offer_place(o, PLACE_ROOT);
}

static void offer_commands(Offer *o)
{
    static const char *const all[] = {":help", ":why", ":diff", ":undo", ":commit",
                                      ":giup", ":vi-sao", ":khac", ":lui", ":luu", ":q"};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) offer(o, all[i]);
}

static void offer_ids(Offer *o, const Repl *r)
{
    const Model *m = r->now ? r->now : r->saved;
    for (int k = 0; m && k < KINDS; k++)
        for (size_t i = 0; i < model_count(m, (Kind)k); i++)
            if (!entity_gone(model_at(m, (Kind)k, i))) offer(o, model_at(m, (Kind)k, i)->path);
}

/* Behind a dot: functions of sen, kinds of a verb, or any field. */
static void offer_fields(Offer *o, const char *line, size_t dot)
{
    size_t from = dot;
    while (from > 0 && (line[from - 1] == '_' || (line[from - 1] >= 'a' && line[from - 1] <= 'z'))) from--;
    char word[64] = "";
    if (dot - from < sizeof word) memcpy(word, line + from, dot - from);
    if (!strcmp(word, "sen")) offer_place(o, PLACE_SEN);
    else if (!strcmp(word, "vi")) offer_place(o, PLACE_VI);
    else if (!strcmp(word, "plan") || !strcmp(word, "ke_hoach")) offer_place(o, PLACE_PLAN);
    else if (word_find_verb(word) > 0)
        for (int k = 0; k < KINDS; k++) offer(o, word_kind((Kind)k)->name), offer(o, word_kind((Kind)k)->alias);
    else {
        static const Place places[] = {PLACE_ANY, PLACE_TASK, PLACE_ITEM, PLACE_INDICATOR, PLACE_MATERIAL, PLACE_CLAUSE,
                                       PLACE_DATE};
        for (size_t i = 0; i < sizeof places / sizeof *places; i++) offer_place(o, places[i]);
        for (int k = 0; k < KINDS; k++)
            for (size_t i = 0; i < word_field_count((Kind)k); i++)
                offer(o, word_field((Kind)k, i)->name), offer(o, word_field((Kind)k, i)->alias);
    }
}

static int compare(const void *a, const void *b) { return strcmp(*(const char *const *)a, *(const char *const *)b); }

static int is_part(char c, int in_text)
{
    if (in_text && (c == '-' || c == '/')) return 1;
    return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

size_t repl_complete(void *self, const char *line, size_t at, Buf *out)
{
    const Repl *r = self;
    size_t from = at, quotes = 0;
    for (size_t i = 0; i < at; i++) quotes += line[i] == '"';
    int in_text = quotes % 2 == 1 || (*line == ':' && memchr(line, ' ', at));
    while (from > 0 && is_part(line[from - 1], in_text)) from--;
    if (*line == ':' && !memchr(line, ' ', at)) from = 0;
    Offer o = {.typed = line + from, .n = at - from};
    if (*line == ':' && !from) offer_commands(&o);
    else if (in_text) offer_ids(&o, r);
    else if (from > 0 && line[from - 1] == ':') offer_place(&o, PLACE_QUERY);
    else if (from > 0 && line[from - 1] == '.') offer_fields(&o, line, from - 1);
    else offer_words(&o);
    qsort(o.v, o.count, sizeof *o.v, compare);
    for (size_t i = 0; i < o.count; i++) buf_printf(out, "%s\n", o.v[i]);
    return from;
}
