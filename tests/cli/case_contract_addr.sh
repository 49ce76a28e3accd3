# case_contract_addr.sh - addresses: kinds, bare ids, folding, `also`, candidates, the field as last segment, clauses of a plan.
. "$SEN_ROOT/tests/lib.sh"
P=$SEN_ROOT/content/plans
sen init ws --unit "Phường Một" --year 2026 -q && sen -C ws import "$P/ke-hoach-dang-uy-2026.txt" -q 2>/dev/null && sen -C ws import "$P/ke-hoach-tinh-2026-2027.txt" -q 2>/dev/null
S="-C ws --date 2026-10-01"
why() { exits "why $1" 0 sen $S why "$1"; has "$1 is $2" "$2" "$(printf '%s' "$out" | head -1)"; }
why task:action-month task:action-month
why task:action-month.lead task:action-month.lead
why nhiem_vu:thang-hanh-dong.chu_tri task:action-month.lead
why "nhiem vu:Tháng Hành-Động.Chủ trì" task:action-month.lead
why action-month task:action-month
why "THANG_HANH_DONG" task:action-month
why item:action-month/plan item:action-month/plan
why item:action-month/plan.due item:action-month/plan.due
why action-month/plan item:action-month/plan
why thang-hanh-dong/plan.han item:action-month/plan.due
uniq=$(sen $S show checklists --json | python3 -c 'import collections,json,sys
ids=[i["id"].split("/")[1] for c in json.load(sys.stdin)["items"] for i in c["items"]]
n=collections.Counter(ids); print(next(i for i in ids if n[i]==1 and len(i)>6))')
why "$uniq.due" "/$uniq.due"
why indicator:people-reached indicator:people-reached
why people-reached indicator:people-reached
why material:leaflet.channels material:leaflet.channels
why leaflet material:leaflet
why unit:phuong-mot unit:phuong-mot
why phuong-mot.name unit:phuong-mot.name
why body:women body:women
why node:III.6.b.2 "III.6.b.2"
why III.6.b.2 "III.6.b.2"
why iii.6.B.2 "III.6.b.2"
why node:kh-ubnd-2026:I "kh-ubnd-2026"
why node:KH-UBND-2026:i "kh-ubnd-2026"
first=$(sen $S show plan --json | python3 -c 'import json,sys;print(json.load(sys.stdin)["nodes"][0]["text"][:12])')
has "a bare clause is one of the plan imported last" "$first" "$(sen $S why node:I | head -1)"
exits "an item of several tasks" 3 sen $S why plan
has "lists the candidates" "action-month/plan" "$err"
has "all of them" "june-month/plan" "$err"
exits "tick lists them too" 3 sen $S tick plan
exits "an unknown field" 3 sen $S why task:action-month.leed
has "the nearest field" "lead" "$err"
for a in khong-co task:khong-co item:action-month/khong node:II.99.z node:khong:I unit:xa task:action-month/plan task: : . "" task:action-month. action-month.lead.x; do
    exits "refused: «$a»" 3 sen $S why "$a"
    lacks "with a whole sentence: «$a»" "{1}" "$err"
done
has "a clause: the next command" "sen xem ke-hoach" "$(sen $S why node:II.99 2>&1)"
exits "why as JSON" 0 sen $S why task:action-month.lead --json
has "has a schema" '"sen-why/1"' "$out"
finish
