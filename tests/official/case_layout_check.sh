# case_layout_check.sh - sen check FILE.docx: our own files are right, each damaged copy has exactly its finding, hostile ones are refused.
. "$SEN_ROOT/tests/lib.sh"
T=$SEN_ROOT/tests/official
if [ ! -f "$SEN_BIN/plugins/docx/docx.so" ]; then
    [ "${CI:-}" = true ] && not_ok "the reader of Word files is not built"
    printf '# skip layout: the plugin docx was not built (libzip, expat)\n'
    finish
fi

# --- our own: nine types and the base layer's, in a ward whose profile is filled
sen init t --unit "Phường Sa Đéc" --year 2026 -q
cat >t/units/phuong-sa-dec/unit.lua <<'L'
unit "phuong-sa-dec" { name = "Phường Sa Đéc", kind = "phuong", place = "Sa Đéc", report_to = "Sở Nội vụ", signer = { title = "Chủ tịch", name = "Nguyễn Văn An" } }
L
mkdir -p t/units/phuong-sa-dec/content
cp "$T"/content/*.md t/units/phuong-sa-dec/content/
cat "$T/ward.lua" >>t/units/phuong-sa-dec/scripts/ward.lua
exits "the files are built" 0 sen -C t build --draft --date 2026-10-01 --format docx
o=$W/t/out/phuong-sa-dec
is "there are 13" 13 "$(ls "$o"/*.docx | wc -l)"
(cd "$o" && sen -C "$W/t" check *.docx --json) >own.json 2>own.err
python3 - own.json <<'P' && ok "none of ours has a finding, plain sheets a note" || not_ok "none of ours has a finding, plain sheets a note" "$(head -c 2000 own.json)"
import json, sys
f = json.load(open(sys.argv[1]))
sys.exit(0 if {(x["file"], x["code"]) for x in f} == {("checklist.docx", "SEN7118"), ("indicator-report.docx", "SEN7118")} else 1)
P

# --- one mistake each
mkdir bad
n=$(python3 "$T/damage.py" "$o" bad)
[ "$n" -ge 50 ] && ok "$n damaged files are made" || not_ok "damaged files are made" "$n"
(cd bad && sen -C "$W/t" check *.docx --json) >bad.json 2>bad.err
is "what is wrong gives exit 1" 1 $?
python3 - bad.json bad <<'P' && ok "each has exactly the finding it must have" || not_ok "each has exactly the finding it must have" "$(cat wrong)"
import json, os, sys
got = {}
for x in json.load(open(sys.argv[1])):
    got.setdefault(x["file"], []).append(x["code"])
wrong = [(n, got.get(n, [])) for n in sorted(os.listdir(sys.argv[2])) if got.get(n, []) != ["SEN" + n[:4]]]
print(*wrong, sep="\n", file=open("wrong", "w"))
sys.exit(len(wrong) > 0)
P
exits "in words, with the clause" 1 sen -C t check bad/7095-day-without-zero.docx
has "the place" "bảng 1, hàng 2, cột 2" "$out"
has "the clause" "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.4 (số mục chưa đối chiếu)" "$out"
has "the remedy" "số 0 chỉ đứng trước ngày dưới 10" "$out"
exits "in English too" 1 sen -C t check bad/7084-title-not-bold.docx --lang en
has "its words" "the document type must be bold: paragraph 12" "$out"

# --- files of other hands that are laid out right: no false alarm
mkdir other
n=$(python3 "$T/other_hand.py" other)
(cd other && sen check *.docx --json) >other.json 2>other.err
is "$n files of other hands: nothing to mend" "[]" "$(cat other.json)"

# --- without a workspace; a ward that deviates is judged by its own data
exits "no workspace is needed" 1 sen check bad/7081-left-margin.docx
has "the range is the Decree's" "Lề trái là 20 mm, phải là 30 - 35 mm" "$out"
cat >>t/units/phuong-sa-dec/scripts/ward.lua <<'L'
sua.the_thuc "decree-30" { le_trai = 20, ly_do = "Quy chế văn thư của đơn vị" }
L
exits "the ward's own margin is right" 0 sen -C t check bad/7081-left-margin.docx
exits "and the Decree's is wrong there" 1 sen -C t check bad/7084-title-not-bold.docx
has "by its own value" "Lề trái là 30 mm, phải là 20 mm" "$out"

# --- hostile, broken and other files are refused as on import
printf 'PK\003\004 not a zip' >cut.docx
exits "a broken file" 3 sen check cut.docx
python3 - <<'P'
import zipfile
def make(name, document):
    with zipfile.ZipFile(name, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>')
        z.writestr("word/document.xml", document)
W = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>%s</w:body></w:document>'
make("doctype.docx", '<!DOCTYPE x [<!ENTITY a "b">]>' + W % "<w:p><w:r><w:t>&a;</w:t></w:r></w:p>")
make("bomb.docx", W % ("<w:p><w:r><w:t>" + "a" * 40000000 + "</w:t></w:r></w:p>"))
make("deep.docx", W % ("<w:sdt>" * 5000))
make("boxes.docx", W % ("<w:p><w:r><w:t>a</w:t></w:r><w:r><w:pict>" * 40 + "<w:p><w:r><w:t>x</w:t></w:r></w:p>" + "</w:pict></w:r></w:p>" * 40))
make("odd.docx", W % ('<w:p><w:pPr><w:pStyle w:val="none"/><w:ind w:left="-99999999999"/><w:spacing w:line="x"/></w:pPr><w:r><w:rPr>'
                      '<w:sz w:val="-7"/></w:rPr><w:t>Số: 1</w:t></w:r></w:p><w:sectPr><w:pgSz/><w:pgMar/></w:sectPr>'))
P
for f in doctype bomb deep; do exits "hostile: $f" 3 sen check $f.docx; done
exits "text boxes in text boxes are read" 0 sen check boxes.docx
exits "strange values are judged, not believed" 1 sen check odd.docx

# --- files of other programs do not stop it
if command -v soffice >/dev/null && [ -z "${SEN_SANITIZED:-}" ]; then
    mkdir saved
    soffice -env:UserInstallation=file://$W/profile --headless --convert-to docx:"MS Word 2007 XML" --outdir saved "$o/vb-ke-hoach.docx" \
        "$o/vb-cong-van.docx" >/dev/null 2>&1
    exits "LibreOffice saved it again: still right" 0 sen check saved/vb-cong-van.docx
fi
finish
