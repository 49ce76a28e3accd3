#!/usr/bin/env bash
# case_plugin.sh - sen plugin list|new|test|allow through the command line.
. "$SEN_ROOT/tests/lib.sh"
export XDG_DATA_HOME=$W/data

# both patterns build and pass their own test untouched
for kind in c lua; do
    exits "plugin new thu-$kind" 0 sen plugin new "thu-$kind" "--$kind"
    exits "plugin test thu-$kind untouched" 0 sen plugin test "thu-$kind"
    lacks "plugin new leaves no NAME in thu-$kind" NAME \
        "$(cat "thu-$kind"/*.c "thu-$kind"/*.lua "thu-$kind"/README.md 2>/dev/null; ls "thu-$kind")"
done
exits "plugin new refuses an existing folder" 3 sen plugin new thu-c --c
exits "plugin new refuses a bad name" 3 sen plugin new "Thử/../x" --lua
exits "plugin new wants --c or --lua" 2 sen plugin new xyz

# a wrong expectation is seen, with the line
printf 'khác\n' >>thu-lua/expect.thu-lua.txt
exits "plugin test sees a difference" 1 sen plugin test thu-lua
has "and says where" "SEN6032" "$out$err"
printf 'hỏng' >thu-c/thu-c.c
exits "plugin test: a source that does not compile" 1 sen plugin test thu-c
exits "plugin test: no such folder" 3 sen plugin test khong-co

# what is allowed loads, what is changed does not
sen plugin new tot --lua >/dev/null
exits "plugin allow" 0 sen plugin allow tot
sen init ws --unit "Phường An Hòa" >/dev/null
out=$(sen -C ws plugin list)
has "the list shows the plugin" "tot" "$out"
has "and those of the install" "loudspeaker" "$out"
printf -- '-- thêm\n' >>"$XDG_DATA_HOME/sen/plugins/abi1/tot/main.lua"
out=$(sen -C ws plugin list)
has "a changed byte is refused with its reason" "đã bị thay đổi" "$out"
out=$(sen -C ws show outputs --json)
has "outputs as JSON" '"schema":"sen-outputs/1"' "${out//[[:space:]]/}"

# what ships: one exported symbol each, nothing of ours linked, the header alone enough
for so in "$SEN_BIN"/plugins/*/*.so; do
    is "$(basename "$so") exports one symbol" sen_plugin_v1 "$(nm -D --defined-only "$so" | awk '{ print $3 }')"
    lacks "$(basename "$so") links no library of the core" sqlite "$(ldd "$so")"
done
printf '#include "sen_plugin.h"\nint main(void) { return 0; }\n' >alone.c
exits "sen_plugin.h compiles alone" 0 cc -std=c11 -Wall -Wextra -Wpedantic -Werror -I"$SEN_ROOT/core/abi" -o alone alone.c
is "sen_plugin.h includes stddef and stdint only" "stddef.h stdint.h" \
    "$(sed -n 's/^#include <\(.*\)>/\1/p' "$SEN_ROOT/core/abi/sen_plugin.h" | xargs)"
if [ "$(wc -l <"$SEN_ROOT/core/abi/sen_plugin.h")" -le 250 ]; then ok "sen_plugin.h has at most 250 lines"
else not_ok "sen_plugin.h is too long"; fi
finish
