/* back_plan.c - what a person changed in Word becomes proposals, each for one place: a field of a thing, a passage of the unit's
 * own copy of a template, or the sentence that says where it is changed instead. Writes nothing. */
#include "core/app/back.h"
#include "core/base/file.h"
#include <stdlib.h>
#include <string.h>

static Arena *arena(const BackPlan *p) { return p->s->c->arena; }
static const char *text_of(const BackPlan *p, Str s) { return arena_text(arena(p), s.p ? s.p : "", s.n); }

/* --- what cannot be changed here --- */

static const char *why_fixed(const BackPlan *p, const SourcePart *part)
{
    Cli *c = p->s->c;
    const char *address = part ? text_of(p, part->address) : "";
    if (!strncmp(address, "unit:", 5))
        return arena_print(arena(p), cli_word(c, "chữ này lấy từ hồ sơ đơn vị: sửa trường %s ở units/%s/unit.lua",
                                              "this comes from the unit's profile: change %s in units/%s/unit.lua"),
                           text_of(p, part->field), p->d->unit);
    if (!strncmp(address, "plan", 4) || !strncmp(address, "node:", 5))
        return cli_word(c, "chữ này lấy từ kế hoạch cấp trên: sửa bằng sen nhap --xem-lai KẾ_HOẠCH",
                        "this comes from the upper plan: correct it with sen import --review PLAN");
    if (*address && strcmp(address, "vars")) {
        const Entity *e = back_entity(p->model, part->address);
        const char *field = text_of(p, part->field);
        int at = e ? word_find_field(e->kind, field, strlen(field)) : -1;
        int computed = at >= 0 && word_field(e->kind, (size_t)at)->flags & FLAG_COMPUTED;
        if (computed)
            return arena_print(arena(p), cli_word(c, "Sen tự tính %s.%s: xem sen vi-sao %s.%s rồi sửa điều nó tính từ đó",
                                                  "%s.%s is computed: see sen why %s.%s and change what it comes from"),
                               address, field, address, field);
        return arena_print(arena(p), cli_word(c, "máy không hiểu chữ mới là giá trị nào; sửa bằng sen sua %s.%s GIÁ_TRỊ",
                                              "the new text is no value of this field; use sen edit %s.%s VALUE"),
                           address, field);
    }
    if (part) return cli_word(c, "chữ này do mẫu tính ra: sửa trong mẫu", "the template works this out: change the template");
    return cli_word(c, "phần này Sen tự làm: số và ngày bằng sen ban-hanh; cơ quan, người ký ở unit.lua hoặc phần đầu của mẫu",
                    "Sen makes this part: number and day by sen issued; body and signer in unit.lua or the template's head");
}

static void add_fixed(BackPlan *p, const BackEdit *e, const SourceBlock *b, const SourcePart *part, const char *was,
                      const char *now)
{
    StoreProposal *x = back_refuse(p, e, b, was, now, why_fixed(p, part));
    if (part && part->address.n && !str_is(part->address, "vars")) {
        x->address = text_of(p, part->address);
        x->field = text_of(p, part->field);
    }
}

/* --- a changed text --- */

static const char *with_part(const BackPlan *p, const SourceBlock *b, size_t part, const Splices *all)
{
    Splices own = {arena_alloc(arena(p), mem_mul(all->n + 1, sizeof(Splice))), 0, 0};
    size_t from = back_part_start(b, part);
    Buf out = {0};
    for (size_t i = 0; i < all->n; i++)
        if (back_part_of(b, &all->v[i]) == (long)part)
            own.v[own.n++] = (Splice){all->v[i].from - from, all->v[i].to - from, all->v[i].text};
    splice_apply(b->part[part].text, &own, &out);
    const char *r = arena_text(arena(p), buf_text(&out), out.n);
    buf_free(&out);
    return r;
}

