# case_pdf_out.sh - PDF files through the command line: every type, pages, what stays together, fonts, bytes, hostile text.
. "$SEN_ROOT/tests/lib.sh"
T=$SEN_ROOT/tests/official
look() { python3 "$T/pages.py" "$@"; }
if [ ! -f "$SEN_BIN/plugins/pdf/pdf.so" ]; then
    if [ "${CI:-}" = true ]; then not_ok "the plugin pdf is not built and CI=true"; finish; fi
    ok "skipped: the plugin pdf was not built (cairo, pango)"; finish
fi

# --- every type of document, in a ward with a signer; three as positions too
sen init t --unit "Phường Sa Đéc" --year 2026 -q
u=t/units/phuong-sa-dec
cat >$u/unit.lua <<'L'
unit "phuong-sa-dec" { name = "Phường Sa Đéc", kind = "phuong", place = "Sa Đéc", report_to = "Sở Nội vụ", signer = { title = "Chủ tịch", name = "Nguyễn Văn An" } }
L
mkdir -p $u/content
cp "$T"/content/*.md $u/content/
sed 's/"docx"/"pdf"/' "$T/ward.lua" >>$u/scripts/ward.lua
for n in vb-ke-hoach vb-quyet-dinh vb-bien-ban; do
    sed '0,/^---$/s//---\npositions: 1/' "$T/content/$n.md" >"$u/content/vi-tri-$n.md"
    echo "material \"vi-tri-$n\" { \"Vị trí\", template = \"vi-tri-$n.md\", channels = { \"pdf\" } }" >>$u/scripts/ward.lua
done

# --- pages: signatures at every height, headings, long tables, footnotes, words that must not break, composed and decomposed
python3 - $u <<'P'
import sys, unicodedata
u = sys.argv[1]
head = "---\ntitle: Thử\nofficial: KH\nsubject: Thử trang\n---\n"
three = "Đoạn %d nói về công tác bình đẳng giới trên địa bàn, đủ dài để thành ba dòng chữ trên trang giấy khổ A4 với lề theo quy định, không ngắn hơn, không dài hơn, viết thêm vài chữ cho đủ dòng.\n\n"
tail = "::: recipients\n\nNhư trên\n\nSở Nội vụ\n\n:::\n"
docs = {"dai-%d" % n: head + "".join((("### Mục %d\n\n" % i) if i % 4 == 3 else "") + three % i for i in range(n)) + tail for n in range(9, 17)}
docs["bang"] = head + "| Cột A | Cột B |\n|---|---|\n" + "".join("| dòng %d | 2282/QĐ-TTg |\n" % i for i in range(90)) + "\n" + tail
docs["o-cao"] = head + "| Cột A | Cột B |\n|---|---|\n| " + "chữ dài " * 2500 + " | b |\n\nĐoạn cuối.\n\n" + tail
docs["chu-thich"] = head + "".join(three.strip() % i + "[^n%d]\n\n" % i for i in range(24)) + "".join("[^n%d]: Lời của chú thích %d.\n" % (i, i) for i in range(24)) + tail
docs["lien"] = head + "theo 2282/QĐ-TTg và 1790/QĐ-TTg, " * 60 + "\n\n" + tail
same = head + "## I. MỤC ĐÍCH\n\n- [ ] Ủy ban nhân dân phường tổ chức truyền thông\n- [x] Đã làm, xem [mục I](#muc) và [trang](https://example.vn/a)\n\n" + tail
docs["nfc"], docs["nfd"] = same, unicodedata.normalize("NFD", same)
with open(u + "/scripts/ward.lua", "a") as lua:
    for name, text in docs.items():
        open("%s/content/tr-%s.md" % (u, name), "w").write(text)
        print('material "tr-%s" { "Trang", template = "tr-%s.md", channels = { "pdf" } }' % (name, name), file=lua)
P
exits "all are built" 0 sen -C t build --draft --date 2026-10-01 --format pdf
o=t/out/phuong-sa-dec
mkdir vi-tri && mv $o/vi-tri-* vi-tri/
exits "properties, fonts, page numbers" 0 look common $o/*.pdf
is "all files were looked at" "checked 25" "$(tail -1 <<<"$out")"
exits "signatures, headings and paragraphs keep together" 0 look together $o/tr-dai-*.pdf $o/tr-chu-thich.pdf
for n in vb-ke-hoach vb-quyet-dinh vb-bien-ban; do
    [ -n "${SEN_WRITE_EXPECT:-}" ] && cp "vi-tri/vi-tri-$n.pdf" "$T/pdf/$n.txt"
    is "$n: every line stands where it stood" "" "$(diff "$T/pdf/$n.txt" "vi-tri/vi-tri-$n.pdf" 2>&1 | head -6)"
    exits "$n: page 1 looks as it did" 0 look picture "$o/$n.pdf" "$T/pdf/$n.pgm"
done
text() { pdftotext -layout "$1" - 2>/dev/null; }
heads=$(text $o/tr-bang.pdf | grep -c 'Cột A') pages=$(pdfinfo $o/tr-bang.pdf | sed -n 's/^Pages: *//p')
is "the head of a table comes again on each page it has" 1 "$([ "$pages" -ge 3 ] && { [ "$heads" = "$pages" ] || [ "$heads" = $((pages - 1)) ]; } && echo 1)"
is "a row taller than a page loses nothing" 2500 "$(text $o/tr-o-cao.pdf | grep -o 'dài' | wc -l)"
is "a number and symbol is never cut" "" "$(text $o/tr-lien.pdf | grep -v 'năm 2026$' | grep -E '(/|-)$|[0-9]{4}$')"
python3 - $o/tr-chu-thich.pdf <<'P' && ok "each footnote stands on the page of its mark" || not_ok "each footnote stands on the page of its mark"
import re, subprocess, sys
pages = subprocess.run(["pdftotext", "-layout", sys.argv[1], "-"], capture_output=True, text=True).stdout.split("\f")
seen = 0
for p in pages:
    for n in re.findall(r"chú thích (\d+)\.", p):
        seen += 1
        assert re.search(r"Đoạn %s " % n, p), n
