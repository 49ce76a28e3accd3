# case_few.sh - figures about few people: whole for the unit itself, hidden by one rule in every file that is built, with what they
# could be worked out from.
. "$SEN_ROOT/tests/lib.sh"
sen init ws --unit "Phường An Hòa" >/dev/null
u=phuong-an-hoa; o=ws/out/$u
mkdir -p ws/units/$u/content
cat >>ws/units/$u/scripts/ward.lua <<'P'
indicator "few" { "Số người một", kind = "flow", measure = "người", by = { "sex" }, every = "quarter", threshold = 500, who = "women",
  target = { "ward: 600 năm 2026" } }
indicator "many" { "Số người hai", kind = "flow", measure = "người", by = { "sex" }, every = "quarter", threshold = 500 }
indicator "share" { "Tỷ lệ ba", kind = "latest", measure = "%", numerator = "a", denominator = "b", threshold = 500,
  target = { "ward: 90% năm 2026" } }
indicator "open" { "Số người bốn", kind = "flow", measure = "người", every = "quarter" }
indicator "rounded" { "Tỷ lệ năm", kind = "latest", measure = "%", numerator = "a", denominator = "b", threshold = 500 }
material "so" { "Số", template = "so.md", channels = { "docx", "html", "pdf", "text", "zalo", "facebook", "loudspeaker", "markdown" } }
material "bang" { "Bảng", data = "indicators", channels = { "csv", "xlsx", "json" } }
material "cac-so" { "Các số", data = "values", channels = { "csv", "json" } }
P
cat >ws/units/$u/content/so.md <<'P'
# Số liệu

{% for x in indicators %}{% if x.now %}

{{ x.title }}: {{ x.now }}; {{ x.now | number }}; {{ x.now + 1 }}; {{ string.format("%s", x.now) }}; {% if x.now >= 1 %}rõ{% else %}không rõ{% end %}

{% end %}{% end %}

{% for v in values %}

{{ v.indicator }} {{ v.period }} {{ v.dimensions | default("-") }}: {{ v.n }}, {{ v.d | default("-") }}, {{ v.value }}.

{% end %}
P
sen -C ws record few nam=317 nu=159 --period 2026-Q3 >/dev/null 2>&1
sen -C ws record few 476 --period 2026-Q3 >/dev/null 2>&1
sen -C ws record many nam=331 nu=7002 --period 2026-Q2 >/dev/null 2>&1
sen -C ws record many 7333 --period 2026-Q2 >/dev/null 2>&1
sen -C ws record many 443 --period 2026-Q1 >/dev/null 2>&1
sen -C ws record many 7776 --period 2026 >/dev/null 2>&1
sen -C ws record share 337/451 --period 2026 >/dev/null 2>&1
sen -C ws record open 347 --period 2026-Q1 >/dev/null 2>&1
sen -C ws record rounded 6667/8999 --period 2026 >/dev/null 2>&1
exits "built" 0 sen -C ws build --date 2026-10-01
# everything a reader can get at: parts of archives, texts of pages
all() { for f in "$o"/*; do case $f in
    *form-*) ;;
    *.docx | *.xlsx) printf '\n%s: ' "${f##*/}"; python3 -c '
import sys, zipfile
z = zipfile.ZipFile(sys.argv[1])
for n in z.namelist(): print(z.read(n).decode("utf-8", "replace"))' "$f" ;;
    *.pdf) printf '\n%s: ' "${f##*/}"; pdftotext -layout "$f" - ;;
    *) printf '\n%s: ' "${f##*/}"; cat "$f" ;;
    esac; done; }
all | sed -E "s/ [a-zA-Z0-9:-]+=\"[0-9]+\"//g" >all.txt         # numbers of blocks and marks are none of figures
has "all kinds of files are there" "docx html json md pdf txt xlsx" "$(ls $o | grep -v form- | sed -n 's/.*\.//p' | sort -u | grep -v 'csv\|ics' | tr '\n' ' ')"
for n in 317 159 476 331 443 337 451 '74,7' '74\.7' 7002; do
    # a number stands alone: not inside a colour, an id or a longer number
    is "$n stands in no file" "" "$(grep -aoE "(^|[ >:;,\"])$n([ <;,.\"]|\$)" all.txt | head -n 3)"
done
t=$(cat "$o/so.txt")
has "a count is said to be below" "Số người một: <500; <500; ẩn (số nhỏ); <500; không rõ" "$t"
has "a share of few is hidden" "Tỷ lệ ba: ẩn (số nhỏ)" "$t"
has "a share loses its decimals" "Tỷ lệ năm: 74; 74" "$t"
has "what has no threshold stays" "Số người bốn: 347" "$t"
has "the other part is hidden too" "many 2026-Q2 sex=male: <500" "$t"
has "and its quarter, beside the year" "many 2026-Q2 -: ẩn (số nhỏ)" "$t"
has "the year stays" "many 2026 -: 7776" "$t"
sheet=$(python3 -c 'import sys, zipfile; print(zipfile.ZipFile(sys.argv[1]).read("xl/worksheets/sheet1.xml").decode())' "$o/bang.xlsx")
has "the sheet says the same" "&lt;500" "$sheet"
# the unit's own view is whole
has "show is whole" "476" "$(sen -C ws show indicators)"
has "its own form is whole" "317" "$(python3 -c '
import sys, zipfile
z = zipfile.ZipFile(sys.argv[1])
for n in z.namelist(): print(z.read(n).decode("utf-8", "replace"))' "$o/form-q3.xlsx")"
# a document that prints such a figure still comes back from Word
python3 "$SEN_ROOT/tests/official/word.py" $o/so.docx e.docx 'change("Số liệu", "Các số liệu")'
exits "it comes back from Word" 0 sen -C ws import --dry-run e.docx
has "with what was changed in it" "1 chỗ sửa chờ quyết, 0 chỗ" "$out"
finish
