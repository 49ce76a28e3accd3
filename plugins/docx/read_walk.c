/* read_walk.c - the tags of document.xml and of the notes: paragraphs, runs, changes, text boxes, tables; as if accepted. */
#include "plugins/docx/walk.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef enum Tag {
    T_NONE, T_SKIP, T_ALT, T_CHOICE, T_FALLBACK, T_BR, T_COMMENT, T_CR, T_DEL, T_DELTEXT, T_ENDNOTEREF, T_FLDCHAR, T_FLDSIMPLE,
    T_FOOTNOTEREF, T_GRIDBEFORE, T_GRIDCOL, T_GRIDSPAN, T_HMERGE, T_INSTR, T_LASTPAGE, T_NOTE, T_NUMID, T_ILVL, T_OUTLINE, T_P,
    T_PAGEBEFORE, T_PICTURE, T_PPR, T_PSTYLE, T_R, T_RPR, T_RFONTS, T_RSTYLE, T_VANISH, T_CAPS, T_NOHYPHEN, T_SOFTHYPHEN, T_SYM,
    T_T, T_TAB, T_TBL, T_TR, T_TRPR, T_TC, T_VMERGE, T_CHUNK, T_BOOKMARK, T_COMMENTREF, T_INS
} Tag;

typedef struct TagName { const char *name; Tag tag; } TagName;

/* Sorted by name. */
static const TagName TAGS[] = {
    {"m:t", T_T}, {"mc:AlternateContent", T_ALT}, {"mc:Choice", T_CHOICE}, {"mc:Fallback", T_FALLBACK}, {"pic:pic", T_PICTURE},
    {"v:imagedata", T_PICTURE}, {"w:altChunk", T_CHUNK}, {"w:bookmarkStart", T_BOOKMARK},
    {"w:br", T_BR}, {"w:caps", T_CAPS}, {"w:comment", T_NOTE},
    {"w:commentReference", T_COMMENTREF},
    {"w:cr", T_CR},
    {"w:del", T_DEL}, {"w:delInstrText", T_SKIP}, {"w:delText", T_DELTEXT}, {"w:endnote", T_NOTE},
    {"w:endnoteReference", T_ENDNOTEREF}, {"w:fldChar", T_FLDCHAR}, {"w:fldSimple", T_FLDSIMPLE}, {"w:footnote", T_NOTE},
    {"w:footnoteReference", T_FOOTNOTEREF}, {"w:gridBefore", T_GRIDBEFORE}, {"w:gridCol", T_GRIDCOL},
    {"w:gridSpan", T_GRIDSPAN}, {"w:hMerge", T_HMERGE}, {"w:ilvl", T_ILVL}, {"w:ins", T_INS}, {"w:instrText", T_INSTR},
    {"w:lastRenderedPageBreak", T_LASTPAGE}, {"w:moveFrom", T_DEL}, {"w:moveTo", T_INS},
    {"w:noBreakHyphen", T_NOHYPHEN}, {"w:numId", T_NUMID},
    {"w:numberingChange", T_SKIP}, {"w:outlineLvl", T_OUTLINE}, {"w:p", T_P}, {"w:pPr", T_PPR}, {"w:pPrChange", T_SKIP},
    {"w:pStyle", T_PSTYLE}, {"w:pageBreakBefore", T_PAGEBEFORE}, {"w:ptab", T_TAB}, {"w:r", T_R}, {"w:rFonts", T_RFONTS},
    {"w:rPr", T_RPR}, {"w:rPrChange", T_SKIP}, {"w:rStyle", T_RSTYLE}, {"w:rt", T_SKIP}, {"w:sdtPr", T_SKIP},
    {"w:sectPrChange", T_SKIP}, {"w:softHyphen", T_SOFTHYPHEN}, {"w:sym", T_SYM}, {"w:t", T_T}, {"w:tab", T_TAB},
    {"w:tabs", T_SKIP}, {"w:tbl", T_TBL}, {"w:tblGridChange", T_SKIP}, {"w:tblPrChange", T_SKIP}, {"w:tblPrExChange", T_SKIP},
    {"w:tc", T_TC}, {"w:tcPrChange", T_SKIP}, {"w:tr", T_TR}, {"w:trPr", T_TRPR}, {"w:trPrChange", T_SKIP},
    {"w:vMerge", T_VMERGE},
    {"w:vanish", T_VANISH},
};

