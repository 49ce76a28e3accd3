# case_contract_exit.sh - exit codes and their order, --for, dates, --lang, -q, where messages go.
. "$SEN_ROOT/tests/lib.sh"
plan=$SEN_ROOT/content/plans/ke-hoach-tinh-2026-2027.txt
sen init ws --unit "Phường Một" --unit "Xã Hai" --year 2026 -q && exits "import of a readable plan is 0, notices do not count" 0 sen -C ws import "$plan"
has "a notice stands on stderr" "note[SEN" "$err"; lacks "not on stdout" "note[" "$out"
sen init one --unit "Phường Một" --year 2026 -q
U="-C ws --date 2026-10-01"
for c in "show tasks" build check today "why task:action-month" "tick action-month/plan" "record people-reached nam=1 nu=1 --period 2026" "edit task:action-month.lead women --why x"; do
    exits "several units, no --for: ${c%% *}" 2 sen $U $c
    has "${c%% *}: the units are listed" "phuong-mot, xa-hai" "$err"
done
exits "the only unit needs no --for" 0 sen -C one show tasks
sed -i 's/^}/  default = "xa-hai",\n}/' ws/sen.lua
exits "default in sen.lua" 0 sen $U show tasks --json; has "is taken" '"xa-hai"' "$out"
sed -i '/default/d' ws/sen.lua
exits "an unknown unit" 3 sen $U show tasks --for xa-ba
exits "folded" 0 sen $U show tasks --for "Xã_Hai" --json; has "to the unit" '"xa-hai"' "$out"
exits "tat-ca is all" 0 sen $U today --for tat-ca
exits "one unit at a time" 2 sen $U tick action-month/plan --for all
exits "a usage error in sen.lua is said as such" 3 sh -c 'cp -r ws bad && echo "workspce {}" >bad/sen.lua && "$0" -C bad show tasks' "$SEN_BIN/sen"
has "at its place" "sen.lua:1" "$err"

# 2: the line itself
for c in nothing "import" "show" "why" "tick" "record x" "edit a.b" "remove" "backup" "build --nothing" "check --format html" "build -j 0" "build -j x" "--year abc today" "--lang fr today" "--date 31/2 today" "undo x" "unit" "unit what" "plugin" "plugin new x" "show tasks a b" "record people-reached 1 --period"; do
    exits "usage: $c" 2 sen $U --for xa-hai $c
    has "and the next command: $c" "    " "$err"
done
# several files: the first of 70, 4, 5, 3, 1
printf 'while true do end\n' >loop.lua; printf 'x = \n' >syn.lua; printf 'nhiem_vu "a" { "A", chu_tri = "khong-co" }\n' >warn.lua; printf 'return 1\n' >good.lua
exits "check: clean file" 0 sen check good.lua
exits "check: missing file" 3 sen check none.lua good.lua
exits "check: a finding" 1 sen check warn.lua
exits "check: 3 before 1" 3 sen check warn.lua none.lua
exits "check: a file over its time is a finding" 1 sen check loop.lua good.lua
exits "build of one unit over its time" 5 sh -c 'cp loop.lua one/units/phuong-mot/scripts/z.lua; "$0" -C one build' "$SEN_BIN/sen"
rm one/units/phuong-mot/scripts/z.lua
exits "run over its time" 5 sen run loop.lua
exits "4 before 3: no workspace and no such file" 4 sen -C none record x 1 --period 2026
exits "check --json" 1 sen check warn.lua --json
python3 - "$out" <<'P' && ok "findings have their keys" || not_ok "findings have their keys"
import json, sys
j = json.loads(sys.argv[1])
assert isinstance(j, list) and j
for f in j: assert list(f)[:8] == "file line col severity code id message hint".split(), list(f)
assert j[0]["file"] == "warn.lua" and j[0]["line"] == 1 and j[0]["severity"] == "error" and j[0]["code"].startswith("SEN")
P
exits "a clean check" 0 sen check good.lua --json; is "is an empty list" "[]" "$out"; is "and says nothing on stderr" "" "$err"
printf 'a.b = \n' >b.lua; cp warn.lua a.lua
is "sorted by file" "a.lua b.lua warn.lua" "$(sen check warn.lua b.lua a.lua --json | python3 -c 'import json,sys;print(*dict.fromkeys(f["file"] for f in json.load(sys.stdin)))')"
exits "other commands: JSON on stderr" 3 sen run none.lua --json
is "as one list" "SEN1001" "$(printf '%s' "$err" | python3 -c 'import json,sys;print(json.load(sys.stdin)[0]["code"])')"
is "and an empty stdout" "" "$out"
exits "text: file:line:col: error[SENnnnn]: message" 3 sen run syn.lua
printf '%s\n' "$err" | grep -Eq '^syn\.lua:[0-9]+(:[0-9]+)?: error\[SEN[0-9]{4}\]: .+' && ok "has that form" || not_ok "has that form" "$err"
lacks "the system's words are Vietnamese" "No such file" "$(sen run none.lua 2>&1)"
has "English on request" "No such file" "$(sen run none.lua --lang en 2>&1)"
is "Vietnamese whatever LANG says" "$(sen run none.lua 2>&1)" "$(LANG=en_US.UTF-8 LC_ALL=en_US.UTF-8 sen run none.lua 2>&1)"
exits "-q" 0 sen $U build --for xa-hai -q; is "says nothing" "" "$out$err"
exits "a folder" 3 sen run ws; exits "an empty file to import" 3 sh -c ': >e.txt; "$0" import e.txt --dry-run' "$SEN_BIN/sen"
exits "no workspace" 4 sen -C none build; has "and how to make one" "sen tao" "$err"
exits "no workspace, and a missing file: 4 first or 3" 4 sen -C none tick x
# dates in three spellings
for d in 2026-12-05 05/12/2026 5/12/2026 05/12 5/12; do is "--date $d" '"2026-12-05"' "$(sen -C one --year 2026 --date $d show today --json | grep -m1 -o '"2026-12-05"')"; done
for d in 2026-02-30 30/2 32/1 1/13 abc 2026-1; do exits "not a day: $d" 2 sen -C one --date $d today; done
exits "--year" 0 sen -C one --year 2027 show tasks action-month --json; has "moves the year" "2027-12-15" "$out"
exits "a year of two digits" 2 sen -C one --year 27 today
finish
