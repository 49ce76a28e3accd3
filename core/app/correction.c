/* correction.c - finds, applies and keeps the corrections of a plan. */
#include "core/app/correction.h"
#include "core/app/json.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/model/align.h"
#include <stdlib.h>
#include <string.h>

enum { FILE_MOST = 16 << 20 };

static const char *setting_name(Cli *c, const char *id) { return arena_print(c->arena, "correction/%s", id); }

/* "ke-hoach.txt" -> "ke-hoach.sua.csv" */
static const char *file_beside(Cli *c, const char *path)
{
    const char *base = path_base(path), *dot = strrchr(base, '.');
    size_t n = dot && dot > base ? (size_t)(dot - path) : strlen(path);
    return arena_print(c->arena, "%.*s.sua.csv", (int)n, path);
}

int correction_is_file(const char *path)
{
    size_t n = strlen(path), k = strlen(".sua.csv");
    return n > k && !strcmp(path + n - k, ".sua.csv");
}

/* --- reading the file --- */

static int ask_worker(Session *s, const char *name, Str bytes, Correcting *k, Err *e)
{
    Buf b = {0}, text = {0};
    WallFrame frame;
    int r = -1;
    size_t before = s->c->findings.n;
    pack_text(&b, name);
    pack_str(&b, bytes);
    if (wall_send(s->wall, WORK_CORRECT, b.p, b.n, e) == 0)
        while ((r = wall_recv(s->wall, &frame, e)) > 0) {
            Unpack u = unpack_from(frame.bytes.p, frame.bytes.n);
            if (frame.type == FRAME_FINDINGS) unpack_findings(&u, &s->c->findings);
            else if (frame.type == FRAME_TEXT) buf_str(&text, frame.bytes);
            if (!u.bad) continue;
            wall_abandon(s->wall);
            r = err_set(e, SEN7006, "%s", name);
            break;
        }
    if (r == 0 && text_valid(buf_text(&text), text.n, NULL)) correct_parse(buf_text(&text), s->c->arena, &k->list);
    k->bad = s->c->findings.n - before;
    buf_free(&b);
    buf_free(&text);
    return r;
}

static void read_file(Session *s, Correcting *k)
{
    Buf bytes = {0}, why = {0};
    Err e = {0};
    if (file_read(k->path, k->path, FILE_MOST, &bytes, &e) || ask_worker(s, k->path, buf_view(&bytes), k, &e)) {
        const char *arg[ERR_ARGS] = {e.arg[0], e.arg[1], e.arg[2], e.arg[3]};
        err_message(e.code, s->c->lang, arg, ERR_ARGS, &why);
        findings_add(&s->c->findings, SEN2057, k->path, 0, 0, NULL, "%s" ARG "%.200s", path_base(k->path), buf_text(&why));
        k->bad++;
    } else {
        k->has_file = 1;
    }
    buf_free(&bytes);
    buf_free(&why);
}

/* --- which plan it is --- */

static int kept_list(Session *s, const char *id, Corrections *list, Err *e)
{
    const char *text = NULL;
    *list = (Corrections){0};
    if (store_setting(s->store, setting_name(s->c, id), s->c->arena, &text, e)) return -1;
    if (text) correct_parse(text, s->c->arena, list);
    return 0;
}

static int match_as(Session *s, const Plan *p, const Corrections *with, const char **id, Plan **newest, Err *e)
{
    Buf b = {0};
    plan_pack(p, &b);
    Unpack u = unpack_from(b.p, b.n);
    Plan *copy = plan_unpack(&u);
    int rc = 0;
    if (copy) {
        correct_apply_document(copy, with);
        rc = store_match_plan(s->store, copy, s->c->arena, id, newest, e);
    }
    plan_free(copy);
    buf_free(&b);
    return rc;
}

static int names_document(const Corrections *list)
{
    for (size_t i = 0; i < list->n; i++)
        if (correct_is_document(list->v[i].what)) return 1;
    return 0;
}

/* As it was read; else as its file, or the list kept for one of the plans, says its document is. */
static int match(Session *s, const Plan *p, const Correcting *k, const char **id, Plan **newest, Err *e)
{
    StorePlan *plans;
    size_t n;
    if (names_document(&k->list) && (match_as(s, p, &k->list, id, newest, e) || *id)) return *id ? 0 : -1;
    if (store_match_plan(s->store, p, s->c->arena, id, newest, e) || *id) return *id ? 0 : -1;
    if (k->has_file) return 0;
    if (store_plans(s->store, s->c->arena, &plans, &n, e)) return -1;
    for (size_t i = 0; i < n; i++) {
        Corrections list;
        if (kept_list(s, plans[i].id, &list, e)) return -1;
        if (!names_document(&list)) continue;
        if (match_as(s, p, &list, id, newest, e)) return -1;
        if (*id && !strcmp(*id, plans[i].id)) return 0;
        plan_free(*newest);
        *newest = NULL;
        *id = NULL;
    }
    return 0;
}

static void lend_keys(Plan *p, const Plan *newest)
{
    Arena *a = arena_new();
    Align al;
    align_plans(newest, p, a, &al);
    for (size_t i = 0; i < p->n_nodes; i++)
        if (al.old_of[i] >= 0) p->nodes[i].key = arena_copy(p->arena, newest->nodes[al.old_of[i]].key);
    arena_free(a);
}

static Plan *copy_of(const Plan *p)
{
    Buf b = {0};
    plan_pack(p, &b);
    Unpack u = unpack_from(b.p, b.n);
    Plan *copy = plan_unpack(&u);
    buf_free(&b);
    return copy;
}

