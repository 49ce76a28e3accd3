"""other_hand.py OUT - Word files as other offices write them (direct formatting, drawn lines, odd structures), all laid out right."""
import os
import sys
import zipfile

OUT = sys.argv[1]
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
T = "application/vnd.openxmlformats-officedocument.wordprocessingml."
LINE = '<w:r><w:pict><v:line from="0,0" to="150pt,0"/></w:pict></w:r>'


def p(text, size=14, b=0, i=0, jc="both", first=0, before=0, after=0, line=276, rule="auto", extra="", font=1):
    runs = "<w:br/>".join("<w:t xml:space=\"preserve\">%s</w:t>" % x for x in text.split("\n")) if text else ""
    props = ('<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>' if font else "") + ("<w:b/>" if b else "") + (
        "<w:i/>" if i else "") + '<w:sz w:val="%d"/>' % (size * 2)
    return ('<w:p><w:pPr><w:spacing w:before="%d" w:after="%d" w:line="%d" w:lineRule="%s"/><w:ind w:firstLine="%d"/><w:jc w:val="%s"/>'
            "</w:pPr>%s<w:r><w:rPr>%s</w:rPr>%s</w:r></w:p>" % (before * 20, after * 20, line, rule, first, jc, extra, props, runs))


def c(text, size, **kw):
    return p(text, size, jc="center", line=240, **kw)


def row(*cells):
    return "<w:tr>" + "".join("<w:tc><w:tcPr/>%s</w:tc>" % x for x in cells) + "</w:tr>"


def table(*rows):
    return '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="3600"/><w:gridCol w:w="5700"/></w:tblGrid>%s</w:tbl>' % "".join(rows)


def section(top=1134, bottom=1134, left=1701, right=1134, number=1):
    return ('<w:sectPr>%s<w:pgSz w:w="11907" w:h="16840"/><w:pgMar w:top="%d" w:right="%d" w:bottom="%d" w:left="%d" w:header="567" '
            'w:footer="567" w:gutter="0"/>%s</w:sectPr>' % ('<w:headerReference w:type="default" r:id="r1"/>' if number else "", top,
                                                          right, bottom, left, "<w:titlePg/>" if number else ""))


def save(name, body, styles=""):
    with zipfile.ZipFile(os.path.join(OUT, name + ".docx"), "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default '
                   'Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
                   'ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="%sdocument.main+xml"/></Types>' % T)
        z.writestr("_rels/.rels", '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
                   'Id="a" Type="%s/officeDocument" Target="word/document.xml"/></Relationships>' % R)
        z.writestr("word/_rels/document.xml.rels", '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                   '<Relationship Id="r1" Type="%s/header" Target="header1.xml"/><Relationship Id="r2" Type="%s/styles" '
                   'Target="styles.xml"/><Relationship Id="r3" Type="%s/theme" Target="theme/theme1.xml"/></Relationships>' % (R, R, R))
        z.writestr("word/header1.xml", '<w:hdr xmlns:w="%s"><w:sdt><w:sdtContent><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr>'
                   '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:sz w:val="28"/></w:rPr><w:fldChar '
                   'w:fldCharType="begin"/></w:r><w:r><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:sz '
                   'w:val="28"/></w:rPr><w:instrText xml:space="preserve">PAGE   \\* MERGEFORMAT</w:instrText></w:r><w:r><w:fldChar '
                   'w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
                   "</w:sdtContent></w:sdt></w:hdr>" % W)
        z.writestr("word/theme/theme1.xml", '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements>'
                   '<a:fontScheme name="x"><a:majorFont><a:latin typeface="Calibri Light"/></a:majorFont><a:minorFont><a:latin '
                   'typeface="Times New Roman"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>')
        z.writestr("word/styles.xml", '<w:styles xmlns:w="%s"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" '
                   'w:hAnsiTheme="minorHAnsi"/><w:sz w:val="22"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" '
                   'w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" '
                   'w:styleId="Normal"><w:name w:val="Normal"/></w:style>%s</w:styles>' % (W, styles))
        z.writestr("word/document.xml", '<w:document xmlns:w="%s" xmlns:r="%s" xmlns:v="urn:schemas-microsoft-com:vml"><w:body>%s'
                   "</w:body></w:document>" % (W, R, body))


