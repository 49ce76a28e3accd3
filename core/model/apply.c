/* apply.c - applies the statements of one layer to a model: checks all of a statement, then changes or drops it. */
#include "core/model/inside.h"
#include "core/base/text.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CHANGES_MOST = 64 };

typedef struct Change {
    int field;
    StepOp op;
    Value value;                       /* typed; of a list operation the entries to add or remove */
    Value after;
    int line;
} Change;

typedef struct Job {                   /* one statement being applied */
    Model *m;
    const Statement *st;
    Findings *f;
    const char *address;
    Change change[CHANGES_MOST];
    size_t n;
    const char *why, *approver;
    Date expires;
    size_t errors;
} Job;

/* Reports one error of the statement; at_ is its line, 0 = the statement's. */
#define SAY(j, code_, at_, ...) \
    ((void)(j)->errors++, findings_add((j)->f, code_, (j)->st->file, (at_) ? (at_) : (j)->st->line, 0, (j)->address, __VA_ARGS__))

static void say_err(Job *j, const Err *e, int line)
{
    Err at = *e;
    if (e->code == SEN3099) {              /* what it names was dropped for a mistake of its own, which is reported */
        j->errors++;
        return;
    }
    err_at(&at, j->st->file, line ? line : j->st->line, 0);
    SAY(j, at.code, at.line, "%s" ARG "%s" ARG "%s" ARG "%s", at.arg[0], at.arg[1], at.arg[2], at.arg[3]);
}

static const char *kind_read(const Job *j) { return word_kind(j->st->kind)->both; }
static const char *kind_alias(const Job *j) { return word_kind(j->st->kind)->alias; }

/* --- reading the fields of a statement --- */

static int take_statement_field(Job *j, const StatementField *sf, int which)
{
    if (which != WORD_WHY && j->st->verb != VERB_WAIVE) return 0;
    if (which == WORD_EXPIRES) {
        j->expires = sf->value.type == VAL_TEXT
            ? date_parse(arena_text(j->m->arena, sf->value.u.text.p, sf->value.u.text.n), j->m->year)
                                                : sf->value.type == VAL_DATE ? sf->value.u.date : DATE_NONE;
        if (j->expires == DATE_NONE) {
            Buf b = {0};
            value_show(sf->value, &b);
            SAY(j, SEN3106, sf->line, "%.100s" ARG "%s", buf_text(&b), word_statement_field(which)->both);
            buf_free(&b);
        }
        return 1;
    }
    if (sf->value.type != VAL_TEXT || sf->value.u.text.n > 2000 || !sf->value.u.text.n) {
        const Field *w = word_statement_field((size_t)which);
        SAY(j, SEN3105, sf->line, "%s" ARG "%s" ARG "%s" ARG "%s", w->both, word_type_both(FIELD_TEXT),
            sf->value.type != VAL_TEXT ? "không phải chữ" ERR_BOTH "no text"
            : sf->value.u.text.n ? "chữ quá dài" ERR_BOTH "too long a text" : "chữ rỗng" ERR_BOTH "an empty text", w->example);
        return 1;
    }
    const char *t = arena_text(j->m->arena, sf->value.u.text.p, sf->value.u.text.n);
    if (which == WORD_WHY) j->why = t;
    else j->approver = t;
    return 1;
}

static void unknown_field(Job *j, const StatementField *sf)
{
    if (word_find_statement_field(sf->name, strlen(sf->name)) >= 0) {
        SAY(j, SEN3143, sf->line, "%s", sf->name);
        return;
    }
    const char *near = word_near_field(j->st->kind, sf->name);
    if (near) SAY(j, SEN3115, sf->line, "%.80s" ARG "%s" ARG "%s", sf->name, kind_read(j), near);
    else SAY(j, SEN3116, sf->line, "%.80s" ARG "%s" ARG "%s", sf->name, kind_read(j), kind_alias(j));
}

