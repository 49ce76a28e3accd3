# case_docx.sh - Word files through the command line: every type, four plans for nine wards, hostile text, reproducible, validated.
. "$SEN_ROOT/tests/lib.sh"
T=$SEN_ROOT/tests/official
check() { python3 "$T/check.py" "$@"; }
if [ ! -f "$SEN_BIN/plugins/docx/docx.so" ]; then ok "the program works without libzip"; printf '# skip docx: the plugin was not built (libzip, expat)\n'; finish; fi

# --- every type of document, in a ward with a signer
sen init t --unit "Phường Sa Đéc" --year 2026 -q
cat >t/units/phuong-sa-dec/unit.lua <<'L'
unit "phuong-sa-dec" { name = "Phường Sa Đéc", kind = "phuong", place = "Sa Đéc", report_to = "Sở Nội vụ", signer = { title = "Chủ tịch", name = "Nguyễn Văn An" } }
L
mkdir -p t/units/phuong-sa-dec/content
cp "$T"/content/*.md t/units/phuong-sa-dec/content/
cat "$T/ward.lua" >>t/units/phuong-sa-dec/scripts/ward.lua
exits "all types are built" 0 sen -C t build --draft --date 2026-10-01
o=t/out/phuong-sa-dec
exits "their structure holds" 0 check $o/*.docx
is "all files were looked at" "checked 13" "$(tail -1 <<<"$out")"
for f in "$T"/content/*.md; do
    n=$(basename "$f" .md)
    [ "$n" = vb-bao-cao ] && continue                   # holds texts of the base layer
    python3 -c "import sys, zipfile; sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read('word/document.xml'))" "$o/$n.docx" >"$n.xml"
    [ -n "${SEN_WRITE_EXPECT:-}" ] && cp "$n.xml" "$T/expect/$n.xml"
    if cmp -s "$n.xml" "$T/expect/$n.xml"; then ok "$n is as expected"; else not_ok "$n is as expected" "compare $n.xml with tests/official/expect"; fi
done
plain() { python3 -c "
import sys, zipfile, re
x = zipfile.ZipFile(sys.argv[1]).read('word/document.xml').decode()
x = re.sub(r'<w:noBreakHyphen/>', '-', x.replace('\u2060', ''))
print(re.sub(r'<[^>]+>', '', re.sub(r'</w:p>|<w:br/>', '\n', x)))" "$1"; }
cv=$(plain $o/vb-cong-van.docx) qd=$(plain $o/vb-quyet-dinh.docx) kh=$(plain $o/vb-ke-hoach.docx) tb=$(plain $o/vb-thong-bao.docx)
has "a number under 10 gets its zero" "Số: 07/UBND-VHXH" "$cv"
has "a month from 3 on has none" "ngày 05 tháng 9 năm 2026" "$cv"
has "V/v stands under the number" "V/v đôn đốc gửi báo cáo" "$cv"
has "a deputy signs for the chair" "KT. CHỦ TỊCH" "$cv"
has "who drafted it keeps a copy" "Lưu: VT, VHXH." "$cv"
lacks "an official letter has no type" "CV-" "$cv"
has "the text ends" "để tổng hợp./." "$cv"
has "bases end with a semicolon" "năm 2006;" "$qd"
has "the last one with a full stop" "Văn hóa - Xã hội." "$qd"
has "a decision decides" "QUYẾT ĐỊNH:" "$qd"
has "annexes are numbered" "Phụ lục II" "$qd"
has "and say what they belong to" "(Kèm theo Quyết định số" "$qd"
has "a Board stands under the committee" "BAN VÌ SỰ TIẾN BỘ" "$kh"
has "an open date stays open" "ngày       tháng       năm 2026" "$(plain $o/vb-to-trinh.docx)"
has "TL. names the chair" "TL. CHỦ TỊCH" "$tb"
has "names in Vietnamese work" "TRƯỞNG BAN" "$kh"
python3 - "$o/vb-ke-hoach.docx" <<'P' && ok "no break inside 2282/QĐ-TTg" || not_ok "no break inside 2282/QĐ-TTg"
import sys, zipfile
x = zipfile.ZipFile(sys.argv[1]).read("word/document.xml").decode()
sys.exit(0 if "2282/\u2060QĐ</w:t><w:noBreakHyphen/><w:t>TTg" in x else 1)
P

# --- layout values are data
cat >>t/units/phuong-sa-dec/scripts/ward.lua <<'L'
sua.the_thuc "decree-30" { le_phai = 25, basis_end = ",", ly_do = "Quy chế văn thư của đơn vị" }
L
exits "a value out of range is a warning" 0 sen -C t build --draft --date 2026-10-01
has "with the clause" "Phụ lục I, phần I, mục I.3" "$err"
has "and the value stands" 'w:right="1417"' "$(python3 -c "import zipfile; print(zipfile.ZipFile('$o/vb-to-trinh.docx').read('word/document.xml').decode())")"
has "bases end as the ward says" "năm 2015," "$(plain $o/vb-to-trinh.docx)"
has "why knows the layer" "Quy chế văn thư" "$(sen -C t why layout:decree-30.margin_right --date 2026-10-01)"
cat >>t/units/phuong-sa-dec/scripts/ward.lua <<'L'
material "vb-la" { "Loại lạ", template = "vb-la.md", channels = { "docx" } }
L
printf -- '---\nofficial: XYZ\n---\nChữ\n' >t/units/phuong-sa-dec/content/vb-la.md
exits "an unknown type is a warning" 0 sen -C t build --draft --date 2026-10-01
has "that names the types" "KH, BC, CV" "$err"

# --- the plans that ship with Sen and the example plan, nine wards, built twice
wards="--unit Phường\ Một --unit Phường\ Hai --unit Phường\ Ba --unit Phường\ Bốn --unit Xã\ Năm --unit Xã\ Sáu --unit Xã\ Bảy --unit Xã\ Tám --unit Xã\ Chín"
for f in "$SEN_ROOT"/content/plans/*.txt "$SHARED"/plans/sa-dec-2023.txt; do
    [ -f "$f" ] || { printf '# skip the example plan: no ../shared\n'; continue; }
    n=$(basename "$f" .txt)
    eval "sen init w-$n $wards --year 2026 -q"
    sen -C "w-$n" import "$f" --date 2026-10-01 -q 2>/dev/null
    exits "$n: nine wards are built" 0 sen -C "w-$n" build --for all --draft --date 2026-10-01
    ls "w-$n"/out/*/*.docx >"list-$n"
    [ "$(wc -l <"list-$n")" -ge 45 ] && ok "$n: every document has its Word file" || not_ok "$n: every document has its Word file"
    exits "$n: their structure holds" 0 check $(cat "list-$n")
