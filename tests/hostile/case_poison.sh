# case_poison.sh - pairs of poison and probe: what one unit's scripts and pages do to all they can reach is nowhere to be seen in a unit
# built after it by the same worker, nor in one that has no script: the same bytes, the same findings as without it.
. "$SEN_ROOT/tests/lib.sh"
P=$SEN_ROOT/tests/hostile/poison
sen init ws --unit "Xã A" --unit "Xã B" --unit "Xã C" --year 2026 >/dev/null
sen -C ws import "$SEN_ROOT/content/plans/ke-hoach-tinh-2026-2027.txt" >/dev/null 2>&1
mkdir -p ws/units/xa-a/content ws/units/xa-b/content
cp "$P/probe.lua" ws/units/xa-b/scripts/ward.lua
cp "$P/page.md" ws/units/xa-b/content/page.md
D="-C ws --date 2026-03-01"
build() { rm -rf ws/out; "$SEN_BIN/sen" $D build --for all --draft -j 1 -q >build.out 2>&1; }
# PDF pages have a test of their own for the same bytes again
of() { cat $(ls ws/out/xa-b/* ws/out/xa-c/* 2>/dev/null | grep -v '\.pdf$') </dev/null | sha256sum; }
# what check says that stands in no file of the first unit; its words to avoid are its own and looked for in shared pages too
check() { "$SEN_BIN/sen" $D check --for all --json 2>/dev/null | python3 -c '
import json, sys
print(*sorted({str(x) for x in json.load(sys.stdin) if "xa-a" not in str(x) and x["code"] != "SEN4216"}), sep="\n")'; }
build
want=$(of)
[ "$(ls ws/out/xa-b | wc -l)" -ge 10 ] && ok "the probe is built" || not_ok "the probe is built" "$(ls ws/out/xa-b)" "$(cat build.out)"
has "the probe's own output is there" "móc: 1 2 3 a b 123XX" "$(cat ws/out/xa-b/trang.do)"
check >found
n=0
for f in "$P"/[a-z]*.lua "$P/poison_page.md"; do
    name=$(basename "$f")
    [ "$name" = probe.lua ] && continue
    rm -f ws/units/xa-a/scripts/* ws/units/xa-a/content/*
    case $name in
        *.lua) cp "$f" ws/units/xa-a/scripts/ward.lua ;;
        *) cp "$f" ws/units/xa-a/content/leaflet.md ;;
    esac
    build
    [ "$(of)" = "$want" ] && ok "$name: the others are built as without it" || not_ok "$name: the others are built as without it" "$(head -c 600 build.out)"
    [ -s build.out ] || [ -d ws/out/xa-a ] || not_ok "$name: was looked at"
    [ "${MODE:-}" = asan ] || { check >now; cmp -s found now && ok "$name: what check says of the others too" || not_ok "$name: what check says of the others too" "$(diff found now | head -5)"; }
    n=$((n + 1))
done
[ $n -ge 16 ] && ok "$n pairs" || not_ok "$n pairs"
finish