static int by_name(const void *key, const void *one)
{
    return strcmp(key, ((const TagName *)one)->name);
}

static Tag tag_of(const char *name)
{
    const TagName *hit = bsearch(name, TAGS, sizeof TAGS / sizeof *TAGS, sizeof *TAGS, by_name);
    return hit ? hit->tag : T_NONE;
}

static long number_of(const char *v, long otherwise)
{
    char *end;
    long k = v ? strtol(v, &end, 10) : 0;
    return v && end != v && k > -1000000 && k < 1000000 ? k : otherwise;
}

/* --- tables --- */

static int in_grid(const Walk *w) { return w->n_tables && w->table[w->n_tables - 1] == TABLE_GRID; }

static void open_table(Walk *w)
{
    int inner = w->cells != NULL || w->row > 0;
    if (w->n_tables == TABLES_MOST) {
        w->d->failed = 1;
        return;
    }
    w->table[w->n_tables++] = inner ? TABLE_INNER : TABLE_NEW;
    if (!inner) w->grid = 0;
}

static void open_row(Walk *w)
{
    TableKind *k = &w->table[w->n_tables - 1];
    if (*k == TABLE_NEW) {                                 /* a frame around the text is no table */
        *k = w->grid == 1 ? TABLE_WRAPPER : TABLE_GRID;
        if (*k == TABLE_GRID) w->row = 0;
    }
    if (*k != TABLE_GRID) return;
    w->row++;
    w->column = 0;
    w->row_from = w->n_cells;
    w->row_gone = 0;
}

static void open_cell(Walk *w)
{
    if (!in_grid(w)) return;
    if (w->n_cells == w->cap_cells) {
        size_t cap = w->cap_cells ? w->cap_cells * 2 : 64;
        Cell *v = cap > CELLS_MOST ? NULL : realloc(w->cells, cap * sizeof *v);
        if (!v) {
            w->d->failed = 1;
            return;
        }
        w->cells = v;
        w->cap_cells = cap;
    }
    int at = w->n_cells > w->row_from ? w->cells[w->n_cells - 1].column + w->cells[w->n_cells - 1].columns : w->column + 1;
    w->cells[w->n_cells++] = (Cell){.row = w->row, .column = at, .columns = 1, .rows = 1, .page = w->d->page,
                                  .line = w->d->line + 1};
    w->column = at;
}

static void merge_flat(Walk *w, const char *how)
{
    if (!in_grid(w) || !w->column || (how && strcmp(how, "continue")) || w->n_cells < w->row_from + 2) return;
    w->n_cells--;                                          /* the cell goes on in the one before it */
    text_free(&w->cells[w->n_cells].text);
    w->cells[w->n_cells - 1].columns++;
}

static void close_row(Walk *w)
{
    if (!in_grid(w)) return;
    w->column = 0;
    if (!w->row_gone) return;
    while (w->n_cells > w->row_from) {
        Text *t = &w->cells[--w->n_cells].text;
        if (!w->probe && !text_is_blank(text_of(t))) emit_mark(w->d, "deleted", text_of(t));
        text_free(t);
    }
    w->row--;
}

static void drop_cells(Walk *w)
{
    for (size_t i = 0; i < w->n_cells; i++) text_free(&w->cells[i].text);
    free(w->cells);
    w->cells = NULL;
    w->n_cells = w->cap_cells = w->row_from = 0;
    w->row = w->column = 0;
}

static void close_table(Walk *w)
{
    if (!w->n_tables) return;
    if (w->table[--w->n_tables] != TABLE_GRID) return;
    if (!w->probe && !w->note && w->n_cells) emit_table(w->d, w->cells, w->n_cells);
    drop_cells(w);
}

/* --- properties --- */

static void new_page(Walk *w)
{
    if (w->fresh_page) return;
    w->d->page++;
    w->fresh_page = 1;
}

