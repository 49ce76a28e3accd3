/* layout_part.c - which line of a document is which of its parts: header, title, bases, text, recipients, signature, annexes. */
#include "core/press/layout_inside.h"
#include "core/base/text.h"
#include <string.h>

enum { HEAD_MOST = 80, SUBJECT_LINES = 8 };

static int has(const char *s, const char *part) { return strstr(s, part) != NULL; }
static int same_cell(const LayLine *a, const LayLine *b)
{
    return a->table == b->table && a->row == b->row && a->column == b->column;
}
static int is_blank(const LayLine *l) { return l->text.n == 0; }

/* --- header --- */

static int is_nation(const char *fold) { return layout_begins(fold, "cong hoa xa hoi chu nghia viet nam"); }
static int is_motto(const char *fold) { return layout_begins(fold, "doc lap") && has(fold, "hanh phuc"); }
static int is_number(const char *fold)
{
    return layout_begins(fold, "so:") || layout_begins(fold, "so :") || (layout_begins(fold, "so ") && has(fold, "/"));
}
static int is_place(const char *fold)
{
    return has(fold, "ngay") && has(fold, "thang") && has(fold, " nam") && strlen(fold) < 90;
}
static int is_about(const char *fold) { return layout_begins(fold, "v/v") || layout_begins(fold, "ve viec"); }
static int is_basis(const char *fold)
{
    return layout_begins(fold, "can cu ") || layout_begins(fold, "xet de nghi") || layout_begins(fold, "theo de nghi") ||
           layout_begins(fold, "xet to trinh");
}

/* The line that ends the header: the title of the document, else «Kính gửi», else the first text after the place and date. */
static size_t find_title(LayDoc *d)
{
    size_t most = d->n < HEAD_MOST ? d->n : HEAD_MOST, to = d->n, after = 0;
    for (size_t i = 0; i < most; i++) {
        const LayLine *l = &d->v[i];
        if (is_nation(l->fold) || is_place(l->fold) || is_number(l->fold)) after = i + 1;
        if (to == d->n && layout_begins(l->fold, "kinh gui")) to = i;
        if (layout_begins(l->fold, "noi nhan") || is_basis(l->fold)) break;
        d->type = l->table && !l->upper ? NULL : layout_type_of(l->fold);
        if (d->type && (l->upper || l->bold == 1 || l->align == LAY_CENTER)) return i;
        d->type = NULL;
    }
    if (to < d->n) {
        d->letter = 1;
        return to;
    }
    return after;
}

static void mark_header(LayDoc *d)
{
    const LayLine *nation = NULL;
    for (size_t i = 0; i < d->head_end; i++) {
        LayLine *l = &d->v[i];
        if (is_blank(l)) continue;
        if (has(l->fold, "dang cong san viet nam")) d->party = 1;
        if (is_nation(l->fold)) l->role = LAY_NATION, nation = l;
        else if (has(l->fold, "cong hoa xa hoi chu nghia viet nam")) d->flat = 1;
        else if (is_motto(l->fold)) l->role = LAY_MOTTO;
        else if (is_number(l->fold)) l->role = LAY_NUMBER;
        else if (is_about(l->fold)) l->role = LAY_ABOUT, d->letter |= !d->type;
        else if (is_place(l->fold)) l->role = LAY_PLACE;
    }
    int number = 0;
    for (size_t i = 0; i < d->head_end; i++) {             /* «V/v» over two lines */
        LayLine *l = &d->v[i];
        number |= l->role == LAY_NUMBER;
        if (!l->role && i && d->v[i - 1].role == LAY_ABOUT && l->table && same_cell(l, &d->v[i - 1]) && !is_blank(l))
            l->role = LAY_ABOUT;
        int left = nation && nation->table ? l->table == nation->table && l->row == nation->row && l->column < nation->column :
                   !l->table && !number;
        if (!l->role && !is_blank(l) && (left || (l->upper && !number))) l->role = LAY_AGENCY;
    }
}

/* «ỦY BAN NHÂN DÂN» alone is the first line of a longer name. */
static int is_half(const char *fold)
{
    return !strcmp(fold, "uy ban nhan dan") || !strcmp(fold, "ubnd") || !strcmp(fold, "hoi dong nhan dan");
}

static int is_dependent(const char *fold)
{
    static const char *const WORDS[] = {"so ", "phong ", "chi cuc ", "trung tam ", "truong ", "van phong ", "ban ", "thanh tra "};
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (layout_begins(fold, WORDS[i])) return 1;
    return 0;
}

