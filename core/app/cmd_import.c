/* cmd_import.c - `sen import FILE…`: plans into the workspace; --dry-run reads and prints, --review adds a report. */
#include "core/app/commands.h"
#include "core/app/import.h"
#include "core/app/plan_json.h"

static int dry_run(Cli *c, const char *path, const Plan *plan)
{
    if (c->json) {
        plan_json(plan, &c->out, cli_drain, c);
        return 0;
    }
    Buf b = {0};
    import_summary(c, plan, &b);
    cli_say(c, "%s: %s. (chỉ đọc thử, chưa nhập)", "%s: %s. (dry run, nothing was imported)", path, buf_text(&b));
    buf_free(&b);
    return 0;
}

/* What was understood and what was left over, for a person to look through. */
static void review(Cli *c, const Plan *p)
{
    if (c->json || c->quiet) return;
    const char *blank = cli_word(c, "(để trống)", "(blank)");
    buf_printf(&c->out, "%s: %s\n", cli_word(c, "Loại văn bản", "Type"), p->type ? p->type : blank);
    buf_printf(&c->out, "%s: %s/%s\n", cli_word(c, "Số, ký hiệu", "Number"), p->number ? p->number : "…",
               p->symbol ? p->symbol : blank);
    buf_printf(&c->out, "%s: %s\n", cli_word(c, "Nơi ban hành", "Issuer"), p->issuer ? p->issuer : blank);
    buf_printf(&c->out, "%s: %s\n", cli_word(c, "Trích yếu", "Subject"), p->subject ? p->subject : blank);
    for (size_t i = 0; i < p->n_dates; i++) {
        const PlanDate *d = &p->dates[i];
        buf_printf(&c->out, "%s: %s%s%s (%s)\n", cli_word(c, "Thời gian", "Time"),
                   d->from != DATE_NONE ? cli_date_text(c, d->from) : "",
                   d->from != DATE_NONE ? " – " : d->exclusive ? cli_word(c, "trước ", "before ")
                   : cli_word(c, "chậm nhất ", "by "), cli_date_text(c, d->to), d->node >= 0 ? p->nodes[d->node].id : "–");
    }
    for (size_t i = 0; i < p->n_actors; i++)
        buf_printf(&c->out, "%s: %s (%s)\n", cli_word(c, "Cơ quan", "Body"), p->actors[i].name,
                   p->actors[i].node >= 0 ? p->nodes[p->actors[i].node].id : "–");
    for (size_t i = 0; i < p->n_nodes; i++)
        if (p->nodes[i].confidence < 0.8)
            buf_printf(&c->out, cli_word(c, "Còn ngờ: %s, dòng %d\n", "Doubtful: %s, line %d\n"), p->nodes[i].id,
                       p->nodes[i].line);
    for (size_t i = 0; i < p->n_rest; i++)
        buf_printf(&c->out, cli_word(c, "Không thuộc mục nào (%s), dòng %d: %s\n", "In no clause (%s), line %d: %s\n"),
                   p->rest[i].kind, p->rest[i].line, p->rest[i].text);
}

static int one_file(Cli *c, Session *s, const char *path)
{
    Err e = {0};
    Plan *plan = NULL;
    Buf bytes = {0};
    int rc = import_read(c, path, &plan, &bytes, &e);
    if (rc == 0) rc = cli_has(c, OPT_DRY_RUN) ? dry_run(c, path, plan) : import_put(s, path, plan, buf_view(&bytes), &e);
    if (rc == 0 && cli_has(c, OPT_REVIEW)) review(c, plan);
    plan_free(plan);
    buf_free(&bytes);
    return rc ? cli_fail(c, &e) : 0;
}

/* After an import: how far the tasks cover the plan, for the unit that is at hand. */
static void say_next(Cli *c)
{
    cli_say(c, "Tiếp theo: sen xem nhiem-vu --cho ĐƠN_VỊ · sen soat · sen xuat --cho all",
            "Next: sen show tasks --for UNIT · sen check · sen build --for all");
}

int cmd_import(Cli *c)
{
    Err e = {0};
    Session s = {.c = c};
    int dry = cli_has(c, OPT_DRY_RUN);
    if (!dry) {
        if (workspace_find(c, &s.w, &e)) return cli_fail(c, &e);
        s.store = store_open(s.w.db, STORE_WRITE, &e);
        if (!s.store) {
            workspace_free(&s.w);
            return cli_fail(c, &e);
        }
    }
    for (size_t i = 0; i < c->n_args; i++) one_file(c, &s, c->arg[i]);
    if (!dry && c->code == 0) say_next(c);
    session_close(&s);
    return c->code;
}