static void take_field(Job *j, const Entity *owner, const StatementField *sf)
{
    size_t len = strlen(sf->name);
    int which = len ? word_find_statement_field(sf->name, len) : -1;
    if (which >= 0 && take_statement_field(j, sf, which)) return;
    int i = len ? word_find_field_exact(j->st->kind, sf->name, len) : 0;
    if (i < 0) {
        unknown_field(j, sf);
        return;
    }
    const Field *fd = word_field(j->st->kind, (size_t)i);
    if (fd->flags & FLAG_COMPUTED) {
        SAY(j, SEN3117, sf->line, "%s", sf->name);
        return;
    }
    for (size_t k = 0; k < j->n; k++)
        if (j->change[k].field == i) {
            SAY(j, SEN3141, sf->line, "%s", fd->both);
            return;
        }
    if (j->n == CHANGES_MOST) return;
    Change *c = &j->change[j->n];
    *c = (Change){.field = i, .op = sf->op, .line = sf->line ? sf->line : j->st->line};
    Err e = {0};
    int is_list = fd->type == FIELD_TEXTS || fd->type == FIELD_IDS || fd->type == FIELD_CHOICES || fd->type == FIELD_TARGETS ||
                  fd->type == FIELD_CLAUSE;
    if (sf->op != STEP_SET && !is_list) {
        SAY(j, SEN3122, sf->line, "%s", fd->both);
        return;
    }
    if (accept_value(j->m, owner, fd, j->st->layer, sf->value, &c->value, &e) ||
        accept_references(j->m, owner, fd, &c->value, &e)) {
        say_err(j, &e, sf->line);
        return;
    }
    j->n++;
}

static int list_has(Value list, Value one)
{
    for (uint32_t i = 0; list.type == VAL_LIST && i < list.count; i++)
        if (value_equal(list.u.list[i], one)) return 1;
    return 0;
}

/* Works out the value after the change; reports list edits that touch nothing. */
static void work_out(Job *j, const Entity *e, Change *c)
{
    const Field *fd = word_field(e->kind, (size_t)c->field);
    Value now = e->slots[c->field].value;
    if (c->op == STEP_SET) {
        c->after = c->value;
        return;
    }
    if (fd->type == FIELD_CLAUSE) {
        now = clause_to_list(j->m->arena, now);
        c->value = clause_to_list(j->m->arena, c->value);
    }
    uint32_t had = now.type == VAL_LIST ? now.count : 0, n = 0;
    Value *list = arena_alloc(j->m->arena, mem_mul((size_t)had + c->value.count + 1, sizeof *list));
    for (uint32_t i = 0; i < had; i++)
        if (c->op == STEP_LIST_ADD || !list_has(c->value, now.u.list[i])) list[n++] = now.u.list[i];
    for (uint32_t i = 0; i < c->value.count; i++) {
        int there = list_has(now, c->value.u.list[i]);
        if (there == (c->op == STEP_LIST_ADD)) {
            Buf b = {0};
            value_show(c->value.u.list[i], &b);
            SAY(j, there ? SEN3124 : SEN3123, c->line, "%.100s" ARG "%s", buf_text(&b), fd->both);
            buf_free(&b);
        } else if (!there) list[n++] = c->value.u.list[i];
    }
    c->after = (Value){.type = VAL_LIST, .count = n, .u.list = list};
    if (fd->type == FIELD_CLAUSE) c->after = clause_from_list(j->m->arena, c->after);
}

/* --- checks against what is there --- */

/* What a layer itself added, or a unit's or workspace's profile, is the ground its one edit stands on: `sen add`, then
 * `sen edit`. */
static int is_ground(const Entity *e, const Step *s)
{
    return s->verb == VERB_ADD || ((e->kind == KIND_UNIT || e->kind == KIND_WORKSPACE) && s->verb == VERB_DECLARE);
}

