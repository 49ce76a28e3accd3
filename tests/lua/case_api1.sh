#!/usr/bin/env bash
# case_api1.sh - ten scripts written for Lua API 1 give what they gave: bytes for what they print, and for JSON every key of that
# day with its value (keys may be added). The scripts, their base layer and NAME.out are never edited; what is new gets new files.
. "$SEN_ROOT/tests/lib.sh"
. "$SEN_ROOT/tests/frozen.sh"
A=$SEN_ROOT/tests/lua/api1
frozen_install "$A/base"
cat >known.py <<'PY'
# prints got JSON without the keys that the expected text does not know at that place
import json, sys
def cut(want, got):
    if isinstance(want, dict) and isinstance(got, dict): return {k: cut(want[k], got[k]) for k in got if k in want}
    if isinstance(want, list) and isinstance(got, list):
        return [cut(want[i] if i < len(want) else want[-1], g) for i, g in enumerate(got)] if want else got
    return got
def blocks(path):                                      # "$ command" lines, each with what follows it
    out = []
    for line in open(path, encoding='utf-8'):
        if line.startswith('$ '): out.append([line, ''])
        elif out: out[-1][1] += line
    return out
want = dict((c, t) for c, t in blocks(sys.argv[1]))
example = '    Ví dụ: '                              # lines of messages that came later
for c, t in blocks(sys.argv[2]):
    t = ''.join(l for l in t.splitlines(True) if not l.startswith(example))
    sys.stdout.write(c)
    try: w, g = json.loads(want.get(c, '')), json.loads(t)
    except ValueError: sys.stdout.write(t); continue
    sys.stdout.write(json.dumps(cut(w, g), ensure_ascii=False, indent=2) + '\n')
PY
n=0
for script in "$A"/*.lua; do
    name=$(basename "$script" .lua)
    n=$((n + 1))
    rm -rf ws
    sen init ws --unit "Xã Tân Quy" --unit "Phường An Hòa" --year 2026 >/dev/null
    sed -i 's/^  year = 2026,/&\n  default = "xa-tan-quy",/' ws/sen.lua
    grep -q -- '--[$] run' "$script" || for u in xa-tan-quy phuong-an-hoa; do cp "$script" "ws/units/$u/scripts/ward.lua"; done
    (
        cd ws || exit 1
        sed -n 's/^--[$] //p' "$script" | while read -r line; do
            printf '$ %s\n' "$line"
            case $line in
            cat\ *) $line ;;
            *) set -f; set -- ${line//@/$script}; case " $* " in *" --date "*) ;; *) set -- --date 2026-10-01 "$@" ;; esac
               sen "$@" >"$W/o" 2>"$W/e" </dev/null; rc=$?; cat "$W/o"; sed "s|$A/||g" "$W/e" | grep '[^ ]'; [ $rc = 0 ] || echo "[code $rc]" ;;
            esac
        done
    ) >got 2>&1
    if [ -n "${SEN_WRITE_EXPECT:-}" ]; then cp got "$A/$name.out"; fi
    python3 known.py "$A/$name.out" got >shown && python3 known.py "$A/$name.out" "$A/$name.out" >wanted
    if [ -s wanted ] && cmp -s wanted shown; then ok "$name gives what it gave"; else not_ok "$name gives what it gave" "$(diff wanted shown | head -20)"; fi
done
is "there are ten" 10 $n
finish
