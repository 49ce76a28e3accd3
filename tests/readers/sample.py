"""sample.py OUT.docx - the sample of plugins/docx: one of everything an office's Word file may hold."""
import sys
from docx import cell, level, num, p, row, style, t, table, write

STYLES = """<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:caps/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Muc2"><w:name w:val="Mục 2"/><w:basedOn w:val="Normal"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Cu"><w:name w:val="Chữ cũ"/><w:basedOn w:val="Normal"/><w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr></w:style>"""

NUMBERING = ('<w:abstractNum w:abstractNumId="0">%s%s%s</w:abstractNum>' % (
    level(0, "upperRoman", "%1.", more='<w:pStyle w:val="Heading1"/>'), level(1, "decimal", "%2.", more='<w:pStyle w:val="Muc2"/>'),
    level(2, "lowerLetter", "%3)"))
    + '<w:abstractNum w:abstractNumId="1">%s%s</w:abstractNum>' % (level(0, "bullet", "-"), level(1, "bullet", "+"))
    + '<w:abstractNum w:abstractNumId="2">%s</w:abstractNum>' % level(0, "decimal", "%1")
    + "".join('<w:num w:numId="%d"><w:abstractNumId w:val="%d"/></w:num>' % (i + 1, i) for i in range(3)))

PAGE = ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + t("7") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
BOX = ('<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx><w:txbxContent>%s</w:txbxContent></wps:txbx></mc:Choice>'
       '<mc:Fallback><w:pict><v:textbox><w:txbxContent>%s</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>'
       % (p("DỰ THẢO"), p("DỰ THẢO")))


def change(kind, inside):
    return '<w:%s w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z">%s</w:%s>' % (kind, inside, kind)


def main(path):
    body = table(2, row(cell("ỦY BAN NHÂN DÂN", "PHƯỜNG MẪU"), cell("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")),
                 row(cell("Số: 12/KH-UBND"), cell("Mẫu, ngày 05 tháng 3 năm 2026")))
    body += p(BOX, t("KẾ HOẠCH")) + p("Công tác bình đẳng giới năm 2026") + p()
    body += p("Mục đích, yêu cầu", props=style("Heading1"))
    body += p("Mục đích", props=style("Muc2"))
    body += p("Nâng cao nhận thức", '<w:r><w:footnoteReference w:id="2"/></w:r>', " của người dân.", props=num(2))
    body += p("Vận động nam giới", t(" (ẩn)", "<w:vanish/>"), " tham gia.", props=num(2, 1))
    body += p("Yêu cầu", props=style("Muc2"))
    body += p("Thiết thực", change("del", t(" và tốn kém", tag="w:delText")), change("ins", t(", tiết kiệm")), ".", props=num(2))
    body += p("Nhiệm vụ", props=style("Heading1"))
    body += p("Truyền thông", props=num(1, 2)) + p("Tập huấn", props=num(1, 2))
    body += p(t("C¸c ban, ngµnh phèi hîp thùc hiÖn."), props=style("Cu"))
    body += p(t("Treo bôø ngöõ", '<w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/>'), t(" trang "), PAGE)
    body += p("Số 2282/QĐ", "<w:r><w:noBreakHyphen/></w:r>", "TTg", t("\n"), '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', " Có biên bản.")
    body += p('<w:r><w:br w:type="page"/></w:r>') + p("PHỤ LỤC")
    body += table(4, row(cell("STT"), cell("Nội dung"), cell("Chủ trì"), cell("Thời gian")),
                  row(cell(p(props=num(3))), cell("Phát thanh"), cell("Văn phòng", merge="restart"), cell("Tháng 6", "Tháng 9")),
                  row(cell(p(props=num(3))), cell("Tọa đàm"), cell(merge="continue"), cell("20/10")),
                  row(cell("Ghi chung cho cả bảng", span=4)),
                  row(cell("bỏ"), cell("bỏ"), cell("bỏ"), cell("bỏ"), props='<w:del w:id="9" w:author="A"/>'))
    notes = ('<w:footnote w:type="separator" w:id="0">%s</w:footnote><w:footnote w:id="2">%s</w:footnote>'
             % (p("---"), p("<w:r><w:footnoteRef/></w:r>", " Theo Luật số 73/2006/QH11.")))
    comments = '<w:comment w:id="1" w:author="A">%s</w:comment>' % p("Xem lại câu này.")
    write(path, body, STYLES, NUMBERING, footnotes=notes, comments=comments)


if __name__ == "__main__":
    main(sys.argv[1])
