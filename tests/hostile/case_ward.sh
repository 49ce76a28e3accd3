# case_ward.sh - one hostile layer or template in each of many units, built at once: the honest units are built as if alone.
. "$SEN_ROOT/tests/lib.sh"
H=$SEN_ROOT/tests/hostile
plan=$SEN_ROOT/content/plans/ke-hoach-tinh-2026-2027.txt
units=(--unit "Xã Thật")
for f in "$H"/ward/*.lua "$H"/content/*.md; do
    n=$(basename "${f%.*}")
    units+=(--unit "Phường ${n//_/-}")
done
sen init ws "${units[@]}" --unit "Xã Ở Sau" --year 2026 >/dev/null && sen -C ws import "$plan" >/dev/null 2>&1
cp -r ws honest
for f in "$H"/ward/*.lua; do n=$(basename "$f" .lua); cp "$f" "ws/units/phuong-${n//_/-}/scripts/ward.lua"; done
for f in "$H"/content/*.md; do n=$(basename "$f" .md); cp "$f" "ws/units/phuong-${n//_/-}/content/leaflet.md"; done
before=$(sha256sum ws/sen.db)
# all files but the tree and the calendars that were given out, which a build keeps
inputs() { find ws ! -path 'ws/out/*' ! -path 'ws/.sen/previous/*' -type f | sort | xargs -d '\n' sha256sum; }
inputs >inputs
exits "a build of ${#units[@]} units, most of them hostile" 1 timeout 120 "$SEN_BIN/sen" -C ws --date 2026-10-01 build --for all
is "the database is as it was" "$before" "$(sha256sum ws/sen.db)"
inputs | cmp -s - inputs && ok "no other file either" || not_ok "no other file either"
for u in xa-that xa-o-sau; do
    sen -C honest --date 2026-10-01 build --for $u >/dev/null 2>&1
    diff -r honest/out/$u ws/out/$u >/dev/null && ok "$u: the same bytes as alone" || not_ok "$u: the same bytes as alone"
done
out=$(python3 "$H/outputs.py" ws/out) && ok "nothing active, no formula, no control character in any output" || not_ok "in the outputs" "$out"
lacks "no content of foreign files" "root:" "$(cat ws/out/*/*.* 2>/dev/null)"
is "no message without a place" "" "$(grep -E '^(error|warning)\[' <<<"$err")"
is "no control character in messages" "" "$(LC_ALL=C grep -P '[\x00-\x08\x0b-\x1f\x7f]' <<<"$err")"
[ ${#err} -lt 200000 ] && ok "messages are bounded" || not_ok "messages are bounded" "${#err}"
for u in loop statements expr-loop; do has "$u hits a limit" "units/phuong-$u" "$(grep -E 'SEN(7003|7004|3031)' <<<"$err")"; done
for u in syntax bytecode nul utf16; do [ ! -e "ws/out/phuong-$u/leaflet.html" ] && ok "$u: nothing is built" || not_ok "$u: nothing is built"; done
for u in output-suffix-html output-id-html; do lacks "$u: html stays html" "alert(1)" "$(cat ws/out/phuong-$u/*.html)"; done
finish
