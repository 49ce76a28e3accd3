"""make.py DIR - Word files built to do harm, or broken, each named by what must happen: CODE-name.docx is refused with that code,
ok-name.docx is read. Written at test time; nothing of it is kept."""
import os
import struct
import sys
import zipfile
import zlib
from docx import NS, RELS, R, TYPES, W, cell, level, num, p, row, t, table, write

OUT = sys.argv[1]
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
DOC = HEAD + "<w:document %s><w:body>%%s</w:body></w:document>" % (NS % W)
TEXT = "".join(p(s) for s in ("KẾ HOẠCH", "Công tác năm 2026", "I. MỤC ĐÍCH", "- Việc thứ nhất.", "- Việc thứ hai."))


def path(name):
    return os.path.join(OUT, name + ".docx")


def parts(document, more=()):
    return [("[Content_Types].xml", TYPES.encode()), ("_rels/.rels", (RELS % R).encode()),
            ("word/document.xml", document if isinstance(document, bytes) else document.encode())] + list(more)


def save(name, document, more=()):
    with zipfile.ZipFile(path(name), "w", zipfile.ZIP_DEFLATED) as z:
        for n, data in parts(document, more):
            z.writestr(n, data)


def deflate(data):
    c = zlib.compressobj(9, zlib.DEFLATED, -15)
    return c.compress(data) + c.flush()


def raw(name, entries, tail=b""):
    """entries: dicts name, data (packed bytes), and what the headers claim; local_* differ from the directory."""
    out, directory = b"", b""
    for e in entries:
        data = e["data"]
        size, crc, method, flags = e.get("size", len(data)), e.get("crc", 0), e.get("method", 0), e.get("flags", 0)
        at = e.get("at", len(out))
        n = e["name"].encode()
        ln = e.get("local_name", e["name"]).encode()
        if "at" not in e:
            out += struct.pack("<IHHHHHIIIHH", 0x04034B50, 20, e.get("local_flags", flags), e.get("local_method", method), 0, 33,
                               e.get("local_crc", crc), e.get("local_packed", len(data)), e.get("local_size", size), len(ln), 0) + ln + data
        directory += struct.pack("<IHHHHHHIIIHHHHHII", 0x02014B50, 20, 20, flags, method, 0, 33, crc, e.get("packed", len(data)), size,
                                 len(n), 0, 0, 0, 0, 0, at) + n
    end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, len(entries) & 0xFFFF, len(entries) & 0xFFFF, len(directory), len(out), len(tail))
    open(path(name), "wb").write(out + directory + end + tail)


def entry(name, data, **more):
    return dict(dict(name=name, data=deflate(data), size=len(data), crc=zlib.crc32(data), method=8), **more)


def honest():
    return [entry(n, d) for n, d in parts(DOC % TEXT)]


