"""pdf.py - writes small PDF files with a text layer for the tests, always the same bytes. `pdf.py OUT.pdf` writes the sample of
plugins/pdf-text. Letters beyond ASCII are named by their code in the font's encoding, so no font file is needed."""
import sys


class Fonts:
    def __init__(self):
        self.codes = {}

    def code(self, ch):
        """(font, byte) of a character"""
        if " " <= ch <= "~":
            return None, ord(ch)
        n = self.codes.setdefault(ch, len(self.codes))
        return n // 120, 130 + n % 120

    def show(self, text):
        """Operators that print the text: a font is chosen again when its letter needs another."""
        out, font = [], 0
        run = b""
        for ch in text:
            f, b = self.code(ch)
            if f is not None and f != font:
                out.append((font, run))
                font, run = f, b""
            run += (b"\\" if b in b"()\\" else b"") + bytes([b])
        out.append((font, run))
        return b"".join(b"/F%d 12 Tf (%s) Tj " % (f, r) for f, r in out if r)

    def objects(self):
        chars = list(self.codes)
        for i in range(max(1, (len(chars) + 119) // 120)):
            names = " ".join("/uni%04X" % ord(c) for c in chars[i * 120:(i + 1) * 120])
            yield b"<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding<</Type/Encoding/BaseEncoding/WinAnsiEncoding/Differences[130 %s]>>>>" % names.encode()


def make(pages, encrypt=False, picture=False):
    """pages: lists of (column, line, text); a column is a character wide."""
    fonts, streams = Fonts(), []
    for page in pages:
        ops = b"".join(b"BT 1 0 0 1 %d %d Tm %s ET\n" % (50 + 6 * c, 780 - 16 * l, fonts.show(t)) for c, l, t in page)
        streams.append(b"q 500 0 0 700 50 50 cm /Im1 Do Q" if picture else ops)
    table = list(fonts.objects())
    objs = [b"<</Type/Catalog/Pages 2 0 R>>", None] + table
    first = len(objs) + 1
    res = b"/Font<<" + b"".join(b"/F%d %d 0 R" % (i, 3 + i) for i in range(len(table))) + b">>"
    if picture:
        objs.append(b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>stream\nx\nendstream")
        res += b"/XObject<</Im1 %d 0 R>>" % first
        first += 1
    kids = []
    for s in streams:
        kids.append(b"%d 0 R" % (len(objs) + 1))
        objs.append(b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 850]/Resources<<%s>>/Contents %d 0 R>>" % (res, len(objs) + 2))
        objs.append(b"<</Length %d>>stream\n%s\nendstream" % (len(s), s))
    objs[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(kids), len(kids))
    lock = b""
    if encrypt:
        objs.append(b"<</Filter/Standard/V 1/R 2/O(%s)/U(%s)/P -64>>" % (b"x" * 32, b"y" * 32))
        lock = b"/Encrypt %d 0 R/ID[(aaaaaaaaaaaaaaaa)(aaaaaaaaaaaaaaaa)]" % len(objs)
    out, at = b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n", []
    for i, o in enumerate(objs):
        at.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (i + 1, o)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objs) + 1) + b"".join(b"%010d 00000 n \n" % a for a in at)
    return out + b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (len(objs) + 1, lock, start)


SAMPLE = [
    [(4, 0, "ỦY BAN NHÂN DÂN"), (38, 0, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), (7, 1, "XÃ MẪU"), (44, 1, "Độc lập - Tự do - Hạnh phúc"),
     (4, 3, "Số: 15/KH-UBND"), (44, 3, "Mẫu, ngày 06 tháng 3 năm 2026"), (34, 5, "KẾ HOẠCH"), (18, 6, "Công tác bình đẳng giới năm 2026"),
     (2, 8, "I. MỤC ĐÍCH"), (2, 9, "- Nâng cao nhận thức của cán bộ và người dân về bình đẳng giới, phòng"),
     (2, 10, "ngừa bạo lực trên cơ sở giới."), (2, 11, "II. NHIỆM VỤ"), (2, 12, "1. Phòng Văn hóa - Xã hội chủ trì, báo cáo")],
    [(40, 0, "2"), (2, 2, "trước ngày 05/12/2026."), (2, 4, "Nơi nhận:"), (44, 4, "TM. ỦY BAN NHÂN DÂN"), (2, 5, "- Thường trực Đảng ủy;"),
     (50, 5, "CHỦ TỊCH"), (2, 6, "- Lưu: VT."), (48, 9, "Nguyễn Văn Mẫu")],
]

if __name__ == "__main__":
    open(sys.argv[1], "wb").write(make(SAMPLE))