done
cp -r "w-$n/out" first
rm -rf "w-$n/out"
sen -C "w-$n" build ward-plan --for xa-chin --format docx --draft --date 2026-10-01 -q 2>/dev/null     # first alone, then behind others
sen -C "w-$n" build --for all --draft --date 2026-10-01 -q -j 1 2>/dev/null
if diff -rq first "w-$n/out" --exclude='.sen*' >diffs; then ok "a second build gives the same bytes"; else not_ok "a second build gives the same bytes" "$(head -3 diffs)"; fi

# --- hostile text
sen init h --unit "Xã A & <B> \"C\"" --year 2026 -q
u=$(ls h/units)
python3 "$T/hostile.py" "h/units/$u/content" >>"h/units/$u/scripts/ward.lua"
sen -C h build --draft --date 2026-10-01 >/dev/null 2>h.err
ls h/out/*/thu-*.docx >list-h
[ "$(wc -l <list-h)" -ge 14 ] && ok "hostile texts are built" || not_ok "hostile texts are built" "$(ls h/out/*/thu-* | wc -l)" "$(head -5 h.err)"
exits "and stay well-formed" 0 check $(cat list-h)

# --- other programs, where they are there
v=${SEN_OOXML_VALIDATOR:-$SEN_BIN/node/node_modules/.bin/ooxml-validator}
if [ -x "$v" ]; then
    for f in $o/*.docx $(cat list-h) $(head -5 list-sa-dec-2023 2>/dev/null); do
        "$v" "$f" >v.out 2>&1
        grep -q '"ok": true' v.out && ok "Open XML SDK accepts $(basename "$f")" || not_ok "Open XML SDK accepts $(basename "$f")" "$(grep description v.out | head -3)"
    done
else
    printf '# skip Open XML SDK validator: not installed (bash tests/official/validator.sh)\n'
fi
if command -v soffice >/dev/null && command -v pdftotext >/dev/null && [ "${MODE:-}" != asan ]; then
    timeout 120 soffice "-env:UserInstallation=file://$W/lo" --headless --convert-to pdf --outdir "$W/pdf" $o/vb-ke-hoach.docx $o/vb-quyet-dinh.docx >/dev/null 2>&1
    has "LibreOffice shows the text before a footnote" "Thực hiện Quyết định số" "$(pdftotext -layout pdf/vb-ke-hoach.pdf - 2>/dev/null)"
    has "and the annex" "DANH SÁCH THÀNH VIÊN BAN" "$(pdftotext -layout pdf/vb-quyet-dinh.pdf - 2>/dev/null)"
else
    printf '# skip LibreOffice: soffice or pdftotext is not installed\n'
fi
finish
