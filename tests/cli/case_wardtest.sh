#!/usr/bin/env bash
# case_wardtest.sh - sen test: a ward's own assertions and golden outputs, each in a fresh state.
. "$SEN_ROOT/tests/lib.sh"
sen init ws --unit "Xã Tân Quy" --year 2026 >/dev/null
mkdir -p ws/tests ws/units/xa-tan-quy/tests
echo 'x = 1 assert(unit.kind == "xa")' >ws/tests/a.lua
echo 'assert(pcall(function() return x end) == false, "một trạng thái mới")' >ws/tests/b.lua
echo 'for t in tasks:order("title"):limit(2) do print(t.id) end' >ws/units/xa-tan-quy/tests/list.lua
t() { out=$(sen -C ws --date 2026-03-01 test "$@" 2>&1); rc=$?; }
t; is "all pass" 0 $rc
has "the workspace's and the unit's" "ok - units/xa-tan-quy/tests/list.lua" "$out"
has "each in a fresh state" "ok - tests/b.lua" "$out"
case $(printf '%s\n' "$out" | tail -1) in *" passed, 0 failed") ok "the last line counts" ;; *) not_ok "the last line counts" "$out" ;; esac
echo khac >ws/units/xa-tan-quy/tests/list.out
t; is "another output fails" 1 $rc
has "… and says how to accept it" "--chap-nhan" "$out"
t --chap-nhan; is "accepted" 0 $rc
t; is "then it passes" 0 $rc
echo 'error("hỏng")' >ws/tests/c.lua
t; is "an error fails" 1 $rc
has "… at its line" "tests/c.lua:1" "$out"
has "… and the others ran" "ok - tests/b.lua" "$out"
echo 'while true do end' >ws/tests/c.lua
t; is "an endless test fails alone" 1 $rc
has "… the unit's still ran" "ok - units/xa-tan-quy/tests/list.lua" "$out"
finish
