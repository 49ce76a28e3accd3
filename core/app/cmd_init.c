/* cmd_init.c - `sen init`, `sen unit`: a workspace and its units, as files a ward can read and change. */
#include "core/app/base_layer.h"
#include "core/app/commands.h"
#include "core/app/editor.h"
#include "core/app/session.h"
#include "core/app/workspace.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/store/store.h"
#include <stdlib.h>
#include <string.h>

/* A Lua string literal in double quotes. */
static void lua_text(Buf *b, const char *s)
{
    buf_putc(b, '"');
    for (; *s; s++) {
        if (*s == '"' || *s == '\\') buf_putc(b, '\\');
        if ((unsigned char)*s < 32) buf_printf(b, "\\%03d", *s);
        else buf_putc(b, *s);
    }
    buf_putc(b, '"');
}

static void write_workspace(Cli *c, Buf *b, const char *name)
{
    buf_puts(b, cli_word(c, "-- sen.lua: không gian làm việc. Sửa tệp này bằng Notepad; xem từng từ bằng lệnh: sen giup "
                            "workspace\n",
                         "-- sen.lua: the workspace. Edit it with any editor; for each word type: sen help workspace\n"));
    buf_puts(b, "workspace {\n  name = ");
    lua_text(b, name);
    int year = c->year ? c->year : date_year(c->date);
    buf_printf(b, ",\n  year = %d,\n}\n", year);
}

static void write_unit(Cli *c, Buf *b, const char *id, const char *name, const char *kind)
{
    const char *space = strchr(name, ' ');
    int placed = strcmp(kind, "co-quan") != 0 && space;
    buf_puts(b, cli_word(c, "-- unit.lua: hồ sơ của đơn vị. Bổ sung người ký, khung giờ phát thanh, số điện thoại cần in ra.\n",
                         "-- unit.lua: the unit's profile. Add the signer, the loudspeaker slots, the phone numbers to "
                         "print.\n"));
    buf_printf(b, "unit \"%s\" {\n  name = ", id);
    lua_text(b, name);
    buf_printf(b, ",\n  kind = \"%s\",\n  place = ", kind);
    lua_text(b, placed ? space + 1 : name);
    buf_puts(b, ",\n}\n");
}

static const char ward_head_vi[] =
    "-- ward.lua: lớp riêng của đơn vị. Mỗi câu sửa một điều so với bản chung; các lệnh sen sua / them / bo ghi thêm vào cuối "
    "tệp.\n"
    "-- Ví dụ (bỏ hai dấu gạch đầu dòng để dùng):\n"
    "-- them.viec \"thang-hanh-dong/toa-dam\" { \"Tọa đàm với nam công nhân\", han = \"20/11\" }\n";
static const char ward_head_en[] =
    "-- ward.lua: the unit's own layer. Each statement changes one thing of the common one; sen edit / add / remove append "
    "here.\n"
    "-- For example (take away the two dashes to use it):\n"
    "-- add.item \"action-month/talk\" { \"A talk with men workers\", due = \"20/11\" }\n";

/* Makes units/ID with unit.lua, scripts/ward.lua and an empty content/. */
static int make_unit(Cli *c, const char *dir, const char *id, const char *name, const char *kind, Err *e)
{
    Buf b = {0};
    const char *base = arena_print(c->arena, "%s/units/%s", dir, id);
    const char *shown = arena_print(c->arena, "units/%s", id);
    int rc = -1;
    if (file_make_dirs(arena_print(c->arena, "%s/scripts", base), shown, e)) goto out;
    if (file_make_dirs(arena_print(c->arena, "%s/content", base), shown, e)) goto out;
    const char *head = cli_word(c, ward_head_vi, ward_head_en);
    if (file_write(arena_print(c->arena, "%s/scripts/ward.lua", base), NULL, head, strlen(head), e)) goto out;
    write_unit(c, &b, id, name, kind);
    rc = file_write(arena_print(c->arena, "%s/unit.lua", base), NULL, b.p, b.n, e);
out:
    buf_free(&b);
    return rc;
}

typedef struct NewUnit { const char *id, *name, *kind; } NewUnit;

static int name_units(Cli *c, NewUnit *units, Err *e)
{
    for (size_t i = 0; i < c->n_units; i++) {
        Buf id = {0};
        int bad = workspace_unit_id(c->units[i], &id, &units[i].kind);
        units[i].id = arena_copy(c->arena, buf_text(&id));
        units[i].name = c->units[i];
        buf_free(&id);
        if (bad) return err_set(e, SEN8025, "%s", c->units[i]);
        for (size_t k = 0; k < i; k++)
            if (!strcmp(units[k].id, units[i].id)) return err_set(e, SEN8024, "%s", units[i].id);
    }
    return 0;
}