static void add_field(BackPlan *p, const BackEdit *e, const SourceBlock *b, size_t k, const Splices *x)
{
    const SourcePart *part = &b->part[k];
    const char *field = NULL, *now = with_part(p, b, k, x), *mine = text_of(p, part->text);
    FieldWay way = back_way(part, &field);
    const Entity *en = way == WAY_VARS ? NULL : back_entity(p->model, part->address);
    const BackSpot *w = &p->d->was[e->was];
    size_t from = back_part_start(b, k);
    Str base = splice_back(str_of(w->text), b->text, from, from + part->text.n, arena(p));
    int good = way == WAY_VARS || (way && en && back_value(p->s, p->model, way, en, field, part->text, str_of(now)));
    if (!good) {
        add_fixed(p, e, b, part, mine, now);
        return;
    }
    StoreProposal *o = back_propose(p, way == WAY_VARS ? "word-vars" : "word-field", b);
    if (way == WAY_VARS) {                                 /* of the material's own template, whatever file prints it */
        const char *template = entity_text(model_find(p->model, KIND_MATERIAL, p->d->material), "template");
        o->address = arena_print(arena(p), "units/%s/content/%s", p->d->unit, template);
        o->field = text_of(p, part->field);
    } else {
        o->address = en->address;
        o->field = field;
    }
    o->base = text_of(p, base);
    o->theirs = now;
    o->mine = mine;
    if (x->conflict) back_note_more(p, o, cli_word(p->s->c, "từ lúc xuất tệp, đơn vị cũng đã đổi chỗ này",
                                              "the unit changed this too since the file was built"));
    back_note_more(p, o, back_tracked(p, e->now));
}

static void plan_text(BackPlan *p, const BackEdit *e)
{
    const SourceBlock *b = back_block_of(p, e->was);
    const char *was = p->d->was[e->was].text, *now = p->d->now[e->now].text;
    if (!b) {
        add_fixed(p, e, NULL, NULL, was, now);
        return;
    }
    Splices x = splice_onto(str_of(was), str_of(now), b->text, arena(p));
    int own = 0;
    for (size_t i = 0; i < x.n; i++) {
        long k = back_part_of(b, &x.v[i]);
        own |= k < 0 || !b->part[k].expr.n;
    }
    if (own) {
        StoreProposal *o = back_propose(p, "word-text", b);
        o->base = was;
        o->theirs = now;
        o->mine = text_of(p, b->text);
        if (*b->origin) back_note_more(p, o, arena_print(arena(p), cli_word(p->s->c, "chỉ riêng %s", "only for %s"), b->origin));
        if (x.conflict) back_note_more(p, o, cli_word(p->s->c, "từ lúc xuất tệp, đơn vị cũng đã đổi chỗ này",
                                                 "the unit changed this too since the file was built"));
        back_note_more(p, o, back_tracked(p, e->now));
    }
    for (size_t k = 0; k < b->n_parts; k++) {
        int touched = 0;
        for (size_t i = 0; i < x.n && b->part[k].expr.n; i++) touched |= back_part_of(b, &x.v[i]) == (long)k;
        if (touched) add_field(p, e, b, k, &x);
    }
}

/* --- added, deleted, moved --- */

static const char *row_text(const BackPlan *p, long was, long now)
{
    Buf b = {0};
    const BackDoc *d = p->d;
    size_t first = (size_t)(was >= 0 ? was : now), n = was >= 0 ? d->n_was : d->n_now;
    for (size_t i = first; i < n; i++) {
        int same = was >= 0 ? d->was[i].table == d->was[first].table && d->was[i].row == d->was[first].row
                            : d->now[i].table == d->now[first].table && d->now[i].row == d->now[first].row;
        if (!same) break;
        if (i > first) buf_puts(&b, " | ");
        for (const char *c = was >= 0 ? d->was[i].text : d->now[i].text; *c; c++)
            buf_putc(&b, *c == '|' ? '/' : *c == '\n' ? ' ' : *c);
    }
    const char *r = arena_text(arena(p), buf_text(&b), b.n);
    buf_free(&b);
    return r;
}

static const char *spot_text(const BackPlan *p, long was)
{
    return p->d->was[was].table ? row_text(p, was, -1) : p->d->was[was].text;
}

