/* trace.c - a count hook and a counting allocator for the time of one run; knows no model and prints nothing.
 *
 * Every instruction is looked at in the beginning, later every tenth, then every hundredth: short scripts are counted exactly,
 * long ones stay within their time. Where it changes depends on nothing but the count, so the figures are the same each time. */
#include "core/script/trace.h"
#include "core/script/state.h"
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { EXACT_STEPS = 200000, TENTH_STEPS = 2000000, LEVELS_LOOKED_AT = 8, NO_LINE = -1 };

typedef struct Spot { char chunk[LUA_IDSIZE]; TraceLine at; } Spot;

struct Trace {
    Script *s;
    Spot *v;
    size_t n, cap;
    int *slot;                             /* hash of chunk and line -> index + 1 */
    size_t n_slots;                        /* a power of two */
    long last;                             /* the line whose instruction runs now */
    uint64_t since, steps;
    int step;
    int running;
};

static uint64_t now_ns(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

static size_t hash_of(const char *chunk, int line)
{
    size_t h = 1469598103u ^ (size_t)(unsigned)line * 2654435761u;
    for (; *chunk; chunk++) h = (h ^ (unsigned char)*chunk) * 16777619u;
    return h ^ h >> 15;
}

static void rehash(Trace *t)
{
    free(t->slot);
    t->n_slots = t->n_slots ? t->n_slots * 2 : 512;
    t->slot = mem_alloc(mem_mul(t->n_slots, sizeof *t->slot));
    memset(t->slot, 0, t->n_slots * sizeof *t->slot);
    for (size_t i = 0; i < t->n; i++) {
        size_t h = hash_of(t->v[i].chunk, t->v[i].at.line) & (t->n_slots - 1);
        while (t->slot[h]) h = (h + 1) & (t->n_slots - 1);
        t->slot[h] = (int)i + 1;
    }
}

/* The row of a place, made when it is new; NO_LINE when there are too many. */
static long row_of(Trace *t, const char *chunk, int line)
{
    if (t->last >= 0 && t->v[t->last].at.line == line && !strcmp(t->v[t->last].chunk, chunk)) return t->last;
    size_t h = hash_of(chunk, line) & (t->n_slots - 1);
    for (; t->slot[h]; h = (h + 1) & (t->n_slots - 1)) {
        const Spot *x = &t->v[t->slot[h] - 1];
        if (x->at.line == line && !strcmp(x->chunk, chunk)) return t->slot[h] - 1;
    }
    if (t->n >= TRACE_LINES_MOST) return NO_LINE;
    if (t->n == t->cap) {
        t->cap = t->cap ? t->cap * 2 : 128;
        t->v = mem_resize(t->v, mem_mul(t->cap, sizeof *t->v));
    }
    Spot *x = &t->v[t->n++];
    *x = (Spot){.at.line = line};
    memcpy(x->chunk, chunk, strnlen(chunk, LUA_IDSIZE - 1));
    t->slot[h] = (int)t->n;
    if (t->n * 2 > t->n_slots) rehash(t);
    return (long)t->n - 1;
}

/* The innermost line of a script from `level` on; asks for no memory of the state. */
static long here(Trace *t, lua_State *L, int level)
{
    lua_Debug ar;
    for (int most = level + LEVELS_LOOKED_AT; level < most && lua_getstack(L, level, &ar); level++)
        if (lua_getinfo(L, "Sl", &ar) && ar.currentline > 0) return row_of(t, ar.short_src, ar.currentline);
    return NO_LINE;
}

static void set_hook(Trace *t, lua_Hook hook)
{
    if (t->s->killed) return;
    lua_sethook(t->s->L, hook, hook ? LUA_MASKCALL | LUA_MASKCOUNT : 0, t->step);
    if (t->s->killed) script_interrupt(t->s);          /* the timer came in between: its hook counts */
}

static void pass_time(Trace *t, long next)
{
    uint64_t now = now_ns();
    if (t->last >= 0) t->v[t->last].at.ns += now - t->since;
    t->since = now;
    t->last = next;
}

static void on_event(lua_State *L, lua_Debug *ar)
{
    Trace *t = script_of(L)->trace;
    if (!t) return;
    if (ar->event != LUA_HOOKCOUNT) {
        long caller = ar->event == LUA_HOOKCALL ? here(t, L, 1) : NO_LINE;     /* a tail call has left its line */
        if (caller >= 0) t->v[caller].at.calls++;
        return;
    }
    long at = here(t, L, 0);
    pass_time(t, at);
    if (at >= 0) t->v[at].at.steps += (uint64_t)t->step;
    t->steps += (uint64_t)t->step;
    int step = t->steps >= TENTH_STEPS ? 100 : t->steps >= EXACT_STEPS ? 10 : 1;
    if (step == t->step) return;
    t->step = step;
    set_hook(t, on_event);
}

/* As lua_Alloc: the state's own, and who asked. */
static void *count_alloc(void *trace, void *p, size_t old, size_t n)
{
    Trace *t = trace;
    size_t before = p ? old : 0;
    long at = t->running && n > before ? here(t, t->s->L, 0) : NO_LINE;
    void *q = heap_alloc(&t->s->heap, p, old, n);
    if (q && at >= 0) t->v[at].at.bytes += n - before;
    return q;
}

Trace *trace_start(Script *s)
{
    Trace *t = mem_alloc(sizeof *t);
    *t = (Trace){.s = s, .last = NO_LINE, .step = 1, .running = 1};
    rehash(t);
    s->trace = t;
    lua_setallocf(s->L, count_alloc, t);
    t->since = now_ns();
    set_hook(t, on_event);
    return t;
}

void trace_stop(Trace *t)
{
    if (!t || !t->running) return;
    pass_time(t, NO_LINE);
    t->running = 0;
    set_hook(t, NULL);
    lua_setallocf(t->s->L, heap_alloc, &t->s->heap);
    t->s->trace = NULL;
}

void trace_free(Trace *t)
{
    if (!t) return;
    trace_stop(t);
    free(t->v);
    free(t->slot);
    free(t);
}

/* --- what came of it --- */

static int by_place(const void *pa, const void *pb)
{
    const TraceLine *a = pa, *b = pb;
    int c = strcmp(a->file, b->file);
    return c ? c : (a->line > b->line) - (a->line < b->line);
}

TraceLine *trace_lines(const Trace *t, Arena *a, size_t *n)
{
    TraceLine *v = arena_alloc(a, mem_mul(t->n + 1, sizeof *v));
    for (size_t i = 0; i < t->n; i++) {
        const char *shown = state_file_of(t->s, t->v[i].chunk, strlen(t->v[i].chunk));
        v[i] = t->v[i].at;
        v[i].file = arena_copy(a, shown ? shown : t->v[i].chunk);
    }
    qsort(v, t->n, sizeof *v, by_place);
    *n = t->n;
    return v;
}
