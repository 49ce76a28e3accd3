# case_parent.sh - Lua, libcmark and the importer never run in the parent: it is started with a guard that ends it when it tries.
. "$SEN_ROOT/tests/lib.sh"
case ${MODE:-} in asan) ok "not under a sanitizer: the guard is preloaded"; exit 0 ;; esac
cat >guard.c <<'C'
#include <stdlib.h>
#include <unistd.h>
static void caught(void) { write(2, "GUARD\n", 6); _exit(99); }
void *lua_newstate(void *f, void *ud) { (void)f, (void)ud; caught(); return 0; }
void *luaL_newstate(void) { caught(); return 0; }
void *cmark_parser_new(int o) { (void)o; caught(); return 0; }
void *cmark_parser_new_with_mem(int o, void *m) { (void)o, (void)m; caught(); return 0; }
C
gcc -shared -fPIC -w -o guard.so guard.c || { not_ok "the guard compiles"; finish; }
guarded() { LD_PRELOAD=$W/guard.so "$SEN_BIN/sen" "$@"; }
sen init ws --unit "Phường Thử" --year 2026 >/dev/null
plan=$SEN_ROOT/content/plans/ke-hoach-tinh-2026-2027.txt
exits "import" 0 guarded -C ws import "$plan"
exits "show" 0 guarded -C ws show tasks --json
exits "check" 0 guarded -C ws check --date 2026-10-01
exits "build" 0 guarded -C ws build --draft --date 2026-10-01
printf 'return 1 + 1\n' >s.lua
exits "run" 0 guarded -C ws run s.lua
is "and the script did run" 2 "$out"
finish