static void check_change(Job *j, const Entity *e, Change *c)
{
    const Field *fd = word_field(e->kind, (size_t)c->field);
    const Slot *slot = &e->slots[c->field];
    size_t before = j->errors;
    work_out(j, e, c);
    if (j->errors > before || j->st->verb == VERB_DECLARE || j->st->verb == VERB_ADD) return;
    const Step *s = slot->step;
    if (s && s->layer == j->st->layer && s->op != STEP_COMPUTED && (c->op == STEP_SET || s->op == STEP_SET) && !is_ground(e, s)) {
        SAY(j, SEN3121, c->line, "%s.%s" ARG "%s" ARG "%d", e->address, fd->alias, s->file ? s->file : "", s->line);
        return;
    }
    if (value_equal(slot->value, c->after)) {
        Buf b = {0};
        value_show(slot->value, &b);
        SAY(j, SEN3120, c->line, "%s.%s" ARG "%.120s", e->address, fd->alias, buf_text(&b));
        buf_free(&b);
        return;
    }
    /* a lock is not loosened by changing it, nor by hiding what it is on */
    const Entity *lock = e->kind == KIND_LOCK || !strcmp(fd->name, "only") || !strcmp(fd->name, "when")
        ? lock_on(j->m, e, j->st->layer) : NULL;
    if (lock) {
        SAY(j, SEN3140, c->line, "%s.%s" ARG "%s", e->address, fd->alias, entity_text(lock, "basis"));
        return;
    }
    Err err = {0};
    int locked = lock_of(j->m, e, (size_t)c->field, j->st->layer) != NULL;
    if (j->st->verb == VERB_WAIVE) {
        if (!locked) SAY(j, SEN3126, c->line, "%s.%s", e->address, fd->alias);
    } else if (locked && lock_check(j->m, e, (size_t)c->field, j->st->layer, c->after, &err)) say_err(j, &err, c->line);
}

static void commit(Job *j, Entity *e)
{
    for (size_t i = 0; i < j->n; i++) {
        Change *c = &j->change[i];
        Slot *slot = &e->slots[c->field];
        Step *s = arena_alloc(j->m->arena, sizeof *s);
        *s = (Step){.prev = slot->step, .verb = j->st->verb, .op = c->op, .layer = j->st->layer,
                    .file = arena_copy(j->m->arena, j->st->file), .line = c->line, .before = slot->value, .after = c->after,
                    .why = j->why, .approver = j->approver, .expires = j->expires};
        slot->step = s;
        slot->value = c->after;
        const char *name = word_field(e->kind, (size_t)c->field)->name;
        if (c->field == 0) j->m->shelf[e->kind].renamed = 1;
        if (!strcmp(name, "after")) j->m->shelf[e->kind].changed = 1;
        if (!strcmp(name, "also")) model_index_also(j->m, e->kind, e);
    }
    j->m->finished = 0;
}

/* --- declarations --- */

static int bad_id(Job *j, const char *id)
{
    Buf slug = {0};
    text_slug(id, strlen(id), &slug);
    if (slug.n && slug.n <= 64) SAY(j, SEN3114, 0, "%.80s" ARG "%s", id, buf_text(&slug));
    else SAY(j, SEN3107, 0, "%.80s", id);
    buf_free(&slug);
    return -1;
}

static int exists_already(Job *j, const Entity *there)
{
    if (there->layer == j->st->layer)
        SAY(j, SEN3110, 0, "%s" ARG "%s" ARG "%s" ARG "%d", kind_read(j), there->path, there->file ? there->file : "",
            there->line);
    else SAY(j, SEN3136, 0, "%s" ARG "%s" ARG "%s", kind_read(j), there->path, kind_alias(j));
    return -1;
}

