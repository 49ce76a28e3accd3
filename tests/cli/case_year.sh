# case_year.sh - a ward's year on the example plan: tasks, ticks, figures, why, edit, undo, what is due.
. "$SEN_ROOT/tests/lib.sh"
need_shared
plan=$SHARED/plans/sa-dec-2023.txt
sen init ws --unit "Phường 1" --year 2023 >/dev/null && sen -C ws import "$plan" >/dev/null 2>&1
S="-C ws --date 2023-10-01"
exits "show tasks" 0 sen $S show tasks --json
printf '%s' "$out" >tasks.json
sen $S show plan --json >p.json
sen $S show checklists --json >checklists.json
python3 - <<'P' && ok "each of the 27 activities has a task, an item and an owner" || not_ok "each of the 27 activities has a task, an item and an owner"
import json, sys
plan, tasks, lists = (json.load(open(f)) for f in ("p.json", "tasks.json", "checklists.json"))
work = [n["id"] for n in plan["nodes"] if n["id"].startswith("II.") and n["kind"] == "item"]
assert len(work) == 27, len(work)
items = {c["id"]: c["items"] for c in lists["items"]}
by = {}
for t in tasks["items"]:
    for c in t["clauses"]: by.setdefault(c, []).append(t)
def covered(a):
    return any(items.get(t["id"]) and (t["lead"] or all(i["who"] for i in items[t["id"]])) for t in by.get(a, []))
bad = [a for a in work if not covered(a)]
print("# not covered:", bad) if bad else None
sys.exit(bool(bad))
P
is "the report is due before 05/12" 1 "$(python3 -c 'import json;print(int(any(t["due"]=="2023-12-04" for t in json.load(open("tasks.json"))["items"])))')"
exits "why of a field" 0 sen $S why task:action-month.lead
has "names file and line" ".lua:" "$out"
exits "why of a clause" 0 sen $S why node:II.1.c.4
has "names the tasks" "task:" "$out"
exits "tick an item" 0 sen $S tick action-month/plan --on 20/9 --note "đã gửi"
is "the tick shows" "true 2023-09-20" "$(sen $S show checklists action-month --json | python3 -c 'import json,sys;i=[x for x in json.load(sys.stdin)["items"][0]["items"] if x["id"]=="action-month/plan"][0];print(str(i["done"]).lower(),i["done_on"])')"
exits "an unknown item" 3 sen $S tick action-month/khong-co
exits "a bad date" 2 sen $S tick action-month/plan --on 31/2
exits "record a figure" 0 sen $S record people-reached nam=120 nu=1.180 --period 2023-Q2
exits "in the other order and spelling" 0 sen $S ghi people-reached female=1180 male=120 --ky 2023-Q2
exits "a missing part is refused" 3 sen $S record people-reached nam=120 --period 2023-Q2
has "and named" "nữ" "$err"
is "values as JSON" "2 1300" "$(sen $S show values --json | python3 -c 'import json,sys;v=json.load(sys.stdin)["items"];print(len(v),sum(x["n"] for x in v))')"
exits "not a number" 3 sen $S record people-reached nam=x nu=1 --period 2023
exits "an unknown indicator" 3 sen $S record people-reched nam=1 nu=1 --period 2023
has "suggests the nearest" "people-reached" "$err"
exits "edit a field" 0 sen $S edit task:action-month.lead women --why "Phân công mới"
has "prints the statement" "sua.nhiem_vu" "$out"
is "the field changed" '"women"' "$(sen $S show tasks action-month --json | grep -o '"women"' | head -1)"
exits "edit without a reason" 2 sen $S edit task:action-month.lead women
exits "edit to an unknown body" 3 sen $S edit task:action-month.lead khong-co --why x
lacks "and leaves the script as it was" "khong-co" "$(cat ws/units/phuong-1/scripts/ward.lua)"
exits "add an item" 0 sen $S add item:action-month/toa-dam "Tọa đàm với nam công nhân" han=20/11
is "the item is there" 1 "$(sen $S show checklists action-month --json | grep -c action-month/toa-dam)"
exits "remove it" 0 sen $S remove item:action-month/toa-dam --why "Trùng việc"
is "the item is gone" 0 "$(sen $S show checklists action-month --json | grep -c action-month/toa-dam)"
exits "undo brings it back" 0 sen $S undo
is "it is back" 1 "$(sen $S show checklists action-month --json | grep -c action-month/toa-dam)"
exits "undo two more" 0 sen $S hoan-tac 2
lacks "the statements are out of the script" "Phân công mới" "$(cat ws/units/phuong-1/scripts/ward.lua)"
exits "a clause is added to a task" 0 sen $S edit task:budget.clause +I.1 --why "Gắn thêm"
has "as a list edit" 'them { "I.1" }' "$out"
has "and the task has it" '"I.1"' "$(sen $S show tasks budget --json)"
exits "and taken away again" 0 sen $S undo
exits "today" 0 sen -C ws --date 2023-12-01 today
has "the report is near" "04/12/2023" "$out"
exits "today as JSON" 0 sen -C ws --date 2023-12-10 show today --json
has "lists what is late" '"late"' "$out"
exits "sen alone" 0 sen $S
exits "check" 0 sen $S check
exits "backup" 0 sen $S backup copy.db
exits "backup never overwrites" 3 sen $S backup copy.db
exits "doctor" 0 sen $S doctor
finish
