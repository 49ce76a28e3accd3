/* cmd_why.c - `sen why ADDRESS`: where a value comes from, as Vietnamese sentences: clause, file, line, reason. */
#include "core/app/commands.h"
#include "core/app/correction.h"
#include "core/app/json.h"
#include "core/app/session.h"
#include "core/base/text.h"
#include "core/model/address.h"
#include <string.h>

static const char *show(Arena *a, Value v, const char *none)
{
    Buf b = {0};
    value_show(v, &b);
    const char *r = b.n ? arena_print(a, "«%s»", b.p) : none;
    buf_free(&b);
    return r;
}

static const char *layer_name(Cli *c, const Model *m, int layer)
{
    const Layer *l = layer >= 0 ? model_layer(m, (size_t)layer) : NULL;
    if (!l) return cli_word(c, "tính toán", "computed");
    if (!strcmp(l->name, "base")) return cli_word(c, "bản chung của Sen", "the base layer");
    if (!strcmp(l->name, "workspace")) return cli_word(c, "không gian làm việc", "the workspace");
    if (!strcmp(l->name, "unit")) return cli_word(c, "đơn vị", "the unit");
    return l->name;
}

/* The clause as typed; else the only one that folds to the same («ii.1.c», «D2»). */
static int find_in_plan(const Plan *p, const char *node)
{
    int at = plan_find_node(p, node), found = -1;
    if (at >= 0) return at;
    for (size_t i = 0; i < p->n_nodes; i++) {
        if (!text_same_folded(p->nodes[i].id, node)) continue;
        if (found >= 0) return -1;
        found = (int)i;
    }
    return found;
}

static const Plan *find_node(Session *s, const char *plan, const char *node, int *at)
{
    for (size_t i = 0; i < s->n_plans; i++) {
        if (plan[0] && !text_same_folded(plan, s->plan_ids[i])) continue;
        *at = find_in_plan(s->plans[i], node);
        if (*at >= 0) return s->plans[i];
    }
    return NULL;
}

static int is_node(void *self, const char *plan, const char *node)
{
    int at;
    return find_node(self, plan, node, &at) != NULL;
}

/* --- clauses --- */

static void why_clause(Session *s, const Plan *p, int at, const char *intro)
{
    Cli *c = s->c;
    size_t i = 0;
    while (i < s->n_plans && s->plans[i] != p) i++;
    const PlanNode *n = &p->nodes[at];
    buf_printf(&c->out, cli_word(c, "%sMục %s của kế hoạch %s%s: «%s»\n", "%sClause %s of the plan %s%s: «%s»\n"), intro, n->id,
               s->plan_ids[i], n->line ? arena_print(c->arena, cli_word(c, ", dòng %d", ", line %d"), n->line) : "", n->text);
}

static const Corrections *corrections_of(const Session *s, const Plan *p)
{
    for (size_t i = 0; i < s->n_plans; i++)
        if (s->plans[i] == p) return &s->corrected[i];
    return NULL;
}

static void why_clauses_of(Session *s, const Entity *task)
{
    const Value *list = entity_get(task, "clauses");
    for (uint32_t i = 0; list && list->type == VAL_LIST && i < list->count; i++) {
        const char *text = arena_text(s->c->arena, list->u.list[i].u.text.p, list->u.list[i].u.text.n),
            *colon = strchr(text, ':');
        int at;
        const Plan *p = find_node(s, colon ? arena_text(s->c->arena, text, (size_t)(colon - text)) : "", colon ? colon + 1 : text,
                                  &at);
        if (p) why_clause(s, p, at, cli_word(s->c, "Thực hiện: ", "Carries out: "));
    }
}

