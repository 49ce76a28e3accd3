# case_import.sh - the example plan through the command line, by the contract; refusals of what is no plan.
. "$SEN_ROOT/tests/lib.sh"
need_shared
plan=$SHARED/plans/sa-dec-2023.txt
sen import "$plan" --dry-run --json >got.json 2>err.txt
is "dry run exits 0 without a workspace" 0 $?
is "the example plan scores 1.000" "SCORE 1.000" "$(python3 "$SHARED/plans/score.py" "$SHARED/plans/sa-dec-2023.expected.json" got.json | tail -1)"
python3 - "$SHARED/plans/sa-dec-2023.expected.json" got.json <<'P' && ok "every fact equals the expected file, key by key" || not_ok "every fact equals the expected file, key by key"
import json, sys
want, got = (json.load(open(p)) for p in sys.argv[1:])
bodies = got["document"].pop("recipients_expanded", [])
strip = lambda x: {k: v for k, v in x.items() if k not in ("key", "confidence", "exclusive", "yearly")}
bad = [k for k in ("schema", "document") if want[k] != got[k]]
bad += [k for k in ("nodes", "legal", "dates", "actors", "targets") if want[k] != [strip(x) for x in got[k]]]
if "Như mục IV" in bodies or "Phòng Nội vụ Thành phố" not in bodies or bodies[-1] != "Lưu: VT": bad.append("recipients_expanded")
print("# differs:", bad) if bad else None
sys.exit(bool(bad))
P
python3 - "$plan" got.json <<'P' && ok "nothing of the text is lost" || not_ok "nothing of the text is lost"
import json, sys, unicodedata
from collections import Counter
d = json.load(open(sys.argv[2])); text = unicodedata.normalize("NFC", open(sys.argv[1], encoding="utf-8").read())
c = lambda s: Counter(x for x in s if not x.isspace())
have = Counter()
for n in d["nodes"]: have += c((n["label"] or "") + n["text"])
for r in d["rest"]: have += c(r["text"])
for r in d["repairs"]: have += c(r["before"]) ; have.subtract(c(r["after"]))
want = c(text)
lost = {k: want[k] - have[k] for k in want if want[k] > have[k]}
print("# lost:", lost) if lost else None
sys.exit(bool(lost))
P
sen init ws --unit "Phường 1" >/dev/null
exits "import into the workspace" 0 sen -C ws import "$plan"
has "one line says what changed" "kh-bvstbpn-2023" "$out"
exits "the same file again" 0 sen -C ws import "$plan"
has "is nothing new" "không có gì mới" "$out"
is "show plan prints the contract's object" "SCORE 1.000" "$(sen -C ws show plan --json >p.json; python3 "$SHARED/plans/score.py" "$SHARED/plans/sa-dec-2023.expected.json" p.json | tail -1)"
is "every clause has a permanent key" 0 "$(python3 -c 'import json;d=json.load(open("p.json"));print(sum(not n.get("key") for n in d["nodes"])); assert len({n["key"] for n in d["nodes"]})==len(d["nodes"])')"
exits "show plan by its id" 0 sen -C ws show plan KH-BVSTBPN-2023 --json
exits "show plan of an unknown id" 3 sen -C ws show plan khong-co --json

# what is no plan
printf 'PK\003\004 docx' >a.docx
printf '\320\317\021\340\241\261\032\341 doc' >a.doc
: >empty.txt
printf 'K\xe1\xba\xbf \xff\xfe ho\xe1ch' >bad.txt
printf 'abc\0def' >nul.txt
exits "a missing file" 3 sen import none.txt --dry-run
exits "a folder" 3 sen import ws --dry-run
exits "an empty file" 3 sen import empty.txt --dry-run
exits "a cut Word file is refused" 3 sen import a.docx --dry-run
has "with the steps in Word" "Save As" "$err"
exits "an old Word file is refused" 3 sen import a.doc --dry-run
exits "bytes that are no UTF-8" 3 sen import bad.txt --dry-run
exits "a NUL byte" 3 sen import nul.txt --dry-run
mkfifo pipe; exits "a pipe is refused at once" 3 timeout 60 "$SEN_BIN/sen" import pipe --dry-run
head -c 52428800 /dev/zero | tr '\0' 'a' >big.txt; exits "50 MB" 3 sen import big.txt --dry-run; rm big.txt
iconv -f UTF-8 -t UTF-16 "$plan" >utf16.txt; exits "UTF-16 is converted" 0 sen import utf16.txt --dry-run --json
printf '%s' "$out" >u16.json; is "and reads the same" "SCORE 1.000" "$(python3 "$SHARED/plans/score.py" got.json u16.json | tail -1)"
sed 's/$/\r/' "$plan" | sed '1s/^/\xef\xbb\xbf/' >crlf.txt; sen import crlf.txt --dry-run --json >c.json 2>/dev/null
is "BOM and CRLF change nothing" "SCORE 1.000" "$(python3 "$SHARED/plans/score.py" got.json c.json | tail -1)"
python3 -c 'import sys,unicodedata;open("nfd.txt","w").write(unicodedata.normalize("NFD",open(sys.argv[1]).read()).replace(" năm","\u00a0năm"))' "$plan"
sen import nfd.txt --dry-run --json >n.json 2>/dev/null
is "NFD and no-break spaces change nothing" "SCORE 1.000" "$(python3 "$SHARED/plans/score.py" got.json n.json | tail -1)"
exits "several files: the good one is taken, the bad one reported" 3 sen -C ws import empty.txt "$plan"
# -q: notes are no errors
sen init q --unit "Phường Một" --year 2026 >/dev/null
exits "a quiet import" 0 sen -C q import "$SEN_ROOT/content/plans/ke-hoach-tinh-2026-2027.txt" -q
is "prints nothing" "" "$out$err"
finish