int correction_apply(Session *s, const char *path, Plan *p, Correcting *k, Err *e)
{
    Cli *c = s->c;
    Plan *newest = NULL;
    const char *id = NULL;
    *k = (Correcting){.path = file_beside(c, path)};
    if (file_exists(k->path)) read_file(s, k);
    if (s->store && match(s, p, k, &id, &newest, e)) return -1;
    if (id && !k->has_file && kept_list(s, id, &k->list, e)) {
        plan_free(newest);
        return -1;
    }
    if (newest) lend_keys(p, newest);
    plan_free(newest);
    if (cli_has(c, OPT_REVIEW)) k->raw = copy_of(p);
    size_t before = c->findings.n;
    k->held = correct_apply(p, &k->list, &k->raw_of, &c->findings);
    k->bad += c->findings.n - before;
    for (size_t i = 0; i < p->n_nodes; i++) p->nodes[i].key = NULL;        /* the store gives them */
    return 0;
}

/* --- keeping --- */

/* The clause that was clause `raw` when the plan was read. */
static const char *key_now(const Plan *p, const Correcting *k, int raw)
{
    for (size_t i = 0; raw >= 0 && k->raw_of && i < p->n_nodes; i++)
        if (k->raw_of[i] == raw) return p->nodes[i].key;
    return NULL;
}

static int same_one(const Correction *x, const Correction *y)
{
    return x->what == y->what && !strcmp(x->key, y->key) && !strcmp(x->address, y->address) && !strcmp(x->now, y->now) &&
           !strcmp(x->right, y->right);
}

/* The same corrections, whatever the lines they stand in. */
static int same_list(const char *before, const Corrections *now, Arena *a)
{
    Corrections old;
    correct_parse(before ? before : "", a, &old);
    int same = old.n == now->n;
    for (size_t i = 0, k; same && i < now->n; i++) {
        for (k = 0; k < old.n && (old.v[k].held || !same_one(&old.v[k], &now->v[i])); k++) ;
        same = k < old.n;
        if (same) old.v[k].held = 1;                       /* taken */
    }
    return same;
}

int correction_keep(Session *s, const char *id, const Plan *p, Correcting *k, Err *e)
{
    Buf b = {0};
    const char *before = NULL, *name = setting_name(s->c, id);
    for (size_t i = 0; i < k->list.n; i++) {
        const char *key = key_now(p, k, k->list.v[i].node);
        if (key) k->list.v[i].key = key;
        if (k->list.v[i].node >= 0 && k->raw && !*k->list.v[i].text)
            k->list.v[i].text = k->raw->nodes[k->list.v[i].node].text;
    }
    correct_write(&k->list, &b);
    int rc = store_setting(s->store, name, s->c->arena, &before, e);
    if (rc == 0 && !same_list(before, &k->list, s->c->arena))
        rc = store_put_setting(s->store, name, b.n ? buf_text(&b) : NULL, e);
    buf_free(&b);
    return rc;
}

void correction_say(Cli *c, const Correcting *k)
{
    if (!k->list.n) return;
    cli_say(c, k->has_file ? "Đã áp dụng %zu chỗ sửa theo tệp %s." : "Đã áp dụng %zu chỗ sửa đã ghi nhận từ bản trước.",
            k->has_file ? "%zu corrections of %s were applied." : "%zu corrections kept from before were applied.", k->held,
            k->has_file ? path_base(k->path) : "");
}

void correction_end(Correcting *k)
{
    plan_free(k->raw);
    k->raw = NULL;
}

int correction_load(Session *s, const char *id, Plan *p, Corrections *list, Err *e)
{
    if (kept_list(s, id, list, e)) return -1;
    if (list->n) correct_mark(p, list);
    return 0;
}

/* --- why --- */

static int is_of(const Plan *p, int at, const Correction *c)
{
    const char *key = p->nodes[at].key;
    return !correct_is_document(c->what) && ((key && !strcmp(key, c->key)) ||
                                             (c->what == CORRECT_JOIN && !strcmp(c->right, p->nodes[at].id)));
}

void correction_why(Cli *c, const Plan *p, int at, const Corrections *list)
{
    for (size_t i = 0; list && i < list->n; i++) {
        const Correction *x = &list->v[i];
        if (!is_of(p, at, x)) continue;
        const char *was = *x->now ? x->now : x->what < CORRECT_DATE ? x->text : cli_word(c, "(không có)", "(nothing)");
        buf_printf(&c->out, cli_word(c, "  đã sửa %s thành «%s» (máy đọc là «%s»): %s, dòng %d\n",
                                     "  %s was corrected to \"%s\" (read as \"%s\"): %s, line %d\n"),
                   correct_what_name(x->what, c->lang == LANG_EN), x->right, was, x->file, x->line);
    }
}

json_t *correction_why_json(Cli *c, const Plan *p, int at, const Corrections *list)
{
    json_t *all = json_array();
    for (size_t i = 0; list && i < list->n; i++) {
        const Correction *x = &list->v[i];
        if (!is_of(p, at, x)) continue;
        json_t *j = json_object();
        json_object_set_new(j, "what", json_string(correct_what_name(x->what, c->lang == LANG_EN)));
        json_object_set_new(j, "before", json_text(*x->now ? x->now : NULL));
        json_object_set_new(j, "after", json_string(x->right));
        json_object_set_new(j, "file", json_string(x->file));
        json_object_set_new(j, "line", json_integer(x->line));
        json_array_append_new(all, j);
    }
    return all;
}