assert seen == 24, seen
P
is "composed and decomposed give the same text" "$(text $o/tr-nfc.pdf)" "$(text $o/tr-nfd.pdf)"
has "and it can be searched" "Ủy ban nhân dân phường tổ chức truyền thông" "$(text $o/tr-nfd.pdf)"
has "boxes are there" "☑ Đã làm" "$(text $o/tr-nfc.pdf)"
has "the outline names the parts" "I. MỤC ĐÍCH" "$(python3 -c "
import re, sys
b = open(sys.argv[1], 'rb').read()
for m in re.finditer(rb'/Title <([0-9a-fA-F]+)>', b): print(bytes.fromhex(m.group(1).decode())[2:].decode('utf-16-be'))
for m in re.finditer(rb'/Title \(([^)]*)\)', b): print(m.group(1).decode('latin-1'))" $o/tr-nfc.pdf)"
has "an address is a link" "(https://example.vn/a)" "$(grep -ao 'URI (https://example.vn/a)' $o/tr-nfc.pdf | sed 's/URI //')"
kh=$(text $o/vb-ke-hoach.pdf)
has "the header" "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" "$kh"
has "who keeps it" "Lưu: VT" "$kh"

# --- the same bytes again
find $o -name '*.pdf' | sort | xargs md5sum >first
exits "again, two at a time, elsewhere" 0 sen -C t build --draft --date 2026-10-01 --format pdf -j2 --out other
rm -f other/*/vi-tri-*
is "gives the same bytes" "$(sed 's|.*/||; ' first | wc -l) $(cut -d' ' -f1 first | md5sum)" \
    "$(find other -name '*.pdf' | wc -l) $(find other -name '*.pdf' | sort | xargs md5sum | cut -d' ' -f1 | md5sum)"

# --- hostile text
sen init h --unit "Phường Một" --year 2026 -q
hu=h/units/phuong-mot
mkdir -p $hu/content
python3 "$T/hostile.py" "$hu/content" | sed 's/"docx"/"pdf"/' >>$hu/scripts/ward.lua
sen -C h build --draft --date 2026-10-01 --format pdf >/dev/null 2>h.err
n=$(ls h/out/*/thu-*.pdf 2>/dev/null | wc -l)
[ "$n" -ge 14 ] && ok "hostile texts are built" || not_ok "hostile texts are built" "$n" "$(head -5 h.err)"
exits "and sound" 0 look common h/out/*/thu-*.pdf
lacks "nothing died" SEN6060 "$(cat h.err)"
finish