typedef struct Fresh { Cli *c; const NewUnit *units; } Fresh;

/* What a new database holds: the base layer that later versions of it will be compared with, and the units. */
static int fill_database(void *self, Store *s, Err *e)
{
    const Fresh *f = self;
    for (size_t i = 0; i < f->c->n_units; i++) {
        StoreUnit u = {.id = f->units[i].id, .name = f->units[i].name, .kind = f->units[i].kind, .valid_from = DATE_NONE,
                       .valid_to = DATE_NONE};
        if (store_put_unit(s, &u, e)) return -1;
    }
    return base_layer_keep(f->c, s, 1, e);
}

int cmd_init(Cli *c)
{
    Err e = {0};
    Buf b = {0};
    const char *dir = c->arg[0];
    if (!c->n_units) return cli_usage(c, SEN8010, "%s" ARG "%s", c->command->vi, cli_word(c, "--don-vi TÊN", "--unit NAME"));
    NewUnit *units = arena_alloc(c->arena, mem_mul(c->n_units, sizeof *units));
    if (name_units(c, units, &e)) goto fail;
    if (file_exists(arena_print(c->arena, "%s/sen.lua", dir)) || file_exists(arena_print(c->arena, "%s/sen.db", dir))) {
        err_set(&e, SEN8023, "%s", dir);
        goto fail;
    }
    static const char *const folders[] = {"scripts", "content", "units", "inbox"};
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        if (file_make_dirs(arena_print(c->arena, "%s/%s", dir, folders[i]), dir, &e)) goto fail;
    for (size_t i = 0; i < c->n_units; i++)
        if (make_unit(c, dir, units[i].id, units[i].name, units[i].kind, &e)) goto fail;
    if (editor_write(c, dir, &e)) goto fail;
    Fresh fresh = {c, units};
    const char *db = arena_print(c->arena, "%s/sen.db", dir);
    if (store_create_with(db, session_now(c), session_who(c), fill_database, &fresh, &e)) goto fail;
    /* sen.lua comes last: a workspace exists when it is whole */
    write_workspace(c, &b, c->n_units == 1 ? units[0].name : path_base(dir));
    if (file_write(arena_print(c->arena, "%s/sen.lua", dir), NULL, b.p, b.n, &e)) goto fail;
    buf_free(&b);
    cli_say(c, "Đã tạo không gian làm việc %s với %zu đơn vị. Tiếp theo: sen -C %s nhap TỆP_KẾ_HOẠCH",
            "Made the workspace %s with %zu units. Next: sen -C %s import PLAN_FILE", dir, c->n_units, dir);
    return 0;
fail:
    buf_free(&b);
    return cli_fail(c, &e);
}

static int unit_add(Cli *c, Workspace *w)
{
    Err e = {0};
    NewUnit one;
    c->units = mem_resize(c->units, sizeof *c->units);
    c->units[0] = c->arg[1];
    c->n_units = 1;
    if (name_units(c, &one, &e)) return cli_fail(c, &e);
    if (file_exists(arena_print(c->arena, "%s/units/%s/unit.lua", w->dir, one.id))) {      /* comes last: then it is whole */
        err_set(&e, SEN8024, "%s", one.id);
        return cli_fail(c, &e);
    }
    if (make_unit(c, w->dir, one.id, one.name, one.kind, &e)) return cli_fail(c, &e);
    cli_say(c, "Đã thêm đơn vị %s (%s). Hồ sơ: units/%s/unit.lua", "Added the unit %s (%s). Its profile: units/%s/unit.lua",
            one.name, one.id, one.id);
    return 0;
}

int cmd_unit(Cli *c)
{
    Err e = {0};
    Workspace w;
    int rc;
    const char *what = c->arg[0];
    int adding = text_same_folded(what, "add") || text_same_folded(what, "them");
    int listing = text_same_folded(what, "list") || text_same_folded(what, "liet-ke");
    if ((!adding && !listing) || (adding && c->n_args != 2) || (listing && c->n_args != 1))
        return cli_usage(c, SEN8010, "%s" ARG "%s", c->command->vi, cli_word(c, c->command->usage[0], c->command->usage[1]));
    if (listing && c->json) {                              /* the same as sen show units --json */
        c->arg[0] = "units";
        return cmd_show(c);
    }
    if (workspace_find(c, &w, &e)) return cli_fail(c, &e);
    if (adding) {
        rc = unit_add(c, &w);
    } else {
        for (size_t i = 0; i < w.n_units; i++) {
            buf_puts(&c->out, w.unit[i]);
            buf_putc(&c->out, '\n');
        }
        rc = 0;
    }
    workspace_free(&w);
    return rc;
}
