# case_faults.sh - rules about a plan's text: the base ones on the example plan, their examples, a ward's own, one that fails.
. "$SEN_ROOT/tests/lib.sh"
need_shared
plan=$SHARED/plans/sa-dec-2023.txt

# every fault of domain.md 1.5 at its line; what is found beyond them is at most two places
out=$(sen check "$plan"); is "a fault of style is a note: exit 0" 0 $?
at() { printf '%s\n' "$out" | grep -q ":$2:.*$3" && ok "$1" || not_ok "$1" "$(printf '%s\n' "$out" | grep ":$2:" | head -3)"; }
at "a blank number" 3 "để trống số"
at "a blank day" 5 "để trống ngày"
at "a sentence broken over a blank line" 65 SEN2024
at "a typing mistake, with its column" "69:3" "Lòng ghép"
at "no space after dots" 29 "phường...Quan"
at "a date against the decree" 73 "3/09/2021"
at "a span without spaces" 29 "2021-2030"
at "a span with another dash" 75 "2021 – 2025"
at "a joined pair" 87 "kinh tế-xã hội"
at "another" 87 "chính trị-xã hội"
at "a body written in three ways: capitals" 11 "Ban vì sự"
at "all small" 55 "ban vì sự"
at "a word left out" 91 "tiến bộ phụ nữ"
at "the old name of a campaign" 111 "Tên cũ"
at "again" 119 "Tên cũ"
at "the tone mark elsewhere" 83 "«hoá»"
at "hàng năm" 103 "hàng năm"
at "again" 105 "hàng năm"
at "a space before dots" 91 "dục"
at "a space before the end" 137 "phố"
at "two marks" 119 ",\.\.\."
at "a missing link between two verbs" 89 "hình thành"
at "the wrong span of the Strategy" 79 "2021-2025"
at "a dash in a name, two ways" 135 "Lao động"
at "abbreviations nobody explains" 14. "VSTBPN"
at "marks of Markdown" 150 '\*\*'
n=$(printf '%s\n' "$out" | grep -c 'SEN900')
[ "$n" -le 27 ] && ok "no more than two others ($n)" || not_ok "no more than two others" "$n findings"
has "it names the right form" "Viết: «03/9/2021»" "$out"
sen check "$plan" --json >f.json
is "findings carry file, line, column, rule and hint" ok "$(python3 - <<'P'
import json
f=[x for x in json.load(open("f.json")) if x["id"]=="rule:plan-typo"]
assert len(f)==1, f
x=f[0]
assert (x["line"],x["col"],x["severity"])==(69,3,"note") and x["file"].endswith("sa-dec-2023.txt") and "Lồng" in x["hint"], x
print("ok")
P
)"

# in English: every sentence of the base rules
sen check "$plan" --json --lang en >en.json
is "the base rules speak English too" "" "$(python3 - <<'P'
import json, re
vi = [x for x in json.load(open("f.json")) if x["code"].startswith("SEN900")]
en = [x for x in json.load(open("en.json")) if x["code"].startswith("SEN900")]
assert len(vi) == len(en) > 15
for a, b in zip(vi, en):
    if a["message"] == b["message"] or (a["hint"] and a["hint"] == b["hint"]): print(b["id"], b["message"], b["hint"])
    if "\uf8ff" in a["message"] + b["message"] + (a["hint"] or "") + (b["hint"] or ""): print("mark", a)
P
)"

# a text without these faults
cat >good.txt <<'P'
ỦY BAN NHÂN DÂN XÃ TÂN MỸ

Số: 07/KH-UBND
Tân Mỹ, ngày 05 tháng 3 năm 2026

KẾ HOẠCH
Thực hiện công tác bình đẳng giới năm 2026

I. NỘI DUNG

1. Truyền thông

- Tổ chức 02 buổi nói chuyện tại các ấp trước ngày 15/4/2026.

II. TỔ CHỨC THỰC HIỆN

1. Phòng Văn hóa - Xã hội chủ trì, báo cáo hằng năm.
P
lacks "a clean text has no fault" "SEN900" "$(sen check good.txt)"

# the examples of the rules
out=$(sen test 2>&1); is "sen test runs the examples of the base rules" 0 $?
has "each rule is a line" "ok - rule:plan-date-zero" "$out"

# a ward's own rules, in its own layer
sen init ws --unit "Phường An Hòa" >/dev/null
mkdir -p ws/units/phuong-an-hoa/scripts
cat >ws/units/phuong-an-hoa/scripts/own.lua <<'P'
quy_tac "goi-la-khom" { "Phường gọi là khóm, không gọi là ấp", muc_do = "canh_bao", tim = { "ấp → khóm" }, tru_khi = { "sắp xếp" },
  mau_dung = { "Tổ chức tại các khóm của phường." }, mau_sai = { "Tổ chức tại các ấp của phường." } }
quy_tac "hong" { "Quy tắc hỏng", ke_hoach = function(m) return m.khong_co.gi end }
quy_tac "lau" { "Quy tắc lặp mãi", ke_hoach = function(m) while true do pcall(function() while true do end end) end end }
quy_tac "bat-mau" { "Mẫu viết hỏng", mau_tim = "%" }
quy_tac "dem" { "Đếm đoạn", muc_do = "nhac", ke_hoach = function(m) m.bao(m.texts[1], "có " .. #m.texts .. " đoạn, năm " .. m.year) end }
P
out=$(sen -C ws import good.txt 2>&1); is "an import with a rule that fails is an import" 0 $?
has "the ward's rule is in the report" "dòng 13: «ấp»" "$out"
has "with its remedy" "Viết: «khóm»" "$out"
has "a rule that errs names its place" "own.lua:3" "$out"
has "a rule without end is stopped and named" "Quy tắc «Quy tắc lặp mãi» chạy quá lâu" "$out"
has "a bad pattern is named" "Mẫu tìm «%» viết sai" "$out"
has "the others still ran" "đoạn, năm" "$out"
out=$(sen -C ws check 2>&1); is "check finds it too; a warning is exit 1" 1 $?
has "under the name of the imported file" "good.txt:13: warning[SEN9001]" "$out"
out=$(sen -C ws test 2>&1)
has "its examples are run" "ok - rule:goi-la-khom (2)" "$out"
sed -i 's/các khóm của phường/các ấp của phường/' ws/units/phuong-an-hoa/scripts/own.lua
out=$(sen -C ws test 2>&1); is "a good example that is caught fails the test" 1 $?
has "and says which" "SEN9009" "$out"
cat >ws/units/phuong-an-hoa/scripts/own.lua <<'P'
bo.quy_tac "plan-hang-nam" { ly_do = "Không nhắc" }
local kept
quy_tac "giu" { "Giữ m lại", muc_do = "nhac", ke_hoach = function(m) kept = m.report_at; m.report("một") end }
quy_tac "dung-lai" { "Dùng m của quy tắc khác", muc_do = "nhac", ke_hoach = function(m) kept(1, 3, "hai") end }
quy_tac "trong" { "Không soát gì" }
P
sed 's/hằng năm/hàng năm/' good.txt >good2.txt
out=$(sen -C ws import good2.txt 2>&1)
lacks "a base rule can be taken out" "hàng năm" "$out"
has "what a rule kept speaks for the running rule" "hai" "$out"
has "a rule that looks for nothing is refused" "own.lua:5" "$(sen -C ws check 2>&1)"
finish