static void why_node(Session *s, const Model *m, const Address *a)
{
    Cli *c = s->c;
    int at;
    const Plan *p = find_node(s, a->plan, a->node, &at);
    why_clause(s, p, at, "");
    correction_why(c, p, at, corrections_of(s, p));
    for (int up = p->nodes[at].parent; up >= 0; up = p->nodes[up].parent)
        why_clause(s, p, up, cli_word(c, "  thuộc: ", "  under: "));
    size_t n = model_count(m, KIND_TASK);
    for (size_t i = 0; i < n; i++) {
        const Entity *task = model_at(m, KIND_TASK, i);
        const Value *list = entity_get(task, "clauses");
        for (uint32_t k = 0; !entity_gone(task) && list && list->type == VAL_LIST && k < list->count; k++) {
            Str t = list->u.list[k].u.text;
            const char *colon = memchr(t.p, ':', t.n);
            Str bare = colon ? (Str){colon + 1, t.n - (size_t)(colon + 1 - t.p)} : t;
            if (str_is(bare, p->nodes[at].id))
                buf_printf(&c->out, cli_word(c, "Nhiệm vụ thực hiện: %s, «%s»\n", "Carried out by: %s, «%s»\n"), task->address,
                           entity_title(task));
        }
    }
}

/* --- fields --- */

static void why_step(Cli *c, const Model *m, const Step *step)
{
    if (step->prev) why_step(c, m, step->prev);
    const char *none = cli_word(c, "(để trống)", "(blank)");
    const char *after = show(c->arena, step->after, none);
    if (step->op == STEP_COMPUTED) {
        buf_printf(&c->out, cli_word(c, "  %s: Sen tính ra\n", "  %s: computed by Sen\n"), after);
        return;
    }
    buf_printf(&c->out, "  %s", after);
    if (step->before.type != VAL_NONE)
        buf_printf(&c->out, cli_word(c, " (trước đó %s)", " (before: %s)"), show(c->arena, step->before, none));
    buf_printf(&c->out, cli_word(c, ": lớp %s", ": layer %s"), layer_name(c, m, step->layer));
    if (step->file) buf_printf(&c->out, ", %s:%d", step->file, step->line);
    if (step->why) buf_printf(&c->out, cli_word(c, ", lý do: %s", ", because: %s"), step->why);
    if (step->approver) buf_printf(&c->out, cli_word(c, ", người duyệt: %s", ", approved by: %s"), step->approver);
    if (step->verb == VERB_WAIVE && step->expires != DATE_NONE)
        buf_printf(&c->out, cli_word(c, ", hết hiệu lực: %s", ", until: %s"), cli_date_text(c, step->expires));
    buf_putc(&c->out, '\n');
}

static void why_field(Session *s, const Model *m, const Entity *e, int field)
{
    Cli *c = s->c;
    const Field *f = word_field(e->kind, (size_t)field);
    const Slot *slot = entity_slot(e, f->name);
    buf_printf(&c->out, "%s.%s (%s) = %s\n", e->address, f->name, f->read,
               show(c->arena, slot->value, cli_word(c, "(để trống)", "(blank)")));
    if (slot->step) why_step(c, m, slot->step);
    else if (f->flags & FLAG_COMPUTED)
        buf_printf(&c->out, "  %s\n", cli_word(c, "Sen tính ra từ thời gian, hạn và việc đã ghi.",
                                               "Computed by Sen from the period, the rule and what was recorded."));
    else buf_printf(&c->out, "  %s\n", cli_word(c, "Chưa lớp nào đặt giá trị này.", "No layer sets it."));
    if (e->kind == KIND_TASK) why_clauses_of(s, e);
}

static void why_entity(Session *s, const Model *m, const Entity *e)
{
    Cli *c = s->c;
    buf_printf(&c->out, cli_word(c, "%s: «%s», khai ở lớp %s", "%s: «%s», declared in the layer %s"), e->address, entity_title(e),
               layer_name(c, m, e->layer));
    if (e->file) buf_printf(&c->out, ", %s:%d", e->file, e->line);
    buf_putc(&c->out, '\n');
    if (e->removed)
        buf_printf(&c->out, cli_word(c, "Đã bỏ: %s:%d, lý do: %s\n", "Removed: %s:%d, because: %s\n"),
                   e->removed->file ? e->removed->file : "", e->removed->line, e->removed->why ? e->removed->why : "");
    for (size_t i = 0; i < word_field_count(e->kind); i++) {
        const Field *f = word_field(e->kind, i);
        const Slot *slot = entity_slot(e, f->name);
        if (!slot || !slot->step || (slot->step->op != STEP_COMPUTED && slot->step->layer == e->layer && !slot->step->prev))
            continue;
        if (slot->step->op == STEP_COMPUTED) continue;
        why_field(s, m, e, (int)i);
    }
    if (e->kind == KIND_TASK) why_clauses_of(s, e);
}

