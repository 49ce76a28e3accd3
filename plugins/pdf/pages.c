/* pages.c - atoms onto pages: what belongs together stays together, heads of tables come again, footnotes stand at the foot. */
#include "plugins/pdf/book.h"

enum { NOTE_GAP = 8 };                  /* points: the line above the footnotes and its space */

typedef struct Paging {
    Book *b;
    double y, after, notes;             /* used from the top; space the last atom asks below; height of the footnotes */
    double height;                      /* of the text area */
    int landscape, fresh;               /* fresh: nothing stands on this page yet */
    GArray *waiting;                    /* lines of footnotes that found no room yet */
    guint waited;
} Paging;

static Page *page_now(Paging *p) { return BOOK_AT(p->b->pages, Page, p->b->pages->len - 1); }

static void place(Paging *p, PlacedKind kind, guint at, double x, double y, int again)
{
    Placed one = {kind, at, x, y, again};
    g_array_append_val(p->b->placed, one);
    page_now(p)->n++;
}

/* As many waiting lines of footnotes as fit below what stands here. */
static void place_notes(Paging *p)
{
    while (p->waited < p->waiting->len) {
        guint at = g_array_index(p->waiting, guint, p->waited);
        double more = BOOK_AT(p->b->lines, Line, at)->height + (p->notes > 0 ? 0 : NOTE_GAP);
        if (p->y + p->notes + more > p->height && !(p->fresh && p->notes <= 0)) return;
        p->notes += more;
        page_now(p)->notes = p->notes;
        place(p, PLACED_NOTE, at, 0, 0, 0);
        p->waited++;
    }
}

static void new_page(Paging *p)
{
    Page page = {.first = p->b->placed->len, .landscape = p->landscape};
    p->b->too_long |= p->b->pages->len >= PAGES_MOST;
    g_array_append_val(p->b->pages, page);
    p->y = p->after = p->notes = 0;
    p->height = book_height(p->b->o, p->landscape);
    p->fresh = 1;
    place_notes(p);
}

/* --- footnotes of an atom --- */

static double notes_of_line(Paging *p, guint at, int take)
{
    const Line *l = BOOK_AT(p->b->lines, Line, at);
    double high = 0;
    for (guint i = 0; i < l->n && p->b->o->n_notes; i++) {
        const Bit *m = BOOK_AT(p->b->bits, Bit, l->bit + i);
        if (m->note < 1 || (size_t)m->note > p->b->o->n_notes) continue;
        Note *n = &p->b->notes[m->note - 1];
        if (n->placed) continue;
        high += n->height;
        n->placed = take;
        for (guint k = 0; take && k < n->n; k++) {
            guint line = n->line + k;
            g_array_append_val(p->waiting, line);
        }
    }
    return high;
}

static double notes_of(Paging *p, const Atom *a, int take)
{
    double high = 0;
    if (a->kind == ATOM_LINE) return notes_of_line(p, a->at, take);
    const Row *r = BOOK_AT(p->b->rows, Row, a->at);
    for (guint c = 0; c < r->n && p->b->o->n_notes; c++) {
        const Cell *cell = BOOK_AT(p->b->cells, Cell, r->cell + c);
        for (guint i = 0; i < cell->n; i++) high += notes_of_line(p, cell->line + i, take);
    }
    return high;
}

/* --- atoms --- */

/* Between two paragraphs the larger space counts, as in Word. */
static double gap_before(const Paging *p, const Atom *a, int fresh)
{
    return fresh ? (p->b->pages->len == 1 ? a->before : 0) : MAX(p->after, a->before);
}

static int repeats_head(const Paging *p, const Atom *a) { return p->fresh && a->n_head && p->b->pages->len > 1; }

static void place_atom(Paging *p, const Atom *a)
{
    p->y += gap_before(p, a, p->fresh);
    for (guint i = 0; repeats_head(p, a) && i < a->n_head; i++) {
        place(p, PLACED_ROW, a->head + i, 0, p->y, 1);
        p->y += BOOK_AT(p->b->rows, Row, a->head + i)->height;
    }
    place(p, a->kind == ATOM_ROW ? PLACED_ROW : PLACED_LINE, a->at, a->x, p->y, 0);
    p->y += a->height;
    p->after = a->after;
    p->fresh = 0;
    notes_of(p, a, 1);
    place_notes(p);
}

/* How many atoms from i on fit here; stops at the end of what is kept together. *whole = 1 when all of that fits. */
static guint count_fitting(Paging *p, guint i, int *whole)
{
    double y = p->y, after = p->after, notes = p->notes;
    guint n = 0;
    int fresh = p->fresh;
    for (*whole = 0;; n++) {
        if (i + n >= p->b->atoms->len) break;
        const Atom *a = BOOK_AT(p->b->atoms, Atom, i + n);
        if (a->kind == ATOM_SECTION) break;
        double note = notes_of(p, a, 0);
        y += fresh ? gap_before(p, a, 1) + (n == 0 && repeats_head(p, a) ? a->head_height : 0) : MAX(after, a->before);
        if (note > 0) notes += note + (notes > 0 ? 0 : NOTE_GAP);
        if (y + a->height + notes > p->height + 0.01) return n;
        y += a->height;
        after = a->after;
        fresh = 0;
        if (!a->keep) break;
    }
    *whole = 1;
    return n + 1;
}

static guint place_group(Paging *p, guint i)
{
    int whole;
    guint n = count_fitting(p, i, &whole);
    if (!whole && !p->fresh) {
        new_page(p);
        return i;
    }
    if (n < 1) n = 1;                   /* on a fresh page something must go on */
    for (guint k = 0; k < n && i < p->b->atoms->len && BOOK_AT(p->b->atoms, Atom, i)->kind != ATOM_SECTION; k++)
        place_atom(p, BOOK_AT(p->b->atoms, Atom, i++));
    if (!whole) new_page(p);
    return i;
}

static void begin_section(Paging *p, const Atom *a)
{
    int turns = p->landscape != a->landscape;
    p->landscape = a->landscape;
    if (!p->fresh) new_page(p);
    else if (turns) {
        page_now(p)->landscape = a->landscape;
        p->height = book_height(p->b->o, a->landscape);
    }
}

void pages_make(Book *b)
{
    Paging p = {.b = b, .waiting = g_array_new(FALSE, FALSE, sizeof(guint))};
    new_page(&p);
    for (guint i = 0; i < b->atoms->len && !b->too_long;) {
        const Atom *a = BOOK_AT(b->atoms, Atom, i);
        if (a->kind == ATOM_SECTION) {
            begin_section(&p, a);
            i++;
        } else {
            i = place_group(&p, i);
        }
    }
    while (p.waited < p.waiting->len && !b->too_long) {
        guint before = p.waited;
        new_page(&p);
        if (p.waited == before) break;
    }
    if (b->pages->len > 1 && !page_now(&p)->n) g_array_set_size(b->pages, b->pages->len - 1);
    g_array_free(p.waiting, TRUE);
}
