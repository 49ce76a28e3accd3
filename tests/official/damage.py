"""damage.py DIR OUT - takes the Word files a build made (DIR) and writes copies with one mistake each into OUT, named CODE-mistake.docx."""
import os
import re
import sys
import zipfile

WJ = "\u2060"
SRC, OUT = sys.argv[1], sys.argv[2]


def save(src, code, name, edits):
    z = zipfile.ZipFile(os.path.join(SRC, src + ".docx"))
    parts = {n: z.read(n) for n in z.namelist()}
    for part, old, new in edits:
        part = "word/%s.xml" % part
        text = parts[part].decode()
        changed = re.sub(old, new, text, count=0 if old.startswith("(?#all)") else 1, flags=re.S)
        assert changed != text, (name, old)
        parts[part] = changed.encode()
    with zipfile.ZipFile(os.path.join(OUT, "%d-%s.docx" % (code, name)), "w", zipfile.ZIP_DEFLATED) as out:
        for n in z.namelist():
            out.writestr(n, parts[n])


def style(name, old, new):
    """In one style of styles.xml."""
    return ("styles", r'(w:styleId="%s">(?:(?!</w:style>).)*?)%s' % (name, old), r"\g<1>" + new)


def para(style_name, new):
    """The whole of the first paragraph with this style."""
    return ("document", r'<w:p><w:pPr><w:pStyle w:val="%s"/>(?:(?!</w:p>).)*</w:p>' % style_name, new)


def words(old, new):
    return ("document", "<w:t>%s</w:t>" % re.escape(old), "<w:t>%s</w:t>" % new)


EMPTY = "<w:p/>"
QD, KH, CV = "vb-quyet-dinh", "vb-ke-hoach", "vb-cong-van"
LONG = ("Ban phối hợp với các khu dân cư tổ chức sinh hoạt hằng tháng, ghi chép đầy đủ ý kiến của người dự, nêu rõ người chịu trách "
        "nhiệm và thời gian hoàn thành từng việc.")
BODY = ("document", r"<w:t>Ban đề nghị các khu dân cư phối hợp thực hiện\./\.</w:t>", "<w:t>" + LONG + "</w:t>")

