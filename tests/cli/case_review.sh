# case_review.sh - the correction file: written, edited as Excel and Notepad do, applied, kept for a newer version, undone.
. "$SEN_ROOT/tests/lib.sh"
cat >kh.txt <<'P'
ỦY BAN NHÂN DÂN XÃ TÂN MỸ

Số: 07/KH-UBND
Tân Mỹ, ngày 05 tháng 3 năm 2026

KẾ HOẠCH
Thực hiện công tác bình đẳng giới năm 2026

I. MỤC ĐÍCH

- Nâng cao nhận thức của người dân trong xã.

II. NỘI DUNG

1. Truyền thông

- Tổ chức 02 buổi nói chuyện tại các ấp trước ngày 15/4/2026. Phát tờ rơi tại chợ.

- Đăng bài trên trang thông tin của xã.

- và nhóm cộng đồng của các ấp.

2. Phòng Văn hóa - Xã hội chủ trì tập huấn cho cộng tác viên; ít nhất 90% cộng tác viên tham dự.

III. TỔ CHỨC THỰC HIỆN

1. Phòng Văn hóa - Xã hội chủ trì, báo cáo hằng năm.
P
sen init ws --unit "Xã Tân Mỹ" >/dev/null
out=$(sen -C ws import --review kh.txt 2>&1); is "import --review writes the file beside the plan" 0 $?
has "and says where" "Đã ghi kh.sua.csv" "$out"
[ -f kh.sua.csv ] && ok "kh.sua.csv" || not_ok "kh.sua.csv"
is "a byte-order mark for Excel" efbbbf "$(head -c 3 kh.sua.csv | od -An -tx1 | tr -d ' ')"
is "two lines explain it" 2 "$(grep -c '^.\{0,3\}#' kh.sua.csv)"
cp kh.sua.csv fresh.csv
out=$(sen -C ws import kh.txt 2>&1)
has "untouched it changes nothing" "không có gì mới" "$out"

cat >edit.py <<'P'
import csv, io, sys
# edit.py FROM TO MARK [row-edits as python]: writes the last column of lines chosen by what and now
src, dst, mark, edits = sys.argv[1:5]
rows = list(csv.reader(io.StringIO(open(src, encoding="utf-8-sig", newline="").read()), delimiter=";"))
exec(edits)
out = io.StringIO(newline="")
csv.writer(out, delimiter=mark, lineterminator="\r\n").writerows(rows)
enc = sys.argv[5] if len(sys.argv) > 5 else "utf-8-sig"
open(dst, "w", encoding=enc, newline="").write(out.getvalue())
P
EDITS='
def row(what, start): return next(r for r in rows if len(r) > 4 and r[3] == what and r[4].startswith(start))
def add(node, what, right): rows.append([node[0], node[1], "", what, "", right])
row("cơ quan ban hành", "")[5] = "Ủy ban nhân dân xã Tân Mỹ"
row("thời gian", "trước")[5] = "chậm nhất 20/4/2026"
talk = row("nội dung", "Tổ chức 02")
add(talk, "tách", "Tổ chức 02 buổi nói chuyện tại các ấp trước ngày 15/4/2026. || Phát tờ rơi tại chợ.")
add(talk, "cơ quan", "phối hợp: Hội Liên hiệp Phụ nữ xã")
more = row("nội dung", "và nhóm")
add(more, "gộp vào", row("nội dung", "Đăng bài")[1])
row("nội dung", "Nâng cao")[5] = "Nâng cao nhận thức của người dân, nhất là nam giới."
row("chỉ tiêu", "ít nhất 90")[5] = "ít nhất 95 % năm 2026"
lead = [r for r in rows if len(r) > 4 and r[3] == "cơ quan" and r[4].startswith("chủ trì")]
lead[-1][5] = "bỏ"
'
python3 edit.py fresh.csv kh.sua.csv ";" "$EDITS"
out=$(sen -C ws import kh.txt 2>&1); is "the next import applies it" 0 $?
has "reported" "Đã áp dụng 8 chỗ sửa theo tệp kh.sua.csv" "$out"
has "as a newer version" "bản 2" "$out"
sen -C ws show plan --json >p.json
check='
import json
p = json.load(open("p.json")); n = {x["id"]: x for x in p["nodes"]}; k = {}
def sole(l): assert len(l) == 1, l; return l[0]
assert p["document"]["issuer"] == "Ủy ban nhân dân xã Tân Mỹ", p["document"]
a = sole([x for x in p["nodes"] if x["text"].startswith("Tổ chức 02")]); b = sole([x for x in p["nodes"] if x["text"] == "Phát tờ rơi tại chợ."])
assert a["parent"] == b["parent"] == "II.1" and a["id"] == "II.1.1" and b["id"] == "II.1.2", (a, b)
assert a["corrected"] is True and b["confidence"] == 1
j = sole([x for x in p["nodes"] if x["text"].startswith("Đăng bài")]); assert j["text"].endswith("của các ấp.") and j["id"] == "II.1.3", j
assert not [x for x in p["nodes"] if x["text"].startswith("và nhóm")]
d = sole(p["dates"]); assert d["to"] == "2026-04-20" and "exclusive" not in d and d["corrected"] is True and d["node"] == a["id"], d
s = sole([x for x in p["actors"] if x["role"] == "support"]); assert s["name"] == "Hội Liên hiệp Phụ nữ xã" and s["node"] == a["id"] and s["confidence"] == 1, s
assert len([x for x in p["actors"] if x["role"] == "lead"]) == 1, p["actors"]
t = [x for x in p["targets"] if x["unit"] == "%"]; t = sole(t); assert t["value"] == 95 and t["year"] == 2026 and t["corrected"], t
assert n["I.1"]["text"].endswith("nam giới.")
assert sole([r for r in p["repairs"] if r["kind"] == "corrected" and r["after"]])["before"].endswith("trong xã.")
print("ok")'
is "each kind of correction is in the plan" ok "$(python3 -c "$check")"
out=$(sen -C ws why node:II.1.1)
has "why says where it comes from" "kh.sua.csv" "$out"
has "and what was read" "máy đọc là «trước 15/4/2026»" "$out"
sen -C ws why node:II.1.1 --json >w.json
is "why --json too" ok "$(python3 -c 'import json;w=json.load(open("w.json"));assert any(c["what"]=="tách" and c["file"].endswith("kh.sua.csv") for c in w["corrections"]), w;print("ok")')"
out=$(sen -C ws import kh.txt 2>&1)
has "once more: nothing new" "không có gì mới" "$out"
keys() { sen -C ws show plan --json | python3 -c 'import json,sys;print({x["text"][:14]:x["key"] for x in json.load(sys.stdin)["nodes"]})'; }
before=$(keys)