/* All rows, a line each. */
static const char *table_text(const BackPlan *p, long was, long now)
{
    const BackDoc *d = p->d;
    Buf b = {0};
    size_t first = (size_t)(was >= 0 ? was : now), n = was >= 0 ? d->n_was : d->n_now;
    for (size_t i = first; i < n; i++) {
        int same = was >= 0 ? d->was[i].table == d->was[first].table : d->now[i].table == d->now[first].table;
        int next = same && (i == first || (was >= 0 ? d->was[i].row != d->was[i - 1].row : d->now[i].row != d->now[i - 1].row));
        if (!same) break;
        if (next) buf_printf(&b, "%s%s", i > first ? "\n" : "", row_text(p, was >= 0 ? (long)i : -1, was >= 0 ? -1 : (long)i));
    }
    const char *r = arena_text(arena(p), buf_text(&b), b.n);
    buf_free(&b);
    return r;
}

/* As the document says it now. */
static const char *block_text(const BackPlan *p, long was)
{
    const SourceBlock *b = back_block_of(p, was);
    return b && b->kind != 2 ? text_of(p, b->text) : spot_text(p, was);
}

static int is_deleted(const BackPlan *p, long was)
{
    for (size_t i = 0; i < p->edits->n; i++) {
        const BackEdit *e = &p->edits->v[i];
        const BackSpot *x = e->was >= 0 ? &p->d->was[e->was] : NULL, *y = &p->d->was[was];
        if (e->kind == BACK_DELETED && e->was == was) return 1;
        if (e->kind == BACK_TABLE_DELETED && x->table == y->table) return 1;
        if (e->kind == BACK_ROW_DELETED && x->table == y->table && x->row == y->row) return 1;
    }
    return 0;
}

/* Every place the thing is printed at is deleted, and all that belongs to it. */
static int is_wholly_deleted(const BackPlan *p, const char *origin)
{
    const char *id = strchr(origin, ':');
    size_t n = id ? strlen(id + 1) : 0;
    int can = !strncmp(origin, "task:", 5) || !strncmp(origin, "item:", 5) || !strncmp(origin, "indicator:", 10);
    for (size_t i = 0; can && i < p->d->n_was; i++) {
        const char *o = p->d->was[i].origin;
        int own = !strcmp(o, origin) || (!strncmp(origin, "task:", 5) && !strncmp(o, "item:", 5) && !strncmp(o + 5, id + 1, n) &&
                                         o[5 + n] == '/');
        if (own && !is_deleted(p, (long)i)) return 0;
    }
    return can;
}

static void spend(BackPlan *p, const char *origin)
{
    const char *id = strchr(origin, ':') + 1;
    size_t n = strlen(id);
    for (size_t i = 0; i < p->edits->n; i++) {
        const BackEdit *e = &p->edits->v[i];
        const char *o = e->was >= 0 ? p->d->was[e->was].origin : "";
        int below = !strncmp(origin, "task:", 5) && !strncmp(o, "item:", 5) && !strncmp(o + 5, id, n) && o[5 + n] == '/';
        if (!strcmp(o, origin) || below) p->spent[i] = 1;
    }
}

/* A task's row or title that goes takes its items along: the task is the thing to remove. */
static const char *thing_deleted(const BackPlan *p, const char *origin)
{
    const char *stroke = !strncmp(origin, "item:", 5) ? strchr(origin, '/') : NULL;
    if (stroke) {
        const char *task = arena_print(arena(p), "task:%.*s", (int)(stroke - origin - 5), origin + 5);
        int printed = 0;
        for (size_t i = 0; i < p->d->n_was; i++) printed |= !strcmp(p->d->was[i].origin, task);
        if (printed && is_wholly_deleted(p, task)) return task;
    }
    return is_wholly_deleted(p, origin) ? origin : NULL;
}

static void plan_deleted(BackPlan *p, const BackEdit *e)
{
    const SourceBlock *b = back_block_of(p, e->was);
    const char *origin = p->d->was[e->was].origin, *thing = *origin ? thing_deleted(p, origin) : NULL;
    const char *text = spot_text(p, e->was);
    if (!strcmp(p->d->was[e->was].part, "note")) {
        const char *why = cli_word(p->s->c, "chú thích bị xóa; trong mẫu bỏ cả [^…] ở câu văn và dòng chú thích này",
                                   "the footnote was deleted; take out both its [^…] in the text and this line");
        if (b) back_refuse(p, e, b, text, NULL, why);
        return;
    }
    const Entity *en = thing ? back_entity(p->model, str_of(thing)) : NULL;
    if (!b && !en) {                                       /* gone here too, but what Sen makes itself */
        if (!strcmp(p->d->was[e->was].part, "header")) add_fixed(p, e, NULL, NULL, text, NULL);
        return;
    }
    StoreProposal *o = back_propose(p, "word-deleted", b);
    o->base = text;
    o->mine = b ? block_text(p, e->was) : text;
    if (en) {
        o->address = en->address;
        o->field = NULL;
        spend(p, thing);
    } else if (*origin) {
        back_note_more(p, o, arena_print(arena(p), cli_word(p->s->c, "chỉ riêng %s", "only for %s"), origin));
    }
}

