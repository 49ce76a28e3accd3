/* import.c - taking one plan file into the database. */
#include "core/app/import.h"
#include "core/app/refs.h"
#include "core/app/report.h"
#include "core/base/file.h"
#include "core/intake/intake.h"
#include <string.h>

int import_read(Session *s, const char *path, Plan **plan, Buf *form, Buf *bytes, Err *e)
{
    Buf none = {0};
    *plan = NULL;
    if (file_read(path, path, INTAKE_BYTES_MOST, bytes, e)) return -1;
    int rc = session_import(s, path, buf_view(bytes), plan, form ? form : &none, e);
    if (rc == 0 && none.n) rc = err_set(e, SEN6102, "%s", path);
    buf_free(&none);
    return rc;
}

static void say_moves(Cli *c, const StorePut *put)
{
    size_t n[6] = {0};
    for (size_t i = 0; i < put->n_moves; i++) n[put->moves[i].kind]++;
    cli_say(c, "So với bản trước: %zu mục giữ nguyên, %zu chuyển chỗ, %zu sửa chữ, %zu mới, %zu bỏ, %zu tách, %zu gộp.",
            "Against the version before: %zu kept, %zu moved, %zu edited, %zu new, %zu gone, %zu split, %zu joined.", put->kept,
            n[MOVE_MOVED], n[MOVE_EDITED], n[MOVE_NEW], n[MOVE_GONE], n[MOVE_SPLIT], n[MOVE_JOINED]);
}

int import_put(Session *s, const char *path, Plan *plan, Str bytes, Correcting *corrected, Err *e)
{
    Cli *c = s->c;
    char hex[65];
    StorePut put = {0};
    Buf text = {0};
    store_sha256(bytes.p, bytes.n, hex);
    Refs refs = {0};
    if (refs_collect(c, &refs, e)) return -1;
    if (session_begin(s, arena_print(c->arena, "import %s", path_base(path)), e)) return -1;
    if (refs_put(&refs, s->store, e) || store_put_plan(s->store, plan, path_base(path), hex, c->arena, &put, e) ||
        correction_keep(s, put.id, plan, corrected, e) ||
        store_commit(s->store, e)) {
        store_rollback(s->store);
        return -1;
    }
    if (put.outcome == STORE_SAME) {
        cli_say(c, "%s: không có gì mới, đúng là bản %d của %s đã có.", "%s: nothing new, this is version %d of %s.", path,
                put.version, put.id);
        return 0;
    }
    report_summary(c, plan, &text);
    if (put.outcome == STORE_NEW_VERSION) {
        cli_say(c, "Đã nhập %s thành bản %d của kế hoạch %s: %s.", "Imported %s as version %d of the plan %s: %s.", path,
                put.version, put.id, buf_text(&text));
        say_moves(c, &put);
    } else {
        cli_say(c, "Đã nhập %s thành kế hoạch %s: %s.", "Imported %s as the plan %s: %s.", path, put.id, buf_text(&text));
    }
    buf_free(&text);
    return 0;
}