def header(number="Số: 125/KH-UBND", place="Tân Quy, ngày 07 tháng 4 năm 2026", agency=("ỦY BAN NHÂN DÂN", "XÃ TÂN QUY"), superior=None):
    left = (c(superior, 13) if superior else "") + "".join(c(x, 13, b=1) for x in agency) + c("", 6, extra=LINE)
    right = c("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, b=1) + c("Độc lập - Tự do - Hạnh phúc", 14, b=1) + c("", 6, extra=LINE)
    return table(row(left, right), row(c(number, 13), c(place, 14, i=1)))


def body(text, **kw):
    return p(text, 14, first=720, before=kw.pop("before", 3), after=kw.pop("after", 3), **kw)


def closing(*sign):
    left = p("Nơi nhận:", 12, b=1, i=1, jc="left") + "".join(p(x, 11, jc="left") for x in (
        "- Sở Nội vụ;", "- TT. Đảng ủy, TT. HĐND xã;", "- Lưu: VT, VHXH (05b)."))
    right = "".join(c(x, 14, b=1) for x in sign[:-1]) + c("", 14) * 4 + c(sign[-1], 14, b=1)
    return table(row(left, right))


LONG = ("Tổ chức sinh hoạt chuyên đề ở các ấp, vận động nam giới cùng tham gia, chú trọng hộ có hoàn cảnh khó khăn và người mới đến "
        "cư trú trên địa bàn; ghi biên bản, lưu danh sách người dự.")
plan = (p("", 13) + c("KẾ HOẠCH", 14, b=1) + c("Thực hiện công tác gia đình và bình đẳng giới\nnăm 2026 trên địa bàn xã", 14, b=1) +
        c("", 6, extra=LINE) + body("Căn cứ Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh, Ủy ban nhân dân xã "
                                    "ban hành Kế hoạch thực hiện năm 2026 như sau:") + body("I. MỤC ĐÍCH, YÊU CẦU", b=1) +
        body("1. Mục đích", b=1) + body(LONG) + body("2. Yêu cầu", b=1) + body("- " + LONG) + body("II. NỘI DUNG", b=1) +
        body("1. Truyền thông", b=1) + body("a) " + LONG) + body("b) " + LONG) + body("III. TỔ CHỨC THỰC HIỆN", b=1) +
        body("1. Phòng Văn hóa - Xã hội chủ trì, tổng hợp, báo cáo.") + body("2. Công an xã giữ gìn trật tự.") +
        body("Trên đây là Kế hoạch công tác năm 2026./."))
save("plan-direct", header() + plan + closing("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trương Thị Lan") + p("") + section())
save("plan-exact-lines", header() + plan.replace('w:line="276" w:lineRule="auto"', 'w:line="360" w:lineRule="exact"') +
     closing("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Chu Văn Tịch") + p("") + section(top=1247, right=964))
save("plan-inner-section", header() + plan + closing("CHỦ TỊCH", "Lê Văn Hai") + p("").replace("</w:pPr>", section() + "</w:pPr>", 1) +
     c("Phụ lục", 14, b=1) + c("DANH SÁCH THÀNH VIÊN", 14, b=1) + c("(Kèm theo Kế hoạch số 125/KH-UBND)", 14, i=1) + p("Một") +
     section().replace('w:w="11907" w:h="16840"', 'w:w="16840" w:h="11907" w:orient="landscape"'))
save("letter", table(row(c("UBND XÃ TÂN QUY", 13) + c("PHÒNG VĂN HÓA - XÃ HỘI", 13, b=1) + c("", 6, extra=LINE),
                         c("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, b=1) + c("Độc lập - Tự do - Hạnh phúc", 14, b=1) + c("", 6, extra=LINE)),
                     row(c("Số:      /VHXH", 13) + c("V/v báo cáo kết quả Tháng hành động\nnăm 2026", 12),
                         c("Tân Quy, ngày      tháng      năm 2026", 14, i=1))) + p("") + c("Kính gửi: Trưởng các ấp.", 14) + body(LONG) +
     closing("TRƯỞNG PHÒNG", "Nguyễn Minh Khôi") + section(number=0))
save("decision", header("Số: 08/QĐ-UBND", "Tân Quy, ngày 19 tháng 01 năm 2026") + p("") + c("QUYẾT ĐỊNH", 14, b=1) +
     c("Về việc thành lập Tổ truyền thông cộng đồng", 14, b=1) + c("", 6, extra=LINE) + c("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ TÂN QUY", 14, b=1) +
     body("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;", i=1) +
     body("Theo đề nghị của Trưởng phòng Văn hóa - Xã hội.", i=1) + c("QUYẾT ĐỊNH:", 14, b=1, before=6, after=6) +
     body("Điều 1. Thành lập Tổ truyền thông cộng đồng ấp Tân Lợi.") + body("Điều 2. Tổ hoạt động theo quy chế.") +
     body("Điều 3. Văn phòng, Trưởng ấp Tân Lợi chịu trách nhiệm thi hành Quyết định này./.") + closing("CHỦ TỊCH", "Lê Văn Hai") +
     section(number=0))
save("department", header("Số: 03/KH-VHXH", agency=("PHÒNG VĂN HÓA - XÃ HỘI",), superior="ỦY BAN NHÂN DÂN XÃ TÂN QUY") + plan +
     closing("KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG", "Trưởng Văn Phòng") .replace("Trưởng Văn Phòng", "Thạch Thị Sa Ry") + section())
print(6)