/* Of the lines at the left the last ones, from the first bold one on, name the issuing body; those above its superior. */
static void split_agency(LayDoc *d)
{
    LayLine *v[12];
    size_t n = 0, from;
    for (size_t i = 0; i < d->head_end && n < 12; i++)
        if (d->v[i].role == LAY_AGENCY) v[n++] = &d->v[i];
    if (!n) return;
    for (from = 0; from < n && !v[from]->bold; from++) {}
    if (from == n) from = n > 1 && is_half(v[n - 2]->fold) ? n - 2 : n - 1;
    if (from == 0 && n > 1 && is_dependent(v[n - 1]->fold) && !is_half(v[0]->fold) && !is_dependent(v[0]->fold) &&
        (layout_begins(v[0]->fold, "uy ban nhan dan ") || layout_begins(v[0]->fold, "ubnd "))) from = n - 1;
    for (size_t i = 0; i < from; i++) v[i]->role = LAY_SUPERIOR;
}

/* --- title --- */

/* The line under the title without its form: short, and no sentence that goes on. */
static int may_be_subject(const LayLine *l)
{
    return l->text.n < 220 && !strchr(":;.", l->text.p[l->text.n - 1]) && l->text.p[0] != '-' && l->text.p[0] != '(';
}

static void mark_title(LayDoc *d)
{
    size_t i = d->head_end, lines = 0;
    if (!d->type) return;
    d->v[i].role = LAY_TYPE;
    for (i++; i < d->n && lines < SUBJECT_LINES; i++) {
        LayLine *l = &d->v[i];
        if (is_blank(l)) {
            if (lines || l->border || l->drawing) break;
            continue;
        }
        if (is_basis(l->fold) || layout_begins(l->fold, "kinh gui") || layout_begins(l->fold, "(kem theo") ||
            l->text.n > 400) break;
        if (l->align != LAY_CENTER && l->bold != 1 && (lines || !may_be_subject(l))) break;
        if (lines && l->upper && !d->v[i - 1].upper) break;            /* who decides */
        l->role = LAY_SUBJECT;
        lines++;
        if (l->border || l->drawing) break;
    }
}

/* --- closing --- */

static int is_office(const char *f)
{
    static const char *const WORDS[] = {"tm.", "tm ", "t/m", "kt.", "kt ", "tl.", "tuq.", "q. ", "chu tich", "pho chu tich",
        "truong ", "pho truong", "giam doc", "pho giam doc", "chanh ", "pho chanh", "bi thu", "pho bi thu", "hieu truong",
        "thu truong", "bo truong", "chu toa", "thu ky", "nguoi chu tri",
        "cuc truong", "chi cuc truong", "vien truong", "tong giam doc"};
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (layout_begins(f, WORDS[i])) return 1;
    return 0;
}

static int is_annex(const LayLine *l) { return layout_begins(l->fold, "phu luc") && strlen(l->fold) < 24 && !l->table; }

/* The title of an office in small letters; «Trương …» is a name, «Trưởng …» is none. */
static int is_small_office(const LayLine *l)
{
    return is_office(l->fold) && (!layout_begins(l->fold, "truong ") || layout_begins(l->text.p, "Trưởng "));
}

/* A cell that begins with an office is a signature; the last line that is no office is the name. In capitals it stands alone,
 * below the empty place of the signature. */
static void mark_signature(LayDoc *d, size_t from, size_t to)
{
    size_t first = to;
    for (size_t i = from; i < to; i++) {
        LayLine *l = &d->v[i];
        if (is_blank(l) || l->role == LAY_RECIPIENT || l->role == LAY_RECIPIENTS) continue;
        if (first == to && is_office(l->fold) && (l->upper || l->bold == 1)) first = i;
        if (first == to || (l->table && !same_cell(l, &d->v[first]) && !is_office(l->fold))) continue;
        int alone = i > first && is_blank(&d->v[i - 1]);
        if (l->upper) l->role = alone && !is_office(l->fold) ? LAY_SIGNER : LAY_AUTHORITY;
        else if (l->text.p[0] != '(') l->role = is_small_office(l) && !alone ? LAY_AUTHORITY : LAY_SIGNER;
        if (l->role == LAY_SIGNER) first = to;
    }
}

static void mark_recipients(LayDoc *d, size_t at, size_t to)
{
    d->v[at].role = LAY_RECIPIENTS;
    for (size_t i = at + 1; i < to; i++) {
        LayLine *l = &d->v[i];
        if (l->table != d->v[at].table || (l->table && !same_cell(l, &d->v[at]))) {
            if (d->v[at].table) continue;
            break;
        }
        int dash = l->text.n && (l->text.p[0] == '-' || layout_begins(l->text.p, "–"));
        if (is_blank(l) || (!l->table && !dash)) continue;
        l->role = LAY_RECIPIENT;
    }
}

