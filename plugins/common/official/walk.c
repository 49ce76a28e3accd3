/* walk.c - one pass over the document: each block becomes a paragraph, a table or a part of the frame. */
#include "plugins/common/official/inside.h"
#include "plugins/common/writer.h"

/* --- where things go --- */

static int is_behind(const Walk *w) { return w->now.annex || w->closed; }

/* What stands behind the signature begins on a page of its own. */
static void begin_after(Walk *w)
{
    if (!w->closed || w->now.annex || w->after.n) return;
    blocks_add_block(w, &w->after, OFF_SECTION, "annex");
}

static void put_paragraph(Walk *w, const OffPara *p)
{
    switch (w->now.place) {
    case IN_HEAD: blocks_add_para(w, &w->head, p); return;
    case IN_TO: blocks_add_para(w, &w->to, p); return;
    case IN_BASES: blocks_add_para(w, &w->bases, p); return;
    case IN_RECIPIENTS: blocks_add_para(w, &w->recipients, p); return;
    case IN_SIGN: if (w->n_signs) blocks_add_para(w, &w->sign[w->n_signs - 1], p); return;
    case IN_NOTE: blocks_add_para(w, &w->note_paras, p); return;
    case IN_BODY: case IN_CELL: break;
    }
    begin_after(w);
    blocks_add_paragraph(w, is_behind(w) ? &w->after : &w->body, p, is_behind(w) ? "annex" : "body");
}

/* --- headings and paragraphs --- */

static int begins_word(SenText t, const char *word)
{
    size_t n = strlen(word);
    return t.n > n && t.p[n] == ' ' && letters_same((SenText){t.p, n}, word);
}

static OffRole heading_role(const Walk *w, SenText text, int level)
{
    if (begins_word(text, "Phần") || begins_word(text, "Chương")) return OFF_PART;
    if (begins_word(text, "Mục") || begins_word(text, "Tiểu mục")) return OFF_SECTION_HEAD;
    if (begins_word(text, "Điều")) return OFF_CLAUSE;
    if (!w->facts.type && level == 1) return OFF_TITLE;
    if (is_behind(w) && level <= 2 && letters_begin(text, "PHỤ LỤC")) return OFF_ANNEX;
    return level <= 2 ? OFF_GROUP : level == 3 ? OFF_CLAUSE : OFF_POINT;
}

static OffRole place_role(const Walk *w)
{
    switch (w->now.place) {
    case IN_HEAD: return w->facts.type ? OFF_SUBJECT : OFF_TITLE;
    case IN_TO: return OFF_TO_ITEM;
    case IN_BASES: return OFF_BASIS;
    case IN_RECIPIENTS: return OFF_RECIPIENT;
    case IN_SIGN: return OFF_AUTHORITY;
    case IN_NOTE: return OFF_NOTE;
    case IN_BODY: case IN_CELL: break;
    }
    return w->now.quote ? OFF_QUOTE : w->n_lists ? OFF_BULLET : OFF_BODY;
}

static size_t word_after(SenText t, size_t i)
{
    while (i < t.n && t.p[i] != ' ') i++;
    while (i < t.n && t.p[i] == ' ') i++;
    return i;
}

/* «Chương I. Quy định chung»: the number on a line of its own, the title below it in capitals. */
static void split_part(Walk *w, OffPara *p)
{
    SenText all = runs_plain(w, p), first = {all.p, all.n < 4 ? all.n : 4};
    size_t at = word_after(all, 0);
    if (letters_same(first, "tiểu") || letters_begin(all, "Tiểu ")) at = word_after(all, at);
    if (letters_begin((SenText){all.p + at, all.n - at}, "thứ ")) at = word_after(all, at);
    at = word_after(all, at);
    if (at >= all.n) return;
    SenText number = letters_trim((SenText){all.p, at}), title = letters_trim((SenText){all.p + at, all.n - at});
    while (number.n && (number.p[number.n - 1] == '.' || number.p[number.n - 1] == ':')) number.n--;
    OffPara two = runs_make(w, p->role, letters_join(w->memory, number, "\n", letters_upper(w->memory, title)));
    p->runs = two.runs;
    p->n_runs = two.n_runs;
}

