#!/usr/bin/env bash
# case_trace.sh - sen run --trace: steps, calls and memory by line, the same each time; also of a script that is stopped.
. "$SEN_ROOT/tests/lib.sh"
sen init ws --unit "Xã Tân Quy" --year 2026 >/dev/null
cat >do.lua <<'L'
local function twice(n) return n * 2 end
local sum = 0
for i = 1, 1000 do
  sum = sum + twice(i)
end
local text = {}
for i = 1, 50 do text[i] = ("đ"):rep(2000) .. i end
print(sum, #text, tasks:count() > 0)
L
t() { out=$(sen -C ws run "$@" 2>err); rc=$?; err=$(cat err); }
t do.lua --trace; is "it runs as without" 0 $rc
has "what it prints comes first" "1001000	50	true" "$(printf '%s\n' "$out" | head -1)"
has "the table names file and line" "do.lua:4  sum = sum + twice(i)" "$out"
has "… with a sum" "cộng" "$out"
t do.lua --do-tung-dong --lang en; has "English, by the Vietnamese name" "in all" "$out"
t do.lua --trace --json; printf '%s' "$out" >one.json
t do.lua --trace --json; printf '%s' "$out" >two.json
cat >look.py <<'P'
import json
a, b = (json.load(open(f)) for f in ("one.json", "two.json"))
lines = {x["line"]: x for x in a["lines"]}
print("schema", a["schema"], repr(a["output"]))
print("same", [[x[k] for k in ("file", "line", "steps", "calls")] for x in a["lines"]] == [[x[k] for k in ("file", "line", "steps", "calls")] for x in b["lines"]])
print("calls", lines[4]["calls"], "inside", lines[1]["steps"] >= 2000, "most steps", max(a["lines"], key=lambda x: x["steps"])["line"])
print("memory", lines[7]["bytes"] > 200000, lines[4]["bytes"] < 2000)
print("sums", a["total"]["steps"] == sum(x["steps"] for x in a["lines"]), a["total"]["calls"] == sum(x["calls"] for x in a["lines"]))
print("sorted", [x["line"] for x in a["lines"]] == sorted(lines))
P
is "the figures" "schema sen-trace/1 '1001000\\t50\\ttrue\\n'
same True
calls 1000 inside True most steps 4
memory True True
sums True True
sorted True" "$(python3 look.py)"
t do.lua; lacks "nothing is measured unless asked" "cộng" "$out"
printf 'local t = {}\nfor i = 1, 1000 do t[i] = ("x"):rep(1000000) .. i end\n' >stop.lua
t stop.lua --trace; is "a script that is stopped ends as ever" 5 $rc
# under the sanitizers its time may be up before its memory is, and then nobody is left to tell
[ "${MODE:-}" = asan ] || has "… and shows where it was" "stop.lua:2" "$out"
is "… the error is said once" 1 "$(printf '%s\n' "$err" | grep -c 'error\[')"
printf 'error("hỏng")\n' >bad.lua
t bad.lua --trace; is "an error ends as ever" 3 $rc
has "… at its line" "bad.lua:1" "$err"
printf 'x = \n' >syntax.lua
t syntax.lua --trace; is "what does not run has no table" "" "$out"
exits "other commands do not take it" 2 sen -C ws build --trace
finish
