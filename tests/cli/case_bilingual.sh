#!/usr/bin/env bash
# case_bilingual.sh - what is made from the bilingual table: the committed files are the generated ones, help is found without
# accents, every example of every function, method, test and filter runs, and both spellings give the same.
. "$SEN_ROOT/tests/lib.sh"
same() { if cmp -s "$2" "$3"; then ok "$1"; else not_ok "$1" "$(diff "$2" "$3" | head -6)" "make it anew: sen help …"; fi; }
sen help --meta >meta; same "scripts/meta/sen.d.lua is what --meta prints" meta "$SEN_ROOT/scripts/meta/sen.d.lua"
sen help --luacheck >luacheck; same ".luacheckrc is what --luacheck prints" luacheck "$SEN_ROOT/.luacheckrc"
sen help --words >words; same "scripts/meta/tra-cuu.md is what --words prints" words "$SEN_ROOT/scripts/meta/tra-cuu.md"
exits ".luarc.json is JSON and names a folder that is there" 0 python3 -c "
import json, os, sys
root = sys.argv[1]
for p in json.load(open(root + '/.luarc.json'))['workspace.library']: assert os.path.isdir(os.path.join(root, p)), p" "$SEN_ROOT"
if command -v luacheck >/dev/null; then
    exits "the annotations are Lua" 0 luacheck --no-config --std lua54 -q --no-global --no-unused --no-redefined --no-max-line-length meta.lua <<<"$(cp meta meta.lua)"
fi

found() { has "sen help $1" "$2" "$(sen help "$1" 2>&1)"; }   # topic part
found chu_tri "Cơ quan chủ trì"
found "chủ trì" "Cơ quan chủ trì"
found "CHU TRI" "Cơ quan chủ trì"
found loc ":loc"
found where ":where"
found "hạn trước" "due_before"
found qua_han "quá hạn"
found phan_tram "bộ lọc"
found "phần trăm" "bộ lọc"
found sen.han "ngày làm việc cuối quý IV"
has "… in English" "last working day of quarter 4" "$(sen help sen.due --lang en)"
found sen.vi.doc "sen.vi.speak"
found ke_hoach "Kế hoạch nhập sau cùng"
found muc_ke_hoach "Các mục của kế hoạch mà nhiệm vụ thực hiện"
found xuat "sen xuat"
found vi-sao "sen vi-sao"
found SEN3153 "Trường"
found mau "trường của"
has "in English" "Leading body" "$(sen help lead --lang en)"
out=$(sen help loccc 2>&1); has "a near name is suggested" "loc" "$out"
is "an unknown topic is refused" 3 "$(sen help zzzzzzzz >/dev/null 2>&1; echo $?)"

# the examples of the reference: one file a language, one print a line
sen init ws --unit "Xã Tân Quy" --year 2026 >/dev/null
sen -C ws import "$SEN_ROOT/content/plans/ke-hoach-tinh-2026-2027.txt" >/dev/null 2>&1
sen -C ws --date 2026-03-01 record people-reached male=3 female=4 --period 2026-Q1 >/dev/null
cat >examples.py <<'PY'
# the last column of the tables of names: Lua lines to $1.lua, holes of templates to $1.md
import re, sys
lua, md = [], []
for line in open(sys.argv[1] + '.words', encoding='utf-8'):
    if not line.startswith('| `'): continue
    cells = [c.strip() for c in re.split(r'(?<!\\)\|', line)[1:-1]]
    if len(cells) != 6 or not cells[5] or not cells[5].startswith(('`print', '`for', '`sen.', '`{{')): continue
    code = cells[5].strip('`').replace('\\|', '|')
    (md if code.startswith('{{') else lua).append(code)
open(sys.argv[1] + '.lua', 'w').write(''.join('print("--", %d) do %s end\n' % (i, c) for i, c in enumerate(lua)))
open(sys.argv[1] + '.md', 'w').write('# Thử\n\n' + '\n\n'.join(md) + '\n')
print(len(lua), len(md))
PY
sen help --words >vi.words; sen help --words --lang en >en.words
read -r lua md <<<"$(python3 examples.py vi)"
is "both languages have the same examples" "$lua $md" "$(python3 examples.py en)"
[ "${lua:-0}" -ge 60 ] && [ "${md:-0}" -ge 13 ] && ok "$lua lines of Lua, $md holes" || not_ok "too few examples" "$lua $md"
for l in vi en; do
    out=$(sen -C ws --date 2026-06-01 run $l.lua 2>&1); rc=$?
    printf '%s\n' "$out" >$l.out
    is "the examples ($l) run" 0 $rc
    [ $rc = 0 ] || tail -3 $l.out
done
for l in vi en; do
    mkdir -p ws/units/xa-tan-quy/content
    cp $l.md ws/units/xa-tan-quy/content/$l.md
    printf 'material "names-%s" { "Thử", template = "%s.md", channels = { "text" } }\n' $l $l >>ws/units/xa-tan-quy/scripts/ward.lua
    exits "the filters ($l) build" 0 sen -C ws --date 2026-06-01 build names-$l --format text
done
same "both spellings print the same" vi.out en.out
same "both spellings of the filters print the same" ws/out/xa-tan-quy/names-vi.txt ws/out/xa-tan-quy/names-en.txt
finish