# other ways to save it
for how in "tab:\t:utf-16" "comma:,:utf-8-sig" "semicolon:;:utf-8"; do
    IFS=: read -r name mark enc <<<"$how"
    python3 edit.py fresh.csv kh.sua.csv "$(printf "$mark")" "$EDITS" "$enc"
    out=$(sen -C ws import kh.txt 2>&1); has "saved with $name, $enc: the same" "không có gì mới" "$out"
done
python3 - <<'P'
import csv
rows=[l.rstrip("\r\n") for l in open("kh.sua.csv",encoding="utf-8")]
with open("kh.sua.csv","w",encoding="utf-8-sig",newline="") as h:
    csv.writer(h,delimiter=",",lineterminator="\r\n").writerows([[r]+[""]*3 for r in rows])
P
out=$(sen -C ws import kh.txt 2>&1); has "every line in one quoted cell, as another Excel saves it: the same" "không có gì mới" "$out"

# --review again keeps what was written
python3 edit.py fresh.csv kh.sua.csv ";" "$EDITS"
sen -C ws import --review kh.txt >/dev/null 2>&1
has "written again, the corrections stand in it" "chậm nhất 20/4/2026" "$(cat kh.sua.csv)"
out=$(sen -C ws import kh.txt 2>&1); has "and still mean the same" "không có gì mới" "$out"

# a newer version under another name: no file beside it, the corrections follow the clauses
sed 's/Đăng bài trên trang/Đăng tin, bài trên trang/; s/^2\. Phòng Văn hóa/2. Tập huấn\n\n- Phòng Văn hóa/; s/^II\. NỘI DUNG/II. NỘI DUNG\n\n0. Chuẩn bị tài liệu/' kh.txt >ban-moi.txt
out=$(sen -C ws import ban-moi.txt 2>&1); is "a newer version" 0 $?
has "takes the corrections along" "chỗ sửa đã ghi nhận từ bản trước" "$out"
sen -C ws show plan --json >p.json
is "they hold in it" ok "$(python3 - <<'P'
import json
p=json.load(open("p.json"))
t=[x["text"] for x in p["nodes"]]
assert "Phát tờ rơi tại chợ." in t and any(x.endswith("nam giới.") for x in t), t
assert [d["to"] for d in p["dates"]]==["2026-04-20"], p["dates"]
assert any(x["name"]=="Hội Liên hiệp Phụ nữ xã" for x in p["actors"])
assert p["document"]["issuer"]=="Ủy ban nhân dân xã Tân Mỹ"
print("ok")
P
)"
is "the keys stay with their texts" ok "$(B="$before" A="$(keys)" python3 -c 'import os;b=eval(os.environ["B"]);a=eval(os.environ["A"]);assert all(a[t]==k for t,k in b.items() if t in a), (a,b);print("ok")')"
out=$(sen -C ws undo 2>&1); is "undo takes the version back" 0 $?
sen -C ws show plan --json >p.json
is "with its corrections" ok "$(python3 -c "$check")"
sen -C ws undo >/dev/null 2>&1
sen -C ws show plan --json >p.json
is "and the corrections themselves" ok "$(python3 -c 'import json;p=json.load(open("p.json"));assert not any("corrected" in x for x in p["nodes"]+p["dates"]+p["actors"]), 1;assert any(x["text"].startswith("và nhóm") for x in p["nodes"]);print("ok")')"