/* A line above «Nơi nhận» that may belong to the signature. */
static int goes_with(const LayLine *l, const LayLine *recipients)
{
    return (is_blank(l) || l->table == recipients->table || l->upper) && (recipients->table || !l->table);
}

static void mark_closing(LayDoc *d)
{
    size_t at = d->n, from, sign = d->n;
    for (size_t i = d->head_end; i < d->n; i++) {
        if (layout_begins(d->v[i].fold, "noi nhan") && strlen(d->v[i].fold) < 14) at = i;
        if (at < d->n) break;
    }
    for (size_t i = d->head_end; i < d->n; i++) {
        int after = at == d->n ? i * 2 > d->n : i > at;
        if (after && is_annex(&d->v[i])) d->annex = i;
        if (d->annex < d->n) break;
    }
    from = at < d->n ? at : d->head_end;
    if (at < d->n) mark_recipients(d, at, d->annex);
    while (at < d->n && from > d->head_end && at - from < 14 && goes_with(&d->v[from - 1], &d->v[at])) from--;
    if (at == d->n) from = d->n - d->head_end > 12 ? d->n - 12 : d->head_end + 1;
    if (from < d->annex) mark_signature(d, from, d->annex);
    for (size_t i = d->head_end; i < d->annex && sign == d->n; i++)
        if (d->v[i].role == LAY_AUTHORITY || d->v[i].role == LAY_RECIPIENTS) sign = i;
    d->tail = sign;
}

/* --- the rest --- */

static int is_roman(const char *f, const char **rest)
{
    size_t n = strspn(f, "ivxl");
    if (!n || n > 6 || (f[n] != '.' && f[n] != '/')) return 0;
    *rest = f + n + 1;
    return 1;
}

static LayRole role_of(const LayLine *l)
{
    const char *rest;
    if (l->table) return LAY_CELL;
    if ((layout_begins(l->fold, "phan ") || layout_begins(l->fold, "chuong ")) && l->align == LAY_CENTER) return LAY_PART;
    if (is_roman(l->fold, &rest) && l->text.p[0] < 'a' && strlen(l->fold) < 160) return LAY_HEADING;
    return LAY_BODY;
}

static void mark_text(LayDoc *d)
{
    int begun = 0, addressed = 0;
    for (size_t i = d->head_end; i < d->n; i++) {
        LayLine *l = &d->v[i];
        if (l->role || is_blank(l)) continue;
        if (i > d->annex) {
            l->role = LAY_IN_ANNEX;
            continue;
        }
        if (i >= d->tail) continue;
        l->role = role_of(l);
        int more = addressed && (l->text.p[0] == '-' || layout_begins(l->text.p, "–"));
        if (!begun && (layout_begins(l->fold, "kinh gui") || more)) l->role = LAY_TO;
        addressed = l->role == LAY_TO;
        char end = l->text.n ? l->text.p[l->text.n - 1] : 0;
        int ends = end == ';' || end == '.' || end == ',';
        if (!begun && is_basis(l->fold) && ends && !has(l->fold, "nhu sau")) l->role = LAY_BASIS;
        begun |= l->role == LAY_HEADING || l->role == LAY_PART || layout_begins(l->fold, "dieu 1");
    }
}

static void mark_annex(LayDoc *d)
{
    for (size_t i = d->annex; i < d->n; i++) {
        if (!is_annex(&d->v[i])) continue;
        d->v[i].role = LAY_ANNEX;
        for (size_t k = i + 1; k < d->n && k < i + 5; k++) {
            LayLine *l = &d->v[k];
            if (is_blank(l)) continue;
            if (l->text.p[0] == '(' || l->table || l->align != LAY_CENTER || is_annex(l)) break;
            l->role = LAY_ANNEX_TITLE;
        }
    }
}

static int has_header(const LayDoc *d)
{
    for (size_t i = 0; i < d->n && i < HEAD_MOST; i++)
        switch (d->v[i].role) {
        case LAY_NATION: case LAY_MOTTO: case LAY_NUMBER: case LAY_ABOUT: case LAY_PLACE: case LAY_TYPE:
        case LAY_AUTHORITY: return 1;
        default: break;
        }
    return d->flat;
}

void layout_find_parts(LayDoc *d)
{
    d->tail = d->annex = d->n;
    d->head_end = find_title(d);
    mark_header(d);
    split_agency(d);
    mark_title(d);
    mark_closing(d);
    mark_annex(d);
    mark_text(d);
    d->official = has_header(d) || d->tail < d->n;
}