/* --- JSON --- */

static json_t *step_json(Cli *c, const Model *m, const Step *step)
{
    json_t *j = json_object();
    const Layer *l = step->layer >= 0 ? model_layer(m, (size_t)step->layer) : NULL;
    json_object_set_new(j, "layer", json_text(step->op == STEP_COMPUTED ? "computed" : l ? l->name : NULL));
    json_object_set_new(j, "file", json_text(step->file));
    json_object_set_new(j, "line", step->line ? json_integer(step->line) : json_null());
    json_object_set_new(j, "before", json_value(&step->before));
    json_object_set_new(j, "after", json_value(&step->after));
    json_object_set_new(j, "why", json_text(step->why));
    json_object_set_new(j, "approver", json_text(step->approver));
    json_object_set_new(j, "expires", json_date(step->verb == VERB_WAIVE ? step->expires : DATE_NONE));
    (void)c;
    return j;
}

static void json_steps(Cli *c, const Model *m, const Step *step, json_t *list)
{
    if (step && step->prev) json_steps(c, m, step->prev, list);
    if (step) json_array_append_new(list, step_json(c, m, step));
}

static json_t *why_json(Session *s, const Model *m, const Address *a)
{
    json_t *j = json_object(), *steps = json_array();
    json_object_set_new(j, "schema", json_string("sen-why/1"));
    if (a->kind == ADDRESS_NODE) {
        int at;
        const Plan *p = find_node(s, a->plan, a->node, &at);
        json_object_set_new(j, "address", json_sprintf("node:%s", p->nodes[at].id));
        json_object_set_new(j, "value", json_text(p->nodes[at].text));
        json_object_set_new(j, "line", json_integer(p->nodes[at].line));
        json_object_set_new(j, "corrections", correction_why_json(s->c, p, at, corrections_of(s, p)));
    } else {
        const Field *f = a->field >= 0 ? word_field(a->entity->kind, (size_t)a->field) : NULL;
        const Slot *slot = f ? entity_slot(a->entity, f->name) : NULL;
        json_object_set_new(j, "address", f ? json_sprintf("%s.%s", a->entity->address, f->name)
                            : json_string(a->entity->address));
        json_object_set_new(j, "value", slot ? json_value(&slot->value) : json_text(entity_title(a->entity)));
        json_object_set_new(j, "file", json_text(a->entity->file));
        json_object_set_new(j, "line", json_integer(a->entity->line));
        if (slot) json_steps(s->c, m, slot->step, steps);
        const Value *clauses = entity_get(a->entity, "clauses");
        if (clauses) json_object_set_new(j, "clauses", json_value(clauses));
    }
    json_object_set_new(j, "steps", steps);
    return j;
}

int cmd_why(Cli *c)
{
    Err e = {0};
    Session s = {0};
    UnitAnswer a = {0};
    Address at;
    const char *unit;
    int rc = -1;
    if (session_open(&s, c, SESSION_READ, &e) || session_one_unit(&s, &unit, &e) || session_list_unit(&s, unit, 1, &a, &e))
        goto out;
    if (address_parse(a.model, c->arg[0], is_node, &s, &at, &e)) goto out;
    if (c->json) json_print(why_json(&s, a.model, &at), &c->out);
    else if (at.kind == ADDRESS_NODE) why_node(&s, a.model, &at);
    else if (at.field >= 0) why_field(&s, a.model, at.entity, at.field);
    else why_entity(&s, a.model, at.entity);
    rc = 0;
out:
    model_free(a.model);
    session_close(&s);
    return rc ? cli_fail(c, &e) : 0;
}