static void in_paragraph(Walk *w, Para *p, Tag t, const XmlTag *tag, const char *v)
{
    if (t == T_PSTYLE) {
        const Style *st = style_find(&w->d->styles, v);
        if (st) p->style = st;
        p->base = style_look(&w->d->styles, p->style);
        p->run = p->base;
    } else if (t == T_NUMID) p->num = number_of(v, -1);
    else if (t == T_ILVL) p->ilvl = (int)number_of(v, 0);
    else if (t == T_OUTLINE) p->level = v && v[0] >= '0' && v[0] <= '8' ? v[0] - '0' + 1 : 0;
    else if (t == T_DEL) p->mark_gone = 1;
    else if (t == T_PAGEBEFORE && style_is_on(tag)) new_page(w);
}

static void in_run(Walk *w, Para *p, Tag t, const XmlTag *tag, const char *v)
{
    if (t == T_RFONTS) style_read_font(tag, &p->direct);
    else if (t == T_VANISH) p->direct.hidden = style_is_on(tag);
    else if (t == T_CAPS) p->direct.caps = style_is_on(tag);
    else if (t == T_RSTYLE) p->run_style = style_find(&w->d->styles, v);
}

static void in_table(Walk *w, Tag t, const char *v)
{
    Cell *c = w->n_cells && w->column ? &w->cells[w->n_cells - 1] : NULL;
    if (t == T_GRIDCOL && w->n_tables && w->table[w->n_tables - 1] == TABLE_NEW) w->grid++;
    if (!in_grid(w)) return;
    long k = number_of(v, 1);
    if (t == T_GRIDBEFORE) w->column = k > 0 && k < 1000 ? (int)k : 0;
    else if (t == T_GRIDSPAN && c) c->columns = k > 0 && k < 1000 ? (int)k : 1;
    else if (t == T_VMERGE && c) c->merge = v && !strcmp(v, "restart") ? 1 : 2;
    else if (t == T_HMERGE) merge_flat(w, v);
}

/* --- the tags --- */

static void open_break(Walk *w, const XmlTag *tag)
{
    const char *type = xml_read_attr(tag, "w:type");
    para_add_sign(w, "\n");
    if (!type || strcmp(type, "page") || w->gone) return;
    new_page(w);
    if (!w->probe && !w->note) emit_mark(w->d, "page-break", "");
}

static void open_field_char(Walk *w, const XmlTag *tag)
{
    const char *type = xml_read_attr(tag, "w:fldCharType");
    if (!type || w->gone) return;
    if (!strcmp(type, "begin")) field_begin(w, NULL);
    else if (!strcmp(type, "separate")) field_separate(w);
    else if (!strcmp(type, "end")) field_end(w);
}

static void open_note(Walk *w, const XmlTag *tag)
{
    const char *type = xml_read_attr(tag, "w:type");
    w->note_id = number_of(xml_read_attr(tag, "w:id"), -1);
    const char *author = xml_read_attr(tag, "w:author");
    w->in_note = !type || !strcmp(type, "normal");
    snprintf(w->d->author, sizeof w->d->author, "%s", author ? author : "");
    text_clear(&w->note_text);
}

static void open_choice(Walk *w, Tag t, int depth)
{
    if (t == T_ALT) {
        if (w->n_choices < CHOICES_MOST) w->choice[w->n_choices] = 0;
        w->n_choices++;
        return;
    }
    int i = w->n_choices - 1;
    if (i < 0 || i >= CHOICES_MOST) return;
    if (w->choice[i]) w->skip = depth;                     /* the same content in an older form */
    w->choice[i] = 1;
}

