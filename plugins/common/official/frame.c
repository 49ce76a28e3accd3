/* frame.c - what stands around the text of an official document: header, title, addressees, bases, recipients, signature,
 * annexes. Each type of document has its own order and parts; what they look like stands in styles.c. */
#include "plugins/common/official/inside.h"
#include "plugins/common/writer.h"

enum { PIECES_MOST = 40 };

static int is_type(const Walk *w, const char *symbol) { return w->facts.type && !strcmp(w->facts.type->symbol, symbol); }
static SenText type_name(const Walk *w) { return (SenText){w->facts.type->name, strlen(w->facts.type->name)}; }

/* --- grids --- */

static OffTable make_grid(Walk *w, size_t rows, double left)
{
    const Official *o = w->out;
    double *widths = memory_take(w->memory, 2 * sizeof *widths);
    OffRow *row = memory_take(w->memory, rows * sizeof *row);
    OffCell *cells = memory_take(w->memory, rows * 2 * sizeof *cells);
    if (!widths || !row || !cells) return (OffTable){.caption = SEN_TEXT("")};
    widths[0] = left;
    widths[1] = o->page_width - o->left - o->right - left;
    for (size_t i = 0; i < rows; i++) row[i] = (OffRow){cells + 2 * i, SEN_TEXT("")};
    return (OffTable){2, widths, row, rows, 0, SEN_TEXT("")};
}

static void set_cell(OffTable *t, size_t row, size_t column, const Paras *p)
{
    if (!t->n_rows) return;
    OffCell *cells = (OffCell *)t->rows[row].cells;
    cells[column] = (OffCell){p->v, p->n};
}

static void add_made(Walk *w, Paras *to, OffRole role, SenText text)
{
    OffPara p = runs_make(w, role, text);
    blocks_add_para(w, to, &p);
}

/* A line too wide for its column is cut in two of about the same width, where both fit; else it breaks as it comes. */
static void add_balanced(Walk *w, Paras *to, OffRole role, SenText line, double room)
{
    const OffStyle *s = &w->out->style[role];
    double best = room;
    size_t cut = 0;
    if (official_text_width(line, s->size, s->bold) > room)
        for (size_t i = 1; i + 1 < line.n && line.n < 400; i++) {
            if (line.p[i] != ' ') continue;
            double a = official_text_width((SenText){line.p, i}, s->size, s->bold);
            double b = official_text_width((SenText){line.p + i + 1, line.n - i - 1}, s->size, s->bold);
            if ((a > b ? a : b) < best) best = a > b ? a : b, cut = i;
        }
    if (cut) add_made(w, to, role, (SenText){line.p, cut});
    add_made(w, to, role, cut ? (SenText){line.p + cut + 1, line.n - cut - 1} : line);
}

/* Each line of a name is a paragraph of its own. */
static void add_lines(Walk *w, Paras *to, OffRole role, SenText text, double room)
{
    for (size_t i = 0, from = 0; i <= text.n; i++) {
        if (i < text.n && text.p[i] != '\n') continue;
        add_balanced(w, to, role, (SenText){text.p + from, i - from}, room);
        from = i + 1;
    }
}

static void add_rule(Walk *w, Paras *to, double length)
{
    OffPara p = runs_make(w, OFF_RULE, SEN_STR(""));
    p.rule = length;
    blocks_add_para(w, to, &p);
}

/* The widest line of a text that breaks where it must, in mm. */
static double widest_line(const Walk *w, OffRole role, SenText text, double room)
{
    const OffStyle *s = &w->out->style[role];
    double most = 0;
    for (size_t i = 0, from = 0; i <= text.n; i++) {
        if (i < text.n && text.p[i] != '\n') continue;
        double one = official_text_width((SenText){text.p + from, i - from}, s->size, s->bold);
        if (one > most) most = one;
        from = i + 1;
    }
    return most > room ? room : most;
}

/* The same of the paragraphs gathered so far. */
static double widest_para(Walk *w, const Paras *in, double room)
{
    double most = 0;
    for (size_t i = 0; i < in->n; i++) {
        double one = in->v[i].role == OFF_AGENCY ? widest_line(w, OFF_AGENCY, runs_plain(w, &in->v[i]), room) : 0;
        if (one > most) most = one;
    }
    return most;
}

/* --- header --- */