/* Where it stands: behind the texts named, the first that is there; "trước" when nothing stands before it. */
static const SourceBlock *anchor(const BackPlan *p, const BackEdit *e, StoreProposal *o)
{
    const BackDoc *d = p->d;
    Cli *c = p->s->c;
    for (long i = e->now - 1; i >= 0 && e->kind == BACK_ADDED && p->edits->was_of[i] < 0 && !d->now[i].table; i--)
        back_note_more(p, o, arena_print(arena(p), "%s: %s", cli_word(c, "sau", "after"), d->now[i].text));
    for (long w = e->after; w >= 0; w--) {
        const SourceBlock *b = back_block_of(p, w);
        if (!b || is_deleted(p, w)) continue;
        back_note_more(p, o, arena_print(arena(p), "%s: %s", cli_word(c, "sau", "after"), block_text(p, w)));
        return b;
    }
    for (long w = e->before; w >= 0 && w < (long)d->n_was; w++) {
        const SourceBlock *b = back_block_of(p, w);
        if (!b || is_deleted(p, w)) continue;
        back_note_more(p, o, arena_print(arena(p), "%s: %s", cli_word(c, "trước", "before"), block_text(p, w)));
        return b;
    }
    return NULL;
}

/* The unit has it already: an earlier decision, or the same thought. */
static int is_there(const BackPlan *p, const BackEdit *e, const char *text)
{
    const Source *s = p->source;
    int row = e->kind == BACK_ROW_ADDED || e->kind == BACK_TABLE_ADDED;
    if (e->kind == BACK_MOVED || e->kind == BACK_TABLE_MOVED) {
        long own = p->block_of[e->was], to = e->after >= 0 ? p->block_of[e->after] : -1;
        const SourceBlock *x = own >= 0 ? &s->block[own] : NULL, *y = to >= 0 ? &s->block[to] : NULL;
        int in_table = x && y && e->kind == BACK_MOVED && x->kind == 2;
        return x && y && (in_table ? x->table == y->table && x->row == y->row + 1 : own == to + 1);
    }
    for (size_t k = 0; k < s->n_blocks; k++) {
        const SourceBlock *b = &s->block[k];
        int used = 0;
        Str x = b->text, y = str_of(row ? p->d->now[e->now].text : text);
        while (x.n && strchr(" .;,/", x.p[x.n - 1])) x.n--;
        while (y.n && strchr(" .;,/", y.p[y.n - 1])) y.n--;
        for (size_t i = 0; i < p->d->n_was && !used; i++) used = p->block_of[i] == (long)k;
        if (used || !x.n || (b->kind == 2) != row) continue;
        if (str_eq(x, y)) return 1;
        for (size_t i = 0; i < b->n_parts; i++)            /* as the title of a new thing */
            if (b->part[i].expr.n && b->part[i].text.n && str_eq(b->part[i].text, y)) return 1;
    }
    return 0;
}

