# case_report.sh - what an import ends with: understood, doubtful, lacking, wrong; in both languages and as findings.
. "$SEN_ROOT/tests/lib.sh"
need_shared
plan=$SHARED/plans/sa-dec-2023.txt
sen init ws --unit "Phường An Hòa" >/dev/null
out=$(sen -C ws import "$plan" 2>err.txt); is "an import with faults and doubts is exit 0" 0 $?
has "counts" "4 phần, 17 mục có số" "$out"
has "the document" "Ban Vì sự tiến bộ của phụ nữ Thành phố; ký: Võ Thị Bình" "$out"
has "a repair with its line" "dòng 65: Câu bị ngắt dòng" "$out"
has "what is blank" "Văn bản để trống số" "$out"
has "what is lacking, of the 27 activities" "trong 27 hoạt động: cơ quan chủ trì 27, thời hạn 26" "$out"
has "the first of them by line" "dòng 27 (II.1.a.1)" "$out"
has "faults" "Nên sửa trong văn bản" "$out"
has "one line for a rule in several places" "dòng 103, 105: «hàng năm»" "$out"
has "the notes are diagnostics on stderr too" SEN2024 "$(cat err.txt)"
[ "$(printf '%s\n' "$out" | wc -l)" -le 45 ] && ok "it is short" || not_ok "it is short" "$(printf '%s\n' "$out" | wc -l) lines"
out=$(sen import --dry-run "$plan" --lang en 2>&1)
has "in English" "Not said, of 27 activities: lead 27" "$out"
has "the counts of a dry run" "Understood: 4 parts" "$out"
is "-q reports nothing" "" "$(sen import --dry-run -q "$plan" 2>/dev/null)"
sen import --dry-run --json "$plan" >p.json 2>f.json
is "with --json the plan stays the plan, the report is a list of findings" ok "$(python3 - <<'P'
import json
assert json.load(open("p.json"))["schema"]=="sen-plan/1"
f=json.load(open("f.json"))
codes=[x["code"] for x in f]
assert codes.count("SEN2040")==27 and "SEN9003" in codes and "SEN2024" in codes, codes
assert all(x["file"] and x["hint"] is not None for x in f)
assert all(x["line"] for x in f if x["code"]=="SEN2040")
print("ok")
P
)"
out=$(sen import --dry-run --review "$plan" 2>&1)
has "--review lists every activity" "dòng 99 (II.3.2)" "$out"
has "and what belongs to no clause" "Không thuộc mục nào (recipients), dòng 145" "$out"
has "a date" "Thời gian" "$out"

# what the plan gives is not lacking
cat >full.txt <<'P'
KẾ HOẠCH
Công tác bình đẳng giới năm 2026

I. MỤC ĐÍCH

- Nâng cao nhận thức của người dân.

II. NỘI DUNG

1. Hội Liên hiệp Phụ nữ chủ trì tổ chức ít nhất 02 lớp tập huấn trước ngày 15/6/2026, có báo cáo và danh sách.

2. Nói chuyện chuyên đề tại trường học.
P
out=$(sen import --dry-run full.txt 2>&1)
has "purposes are no activities" "trong 2 hoạt động" "$out"
has "only the second lacks a lead" "cơ quan chủ trì 1, thời hạn 1, minh chứng 1" "$out"
out=$(for f in "$SEN_ROOT"/tests/golden/plans/*.txt; do sen import --dry-run "$f" >/dev/null 2>&1 || echo "$f"; done)
is "every golden plan has a report" "" "$out"
finish