static void open_text(Walk *w, Tag t, const XmlTag *tag)
{
    Para *p = para_now(w);
    const char *code = t == T_SYM ? xml_read_attr(tag, "w:char") : NULL;
    if (t == T_T || t == T_DELTEXT) {
        w->in_text = 1;
        text_clear(&w->piece);
    } else if (t == T_INSTR) w->in_instr = 1;
    else if (t == T_TAB) para_add_sign(w, "\t");
    else if (t == T_CR) para_add_sign(w, "\n");
    else if (t == T_BR) open_break(w, tag);
    else if (t == T_NOHYPHEN) para_add_sign(w, "-");
    else if (t == T_SOFTHYPHEN && p && (p->run.font == FONT_TCVN || p->run.font == FONT_TCVN_CAPS))
        para_add_piece(w, "\xC2\xAD", 2);                  /* Word keeps this letter of TCVN3 as a soft hyphen */
    else if (code) para_add_symbol(w, xml_read_attr(tag, "w:font"), (uint32_t)strtoul(code, NULL, 16));
    else if (t == T_FOOTNOTEREF || t == T_ENDNOTEREF) {
        const char *own = xml_read_attr(tag, "w:customMarkFollows");
        if (!own || !strcmp(own, "0")) para_add_reference(w, number_of(xml_read_attr(tag, "w:id"), -1), t == T_ENDNOTEREF);
    }
}

static void open_other(Walk *w, Tag t, const XmlTag *tag)
{
    Docx *d = w->d;
    switch (t) {
    case T_DEL:
        w->gone++;
        if (!w->probe && !w->note) ours_change(d, xml_read_attr(tag, "w:author"));
        break;
    case T_INS: if (!w->probe && !w->note) ours_change(d, xml_read_attr(tag, "w:author")); break;
    case T_BOOKMARK: if (!w->probe && !w->note) ours_bookmark(d, xml_read_attr(tag, "w:name")); break;
    case T_COMMENTREF: if (!w->probe && !w->note) ours_comment_at(d, xml_read_attr(tag, "w:id")); break;
    case T_FLDCHAR: open_field_char(w, tag); break;
    case T_FLDSIMPLE: field_begin(w, xml_read_attr(tag, "w:instr")); break;
    case T_LASTPAGE: new_page(w); break;
    case T_NOTE: open_note(w, tag); break;
    case T_TBL: open_table(w); break;
    case T_TR: if (w->n_tables) open_row(w); break;
    case T_TRPR: w->in_row_props = 1; break;
    case T_TC: open_cell(w); break;
    case T_PICTURE: d->pictures++; if (!w->probe) emit_mark(d, "picture", ""); break;
    case T_CHUNK: if (!w->probe) emit_mark(d, "embedded", ""); break;
    default: open_text(w, t, tag);
    }
}

static int on_open(void *ctx, const XmlTag *tag)
{
    Walk *w = ctx;
    Tag t = w->skip ? T_NONE : tag_of(tag->name);
    Para *p = para_now(w);
    w->depth = tag->depth;
    if (w->skip && !w->probe && !w->note && !strcmp(tag->name, "w14:checked")) ours_box(w->d, xml_read_attr(tag, "w14:val"));
    if (t == T_NONE) return w->d->failed;
    const char *v = xml_read_attr(tag, "w:val");
    if (t == T_SKIP) w->skip = tag->depth;
    else if (t == T_ALT || t == T_CHOICE || t == T_FALLBACK) open_choice(w, t, tag->depth);
    else if (t == T_P) para_open(w);
    else if (t == T_PPR && p) p->in_props = 1;
    else if (p && p->in_props) in_paragraph(w, p, t, tag, v);
    else if (t == T_R && p) {
        p->direct = (Look){-1, -1, -1};
        p->run_style = NULL;
        para_settle_run(w);
    } else if (t == T_RPR && p) p->in_run_props = 1;
    else if (p && p->in_run_props) in_run(w, p, t, tag, v);
    else if (w->in_row_props && t == T_DEL) w->row_gone = 1;
    else if (t == T_GRIDCOL || t == T_GRIDBEFORE || t == T_GRIDSPAN || t == T_VMERGE || t == T_HMERGE) in_table(w, t, v);
    else open_other(w, t, tag);
    return w->d->failed;
}

static void close_note(Walk *w)
{
    if (w->in_note && w->note) w->note(w->note_ctx, w->note_id, text_of(&w->note_text));
    w->in_note = 0;
}