CASES = [
    (KH, 7080, "letter-paper", [("document", 'w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"')]),
    (KH, 7081, "left-margin", [("document", 'w:left="1701" w:header', 'w:left="1134" w:header')]),
    (KH, 7081, "top-margin", [("document", 'w:top="1134"', 'w:top="1701"')]),
    (KH, 7082, "arial", [("styles", "(?#all)Times New Roman", "Arial")]),
    (KH, 7082, "one-word-in-arial", [("document", "<w:r><w:t>Phát 4 lần", '<w:r><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>'
                                      "</w:rPr><w:t>Phát 4 lần")]),
    (KH, 7083, "body-size-12", [style("BodyText", '<w:sz w:val="28"/>', '<w:sz w:val="24"/>')]),
    (KH, 7083, "nation-size-14", [style("SenNation", '<w:sz w:val="24"/>', '<w:sz w:val="28"/>')]),
    (KH, 7083, "recipients-size-14", [style("SenRecipient", '<w:sz w:val="22"/>', '<w:sz w:val="28"/>')]),
    (KH, 7084, "title-not-bold", [style("Title", "<w:b/>", "")]),
    (KH, 7084, "nation-not-bold", [style("SenNation", "<w:b/>", '<w:b w:val="0"/>')]),
    (KH, 7084, "agency-not-bold", [style("SenAgency", "<w:b/>", "")]),
    (KH, 7085, "number-bold", [style("SenNumber", "<w:rPr>", "<w:rPr><w:b/>")]),
    (KH, 7086, "place-upright", [style("SenPlaceDate", "<w:i/>", "")]),
    (QD, 7086, "bases-upright", [style("SenBasis", "<w:i/>", "")]),
    (KH, 7087, "authority-italic", [style("SenAuthority", "<w:b/>", "<w:b/><w:i/>")]),
    (KH, 7088, "title-small", [words("KẾ HOẠCH", "Kế hoạch")]),
    (KH, 7089, "subject-capitals", [words("Hoạt động của Ban Vì sự tiến bộ của phụ nữ năm 2026",
                                          "HOẠT ĐỘNG CỦA BAN VÌ SỰ TIẾN BỘ CỦA PHỤ NỮ NĂM 2026")]),
    (KH, 7090, "no-nation", [para("SenNation", EMPTY)]),
    (KH, 7090, "no-motto", [para("SenMotto", EMPTY)]),
    (KH, 7090, "no-number", [para("SenNumber", EMPTY)]),
    (KH, 7090, "no-place", [para("SenPlaceDate", EMPTY)]),
    (KH, 7090, "no-recipients", [("document", r'<w:p><w:pPr><w:pStyle w:val="SenRecipients"/>.*?</w:tc>', EMPTY + "</w:tc>")]),
    (KH, 7090, "no-subject", [para("Subtitle", "")]),
    (CV, 7090, "no-about", [para("SenAbout", EMPTY)]),
    (KH, 7091, "title-left", [style("Title", '<w:jc w:val="center"/>', '<w:jc w:val="left"/>')]),
    (KH, 7092, "motto-dashes", [words("Độc lập - Tự do - Hạnh phúc", "Độc lập – Tự do – Hạnh phúc")]),
    (KH, 7093, "number-without-zero", [words("03/" + WJ + "KH", "3/" + WJ + "KH")]),
    (KH, 7093, "number-hyphen", [words("03/" + WJ + "KH", "03-KH")]),
    (KH, 7094, "symbol-turned", [("document", "<w:t>03/" + WJ + "KH</w:t><w:noBreakHyphen/><w:t>BVSTBPN</w:t>",
                                  "<w:t>03/BVSTBPN-KH</w:t>")]),
    (KH, 7094, "symbol-of-another-type", [words("03/" + WJ + "KH", "03/" + WJ + "BC")]),
    (CV, 7094, "letter-with-cv", [("document", "<w:t>07/" + WJ + "UBND</w:t>", "<w:t>07/" + WJ + "CV</w:t>")]),
    (KH, 7095, "day-without-zero", [words("Sa Đéc, ngày 02 tháng 02 năm 2026", "Sa Đéc, ngày 2 tháng 02 năm 2026")]),
    (KH, 7095, "month-with-zero", [words("Sa Đéc, ngày 02 tháng 02 năm 2026", "Sa Đéc, ngày 02 tháng 09 năm 2026")]),
    (QD, 7096, "date-in-the-text", [words("Họp mỗi quý một lần.", "Họp lần đầu ngày 5 tháng 3 năm 2026.")]),
    (QD, 7096, "date-in-figures", [words("Họp mỗi quý một lần.", "Họp lần đầu ngày 5/3/2026.")]),
    (KH, 7097, "no-comma", [words("Sa Đéc, ngày 02 tháng 02 năm 2026", "Sa Đéc ngày 02 tháng 02 năm 2026")]),
    (QD, 7098, "basis-ends-with-comma", [words("Căn cứ Luật Bình đẳng giới ngày 29 tháng 11 năm 2006;",
                                               "Căn cứ Luật Bình đẳng giới ngày 29 tháng 11 năm 2006,")]),
    (KH, 7099, "ragged", [BODY, style("BodyText", '<w:jc w:val="both"/>', '<w:jc w:val="left"/>')]),
    (KH, 7100, "no-indent", [BODY, style("BodyText", 'w:firstLine="720"', 'w:firstLine="0"')]),
    (KH, 7101, "paragraphs-tight", [style("BodyText", 'w:after="120"', 'w:after="0"')]),
    (KH, 7102, "double-spaced", [style("BodyText", 'w:line="264"', 'w:line="480"')]),
    (KH, 7103, "roman-jumps", [words("II. NỘI DUNG", "III. NỘI DUNG")]),
    (QD, 7103, "article-jumps", [words("Điều 3. Hiệu lực", "Điều 4. Hiệu lực")]),
    (KH, 7104, "nothing-kept", [("document", r"<w:t>Lưu: VT\.</w:t>", "<w:t>Trạm Y tế phường.</w:t>")]),
    (KH, 7105, "recipient-ends-open", [words("Thành viên Ban;", "Thành viên Ban")]),
    (KH, 7106, "academic-title", [words("Nguyễn Thị Mai", "ThS. Nguyễn Thị Mai")]),
    (QD, 7107, "deputy-alone", [("document", r"<w:t>CHỦ TỊCH</w:t>", "<w:t>PHÓ CHỦ TỊCH</w:t>")]),
    (KH, 7108, "tm-without-point", [("document", r"<w:t>TM\. BAN", "<w:t>TM BAN")]),
    ("ward-plan", 7109, "no-page-numbers", [("document", r"(?#all)<w:headerReference [^>]*/>", "")]),
    (KH, 7110, "number-at-the-right", [style("Header", '<w:jc w:val="center"/>', '<w:jc w:val="right"/>')]),
    (KH, 7111, "number-on-page-1", [("document", "<w:titlePg/>", "")]),
    (KH, 7112, "no-rules", [("document", "(?#all)<w:pBdr>.*?</w:pBdr>", "")]),
    (KH, 7113, "red-words", [("document", "<w:r><w:t>Phát 4 lần", '<w:r><w:rPr><w:color w:val="FF0000"/></w:rPr><w:t>Phát 4 lần')]),
    (KH, 7117, "columns-turned", [("document", r"(<w:tc>(?:(?!</w:tc>).)*SenAgency.*?</w:tc>)(<w:tc>.*?</w:tc>)", r"\2\1")]),
]
for case in CASES:
    save(*case)
print(len(CASES))
