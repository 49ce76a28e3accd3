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
# the examples of rules that look at the model
rm -f ws/tests/*.lua
cat >ws/units/xa-tan-quy/scripts/ward.lua <<'L'
quy_tac "q-tot" { "Có phối hợp", muc_do = "canh_bao",
  kiem_tra = function(m)
    for t in m.tasks:where { lead = "women" }:each() do
      if not t.with then m.bao(t, "Chưa có cơ quan phối hợp.") end
    end
  end,
  mau_sai = { 'nhiem_vu "thu" { "Thử", chu_tri = "women" }' },
  mau_dung = { 'nhiem_vu "thu" { "Thử", chu_tri = "women", phoi_hop = { "police" } }' } }
L
t; is "a rule whose examples hold" 0 $rc
has "… is counted" "ok - rule:q-tot (2)" "$out"
has "… so are those of the base layer" "ok - rule:item-has-owner (3)" "$out"
exits "check has nothing to say of it" 0 bash -c '"$0" -C ws --date 2026-03-01 check | grep -q q-tot && exit 1; exit 0' "$SEN_BIN/sen"
cat >>ws/units/xa-tan-quy/scripts/ward.lua <<'L'
quy_tac "q-mu" { "Không thấy gì", kiem_tra = function(m) end, mau_sai = { 'nhiem_vu "thu" { "Thử" }' } }
quy_tac "q-qua" { "Thấy ở mọi nơi", kiem_tra = function(m) for _, t in ipairs(m.tasks) do if t.id == "thu" then m.bao(t, "sai") end end end,
  mau_dung = { 'nhiem_vu "thu" { "Thử" }' } }
quy_tac "q-hong" { "Hàm hỏng", kiem_tra = function(m) return m.tasks[1].khong_co.gi end, mau_sai = { 'nhiem_vu "thu" { "Thử" }' } }
quy_tac "q-mau" { "Mẫu viết sai", kiem_tra = function(m) end, mau_sai = { 'nhiem_vu "thu" { "Thử", chu_chi = "women" }' } }
quy_tac "q-lap" { "Không dừng", kiem_tra = function(m) return nil end, mau_dung = { 'nhiem_vu "thu" { "Thử" }' } }
L
t; is "rules whose examples do not hold" 1 $rc
has "… a bad one that is not caught" "SEN9008]: Quy tắc «Không thấy gì»: mẫu sai số 1" "$out"
has "… a good one that is" "SEN9009]: Quy tắc «Thấy ở mọi nơi»: mẫu đúng số 1" "$out"
has "… a rule that fails is named" "not ok - rule:q-hong" "$out"
has "… an example that does not hold, by its place" "rule:q-mau mau_sai 1:1: error" "$out"
is "… the others still pass" 1 "$(printf "%s\n" "$out" | grep -c "^ok - rule:q-tot (2)")"
out=$(sen -C ws --date 2026-03-01 check 2>&1)
has "check tries what the unit wrote" "SEN9008]: Quy tắc «Không thấy gì»" "$out"
is "… a rule that fails takes nothing with it" 1 "$(printf '%s\n' "$out" | grep -c 'SEN9009]: Quy tắc «Thấy')"
finish
