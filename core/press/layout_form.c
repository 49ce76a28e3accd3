/* layout_form.c - each part of a document: is it there, and has it the size, weight, case and place the layout asks? */
#include "core/press/layout_inside.h"

/* 1 = must be, 0 = must not be, -1 = either. */
typedef struct Form {
    LayRole role;
    const char *size;                      /* the field of the layout with its range and clause */
    int bold, italic, upper, centred;
} Form;

static const Form FORMS[] = {
    {LAY_NATION, "nation_size", 1, 0, 1, 1}, {LAY_MOTTO, "motto_size", 1, 0, 0, 1}, {LAY_SUPERIOR, "superior_size", 0, 0, 1, 1},
    {LAY_AGENCY, "agency_size", 1, 0, 1, 1}, {LAY_NUMBER, "number_size", 0, 0, -1, -1}, {LAY_ABOUT, "about_size", 0, 0, 0, 1},
    {LAY_PLACE, "place_size", 0, 1, 0, -1}, {LAY_TYPE, "type_size", 1, 0, 1, 1}, {LAY_SUBJECT, "subject_size", 1, 0, 0, 1},
    {LAY_TO, "body_size", -1, 0, 0, -1}, {LAY_BASIS, "basis_size", 0, 2, 0, -1}, {LAY_BODY, "body_size", -1, -1, -1, -1},
    {LAY_PART, "part_size", 1, 0, -1, 1}, {LAY_HEADING, "heading_size", -1, -1, -1, -1},
    {LAY_RECIPIENTS, "recipients_size", 1, 1, 0, -1}, {LAY_RECIPIENT, "recipient_size", 0, 0, 0, -1},
    {LAY_AUTHORITY, "authority_size", 1, 0, 1, 1}, {LAY_SIGNER, "signer_size", 1, 0, 0, 1},
    {LAY_ANNEX, "annex_size", 1, 0, -1, 1},
    {LAY_ANNEX_TITLE, "annex_title_size", 1, 0, 1, 1},
};

/* --- what is missing --- */

static int there(const LayDoc *d, LayRole role)
{
    for (size_t i = 0; i < d->n; i++)
        if (d->v[i].role == role) return 1;
    return 0;
}

static void missing(LayDoc *d, LayRole role, const char *field)
{
    if (!there(d, role))
        findings_add(d->f, SEN7090, d->file, 0, 0, NULL, "%s" ARG "%s", layout_name(role), layout_clause(d, field));
}

static void check_missing(LayDoc *d)
{
    if (!d->flat) {
        missing(d, LAY_NATION, "nation_size");
        missing(d, LAY_MOTTO, "motto_size");
        missing(d, LAY_AGENCY, "agency_size");
        missing(d, LAY_NUMBER, "number_size");
        missing(d, LAY_PLACE, "place_size");
    }
    if (!d->letter) missing(d, LAY_TYPE, "type_size");
    if (d->letter && !d->flat) missing(d, LAY_ABOUT, "about_size");
    if (d->letter) missing(d, LAY_TO, "body_size");
    if (d->type && layout_type_symbol(str_of("BB")) != d->type && layout_type_symbol(str_of("GM")) != d->type)
        missing(d, LAY_SUBJECT, "subject_size");
    missing(d, LAY_AUTHORITY, "authority_size");
    missing(d, LAY_RECIPIENTS, "recipients_size");
}

/* --- what is there --- */

typedef struct Wrong { LayGroup size, light, heavy, upright, slanted, small, capital, place; double first_size; } Wrong;

static void compare(Wrong *w, const Form *form, const LayLine *l, LayRange r, int italic)
{
    if (!*l->font) return;
    if (r.there && l->size > 0 && (l->size < r.least - 0.26 || l->size > r.most + 0.26)) {
        if (!w->size.n) w->first_size = l->size;
        layout_group(&w->size, l);
    }
    if (form->bold == 1 && l->bold == 0) layout_group(&w->light, l);
    if (form->bold == 0 && l->bold == 1) layout_group(&w->heavy, l);
    if (italic == 1 && l->italic == 0) layout_group(&w->upright, l);
    if (italic == 0 && l->italic == 1) layout_group(&w->slanted, l);
    if (form->upper == 1 && !l->upper) layout_group(&w->small, l);
    if (form->upper == 0 && l->upper && l->text.n > 12) layout_group(&w->capital, l);
    if (form->centred == 1 && (l->align == LAY_RIGHT || (l->align != LAY_CENTER && l->first + l->left < 15)))
        layout_group(&w->place, l);
}

static void say(LayDoc *d, Code code, const Form *form, const LayGroup *g)
{
    if (g->n)
        findings_add(d->f, code, d->file, g->first->no, 0, NULL, "%s" ARG "%s" ARG "%s", layout_name(form->role),
                     layout_many(d, g), layout_clause(d, form->size));
}

static void check_form(LayDoc *d, const Form *form)
{
    Wrong w = {0};
    LayRange r = layout_range(d, form->size);
    int italic = form->italic == 2 ? layout_flag(d, "basis_italic", 1) : form->italic;
    for (size_t i = 0; i < d->n; i++)
        if (d->v[i].role == form->role) compare(&w, form, &d->v[i], r, italic);
    if (w.size.n)
        findings_add(d->f, SEN7083, d->file, w.size.first->no, 0, NULL, "%s" ARG "%g" ARG "%s" ARG "%s",
                     layout_both(d, layout_name(form->role), layout_many(d, &w.size)), w.first_size, layout_shown(d, r),
                     layout_clause(d, form->size));
    say(d, SEN7084, form, &w.light);
    say(d, SEN7085, form, &w.heavy);
    say(d, SEN7086, form, &w.upright);
    say(d, SEN7087, form, &w.slanted);
    say(d, SEN7088, form, &w.small);
    say(d, SEN7089, form, &w.capital);
    say(d, SEN7091, form, &w.place);
}

/* --- where they stand --- */

static const LayLine *first_of(const LayDoc *d, LayRole role)
{
    for (size_t i = 0; i < d->n; i++)
        if (d->v[i].role == role) return &d->v[i];
    return NULL;
}

/* `left` stands left of `right` (in a table), or above it. */
static void check_sides(LayDoc *d, LayRole left, LayRole right, const char *field)
{
    const LayLine *a = first_of(d, left), *b = first_of(d, right);
    if (!a || !b || !a->table || a->table != b->table) return;
    if (a->column >= b->column && a->row == b->row)
        findings_add(d->f, SEN7117, d->file, b->no, 0, NULL, "%s" ARG "%s" ARG "%s", layout_name(right), layout_place(d, b),
                     layout_clause(d, field));
}

static void check_rules(LayDoc *d)
{
    for (size_t i = 0; i <= d->head_end && i < d->n; i++)
        if (d->v[i].border || d->v[i].drawing) return;
    const LayLine *motto = first_of(d, LAY_MOTTO);
    if (motto)
        findings_add(d->f, SEN7112, d->file, motto->no, 0, NULL, "%s" ARG "%s", layout_place(d, motto),
                     layout_clause(d, "motto_size"));
}

void layout_check_forms(LayDoc *d)
{
    check_missing(d);
    for (size_t i = 0; i < sizeof FORMS / sizeof *FORMS; i++) check_form(d, &FORMS[i]);
    check_sides(d, LAY_AGENCY, LAY_NATION, "nation_size");
    check_sides(d, LAY_NUMBER, LAY_PLACE, "place_size");
    check_sides(d, LAY_RECIPIENTS, LAY_AUTHORITY, "authority_size");
    check_rules(d);
}
