# case_units_apart.sh - one unit's profile that never ends, or has a mistake, hides neither the other units nor itself.
. "$SEN_ROOT/tests/lib.sh"
sen init ws --unit "Phường An Hòa" --unit "Xã Tân Quy" --unit "Xã Ở Sau" --year 2026 >/dev/null
S="-C ws --date 2026-10-01"
sen $S import "$SEN_ROOT/content/plans/ke-hoach-tinh-2026-2027.txt" >/dev/null 2>&1
good=$(sen $S today --for xa-o-sau)
echo 'while true do end' >>ws/units/xa-tan-quy/unit.lua
exits "show units" 1 sen $S show units
is "names all three" "phuong-an-hoa xa-o-sau xa-tan-quy" "$(cut -f1 <<<"$out" | sort | paste -sd' ')"
has "and says which is broken" "units/xa-tan-quy/unit.lua" "$err"
exits "as JSON" 1 sen $S show units --json
is "what is unknown is null" "None []" "$(python3 -c 'import json,sys; print(*[(u["kind"], u["successors"]) for u in json.load(sys.stdin)["items"] if u["id"] == "xa-tan-quy"][0])' <<<"$out")"
exits "today of all" 1 sen $S today --for all
has "the unit after it is there as alone" "$good" "$out"
has "the broken one is named" "units/xa-tan-quy" "$err"
exits "show of all" 1 sen $S show tasks --for all --json
is "two lists" 2 "$(python3 -c 'import json,sys; print(len(json.load(sys.stdin)))' <<<"$out")"
exits "sen alone" 1 sen $S
has "the others are listed" "Xã Ở Sau" "$out"
exits "the broken one alone ends at its limit" 5 sen $S today --for xa-tan-quy
exits "the build makes the others" 1 sen $S build --for all
[ -f ws/out/xa-o-sau/index.html ] && [ ! -e ws/out/xa-tan-quy/index.html ] && ok "and only them" || not_ok "and only them"
finish