/* Makes the empty entity of a declaration; its fields come when all entities of the layer are known. */
static Entity *make_shell(Job *j)
{
    const Statement *st = j->st;
    const Entity *parent = NULL;
    const char *id = st->path, *path = st->path;
    char own[65];
    if (st->kind == KIND_ITEM) {
        const char *slash = strrchr(path, '/');
        if (!slash || model_split_item(j->m, path, &parent, own)) {
            char head[101];
            snprintf(head, sizeof head, "%.*s", slash ? (int)(slash - path) : 0, path);
            const char *near = model_near_id(j->m, KIND_TASK, head);
            if (model_was_dropped(j->m, KIND_TASK, head)) return NULL;
            if (near) SAY(j, SEN3101, 0, "%s" ARG "%s" ARG "%s", word_kind(KIND_TASK)->both, head, near);
            else SAY(j, SEN3112, 0, "%.100s", path);
            return NULL;
        }
        id = own;
        path = arena_print(j->m->arena, "%s/%s", parent->id, own);
    } else if (st->kind == KIND_LOCK) {
        Err e = {0};
        if (lock_path(j->m, path, j->m->arena, &path, &e)) {
            say_err(j, &e, 0);
            return NULL;
        }
        id = path;
    }
    if (st->kind != KIND_LOCK && !text_is_id(id)) return bad_id(j, id), NULL;
    const Entity *there = model_find(j->m, st->kind, path);
    if (there) return exists_already(j, there), NULL;
    if (parent && parent->removed) {
        SAY(j, SEN3129, 0, "%s" ARG "%s", word_kind(parent->kind)->both, parent->path);
        return NULL;
    }
    Entity *e = model_new_entity(j->m, st->kind, path, id, parent ? parent->id : NULL, parent ? parent->kind : KINDS);
    e->layer = st->layer;
    e->file = arena_copy(j->m->arena, st->file);
    e->line = st->line;
    Value *v = arena_alloc(j->m->arena, 2 * sizeof *v);
    v[0] = e->file ? value_text(str_of(e->file)) : value_none();
    v[1] = value_int(e->line);
    e->origin[0] = (ValuePair){str_of("file"), &v[0]};
    e->origin[1] = (ValuePair){str_of("line"), &v[1]};
    return e;
}

/* A rule looks for something: by a function, or by what it finds. */
static void need_one_of(Job *j, Entity *e)
{
    static const char *const ways[] = {"check", "plan", "find", "pattern"};
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
        for (size_t k = 0; k < j->n; k++)
            if (j->change[k].field == word_find_field(KIND_RULE, ways[i], strlen(ways[i]))) return;
    SAY(j, SEN3118, 0, "%s" ARG "%s" ARG "%s" ARG "%s", "kiểm tra" ERR_BOTH "check", kind_read(j), e->path, "kiem_tra");
}

static void fill_shell(Job *j, Entity *e)
{
    j->address = e->address;
    for (size_t i = 0; i < j->st->n; i++) take_field(j, e, &j->st->fields[i]);
    for (size_t i = 0; i < j->n; i++) check_change(j, e, &j->change[i]);
    for (size_t i = 0; i < word_field_count(e->kind) && !j->errors; i++) {
        int given = !(word_field(e->kind, i)->flags & FLAG_NEEDED);
        for (size_t k = 0; k < j->n && !given; k++) given = j->change[k].field == (int)i;
        if (!given)
            SAY(j, SEN3118, 0, "%s" ARG "%s" ARG "%s" ARG "%s", word_field(e->kind, i)->both, kind_read(j), e->path,
                i ? word_field(e->kind, i)->alias : "");
    }
    if (e->kind == KIND_RULE && !j->errors) need_one_of(j, e);
    if (j->errors) e->dropped = 1;
    else commit(j, e);
}

/* --- edits --- */