static const SenText nation = SEN_TEXT("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), motto = SEN_TEXT("Độc lập - Tự do - Hạnh phúc");

static double left_width(const Walk *w)
{
    const Official *o = w->out;
    double all = o->page_width - o->left - o->right, left = w->words.header_left;
    double need = official_text_width(nation, o->style[OFF_NATION].size, 1) + 4;
    return all - left < need ? all - need : left;
}

static void add_header_grid(Walk *w, Blocks *to)
{
    const Facts *f = &w->facts;
    Paras issuer = {0}, state = {0}, number = {0}, date = {0};
    double left = left_width(w);
    OffBlock *b = blocks_add_block(w, to, OFF_GRID, "header");
    if (!b) return;
    b->table = make_grid(w, 2, left);
    if (f->superior.n) add_lines(w, &issuer, OFF_SUPERIOR, f->superior, left);
    add_lines(w, &issuer, OFF_AGENCY, f->issuer, left);
    add_rule(w, &issuer, widest_para(w, &issuer, left) * w->words.rule_share);
    add_made(w, &state, OFF_NATION, nation);
    add_made(w, &state, OFF_MOTTO, motto);
    add_rule(w, &state, official_text_width(motto, w->out->style[OFF_MOTTO].size, 1));
    add_made(w, &number, OFF_NUMBER, facts_number_text(w->memory, f));
    if (is_type(w, "CV") && f->subject.n) {
        SenText about = letters_begin(f->subject, "V/v") ? f->subject : letters_join(w->memory, SEN_STR("V/v"), " ", f->subject);
        add_made(w, &number, OFF_ABOUT, about);
    }
    add_made(w, &date, OFF_PLACE_DATE, letters_join(w->memory, f->place.n ? f->place : SEN_STR("…"), ", ",
        facts_date_text(w->memory, f)));
    set_cell(&b->table, 0, 0, &issuer);
    set_cell(&b->table, 0, 1, &state);
    set_cell(&b->table, 1, 0, &number);
    set_cell(&b->table, 1, 1, &date);
}

/* --- title --- */

static void add_text(Walk *w, Blocks *to, OffRole role, SenText text, const char *part)
{
    OffPara p = runs_make(w, role, text);
    blocks_add_paragraph(w, to, &p, part);
}

static void add_title(Walk *w, Blocks *to)
{
    SenText subject = w->facts.subject;
    int named = 0;
    for (size_t i = 0; i < w->head.n; i++) named |= w->head.v[i].role == OFF_TYPE;
    if (!named) add_text(w, to, OFF_TYPE, type_name(w), "title");
    for (size_t i = 0; i < w->head.n; i++) {                /* what the document says in `::: head` */
        if (w->head.v[i].role == OFF_SUBJECT && w->facts.subject.n) continue;
        blocks_add_paragraph(w, to, &w->head.v[i], "title");
        if (w->head.v[i].role == OFF_SUBJECT) subject = runs_plain(w, &w->head.v[i]);
    }
    if (w->facts.subject.n) add_text(w, to, OFF_SUBJECT, subject, "title");
    OffPara rule = runs_make(w, OFF_RULE, SEN_STR(""));
    double room = w->out->page_width - w->out->left - w->out->right;
    OffRole over = subject.n ? OFF_SUBJECT : OFF_TYPE;
    rule.rule = widest_line(w, over, subject.n ? subject : type_name(w), room) * w->words.rule_share;
    blocks_add_paragraph(w, to, &rule, "title");
    w->out->subject = subject;
}

/* --- Kính gửi, căn cứ --- */

static int is_label(SenText text, const char *label)
{
    while (text.n && (text.p[text.n - 1] == ':' || text.p[text.n - 1] == ' ')) text.n--;
    return letters_same(text, label);
}

static size_t gather_to(Walk *w, OffPara *out)
{
    size_t n = 0, at = 0;
    SenText piece;
    while (n < PIECES_MOST && facts_next_piece(w->facts.to, &at, &piece)) out[n++] = runs_make(w, OFF_TO_ITEM, piece);
    for (size_t i = 0; i < w->to.n && n < PIECES_MOST; i++)
        if (!is_label(runs_plain(w, &w->to.v[i]), "Kính gửi")) out[n++] = w->to.v[i];
    return n;
}

static void add_to(Walk *w, Blocks *to)
{
    OffPara p[PIECES_MOST];
    size_t n = gather_to(w, p);
    if (n == 1) {
        SenText text = runs_plain(w, &p[0]);
        if (!letters_begin(text, "Kính gửi")) text = letters_join(w->memory, SEN_STR("Kính gửi"), ": ", text);
        add_text(w, to, OFF_TO, text, "to");
        return;
    }
    if (n) add_text(w, to, OFF_TO_MANY, SEN_STR("Kính gửi:"), "to");
    for (size_t i = 0; i < n; i++) {
        runs_end_with(w, &p[i], i + 1 < n ? ";" : ".");
        p[i].mark = OFF_MARK_DASH;
        p[i].label = SEN_STR("-");
        p[i].keep_next = i + 1 < n;
        blocks_add_paragraph(w, to, &p[i], "to");
    }
}

static const char *as_string(Walk *w, SenText t)
{
    char *s = memory_take(w->memory, t.n + 1);
    if (s && t.n) memcpy(s, t.p, t.n);
    return s ? s : "";
}

static void add_bases(Walk *w, Blocks *to)
{
    for (size_t i = 0; i < w->bases.n; i++) {
        runs_end_with(w, &w->bases.v[i], i + 1 < w->bases.n ? ";" : as_string(w, w->words.basis_end));
        blocks_add_paragraph(w, to, &w->bases.v[i], "bases");
    }
}

/* A decision names who decides before its bases, and decides after them. */
static void add_decision(Walk *w, Blocks *to)
{
    SenText who = w->facts.decider.n ? letters_upper(w->memory, w->facts.decider) : w->facts.issuer;
    char *line = memory_take(w->memory, who.n + 1);
    if (!line) return;
    for (size_t i = 0; i < who.n; i++) line[i] = who.p[i] == '\n' ? ' ' : who.p[i];
    add_text(w, to, OFF_DECIDER, (SenText){line, who.n}, "title");
    add_bases(w, to);
    add_text(w, to, OFF_DECIDER, SEN_STR("QUYẾT ĐỊNH:"), "title");
}

void frame_header(Walk *w, Blocks *to)
{
    if (!w->facts.type) return;
    add_header_grid(w, to);
    if (w->facts.type->name[0]) add_title(w, to);
    else w->out->subject = w->facts.subject;
    add_to(w, to);
    if (is_type(w, "QĐ")) add_decision(w, to);
    else add_bases(w, to);
}

/* --- recipients --- */

static void fill_recipients(Walk *w, Paras *out)
{
    SenText keep = letters_join(w->memory, SEN_STR("Lưu: VT"), w->facts.drafter.n ? ", " : "", w->facts.drafter);
    Paras list = {0};
    int kept = 0;
    for (size_t i = 0; i < w->recipients.n; i++) {
        SenText text = runs_plain(w, &w->recipients.v[i]);
        if (is_label(text, "Nơi nhận")) continue;
        if (letters_begin(text, "Lưu")) kept = 1;
        if (letters_begin(text, "Lưu: VT") && text.n <= sizeof "Lưu: VT." && w->facts.drafter.n) continue;
        blocks_add_para(w, &list, &w->recipients.v[i]);
    }
    if (!w->recipients.n && (w->facts.to.n || w->to.n)) add_made(w, &list, OFF_RECIPIENT, SEN_STR("Như trên"));
    if (!kept || (w->facts.drafter.n && list.n < w->recipients.n)) {
        int has = 0;
        for (size_t i = 0; i < list.n; i++) has |= letters_begin(runs_plain(w, &list.v[i]), "Lưu");
        if (!has) add_made(w, &list, OFF_RECIPIENT, keep);
    }
    add_made(w, out, OFF_RECIPIENTS, SEN_STR("Nơi nhận:"));
    for (size_t i = 0; i < list.n; i++) {
        list.v[i].role = OFF_RECIPIENT;
        list.v[i].mark = OFF_MARK_DASH;
        list.v[i].label = SEN_STR("-");
        runs_end_with(w, &list.v[i], i + 1 < list.n ? ";" : ".");
        blocks_add_para(w, out, &list.v[i]);
    }
}

/* --- signature --- */

/* "PHÓ CHỦ TỊCH" signs for the chair: "CHỦ TỊCH"; "" when the title is no deputy's. */
static SenText chief_of(SenText title)
{
    static const char deputy[] = "PHÓ ";
    size_t n = sizeof deputy - 1;
    return letters_begin(title, deputy) ? (SenText){title.p + n, title.n - n} : SEN_STR("");
}

static int is_short(SenText t, const char *form)      /* "KT" or "KT." alone */
{
    size_t n = strlen(form);
    return letters_begin(t, form) && (t.n == n || (t.n == n + 1 && t.p[n] == '.'));
}

static SenText body_name(const Walk *w) { return w->facts.own_issuer || !w->facts.council ? w->facts.issuer :
    SEN_STR("ỦY BAN NHÂN DÂN"); }

static void add_authority(Walk *w, Paras *out, SenText text)
{
    if (text.n) add_made(w, out, OFF_AUTHORITY, text);
}

/* One line of what was said of the authority, its short forms written out. */
static void add_form(Walk *w, Paras *out, SenText form, SenText title)
{
    Memory *m = w->memory;
    SenText chief = chief_of(title).n ? chief_of(title) : SEN_STR("CHỦ TỊCH");
    if (is_short(form, "TM")) form = letters_join(m, SEN_STR("TM."), " ", body_name(w));
    else if (is_short(form, "KT")) form = letters_join(m, SEN_STR("KT."), " ", chief);
    else if (is_short(form, "TL")) form = letters_join(m, SEN_STR("TL."), " ", chief);
    else if (is_short(form, "TUQ")) form = letters_join(m, SEN_STR("TUQ."), " ", chief);
    add_authority(w, out, form);
}

static void add_unit_sign(Walk *w, Paras *out)
{
    const Facts *f = &w->facts;
    Memory *m = w->memory;
    SenText title = letters_upper(m, f->signer_title), authority = letters_upper(m, f->authority), form;
    size_t at = 0;
    int committee = f->council && !f->own_issuer, for_chief = 0, forms = 0, acting = is_short(authority, "Q");
    if (!authority.n && committee) authority = SEN_STR("TM");
    if (!title.n && committee && !forms) title = SEN_STR("CHỦ TỊCH");
    if (is_short(authority, "KT") && committee) authority = SEN_STR("TM;KT");
    while (!acting && facts_next_piece(authority, &at, &form)) {
        add_form(w, out, form, title);
        for_chief |= letters_begin(form, "KT") || letters_begin(form, "TL") || letters_begin(form, "TUQ");
        forms++;
    }
    if (forms && !for_chief && committee && chief_of(title).n)
        add_authority(w, out, letters_join(m, SEN_STR("KT."), " ", chief_of(title)));
    add_authority(w, out, acting ? letters_join(m, SEN_STR("Q."), " ", title) : title);
    add_made(w, out, OFF_SIGN_SPACE, SEN_STR(""));
    add_made(w, out, OFF_SIGNER, sentext_is(f->signer_name, "…") ? SEN_STR("") : f->signer_name);
}

/* A signature written in the document: the last line is the name, a line in brackets is a hint. */
static void add_own_sign(Walk *w, const Paras *in, Paras *out)
{
    for (size_t i = 0; i < in->n; i++) {
        OffPara p = in->v[i];
        SenText text = runs_plain(w, &p);
        if (letters_begin(text, "(")) {
            if (is_type(w, "BB")) add_made(w, out, OFF_SIGN_HINT, text);
            continue;
        }
        if (i + 1 < in->n || in->n == 1) {
            add_made(w, out, OFF_AUTHORITY, letters_upper(w->memory, text));
            continue;
        }
        add_made(w, out, OFF_SIGN_SPACE, SEN_STR(""));
        add_made(w, out, OFF_SIGNER, sentext_is(text, "…") ? SEN_STR("") : text);
    }
}

/* The text before the signature keeps with it, so that it never stands alone on a page. */
static void keep_with_closing(Blocks *to)
{
    if (to->n && to->v[to->n - 1].kind == OFF_PARA) to->v[to->n - 1].para.keep_next = 1;
}

static void add_end_mark(Walk *w, Blocks *to)
{
    if (!to->n || !w->words.end_mark.n) return;
    OffBlock *b = &to->v[to->n - 1];
    if (b->kind != OFF_PARA || (b->para.role != OFF_BODY && b->para.role != OFF_BULLET)) return;
    SenText text = runs_plain(w, &b->para);
    if (text.n && text.p[text.n - 1] != ':' && !letters_end(text, "…")) runs_end_with(w, &b->para, as_string(w,
        w->words.end_mark));
}

static void add_minutes_closing(Walk *w, OffTable *t)
{
    Paras first = {0}, second = {0}, recipients = {0};
    add_own_sign(w, &w->sign[0], &first);
    add_own_sign(w, &w->sign[1], &second);
    set_cell(t, 0, 0, &first);
    set_cell(t, 0, 1, &second);
    fill_recipients(w, &recipients);
    set_cell(t, 1, 0, &recipients);
}

void frame_closing(Walk *w, Blocks *to)
{
    const Facts *f = &w->facts;
    if (!f->type && !w->n_signs && !w->recipients.n) return;
    if (f->type) add_end_mark(w, to);
    keep_with_closing(to);
    OffBlock *b = blocks_add_block(w, to, OFF_GRID, "closing");
    if (!b) return;
    double all = w->out->page_width - w->out->left - w->out->right;
    int minutes = w->n_signs >= 2;
    b->table = make_grid(w, minutes ? 2 : 1, all * 0.5);
    if (minutes) {
        add_minutes_closing(w, &b->table);
        return;
    }
    Paras recipients = {0}, sign = {0};
    if (f->type || w->recipients.n) fill_recipients(w, &recipients);
    if (w->own_sign || !f->type) add_own_sign(w, &w->sign[0], &sign);
    else add_unit_sign(w, &sign);
    set_cell(&b->table, 0, 0, &recipients);
    set_cell(&b->table, 0, 1, &sign);
}

/* --- annexes --- */

static SenText roman(Memory *m, uint32_t n)
{
    static const struct { uint32_t v; const char *s; } parts[] = {{50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4,
        "IV"},
                                                                  {1, "I"}};
    SenText t = {"", 0};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        for (; n >= parts[i].v; n -= parts[i].v) t = letters_join(m, t, parts[i].s, SEN_STR(""));
    return t;
}

/* «Phường Sa Đéc» within a sentence: «phường Sa Đéc». */
static SenText unit_in_text(Walk *w)
{
    static const char *const kinds[][2] = {{"P", "p"}, {"X", "x"}, {"T", "t"}, {"H", "h"}, {"Đ", "đ"}};
    SenText name = w->facts.unit_name;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        size_t n = strlen(kinds[i][0]);
        if (letters_begin(name, kinds[i][0]))
            return letters_join(w->memory, SEN_STR(""), kinds[i][1], (SenText){name.p + n, name.n - n});
    }
    return name;
}

