/* cmd_bundle.c - `sen bundle --layer DIR`: the layer's scripts and templates as one file, signed with an own key. */
#include "core/app/commands.h"
#include "core/app/keys.h"
#include "core/app/workspace.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/store/bundle.h"
#include <stdlib.h>
#include <string.h>

/* The one line of phien-ban.txt (or version.txt). */
static int read_version(Cli *c, const char *dir, const char **version, Err *e)
{
    static const char *const names[] = {"phien-ban.txt", "version.txt"};
    for (size_t i = 0; i < 2; i++) {
        const char *path = arena_print(c->arena, "%s/%s", dir, names[i]);
        Buf b = {0};
        if (!file_exists(path)) continue;
        int rc = file_read(path, path, 1000, &b, e);
        Str line = str_trim((Str){buf_text(&b), strcspn(buf_text(&b), "\r\n")});
        *version = arena_text(c->arena, line.p, line.n);
        buf_free(&b);
        if (rc == 0 && !bundle_is_version(*version)) rc = err_set(e, SEN8204, "%s" ARG "%.80s", path, *version);
        return rc;
    }
    return err_set(e, SEN8223, "%s", dir);
}

static int layer_name(Cli *c, const char *dir, const char **name, Err *e)
{
    char *real = realpath(dir, NULL);
    const char *said = cli_has(c, OPT_NAME) ? c->opt[OPT_NAME] : real ? path_base(real) : dir;
    Buf id = {0};
    text_slug(said, strlen(said), &id);
    *name = arena_copy(c->arena, buf_text(&id));
    buf_free(&id);
    int rc = text_is_id(*name) && strcmp(*name, "sen") ? 0 : err_set(e, SEN8204, "%s" ARG "%.80s", dir, said);
    free(real);
    return rc;
}

static int gather_files(Cli *c, const char *dir, Bundle *b, Err *e)
{
    static const struct { const char *folder, *suffix; } part[] = {{"scripts", ".lua"}, {"content", ".md"}};
    LayerFiles f = {0};
    int rc = 0;
    for (size_t i = 0; i < 2 && rc == 0; i++)
        rc = workspace_gather(c->arena, arena_print(c->arena, "%s/%s", dir, part[i].folder), part[i].folder, part[i].suffix,
                              BUNDLE_FILE_MOST, &f, e);
    if (rc == 0 && !f.n) rc = err_set(e, SEN8224, "%s", dir);
    b->v = arena_alloc(c->arena, mem_mul(f.n + 1, sizeof *b->v));
    for (size_t i = 0; i < f.n; i++) b->v[b->n++] = (BundleFile){f.v[i].name, f.v[i].bytes};
    workspace_files_free(&f);
    return rc;
}

int cmd_bundle(Cli *c)
{
    Err e = {0};
    Bundle b = {0};
    OwnKey k = {0};
    Buf out = {0};
    const char *dir = c->opt[OPT_LAYER];
    if (!dir) return cli_usage(c, SEN8010, "%s" ARG "%s", cli_word(c, c->command->vi, c->command->en),
                               cli_word(c, c->command->usage[0], c->command->usage[1]));
    int rc = file_is_dir(dir) ? 0 : err_set(&e, SEN8224, "%s", dir), sign = cli_has(c, OPT_KEY);
    if (rc == 0 && layer_name(c, dir, &b.name, &e)) rc = -1;
    if (rc == 0 && read_version(c, dir, &b.version, &e)) rc = -1;
    if (rc == 0 && gather_files(c, dir, &b, &e)) rc = -1;
    if (rc == 0 && sign && keys_load(c, c->opt[OPT_KEY], &k, &e)) rc = -1;
    const char *to = cli_has(c, OPT_OUT) ? c->opt[OPT_OUT] : arena_print(c->arena, "%s-%s.senlayer", b.name ? b.name : "",
        b.version ? b.version : "");
    if (rc == 0) rc = bundle_write(&b, sign ? k.seed : NULL, &out, &e);
    sign_forget(k.seed, sizeof k.seed);
    if (rc == 0) rc = file_write(to, to, out.p, out.n, &e);
    if (rc == 0)
        cli_say(c, "Đã đóng gói lớp %s phiên bản %s: %zu tệp, %s → %s\nNơi nhận gõ: sen nhap %s",
                "Packed the layer %s version %s: %zu files, %s → %s\nThe receiver types: sen import %s", b.name, b.version, b.n,
                sign ? arena_print(c->arena, cli_word(c, "ký bằng khóa %s", "signed with the key %s"), k.name)
                     : cli_word(c, "không ký (nơi nhận phải đọc từng dòng rồi mới cho chạy; nên ký: --khoa TÊN)",
                                "not signed (the receiver must read every line first; better sign: --key NAME)"),
                to, path_base(to));
    buf_free(&out);
    return rc ? cli_fail(c, &e) : 0;
}
