# case_xlsx.sh - Excel files through the command line: tables, forms and their way back, damaged and hostile ones, the same bytes.
. "$SEN_ROOT/tests/lib.sh"
T=$SEN_ROOT/tests/official
if [ ! -f "$SEN_BIN/plugins/xlsx/xlsx.so" ]; then [ "${CI:-}" = true ] && not_ok "the plugin xlsx was not built and CI=true" || ok "skipped: no libzip or expat"; finish; fi
sen init ws --unit "Xã Tân Quy" --unit "Phường An Hòa" --year 2026 -q
sen -C ws record partners-with-plan 5/5 --period 2026 --for xa-tan-quy -q
sen -C ws record violence-cases 3 --period 2026 --for xa-tan-quy -q 2>/dev/null
o=ws/out/xa-tan-quy
exits "tables and forms are built" 0 sen -C ws --date 2026-07-01 build checklist indicator-report items-table form-year form-q2 --format xlsx --for xa-tan-quy
cat >ws/scripts/bad.lua <<'L'
indicator "chu-xau" { "=HYPERLINK(\"http://x\")", kind = "flow", measure = "+1", every = "quarter", group = "@nhóm", method = "-2+3]]><&\"'" }
L
sen -C ws --date 2026-07-01 build form-q2 indicator-report --format xlsx --for phuong-an-hoa -q
rm ws/scripts/bad.lua
read_it() { python3 - "$@" <<'P'
import re, sys, zipfile
for f in sys.argv[1:]:
    z = zipfile.ZipFile(f)
    for i in z.infolist():
        if i.date_time != (1980, 1, 1, 0, 0, 0): print(f, i.filename, "has a time")
    import xml.etree.ElementTree as ET
    for n in z.namelist():
        d = z.read(n)
        ET.fromstring(d)
        if b'TargetMode' in d or b'<!DOCTYPE' in d: print(f, n, "points outside")
        for m in re.findall(rb"<f>([^<]*)</f>", d):
            if not m.startswith(b"IF("): print(f, n, "formula", m)
    s = z.read("xl/worksheets/sheet1.xml").decode()
    for need in ('orientation="landscape"', 'paperSize="9"', 'state="frozen"'):
        if need not in s: print(f, "lacks", need)
    w = z.read("xl/workbook.xml").decode()
    if "Print_Titles" not in w: print(f, "repeats no head")
    if "<dc:creator>" not in z.read("docProps/core.xml").decode(): print(f, "has no author")
P
}
is "their structure holds" "" "$(read_it $o/*.xlsx ws/out/phuong-an-hoa/*.xlsx)"
cell() { unzip -p "$1" xl/worksheets/sheet1.xml; }
has "what begins with = is a text" '<t xml:space="preserve">=HYPERLINK' "$(cell ws/out/phuong-an-hoa/form-q2.xlsx)"
has "a day is a day" 's="13"><v>46' "$(cell $o/checklist.xlsx)"
has "a small count is hidden" '&lt;5' "$(cell $o/indicator-report.xlsx)"
has "the chart stands on its own sheet" 'xl/charts/chart2.xml' "$(unzip -l $o/indicator-report.xlsx)"
has "a form is locked" '<sheetProtection sheet="1"' "$(cell $o/form-q2.xlsx)"
has "its cells are checked" '<dataValidation type="whole"' "$(cell $o/form-q2.xlsx)"
has "its unit can be read by programs" 'name="sen_unit"' "$(unzip -p $o/form-q2.xlsx xl/workbook.xml)"
cp $o/form-q2.xlsx first; rm -r $o
sen -C ws --date 2026-07-01 build form-q2 --for xa-tan-quy -q
cmp -s first $o/form-q2.xlsx && ok "the same bytes" || not_ok "the same bytes"
v=${SEN_OOXML_VALIDATOR:-$SEN_BIN/node/node_modules/.bin/ooxml-validator}
if [ -x "$v" ]; then
    sen -C ws --date 2026-07-01 build checklist indicator-report items-table form-year --format xlsx --for xa-tan-quy -q
    for f in $o/*.xlsx ws/out/phuong-an-hoa/*.xlsx; do r=$("$v" "$f" 2>&1) && ok "valid for the Open XML SDK: $f" || not_ok "valid: $f" "${r:0:600}"; done
else
    printf '# skip Open XML SDK validator: not installed (bash tests/official/validator.sh)\n'
fi

# --- a form comes back
values() { sqlite3 ws/sen.db "SELECT indicator || '|' || dimensions || '=' || n || ifnull('/' || d, '') || ' ' || state FROM v_values WHERE unit = 'xa-tan-quy' AND period = '2026-Q2' ORDER BY 1"; }
want='budget-spent|=1500000 provisional
bulletins|=0 provisional
courses|=2 provisional
events-held|=3 provisional
meetings|=1 provisional
people-reached|sex=female=70 provisional
people-reached|sex=male=50 provisional
tasks-on-time|=8/11 provisional'
python3 "$T/xlsx.py" first a.xlsx
exits "a trial writes nothing" 0 sen -C ws import a.xlsx --dry-run
is "nothing is there" "" "$(values)"
exits "a form is taken" 0 sen -C ws import a.xlsx
is "its figures" "$want" "$(values)"
exits "again" 0 sen -C ws import a.xlsx
has "nothing is new" "8 số như cũ" "$out"
exits "undo" 0 sen -C ws undo
is "all are gone" "" "$(values)"
for f in libreoffice libreoffice-ods; do
    exits "$f saved it again" 0 sen -C ws import "$T/forms/$f.xlsx"
    is "the same figures ($f)" "$want" "$(values)"
    sen -C ws undo -q
done
exits "not into another unit" 3 sen -C ws import a.xlsx --for phuong-an-hoa
has "and says whose it is" "SEN6075" "$err"
exits "not into another year" 3 sen -C ws --year 2027 import a.xlsx
has "and says for when" "SEN6076" "$err"
sen init other --unit "Xã Khác" --year 2026 -q
exits "not into another workspace" 3 sen -C other import a.xlsx
has "and says which units are there" "xa-khac" "$err"
is "nothing was written" "" "$(values)"

# --- wrong cells come back as comments
python3 - "$T" first b.xlsx <<'P'
import sys
sys.path.insert(0, sys.argv[1])
from xlsx import *
b = Book(sys.argv[2]); fill(b, VALUES)
b.put("people-reached|", 121); b.put("bulletins|", "ba bản"); b.put("meetings|", None, formula="1+1")
b.save(sys.argv[3])
P
exits "strict refuses all" 3 sen -C ws import b.xlsx --strict
is "nothing was written by it" "" "$(values)"
exits "good cells are taken" 1 sen -C ws import b.xlsx
is "and only those" "$(grep -vE '^(people|bulletins|meetings)' <<<"$want")" "$(values)"
has "each wrong cell is named" "Biểu số liệu!E21" "$err"
c=$(unzip -p b.loi.xlsx xl/senNotes1.xml)
is "three comments" 3 "$(grep -o '<comment ' <<<"$c" | wc -l)"
has "with what to do" "công thức" "$c"
[ -x "$v" ] && { "$v" b.loi.xlsx >/dev/null 2>&1 && ok "the copy is valid" || not_ok "the copy is valid" "$("$v" b.loi.xlsx 2>&1 | head -5)"; }
python3 - "$T" b.loi.xlsx <<'P'
import sys
sys.path.insert(0, sys.argv[1])
from xlsx import *
b = Book(sys.argv[2]); fill(b, VALUES); b.put("bulletins|", "không"); b.save(sys.argv[2])
P
exits "the copy mended comes back" 1 sen -C ws import b.loi.xlsx
is "its comments are those that are left" 1 "$(unzip -p b.loi.xlsx xl/senNotes1.xml | grep -o '<comment ' | wc -l)"
is "what was mended is taken" "$(grep -v '^bulletins' <<<"$want")" "$(values)"

# --- recorded since the form was made
sen -C ws record courses 5 --period 2026-Q2 --for xa-tan-quy -q
exits "a figure recorded since is not overwritten" 1 sen -C ws import a.xlsx
has "both are named" "được ghi là 5" "$err"
has "it stays" "courses|=5 provisional" "$(values)"

# --- dropped into the inbox
mkdir -p ws/inbox; cp b.xlsx ws/inbox/so-lieu.xlsx
sen -C ws --date 2026-07-02 watch --once >/dev/null 2>&1
[ -f ws/inbox/da-nhap/so-lieu.xlsx ] && [ -f ws/inbox/da-nhap/so-lieu.loi.xlsx ] && [ ! -e ws/inbox/so-lieu.loi.xlsx ] && ok "the inbox takes forms" || not_ok "the inbox takes forms" "$(ls -R ws/inbox)"

# --- hostile ones
mkdir h
while read -r name code; do
    exits "refused: $name" 3 sen -C ws import h/$name.xlsx
    has "$name by its name" "$code" "$err"
done < <(python3 "$T/hostile_xlsx.py" first h)

# --- each kind of damage
n=$(python3 "$T/damage_forms.py" count) units=()
for i in $(seq -w 1 "$n"); do units+=(--unit "Xã Mẫu $i"); done
sen init many "${units[@]}" --year 2026 -q
sen -C many --date 2026-07-01 build form-q2 --for all -q
mkdir d
[ "$n" -ge 30 ] && ok "$n kinds of damage" || not_ok "$n kinds of damage"
python3 "$T/damage_forms.py" make many/out d "${SEN_SANITIZED:-}" >/dev/null
sen -C many --date 2026-07-02 import d/*.xlsx >/dev/null 2>told
sqlite3 -separator $'\t' many/sen.db "SELECT unit, indicator, dimensions, n, ifnull(d, '') FROM v_values" >got
if r=$(python3 "$T/damage_forms.py" score d/truth.json got told); then ok "damaged forms: $(tail -1 <<<"$r")"; else not_ok "damaged forms" "$r"; fi
is "nothing else was said" 1 "$(wc -l <<<"$r")"
finish