# lines that are wrong are refused at their line; the others hold
python3 edit.py fresh.csv kh.sua.csv ";" '
def row(what, start): return next(r for r in rows if len(r) > 4 and r[3] == what and r[4].startswith(start))
row("thời gian", "trước")[5] = "ngày 31/02/2026"
row("chỉ tiêu", "ít nhất 90")[5] = "rất nhiều"
row("nội dung", "Nâng cao")[5] = "Nâng cao nhận thức."
node = row("nội dung", "Đăng bài")
rows.append(["n9999", "VII.3", "", "nội dung", "", "không có mục này"])
rows.append([node[0], node[1], "", "co quam", "", "chủ trì: ai đó"])
rows.append([node[0], node[1], "", "cơ quan", "", "ai đó làm"])
rows.append([node[0], node[1], "", "tách", "", "không phải || câu này"])
rows.append([node[0], node[1], "", "cơ quan", "chủ trì: Phòng không có", "chủ trì: Phòng khác"])
rows.append(["chỉ một ô"])
'
out=$(sen -C ws import kh.txt 2>&1); is "bad lines do not stop an import" 0 $?
n=$(wc -l <kh.sua.csv)
has "a day no calendar has" "SEN2053" "$out"
has "a value that is none, with how to write it" "ít nhất 60 % năm 2026" "$out"
has "an unknown clause at its line" "kh.sua.csv:$((n-5)): warning[SEN2051]" "$out"
has "a word nobody knows, with the nearest" "kh.sua.csv:$((n-4)): warning[SEN2052]" "$out"
has "(the nearest)" "«cơ quan»" "$out"
has "a body without a role" "kh.sua.csv:$((n-3)): warning[SEN2053]" "$out"
has "parts that are not the clause" "kh.sua.csv:$((n-2)): warning[SEN2056]" "$out"
has "what the plan does not say" "kh.sua.csv:$((n-1)): warning[SEN2054]" "$out"
has "a line that is no line" "kh.sua.csv:$n: warning[SEN2050]" "$out"
has "the good one holds" "Nâng cao nhận thức." "$(sen -C ws show plan --json)"
cp kh.sua.csv same.csv
out=$(sen -C ws import --review kh.txt 2>&1); has "a file with bad lines is not written over" "SEN2058" "$out"
cmp -s kh.sua.csv same.csv && ok "it stays as it was" || not_ok "it stays as it was"
printf 'PK\003\004xxxx' >kh.sua.csv
out=$(sen -C ws import kh.txt 2>&1); is "an Excel workbook in its place" 0 $?
has "is named, with the remedy" "SEN2057" "$out"
exits "the correction file itself is no plan" 3 sen -C ws import same.sua.csv
cp same.csv same.sua.csv; exits "named as such" 3 sen -C ws import same.sua.csv
has "with what to do" "SEN2059" "$err"
rm -f kh.sua.csv same.sua.csv

# another workspace: keys mean nothing there, the texts do
sen init ws2 --unit "Xã Tân Mỹ" >/dev/null
python3 edit.py fresh.csv kh.sua.csv ";" "$EDITS"
sed -i 's/^n[0-9]*;/n7;/' kh.sua.csv; python3 edit.py kh.sua.csv kh.sua.csv ";" 'pass'
python3 edit.py fresh.csv kh.sua.csv ";" "$EDITS
for r in rows:
    if r[0].startswith('n'): r[0] = 'n' + str(500 + int(r[0][1:]))
"
out=$(sen -C ws2 import kh.txt 2>&1)
sen -C ws2 show plan --json >p.json
is "unknown keys: clauses are found by their texts" ok "$(python3 -c "$check")"
is "a dry run applies it too, and writes nothing" ok "$(sen import --dry-run --json kh.txt 2>/dev/null >p.json; python3 -c "$check")"

# formulas: nothing a spreadsheet would run
printf 'KẾ HOẠCH\nNăm 2026\n\nI. NỘI DUNG\n\n- =HYPERLINK("http://a.b") là nội dung của mục này.\n\n- Nội dung thứ hai; có "ngoặc kép" ở đây.\n' >f.txt
sen -C ws2 import --review f.txt >/dev/null 2>&1
lacks "a cell does not begin a formula" ';=HYPERLINK' "$(cat f.sua.csv)"
lacks "nor quoted" ';"=HYPERLINK' "$(cat f.sua.csv)"
out=$(sen -C ws2 import f.txt 2>&1); has "and reads back as it was" "không có gì mới" "$out"

# every golden plan: written, read back, nothing changes
bad_ones=$(for f in "$SEN_ROOT"/tests/golden/plans/*.txt; do
    cp "$f" g.txt; rm -f g.sua.csv
    sen -C ws2 import --review g.txt >/dev/null 2>g.err || echo "$f: import"
    sen -C ws2 import g.txt 2>&1 | grep -q "không có gì mới" || echo "$f: changed"
done)
is "every golden plan: an untouched file changes nothing" "" "$bad_ones"
finish