static const Entity *target_of(Job *j)
{
    const Statement *st = j->st;
    const Entity *e = model_find(j->m, st->kind, st->path);
    if (!e) {
        const char *near = model_near_id(j->m, st->kind, st->path);
        if (model_was_dropped(j->m, st->kind, st->path)) return NULL;
        if (near) SAY(j, SEN3101, 0, "%s" ARG "%.100s" ARG "%s", kind_read(j), st->path, near);
        else SAY(j, SEN3102, 0, "%s" ARG "%.100s" ARG "%s", kind_read(j), st->path, kind_alias(j));
        return NULL;
    }
    j->address = e->address;
    if (e->removed) {
        SAY(j, SEN3129, 0, "%s" ARG "%s", kind_read(j), e->path);
        return NULL;
    }
    return e;
}

static void apply_edit(Job *j)
{
    const Statement *st = j->st;
    const Entity *e = target_of(j);
    if (!e) return;
    for (size_t i = 0; i < st->n; i++) take_field(j, e, &st->fields[i]);
    if (!j->why && !j->errors) SAY(j, SEN3119, 0, "%s" ARG "%s" ARG "%s", word_verb(st->verb)->both, kind_read(j), e->path);
    if (st->verb == VERB_WAIVE && !j->errors && (!j->approver || j->expires == DATE_NONE)) SAY(j, SEN3127, 0, "%s", e->path);
    if (!j->n && !j->errors) SAY(j, SEN3130, 0, "%s" ARG "%s", kind_read(j), e->path);
    for (size_t i = 0, before = j->errors; i < j->n && !before; i++) check_change(j, e, &j->change[i]);
    if (j->errors) return;
    commit(j, model_writable(j->m, st->kind, (size_t)model_place(j->m, st->kind, st->path)));
}

static void apply_remove(Job *j)
{
    const Statement *st = j->st;
    const Entity *e = target_of(j);
    if (!e) return;
    for (size_t i = 0; i < st->n; i++) {
        int which = word_find_statement_field(st->fields[i].name, strlen(st->fields[i].name));
        if (which != WORD_WHY || !take_statement_field(j, &st->fields[i], which))
            SAY(j, SEN3139, st->fields[i].line, "%.80s", st->fields[i].name);
    }
    if (!j->why && !j->errors) SAY(j, SEN3119, 0, "%s" ARG "%s" ARG "%s", word_verb(st->verb)->both, kind_read(j), e->path);
    const Entity *lock = j->errors ? NULL : lock_on(j->m, e, st->layer);
    if (lock) SAY(j, SEN3132, 0, "%s" ARG "%s", e->address, entity_text(lock, "basis"));
    if (j->errors) return;
    Entity *w = model_writable(j->m, st->kind, (size_t)model_place(j->m, st->kind, st->path));
    Step *s = arena_alloc(j->m->arena, sizeof *s);
    *s = (Step){.verb = VERB_REMOVE, .layer = st->layer, .file = arena_copy(j->m->arena, st->file), .line = st->line,
                .why = j->why, .expires = DATE_NONE};
    w->removed = s;
    j->m->shelf[st->kind].changed |= st->kind == KIND_TASK || st->kind == KIND_CHECKLIST;
    j->m->finished = 0;
}

/* --- the layer --- */

static Job job_of(Model *m, const Statement *st, Findings *f)
{
    Job j = {.m = m, .st = st, .f = f, .expires = DATE_NONE};
    j.address = arena_print(m->arena, "%s:%s", word_kind(st->kind)->name, st->path);
    return j;
}

/* Items of a task whose own declaration was dropped go with it, silently: one mistake, one message. */
static int parent_dropped(const Model *m, const Statement *st, Entity *const *shell, const Statement *v, size_t n)
{
    const char *slash = st->kind == KIND_ITEM ? strrchr(st->path, '/') : NULL;
    if (!slash) return 0;
    (void)m;
    for (size_t i = 0; i < n; i++) {
        if ((v[i].kind != KIND_TASK && v[i].kind != KIND_CHECKLIST) || v[i].verb > VERB_ADD || v[i].verb == VERB_EDIT) continue;
        if (strlen(v[i].path) != (size_t)(slash - st->path) || strncmp(v[i].path, st->path, strlen(v[i].path))) continue;
        if (!shell[i] || shell[i]->dropped) return 1;
    }
    return 0;
}

