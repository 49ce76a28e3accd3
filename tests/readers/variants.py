"""variants.py HOW PLAN.txt OUT.docx - a plan of text as a Word file in one of the ways offices make them. HOW is a way of
from_text.py (typed, numbered, tables) or nested, changed, runs, vni, tcvn; "+pages" adds page headers and footers.

nested: the header block is a table within a cell. changed: words were struck out and others put in with changes tracked.
runs: each line is in several runs, split within words. vni, tcvn: the letters are those of the fonts VNI-Times and .VnTime."""
import re
import sys
import unicodedata
from docx import cell, p, row, t, table, write
import from_text

VNI_MARK = {"\u0301": 0xF9, "\u0300": 0xF8, "\u0309": 0xFB, "\u0303": 0xF5, "\u0323": 0xEF}
VNI_HAT = {"\u0306": (0xEA, {"\u0301": 0xE9, "\u0300": 0xE8, "\u0309": 0xFA, "\u0303": 0xFC, "\u0323": 0xEB}),
           "\u0302": (0xE2, {"\u0301": 0xE1, "\u0300": 0xE0, "\u0309": 0xE5, "\u0303": 0xE3, "\u0323": 0xE4})}
VNI_ALONE = {"ỉ": 0xE6, "ĩ": 0xF3, "ị": 0xF2, "í": 0xED, "ì": 0xEC, "ỵ": 0xEE, "đ": 0xF1, "ơ": 0xF4, "ư": 0xF6}
TCVN = dict(zip(
    "ăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵĂÂÊÔƠƯĐ",
    [0xA8, 0xA9, 0xAA, 0xAB, 0xAC, 0xAD, 0xAE, 0xB5, 0xB6, 0xB7, 0xB8, 0xB9, 0xBB, 0xBC, 0xBD, 0xBE, 0xC6, 0xC7, 0xC8, 0xC9,
     0xCA, 0xCB, 0xCC, 0xCE, 0xCF, 0xD0, 0xD1, 0xD2, 0xD3, 0xD4, 0xD5, 0xD6, 0xD7, 0xD8, 0xDC, 0xDD, 0xDE, 0xDF, 0xE1, 0xE2,
     0xE3, 0xE4, 0xE5, 0xE6, 0xE7, 0xE8, 0xE9, 0xEA, 0xEB, 0xEC, 0xED, 0xEE, 0xEF, 0xF1, 0xF2, 0xF3, 0xF4, 0xF5, 0xF6, 0xF7,
     0xF8, 0xF9, 0xFA, 0xFB, 0xFC, 0xFD, 0xFE, 0xA1, 0xA2, 0xA3, 0xA4, 0xA5, 0xA6, 0xA7]))


def vni(s):
    out = []
    for c in unicodedata.normalize("NFC", s):
        small, big = c.lower(), c != c.lower()
        shift = 32 if big else 0
        if small in VNI_ALONE:
            out.append(chr(VNI_ALONE[small] - shift))
            continue
        parts = unicodedata.normalize("NFD", small)
        if len(parts) == 1 or parts[0] not in "aeiouy":
            out.append(c)
            continue
        base = parts[0].upper() if big else parts[0]
        hat = [m for m in parts[1:] if m in VNI_HAT]
        mark = [m for m in parts[1:] if m in VNI_MARK]
        if "\u031b" in parts:                              # ơ, ư with a tone
            base = chr((0xF4 if parts[0] == "o" else 0xF6) - shift)
        out.append(base)
        if hat:
            plain, toned = VNI_HAT[hat[0]]
            out.append(chr((toned[mark[0]] if mark else plain) - shift))
        elif mark:
            out.append(chr(VNI_MARK[mark[0]] - shift))
    return "".join(out)


def tcvn(s):
    """None when a letter has no sign of its own (a capital with a tone): such a line stays in another font."""
    out = []
    for c in s:
        if c in TCVN:
            out.append(chr(TCVN[c]))
        elif ord(c) > 0x7E and c not in "–“”…":
            return None
        else:
            out.append(c)
    return "".join(out)


def font(name):
    return '<w:rFonts w:ascii="%s" w:hAnsi="%s"/>' % (name, name)


def in_runs(s):
    """Cut after every few letters, also within words, with settings of its own on every second run."""
    pieces = re.findall(r".{1,7}", s, re.S) or [""]
    return p(*(t(x, "<w:lang w:val=\"vi-VN\"/>" if i % 2 else "") for i, x in enumerate(pieces)))


def changed(lines):
    """A word struck out and another put in on every third long line."""
    out = []
    for i, s in enumerate(lines):
        at = s.find(" ", 30)
        if i % 3 or at < 0:
            out.append(p(s))
            continue
        end = s.find(" ", at + 1)
        end = end if end > 0 else len(s)
        out.append(p(t(s[:at + 1]),
                     '<w:del w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z">%s</w:del>' % t("chữ đã bỏ ", tag="w:delText"),
                     '<w:ins w:id="2" w:author="A" w:date="2026-01-01T00:00:00Z">%s</w:ins>' % t(s[at + 1:end]), t(s[end:])))
    return out


PAGES = [("word/header1.xml", '<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
          "<w:p><w:r><w:t>2</w:t></w:r></w:p></w:hdr>"),
         ("word/footer1.xml", '<w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
          "<w:p><w:r><w:t>Văn bản nội bộ - trang </w:t></w:r><w:r><w:t>2</w:t></w:r></w:p></w:ftr>")]


def main(how, source, target):
    ways = how.split("+")
    lines = [s.replace("**", "") for s in open(source, encoding="utf-8-sig").read().split("\n")]
    more = {"extra": PAGES} if "pages" in ways else {}
    way = ways[0]
    if way == "numbered":
        count = from_text.Count()
        body = from_text.numbered(lines, count)
        more["numbering"] = count.xml()
    elif way == "tables":
        body = from_text.tables(lines)
    elif way == "nested":
        body = from_text.tables(lines)
        if body and body[0].startswith("<w:tbl>"):
            body[0] = table(1, row("<w:tc><w:tcPr/>%s<w:p/></w:tc>" % body[0]))
    elif way == "changed":
        body = changed(lines)
    elif way == "runs":
        body = [in_runs(s) for s in lines]
    elif way == "vni":
        body = [p(t(vni(s), font("VNI-Times"))) for s in lines]
    elif way == "tcvn":
        body = [p(t(tcvn(s), font(".VnTime")) if tcvn(s) is not None else t(s)) for s in lines]
    else:
        body = [p(s) for s in lines]
    write(target, "".join(body), **more)


if __name__ == "__main__":
    main(*sys.argv[1:4])