static void heading(Walk *w, const SenEvent *e)
{
    OffPara p;
    if (e->entering) {
        w->host->doc_text(w->doc, &w->heading);
        w->heading = letters_trim(memory_text(w->memory, w->heading.p, w->heading.n));
        runs_open(w, w->now.place == IN_HEAD && w->facts.type ? OFF_TYPE : w->now.place == IN_BODY ?
                  heading_role(w, w->heading, e->level) : place_role(w), e);
        if (w->now.centred) w->para.align = OFF_CENTER;
        return;
    }
    if (!runs_close(w, &p)) return;
    if (p.role == OFF_PART || p.role == OFF_SECTION_HEAD) split_part(w, &p);
    put_paragraph(w, &p);
}

/* The first paragraph of an item carries its mark. */
static void mark_item(Walk *w)
{
    if (!w->n_lists) return;
    ListState *l = &w->list[w->n_lists - 1];
    w->para.depth = (int)w->n_lists;
    w->para.list = l->id;
    if (!l->fresh) return;
    l->fresh = 0;
    w->para.mark = l->ordered ? OFF_MARK_NUMBER : OFF_MARK_DASH;
    w->para.number = l->number;
    w->para.label = w->n_lists % 2 ? SEN_STR("-") : SEN_STR("+");
    if (l->ordered) {
        char digits[16];
        size_t n = 0;
        uint32_t v = l->number < 0 ? 0 : (uint32_t)l->number;
        do digits[15 - n++] = (char)('0' + v % 10); while ((v /= 10) && n < 12);
        w->para.label = letters_join(w->memory, (SenText){digits + 16 - n, n}, ".", SEN_STR(""));
    }
    if (l->check) {
        w->para.mark = OFF_MARK_NONE;
        runs_add_run(w, (OffRun){.kind = OFF_RUN_BOX, .done = l->check == SEN_CHECK_DONE, .text = SEN_TEXT(""), .url =
            SEN_TEXT("")});
        runs_add_text(w, SEN_STR(" "));
    }
}

static int all_bold(const OffPara *p)
{
    for (size_t i = 0; i < p->n_runs; i++)
        if (p->runs[i].kind == OFF_RUN_TEXT && !p->runs[i].bold) return 0;
    return p->n_runs > 0;
}

static void paragraph(Walk *w, const SenEvent *e)
{
    OffPara p;
    if (e->entering) {
        runs_open(w, place_role(w), e);
        if (w->now.centred) w->para.align = OFF_CENTER;
        if (w->now.place == IN_BODY) mark_item(w);
        return;
    }
    if (!runs_close(w, &p)) return;
    if (p.role == OFF_BODY && all_bold(&p)) p.keep_next = 1;       /* a heading written as a bold line */
    put_paragraph(w, &p);
}

static void code_block(Walk *w, const SenEvent *e)
{
    OffPara p;
    SenText t = e->text;
    while (t.n && t.p[t.n - 1] == '\n') t.n--;
    runs_open(w, w->now.place == IN_BODY ? OFF_CODE : place_role(w), e);
    w->code++;
    for (size_t i = 0, from = 0; i <= t.n; i++) {
        if (i < t.n && t.p[i] != '\n') continue;
        runs_add_text(w, (SenText){t.p + from, i - from});
        if (i < t.n) runs_add_run(w, (OffRun){.kind = OFF_RUN_BREAK, .text = SEN_TEXT(""), .url = SEN_TEXT("")});
        from = i + 1;
    }
    int some = runs_close(w, &p);
    w->code--;
    if (some) put_paragraph(w, &p);
}

static void rule(Walk *w, const SenEvent *e)
{
    OffPara p;
    if (w->now.place != IN_BODY) return;
    runs_open(w, OFF_RULE, e);
    runs_close(w, &p);
    p.rule = 60;
    p.keep_next = 0;
    put_paragraph(w, &p);
}

/* --- lists --- */

