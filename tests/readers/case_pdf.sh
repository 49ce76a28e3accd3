# case_pdf.sh - plans as PDF: read through pdftotext in the exec wall; scans, locked and cut files are refused with advice.
. "$SEN_ROOT/tests/lib.sh"
[ -f "$SEN_BIN/plugins/pdf-text/pdf-text.so" ] || { not_ok "the reader of PDF files is not built"; exit 1; }
[ -x /usr/bin/pdftotext ] || { not_ok "pdftotext is missing (./build.sh deps)"; exit 1; }
export PYTHONPATH=$SEN_ROOT/tests/readers PYTHONDONTWRITEBYTECODE=1
cat >make.py <<'PY'
import sys, pdf
# a plan of text as pages: lines broken at 84 characters, a page number on top from the second page on
def pages(path, per_page=38):
    lines = []
    for s in open(path, encoding="utf-8-sig").read().split("\n"):
        s = s.rstrip().replace("**", "").replace("\t", "    ")
        while len(s) > 84:
            cut = s.rfind(" ", 0, 84)
            lines.append(s[:cut])
            s = s[cut + 1:]
        lines.append(s)
    out = []
    for i in range(0, len(lines), per_page):
        page = [(2, 2 + k, s) for k, s in enumerate(lines[i:i + per_page]) if s]
        out.append(([(42, 0, str(len(out) + 1))] if out else []) + page)
    return out
for path in sys.argv[1:]:
    name = path.split("/")[-1].replace(".txt", ".pdf")
    open(name, "wb").write(pdf.make(pages(path)))
whole = pdf.make(pdf.SAMPLE)
open("locked.pdf", "wb").write(pdf.make(pdf.SAMPLE, encrypt=True))
open("scan.pdf", "wb").write(pdf.make([[]], picture=True))
open("cut.pdf", "wb").write(whole[:len(whole) * 9 // 10])
open("head.pdf", "wb").write(whole[:60])
open("junk.pdf", "wb").write(b"%PDF-1.4 BIMAT\n%%EOF\n")
open("renamed.txt", "wb").write(whole)
open("vni.pdf", "wb").write(pdf.make([[(2, i, "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, ñoäc laäp töï do haïnh phuùc") for i in range(8)]]))
open("tcvn3.pdf", "wb").write(pdf.make([[(2, i, "Céng hßa x· héi chñ nghÜa ViÖt Nam, ®éc lËp tù do h¹nh phóc") for i in range(8)]]))
PY
P=$SEN_ROOT/tests/golden/plans
python3 make.py "$P"/{dang-uy-xa-kh05,phan-thu-nhat,huyen-giao-phong,lien-nganh-khph}.txt
for n in dang-uy-xa-kh05 phan-thu-nhat huyen-giao-phong lien-nganh-khph; do
    exits "$n as a PDF" 0 sen import $n.pdf --dry-run --json
    printf '%s' "$out" >got.json
    sen import "$P/$n.txt" --dry-run --json >want.json 2>/dev/null
    python3 "$SEN_ROOT/tests/readers/facts.py" want.json | sed 's/ \(null\|None\) / - /' >want
    python3 "$SEN_ROOT/tests/readers/facts.py" got.json | sed 's/ \(null\|None\) / - /' >got
    diff want got >d && ok "$n: the same facts" || not_ok "$n: the same facts" "$(head -20 d)"
done
exits "a PDF under another name" 0 sen import renamed.txt --dry-run
for f in locked:SEN2080 scan:SEN2083 cut:SEN2081 head:SEN2081 junk:SEN2081 tcvn3:SEN2006 vni:SEN2006; do
    exits "${f%:*}.pdf is refused" 3 sen import ${f%:*}.pdf --dry-run
    has "${f%:*}.pdf: with its advice" "${f#*:}" "$err"
    lacks "${f%:*}.pdf is not quoted" BIMAT "$err$out"
done
has "its wall is recorded" "exec" "$(grep -A1 ' pdf-text$' "$SEN_BIN/plugins/plugins.allow")"
finish