/* A statement whose mistakes were reported: its id is known and dropped, so that no one who names it is told a second time. */
static Entity *make_broken(Job *j)
{
    const Statement *st = j->st;
    const Entity *parent = NULL;
    char own[65];
    const char *id = st->path, *path = st->path;
    if (st->kind == KIND_ITEM) {
        if (model_split_item(j->m, path, &parent, own)) return NULL;
        id = own;
        path = arena_print(j->m->arena, "%s/%s", parent->id, own);
    }
    if (st->kind == KIND_LOCK || !text_is_id(id) || model_find(j->m, st->kind, path)) return NULL;
    Entity *e = model_new_entity(j->m, st->kind, path, id, parent ? parent->id : NULL, parent ? parent->kind : KINDS);
    e->dropped = 1;
    return e;
}

static size_t make_shells(Model *m, const Statement *v, size_t n, Findings *f, Entity **shell)
{
    size_t errors = 0;
    for (int pass = 0; pass < 3; pass++)                /* things, then items, then locks, which name the others */
        for (size_t i = 0; i < n; i++) {
            int turn = v[i].kind == KIND_ITEM ? 1 : v[i].kind == KIND_LOCK ? 2 : 0;
            if (turn != pass || (v[i].verb != VERB_DECLARE && v[i].verb != VERB_ADD)) continue;
            if (pass == 1 && parent_dropped(m, &v[i], shell, v, n)) continue;
            Job j = job_of(m, &v[i], f);
            shell[i] = v[i].broken ? make_broken(&j) : make_shell(&j);
            errors += j.errors;
        }
    return errors;
}

size_t model_apply_layer(Model *m, const Statement *v, size_t n, Findings *f)
{
    size_t errors = 0;
    if (m->frozen || !n) return 0;
    Entity **shell = mem_alloc(mem_mul(n, sizeof *shell));
    errors += make_shells(m, v, n, f, shell);
    /* `also` first: references may use these names */
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; shell[i] && k < v[i].n; k++) {
            int at = word_find_field_exact(v[i].kind, v[i].fields[k].name, strlen(v[i].fields[k].name));
            Value raw = v[i].fields[k].value, typed;
            Err e = {0};
            if (at < 1 || strcmp(word_field(v[i].kind, (size_t)at)->name, "also")) continue;
            if (accept_value(m, shell[i], word_field(v[i].kind, (size_t)at), v[i].layer, raw, &typed, &e)) continue;
            for (uint32_t w = 0; w < typed.count; w++)
                if (model_place(m, v[i].kind, typed.u.list[w].u.text.p) < 0)
                    model_index_name(m, v[i].kind, shell[i], typed.u.list[w].u.text.p);
        }
    for (size_t i = 0; i < n; i++) {
        if (!shell[i] || shell[i]->dropped) continue;
        if (shell[i]->parent) {
            const Entity *p = model_find(m, shell[i]->parent_kind, shell[i]->parent);
            if (!p) {
                shell[i]->dropped = 1;
                continue;
            }
        }
        Job j = job_of(m, &v[i], f);
        fill_shell(&j, shell[i]);
        errors += j.errors;
    }
    free(shell);
    static const Verb turns[] = {VERB_EDIT, VERB_REMOVE, VERB_WAIVE};
    for (size_t t = 0; t < 3; t++)
        for (size_t i = 0; i < n; i++) {
            if (v[i].verb != turns[t] || v[i].broken) continue;
            Job j = job_of(m, &v[i], f);
            if (turns[t] == VERB_REMOVE) apply_remove(&j);
            else apply_edit(&j);
            errors += j.errors;
        }
    int items = 0;                                      /* only a layer about items can close a circle of them */
    for (size_t i = 0; i < n; i++) items |= v[i].kind == KIND_ITEM;
    return errors + (items ? circle_check(m, v[0].layer, f) : 0);
}
