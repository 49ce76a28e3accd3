/* editor.c - three small files beside sen.lua; what stands in them comes from the table of words. */
#include "core/app/editor.h"
#include "core/base/file.h"
#include "core/model/word.h"
#include <string.h>

static const char luarc[] =
    "{\n"
    "  \"$schema\": \"https://raw.githubusercontent.com/LuaLS/vscode-lua/master/setting/schema.json\",\n"
    "  \"runtime.version\": \"Lua 5.4\",\n"
    "  \"workspace.library\": [\".sen\"],\n"
    "  \"workspace.ignoreDir\": [\"out\", \"inbox\"],\n"
    "  \"workspace.checkThirdParty\": false,\n"
    "  \"diagnostics.disable\": [\"lowercase-global\"]\n"
    "}\n";

/* keep: a file that is there stays as it is. */
static int put(Cli *c, const char *dir, const char *name, Str bytes, int keep, Err *e)
{
    const char *path = arena_print(c->arena, "%s/%s", dir, name);
    Buf old = {0};
    Err none = {0};
    int there = file_read(path, name, 1 << 20, &old, &none) == 0;
    int same = there && str_eq(buf_view(&old), bytes);
    buf_free(&old);
    return same || (keep && there) ? 0 : file_write(path, name, bytes.p, bytes.n, e);
}

int editor_write(Cli *c, const char *dir, Err *e)
{
    Buf b = {0};
    int rc = -1;
    if (file_make_dirs(arena_print(c->arena, "%s/.sen", dir), ".sen", e)) goto out;
    word_print_meta(&b);
    if (put(c, dir, ".sen/sen.d.lua", buf_view(&b), 0, e) || put(c, dir, ".luarc.json", str_of(luarc), 1, e)) goto out;
    buf_clear(&b);
    word_print_luacheck(&b);
    buf_puts(&b, "exclude_files = { \".sen\", \"out\" }\n");
    rc = put(c, dir, ".luacheckrc", buf_view(&b), 1, e);
out:
    buf_free(&b);
    return rc;
}
