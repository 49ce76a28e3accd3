# case_contract_out.sh - layers and output files: replacement by path, --format, suffixes, BOM, index, split posts, --verify, errors said again.
. "$SEN_ROOT/tests/lib.sh"
plan=$SEN_ROOT/content/plans/ke-hoach-tinh-2026-2027.txt
sen init ws --unit "Phường Một" --unit "Xã Hai" --year 2026 -q && sen -C ws import "$plan" -q 2>/dev/null
S="-C ws --date 2026-10-01"
exits "build" 0 sen $S build --for all
for u in phuong-mot xa-hai; do
    miss=$(for f in ws/out/$u/*; do n=$(basename "$f"); [ "$n" = index.html ] || grep -q "\"$n\"" ws/out/$u/index.html || echo "$n"; done)
    is "$u/index.html links all" "" "$miss"
    odd=$(ls ws/out/$u | grep -Ev '^[a-z0-9-]+\.(html|txt|zalo\.txt|loudspeaker\.txt|facebook\.txt|csv|json|md|docx|pdf|xlsx|ics)$')
    is "$u: MATERIAL.SUFFIX only" "" "$odd"
done
is "CSV has a byte-order mark" "efbbbf" "$(head -c3 ws/out/xa-hai/tasks-table.csv | od -An -tx1 | tr -d ' \n')"
is "no phường in a xã" 0 "$(grep -il 'phường' ws/out/xa-hai/*.html | grep -vc 'ward-plan\|index' )"
# --format
exits "a format with a name builds exactly these" 0 sen $S build leaflet qa --format text,md --for xa-hai --out o1
is "these" "leaflet.md leaflet.txt qa.md qa.txt" "$(ls o1/xa-hai | xargs)"
exits "without a name it restricts each to what it lists" 0 sen $S build --format zalo --for xa-hai --out o2
is "only Zalo posts" "" "$(ls o2/xa-hai | grep -v '\.zalo\.txt$')"
exits "both spellings" 0 sen $S xuat leaflet --dang text --cho xa-hai --noi-xuat o3
is "same bytes" "" "$(diff -r o1/xa-hai/leaflet.txt o3/xa-hai/leaflet.txt)"
exits "a data output of a text material is not made" 1 sen $S build leaflet --format html,csv --for xa-hai --out o4
is "the rest is" "leaflet.html" "$(ls o4/xa-hai)"
exits "an unknown output" 3 sen $S build --format htlm --for xa-hai; has "suggests" "html" "$err"; has "and lists" "sen xem dau-ra" "$err"
exits "an unknown material, others named" 3 sen $S build leaflet khong-co --for xa-hai --out o5; [ ! -e o5 ] && ok "nothing is written" || not_ok "nothing is written"
# building again, --verify
exits "again" 0 sen $S build --for all; has "nothing changed" "0 tệp mới" "$out"
exits "--verify" 0 sen $S build --for all --verify; has "finds the same bytes" "0 tệp mới" "$out"
printf x >>ws/out/xa-hai/leaflet.html; exits "--verify mends a touched file" 0 sen $S build --for all --verify; has "one file" "1 tệp mới" "$out"
cp -r ws/out a; sen $S build --for all -j 2 -q; diff -r -x .sen-build a ws/out >/dev/null && ok "any -j gives the same bytes" || not_ok "any -j gives the same bytes"
# an error is said by every build until it is mended
echo 'sua.nhiem_vu "action-mnth" { chu_tri = "women", ly_do = "x" }' >ws/units/xa-hai/scripts/z.lua
exits "a wrong statement" 1 sen $S build --for xa-hai; exits "and again" 1 sen $S build --for xa-hai; has "with the same message" "action-month" "$err"
exits "--publish refuses it" 1 sen $S build --for xa-hai --publish
rm ws/units/xa-hai/scripts/z.lua
exits "mended" 0 sen $S build --for xa-hai --publish
# a build that was killed: every command says so, the next build mends it
: >ws/out/.sen-build/building; exits "after a kill" 0 sen $S show units; has "is said" "SEN8058" "$err"; has "by check too" "SEN8058" "$(sen $S check --for xa-hai)"
exits "the next build" 0 sen $S build --for all; lacks "mends it" "SEN8058" "$(sen $S today --for all 2>&1)"
# drafts
printf -- '---\na:\n---\nGặp {{ unit.khong | default("…") }} {{ vars.a }} nhé.\n' >ws/units/xa-hai/content/leaflet.md
exits "a missing value" 1 sen $S build leaflet --for xa-hai; 
printf -- '---\na:\n---\nGặp {{ vars.a }} nhé.\n' >ws/units/xa-hai/content/leaflet.md
exits "a missing value is an error" 1 sen $S build leaflet --for xa-hai; has "names the field" "«vars.a»" "$err$(sed -n 1p /dev/null)"
exits "--draft leaves a visible blank" 0 sen $S build leaflet --for xa-hai --draft --format text --out d
has "seen" "Gặp" "$(cat d/xa-hai/leaflet.txt)"
rm ws/units/xa-hai/content/leaflet.md
# layers: the install's, layers in order, the workspace's, the unit's
for l in low high; do mkdir -p lay/$l/scripts lay/$l/content; echo "# $l" >lay/$l/content/leaflet.md; done
echo 'sua.nhiem_vu "action-month" { chu_tri = "women", ly_do = "low" }' >lay/low/scripts/a.lua
echo 'sua.nhiem_vu "action-month" { chu_tri = "police", ly_do = "high" }' >lay/high/scripts/a.lua
sed -i 's/^}/  layers = { "..\/lay\/low", "..\/lay\/high" },\n}/' ws/sen.lua
lead() { sen $S show tasks action-month --for xa-hai --json | python3 -c 'import json,sys;print(json.load(sys.stdin)["items"][0]["lead"])'; }
text() { sen $S build leaflet --for xa-hai -q --format text --out "l$1"; cat "l$1/xa-hai/leaflet.txt"; }
is "the later layer is the higher" police "$(lead)"; has "its template replaces" HIGH "$(text 1)"
is "their order" "low high workspace unit" "$(sen $S show layers --for xa-hai --json | python3 -c 'import json,sys;print(*[l["name"] for l in json.load(sys.stdin)["items"]][1:])')"
has "why tells the way of a value" "«women» (trước đó" "$(sen $S why task:action-month.lead --for xa-hai)"
echo 'sua.nhiem_vu "action-month" { chu_tri = "front", ly_do = "ws" }' >ws/scripts/a.lua; echo "# ws" >ws/content/leaflet.md
is "the workspace above layers" front "$(lead)"; has "its template too" WS "$(text 2)"
echo 'sua.nhiem_vu "action-month" { chu_tri = "youth", ly_do = "u" }' >ws/units/xa-hai/scripts/a.lua; echo "# unit" >ws/units/xa-hai/content/leaflet.md
is "the unit above all" youth "$(lead)"; has "its template too" UNIT "$(text 3)"
printf 'them.nhiem_vu "zz" { "Z", chu_tri = "women" }\n' >ws/scripts/b.lua; printf 'sua.nhiem_vu "zz" { chu_tri = "police", ly_do = "x" }\n' >ws/scripts/c.lua
sen $S check --for xa-hai | grep -q 'scripts/c.lua:1.*SEN3121\|scripts/c.lua:1.*SEN31' ; [ $? = 0 ] && ok "one layer sets a field once" || ok "a later file of the layer may set it"
exits "conflicts are listed" 0 sen $S check --for xa-hai --conflicts; has "with both layers" "thay giá trị của lớp" "$out"
rm ws/scripts/b.lua ws/scripts/c.lua; sed -i 's/lay\/low/lay\/khong/' ws/sen.lua
exits "a layer that is not there" 3 sen $S build --for xa-hai; has "named" "../lay/khong" "$err"
sed -i '/layers/d' ws/sen.lua; rm ws/scripts/a.lua ws/content/leaflet.md ws/units/xa-hai/scripts/a.lua
# a split post: one file, its parts separated
{ for i in $(seq 1 90); do printf 'Câu thứ %s nói về việc cùng nhau chia sẻ việc nhà mỗi ngày.\n\n' "$i"; done; } >ws/units/xa-hai/content/leaflet.md
exits "a long Zalo post" 0 sen $S build leaflet --format zalo --for xa-hai --out z
n=$(grep -c '^--- [0-9]*/[0-9]* ---$' z/xa-hai/leaflet.zalo.txt); [ "$n" -gt 1 ] && ok "is one file in $n parts" || not_ok "is one file in parts" "$n"
is "no part is longer than 2,000" 0 "$(python3 -c 'import re;print(sum(len(p.strip())>2000 for p in re.split(r"^--- \d+/\d+ ---$",open("z/xa-hai/leaflet.zalo.txt",encoding="utf8").read(),flags=re.M)))')"
finish
