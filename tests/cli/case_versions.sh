# case_versions.sh - a newer version of the plan: keys, ticks and scripts follow the text; an address that holds another text is said.
. "$SEN_ROOT/tests/lib.sh"
plan=$SEN_ROOT/content/plans/ke-hoach-tinh-2026-2027.txt
S="-C ws --date 2026-10-01"
sen init ws --unit "Phường Một" --year 2026 >/dev/null && sen -C ws import "$plan" >/dev/null 2>&1
sen $S show plan --json >p1.json
node=$(python3 -c 'import json;d=json.load(open("p1.json"));c=[n for n in d["nodes"] if n["kind"]=="item"];print(c[3]["id"], c[3]["key"], c[3]["parent"])')
set -- $node; id=$1 key=$2 parent=$3
printf 'task "rieng" { "Việc riêng", lead = "women", clause = "%s", item "a" { "Làm", who = "women", due = "20/10" } }\n' "$id" >>ws/units/phuong-mot/scripts/ward.lua
exits "a script may name a clause by its address" 0 sen $S check
is "and is tied to it" "['$id']" "$(sen $S show tasks rieng --json | python3 -c 'import json,sys;print(json.load(sys.stdin)["items"][0]["clauses"])')"
sen $S tick rieng/a --on 2026-09-01 >/dev/null && ok "a tick" || not_ok "a tick"
# a new first bullet under the same heading moves the clause down by one
python3 - "$plan" "$parent" <<'P'
import json, sys
d = json.load(open("p1.json")); first = [n for n in d["nodes"] if n["parent"] == sys.argv[2]][0]
lines = open(sys.argv[1], encoding="utf-8").read().split("\n")
lines.insert(first["line"] - 1, "- Công khai kết quả từng quý để người dân cùng theo dõi, góp ý.")
open("v2.txt", "w", encoding="utf-8").write("\n".join(lines))
P
exits "the newer version is imported" 0 sen -C ws import v2.txt
has "as version 2" "bản 2" "$out"
moved=$(sen $S show plan --json | python3 -c "import json,sys;print([n['id'] for n in json.load(sys.stdin)['nodes'] if n['key']=='$key'][0])")
[ "$moved" != "$id" ] && ok "the clause has another address now" || not_ok "the clause has another address now" "$moved"
exits "check says that the address holds another text" 1 sen $S check
has "at the script's line" "ward.lua:" "$out"
has "and where its text went" "$moved" "$out"
is "the tick is still the item's" "2026-09-01" "$(sen $S show checklists rieng --json | python3 -c 'import json,sys;print(json.load(sys.stdin)["items"][0]["items"][0]["done_on"])')"
sed -i "s/\"$id\"/\"$moved\"/" ws/units/phuong-mot/scripts/ward.lua
exits "mended, it is quiet again" 0 sen $S check
exits "undo takes the version back" 0 sen $S undo
is "the plan is as before" "$(python3 -c 'import json;print(len(json.load(open("p1.json"))["nodes"]))')" "$(sen $S show plan --json | python3 -c 'import json,sys;print(len(json.load(sys.stdin)["nodes"]))')"
finish