static void list(Walk *w, const SenEvent *e)
{
    if (!e->entering) {
        if (w->extra_lists) w->extra_lists--;
        else if (w->n_lists) w->n_lists--;
        return;
    }
    if (w->n_lists == LISTS_DEEP) {
        w->extra_lists++;
        return;
    }
    w->list[w->n_lists++] = (ListState){.ordered = (int)e->ordered, .id = ++w->lists, .number = e->start};
}

static void item(Walk *w, const SenEvent *e)
{
    if (!e->entering || !w->n_lists) return;
    ListState *l = &w->list[w->n_lists - 1];
    l->fresh = 1;
    l->check = (int)e->check;
    if (l->ordered) l->number = e->start;
}

/* --- divs --- */

static int has_class(SenText names, const char *one)
{
    size_t n = strlen(one);
    for (size_t i = 0; i + n <= names.n; i++)
        if (!memcmp(names.p + i, one, n) && (i == 0 || names.p[i - 1] == ' ') && (i + n == names.n || names.p[i + n] == ' '))
            return 1;
    return 0;
}

static int has_either(SenText names, const char *english, const char *vietnamese)
{
    return has_class(names, english) || has_class(names, vietnamese);
}

static int is_for_others(const Walk *w, SenText names)
{
    static const char *const others[] = {"html", "zalo", "facebook", "loudspeaker", "text", "loa", "screen", "docx", "pdf"};
    if (has_class(names, w->channel)) return 0;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (has_class(names, others[i])) return 1;
    return 0;
}

static int is_skipped(const Walk *w, SenText names)
{
    if (is_for_others(w, names)) return 1;
    return w->facts.type && has_either(names, "letterhead", "dau-van-ban");     /* made from the facts instead */
}

static void open_sign(Walk *w, const SenEvent *e)
{
    w->now.place = IN_SIGN;
    w->closed = 1;
    if (w->n_signs < SIGNS_MOST) w->n_signs++;
    if (!has_either(e->text, "unit", "don-vi")) w->own_sign = 1;
}

static void open_break(Walk *w)
{
    OffBlock *b = blocks_add_block(w, is_behind(w) ? &w->after : &w->body, OFF_SECTION, is_behind(w) ? "annex" : "body");
    if (b && is_behind(w)) b->landscape = w->landscape;
}

static void div_names(Walk *w, const SenEvent *e)
{
    if (has_either(e->text, "bases", "can-cu")) w->now.place = IN_BASES;
    else if (has_either(e->text, "to", "kinh-gui")) w->now.place = IN_TO;
    else if (has_either(e->text, "recipients", "noi-nhan")) w->now.place = IN_RECIPIENTS, w->closed = 1;
    else if (has_either(e->text, "sign", "chu-ky")) open_sign(w, e);
    else if (has_either(e->text, "annex", "phu-luc")) frame_annex(w, e, has_either(e->text, "landscape", "ngang"));
    else if (has_class(e->text, "head") && w->facts.type && !w->body.n) w->now.place = IN_HEAD;
    else if (has_class(e->text, "head")) w->now.centred = 1;
    else if (has_class(e->text, "break")) open_break(w);
}

static void div_block(Walk *w, const SenEvent *e)
{
    if (!e->entering) {
        if (w->extra_divs) w->extra_divs--;
        else if (w->n_divs) w->now = w->div[--w->n_divs];
        return;
    }
    if (w->n_divs == DIVS_DEEP) {
        w->extra_divs++;
        return;
    }
    w->div[w->n_divs++] = w->now;
    if (is_skipped(w, e->text)) {
        w->host->doc_skip(w->doc);
        return;
    }
    div_names(w, e);
    if (!e->title.n || has_either(e->text, "annex", "phu-luc")) return;
    OffPara p = runs_make(w, OFF_CAPTION, e->title);
    p.line = e->line;
    if (has_class(e->text, "table")) w->caption = memory_text(w->memory, e->title.p, e->title.n);
    if (w->now.place == IN_BODY) put_paragraph(w, &p);
}

/* --- footnotes --- */