def archives():
    big = deflate(b" " * (1 << 20))
    gib = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = b"".join(gib.compress(b" " * (1 << 20)) for _ in range(1024)) + gib.flush()
    base = [entry(n, d) for n, d in parts(DOC % TEXT)[:2]]
    raw("SEN2082-bomb", base + [dict(name="word/document.xml", data=packed, size=1 << 30, method=8)])
    raw("SEN2082-bomb-that-lies", base + [dict(name="word/document.xml", data=packed, size=5000, method=8)])
    raw("SEN2082-bomb-in-a-picture", honest() + [dict(name="word/media/a.png", data=packed, size=1 << 30, method=8)])
    raw("SEN2082-overlap-60000", honest() + [dict(name="w/%d" % i, data=big, size=1 << 20, method=8, at=0) for i in range(1990)])
    raw("SEN2082-many", honest() + [entry("w/%d" % i, b"x") for i in range(2001)])
    raw("SEN2082-many-60000", [entry("w/%d" % i, b"x") for i in range(60000)])
    raw("SEN2082-twins", honest() + [entry("word/document.xml", b"<a/>")])
    raw("SEN2082-twins-in-case", honest() + [entry("WORD/Document.xml", b"<a/>")])
    raw("SEN2080-encrypted", [dict(e, flags=1) for e in honest()])
    raw("SEN2081-method-12", [dict(honest()[0], method=12)] + honest()[1:])
    raw("SEN2081-other-local-name", honest()[:2] + [dict(honest()[2], local_name="word/documenu.xml")])
    raw("SEN2081-other-local-size", honest()[:2] + [dict(honest()[2], local_size=7)])
    raw("SEN2081-other-local-method", honest()[:2] + [dict(honest()[2], local_method=0)])
    raw("SEN2081-other-check-sum", honest()[:2] + [dict(honest()[2], crc=1, local_crc=1)])
    raw("SEN2082-size-too-small", honest()[:2] + [dict(honest()[2], size=40)])
    raw("SEN2081-size-too-large", honest()[:2] + [dict(honest()[2], size=60000)])
    raw("SEN2081-name-climbs", honest() + [entry("../../etc/passwd", b"x")])
    raw("SEN2081-name-from-the-top", honest() + [entry("/etc/passwd", b"x")])
    raw("SEN2094-no-document", honest()[:2])
    raw("SEN2094-nested", base + [entry("a.docx", open(path("SEN2082-twins"), "rb").read())])
    data = [entry(n, d, local_crc=0, local_packed=0, local_size=0, flags=8) for n, d in parts(DOC % TEXT)]
    raw("ok-sizes-after-the-data", data)
    raw("ok-with-a-comment", honest(), b"xin chao")
    open(path("SEN2081-junk"), "wb").write(b"PK\3\4" + os.urandom(1) * 5000)
    whole = open(path("ok-with-a-comment"), "rb").read()
    for i in range(1, 12):
        open(path("SEN2081-cut-%d" % i), "wb").write(whole[:4 + (len(whole) - 5) * i // 12])
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1000
    open(path("SEN2080-password"), "wb").write(ole + "EncryptedPackage".encode("utf-16-le") + b"\0" * 1000)
    open(path("SEN2002-old-word"), "wb").write(ole + "WordDocument".encode("utf-16-le") + b"\0" * 1000)


def xml():
    laughs = "".join('<!ENTITY a%d "%s">' % (i, "&a%d;" % (i - 1) * 10) for i in range(1, 10))
    save("SEN2082-billion-laughs", HEAD + '<!DOCTYPE x [<!ENTITY a0 "ha">%s]>' % laughs + (DOC % p("&a9;"))[len(HEAD):])
    save("SEN2082-outside-entity", HEAD + '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + (DOC % "<w:p><w:r><w:t>&e;</w:t></w:r></w:p>")[len(HEAD):])
    save("SEN2082-doctype", HEAD + "<!DOCTYPE x>" + (DOC % TEXT)[len(HEAD):])
    save("SEN2082-attributes", DOC % ("<w:p %s/>" % " ".join('a%d="1"' % i for i in range(200000))))
    save("SEN2082-long-attribute", DOC % ('<w:p a="%s"/>' % os.urandom(50000).hex()))
    save("SEN2082-deep", DOC % ("<w:p>" * 200000 + "</w:p>" * 200000))
    save("SEN2082-deep-tables", DOC % ("<w:tbl><w:tr><w:tc>" * 300 + p("x") + "</w:tc></w:tr></w:tbl>" * 300))
    save("SEN2081-unclosed", (DOC % TEXT)[:-30])
    save("SEN2081-not-utf-8", (DOC % TEXT).encode()[:-60] + b"\xff\xfe" + b"</w:body></w:document>")
    save("SEN2081-nul", (DOC % TEXT).replace("nhất", "nh\0ất"))
    save("SEN2093-empty", DOC % p(""))
    save("SEN2093-all-deleted", DOC % ('<w:p><w:del w:id="1" w:author="a">%s</w:del></w:p>' % t("x y z", tag="w:delText")))
    save("SEN2083-picture", DOC % '<w:p><w:r><w:drawing><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"/></w:drawing></w:r></w:p>')
    save("ok-utf-16", (DOC % TEXT).replace("UTF-8", "UTF-16").encode("utf-16"))
    boxes = p("trong")
    for _ in range(6):
        boxes = p("<w:r><w:pict><v:textbox><w:txbxContent>%s</w:txbxContent></v:textbox></w:pict></w:r>" % boxes)
    save("ok-boxes", DOC % (TEXT + boxes))
    save("ok-fields-never-end", DOC % (TEXT + p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 40) + p("- sau các trường")))
    save("ok-ends-without-begin", DOC % (p('<w:r><w:fldChar w:fldCharType="end"/></w:r>' * 40) + TEXT))
    save("ok-wide-table", DOC % (TEXT + "<w:tbl><w:tr>%s</w:tr></w:tbl>" % "".join(cell("a") for _ in range(2000))))
    save("ok-wide-span", DOC % (TEXT + table(3, row(cell("a", span=100000), cell("b", merge="continue")), row(cell("c", merge="restart"), cell("d")))))
    tall = table(2, row(cell("Nội dung"), cell("Chủ trì", merge="restart")), *(row(cell("việc %d" % i), cell(merge="continue")) for i in range(3000)))
    save("ok-tall-merge", DOC % (TEXT + tall))
    lists = "".join('<w:abstractNum w:abstractNumId="%d">%s</w:abstractNum><w:num w:numId="%d"><w:abstractNumId w:val="%d"/></w:num>' % (
        i, level(0, fmt, text, start=start), i, i) for i, (fmt, text, start) in enumerate(
        [("decimal", "%1.", 1), ("upperRoman", "%1.", 999999), ("lowerLetter", "%1)", 900000), ("decimal", "%9%8%7%", -5), ("x" * 5000, "%1" * 3000, 1)]))
    write(path("ok-numbers"), TEXT + "".join(p("- x", props=num(i, k)) for i in range(6) for k in (0, 8, 9, 99)), numbering=lists)
    loop = "".join('<w:style w:type="paragraph" w:styleId="s%d"><w:basedOn w:val="s%d"/></w:style>' % (i, (i + 1) % 50) for i in range(50))
    write(path("ok-styles-in-a-ring"), p("KẾ HOẠCH", props='<w:pStyle w:val="s1"/>') + TEXT, styles=loop)
    save("SEN2008-paragraphs", DOC % (TEXT + "".join(p("- Việc %d" % (i * 7919 % 1000003)) for i in range(200001))))


def relations():
    for name, target, mode in (("SEN2094-target-outside", "../../../etc/passwd", ""), ("SEN2094-target-file", "file:///etc/passwd", "")):
        with zipfile.ZipFile(path(name), "w") as z:
            z.writestr("[Content_Types].xml", TYPES)
            z.writestr("_rels/.rels", (RELS % R).replace("word/document.xml", target))
    save("ok-links-outside", DOC % TEXT, [("word/_rels/document.xml.rels", (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="%s/styles" '
        'Target="http://example.invalid/styles.xml" TargetMode="External"/><Relationship Id="b" Type="%s/attachedTemplate" '
        'Target="file:///etc/passwd" TargetMode="External"/></Relationships>' % (R, R)).encode())])


archives()
xml()
relations()