/* A table of the template's own, as one thing. */
static void plan_table(BackPlan *p, const BackEdit *e)
{
    Cli *c = p->s->c;
    int moved = e->kind == BACK_TABLE_MOVED, added = e->kind == BACK_TABLE_ADDED;
    const SourceBlock *b = added ? NULL : back_block_of(p, e->was);
    const char *text = added ? table_text(p, -1, e->now) : table_text(p, e->was, -1);
    if (added && is_there(p, e, p->d->now[e->now].text)) return;
    if (!added && !b && !moved) return;                    /* gone here too */
    if (moved && is_there(p, e, text)) return;
    if (moved && (!b || back_has_things(p->d, p->d->was[e->was].table))) {
        const char *why = cli_word(c, "cả bảng bị chuyển chỗ; bảng này do mẫu in từ danh mục: "
                                   "chuyển các dòng {% for %} … {% end %} của nó trong mẫu",
                                   "the whole table was moved; the template prints it from the lists: "
                                   "move its lines {% for %} … {% end %} there");
        back_refuse(p, e, b, text, text, why);
        return;
    }
    StoreProposal *o = back_propose(p, moved ? "word-moved" : added ? "word-added" : "word-deleted", b);
    back_note_more(p, o, cli_word(c, "cả bảng", "the whole table"));
    o->base = added ? NULL : text;
    o->theirs = e->kind == BACK_TABLE_DELETED ? NULL : text;
    o->mine = added ? NULL : row_text(p, e->was, -1);
    const SourceBlock *to = e->kind == BACK_TABLE_DELETED ? b : anchor(p, e, o);
    if (!to) o->kind = "word-fixed";
    else if (added) o->address = back_place_of(p, to), o->field = arena_print(arena(p), "%d", to->line);
    back_note_more(p, o, back_tracked(p, e->now));
}

static void plan_placed(BackPlan *p, const BackEdit *e)
{
    int row = e->kind == BACK_ROW_ADDED, moved = e->kind == BACK_MOVED;
    if (!row && !moved && back_is_new_note(p->d->now[e->now].text)) {
        const char *why = cli_word(p->s->c, "chú thích mới thêm trong Word không tự nhận; trong mẫu ghi [^tên] ở chỗ cần "
                                   "chú thích và một dòng «[^tên]: nội dung»",
                                   "a footnote added in Word is not taken over; write [^name] "
                                   "in the template and a line \"[^name]: text\"");
        back_refuse(p, e, NULL, NULL, p->d->now[e->now].text + 4, why);
        return;
    }
    const char *text = row ? row_text(p, -1, e->now) : moved ? spot_text(p, e->was) : p->d->now[e->now].text;
    if (is_there(p, e, text)) return;
    StoreProposal *o = back_propose(p, moved ? "word-moved" : "word-added", moved ? back_block_of(p, e->was) : NULL);
    const SourceBlock *b = anchor(p, e, o), *own = moved ? back_block_of(p, e->was) : b;
    o->theirs = row || moved ? text : back_with_box(arena(p), p->d->now[e->now].box, text);
    if (moved) {
        o->base = text;
        o->mine = block_text(p, e->was);
    }
    if (!b || !own) {
        o->kind = "word-fixed";
        back_note_more(p, o, why_fixed(p, NULL));
        return;
    }
    if (!moved) {
        o->address = back_place_of(p, b);
        o->field = arena_print(arena(p), "%d", b->line);
    } else if (*own->origin) {
        o->address = own->origin;
        o->field = "after";
    }
    back_note_more(p, o, back_tracked(p, e->now));
}

/* --- */

static void plan_notes(BackPlan *p)
{
    for (size_t i = 0; i < p->d->n_notes; i++) {
        const BackNote *n = &p->d->notes[i];
        if (!p->d->n_now || !*n->text) continue;
        long was = p->edits->was_of[n->para];
        StoreProposal *o = back_propose(p, "word-note", back_block_of(p, was));
        o->base = p->d->now[n->para].text;
        o->theirs = n->text;
        o->note = *n->author ? arena_print(arena(p), cli_word(p->s->c, "lời bình của %s", "comment by %s"), n->author)
                             : cli_word(p->s->c, "lời bình", "comment");
    }
}

void back_plan(BackPlan *p)
{
    p->spent = mem_alloc(p->edits->n + 1);
    for (size_t i = 0; i < p->edits->n; i++) {
        const BackEdit *e = &p->edits->v[i];
        if (p->spent[i]) continue;
        if (e->kind == BACK_TEXT) plan_text(p, e);
        else if (e->kind == BACK_BOX) back_plan_box(p, e);
        else if (e->kind >= BACK_TABLE_ADDED) plan_table(p, e);
        else if (e->kind == BACK_DELETED || e->kind == BACK_ROW_DELETED) plan_deleted(p, e);
        else plan_placed(p, e);
    }
    plan_notes(p);
    free(p->spent);
    p->spent = NULL;
}
