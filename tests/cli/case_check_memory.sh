#!/usr/bin/env bash
# case_check_memory.sh - what `sen check` remembers never changes what it says: with it, without it, damaged, and after each change.
. "$SEN_ROOT/tests/lib.sh"
export XDG_CACHE_HOME=$W/cache XDG_DATA_HOME=$W/data
sen init ws --unit "Phường An Hòa" --unit "Xã Tân Quy" --year 2026 >/dev/null
sen -C ws import "$SEN_ROOT/content/plans/ke-hoach-tinh-2026-2027.txt" -q 2>/dev/null
printf 'task "x" { "Việc thử", leed = "women" }\n' >ws/scripts/x.lua
check() { sen -C ws check --for "${1:-all}" --date "${2:-2026-10-01}" ${3:-} 2>&1; echo "exit $?"; }
fresh() { env -u XDG_CACHE_HOME HOME=/nonexistent "$SEN_BIN/sen" -C ws check --for "${1:-all}" --date "${2:-2026-10-01}" ${3:-} 2>&1; echo "exit $?"; }
memory() { ls cache/sen/check-* 2>/dev/null | head -1; }
sleep 2.2                                   # what is younger than two seconds is never remembered
want=$(fresh)
has "there is something to say" "SEN3" "$want"
is "the first check" "$want" "$(check)"
[ -s "$(memory)" ] && ok "is remembered" || not_ok "is remembered"
is "the second says the same" "$want" "$(check)"
is "also as JSON" "$(fresh all 2026-10-01 --json)" "$(check all 2026-10-01 --json)"
is "and in English" "$(fresh all 2026-10-01 --lang=en)" "$(check all 2026-10-01 --lang=en)"
is "another unit is another question" "$(fresh xa-tan-quy)" "$(check xa-tan-quy)"
is "another day too" "$(fresh all 2026-12-20)" "$(check all 2026-12-20)"
is "and strictness" "$(fresh all 2026-10-01 --strict)" "$(check all 2026-10-01 --strict)"

# a damaged memory is no memory
check >/dev/null
m=$(memory)
cp "$m" good
for at in 0 5 20 40 200 1000; do
    cp good "$m"
    printf '\377\377\377' | dd of="$m" bs=1 seek=$at conv=notrunc 2>/dev/null
    is "damaged at $at" "$want" "$(check)"
done
for n in 0 1 11 30 500; do
    head -c $n good >"$m"
    is "cut after $n bytes" "$want" "$(check)"
done
rm -rf cache/sen && printf x >cache/sen
is "no place for it" "$want" "$(check)"
rm -f cache/sen

# every change is seen at once
change() { # name, command...: the same as without a memory, and not what it was
    local name=$1 was
    shift
    was=$(check)
    check >/dev/null
    "$@"
    is "$name" "$(fresh)" "$(check)"
    [ "$(check)" != "$was" ] && ok "$name: seen" || not_ok "$name: seen"
}
sleep 2.2
check >/dev/null
change "a script that was mended" sh -c 'printf "task \"x\" { \"Việc thử\", lead = \"women\" }\n" >ws/scripts/x.lua'
change "a script of a unit" sh -c 'printf "task \"y\" { \"Việc thử\", leed = \"women\" }\n" >ws/units/xa-tan-quy/scripts/y.lua'
change "a template that is wrong" sh -c 'printf "{%% for %%}\n" >ws/content/leaflet.md'
change "a script that is gone" rm ws/units/xa-tan-quy/scripts/y.lua
change "a new unit" sh -c 'mkdir -p ws/units/xa-moi && printf "unit \"xa-moi\" { name = \"Xã Mới\", kind = \"xa\", plase = \"x\" }\n" >ws/units/xa-moi/unit.lua'
finish