/* (Kèm theo Kế hoạch số     /KH-UBND ngày … của Ủy ban nhân dân phường …) */
static SenText annex_note(Walk *w)
{
    static const char *const small[] = {"Kế hoạch", "Báo cáo", "Công văn", "Thông báo", "Tờ trình", "Quyết định", "Giấy mời",
        "Biên bản"};
    const Facts *f = &w->facts;
    Memory *m = w->memory;
    SenText name = SEN_STR("Văn bản"), number = facts_number_text(m, f);
    for (size_t i = 0; i < sizeof small / sizeof *small; i++)
        if (letters_same(type_name(w), small[i]) || (!type_name(w).n && i == 2)) name = (SenText){small[i], strlen(small[i])};
    SenText t = letters_join(m, SEN_STR("(Kèm theo "), "", name);
    t = letters_join(m, t, " số ", (SenText){number.p + 6, number.n - 6});       /* without «Số: » */
    t = letters_join(m, t, " ", facts_date_text(m, f));
    SenText who = f->own_issuer || !f->council ? f->issuer : letters_join(m, SEN_STR("Ủy ban nhân dân"), " ", unit_in_text(w));
    t = letters_join(m, t, " của ", who);
    return letters_join(m, t, ")", SEN_STR(""));
}

void frame_annex(Walk *w, const SenEvent *e, int landscape)
{
    w->now.annex = 1;
    w->now.place = IN_BODY;
    w->landscape = landscape;
    OffBlock *b = blocks_add_block(w, &w->after, OFF_SECTION, "annex");
    if (b) b->landscape = landscape;
    size_t most = sizeof w->annex_at / sizeof *w->annex_at;
    if (w->facts.type && w->annexes < most) {
        w->annex_at[w->annexes++] = w->after.n;
        add_text(w, &w->after, OFF_ANNEX, SEN_STR("Phụ lục"), "annex");
    }
    if (w->annexes > 1 && w->annexes <= most)
        for (uint32_t i = 0; i < w->annexes && w->annex_at[i] < w->after.n; i++)
            w->after.v[w->annex_at[i]].para = runs_make(w, OFF_ANNEX, letters_join(w->memory, SEN_STR("Phụ lục"), " ",
                roman(w->memory, i + 1)));
    SenText title = letters_upper(w->memory, e->title);
    if (title.n) add_text(w, &w->after, OFF_ANNEX_TITLE, title, "annex");
    if (w->facts.type) add_text(w, &w->after, OFF_ANNEX_NOTE, annex_note(w), "annex");
    OffPara rule = runs_make(w, OFF_RULE, SEN_STR(""));
    rule.rule = 40;
    if (w->facts.type) blocks_add_paragraph(w, &w->after, &rule, "annex");
    w->heading = memory_text(w->memory, e->title.p, e->title.n);
}