static void footnote(Walk *w, const SenEvent *e)
{
    if (e->entering) {
        if (w->n_divs < DIVS_DEEP) w->div[w->n_divs++] = w->now;
        else w->extra_divs++;
        w->now.place = IN_NOTE;
        w->note_paras = (Paras){0};
        w->note_number = e->start;
        w->n_lists = w->extra_lists = 0;
        return;
    }
    if (w->extra_divs) w->extra_divs--;
    else if (w->n_divs) w->now = w->div[--w->n_divs];
    OffNote *bigger = memory_grow(w->memory, w->notes, w->n_notes, &w->cap_notes, sizeof *w->notes);
    if (!bigger || w->note_number != (int32_t)w->n_notes + 1) return;
    w->notes = bigger;
    w->notes[w->n_notes++] = (OffNote){w->note_number, w->note_paras.v, w->note_paras.n};
}

/* --- inlines --- */

static void link_inline(Walk *w, const SenEvent *e)
{
    if (!e->entering) {
        if (w->links && --w->links == 0) {
            runs_flush(w);
            w->url = SEN_STR("");
        }
        return;
    }
    if (w->links++ || !e->url.n) return;
    if (!letters_begin(e->url, "http") && !letters_begin(e->url, "mailto:") && !letters_begin(e->url, "tel:") &&
        e->url.p[0] != '#') return;
    runs_flush(w);
    w->url = memory_text(w->memory, e->url.p, e->url.n);
}

/* Text gathered so far becomes runs before the way it is printed changes. */
static void change(Walk *w, int *what, const SenEvent *e)
{
    runs_flush(w);
    *what += e->entering ? 1 : *what > 0 ? -1 : 0;
}

static void inline_event(Walk *w, const SenEvent *e)
{
    switch (e->kind) {
    case SEN_DOC_TEXT: runs_add_text(w, e->text); break;
    case SEN_DOC_SOFT_BREAK: runs_add_text(w, SEN_STR(" ")); break;
    case SEN_DOC_BREAK: runs_add_run(w, (OffRun){.kind = OFF_RUN_BREAK, .text = SEN_TEXT(""), .url = SEN_TEXT("")}); break;
    case SEN_DOC_CODE:
        runs_flush(w);
        w->code++;
        runs_add_text(w, e->text);
        runs_flush(w);
        w->code--;
        break;
    case SEN_DOC_EMPH: change(w, &w->italic, e); break;
    case SEN_DOC_STRONG: change(w, &w->bold, e); break;
    case SEN_DOC_STRIKE: change(w, &w->strike, e); break;
    case SEN_DOC_LINK: link_inline(w, e); break;
    case SEN_DOC_IMAGE: if (e->entering) picture_add(w, e); break;
    case SEN_DOC_NOTE_REF:
        runs_add_run(w, (OffRun){.kind = OFF_RUN_NOTE, .note = e->start, .text = SEN_TEXT(""), .url = SEN_TEXT("")});
        break;
    default: break;
    }
}

static void quote(Walk *w, const SenEvent *e) { w->now.quote += e->entering ? 1 : w->now.quote > 0 ? -1 : 0; }

static void event(Walk *w, const SenEvent *e)
{
    if (e->entering) w->origin[e->depth < 127 ? e->depth : 127] = e->origin;
    switch (e->kind) {
    case SEN_DOC_HEADING: heading(w, e); break;
    case SEN_DOC_PARAGRAPH: paragraph(w, e); break;
    case SEN_DOC_QUOTE: quote(w, e); break;
    case SEN_DOC_LIST: list(w, e); break;
    case SEN_DOC_ITEM: item(w, e); break;
    case SEN_DOC_CODE_BLOCK: code_block(w, e); break;
    case SEN_DOC_RULE: rule(w, e); break;
    case SEN_DOC_TABLE: if (e->entering) begin_after(w), table_open(w, e); else table_close(w); break;
    case SEN_DOC_ROW: table_row(w, e); break;
    case SEN_DOC_CELL: table_cell(w, e); break;
    case SEN_DOC_DIV: div_block(w, e); break;
    case SEN_DOC_FOOTNOTE: footnote(w, e); break;
    default: if (w->open) inline_event(w, e); break;
    }
}

void walk_pages(Walk *w)
{
    SenEvent e = {.struct_size = sizeof e};
    while (!w->memory->failed && w->host->doc_next(w->doc, &e)) event(w, &e);
}