static int on_close(void *ctx, const char *name)
{
    Walk *w = ctx;
    Para *p = para_now(w);
    int skipped = w->skip != 0, depth = w->depth--;
    if (skipped && depth == w->skip) w->skip = 0;
    if (skipped) return w->d->failed;
    Tag t = tag_of(name);
    switch (t) {
    case T_ALT: if (w->n_choices) w->n_choices--; break;
    case T_P: para_close(w); break;
    case T_PPR: if (p) p->in_props = 0; break;
    case T_RPR:
        if (p && p->in_run_props) {
            p->in_run_props = 0;
            para_settle_run(w);
        }
        break;
    case T_T: case T_DELTEXT:
        if (w->in_text) para_add_piece(w, text_of(&w->piece), w->piece.n);
        w->d->failed |= w->piece.failed;
        w->in_text = 0;
        break;
    case T_INSTR: w->in_instr = 0; break;
    case T_DEL: if (!(p && (p->in_props || p->in_run_props)) && !w->in_row_props && w->gone) w->gone--; break;
    case T_FLDSIMPLE: field_end(w); break;
    case T_TRPR: w->in_row_props = 0; break;
    case T_TR: close_row(w); break;
    case T_TBL: close_table(w); break;
    case T_NOTE: close_note(w); break;
    default: break;
    }
    return w->d->failed;
}

static int on_text(void *ctx, const char *s, size_t n)
{
    Walk *w = ctx;
    if (w->skip) return 0;
    if (w->in_text) text_add(&w->piece, s, n);
    else if (w->in_instr && w->n_fields && !w->fields_over && !w->gone) text_add(&w->field[w->n_fields - 1].instr, s, n);
    return 0;
}

/* --- doors --- */

static int run(Walk *w, const char *xml, size_t n)
{
    XmlHandler h = {w, on_open, on_close, on_text};
    XmlFault f = xml_read(xml, n, DOCX_SPACES, &h, NULL);
    drop_cells(w);
    for (int i = 0; i < PARAS_MOST; i++) {
        text_free(&w->para[i].text);
        text_free(&w->para[i].deleted);
        text_free(&w->para[i].hidden);
    }
    for (int i = 0; i < FIELDS_MOST; i++) text_free(&w->field[i].instr);
    text_free(&w->carry);
    text_free(&w->piece);
    text_free(&w->note_text);
    return (int)f;
}

/* Fonts of TCVN3 and VNI over text that is Unicode already: a file converted without changing its fonts. */
static int holds_unicode(Docx *d, const char *xml, size_t n)
{
    Walk *w = calloc(1, sizeof *w);
    int page = d->page, line = d->line, pictures = d->pictures;
    if (!w) return 0;
    w->d = d;
    w->probe = 1;
    d->trust_unicode = 0;
    run(w, xml, n);
    int yes = w->unicode_runs > w->legacy_runs;
    d->page = page;
    d->line = line;
    d->pictures = pictures;
    d->legacy = 0;
    free(w);
    return yes;
}

static int has_legacy_font(const Docx *d, const char *xml, size_t n)
{
    for (size_t i = 0; i < d->styles.n; i++)
        if (d->styles.v[i].look.font > FONT_PLAIN && d->styles.v[i].look.font != FONT_SYMBOL) return 1;
    return d->styles.defaults.font > FONT_PLAIN || memmem(xml, n, "\".V", 3) || memmem(xml, n, "\"VNI", 4) ||
        memmem(xml, n, "\".v", 3);
}

int walk_document(Docx *d, const char *xml, size_t n)
{
    Walk *w = calloc(1, sizeof *w);
    if (!w) return XML_MEMORY;
    if (has_legacy_font(d, xml, n)) d->trust_unicode = holds_unicode(d, xml, n);
    w->d = d;
    w->fresh_page = 1;
    int f = run(w, xml, n);
    free(w);
    return f;
}

int walk_notes(Docx *d, const char *xml, size_t n, void (*note)(void *ctx, long id, const char *text), void *ctx)
{
    Walk *w = calloc(1, sizeof *w);
    if (!w) return XML_MEMORY;
    w->d = d;
    w->note = note;
    w->note_ctx = ctx;
    int page = d->page;
    int f = run(w, xml, n);
    d->page = page;
    free(w);
    return f;
}
