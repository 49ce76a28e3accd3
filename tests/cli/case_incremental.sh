# case_incremental.sh - a build that trusts how files looked ends with the bytes of a clean one, whatever changed and however.
. "$SEN_ROOT/tests/lib.sh"
plan=$SEN_ROOT/content/plans/ke-hoach-tinh-2026-2027.txt
sen init ws --unit "Phường Số 1" --unit "Xã Số 2" --unit "Xã Số 3" --year 2026 >/dev/null && sen -C ws import "$plan" >/dev/null 2>&1
tree() { (cd "$1" && find . -path ./.sen-build -prune -o -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum); }
build() { sen -C ws build --for all --draft --date 2026-10-01 --json "$@" 2>/dev/null; }
done_units() { sen -C ws build --for all --draft --date 2026-10-01 --lang en 2>/dev/null | sed -n 's/.*; \([0-9]*\) units built.*/\1/p'; }
settle() { sleep 2.1; done_units >/dev/null; }
same() { # name: what stands in out/ equals a clean build
    rm -rf clean && sen -C ws build --for all --draft -q --date 2026-10-01 --out "$W/clean" >/dev/null 2>&1
    is "$1" "$(tree clean)" "$(tree ws/out)"
}
settle
is "nothing changed, nothing built" 0 "$(done_units)"
[ -s ws/out/.sen-build/seen ] && ok "a note is kept" || not_ok "a note is kept"
# same size, times put back: the change of the entry itself tells
cp -p ws/units/xa-so-2/unit.lua "$W/stamp"
sed -i 's/Xã Số 2/Xã Số 9/' ws/units/xa-so-2/unit.lua && touch -r "$W/stamp" ws/units/xa-so-2/unit.lua
is "a profile of the same size and time" 1 "$(done_units)"
same "its pages"
settle
mkdir -p ws/units/xa-so-3/content && printf 'Một đoạn riêng của xã.\n' >ws/units/xa-so-3/content/leaflet.md
is "a template of a unit is new" 1 "$(done_units)"
same "its pages are in"
settle
rm -r ws/units/xa-so-3/content
is "and gone" 1 "$(done_units)"
same "the pages of the base again"
settle
item=$(sen -C ws --date 2026-03-01 --json show checklists --for xa-so-2 | python3 -c 'import json,sys;print(json.load(sys.stdin)["items"][0]["items"][0]["id"])')
sen -C ws --date 2026-03-01 tick "$item" --for xa-so-2 >/dev/null
is "a tick" 1 "$(done_units)"
same "shows"
settle
mkdir -p ws/scripts && printf 'edit.task "action-month" { lead = "women", why = "Phân công mới" }\n' >ws/scripts/all.lua
is "a script of the workspace" 3 "$(done_units)"
same "reaches all"
settle
touch ws/units/*/unit.lua
is "touched, not changed" 0 "$(done_units)"
rm ws/out/xa-so-2/leaflet.html
is "an output that is gone" 1 "$(done_units)"
same "is made again"
settle
printf 'x' | dd of=ws/out/.sen-build/seen bs=1 seek=200 conv=notrunc 2>/dev/null
is "a damaged note" 0 "$(done_units)"
rm ws/out/.sen-build/seen
is "no note" 0 "$(done_units)"
settle
cp -r ws/units/xa-so-3 ws/units/xa-so-4 && sed -i 's/xa-so-3/xa-so-4/; s/Xã Số 3/Xã Số 4/' ws/units/xa-so-4/unit.lua
is "a unit more" 1 "$(done_units)"
same "has its pages"
settle
rm -r ws/units/xa-so-4
is "a unit less" 0 "$(done_units)"
same "takes its pages away"
# a copy of the workspace: its own files count, not those of the place it was copied from
settle
cp -a ws other
sed -i 's/Xã Số 9/Xã Số 7/' other/units/xa-so-2/unit.lua
sen -C other build --for all --draft --date 2026-10-01 >/dev/null 2>&1
has "a copy elsewhere shows what was changed in it" "Xã Số 7" "$(cat other/out/xa-so-2/index.html)"
printf 'error("hong")\n' >other/units/xa-so-3/scripts/z.lua
exits "and says what is broken in it" 1 sen -C other build --for all --draft --date 2026-10-01
mv other ws.new && mv ws ws.old && mv ws.new ws
exits "also when it takes the name of the other" 1 sen -C ws build --for all --draft --date 2026-10-01
finish
