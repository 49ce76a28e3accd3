# case_reading.sh - phrases, structures and damage through the command line: own texts beside the facts a person read over.
. "$SEN_ROOT/tests/lib.sh"
P=$SEN_ROOT/tests/golden/phrases
for t in "$P"/*.txt; do
    n=$(basename "$t" .txt)
    sen import "$t" --dry-run --json >"$n.json" 2>/dev/null
    python3 "$P/facts.py" "$n.json" >"$n.facts" 2>&1
    if diff "$P/$n.facts" "$n.facts" >"$n.diff"; then ok "facts of $n"; else not_ok "facts of $n" "$(head -20 "$n.diff")"; fi
done
python3 - *.json <<'P' && ok "every clause and fact says how sure it is" || not_ok "every clause and fact says how sure it is"
import json, sys
bad = 0
for f in sys.argv[1:]:
    d = json.load(open(f))
    for k in ("nodes", "legal", "dates", "actors", "targets", "budgets"):
        bad += sum(not (0.5 <= x.get("confidence", -1) <= 1) for x in d[k])
sys.exit(bad)
P
head='UBND XÃ A\nSố: 1/KH-UBND\nA, ngày 05 tháng 3 năm 2026\n\nKẾ HOẠCH\nCông tác bình đẳng giới năm 2026\n\n'
sure() { python3 -c 'import json,sys;d=json.load(open(sys.argv[1]));print(*["%s=%s" % (n["id"], n["confidence"]) for n in d["nodes"]])' "$1"; }
printf "${head}I. NỘI DUNG\n1. Truyền thông\n1 . Tư vấn\n" >a.txt
sen import a.txt --dry-run --json >a.out 2>/dev/null
has "a label mended by the reader is less sure" "I.1-2=0.5" "$(sure a.out)"
printf "${head}I. NỘI DUNG\n• Một việc. • Hai việc. • Ba việc.\nII.KINH PHÍ\nNgân sách xã và xã hội hóa.\nTỔ CHỨC THỰC HIỆN\n1. Công an xã: Nắm tình hình.\n" >b.txt
sen import b.txt --dry-run --json >b.out 2>/dev/null
is "bullets on one line, a glued label, a heading without number" "I=1 I.1=1 I.2=0.8 I.3=0.8 II=0.9 II.1=1 III=0.5 III.1=1" "$(sure b.out)"
is "sources of money" "ngân sách nhà nước, xã hội hóa" "$(python3 -c 'import json;print(", ".join(b["source"] for b in json.load(open("b.out"))["budgets"]))')"
is "each split is a repair with its line" "2" "$(python3 -c 'import json;print(sum(r["kind"]=="split" and r["line"]==9 for r in json.load(open("b.out"))["repairs"]))')"
python3 -c '
import sys
print(sys.argv[1].encode().decode("unicode_escape").encode("latin-1").decode() + "I. NỘI DUNG")
for i in range(20000): print("- Việc thứ %d;" % i)' "$head" >many.txt
sen import many.txt --dry-run --json >many.json 2>/dev/null
is "a long plan is written whole" 20001 "$(python3 -c 'import json;print(len(json.load(open("many.json"))["nodes"]))')"
finish
